import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { changeSheet, heldSheet } from './heldSheet.ts';
import type { Value } from './model.ts';
import { mayFill } from './policy.ts';
import { readValues } from './values.ts';

export interface SheetWords {
  sheetId: number;
  seen: number | null;
  /** Answers by the names of their inputs, as typed. */
  sent: Readonly<Record<string, string>>;
  /** The figures are those of the whole period, also of units that went into this one. */
  covers: boolean;
  /** What live data gave, by key of the field, kept beside the answers. */
  prefilled: Record<string, Value>;
  /** Hand it to the head for signing: then nothing required may be missing. */
  present: boolean;
}

/**
 * Saves a report as a draft, or presents it to the head.
 * @throws Fault invalid with faults at the fields, conflict (closed period, already sent), stale, forbidden, notFound
 */
export async function saveSheet(tx: Tx, by: Principal, words: SheetWords): Promise<void> {
  const { sheet, period } = await heldSheet(tx, by, words, words.present ? 'present' : 'save', mayFill);
  const values = readValues(period.fields, words.sent, { whole: words.present });
  await changeSheet(
    tx,
    by,
    sheet,
    {
      state: words.present ? 'presented' : 'draft',
      values: JSON.stringify(values),
      prefilled: JSON.stringify(words.prefilled),
      covers: words.covers,
    },
    { kind: words.present ? 'report.presented' : 'report.saved', data: { before: sheet.values, values } },
  );
}

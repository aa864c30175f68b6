import { sql } from 'kysely';
import type { Tx } from '../../platform/db/access.ts';
import { maskedName } from '../applicants/model.ts';
import { type ColumnKey, headOf } from './columns.ts';
import type { Concern } from './concern.ts';
import type { Fitting } from './judge.ts';

/** What a row said when its dossier was taken over; kept with its origin, so that a later file can be held against it. No personal data. */
export interface Remembered {
  status: number;
  procedureVersionId: number;
  receptionId: number;
  receivedAt: number | null;
  dueAt: number | null;
  firstDueAt: number | null;
  pausedAt: number | null;
  finishedAt: number | null;
  holderId: number | null;
}

export const remembered = ({ told, place }: Fitting): Remembered => ({
  status: told.status,
  procedureVersionId: place.procedureVersionId,
  receptionId: place.receptionId,
  receivedAt: told.receivedAt,
  dueAt: told.due?.at ?? null,
  firstDueAt: told.firstDue?.at ?? null,
  pausedAt: told.pausedAt,
  finishedAt: told.finishedAt,
  holderId: place.at?.toOrganId ?? null,
});

/** A dossier that is here under the old code, or is ours itself. */
export interface Known {
  unitId: number;
  id: number;
  code: string;
  applicantName: string;
  status: number;
  receptionId: number;
  receivedAt: number | null;
  dueAt: number | null;
  told: Remembered | null;
}

/** Those of the codes under which a dossier is here, whoever brought it; only dossiers that the reader may see. */
export async function knownUnder(tx: Tx, codes: readonly string[]): Promise<Map<string, Known>> {
  if (codes.length === 0) return new Map();
  const list = sql<
    string[]
  >`array(select x.code from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb) as x(code))`;
  const { rows } = await sql<Known & { nationalCode: string | null }>`
    select d.unit_id as "unitId", d.id, d.code, d.national_code as "nationalCode", d.applicant_name as "applicantName", d.status,
      d.reception_organ_id as "receptionId", d.received_at as "receivedAt", d.due_at as "dueAt",
      (select o.told from dossier_origin o where o.unit_id = d.unit_id and o.dossier_id = d.id and o.told is not null limit 1) as told
    from dossier d where d.national_code = any (${list}) or d.code = any (${list}) order by d.id desc`.execute(tx);
  const asked = new Set(codes);
  return new Map(
    rows.flatMap((row) =>
      [row.nationalCode ?? '', row.code].filter((code) => asked.has(code)).map((code) => [code, row]),
    ),
  );
}

const NAMES: [keyof Remembered, ColumnKey][] = [
  ['status', 'status'],
  ['procedureVersionId', 'procedure'],
  ['receptionId', 'centre'],
  ['receivedAt', 'received'],
  ['dueAt', 'due'],
  ['firstDueAt', 'firstDue'],
  ['pausedAt', 'paused'],
  ['finishedAt', 'finished'],
  ['holderId', 'holder'],
];

/** In which columns a row says otherwise than when its dossier was taken; nothing is overwritten. None where it says the same. */
export function changedSince(row: Fitting, known: Known): readonly Concern[] {
  const now = remembered(row);
  const changed: string[] = known.told
    ? NAMES.filter(([key]) => now[key] !== known.told![key]).map(([, column]) => headOf(column))
    : [
        ...(now.receptionId === known.receptionId ? [] : [headOf('centre')]),
        ...(now.receivedAt === known.receivedAt ? [] : [headOf('received')]),
        ...(now.dueAt === known.dueAt ? [] : [headOf('due')]),
      ];
  if (row.told.applicant.name !== known.applicantName)
    changed.push(`${headOf('name')} (đã nhận: ${maskedName(known.applicantName)})`);
  if (changed.length === 0) return [];
  return [{ kind: 'changed', words: `Tệp ghi khác lúc đã nhận: ${changed.join(', ')}. Hồ sơ ở đây giữ nguyên.` }];
}

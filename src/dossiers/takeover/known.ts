import { sql } from 'kysely';
import type { Tx } from '../../platform/db/access.ts';
import { maskedName } from '../applicants/model.ts';
import { type ColumnKey, headOf } from './columns.ts';
import type { Fitting } from './judge.ts';

/** What a row said when its dossier was taken over; kept in the event, so that a later file can be held against it. No personal data. */
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
  oldCode: string;
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
  const list = sql<string[]>`${JSON.stringify(codes)}::jsonb`;
  const { rows } = await sql<Known>`
    with asked as (select x.code from jsonb_array_elements_text(${list}) as x(code)),
    found as (
      select a.code as old_code, d.unit_id, d.id from asked a join dossier d on d.national_code = a.code
      union select a.code, d.unit_id, d.id from asked a join dossier d on d.code = a.code
    )
    select f.old_code as "oldCode", d.unit_id as "unitId", d.id, d.code, d.applicant_name as "applicantName", d.status,
      d.reception_organ_id as "receptionId", d.received_at as "receivedAt", d.due_at as "dueAt",
      (select e.data -> 'told' from event e where e.unit_id = d.unit_id and e.subject_type = 'dossier' and e.subject_id = d.id
        and e.kind = 'dossier.ownership_moved' and e.data ? 'told' order by e.id limit 1) as told
    from found f join dossier d on d.unit_id = f.unit_id and d.id = f.id order by d.id desc`.execute(tx);
  return new Map(rows.map((row) => [row.oldCode, row]));
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

/** In which columns a row says otherwise than when its dossier was taken; nothing is overwritten. Empty where it says the same. */
export function changedSince(row: Fitting, known: Known): string {
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
  return changed.length === 0 ? '' : `Tệp ghi khác lúc đã nhận: ${changed.join(', ')}. Hồ sơ ở đây giữ nguyên.`;
}

import { sql } from 'kysely';
import type { Database, Query } from '../platform/db/access.ts';
import type { Limit } from './procedures/model.ts';
import type { Paper, Standing } from './standing.ts';

type Build = Database['build'];

/** A dossier with everything that its page and its steps need, but for the applicant's personal data. */
export interface DossierDetail extends Standing {
  unitId: number;
  id: number;
  code: string;
  nationalCode: string | null;
  procedureVersionId: number;
  applicantId: number;
  applicantName: string;
  proxy: string | null;
  summary: string;
  papers: Paper[];
  copies: number;
  organIds: number[];
  version: number;
}

const epoch = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

/** One dossier by its code. `extension` is told by the last apology. */
export const dossierByCode = (db: Build, code: string): Query<DossierDetail> =>
  db
    .selectFrom('dossier as d')
    .innerJoin('procedure_version as v', 'v.id', 'd.procedure_version_id')
    .where('d.code', '=', code)
    .select([
      'd.unit_id as unitId',
      'd.id',
      'd.code',
      'd.national_code as nationalCode',
      'd.procedure_version_id as procedureVersionId',
      'd.applicant_id as applicantId',
      'd.applicant_name as applicantName',
      'd.proxy',
      'd.summary',
      'd.papers',
      'd.copies',
      'd.organ_ids as organIds',
      'd.version',
      'd.status',
      'd.money',
      'd.fee',
      'd.delivery',
      'd.delivery_way as deliveryWay',
      'd.sync',
      'd.owner_system as ownerSystem',
      'd.channel',
      'd.reception_organ_id as receptionId',
      'd.authority_organ_id as authorityId',
      'd.assisting_organ_id as assistingId',
      'd.return_organ_id as returnId',
      'd.submitted_at as submittedAt',
      'd.received_at as receivedAt',
      'd.due_at as dueAt',
      'd.due_exact as dueExact',
      'd.first_due_at as firstDueAt',
      'd.due_lines as dueLines',
      'd.extension',
      'd.paused_at as pausedAt',
      'd.supplements',
      'd.apologies',
      'd.finished_at as finishedAt',
      'd.returned_at as returnedAt',
      'd.closed_at as closedAt',
      'd.result',
      'd.ending',
      'd.step_no as stepNo',
      'd.holder_organ_id as holderId',
      'd.holder_person_id as holderPersonId',
      'd.target_at as targetAt',
    ])
    .select([
      sql<Limit>`jsonb_build_object('unit', v.limit_unit, 'amount', v.limit_amount)`.as('limit'),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('no', p.no, 'kind', p.kind, 'from', ${epoch('p.from_at')},
        'to', ${epoch('p.to_at')}, 'reason', p.reason, 'answerBy', p.answer_by) order by p.no), '[]')
        from dossier_pause p where p.unit_id = d.unit_id and p.dossier_id = d.id)`.as('pauses'),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('no', s.no, 'stepNo', s.step_no, 'title', s.title, 'organId', s.organ_id,
        'personId', s.person_id, 'fromPersonId', s.from_person_id, 'handedAt', ${epoch('s.handed_at')},
        'takenAt', ${epoch('s.taken_at')}, 'targetAt', ${epoch('s.target_at')}, 'endedAt', ${epoch('s.ended_at')},
        'outcome', s.outcome, 'note', s.note) order by s.no), '[]')
        from dossier_step s where s.unit_id = d.unit_id and s.dossier_id = d.id)`.as('handovers'),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('no', c.no, 'organId', c.organ_id, 'byOrganId', c.by_organ_id,
        'question', c.question, 'answerBy', c.answer_by, 'askedAt', ${epoch('c.asked_at')}, 'answer', c.answer,
        'answeredAt', ${epoch('c.answered_at')}) order by c.no), '[]')
        from dossier_consultation c where c.unit_id = d.unit_id and c.dossier_id = d.id)`.as('consultations'),
    ]) as unknown as Query<DossierDetail>;

/** The columns of the row that are the standing's. Instants go as epoch milliseconds; the driver turns them. */
export const columnsOf = (s: Standing) => ({
  status: s.status,
  money: s.money,
  fee: s.fee,
  delivery: s.delivery,
  delivery_way: s.deliveryWay,
  sync: s.sync,
  owner_system: s.ownerSystem,
  channel: s.channel,
  reception_organ_id: s.receptionId,
  authority_organ_id: s.authorityId,
  assisting_organ_id: s.assistingId,
  return_organ_id: s.returnId,
  submitted_at: s.submittedAt,
  received_at: s.receivedAt,
  due_at: s.dueAt,
  due_exact: s.dueExact,
  first_due_at: s.firstDueAt,
  due_lines: [...s.dueLines],
  extension: s.extension === null ? null : JSON.stringify(s.extension),
  paused_at: s.pausedAt,
  supplements: s.supplements,
  apologies: s.apologies,
  finished_at: s.finishedAt,
  returned_at: s.returnedAt,
  closed_at: s.closedAt,
  result: s.result === null ? null : JSON.stringify(s.result),
  ending: s.ending,
  step_no: s.stepNo,
  holder_organ_id: s.holderId,
  holder_person_id: s.holderPersonId,
  target_at: s.targetAt,
});

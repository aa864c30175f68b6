import type { Tx } from '../../platform/db/access.ts';
import type { Draft, DraftContent, DraftOrigin, DraftSpans, DraftState, Span } from '../model.ts';
import type { Build } from './directive.ts';

type DraftRow = Omit<Draft, 'evidence'> & { evidenceStart: number | null; evidenceEnd: number | null };

const COLUMNS = [
  't.id',
  't.directive_id as directiveId',
  't.ordinal',
  't.state',
  't.origin',
  't.evidence_start as evidenceStart',
  't.evidence_end as evidenceEnd',
  't.spans',
  't.topic',
  't.action',
  't.due_on as dueOn',
  't.deadline_text as deadlineText',
  't.condition',
  't.recurrence',
  't.report_to as reportTo',
  't.basis',
  't.agencies',
  't.reason',
  't.sure',
  't.optional',
  't.from_ids as fromIds',
  't.version',
] as const;

/** All tasks of a directive in the order of their numbers, without those that were split or merged. */
export const draftsOf = (build: Build, directiveId: number) =>
  build
    .selectFrom('draft_task as t')
    .where('t.directive_id', '=', directiveId)
    .where('t.state', '<>', 'superseded')
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .select([...COLUMNS])
    .$castTo<DraftRow>();

export function toDraft({ evidenceStart, evidenceEnd, ...row }: DraftRow): Draft {
  return { ...row, evidence: evidenceStart === null || evidenceEnd === null ? null : [evidenceStart, evidenceEnd] };
}

export const draftsIn = async (tx: Tx, directiveId: number): Promise<Draft[]> =>
  (await draftsOf(tx, directiveId).execute()).map(toDraft);

/** What a content looks like in the table. */
export const contentColumns = (c: DraftContent) => ({
  topic: c.topic,
  action: c.action,
  due_on: c.dueOn,
  deadline_text: c.deadlineText,
  condition: c.condition,
  recurrence: c.recurrence,
  report_to: c.reportTo,
  basis: c.basis,
  agencies: JSON.stringify(c.agencies),
});

export interface NewDraft extends DraftContent {
  ordinal: number;
  state: DraftState;
  origin: DraftOrigin;
  evidence: Span | null;
  spans?: DraftSpans;
  rule?: string | null;
  reason?: string | null;
  confidence?: number | null;
  sure?: boolean;
  optional?: boolean;
  fromIds?: number[];
}

/** Adds tasks to a directive's desk, nobody's doing where `personId` is null, and gives back their ids in order. */
export async function insertDrafts(
  tx: Tx,
  directiveId: number,
  personId: number | null,
  drafts: readonly NewDraft[],
): Promise<number[]> {
  const ids: number[] = [];
  // Some 4,000 rows of 20 values reach the driver's limit of parameters; a directive has tens of tasks.
  for (let from = 0; from < drafts.length; from += 500) {
    const rows = await tx
      .insertInto('draft_task')
      .values(
        drafts.slice(from, from + 500).map((d) => ({
          directive_id: directiveId,
          ordinal: d.ordinal,
          state: d.state,
          origin: d.origin,
          evidence_start: d.evidence?.[0] ?? null,
          evidence_end: d.evidence?.[1] ?? null,
          spans: JSON.stringify(d.spans ?? {}),
          rule: d.rule ?? null,
          reason: d.reason ?? null,
          confidence: d.confidence ?? null,
          sure: d.sure ?? false,
          optional: d.optional ?? false,
          from_ids: d.fromIds ?? [],
          changed_by: personId,
          ...contentColumns(d),
        })),
      )
      .returning('id')
      .execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

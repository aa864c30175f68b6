import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query, Tx } from '../../platform/db/access.ts';
import type { SubtaskRow } from './model.ts';

type Build = Database['build'] | Tx;

const selected = (build: Build) =>
  build
    .selectFrom('subtask as s')
    .innerJoin('charge as c', 'c.id', 's.charge_id')
    .leftJoin('subtask as above', 'above.id', 's.parent_id')
    .leftJoin('appointment as a', 'a.id', 's.appointment_id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('position as x', 'x.id', 'a.position_id')
    .select([
      's.id',
      's.task_id as taskId',
      's.charge_id as chargeId',
      's.parent_id as parentId',
      's.passer_organ_id as passerOrganId',
      's.organ_id as organId',
      's.appointment_id as appointmentId',
      'p.name as personName',
      'x.title as positionTitle',
      's.title',
      's.weight',
      's.started_on as startedOn',
      sql<Day | null>`coalesce(s.due_on, above.due_on, c.due_on)`.as('dueOn'),
      's.due_on as ownDueOn',
      's.state',
      's.percent',
      's.last_note as lastNote',
      's.asked_on as askedOn',
      's.done_on as doneOn',
      's.end_reason as endReason',
      's.version',
    ]);

/** All that was passed down in a task, in the order in which it was. */
export const subtasksOf = (build: Build, taskId: number): Query<SubtaskRow> =>
  selected(build).where('s.task_id', '=', taskId).orderBy('s.id') as unknown as Query<SubtaskRow>;

/** What a list of one's own sub-tasks shows. */
export interface OwnSubtask extends SubtaskRow {
  source: string;
  ordinal: number;
}

/**
 * What somebody holds or has to confirm: given to the person, to their organ or the body it serves, or passed on by these and
 * reported as done. Found apart from what is shown of it: planning the joins costs more than a page that has none can spend.
 */
export function ownSubtaskIds(
  build: Database['build'],
  p: Principal,
  { open }: { open: boolean },
): Query<{ id: number }> {
  const own = [...new Set([p.organId, ...(p.servesId ? [p.servesId] : [])])];
  const mine = [p.appointmentId, ...(p.actingFor ? [p.actingFor.appointmentId] : [])];
  return build
    .selectFrom('subtask')
    .select('id')
    .where((e) =>
      e.or([
        e('appointment_id', 'in', mine),
        e.and([e('appointment_id', 'is', null), e('organ_id', 'in', own)]),
        e.and([e('passer_organ_id', 'in', own), e('state', '=', 'awaiting')]),
      ]),
    )
    .where('state', open ? 'in' : 'not in', ['working', 'awaiting', 'returned']) as unknown as Query<{ id: number }>;
}

/** These of one's own as a list shows them, the nearest day first; none asks nothing of the database. */
export async function ownSubtasks(
  db: Database,
  principal: Principal,
  ids: readonly { id: number }[],
  limit = MOST_LISTED,
): Promise<readonly OwnSubtask[]> {
  if (ids.length === 0) return [];
  const query = selected(db.build)
    .innerJoin('task as t', 't.id', 's.task_id')
    .select(['t.source', 't.ordinal'])
    .where(sql<boolean>`s.id = any(${ids.map(({ id }) => id)}::bigint[])`)
    .orderBy(sql`coalesce(s.due_on, above.due_on, c.due_on) asc nulls last`)
    .orderBy('s.id')
    .limit(limit) as unknown as Query<OwnSubtask>;
  const [rows] = await db.read(principal, query);
  return rows;
}

const MOST_LISTED = 200;

import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query, Tx } from '../../platform/db/access.ts';
import type { WaitingTask } from './model.ts';

type Build = Database['build'] | Tx;
/** More tasks than any office has waiting at once; the rest shows when these have started. */
const MOST_WAITING = 5000;

const ownOrgans = (p: Principal): number[] => [...new Set([p.organId, ...(p.servesId ? [p.servesId] : [])])];

/** The tasks of somebody's office that wait for an event, the oldest first. */
export const waitingTasks = (build: Build, p: Principal): Query<WaitingTask> =>
  build
    .selectFrom('task')
    .where('issuer_organ_id', '=', p.servesId ?? p.organId)
    .where('state', '=', 'condition')
    .where('owner_organ_id', 'in', ownOrgans(p))
    .where('condition', 'is not', null)
    .orderBy('id')
    .limit(MOST_WAITING)
    .select([
      'id',
      'source',
      'ordinal',
      'topic',
      'action',
      'condition',
      'deadline_text as deadlineText',
      'lead_organ_ids as leadIds',
    ]) as unknown as Query<WaitingTask>;

export interface HappeningRow {
  id: number;
  wording: string;
  happenedOn: Day;
  source: string;
  tasks: { id: number; wasDueOn: Day | null }[];
  /** Epoch milliseconds. */
  recordedAt: number;
  recordedBy: string | null;
  undoneOn: Day | null;
  undoReason: string | null;
}

const selected = (build: Build) =>
  build
    .selectFrom('happening as h')
    .leftJoin('person as p', 'p.id', 'h.recorded_by')
    .select([
      'h.id',
      'h.wording',
      'h.happened_on as happenedOn',
      'h.source',
      'h.tasks',
      'h.recorded_at as recordedAt',
      'p.name as recordedBy',
      'h.undone_on as undoneOn',
      'h.undo_reason as undoReason',
    ]);

/** What an office has recorded, the latest first. */
export const recordedHappenings = (build: Build, p: Principal): Query<HappeningRow> =>
  selected(build)
    .where('h.owner_organ_id', 'in', ownOrgans(p))
    .orderBy('h.id', 'desc')
    .limit(50) as unknown as Query<HappeningRow>;

export const happeningById = (build: Build, id: number): Query<HappeningRow> =>
  selected(build).where('h.id', '=', id) as unknown as Query<HappeningRow>;

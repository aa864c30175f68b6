import { sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { TaskRow } from '../store.ts';

type Build = Database['build'];

export interface ViewRow {
  id: number;
  personId: number;
  name: string;
  /** As in the address of the list, without the page. */
  query: string;
  isDefault: boolean;
}

export const viewColumns = ['id', 'person_id as personId', 'name', 'query', 'is_default as isDefault'] as const;

/** The tasks that a person follows and still may see; what was followed last first. */
export const followedTasks = (build: Build, by: Principal, limit: number, offset: number): Query<TaskRow> =>
  build
    .selectFrom('task_follow as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .where('f.person_id', '=', by.personId)
    .where('f.ended_at', 'is', null)
    .orderBy('f.since', 'desc')
    .orderBy('t.id', 'desc')
    .limit(limit)
    .offset(offset)
    .select([
      't.id',
      't.source',
      't.ordinal',
      't.directive_id as directiveId',
      't.topic',
      't.action',
      't.lead_organ_ids as leadIds',
      't.coordinator_organ_ids as coordinatorIds',
      't.state',
      't.due_on as dueOn',
      't.done_on as doneOn',
      't.condition',
      't.recurrence',
      't.started_on as startedOn',
      't.version',
    ]) as unknown as Query<TaskRow>;

export const followedCount = (build: Build, by: Principal): Query<{ count: number }> =>
  build
    .selectFrom('task_follow as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .where('f.person_id', '=', by.personId)
    .where('f.ended_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count')) as unknown as Query<{ count: number }>;

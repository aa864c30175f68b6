import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { Limited } from './model.ts';

type Build = Database['build'];

const MOST = 300;
/** Open petitions looked at; their days are counted one by one. */
const MOST_COUNTED = 3000;

export interface DueThen {
  id: number;
  label: string;
  dueOn: Day;
}

/** Open tasks due on one of the days, as far as the reader may see; the earliest first. */
export const tasksDueOn = (build: Build, days: readonly Day[]): Query<DueThen> =>
  build
    .selectFrom('task')
    .where(sql<boolean>`due_on = any (${days as Day[]}::date[])`)
    .where('state', 'in', ['working', 'returned', 'condition'])
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST)
    .select([
      'id',
      sql<string>`source || ': ' || left(coalesce(topic, action), 160)`.as('label'),
      'due_on as dueOn',
    ]) as unknown as Query<DueThen>;

const OPEN = ['working', 'prepared', 'partial', 'beyond', 'reopened'] as const;

export const petitionsDueOn = (build: Build, days: readonly Day[]): Query<DueThen> =>
  build
    .selectFrom('petition')
    .where(sql<boolean>`due_on = any (${days as Day[]}::date[])`)
    .where('state', 'in', OPEN)
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST)
    .select(['id', 'topic as label', 'due_on as dueOn']) as unknown as Query<DueThen>;

/** Open petitions with a limit in working days, and from which day it was counted. */
export const limitedPetitions = (build: Build, today: Day): Query<Limited> =>
  build
    .selectFrom('petition as p')
    .innerJoinLateral(
      (e) =>
        e
          .selectFrom('event as e')
          .where('e.subject_type', '=', 'petition')
          .whereRef('e.subject_id', '=', 'p.id')
          .where(sql<boolean>`e.data ->> 'dueOn' = p.due_on::text`)
          .orderBy('e.id', 'desc')
          .limit(1)
          .select(sql<Day>`(e.at at time zone 'Asia/Ho_Chi_Minh')::date`.as('since'))
          .as('e'),
      (j) => j.onTrue(),
    )
    .where('p.state', 'in', OPEN)
    .where('p.due_on', '>=', today)
    .where('p.limit_days', 'is not', null)
    .orderBy('p.due_on')
    .limit(MOST_COUNTED)
    .select([
      'p.id',
      'p.topic',
      'p.due_on as dueOn',
      sql<number>`p.limit_days::float8`.as('limitDays'),
      'e.since',
    ]) as unknown as Query<Limited>;

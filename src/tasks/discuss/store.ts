import { sql } from 'kysely';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { Mentionable } from './model.ts';

type Build = Database['build'];

export interface CommentRow {
  id: number;
  personId: number;
  personName: string;
  organId: number;
  body: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Taken back by its author. */
  endedAt: number | null;
  /** Whom it calls, as they are called. */
  mentions: string[];
}

/** What was said about a task, the oldest first. */
export const commentsOf = (build: Build, taskId: number): Query<CommentRow> =>
  build
    .selectFrom('task_comment as k')
    .innerJoin('person as p', 'p.id', 'k.person_id')
    .where('k.task_id', '=', taskId)
    .orderBy('k.id')
    .select([
      'k.id',
      'k.person_id as personId',
      'p.name as personName',
      'k.organ_id as organId',
      'k.body',
      'k.created_at as createdAt',
      'k.ended_at as endedAt',
      sql<string[]>`array(
        select coalesce(q.name || ' (' || o.short_name || ')', o.short_name) from task_mention m join organ o on o.id = m.organ_id
          left join appointment a on a.id = m.appointment_id left join person q on q.id = a.person_id
        where m.comment_id = k.id order by m.id)`.as('mentions'),
    ]) as unknown as Query<CommentRow>;

/** A row where the person follows the task. */
export const followOf = (build: Build, taskId: number, by: Principal): Query<{ taskId: number }> =>
  build
    .selectFrom('task_follow')
    .where('task_id', '=', taskId)
    .where('person_id', '=', by.personId)
    .where('ended_at', 'is', null)
    .select('task_id as taskId') as unknown as Query<{ taskId: number }>;

/** People are offered of the organs in the middle of the task; of a class of a hundred organs only the organs. */
const ORGANS_WITH_PEOPLE = 12;
const MOST_PEOPLE = 80;

/** Whom a comment on the task can call: organs that see the task, and who is in a position there on `today`. */
export const mentionables = (build: Build, taskId: number, by: Principal, today: string): Query<Mentionable> =>
  ({
    compile: () =>
      sql<Mentionable>`
        with seen as (select t.organ_ids, t.owner_organ_id, t.issuer_organ_id from task t where t.id = ${taskId})
        (select o.id as "organId", null::bigint as "appointmentId", o.short_name as label, null::text as detail
         from seen join organ o on o.id = any (seen.organ_ids)
         where o.valid_to is null or o.valid_to >= ${today}::date
         order by o.id)
        union all
        (select o.id, a.id, p.name, q.title || ', ' || o.short_name
         from seen join organ o on o.id = any (seen.organ_ids)
           join position q on q.organ_id = o.id and q.role <> 'admin'
           join appointment a on a.position_id = q.id
             and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to >= ${today}::date)
           join person p on p.id = a.person_id and p.ended_at is null
         where (cardinality(seen.organ_ids) <= ${ORGANS_WITH_PEOPLE}::int
             or o.id in (seen.owner_organ_id, seen.issuer_organ_id, ${by.organId}))
           and p.id <> ${by.personId}
         order by o.id, a.id limit ${MOST_PEOPLE}::int)`.compile(build),
  }) as Query<Mentionable>;

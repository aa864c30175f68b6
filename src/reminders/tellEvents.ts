import { type Kysely, sql } from 'kysely';
import { type Day, dayOf } from '../kernel/day.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { titleOf } from '../tasks/index.ts';
import { type Circle, openCircle } from './circle.ts';
import { type Happening, type Parts, tellingOf } from './happenings.ts';
import { circleOn, keepNotices, type NewNotice, type SubjectType } from './store.ts';

type Db = Kysely<DB>;

interface EventRow extends Happening, Parts {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  reason: string | null;
  subjectType: SubjectType;
  subjectId: number;
  topic: string | null;
  action: string | null;
  source: string | null;
  dueOn: Day | null;
}

/** Events told in one transaction. */
const BATCH = 200;

/**
 * Tells what happened to those whom it concerns, but not to whoever did it. An event is taken from the line in the
 * transaction that keeps its notices: killed half-way it is still in line, and two at once share the work.
 * @returns how many notices are new
 */
export async function tellEvents(system: Db, now: number): Promise<number> {
  let told = 0;
  let circle: Circle | undefined;
  for (;;) {
    const { taken, notices } = await system.transaction().execute(async (tx) => {
      const events = await takeEvents(tx);
      if (events.length === 0) return { taken: 0, notices: 0 };
      circle ??= openCircle(...(await circleOn(tx, dayOf(now))));
      const notices = events.flatMap((event) => noticesOf(event, circle!, dayOf(now)));
      return { taken: events.length, notices: await keepNotices(tx, notices) };
    });
    told += notices;
    if (taken < BATCH) return told;
  }
}

function noticesOf(event: EventRow, circle: Circle, day: Day): NewNotice[] {
  const telling = tellingOf(event, event);
  if (!telling || event.action === null) return [];
  const title = titleOf({ topic: event.topic, action: event.action });
  const told = new Map<number, { organId: number | null; kind: string }>();
  for (const { organId, personId } of telling.to) {
    for (const id of personId === null ? circle.followers(organId) : [personId]) {
      if (!told.has(id)) told.set(id, { organId, kind: telling.kind });
    }
  }
  for (const id of telling.followers.personIds) {
    if (!told.has(id)) told.set(id, { organId: null, kind: telling.followers.kind });
  }
  // Who did it knows.
  if (event.personId !== null) told.delete(event.personId);
  return [...told].map(([personId, { organId, kind }]) => ({
    personId,
    organId,
    kind,
    step: `event-${event.id}`,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    aboutOn: event.dueOn,
    day,
    title,
    source: event.source,
    reason: event.reason,
    at: event.at,
  }));
}

/** The next events in line, with the parts that organs have in their things. */
async function takeEvents(tx: Db): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    with taken as (
      delete from event_to_tell q using (
        select unit_id, event_id from event_to_tell order by event_id limit ${BATCH} for update skip locked) n
      where q.unit_id = n.unit_id and q.event_id = n.event_id returning q.unit_id, q.event_id
    )
    select e.id, e.at, e.kind, e.person_id as "personId", e.data, e.reason, e.subject_type as "subjectType", e.subject_id as "subjectId",
      coalesce(t.topic, p.topic) as topic, coalesce(t.action, p.ask, d.title) as action,
      coalesce(t.source, 'Kiến nghị ' || p.id, d.symbol) as source, coalesce(t.due_on, p.due_on) as "dueOn",
      coalesce(t.owner_organ_id, p.office_organ_id) as "officeId",
      coalesce(t.lead_organ_ids, array_remove(array[p.lead_organ_id], null), '{}') as "leadIds",
      coalesce(t.coordinator_organ_ids, p.coordinator_organ_ids, '{}') as "coordinatorIds",
      coalesce(p.asker_organ_ids, '{}') as "askerIds", coalesce(p.watcher_organ_ids, '{}') as "watcherIds",
      p.forwarder_organ_id as "forwarderId",
      array(select r.organ_id from distribution r where r.directive_id = d.id) as "recipientIds",
      (select jsonb_build_object('organId', s.organ_id, 'passerId', s.passer_organ_id, 'personId', a.person_id)
        from subtask s left join appointment a on a.id = s.appointment_id
        where s.id = (e.data ->> 'subtaskId')::bigint and s.task_id = t.id) as subtask,
      (select coalesce(jsonb_agg(jsonb_build_object('organId', m.organ_id, 'personId', a.person_id)), '[]')
        from task_mention m left join appointment a on a.id = m.appointment_id
        where m.comment_id = (e.data ->> 'commentId')::bigint and m.task_id = t.id) as called,
      array(select f.person_id from task_follow f where f.task_id = t.id and f.ended_at is null order by f.person_id) as "followerIds"
    from taken join event e on e.unit_id = taken.unit_id and e.id = taken.event_id
      left join task t on e.subject_type = 'task' and t.id = e.subject_id
      left join petition p on e.subject_type = 'petition' and p.id = e.subject_id
      left join directive d on e.subject_type = 'directive' and d.id = e.subject_id
    order by e.id`.execute(tx);
  return rows;
}

import { type Kysely, sql } from 'kysely';
import type { Day } from '../src/kernel/day.ts';
import type { DB } from '../src/platform/db/schema.generated.ts';

export const COMMUNES = 130;
export const TASKS = 5000;
export const PETITIONS = 2000;
const DIRECTIVES = 150;

/**
 * A province of 130 communes with half a year of work, written by SQL: who sits where, what is asked, and in tables `fate_*`
 * what will become of it on which day. `play` lets a day happen.
 */
export async function halfYearWorld(system: Kysely<DB>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(system);
  await run(`insert into unit (code, level, type, name, search_key) values ('90', 'province', 'tinh', 'Thử', 'thu')`);
  await run(`insert into unit (code, level, type, name, search_key, parent_id)
    select '9' || n, 'commune', 'xa', 'Xã ' || n, 'xa ' || n, 1 from generate_series(1000, ${999 + COMMUNES}) n`);
  // Of each commune: its Party committee with an office, its People's Committee with an office. Of the province the same, and departments.
  await run(`insert into organ (unit_id, template, level, branch, name, short_name, search_key, issues)
    select u.id, b.template, u.level, b.branch, b.template || ' ' || u.name, b.template || ' ' || u.id, '', true
    from unit u, (values ('dang', 'party'), ('ubnd', 'government')) as b (template, branch) order by u.id, b.template`);
  await run(`insert into organ (unit_id, template, level, branch, name, short_name, search_key, parent_id, serves_id)
    select o.unit_id, 'vp-' || o.template, o.level, o.branch, 'Văn phòng ' || o.name, 'vp-' || o.short_name, '', o.id, o.id from organ o order by o.id`);
  await run(`insert into organ (unit_id, template, level, branch, name, short_name, search_key, parent_id, issues)
    select 1, 'so', 'province', 'government', 'Sở ' || n, 'so ' || n, '', (select id from organ where short_name = 'ubnd 1'), true
    from generate_series(0, 9) n`);
  // A head in each body and department, a clerk or officer in each office and department; every tenth has no address.
  await run(`insert into position (organ_id, title, role)
    select o.id, r.role, r.role from organ o, (values ('head'), ('clerk')) as r (role)
    where (r.role = 'head') = (o.serves_id is null) or o.template = 'so' order by o.id, r.role`);
  await run(`insert into person (unit_id, name, search_key, email)
    select o.unit_id, x.role || ' ' || o.short_name, '', case when x.id % 10 > 0 then 'p' || x.id || '@example.vn' end
    from position x join organ o on o.id = x.organ_id order by x.id`);
  await run(`insert into appointment (person_id, position_id, valid_from)
    select p.id, x.id, '2025-07-01' from position x join organ o on o.id = x.organ_id join person p on p.name = x.role || ' ' || o.short_name`);

  await run(
    `create table fate_task (task_id bigint primary key, begins date, moved_on date, moved_to date, asked_on date, done_on date)`,
  );
  await run(
    `create table fate_petition (petition_id bigint primary key, assigned_on date, due_on date, answered_on date)`,
  );
  await run(`create table fate_directive (directive_id bigint, organ_id bigint, acknowledged_on date)`);
  await run(`
    with body as (select id, (select v.id from organ v where v.serves_id = o.id) as office, row_number() over (order by id) - 1 as place
      from organ o where unit_id = 1 and template in ('dang', 'ubnd')),
    charged as (select id, row_number() over (order by id) - 1 as place, count(*) over () as total
      from organ where (unit_id > 1 and serves_id is null) or template = 'so'),
    added as (insert into task (unit_id, issuer_organ_id, owner_organ_id, lead_organ_ids, ordinal, source, action, due_on, state, started_on,
        organ_ids, search_key)
      select 1, b.id, b.office, array[c.id], n, 'TB ' || n, 'Việc ' || n, date '2026-01-03' + n * 37 % 190, 'condition', date '2026-01-01',
        array[b.id, b.office, c.id], ''
      from generate_series(1, ${TASKS}) n join body b on b.place = n % 2 join charged c on c.place = n % c.total
      order by n returning id, ordinal, lead_organ_ids, due_on)
    insert into charge (task_id, organ_id, role, state, due_on) select id, lead_organ_ids[1], 'lead', 'condition', due_on from added order by id`);
  // Some are never done, some long after the day; a tenth is moved two days before it is due.
  await run(`insert into fate_task
    select id, due_on - 20, case when ordinal % 10 = 0 then due_on - 2 end, case when ordinal % 10 = 0 then due_on + 13 end,
      case when ordinal % 17 > 0 then due_on - 12 + ordinal * 13 % 34 end,
      case when ordinal % 17 > 0 then due_on - 12 + ordinal * 13 % 34 + ordinal % 15 end
    from task`);
  await run(`
    with asker as (select id, unit_id, row_number() over (order by id) - 1 as place from organ where unit_id > 1 and template = 'ubnd'),
    lead as (select id, row_number() over (order by id) - 1 as place from organ where template = 'so'),
    body as (select o.id, v.id as office from organ o join organ v on v.serves_id = o.id where o.unit_id = 1 and o.template = 'ubnd')
    insert into petition (unit_id, mountainous, body_organ_id, office_organ_id, asker_organ_ids, lead_organ_id, field, urgency, topic, ask, why,
      state, raised_on, shared, organ_ids, search_key)
    select a.unit_id, false, b.id, b.office, array[a.id], l.id, 'dat-dai', 'normal', 'Kiến nghị ' || n, 'x', 'x', 'raised', '2026-01-01', true,
      array[a.id, l.id, b.id, b.office], ''
    from generate_series(1, ${PETITIONS}) n join asker a on a.place = n % ${COMMUNES} join lead l on l.place = n % 10, body b order by n`);
  await run(`insert into fate_petition
    select id, date '2026-01-02' + (id * 11 % 170)::int, date '2026-01-10' + (id * 11 % 170)::int + (id % 9)::int,
      case when id % 13 > 0 then date '2026-01-08' + (id * 11 % 170)::int + (id * 7 % 40)::int end
    from petition`);
  await run(`
    with office as (select v.id, o.id as body from organ o join organ v on v.serves_id = o.id where o.unit_id = 1 and o.template = 'dang')
    insert into directive (unit_id, owner_organ_id, issuer_organ_id, state, symbol, title, issued_on, source, text, reading, organ_ids)
    select 1, office.id, office.body, 'issued', n || '-TB/TU', 'Thông báo ' || n, date '2026-01-01' + n, 'paste', '', '{}', '{}'
    from generate_series(1, ${DIRECTIVES}) n, office order by n`);
  await run(`insert into distribution (directive_id, organ_id, reason, sent_at)
    select d.id, o.id, 'recipient', (d.issued_on + time '09:00') at time zone 'Asia/Ho_Chi_Minh'
    from directive d join organ o on o.template = 'dang' and o.unit_id > 1 and o.id % 8 = d.id % 8`);
  await run(`insert into fate_directive
    select r.directive_id, r.organ_id, case when (r.organ_id + r.directive_id) % 6 > 0
      then d.issued_on + ((r.organ_id / 8 + r.directive_id) % 14)::int end
    from distribution r join directive d on d.id = r.directive_id`);
  await run('analyze');
}

/** What people do on a day, and did on days before it; done twice it changes nothing. */
export async function play(system: Kysely<DB>, day: Day): Promise<void> {
  await system.transaction().execute(async (tx) => {
    const charges = (set: string, when: string) =>
      sql`update charge c set ${sql.raw(set)} from fate_task f where f.task_id = c.task_id and ${sql.raw(when)} <= ${day}::date`;
    await sql`${charges(`due_on = f.moved_to`, `c.due_on <> f.moved_to and f.moved_on`)}`.execute(tx);
    await sql`${charges(`state = 'working'`, `c.state = 'condition' and f.begins`)}`.execute(tx);
    await sql`${charges(`state = 'awaiting', asked_on = f.asked_on`, `c.state = 'working' and f.asked_on`)}`.execute(
      tx,
    );
    await sql`${charges(`state = 'done', done_on = f.asked_on`, `c.state = 'awaiting' and f.done_on`)}`.execute(tx);
    await sql`update petition p set state = 'working', due_on = f.due_on from fate_petition f
      where f.petition_id = p.id and p.state = 'raised' and f.assigned_on <= ${day}::date`.execute(tx);
    await sql`update petition p set state = 'answered', answered_on = f.answered_on from fate_petition f
      where f.petition_id = p.id and p.state = 'working' and f.answered_on <= ${day}::date`.execute(tx);
    await sql`update distribution r set acknowledged_at = ${day}::date from fate_directive f
      where f.directive_id = r.directive_id and f.organ_id = r.organ_id and r.acknowledged_at is null
        and f.acknowledged_on <= ${day}::date`.execute(tx);
  });
}

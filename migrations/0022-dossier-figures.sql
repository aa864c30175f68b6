-- The figures of the service centres, kept while dossiers move: a page of a year reads a few rows, not a million dossiers.
-- Each row says by how much a count grew on a day (grain d), in a month (m) or a year (y) of that day. Flows (received,
-- resolved late...) are told by procedure only where that is asked for, for months and years. Stocks (open, waiting) are told as growth too, so that what
-- stood at the end of any past day is the sum of all growth until then. src/dossiers/figures/measures.ts has the measures.
create table dossier_figure (
  unit_id bigint not null references unit,
  grain text collate "C" not null check (grain in ('d', 'm', 'y')),
  day date not null,                               -- the day; the first of the month, of the year
  measure text collate "C" not null,
  authority_organ_id bigint not null,
  procedure_version_id bigint not null,            -- 0: of all
  late_from date not null,                         -- stock 'open': the first day at whose end it is late; else 9999-12-31
  amount integer not null,
  primary key (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from)
);

-- Whose figures a reader may see: the own unit's; the government's office and the centre of a province, all of its communes'.
create function dossier_figure_units() returns bigint[] stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(distinct u.id), '{}') from organ o join unit u
    on u.id = o.unit_id or (u.parent_id = o.unit_id
      and o.template in ('ubnd-tinh', 'van-phong-ubnd-tinh', 'trung-tam-phuc-vu-hanh-chinh-cong-tinh'))
  where o.id = any (app_organs())
$$;
alter table dossier_figure enable row level security;
create policy dossier_figure_seen on dossier_figure for select to thongsuot_app
  using (unit_id = any ((select dossier_figure_units())::bigint[])
    or authority_organ_id = any ((select app_organs())::bigint[]));
grant select on dossier_figure to thongsuot_app;

-- Whoever moves a dossier moves the figures of the unit that received it, which they may not read. Rows come in the order of
-- the key, so that two steps never wait for each other in a circle.
create function dossier_figures_add(unit bigint, grains text[], days date[], measures text[], authorities bigint[],
  procedures bigint[], late_froms date[], amounts integer[])
returns void security definer set search_path = public, pg_temp language sql as $$
  insert into dossier_figure (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from, amount)
  select unit, x.* from unnest(grains, days, measures, authorities, procedures, late_froms, amounts)
    as x(grain, day, measure, authority, procedure, late_from, amount)
  order by x.grain, x.day, x.measure, x.authority, x.procedure, x.late_from
  on conflict (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from)
    do update set amount = dossier_figure.amount + excluded.amount
$$;

-- After each step of a dossier, as the events tell it: in which stock it stands, for whom, and from which day it is late.
-- The second way to the stocks, apart from the program's: recounts and lists of past days come from here.
create view dossier_stock as
with step as (
  select e.unit_id, e.subject_id, e.id, (e.data ->> 'at')::bigint as at, substr(e.kind, 9) as kind,
    case when jsonb_typeof(e.data -> 'dueAt') = 'number' then (e.data ->> 'dueAt')::bigint end as due,
    (e.data ->> 'dueExact')::boolean as due_exact,
    coalesce(e.data -> 'arrival' ->> 'authorityId', e.data ->> 'authorityId')::bigint as authority
  from event e where e.subject_type = 'dossier' and e.kind <> 'dossier.applicant_read'
), told as (
  select *,
    max(case kind when 'supplement_asked' then id * 4 when 'payment_asked' then id * 4 + 1 when 'supplemented' then id * 4 + 2
      when 'paid' then id * 4 + 3 end) over before as last_clock
  from step window before as (partition by unit_id, subject_id order by id rows between unbounded preceding and 1 preceding)
), run as (
  select unit_id, subject_id, id, at, kind,
    bool_or(kind = 'received') over w as received,
    bool_or(kind in ('refused', 'stopped', 'withdrawn', 'resolved')) over w as finished,
    max(case when kind in ('supplement_asked', 'payment_asked') then array[id, 1, at] when kind = 'supplemented'
      or (kind = 'paid' and last_clock % 4 = 1) then array[id, 0, at] end) over w as clock,
    max(case when due is not null then array[id, due, due_exact::int] end) over w as due,
    max(case when authority is not null then array[id, authority] end) over w as authority,
    count(*) filter (where kind = 'supplement_asked') over w
      - count(*) filter (where kind = 'supplement_asked' and last_clock is null and not received_before) over w as supplements
  from (select *, coalesce(bool_or(kind = 'received') over (partition by unit_id, subject_id order by id), false)
    as received_before from told) told
  window w as (partition by unit_id, subject_id order by id)
), stand as (
  select *, clock[2] = 1 as waiting, (to_timestamp(due[2] / 1000.0) at time zone 'Asia/Ho_Chi_Minh')::date
    + case when due[3] = 1 then 0 else 1 end as late_from,
    case when due[3] = 1 then to_timestamp(due[2] / 1000.0)
      else ((to_timestamp(due[2] / 1000.0) at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    end as late_after
  from run
)
select unit_id, subject_id as dossier_id, id as event_id, at, authority[2] as authority_organ_id,
  case when not received or finished then null
    when waiting then case when supplements > 1 or to_timestamp(clock[3] / 1000.0) > late_after then 'waiting_late' else 'waiting' end
    when supplements > 1 then 'open_late' else 'open' end as measure,
  case when received and not finished and not coalesce(waiting, false) and supplements <= 1 then coalesce(late_from, date '9999-12-31')
    else date '9999-12-31' end as late_from
from stand;
revoke all on dossier_stock from public;

-- What the figures need and dossiers do not tell (publication of procedures, payment gateways, citizens' feedback), entered by
-- month with its source. Never overwritten: a later entry counts, the earlier stays.
create table dossier_figure_input (
  unit_id bigint not null references unit,
  id bigint generated always as identity,
  month date not null check (extract(day from month) = 1),
  indicator text collate "C" not null,
  numerator integer not null check (numerator >= 0),
  denominator integer not null check (denominator >= 0),
  source text not null,
  person_id bigint,
  at timestamptz not null default app_now(),
  primary key (unit_id, id),
  check (numerator <= denominator)
);
create index dossier_figure_input_month on dossier_figure_input (unit_id, month, indicator, id desc);
alter table dossier_figure_input enable row level security;
create policy dossier_figure_input_seen on dossier_figure_input for select to thongsuot_app
  using (unit_id = any ((select dossier_figure_units())::bigint[]));
create policy dossier_figure_input_added on dossier_figure_input for insert to thongsuot_app
  with check (exists (select from organ o where o.unit_id = dossier_figure_input.unit_id and o.id = any ((select app_organs())::bigint[])));
grant select, insert on dossier_figure_input to thongsuot_app;

-- The dossiers behind a figure, without any word about the applicant: who may see a unit's figures may see of which dossiers
-- they are made, and opens one only where row-level security lets them.
create function dossiers_behind(unit bigint, from_at timestamptz, to_at timestamptz)
returns table (unit_id bigint, id bigint, code text, procedure_version_id bigint, authority_organ_id bigint, status smallint, channel text,
  papers jsonb, fee integer, money text, sync text, received_at timestamptz, due_at timestamptz, due_exact boolean, paused_at timestamptz,
  supplements smallint, finished_at timestamptz, returned_at timestamptz, signed boolean, held_at timestamptz)
stable security definer set search_path = public, pg_temp language sql as $$
  select d.unit_id, d.id, d.code, d.procedure_version_id, d.authority_organ_id, d.status, d.channel, d.papers, d.fee, d.money, d.sync,
    d.received_at, d.due_at, d.due_exact, d.paused_at, d.supplements, d.finished_at, d.returned_at, (d.result ->> 'signed')::boolean,
    (select p.from_at from dossier_pause p where p.unit_id = d.unit_id and p.dossier_id = d.id and p.to_at = d.finished_at
      order by p.no desc limit 1)
  from dossier d
  where d.unit_id = unit and unit = any (dossier_figure_units())
    and d.received_at < to_at and (d.finished_at is null or d.finished_at >= from_at or d.returned_at >= from_at)
$$;
-- The stocks of a unit at an instant, dossier by dossier.
create function dossier_stocks_at(unit bigint, until timestamptz)
returns table (dossier_id bigint, measure text, late_from date, authority_organ_id bigint)
stable security definer set search_path = public, pg_temp language sql as $$
  select distinct on (s.dossier_id) s.dossier_id, s.measure, s.late_from, s.authority_organ_id
  from dossier_stock s
  where s.unit_id = unit and unit = any (dossier_figure_units()) and s.at < extract(epoch from until) * 1000
    and s.dossier_id in (select d.id from dossier d where d.unit_id = unit and d.received_at < until
      and (d.finished_at is null or d.finished_at >= until))
  order by s.dossier_id, s.event_id desc
$$;
revoke execute on function dossier_figure_units, dossier_figures_add, dossiers_behind, dossier_stocks_at from public;
grant execute on function dossier_figure_units, dossier_figures_add, dossiers_behind, dossier_stocks_at to thongsuot_app;

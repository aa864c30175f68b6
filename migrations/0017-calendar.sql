-- The working calendar as administrators keep it. Nothing is overwritten: a row that no longer holds is superseded with a reason.

-- The public holidays of one year as the State's yearly notice gives them. Years that nobody entered are those that ship with the
-- program, or what the law proposes (src/kernel/calendar).
create table calendar_year (
  id bigint generated always as identity primary key,
  year smallint not null check (year between 2000 and 2199),
  holidays jsonb not null,                 -- [{day, name, insteadOf?}], in order of the day
  swaps jsonb not null default '[]',       -- [{off, work}]
  source text not null,                    -- the notice
  reason text,                             -- why it took the place of what was there before
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz
);
create unique index calendar_year_current on calendar_year (year) where superseded_at is null;

-- An organ's week for a time, and where given for a season of each year. It holds for the organs below it, too, unless they have
-- their own.
create table office_hours (
  id bigint generated always as identity primary key,
  organ_id bigint not null references organ,
  week jsonb not null,                     -- {"1": [{from, to, duty?}], ...}: weekday 1 Monday .. 7 Sunday
  season_from text check (season_from ~ '^\d\d-\d\d$'), -- MM-DD, both inclusive; may run over the New Year
  season_to text check (season_to ~ '^\d\d-\d\d$'),
  valid_from date not null,
  valid_to date,
  source text not null,                    -- the decision on the hours
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  end_reason text,
  check ((season_from is null) = (season_to is null)),
  check (valid_to is null or valid_from <= valid_to),
  check ((superseded_at is null) = (end_reason is null))
);
create index office_hours_organ on office_hours (organ_id) where superseded_at is null;

-- What one organ does differently on one day: closed, half a day, working time on a day of rest.
create table office_day (
  id bigint generated always as identity primary key,
  organ_id bigint not null references organ,
  day date not null,
  sessions jsonb not null,                 -- [{from, to, duty?}]; none: closed
  reason text not null,
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  end_reason text,
  check ((superseded_at is null) = (end_reason is null))
);
create unique index office_day_current on office_day (organ_id, day) where superseded_at is null;

-- How many working days petitions are given, from a day on. Of two that begin on the same day the later entered holds.
create table petition_limit (
  id bigint generated always as identity primary key,
  valid_from date not null,
  normal_days numeric not null check (normal_days > 0),
  urgent_days numeric not null check (urgent_days > 0),
  upper_days numeric not null check (upper_days > 0),   -- for an organ above, to which a petition is passed up
  source text not null,
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  end_reason text,
  check ((superseded_at is null) = (end_reason is null))
);
create unique index petition_limit_current on petition_limit (valid_from) where superseded_at is null;

-- Which state the calendar is in: whoever holds a copy compares this word, or hears of its change.
create table calendar_edition (
  one boolean primary key default true check (one),
  edition uuid not null default gen_random_uuid()
);
insert into calendar_edition default values;
create function calendar_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update calendar_edition set edition = gen_random_uuid();
  perform pg_notify('calendar_changed', '');
  return null;
end $$;
create trigger calendar_year_changes after insert or update on calendar_year for each statement execute function calendar_changes();
create trigger office_hours_changes after insert or update on office_hours for each statement execute function calendar_changes();
create trigger office_day_changes after insert or update on office_day for each statement execute function calendar_changes();
-- Whose hours hold for an organ hangs on what it is below.
create trigger organ_changes_calendar after insert or update of parent_id on organ
  for each statement execute function calendar_changes();

-- The calendar is nobody's secret; the years and the limits of petitions are the province's administrator's to enter, hours and
-- days those of the unit's.
create function administers_province() returns boolean stable parallel safe language sql as $$
  select exists (select from unit u where u.id = app_admin_unit() and u.level = 'province')
$$;
create function administers_organ(organ bigint) returns boolean stable parallel safe language sql as $$
  select exists (select from organ o where o.id = organ and o.unit_id = app_admin_unit())
$$;
alter table calendar_year enable row level security;
create policy calendar_year_seen on calendar_year for select to thongsuot_app using (true);
create policy calendar_year_added on calendar_year for insert to thongsuot_app with check ((select administers_province()));
create policy calendar_year_ended on calendar_year for update to thongsuot_app using ((select administers_province()));
alter table petition_limit enable row level security;
create policy petition_limit_seen on petition_limit for select to thongsuot_app using (true);
create policy petition_limit_added on petition_limit for insert to thongsuot_app with check ((select administers_province()));
create policy petition_limit_ended on petition_limit for update to thongsuot_app using ((select administers_province()));
alter table office_hours enable row level security;
create policy office_hours_seen on office_hours for select to thongsuot_app using (true);
create policy office_hours_added on office_hours for insert to thongsuot_app with check (administers_organ(organ_id));
create policy office_hours_ended on office_hours for update to thongsuot_app using (administers_organ(organ_id));
alter table office_day enable row level security;
create policy office_day_seen on office_day for select to thongsuot_app using (true);
create policy office_day_added on office_day for insert to thongsuot_app with check (administers_organ(organ_id));
create policy office_day_ended on office_day for update to thongsuot_app using (administers_organ(organ_id));
grant select, insert on calendar_year, office_hours, office_day, petition_limit to thongsuot_app;
-- What was entered stays as it was: only its end is written.
grant update (superseded_at) on calendar_year to thongsuot_app;
grant update (superseded_at, end_reason) on office_hours, office_day, petition_limit to thongsuot_app;
grant select on calendar_edition to thongsuot_app;

-- Boundaries of units, simplified to what a page can carry: an SVG path in whole steps of one national grid (see
-- src/units/boundaries). Drawn anew by another file; the former drawing stays.
create table unit_boundary (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  path text not null,
  left_x integer not null,
  top_y integer not null,
  right_x integer not null,
  bottom_y integer not null,
  source text not null,                    -- name of the file
  valid_from date not null,
  valid_to date,
  loaded_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  check (left_x <= right_x and top_y <= bottom_y)
);
create unique index unit_boundary_current on unit_boundary (unit_id) where superseded_at is null;
grant select on unit_boundary to thongsuot_app;

-- How the province stood on a day for each body that assigns work, kept by a job so that a trend needs no reckoning back.
create table standing_day (
  day date not null,
  issuer_organ_id bigint not null references organ,
  late integer not null,                   -- leads' parts past their day
  unacknowledged integer not null,
  unanswered integer not null,             -- petitions past their day
  primary key (issuer_organ_id, day)
);
alter table standing_day enable row level security;
create policy standing_day_seen on standing_day for select to thongsuot_app
  using (issuer_organ_id = any ((select app_organs())::bigint[]));
grant select on standing_day to thongsuot_app;

-- Pages that keep figures of the whole province hear when a directive is taken note of; tasks and petitions tell by themselves.
create function distribution_changes() returns trigger language plpgsql as $$
begin
  perform pg_notify('distribution_changed', '');
  return null;
end $$;
create trigger distribution_changes after insert or update of acknowledged_at on distribution
  for each statement execute function distribution_changes();

-- Who assigned a part, repeated from its task, so that the open parts of a whole province are counted from one index.
alter table charge add column issuer_organ_id bigint references organ;
update charge c set issuer_organ_id = t.issuer_organ_id from task t where t.id = c.task_id;
create function charge_issuer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select t.issuer_organ_id into new.issuer_organ_id from task t where t.id = new.task_id;
  return new;
end $$;
create trigger charge_knows_issuer before insert on charge for each row execute function charge_issuer();
create index charge_open_lead on charge (issuer_organ_id, organ_id, state, due_on)
  where role = 'lead' and state in ('working', 'condition', 'awaiting', 'returned');
create index task_done on task (issuer_organ_id, done_on, due_on) where state = 'done';

-- How every lead stands with what a body assigned. The body's own people see all of it by the policies above; asking these row by
-- row costs a hundred times as much as asking once whether the body is theirs.
create function charge_standings(issuer bigint, today date, soon date)
returns table (organ_id bigint, open integer, late integer, oldest_late date, soon integer, awaiting integer, returned integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.organ_id, count(*)::int, (count(*) filter (where c.state = 'working' and c.due_on < $2))::int,
    min(c.due_on) filter (where c.state = 'working' and c.due_on < $2),
    (count(*) filter (where c.state = 'working' and c.due_on between $2 and $3))::int,
    (count(*) filter (where c.state = 'awaiting'))::int, (count(*) filter (where c.state = 'returned'))::int
  from charge c
  where c.issuer_organ_id = $1 and $1 = any (app_organs())
    and c.role = 'lead' and c.state in ('working', 'condition', 'awaiting', 'returned')
  group by c.organ_id
$$;
-- Of what a body assigned and was done from a day on: how many had a limit, and how many of these kept it.
create function task_punctuality(issuer bigint, since date) returns table (limited integer, kept integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select (count(t.due_on))::int, (count(*) filter (where t.done_on <= t.due_on))::int
  from task t where t.issuer_organ_id = $1 and $1 = any (app_organs()) and t.state = 'done' and t.done_on >= $2
$$;
revoke execute on function charge_standings, task_punctuality, charge_issuer from public;
grant execute on function charge_standings, task_punctuality to thongsuot_app;

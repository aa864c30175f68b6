-- Procedures are edited by a form: whoever saves must have seen the latest state of the procedure.
alter table procedure add column version integer not null default 1;
create policy procedure_changed on procedure for update to thongsuot_app
  using ((select app_person()) is not null) with check ((select app_person()) is not null);

-- How dossier codes are made from a day on (src/dossiers/codePattern.ts); before the first row they are made as the program ships.
-- Of rows for the same day the one not superseded holds. A day never has two patterns: they are set for days to come.
create table code_pattern (
  id bigint generated always as identity primary key,
  valid_from date not null,
  commune text not null,                   -- "{TINH}.{XA}-{NGAY}-{SO}"
  province text not null,                  -- "{TINH}-{NGAY}-{SO}": of the province's own centre
  source text not null,
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  end_reason text,
  check ((superseded_at is null) = (end_reason is null))
);
create unique index code_pattern_current on code_pattern (valid_from) where superseded_at is null;
alter table code_pattern enable row level security;
create policy code_pattern_seen on code_pattern for select to thongsuot_app using (true);
create policy code_pattern_added on code_pattern for insert to thongsuot_app
  with check ((select administers_province()));
create policy code_pattern_ended on code_pattern for update to thongsuot_app
  using ((select administers_province()));
grant select, insert on code_pattern to thongsuot_app;
grant update (superseded_at, end_reason) on code_pattern to thongsuot_app;

-- Ratings are counted among the figures on the day they are given, as soon as they are: all, and those of the two lowest steps.
create index dossier_rating_given on dossier_rating (unit_id, at);
create view dossier_rating_growth as
select r.unit_id, r.dossier_id, d.authority_organ_id, (r.at at time zone 'Asia/Ho_Chi_Minh')::date as day, m.measure
from dossier_rating r join dossier d on d.unit_id = r.unit_id and d.id = r.dossier_id
  cross join lateral (values ('rated', true), ('rated_unhappy', r.stars <= 2)) as m(measure, holds)
where m.holds and d.received_at is not null;
revoke all on dossier_rating_growth from public;
create function dossier_rating_counts() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into dossier_figure (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from, amount)
  select g.unit_id, x.grain, case x.grain when 'd' then g.day else date_trunc(x.field, g.day::timestamp)::date end,
    g.measure, g.authority_organ_id, 0, date '9999-12-31', 1
  from dossier_rating_growth g cross join (values ('d', 'day'), ('m', 'month'), ('y', 'year')) as x(grain, field)
  where g.unit_id = new.unit_id and g.dossier_id = new.dossier_id
  order by x.grain, 3, g.measure
  on conflict (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from)
    do update set amount = dossier_figure.amount + excluded.amount;
  return null;
end
$$;
revoke execute on function dossier_rating_counts from public;
insert into dossier_figure (unit_id, grain, day, measure, authority_organ_id, procedure_version_id, late_from, amount)
select g.unit_id, x.grain, case x.grain when 'd' then g.day else date_trunc(x.field, g.day::timestamp)::date end,
  g.measure, g.authority_organ_id, 0, date '9999-12-31', count(*)
from dossier_rating_growth g cross join (values ('d', 'day'), ('m', 'month'), ('y', 'year')) as x(grain, field)
group by 1, 2, 3, 4, 5;
create trigger dossier_rating_counted after insert on dossier_rating for each row execute function dossier_rating_counts();

-- The ratings of a period behind its figures: which dossiers, how many stars; never the words.
create function dossiers_rated(unit bigint, from_at timestamptz, to_at timestamptz)
returns table (code text, procedure_version_id bigint, authority_organ_id bigint, status smallint, received_at timestamptz,
  due_at timestamptz, finished_at timestamptz, stars smallint)
stable security definer set search_path = public, pg_temp language sql as $$
  select d.code, d.procedure_version_id, d.authority_organ_id, d.status, d.received_at, d.due_at, d.finished_at, r.stars
  from dossier_rating r join dossier d on d.unit_id = r.unit_id and d.id = r.dossier_id
  where r.unit_id = unit and unit = any (dossier_figure_units()) and d.received_at is not null and r.at >= from_at and r.at < to_at
$$;
revoke execute on function dossiers_rated from public;
grant execute on function dossiers_rated to thongsuot_app;

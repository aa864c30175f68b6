-- Periodic reports. A form belongs to the office that asks for it and lives in versions: a published version never changes, what
-- differs later is a new version with its own time. Fields stand in the version (src/reports/model.ts tells their shape).
create table report_form (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  office_organ_id bigint not null references organ,  -- asks for it, keeps the form, rolls up
  title text not null,
  periodicity text not null check (periodicity in ('month', 'quarter', 'half', 'year')),
  created_at timestamptz not null default app_now(),
  created_by bigint references person
);
create index report_form_office on report_form (office_organ_id);

create table report_form_version (
  id bigint generated always as identity primary key,
  form_id bigint not null references report_form,
  number integer not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'published')),
  reporters text[] not null default '{}',            -- classes of organs that report: src/reports/reporters.ts
  due_days numeric not null check (due_days >= 0),   -- working days after the cut-off day
  fields jsonb not null default '[]',
  valid_from date,
  valid_to date,
  version integer not null default 1,
  published_at timestamptz,
  unique (form_id, number),
  check ((state = 'published') = (valid_from is not null and published_at is not null)),
  check (valid_to is null or valid_from <= valid_to)
);
create unique index report_form_one_draft on report_form_version (form_id) where state = 'draft';

create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
    raise exception 'a published form never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger report_form_version_stays before update on report_form_version for each row execute function refuse_published_change();

create table report_period (
  id bigint generated always as identity primary key,
  form_id bigint not null references report_form,
  form_version_id bigint not null references report_form_version,
  unit_id bigint not null references unit,
  office_organ_id bigint not null references organ,
  key text not null,                                 -- '2026-Q4'
  label text not null,                               -- 'Quý IV năm 2026'
  from_on date not null,                             -- figures of these days, both inclusive
  to_on date not null,
  due_on date not null,
  due_lines text[] not null default '{}',            -- why that day, as the working calendar told it
  state text not null default 'open' check (state in ('open', 'closed')),
  signed_on date,                                    -- the roll-up, signed by the head of the office
  signed_by text,
  rolled_up jsonb,                                   -- its figures as they were signed
  opened_at timestamptz not null default app_now(),
  version integer not null default 1,
  unique (form_id, key),
  check (from_on <= to_on),
  check ((signed_on is null) = (rolled_up is null) and (signed_on is null or state = 'closed'))
);
create index report_period_office on report_period (office_organ_id, to_on desc);

-- One organ's report. waiting: nothing written; draft: being written; presented: waits for the head's signature;
-- signed: sent to the office; returned: sent back by the office with remarks.
create table report_sheet (
  id bigint generated always as identity primary key,
  period_id bigint not null references report_period,
  unit_id bigint not null references unit,
  organ_id bigint not null references organ,
  office_organ_id bigint not null references organ,
  state text not null default 'waiting' check (state in ('waiting', 'draft', 'presented', 'signed', 'returned')),
  due_on date not null,
  "values" jsonb not null default '{}',              -- key of the field -> number or text
  prefilled jsonb not null default '{}',             -- key -> what the live data gave when the figures were saved
  covers boolean not null default true,              -- the figures hold the whole period of units that went into this one
  remarks text,                                      -- of the office, when it sent the report back
  signed_on date,
  signed_by text,
  organ_ids bigint[] not null,                       -- who may see it
  version integer not null default 1,
  changed_at timestamptz not null default app_now(),
  unique (period_id, organ_id),
  check ((state = 'signed') = (signed_on is not null))
);
create index report_sheet_organ on report_sheet (organ_id, period_id desc);
create index report_sheet_open on report_sheet (due_on) where state <> 'signed';

-- A closed period holds still, whoever tries, also where closing and saving meet.
create function refuse_closed_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from report_period where id = new.period_id and state = 'open' for share;
  if not found then
    raise exception 'this report period is closed' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger report_sheet_in_open_period before insert or update on report_sheet for each row execute function refuse_closed_period();

alter table report_form enable row level security;
create policy report_form_seen on report_form for select to thongsuot_app using ((select app_person()) is not null);
create policy report_form_added on report_form for insert to thongsuot_app
  with check (office_organ_id = any ((select app_organs())::bigint[]));
create policy report_form_changed on report_form for update to thongsuot_app
  using (office_organ_id = any ((select app_organs())::bigint[]));
alter table report_form_version enable row level security;
create policy report_form_version_seen on report_form_version for select to thongsuot_app
  using (state = 'published' and (select app_person()) is not null
    or exists (select from report_form f where f.id = form_id and f.office_organ_id = any ((select app_organs())::bigint[])));
create policy report_form_version_kept on report_form_version to thongsuot_app
  using (exists (select from report_form f where f.id = form_id and f.office_organ_id = any ((select app_organs())::bigint[])));
alter table report_period enable row level security;
create policy report_period_seen on report_period for select to thongsuot_app using ((select app_person()) is not null);
create policy report_period_kept on report_period to thongsuot_app
  using (office_organ_id = any ((select app_organs())::bigint[]));
alter table report_sheet enable row level security;
create policy report_sheet_seen on report_sheet for select to thongsuot_app using (organ_ids && (select app_organs()));
create policy report_sheet_issued on report_sheet for insert to thongsuot_app
  with check (office_organ_id = any ((select app_organs())::bigint[]));
create policy report_sheet_changed on report_sheet for update to thongsuot_app
  using (array[organ_id, office_organ_id] && (select app_organs())) with check (array[organ_id, office_organ_id] && (select app_organs()));
grant select, insert, update on report_form, report_form_version, report_period, report_sheet to thongsuot_app;

-- Reports that are not signed while their period is open: what reminders go by. Bound by what the reader may see.
create view report_owed with (security_invoker) as
  select s.id, s.organ_id, s.office_organ_id, s.unit_id, s.state, s.due_on, p.id as period_id, p.label, f.title
  from report_sheet s join report_period p on p.id = s.period_id join report_form f on f.id = p.form_id
  where s.state <> 'signed' and p.state = 'open';
grant select on report_owed to thongsuot_app;

create policy event_of_report on event for select to thongsuot_app
  using ((subject_type = 'report_sheet' and exists (select from report_sheet s where s.id = subject_id))
      or (subject_type = 'report_period' and exists (select from report_period p where p.id = subject_id
        and p.office_organ_id = any ((select app_organs())::bigint[]))));

-- A large export, made beside the request; only who asked for it may fetch it.
create table export_job (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  person_id bigint not null references person,
  asked_by jsonb not null,                           -- the person in the position in which they asked
  kind text not null,                                -- what is exported: src/reports/exports/kinds.ts
  wanted jsonb not null default '{}',
  name text not null,                                -- of the file to be
  media_type text not null,
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed')),
  done integer not null default 0,                   -- rows written, of `total`
  total integer not null default 0,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer,
  failure text,
  tries integer not null default 0,
  seen_at timestamptz not null default now(),        -- the last sign of life of whoever makes it
  asked_at timestamptz not null default app_now(),
  check ((state = 'ready') = (sha256 is not null))
);
create index export_job_person on export_job (person_id, id desc);
create index export_job_open on export_job (id) where state in ('waiting', 'making');
alter table export_job enable row level security;
create policy export_job_own on export_job to thongsuot_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select, insert on export_job to thongsuot_app;

-- Asks the worker to make what waits, in the transaction that asks for it.
create function ask_export() returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('report.export', job_key => 'report.export', max_attempts => 3);
end $$;
revoke all on function ask_export() from public;
grant execute on function ask_export() to thongsuot_app;

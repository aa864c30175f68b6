-- Running dossiers taken over from another system's export: what each file said row by row, what became of each row, and a report
-- that is counted anew from these rows and the dossiers themselves. Not of the hot family: a few files a year.

create table takeover (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  owner_organ_id bigint not null references organ,  -- the office that feeds it in
  -- The centres whose rows are taken: those for which the person who asked may do so.
  centre_organ_ids bigint[] not null check (cardinality(centre_organ_ids) > 0),
  system text not null check (system ~ '^[a-z0-9][a-z0-9-]{1,39}$'), -- from which it comes, as dossier_origin.system names it
  trial boolean not null,                          -- looks at every row and writes no dossier
  trial_id bigint references takeover,             -- the rehearsal from which the real run was started
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  size integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'cancelled', 'failed')),
  row_count integer not null default 0,            -- rows of the file below its heading, counted before any is judged
  failure text,                                    -- why the file could not be read
  tries integer not null default 0,
  seen_at timestamptz not null default now(),      -- the last sign of life of whoever works at it
  person_id bigint not null,
  asked_by jsonb not null,                         -- the person in the position in which they asked
  asked_at timestamptz not null default app_now(),
  ended_at timestamptz,
  check (trial = (trial_id is null))
);
create index takeover_open on takeover (state, id) where state in ('waiting', 'working');
create index takeover_of_office on takeover (owner_organ_id, id desc);
-- One rehearsal leads to one real run, however often the button is pressed.
create unique index takeover_of_trial on takeover (trial_id) where trial_id is not null;
alter table takeover enable row level security;
create policy takeover_of_office on takeover to thongsuot_app
  using (owner_organ_id = any ((select app_organs())::bigint[])) with check (owner_organ_id = any ((select app_organs())::bigint[]));
grant select, insert, update on takeover to thongsuot_app;

-- What became of a row. Written with the dossiers of its rows in one transaction, and never changed.
create table takeover_row (
  takeover_id bigint not null references takeover,
  line integer not null,                           -- its number in the sheet, as people see it
  outcome text not null check (outcome in ('taken', 'there', 'refused')),
  code text collate "C" not null default '',       -- the old code, as told
  status smallint,                                 -- as told; null where it cannot be read
  centre_organ_id bigint,                          -- null where it cannot be told
  field text not null default '',                  -- refused: the head of the column
  reason text not null default '',                 -- refused: what to mend
  ended boolean not null default false,            -- refused because it is finished there: nothing to mend
  -- there: what the file says otherwise than when it was taken; taken: where our reckoning gives another date
  difference text not null default '',
  unit_id bigint,                                  -- of the dossier
  dossier_id bigint,
  primary key (takeover_id, line),
  check ((outcome = 'refused') = (reason <> ''))
);
create index takeover_row_outcome on takeover_row (takeover_id, outcome, line);
alter table takeover_row enable row level security;
create policy takeover_row_of_office on takeover_row to thongsuot_app
  using (exists (select from takeover t where t.id = takeover_id)) with check (exists (select from takeover t where t.id = takeover_id));
grant select, insert on takeover_row to thongsuot_app;

-- Asks the worker to go on with what waits, in the transaction that feeds a file in (see ask_petition_import).
create function ask_takeover() returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('dossier.takeover', job_key => 'dossier.takeover', max_attempts => 3);
end $$;
revoke all on function ask_takeover() from public;
grant execute on function ask_takeover() to thongsuot_app;

-- The code that another system gave is on the paper in the applicant's hand: it leads to the dossier as ours does.
create or replace function dossier_lookup(asked_code text, fact text)
returns table (code text, procedure_version_id bigint, applicant_name text, reception_organ_id bigint, authority_organ_id bigint,
  return_organ_id bigint, holder_organ_id bigint, status smallint, step_no smallint, submitted_at timestamptz, received_at timestamptz,
  first_due_at timestamptz, due_at timestamptz, due_exact boolean, due_lines text[], paused_at timestamptz, pause_reason text,
  answer_by date, apology text, apologised_at timestamptz, ending text, finished_at timestamptz, returned_at timestamptz, delivery text,
  delivery_way text, money text, fee integer, granted boolean, stars smallint)
stable security definer set search_path = public, pg_temp language sql as $$
  select d.code, d.procedure_version_id, d.applicant_name, d.reception_organ_id, d.authority_organ_id, d.return_organ_id, d.holder_organ_id,
    d.status, d.step_no, d.submitted_at, d.received_at, d.first_due_at, d.due_at, d.due_exact, d.due_lines, d.paused_at, p.reason, p.answer_by,
    e.reason, e.at, d.ending, d.finished_at, d.returned_at, d.delivery, d.delivery_way, d.money, d.fee, (d.result ->> 'granted')::boolean, r.stars
  from dossier d
  join dossier_applicant a on a.unit_id = d.unit_id and a.id = d.applicant_id
  left join lateral (select x.reason, x.answer_by from dossier_pause x
    where x.unit_id = d.unit_id and x.dossier_id = d.id and x.to_at is null order by x.no desc limit 1) p on true
  left join lateral (select x.reason, x.at from event x where d.apologies > 0 and x.unit_id = d.unit_id and x.subject_type = 'dossier'
    and x.subject_id = d.id and x.kind = 'dossier.apologised' order by x.id desc limit 1) e on true
  left join dossier_rating r on r.unit_id = d.unit_id and r.dossier_id = d.id
  where (d.code = asked_code or d.national_code = asked_code) and fact <> '' and (a.id_number = fact or a.phone = fact
    or (a.id_number is null and a.phone is null and to_char(a.birth_day, 'DDMMYYYY') = fact))
  order by d.code = asked_code desc
  limit 1
$$;

-- What the other system told when its dossier was taken over, without personal data, to hold a later file against it.
alter table dossier_origin add column told jsonb;

-- The connected systems to which the status of a dossier may be given: those that may act for its centre and know it by a code of
-- their own. Told to whoever may see the dossier.
create function dossier_systems(unit bigint, asked bigint) returns setof text
stable security definer set search_path = public, pg_temp language sql as $$
  select distinct c.system from dossier d
  join dossier_origin o on o.unit_id = d.unit_id and o.dossier_id = d.id
  join api_client c on c.system = o.system and c.ended_at is null
  join api_client_organ k on k.client_id = c.id and k.organ_id = d.reception_organ_id
  where d.unit_id = unit and d.id = asked and d.organ_ids && app_organs()
$$;
revoke execute on function dossier_systems from public;
grant execute on function dossier_systems to thongsuot_app;

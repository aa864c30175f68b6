-- Passed up to an organ above that does not work here (a ministry): it owes the answer, which the lead writes down when it comes.
alter table petition add column upper_organ_id bigint references organ;
-- lapsed: answered, and nobody who asked has said in time what the answer was worth.
alter table petition drop constraint petition_state_check;
alter table petition add constraint petition_state_check check (state in ('raised', 'working', 'prepared', 'partial', 'beyond',
  'answered', 'refused', 'reopened', 'closed', 'lapsed', 'withdrawn', 'merged'));
create index petition_unjudged on petition (answered_on) where state in ('answered', 'refused');

-- Until when organs may raise petitions into a dialogue themselves; null: its office alone writes them down.
alter table dialogue add column raise_until date;
create policy dialogue_changed on dialogue for update to thongsuot_app
  using (office_organ_id = any ((select app_organs())::bigint[])) with check (office_organ_id = any ((select app_organs())::bigint[]));
grant update (raise_until) on dialogue to thongsuot_app;

-- A sheet or a table of petitions on its way into a dialogue: read and checked beside the request, then taken in whole or not at all.
create table petition_import (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  owner_organ_id bigint not null references organ,  -- the office that fed it in
  dialogue_id bigint not null references dialogue,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  size integer not null,
  -- faulty: rows have to be mended, nothing was taken in; failed: the file could not be read
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'faulty', 'failed')),
  row_count integer not null default 0,              -- rows read, without the heading
  done double precision not null default 0,         -- of the whole, 0..1
  added integer not null default 0,
  known integer not null default 0,                 -- rows that the dialogue had already
  fault_count integer not null default 0,
  faults jsonb not null default '[]',               -- [{line, message}], the first of them
  failure text,
  tries integer not null default 0,
  seen_at timestamptz not null default now(),       -- the last sign of life of whoever works at it
  asked_by jsonb not null,                          -- the person in the position in which they asked
  asked_at timestamptz not null default app_now()
);
create index petition_import_open on petition_import (state, id) where state in ('waiting', 'working');
create index petition_import_dialogue on petition_import (dialogue_id, id desc);
alter table petition_import enable row level security;
create policy petition_import_of_office on petition_import to thongsuot_app
  using (owner_organ_id = any ((select app_organs())::bigint[])) with check (owner_organ_id = any ((select app_organs())::bigint[]));
grant select, insert, update on petition_import to thongsuot_app;

-- Asks the worker to take in what waits, in the transaction that feeds a file in (see ask_scan).
create function ask_petition_import() returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('petition.import', job_key => 'petition.import', max_attempts => 3);
end $$;
revoke all on function ask_petition_import() from public;
grant execute on function ask_petition_import() to thongsuot_app;

-- Both ways into the table look at the petition themselves, and nothing is deleted: a third look for each of 45 pairs of words took
-- a third of the time of taking in a table.
alter table petition_shingle drop constraint petition_shingle_petition_id_fkey;

-- Makes many new petitions findable at once: the rights are looked at once a petition instead of once a pair of words.
create function keep_shingles(ids bigint[], shingles integer[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from (select distinct unnest(ids) as id) i
      where not exists (select from petition p where p.id = i.id and p.organ_ids && app_organs())) then
    raise exception 'not a petition of this person' using errcode = 'insufficient_privilege';
  end if;
  insert into petition_shingle (shingle, petition_id) select s, i from unnest(shingles, ids) as k(s, i);
end $$;
revoke execute on function keep_shingles from public;
grant execute on function keep_shingles to thongsuot_app;

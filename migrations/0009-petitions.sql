-- What organs ask: difficulties and proposals, raised by one, joined by others, assigned by an office, answered to all who asked.
-- The steps are events; this row is their fold, kept for lists and locks (src/petitions/model.ts).
--   raised: waits to be assigned; working: with the answerer; prepared: written, not yet sent by the forwarder;
--   partial: answered in part, the rest has a limit; beyond: passed up, beyond the answerer's authority; answered; refused;
--   reopened: the asker wants another answer; closed: every asker has said whether it was solved; withdrawn; merged into another
create table petition (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,           -- of the first asker
  mountainous boolean not null,                      -- as the unit was when it asked
  body_organ_id bigint not null references organ,    -- the body asked: Tỉnh ủy, UBND tỉnh
  office_organ_id bigint not null references organ,  -- its office, which assigns
  asker_organ_ids bigint[] not null,                 -- the first asker first
  verdicts jsonb not null default '[]',              -- [{organId, solved}]: what askers said of the answer
  lead_organ_id bigint references organ,
  coordinator_organ_ids bigint[] not null default '{}',
  opinion_organ_ids bigint[] not null default '{}',  -- coordinators that gave theirs since the last assignment
  forwarder_organ_id bigint references organ,        -- sends the answer, where another organ prepares it
  watcher_organ_ids bigint[] not null default '{}',
  field text not null,
  urgency text not null check (urgency in ('normal', 'urgent')),
  topic text not null,
  ask text not null,
  why text not null,
  state text not null check (state in ('raised', 'working', 'prepared', 'partial', 'beyond', 'answered', 'refused', 'reopened',
    'closed', 'withdrawn', 'merged')),
  solved boolean,                                    -- of a closed one
  raised_on date not null,
  limit_days numeric,                                -- working days given to the answerer
  due_on date,
  due_lines text[] not null default '{}',            -- why that day, as the working calendar told it
  answered_on date,                                  -- of the last full answer or refusal
  task_id bigint references task,                    -- the task of a directive by which it was assigned
  merged_into_id bigint references petition,
  shared boolean not null,                           -- others may find it while typing, and join
  public_title text,
  public_answer text,
  published_on date,
  organ_ids bigint[] not null,                       -- who may see it
  search_key text not null,
  version integer not null default 1,
  created_at timestamptz not null default app_now(),
  changed_at timestamptz not null default app_now(),
  check (cardinality(asker_organ_ids) > 0 or state in ('withdrawn', 'merged')),
  check ((state = 'closed') = (solved is not null)),
  check ((state = 'merged') = (merged_into_id is not null)),
  check ((published_on is null) = (public_title is null))
);
create index petition_office_state on petition (office_organ_id, state, id);
create index petition_lead_state on petition (lead_organ_id, state, id);
create index petition_state_due on petition (state, due_on);
create index petition_coordinated on petition (state) where cardinality(coordinator_organ_ids) > 0;
create index petition_task on petition (task_id);
create index petition_published on petition (published_on desc, id desc) where published_on is not null;

-- Pairs of neighbouring words (as numbers, see src/petitions/shingles.ts) by which a like petition is found.
create table petition_shingle (
  shingle integer not null,
  petition_id bigint not null references petition,
  primary key (shingle, petition_id)
);

alter table petition enable row level security;
create policy petition_seen on petition for select to thongsuot_app using (organ_ids && (select app_organs()));
create policy petition_added on petition for insert to thongsuot_app
  with check (asker_organ_ids && (select app_organs()) or office_organ_id = any ((select app_organs())::bigint[]));
-- Whoever has a part in it may take steps; watchers only read.
create policy petition_changed on petition for update to thongsuot_app
  using ((array[office_organ_id, lead_organ_id, forwarder_organ_id] || asker_organ_ids || coordinator_organ_ids)
    && (select app_organs()))
  with check (organ_ids && (select app_organs()));
alter table petition_shingle enable row level security;
create policy petition_shingle_added on petition_shingle for insert to thongsuot_app
  with check (exists (select from petition p where p.id = petition_id));
grant select, insert, update on petition to thongsuot_app;
grant insert on petition_shingle to thongsuot_app;

-- Like petitions, the likest first: what others asked is told in its topic and demand alone, and only where they share it.
-- Of a pair of words at most `most_held` petitions are looked at, so that the cost does not grow with the table; the rarer a
-- pair, the more it weighs.
create function petition_similar(shingles integer[], most_held integer, most integer)
returns table (id bigint, topic text, ask text, field text, state text, raised_on date, unit_id bigint, askers integer, seen boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with hit as (
    select h.petition_id, count(*) over (partition by s.shingle) as held
    from unnest(shingles) as s(shingle) cross join lateral (
      select x.petition_id from petition_shingle x where x.shingle = s.shingle order by x.petition_id desc limit most_held) h
  ), scored as (
    select h.petition_id, count(*) as matched,
      sum(case when h.held >= most_held then 0.02 else 1 / (1 + ln(h.held)) end) as score
    from hit h group by h.petition_id having count(*) >= least(2, cardinality(shingles))
    order by score desc, h.petition_id desc limit 10 * most
  )
  select p.id, p.topic, p.ask, p.field, p.state, p.raised_on, p.unit_id, cardinality(p.asker_organ_ids), p.organ_ids && app_organs()
  from scored c join petition p on p.id = c.petition_id
  where app_person() is not null and p.state not in ('withdrawn', 'merged') and (p.shared or p.organ_ids && app_organs())
  order by c.score desc, p.id desc limit most
$$;

-- Lets an organ of the asking person in to a shared petition, as one more that asks. False where there is none to join.
create function petition_let_in(petition bigint, organ bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not organ = any (app_organs()) then
    raise exception 'not an organ of this person' using errcode = 'insufficient_privilege';
  end if;
  update petition p set organ_ids = p.organ_ids || organ, asker_organ_ids = p.asker_organ_ids || organ
    where p.id = petition and p.shared and not organ = any (p.asker_organ_ids);
  return found;
end $$;
revoke execute on function petition_similar, petition_let_in from public;
grant execute on function petition_similar, petition_let_in to thongsuot_app;

-- What everybody may read, in the words that the office chose for the public.
create view petition_public with (security_barrier) as
  select p.id, p.public_title as title, p.public_answer as answer, p.field, p.raised_on, p.answered_on, p.published_on, p.solved,
    u.name as unit_name, u.type as unit_type
  from petition p join unit u on u.id = p.unit_id where p.published_on is not null;
grant select on petition_public to thongsuot_app;

alter table file drop constraint file_subject_type_check;
alter table file add constraint file_subject_type_check check (subject_type in ('directive', 'task', 'petition'));
-- A file that goes with a draft is the answerers' own until the answer is sent.
create policy file_of_petition on file to thongsuot_app
  using (subject_type = 'petition' and exists (select from petition p where p.id = subject_id and (kind <> 'draft'
    or (array[p.office_organ_id, p.lead_organ_id, p.forwarder_organ_id] || p.coordinator_organ_ids) && (select app_organs()))))
  with check (subject_type = 'petition' and exists (select from petition p where p.id = subject_id));

-- Askers and watchers do not read what the answerers say among themselves before the answer is sent.
drop policy event_seen on event;
create policy event_seen on event for select to thongsuot_app
  using ((subject_type = 'directive' and exists (select from directive d where d.id = subject_id))
      or (subject_type = 'task' and exists (select from task t where t.id = subject_id))
      or (subject_type = 'petition' and exists (select from petition p where p.id = subject_id
        and (kind not in ('petition.prepared', 'petition.sent_back', 'petition.opined')
          or (array[p.office_organ_id, p.lead_organ_id, p.forwarder_organ_id] || p.coordinator_organ_ids) && (select app_organs()))))
      or (subject_type not in ('directive', 'task', 'petition') and unit_id = (select app_admin_unit()))
      or person_id = (select app_person()));

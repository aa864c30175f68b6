-- What one directive asks of one or more organs. State is the fold of its lead charges, kept for lists.
--   condition: waits for an event; working: being done; awaiting: asked to be confirmed;
--   returned: sent back with a reason; done: confirmed; withdrawn: no longer asked, with a reason
create table task (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  directive_id bigint references directive,
  issuer_organ_id bigint not null references organ,
  owner_organ_id bigint not null references organ,   -- the office that confirms
  lead_organ_ids bigint[] not null,                  -- as in charge, repeated so that a list needs no join
  coordinator_organ_ids bigint[] not null default '{}',
  ordinal integer not null,
  source text not null,                              -- "2040-TB/TU": the directive as people cite it
  action text not null,
  topic text,
  evidence_start integer,
  evidence_end integer,
  due_on date,
  deadline_text text,
  condition text,
  recurrence text,
  report_to text[] not null default '{}',
  basis text[] not null default '{}',
  state text not null check (state in ('working', 'condition', 'awaiting', 'returned', 'done', 'withdrawn')),
  started_on date not null,
  done_on date,
  end_reason text,
  organ_ids bigint[] not null,             -- who may see it: the office, the issuer and all charged
  search_key text not null,
  version integer not null default 1,
  created_at timestamptz not null default app_now(),
  changed_at timestamptz not null default app_now(),
  check (cardinality(lead_organ_ids) > 0),
  check ((state = 'done') = (done_on is not null))
);
create index task_issuer_due on task (issuer_organ_id, due_on, id);
create index task_issuer_state_due on task (issuer_organ_id, state, due_on, id);
create index task_due on task (due_on, id);
create index task_directive on task (directive_id, ordinal);
-- No index on organ_ids: the planner cannot know how many rows it keeps, and would take it where an ordered index is right.

-- One organ's part in a task. Each lead is confirmed by itself; a coordinator closes its own part.
create table charge (
  id bigint generated always as identity primary key,
  task_id bigint not null references task,
  organ_id bigint not null references organ,
  role text not null check (role in ('lead', 'coordinate')),
  state text not null check (state in ('working', 'condition', 'awaiting', 'returned', 'done', 'withdrawn')),
  percent smallint not null default 0 check (percent between 0 and 100),
  last_note text,
  asked_on date,                           -- the day on which completion was reported; it counts as the day of completion once confirmed
  done_on date,
  due_on date,                             -- the task's, repeated for the organ's own list
  version integer not null default 1,
  changed_at timestamptz not null default app_now(),
  unique (task_id, organ_id),
  check ((state = 'done') = (done_on is not null))
);
create index charge_organ_due on charge (organ_id, due_on, task_id);
create index charge_organ_state_due on charge (organ_id, state, due_on, task_id);

alter table task enable row level security;
create policy task_seen on task to thongsuot_app
  using (organ_ids && (select app_organs())) with check (organ_ids && (select app_organs()));
alter table charge enable row level security;
create policy charge_seen on charge for select to thongsuot_app
  using (exists (select from task t where t.id = task_id));
create policy charge_added on charge for insert to thongsuot_app
  with check (exists (select from task t where t.id = task_id and t.owner_organ_id = any ((select app_organs())::bigint[])));
create policy charge_changed on charge for update to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])
      or exists (select from task t where t.id = task_id and t.owner_organ_id = any ((select app_organs())::bigint[])));

alter table file enable row level security;
create policy file_seen on file to thongsuot_app
  using ((subject_type = 'directive' and exists (select from directive d where d.id = subject_id))
      or (subject_type = 'task' and exists (select from task t where t.id = subject_id)))
  with check ((subject_type = 'directive' and exists (select from directive d where d.id = subject_id))
      or (subject_type = 'task' and exists (select from task t where t.id = subject_id)));

-- Whoever may see a thing may see what happened to it; an administrator sees what happened in the unit; everybody what they did.
alter table event enable row level security;
create policy event_seen on event for select to thongsuot_app
  using ((subject_type = 'directive' and exists (select from directive d where d.id = subject_id))
      or (subject_type = 'task' and exists (select from task t where t.id = subject_id))
      or (subject_type not in ('directive', 'task') and unit_id = (select app_admin_unit()))
      or person_id = (select app_person()));
create policy event_added on event for insert to thongsuot_app with check (person_id is not distinct from (select app_person()));

grant select, insert, update on task, charge to thongsuot_app;

-- The parts that organs have in a task by law: opinions that coordinators owe, extensions asked and decided, duties that come
-- back each period, sub-tasks, events that tasks wait for, and who took over from whom.
alter table task
  add column opinion_due_on date,          -- coordinators owe their opinions by this day
  add column opinion_day_set boolean,      -- the lead named that day; null: some days before the due date
  add column due_lines text[],             -- why the due date is that day, where the working calendar computed it
  add column series_id bigint references task, -- the recurring duty of which this is one period
  add column period text,                  -- '2026-11', '2026-Q4', '2026-W47': a period of the series, made once
  add column periods_from date;            -- a recurring duty makes the periods that are due from this day on
alter table task add check ((series_id is null) = (period is null));
create unique index task_period on task (series_id, period) where series_id is not null;
create index task_recurring on task (id) where recurrence is not null and state not in ('done', 'withdrawn');
-- What was assigned before this was known makes its periods from now on, none of the past.
update task set periods_from = current_date where recurrence is not null;

alter table charge
  add column opinion_on date,              -- when the coordinator last gave one
  add column opinion text,
  add column target_on date,               -- the organ's own earlier aim; due_on is the binding day
  add column received_from_id bigint references organ, -- the organ that ended, whose part this was
  add column end_reason text;

-- A lead asks for more time; the office decides. One request of a charge is open at a time.
create table task_extension (
  id bigint generated always as identity primary key,
  task_id bigint not null references task,
  charge_id bigint not null references charge,
  state text not null check (state in ('asked', 'granted', 'refused')),
  was_due_on date not null,
  asked_due_on date not null,
  reason text not null,
  asked_on date not null,
  granted_due_on date,
  decision text,                           -- the office's words; always there when refused
  decided_on date,
  version integer not null default 1,
  check ((state = 'granted') = (granted_due_on is not null)),
  check ((state = 'asked') = (decided_on is null)),
  check (state <> 'refused' or decision is not null)
);
create index task_extension_task on task_extension (task_id, id);
create unique index task_extension_open on task_extension (charge_id) where state = 'asked';
alter table task_extension enable row level security;
create policy task_extension_seen on task_extension for select to thongsuot_app using (exists (select from task t where t.id = task_id));
create policy task_extension_asked on task_extension for insert to thongsuot_app
  with check (exists (select from charge c where c.id = charge_id and c.organ_id = any ((select app_organs())::bigint[])));
create policy task_extension_decided on task_extension for update to thongsuot_app
  using (exists (select from task t where t.id = task_id and t.owner_organ_id = any ((select app_organs())::bigint[])));
grant select, insert, update on task_extension to thongsuot_app;

-- A charge passed down: to a person of the organ (appointment) or to an organ below, and from there again.
create table subtask (
  id bigint generated always as identity primary key,
  task_id bigint not null references task,
  charge_id bigint not null references charge,
  parent_id bigint references subtask,
  passer_organ_id bigint not null references organ,  -- passes it on and confirms it
  organ_id bigint not null references organ,         -- does it
  appointment_id bigint references appointment,      -- the person of that organ, where it was given to one
  title text not null,
  weight smallint not null check (weight between 1 and 1000), -- its share beside its siblings
  started_on date not null,
  due_on date,
  state text not null default 'working' check (state in ('working', 'awaiting', 'returned', 'done', 'withdrawn')),
  percent smallint not null default 0 check (percent between 0 and 100),
  last_note text,
  asked_on date,
  done_on date,
  end_reason text,
  version integer not null default 1,
  created_at timestamptz not null default app_now(),
  check (due_on is null or due_on >= started_on),
  check ((state = 'done') = (done_on is not null)),
  check (parent_id <> id)
);
create index subtask_task on subtask (task_id, id);
create index subtask_parent on subtask (charge_id, parent_id);
create index subtask_organ on subtask (organ_id, state, due_on);
create index subtask_passer on subtask (passer_organ_id, state);

-- No circle: neither of sub-tasks nor of those who hold them.
create function check_subtask() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at bigint := new.parent_id;
  above subtask;
begin
  while at is not null loop
    if at = new.id then
      raise exception 'a sub-task cannot stand below itself' using errcode = 'check_violation', constraint = 'subtask_circular';
    end if;
    select * into above from subtask where id = at;
    if above.charge_id <> new.charge_id then
      raise exception 'a sub-task belongs to the charge of its parent' using errcode = 'check_violation', constraint = 'subtask_charge';
    end if;
    if tg_op = 'INSERT' and above.organ_id = new.organ_id and above.appointment_id is not distinct from new.appointment_id then
      raise exception 'who passed it on would hold it again' using errcode = 'check_violation', constraint = 'subtask_circular';
    end if;
    at := above.parent_id;
  end loop;
  if tg_op = 'INSERT' and new.appointment_id is null
    and exists (select from charge c where c.id = new.charge_id and c.organ_id = new.organ_id) then
    raise exception 'who passed it on would hold it again' using errcode = 'check_violation', constraint = 'subtask_circular';
  end if;
  return new;
end $$;
create trigger subtask_has_no_circle before insert or update of parent_id on subtask
  for each row execute function check_subtask();

-- The share done of the sub-tasks is the percent of what they are part of; 100 only when all are confirmed. Kept by the database:
-- whoever notes progress below may not write above.
create function add_up_subtasks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  added integer;
begin
  select case when bool_and(s.state = 'done') then 100 else least(99, sum(s.weight * s.percent) / sum(s.weight)) end into added
    from subtask s where s.charge_id = new.charge_id and s.parent_id is not distinct from new.parent_id and s.state <> 'withdrawn';
  if added is null then
    return null;
  elsif new.parent_id is null then
    update charge set percent = added where id = new.charge_id and percent <> added and state in ('working', 'returned');
  else
    update subtask set percent = added where id = new.parent_id and percent <> added and state in ('working', 'returned');
  end if;
  return null;
end $$;
create trigger subtask_adds_up after insert or update of percent, state, weight on subtask
  for each row execute function add_up_subtasks();

-- A charge that is asked no longer takes along what was passed down of it; the office that withdraws it sees none of that.
create function withdraw_subtasks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update subtask set state = 'withdrawn', asked_on = null, version = version + 1,
      end_reason = coalesce(new.end_reason, 'Nhiệm vụ đã thôi giao.')
    where charge_id = new.id and state not in ('done', 'withdrawn');
  return null;
end $$;
create trigger charge_withdraws_subtasks after update of state on charge
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function withdraw_subtasks();

alter table subtask enable row level security;
create policy subtask_seen on subtask for select to thongsuot_app using (exists (select from task t where t.id = task_id));
create policy subtask_passed on subtask for insert to thongsuot_app
  with check (passer_organ_id = any ((select app_organs())::bigint[]) and exists (select from task t where t.id = task_id));
create policy subtask_changed on subtask for update to thongsuot_app
  using (array[organ_id, passer_organ_id] && (select app_organs()));
grant select, insert on subtask to thongsuot_app;
grant update (state, percent, last_note, asked_on, done_on, end_reason, version) on subtask to thongsuot_app;

-- That an event for which tasks waited has happened. One that was recorded by mistake is undone, and stays on record.
create table happening (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  owner_organ_id bigint not null references organ,
  wording text not null,                   -- the condition as most of the tasks word it
  happened_on date not null,
  source text not null,                    -- number and day of the document, or the fact
  tasks jsonb not null,                    -- [{id, wasDueOn}]: the tasks that started by it
  recorded_at timestamptz not null default app_now(),
  recorded_by bigint references person,
  undone_on date,
  undo_reason text,
  check ((undone_on is null) = (undo_reason is null))
);
create index happening_owner on happening (owner_organ_id, id desc);
alter table happening enable row level security;
create policy happening_kept on happening to thongsuot_app
  using (owner_organ_id = any ((select app_organs())::bigint[])) with check (owner_organ_id = any ((select app_organs())::bigint[]));
grant select, insert, update on happening to thongsuot_app;

-- The successor of an organ that has ended takes over what is open: its charges, sub-tasks, requests, and the tasks it watched.
-- Told are the tasks touched. Only for the administrator of the unit, who sees none of them: hence past row-level security.
create function task_take_over(ended bigint, successor bigint, words text)
returns table (id bigint, unit_id bigint, part text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was record;
  kept bigint;
begin
  if not exists (select from organ o where o.id = ended and o.unit_id = app_admin_unit() and o.valid_to is not null)
    or not exists (select from organ_lineage l where l.predecessor_id = ended and l.successor_id = successor) then
    raise exception 'not an ended organ of this unit with this successor' using errcode = 'insufficient_privilege';
  end if;
  for was in
    select c.*, t.unit_id as task_unit, t.directive_id from task t join charge c on c.task_id = t.id
    where c.organ_id = ended and c.state not in ('done', 'withdrawn') order by t.id for update
  loop
    insert into charge as c (task_id, organ_id, role, state, percent, last_note, asked_on, due_on,
        opinion_on, opinion, target_on, received_from_id)
      values (was.task_id, successor, was.role, was.state, was.percent, was.last_note, was.asked_on, was.due_on, was.opinion_on,
        was.opinion, was.target_on, ended)
      on conflict (task_id, organ_id) do update set received_from_id = ended, version = c.version + 1, changed_at = app_now(),
        role = case when 'lead' in (c.role, excluded.role) then 'lead' else c.role end,
        -- An own part of the same kind that is still open goes on as it is; what was inherited is never lost behind a closed one.
        state = case when c.role >= excluded.role and c.state not in ('done', 'withdrawn') then c.state else excluded.state end,
        percent = case when c.role >= excluded.role and c.state not in ('done', 'withdrawn') then c.percent else excluded.percent end,
        asked_on = case when c.role >= excluded.role and c.state not in ('done', 'withdrawn') then c.asked_on else excluded.asked_on end,
        due_on = excluded.due_on, done_on = null, end_reason = null
      returning c.id into kept;
    update subtask s set charge_id = kept where s.charge_id = was.id;
    update task_extension e set charge_id = kept where e.charge_id = was.id
      and (e.state <> 'asked' or not exists (select from task_extension x where x.charge_id = kept and x.state = 'asked'));
    update charge c set state = 'withdrawn', end_reason = words, asked_on = null, version = c.version + 1, changed_at = app_now()
      where c.id = was.id;
    update task t set version = t.version + 1, changed_at = app_now(),
        organ_ids = array(select distinct x from unnest(t.organ_ids || successor) x),
        lead_organ_ids = array(select c.organ_id from charge c where c.task_id = t.id and c.role = 'lead' and c.organ_id <> ended
          and (c.organ_id = successor or c.organ_id = any (t.lead_organ_ids)) order by c.id),
        coordinator_organ_ids = array(select c.organ_id from charge c where c.task_id = t.id and c.role = 'coordinate'
          and c.organ_id <> ended and (c.organ_id = successor or c.organ_id = any (t.coordinator_organ_ids)) order by c.id)
      where t.id = was.task_id;
    -- The same fold as foldTask of src/tasks/model.ts; open work was taken over, so a task never becomes done here.
    update task t set state = l.state from (
      select case when bool_or(c.state = 'awaiting') then 'awaiting' when bool_or(c.state = 'returned') then 'returned'
          when bool_or(c.state = 'condition') then 'condition' else 'working' end as state
        from charge c where c.task_id = was.task_id and c.role = 'lead' and c.state <> 'withdrawn'
        having not bool_and(c.state = 'done')) l
      where t.id = was.task_id and t.state <> l.state;
    update directive d set organ_ids = d.organ_ids || successor
      where d.id = was.directive_id and not successor = any (d.organ_ids);
    insert into distribution (directive_id, organ_id, reason)
      select was.directive_id, successor, was.role where was.directive_id is not null on conflict do nothing;
    return query select was.task_id, was.task_unit, was.role;
  end loop;
  return query
    with moved as (
      update subtask s set organ_id = case when s.organ_id = ended then successor else s.organ_id end,
        appointment_id = case when s.organ_id = ended then null else s.appointment_id end,
        passer_organ_id = case when s.passer_organ_id = ended then successor else s.passer_organ_id end, version = s.version + 1
      where ended in (s.organ_id, s.passer_organ_id) and s.state not in ('done', 'withdrawn') returning s.task_id
    ), let_in as (
      update task t set organ_ids = array(select distinct x from unnest(t.organ_ids || successor) x)
      where t.id in (select m.task_id from moved m) returning t.id, t.unit_id
    )
    select l.id, l.unit_id, 'subtask' from let_in l;
  return query
    update task t set owner_organ_id = successor, organ_ids = array(select distinct x from unnest(t.organ_ids || successor) x),
      version = t.version + 1
    where t.owner_organ_id = ended and t.state not in ('done', 'withdrawn') returning t.id, t.unit_id, 'owner';
end $$;
revoke execute on function task_take_over, check_subtask, add_up_subtasks, withdraw_subtasks from public;
grant execute on function task_take_over to thongsuot_app;

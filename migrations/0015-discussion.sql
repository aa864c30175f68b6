-- Reminder letters of the office, steps taken on many tasks at once, and what people say and keep about tasks.

-- A văn bản đôn đốc as it was issued: numbered, dated, to one organ or to several with an annex.
create table reminder_letter (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  batch uuid not null,                     -- letters made in one go
  office_organ_id bigint not null references organ,  -- the office that made it
  issuer_organ_id bigint not null references organ,  -- in whose name: the office's own or the body it serves
  number integer not null check (number > 0),
  symbol text not null,                    -- 'VP-TH', 'CV/VPTU'
  issued_on date not null,
  subject text not null,
  addressee_ids bigint[] not null,
  document jsonb not null,                 -- the paper itself, from which both files are printed
  signed jsonb not null,                   -- place, capacity, title, name, recipients: offered again for the next letter
  pdf_sha256 text,                         -- in the file store, once printed
  docx_sha256 text,
  organ_ids bigint[] not null,             -- who may see it: the office, the issuer, the addressees
  created_by bigint not null references person,
  created_at timestamptz not null default app_now(),
  check (cardinality(addressee_ids) > 0)
);
create unique index reminder_letter_number on reminder_letter (issuer_organ_id, symbol, (extract(year from issued_on)), number);
create index reminder_letter_batch on reminder_letter (batch);
create index reminder_letter_unprinted on reminder_letter (id) where pdf_sha256 is null or docx_sha256 is null;
create table reminder_letter_task (
  letter_id bigint not null references reminder_letter,
  task_id bigint not null references task,
  primary key (letter_id, task_id)
);
create index reminder_letter_task_task on reminder_letter_task (task_id);
alter table reminder_letter enable row level security;
create policy reminder_letter_seen on reminder_letter for select to thongsuot_app using (organ_ids && (select app_organs()));
create policy reminder_letter_added on reminder_letter for insert to thongsuot_app
  with check (office_organ_id = any ((select app_organs())::bigint[]) and created_by = (select app_person()));
alter table reminder_letter_task enable row level security;
create policy reminder_letter_task_seen on reminder_letter_task for select to thongsuot_app
  using (exists (select from reminder_letter l where l.id = letter_id));
create policy reminder_letter_task_added on reminder_letter_task for insert to thongsuot_app
  with check (exists (select from task t where t.id = task_id and t.owner_organ_id = any ((select app_organs())::bigint[])));
grant select, insert on reminder_letter, reminder_letter_task to thongsuot_app;

-- A letter counts from its transaction on; its files are printed beside the request.
create function ask_letters() returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('task.letters', job_key => 'task.letters', max_attempts => 3);
end $$;
revoke all on function ask_letters() from public;
grant execute on function ask_letters() to thongsuot_app;

-- One step that a person takes on many tasks; what became of each, and what is needed to take it back.
create table bulk_step (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  appointment_id bigint not null,
  kind text not null check (kind in ('remind', 'reschedule', 'withdraw', 'confirm')),
  input jsonb not null,
  task_ids bigint[] not null,
  created_at timestamptz not null default app_now(),
  undone_at timestamptz
);
create index bulk_step_person on bulk_step (person_id, id);
create table bulk_item (
  step_id bigint not null references bulk_step,
  task_id bigint not null references task,
  refused text,                            -- the sentence told; null where it was done
  before jsonb not null default 'null',    -- what the undoing puts back
  undone boolean not null default false,
  undo_refused text,
  primary key (step_id, task_id)
);
alter table bulk_step enable row level security;
create policy bulk_step_own on bulk_step to thongsuot_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
alter table bulk_item enable row level security;
create policy bulk_item_own on bulk_item to thongsuot_app
  using (exists (select from bulk_step s where s.id = step_id)) with check (exists (select from bulk_step s where s.id = step_id));
grant select, insert, update on bulk_step, bulk_item to thongsuot_app;

-- A filter of the task list that a person keeps under a name; one may be the list that opens first.
create table task_view (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  name text not null,
  name_key text not null,
  query text not null,                     -- as in the address, without the page
  is_default boolean not null default false,
  created_at timestamptz not null default app_now(),
  ended_at timestamptz
);
create unique index task_view_name on task_view (person_id, name_key) where ended_at is null;
create unique index task_view_default on task_view (person_id) where is_default and ended_at is null;
alter table task_view enable row level security;
create policy task_view_own on task_view to thongsuot_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select, insert, update on task_view to thongsuot_app;

-- Who follows a task without having a part in it. Following ends when the person says so.
create table task_follow (
  person_id bigint not null references person,
  task_id bigint not null references task,
  since timestamptz not null default app_now(),
  ended_at timestamptz,
  primary key (person_id, task_id)
);
create index task_follow_task on task_follow (task_id) where ended_at is null;
alter table task_follow enable row level security;
create policy task_follow_own on task_follow to thongsuot_app
  using (person_id = (select app_person()))
  with check (person_id = (select app_person()) and exists (select from task t where t.id = task_id));
grant select, insert, update on task_follow to thongsuot_app;

-- What people with a part in a task say to each other about it. A comment taken back stays on record.
create table task_comment (
  id bigint generated always as identity primary key,
  task_id bigint not null references task,
  person_id bigint not null references person,
  appointment_id bigint not null,
  organ_id bigint not null references organ,
  body text not null check (body <> ''),
  created_at timestamptz not null default app_now(),
  ended_at timestamptz
);
create index task_comment_task on task_comment (task_id, id);
-- Whom a comment calls: an organ, or a person in a position of it.
create table task_mention (
  id bigint generated always as identity primary key,
  comment_id bigint not null references task_comment,
  task_id bigint not null references task,
  organ_id bigint not null references organ,
  appointment_id bigint references appointment
);
create unique index task_mention_once on task_mention (comment_id, organ_id, coalesce(appointment_id, 0));
create index task_mention_organ on task_mention (organ_id, id);
alter table task_comment enable row level security;
create policy task_comment_seen on task_comment for select to thongsuot_app using (exists (select from task t where t.id = task_id));
create policy task_comment_added on task_comment for insert to thongsuot_app
  with check (person_id = (select app_person()) and exists (select from task t where t.id = task_id));
create policy task_comment_changed on task_comment for update to thongsuot_app using (person_id = (select app_person()));
alter table task_mention enable row level security;
create policy task_mention_seen on task_mention for select to thongsuot_app using (exists (select from task t where t.id = task_id));
create policy task_mention_added on task_mention for insert to thongsuot_app
  with check (exists (select from task_comment c where c.id = comment_id and c.person_id = (select app_person())));
grant select, insert, update on task_comment to thongsuot_app;
grant select, insert on task_mention to thongsuot_app;

-- What people are told: in the application, by mail, by calendar; and by which rules they are reminded.

-- The mails that wait, are being sent, and were sent: one a person, kind and day, committed with what they tell.
create table mail (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  kind text not null,
  day date not null,
  subject text not null,
  body text not null,
  message_id text not null unique,         -- the same over all tries, so that a mail server knows it again
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  tries integer not null default 0,
  next_at timestamptz not null,
  held_until timestamptz,                  -- whoever sends it is taken for dead after this
  handed_at timestamptz,                   -- its last line was about to be given to the server
  failure text,                            -- of the last try: a code, never an address
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (person_id, kind, day),
  check ((state = 'sent') = (sent_at is not null))
);
create index mail_waiting on mail (next_at, id) where state in ('queued', 'sending');
create index mail_latest on mail (created_at desc, id desc);
alter table mail enable row level security;
-- Administrators see that a mail was sent or failed, never what it says.
create policy mail_watched on mail for select to thongsuot_app
  using (exists (select from person p where p.id = person_id and p.unit_id = (select app_admin_unit())));
grant select (id, person_id, kind, day, state, tries, next_at, failure, created_at, sent_at) on mail to thongsuot_app;

-- An administrator has a mail of the own unit that failed tried again.
create function mail_again(wanted bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update mail m set state = 'queued', tries = 0, next_at = app_now(), created_at = app_now(), failure = null, held_until = null, handed_at = null
    where m.id = wanted and m.state = 'failed'
      and exists (select from person p where p.id = m.person_id and p.unit_id = app_admin_unit());
  return found;
end $$;
revoke execute on function mail_again from public;
grant execute on function mail_again to thongsuot_app;

-- What one person is told of one thing, once: a step of a reminder (about a due day), or something that happened.
create table notice (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  organ_id bigint references organ,        -- for which organ the person is told
  kind text not null,
  step text not null,                      -- 'before-3', 'late-8', 'escalation-2'; 'event-<id>' of what happened
  subject_type text not null check (subject_type in ('task', 'petition', 'directive', 'report')),
  subject_id bigint not null,
  about_on date,                           -- the day from which the step is counted: due day, day sent, day asked
  day date not null,                       -- the day for which it was told
  title text not null,
  source text,
  reason text,
  at timestamptz not null,
  read_at timestamptz,
  mail_id bigint references mail,          -- the digest that tells it
  unique nulls not distinct (person_id, subject_type, subject_id, kind, step, about_on)
);
create index notice_latest on notice (person_id, id desc);
create index notice_unread on notice (person_id, id desc) where read_at is null;
create index notice_day on notice (day, person_id);
alter table notice enable row level security;
create policy notice_own on notice to thongsuot_app using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select on notice to thongsuot_app;
grant update (read_at) on notice to thongsuot_app;

-- How a person wants to be told, and the secret address of their calendar.
create table notice_setting (
  person_id bigint primary key references person,
  mail boolean not null default true,
  calendar_token text unique check (length(calendar_token) >= 32)
);
alter table notice_setting enable row level security;
create policy notice_setting_own on notice_setting to thongsuot_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select, insert, update on notice_setting to thongsuot_app;

-- Where a person is written to is theirs to say; everything else of a person the administrator keeps.
create function set_own_email(address text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update person set email = address where id = app_person() and ended_at is null
$$;
revoke execute on function set_own_email from public;
grant execute on function set_own_email to thongsuot_app;

-- The rules in force from a day on: numbers of days and quiet hours. The latest of a day holds; none: the product's own.
create table reminder_setting (
  id bigint generated always as identity primary key,
  valid_from date not null,
  rules jsonb not null,
  created_at timestamptz not null default app_now(),
  created_by bigint references person
);
create index reminder_setting_day on reminder_setting (valid_from desc, id desc);
grant select, insert on reminder_setting to thongsuot_app;

-- One row a day whose reminders are told, committed with them.
create table reminder_run (
  day date primary key,
  at timestamptz not null,
  notices integer not null default 0,
  mails integer not null default 0
);
grant select on reminder_run to thongsuot_app;

-- What happened and somebody must hear of; taken away in the transaction that tells them. What is long past is no news.
create table event_to_tell (
  unit_id bigint not null,
  event_id bigint not null,
  primary key (unit_id, event_id)
);
create function keep_to_tell() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event_to_tell (unit_id, event_id) values (new.unit_id, new.id);
  return null;
end $$;
create trigger event_is_told after insert on event for each row
  when (new.at > now() - interval '7 days' and new.kind in (
    'task.assigned', 'task.returned', 'task.confirmed', 'task.confirmation_asked', 'task.withdrawn', 'task.rescheduled',
    'task.reassigned', 'task.extension_asked', 'task.extension_granted', 'task.extension_refused', 'task.subtask_given',
    'task.subtask_reported', 'task.subtask_confirmed', 'task.subtask_returned', 'task.condition_met', 'task.opinion_given',
    'task.commented', 'directive.issued', 'petition.raised', 'petition.assigned', 'petition.prepared', 'petition.sent_back',
    'petition.answered', 'petition.refused', 'petition.reopened'))
  execute function keep_to_tell();

-- The due days of open work, and the work of a due day.
create index charge_open_due on charge (due_on) where state in ('working', 'returned');
create index charge_awaiting on charge (asked_on) where state = 'awaiting';
create index distribution_unacknowledged on distribution (sent_at) where acknowledged_at is null;

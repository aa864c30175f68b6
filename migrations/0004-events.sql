-- Every change is an event, written in the transaction that makes it. The application may add and read, never alter.
create table event (
  unit_id bigint not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  person_id bigint,                        -- null: the system itself
  appointment_id bigint,                   -- in which position
  organ_id bigint,                         -- of which organ
  for_appointment_id bigint,               -- acting for whom
  kind text not null,                      -- 'task.progressed'
  subject_type text not null,              -- 'task', 'directive', 'organ', 'person', ...
  subject_id bigint not null,
  reason text,
  data jsonb not null default '{}',
  primary key (unit_id, id)
);
create index event_subject on event (subject_type, subject_id, id);
create index event_person on event (person_id, id);

-- The chain of seals: each covers its event and the seal before it. Added by a job, never altered.
create table event_seal (
  unit_id bigint not null,
  event_id bigint not null,
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (unit_id, event_id),
  unique (unit_id, seq),
  foreign key (unit_id, event_id) references event (unit_id, id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger event_never_changes before update or delete on event for each statement execute function refuse_change();
create trigger event_never_truncated before truncate on event for each statement execute function refuse_change();
create trigger event_seal_never_changes before update or delete on event_seal for each statement execute function refuse_change();
create trigger event_seal_never_truncated before truncate on event_seal for each statement execute function refuse_change();

grant select, insert on event, event_seal to thongsuot_app;

-- One row a write that was carried out: the same key sent again finds the first answer.
create table write_key (
  key uuid primary key,
  person_id bigint,
  purpose text not null,
  result jsonb not null default 'null',
  at timestamptz not null default now()
);
create index write_key_at on write_key (at);
grant select, insert, update on write_key to thongsuot_app;

-- Every change is an event, written in the transaction that makes it. The application may add and read, never alter.
create table event (
  unit_id bigint not null,
  id bigint generated always as identity,
  at timestamptz not null default app_now(),
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
create index event_at on event using brin (at);

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

-- What a seal covers: the whole event and the seal before it, in one form that does not hang on session settings.
create function event_digest(e event, before bytea) returns bytea stable language sql
  return sha256(before || convert_to(jsonb_build_array(e.unit_id, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.person_id,
    e.appointment_id, e.organ_id, e.for_appointment_id, e.kind, e.subject_type, e.subject_id, e.reason, e.data)::text, 'UTF8'));

-- Seals up to `most` events that have no seal yet, unit by unit, each upon the last seal of its unit.
-- Whatever commits late is sealed by the next run; `since` bounds the search, the verification looks at all.
create function seal_events(most integer, since timestamptz) returns integer language plpgsql as $$
declare
  e event;
  chain_unit bigint;
  last_seq bigint;
  last_hash bytea;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('thongsuot.seal'));
  for e in
    select * from event x
    where x.at >= since and not exists (select from event_seal s where s.unit_id = x.unit_id and s.event_id = x.id)
    order by x.unit_id, x.id limit most
  loop
    if chain_unit is distinct from e.unit_id then
      chain_unit := e.unit_id;
      select s.seq, s.hash into last_seq, last_hash from event_seal s where s.unit_id = e.unit_id order by s.seq desc limit 1;
    end if;
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := event_digest(e, coalesce(last_hash, ''::bytea));
    insert into event_seal (unit_id, event_id, seq, hash) values (e.unit_id, e.id, last_seq, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

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

-- Other systems that hand in dossiers, tell their status, and are told of changes (docs/adr/0014).

-- A system that may call the API, kept by the administrator of a unit. It acts as a person appointed to a technical position in each
-- centre for which it may act, so that policies and row-level security bind it like everybody.
create table api_client (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,         -- whose administrator keeps it
  system text not null unique check (system ~ '^[a-z0-9][a-z0-9-]{1,39}$'), -- as dossier.owner_system names it
  name text not null,
  person_id bigint not null unique references person,
  token_hash bytea not null unique,                -- sha256; the token itself is nowhere
  created_at timestamptz not null default app_now(),
  ended_at timestamptz
);
create table api_client_organ (
  client_id bigint not null references api_client,
  organ_id bigint not null references organ,
  appointment_id bigint not null references appointment,
  primary key (client_id, organ_id)
);
grant select (id, unit_id, system, name, person_id, created_at, ended_at) on api_client to thongsuot_app;
grant update (ended_at) on api_client to thongsuot_app;
grant select on api_client_organ to thongsuot_app;
alter table api_client enable row level security;
create policy api_client_kept on api_client to thongsuot_app
  using (unit_id = (select app_admin_unit())) with check (unit_id = (select app_admin_unit()));
alter table api_client_organ enable row level security;
create policy api_client_organ_seen on api_client_organ for select to thongsuot_app
  using (exists (select from api_client c where c.id = client_id));

-- Makes a system known: a technical person, a position and an appointment in each centre. The centres are of the administrator's
-- unit or, for a province, of the communes in it.
create function api_client_add(system_key text, shown text, folded text, hash bytea, centres bigint[], today date) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare made_person bigint; made_client bigint; made_position bigint; made_appointment bigint; centre bigint;
begin
  if app_admin_unit() is null or cardinality(centres) = 0 or exists (
    select from unnest(centres) as g(organ_id) left join organ o on o.id = g.organ_id left join unit u on u.id = o.unit_id
    where u.id is null or o.template not like 'trung-tam-phuc-vu-hanh-chinh-cong-%'
      or not (u.id = app_admin_unit() or u.parent_id = app_admin_unit())) then
    raise exception 'not the administrator of these centres' using errcode = 'insufficient_privilege';
  end if;
  insert into person (unit_id, name, search_key) values (app_admin_unit(), shown, folded) returning id into made_person;
  insert into api_client (unit_id, system, name, person_id, token_hash)
    values (app_admin_unit(), system_key, shown, made_person, hash) returning id into made_client;
  foreach centre in array centres loop
    insert into position (organ_id, title, role, valid_from) values (centre, 'Kết nối hệ thống', 'officer', today)
      returning id into made_position;
    insert into appointment (person_id, position_id, kind, valid_from)
      values (made_person, made_position, case when centre = centres[1] then 'main' else 'concurrent' end, today)
      returning id into made_appointment;
    insert into api_client_organ (client_id, organ_id, appointment_id) values (made_client, centre, made_appointment);
  end loop;
  return made_client;
end $$;
create function api_client_taken(system_key text) returns boolean
stable security definer set search_path = public, pg_temp language sql as $$
  select app_admin_unit() is not null and exists (select from api_client where system = system_key)
$$;
revoke execute on function api_client_add, api_client_taken from public;
grant execute on function api_client_add, api_client_taken to thongsuot_app;

-- Under which code another system knows a dossier; a code of a system stands for one dossier of a unit.
create table dossier_origin (
  unit_id bigint not null,
  system text collate "C" not null,
  foreign_code text collate "C" not null,
  dossier_id bigint not null,
  told_at timestamptz,                             -- the instant of the last status that counted, by the clock of the owner
  primary key (unit_id, system, foreign_code),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
create index dossier_origin_dossier on dossier_origin (unit_id, dossier_id);
grant select, insert, update on dossier_origin to thongsuot_app;
alter table dossier_origin enable row level security;
create policy dossier_origin_part on dossier_origin to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_origin.unit_id and d.id = dossier_origin.dossier_id))
  with check (exists (select from dossier d where d.unit_id = dossier_origin.unit_id and d.id = dossier_origin.dossier_id));

-- Who reads changes one after the other must not pass by one that is still being written: ids are given before the commit, so the
-- transaction is told too, and a reader stops before the oldest that is under way.
alter table event add column xid xid8 not null default pg_current_xact_id();
create index event_dossier_change on event (xid, id) where subject_type = 'dossier';

-- Who hands in may take it back before it was received.
alter table dossier drop constraint dossier_check1, add constraint dossier_received_check check (status in (1, 3, 5, 7) or received_at is not null);

-- Where a system wants to be told of changes. The secret signs what is sent; the application's role never reads it.
create table webhook (
  id bigint generated always as identity primary key,
  client_id bigint not null references api_client,
  url text not null,
  secret text not null,
  kinds text[] not null default '{}',              -- events without "dossier."; none: all
  created_at timestamptz not null default app_now(),
  ended_at timestamptz
);
create index webhook_client on webhook (client_id) where ended_at is null;
grant select (id, client_id, url, kinds, created_at, ended_at), insert, update (ended_at) on webhook to thongsuot_app;
alter table webhook enable row level security;
create policy webhook_of_unit on webhook to thongsuot_app
  using (exists (select from api_client c where c.id = client_id)) with check (exists (select from api_client c where c.id = client_id));

-- What is to be told: written with the event itself, so that none is lost and none is told that did not happen.
create table webhook_delivery (
  unit_id bigint not null,
  id bigint generated always as identity,
  webhook_id bigint not null references webhook,
  dossier_id bigint not null,
  kind text not null,
  happened_at bigint not null,                     -- epoch milliseconds of the step
  key uuid not null default gen_random_uuid(),     -- the receiver knows a repetition by it
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'dead')),
  tries integer not null default 0,
  created_at timestamptz not null default app_now(),
  next_at timestamptz not null default app_now(),
  held_until timestamptz,
  sent_at timestamptz,
  failure text,
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
create index webhook_delivery_open on webhook_delivery (webhook_id, dossier_id, id) where state in ('queued', 'sending');
create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'dead';
grant select on webhook_delivery to thongsuot_app;
alter table webhook_delivery enable row level security;
-- An administrator sees that something could not be told and why, not the dossier.
create policy webhook_delivery_of_unit on webhook_delivery for select to thongsuot_app
  using (exists (select from webhook w where w.id = webhook_id));

create function webhook_enqueue() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into webhook_delivery (unit_id, webhook_id, dossier_id, kind, happened_at)
  select new.unit_id, w.id, new.subject_id, substr(new.kind, 9), (new.data ->> 'at')::bigint
  from webhook w join api_client c on c.id = w.client_id
  where w.ended_at is null and c.ended_at is null and (w.kinds = '{}' or substr(new.kind, 9) = any (w.kinds))
    and exists (select from dossier d join api_client_organ o on o.organ_id = any (d.organ_ids)
      where d.unit_id = new.unit_id and d.id = new.subject_id and o.client_id = c.id);
  return null;
end $$;
create trigger event_tells_webhooks after insert on event for each row
  when (new.subject_type = 'dossier' and new.data ? 'at') execute function webhook_enqueue();

-- What could not be told for a day is tried once more at an administrator's word.
create function webhook_retry(unit bigint, delivery bigint) returns boolean
security definer set search_path = public, pg_temp language sql as $$
  with again as (
    update webhook_delivery x set state = 'queued', next_at = app_now(), created_at = app_now(), failure = null
    from webhook w, api_client c
    where x.unit_id = unit and x.id = delivery and x.state = 'dead' and w.id = x.webhook_id and c.id = w.client_id
      and c.unit_id = app_admin_unit() returning 1
  ) select exists (select from again)
$$;
revoke execute on function webhook_retry from public;
grant execute on function webhook_retry to thongsuot_app;

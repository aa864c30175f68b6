-- Accounts: who may sign in. The tables of the sign-in library (account_*) are out of the application role's reach:
-- only the server's sign-in code reads them, as their owner. Administrators go through the functions and the view below.
create table account_user (
  id text primary key default gen_random_uuid()::text,
  person_id bigint not null unique references person,
  username text not null unique,
  name text not null,
  email text not null unique,              -- the library wants one; nobody is written to at it
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  must_change_password boolean not null default false,
  signed_in_at timestamptz,                -- the last time
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- How an account proves itself: a password, later the province's single sign-on.
create table account_credential (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references account_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,                           -- scrypt with its costs and salt; see src/platform/accounts/password.ts
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_credential_user on account_credential (user_id);

create table account_session (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references account_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  appointment_id bigint references appointment,  -- the position in which the person acts now
  acting_for_id bigint references acting_for,    -- or the delegation under which they act
  seen_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_session_user on account_session (user_id);
create index account_session_expiry on account_session (expires_at);

create table account_verification (
  id text primary key default gen_random_uuid()::text,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_verification_identifier on account_verification (identifier);

create table account_two_factor (
  id text primary key default gen_random_uuid()::text,
  user_id text not null references account_user on delete cascade,
  secret text not null,                    -- encrypted with the server's secret
  backup_codes text not null,              -- encrypted likewise
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index account_two_factor_user on account_two_factor (user_id);

-- Tries to sign in, counted per account name and per address until one succeeds or an hour is quiet.
create table sign_in_attempt (
  subject text primary key,                -- 'account:...' or 'address:...'
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);

-- The administrator's view: accounts of the own unit with what is needed to keep them; and everybody's own.
create view account_of_unit with (security_barrier) as
  select p.id as person_id, p.unit_id, p.name, p.search_key, p.email, p.phone, p.ended_at, p.end_reason,
         u.username, u.two_factor_enabled, u.must_change_password, u.signed_in_at, u.created_at
  from person p join account_user u on u.person_id = p.id
  where p.unit_id = (select app_admin_unit()) or p.id = (select app_person());
grant select on account_of_unit to thongsuot_app;

create function refuse_other_unit(people bigint[]) returns void stable language plpgsql as $$
begin
  if app_admin_unit() is null or exists (select from unnest(people) as given(id)
      where not exists (select from person p where p.id = given.id and p.unit_id = app_admin_unit())) then
    raise exception 'not the administrator of this unit' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Gives persons of the administrator's unit accounts, with hashes of passwords that must be changed at first sign-in.
create function account_add(people bigint[], usernames text[], hashes text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_other_unit(people);
  with given as (
    select * from unnest(people, usernames, hashes) as g(person_id, username, hash)
  ), added as (
    insert into account_user (person_id, username, name, email, must_change_password)
    select g.person_id, g.username, p.name, g.username || '@tai-khoan.invalid', true
    from given g join person p on p.id = g.person_id
    returning id, person_id
  )
  insert into account_credential (user_id, account_id, provider_id, password)
  select a.id, a.id, 'credential', g.hash from added a join given g on g.person_id = a.person_id;
end $$;

-- Which of the names are taken, in whatever unit: names are unique in the whole installation.
create function account_names_taken(usernames text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select u.username from account_user u where u.username = any (usernames) and app_admin_unit() is not null
$$;

-- Sets another password (which must be changed at first use), takes the second factor away, ends all sessions.
create function account_reset(person bigint, hash text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare account text;
begin
  perform refuse_other_unit(array[person]);
  update account_user set must_change_password = true, two_factor_enabled = false, updated_at = now()
    where person_id = person returning id into account;
  if account is null then raise exception 'no account' using errcode = 'no_data_found'; end if;
  update account_credential set password = hash, updated_at = now() where user_id = account and provider_id = 'credential';
  delete from account_two_factor where user_id = account;
  delete from account_session where user_id = account;
end $$;

revoke execute on function account_add, account_names_taken, account_reset, refuse_other_unit from public;
grant execute on function account_add, account_names_taken, account_reset to thongsuot_app;

-- Names of people are seen by everybody who is signed in; how to reach them only through the view above.
revoke select on person from thongsuot_app;
grant select (id, unit_id, name, search_key, created_at, ended_at, end_reason) on person to thongsuot_app;

-- People, positions and appointments are kept by the administrator of their unit alone.
alter table person enable row level security;
create policy person_named on person for select to thongsuot_app using (true);
create policy person_added on person for insert to thongsuot_app with check (unit_id = (select app_admin_unit()));
create policy person_kept on person for update to thongsuot_app
  using (unit_id = (select app_admin_unit())) with check (unit_id = (select app_admin_unit()));

alter table position enable row level security;
create policy position_seen on position for select to thongsuot_app using (true);
create policy position_added on position for insert to thongsuot_app
  with check (exists (select from organ o where o.id = organ_id and o.unit_id = (select app_admin_unit())));
create policy position_kept on position for update to thongsuot_app
  using (exists (select from organ o where o.id = organ_id and o.unit_id = (select app_admin_unit())))
  with check (exists (select from organ o where o.id = organ_id and o.unit_id = (select app_admin_unit())));

create function appointment_is_ours(person bigint, pos bigint) returns boolean stable parallel safe language sql as $$
  select exists (select from person p, position x join organ o on o.id = x.organ_id
    where p.id = person and x.id = pos and p.unit_id = app_admin_unit() and o.unit_id = app_admin_unit())
$$;
alter table appointment enable row level security;
create policy appointment_seen on appointment for select to thongsuot_app using (true);
create policy appointment_added on appointment for insert to thongsuot_app
  with check (appointment_is_ours(person_id, position_id));
create policy appointment_kept on appointment for update to thongsuot_app
  using (appointment_is_ours(person_id, position_id)) with check (appointment_is_ours(person_id, position_id));

create function delegation_is_ours(actor bigint, principal bigint) returns boolean stable parallel safe language sql as $$
  select count(*) = 2 and bool_and(appointment_is_ours(a.person_id, a.position_id))
  from appointment a where a.id in (actor, principal)
$$;
alter table acting_for enable row level security;
create policy acting_for_seen on acting_for for select to thongsuot_app using (true);
create policy acting_for_added on acting_for for insert to thongsuot_app
  with check (delegation_is_ours(appointment_id, for_appointment_id));
create policy acting_for_kept on acting_for for update to thongsuot_app
  using (delegation_is_ours(appointment_id, for_appointment_id))
  with check (delegation_is_ours(appointment_id, for_appointment_id));
create index acting_for_principal on acting_for (for_appointment_id);

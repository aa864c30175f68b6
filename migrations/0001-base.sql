-- The role under which the application works: it owns nothing, so row-level security binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'thongsuot_app') then
    create role thongsuot_app nologin;
  end if;
end $$;
do $$ begin execute format('grant thongsuot_app to %I', current_user); end $$;
grant usage on schema public to thongsuot_app;

-- Who asks: set by the application at the start of each transaction, for that transaction alone.
create function app_organs() returns bigint[] stable parallel safe language sql
  return coalesce(nullif(current_setting('app.organs', true), ''), '{}')::bigint[];
create function app_person() returns bigint stable parallel safe language sql
  return nullif(current_setting('app.person', true), '')::bigint;
-- The unit whose accounts and organs the person administers; none for most people.
create function app_admin_unit() returns bigint stable parallel safe language sql
  return nullif(current_setting('app.admin_unit', true), '')::bigint;
comment on function app_organs() is 'Organs whose matters the acting person may see: the own organ, the body it serves, and the organs below these in the unit.';

-- The instant of a change. Rehearsals, simulations and the demonstration set 'app.now' to live through months in minutes.
create function app_now() returns timestamptz volatile parallel safe language sql
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());

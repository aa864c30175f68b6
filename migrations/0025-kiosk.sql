-- Queue numbers of a service centre. A visitor takes a number at a machine that knows a secret link and nothing else; no name
-- and no personal data is kept. Not of the hot family: a few hundred short rows a day and centre, asked for that day only.

create table kiosk (
  organ_id bigint primary key references organ,    -- the service centre
  token text collate "C" not null unique,          -- in the address of its machine and its screen
  made_at timestamptz not null default app_now()
);

create table kiosk_ticket (
  organ_id bigint not null references kiosk,
  day date not null,
  number smallint not null check (number between 1 and 999),  -- anew from 1 each day
  kind text not null,                              -- kind of business (src/dossiers/kiosk/model.ts)
  taken_at timestamptz not null,
  called_at timestamptz,                           -- first called: what waiting is reckoned by
  last_called_at timestamptz,
  counter text,                                    -- where: "2"
  person_id bigint,                                -- who called
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'absent')),
  primary key (organ_id, day, number),
  check ((called_at is null) = (counter is null) and (called_at is null) = (person_id is null)),
  check ((ended_at is null) = (outcome is null)),
  check (called_at is not null or ended_at is null)
);

alter table kiosk enable row level security;
create policy kiosk_own on kiosk to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])) with check (organ_id = any ((select app_organs())::bigint[]));
alter table kiosk_ticket enable row level security;
create policy kiosk_ticket_own on kiosk_ticket to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])) with check (organ_id = any ((select app_organs())::bigint[]));
grant select, insert, update on kiosk to thongsuot_app;
grant select, update on kiosk_ticket to thongsuot_app;

-- The centre whose machine knows this token; no row where there is none.
create function kiosk_centre(asked text) returns table (organ_id bigint)
security definer set search_path = public, pg_temp stable language sql as $$
  select k.organ_id from kiosk k where k.token = asked
$$;

-- The next number of the day for a visitor; null where the link is no longer good or all 999 numbers are out. The lock on the
-- centre's row keeps two machines from giving out one number.
create function kiosk_take(asked text, asked_kind text, at timestamptz) returns smallint
security definer set search_path = public, pg_temp language plpgsql as $$
declare
  centre bigint;
  today date := (at at time zone 'Asia/Ho_Chi_Minh')::date;
  next_number integer;
begin
  select k.organ_id into centre from kiosk k where k.token = asked for update;
  if centre is null then return null; end if;
  select coalesce(max(t.number), 0) + 1 into next_number from kiosk_ticket t where t.organ_id = centre and t.day = today;
  if next_number > 999 then return null; end if;
  insert into kiosk_ticket (organ_id, day, number, kind, taken_at) values (centre, today, next_number, asked_kind, at);
  return next_number;
end
$$;

-- What everybody in the room may see of the day: numbers, never people.
create function kiosk_day(asked text, asked_day date)
returns table (number smallint, kind text, taken_at timestamptz, called_at timestamptz, last_called_at timestamptz, counter text,
  outcome text)
security definer set search_path = public, pg_temp stable language sql as $$
  select t.number, t.kind, t.taken_at, t.called_at, t.last_called_at, t.counter, t.outcome
  from kiosk k join kiosk_ticket t on t.organ_id = k.organ_id
  where k.token = asked and t.day = asked_day order by t.number
$$;
revoke execute on function kiosk_centre, kiosk_take, kiosk_day from public;
grant execute on function kiosk_centre, kiosk_take, kiosk_day to thongsuot_app;

-- A file whose text must first be recognised: read beside the request, and a directive at the desk once that is done.
create table scan (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  owner_organ_id bigint not null references organ,  -- the office that fed it in
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size integer not null,
  -- refused: it calls itself secret, and its file was taken out of the store again
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'failed', 'cancelled', 'refused')),
  page integer not null default 0,                  -- the page being read, of `pages`; 0 until known
  pages integer not null default 0,
  done double precision not null default 0,         -- of the whole, 0..1
  failure text,                                     -- a sentence for the clerk
  tries integer not null default 0,
  seen_at timestamptz not null default now(),       -- the last sign of life of whoever reads it
  asked_by jsonb not null,                          -- the person in the position in which they asked
  asked_at timestamptz not null default app_now(),
  directive_id bigint references directive
);
-- The same file is read once, however often it is sent.
create unique index scan_once on scan (owner_organ_id, sha256) where state in ('waiting', 'reading', 'failed', 'cancelled');
create index scan_open on scan (state, id) where state in ('waiting', 'reading');
alter table scan enable row level security;
create policy scan_of_office on scan to thongsuot_app
  using (owner_organ_id = any ((select app_organs())::bigint[])) with check (owner_organ_id = any ((select app_organs())::bigint[]));
grant select, insert, update on scan to thongsuot_app;

-- Asks the worker to read what waits, in the transaction that feeds a file in (see ask_assistant).
create function ask_scan() returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('directive.scan', job_key => 'directive.scan', max_attempts => 3);
end $$;
revoke all on function ask_scan() from public;
grant execute on function ask_scan() to thongsuot_app;

-- A page of a directive's file: its size, and where each word of the text stands on it.
create table directive_page (
  directive_id bigint not null references directive,
  page integer not null check (page > 0),
  width double precision not null,                  -- in the file's own units; only their ratio matters
  height double precision not null,
  readable boolean not null default true,           -- false: not blank, yet nothing could be read
  first_char integer not null,                      -- of the words below; 0 and 0 where there are none
  last_char integer not null,
  -- Six numbers a word: start and end in the directive's text, then x, y, w, h in ten-thousandths of the page's width and height.
  words integer[] not null,
  primary key (directive_id, page)
);
alter table directive_page enable row level security;
create policy directive_page_seen on directive_page for select to thongsuot_app
  using (exists (select from directive d where d.id = directive_id));
create policy directive_page_added on directive_page for insert to thongsuot_app
  with check (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
grant select, insert on directive_page to thongsuot_app;

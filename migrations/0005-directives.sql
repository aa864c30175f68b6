create table directive (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  owner_organ_id bigint not null references organ,   -- the office that feeds it in and keeps it
  issuer_organ_id bigint not null references organ,  -- the body in whose name it is issued
  state text not null check (state in ('reading', 'issued', 'recalled', 'replaced', 'discarded')),
  type text,
  number text,
  symbol text,
  title text not null default '',
  issued_on date,
  signer text,
  signer_title text,
  urgency text,
  source text not null check (source in ('upload', 'paste')),
  text text not null,
  reading jsonb not null,                  -- sections, references, recipients, warnings as read
  fingerprint integer[] not null default '{}', -- of the content: finds the same directive told twice
  same_as_id bigint references directive,  -- the other telling of the same directive, kept beside it
  replaces_id bigint references directive,
  replaced_by_id bigint references directive,
  end_reason text,
  organ_ids bigint[] not null,             -- who may see it
  search_key text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default app_now(),
  created_by bigint references person,
  issued_at timestamptz,
  issued_by bigint references person
);
create index directive_owner on directive (owner_organ_id, state, id);
create index directive_organs on directive using gin (organ_ids);
create index directive_fingerprint on directive using gin (fingerprint);
-- Two directives in force never share issuer, symbol and year.
create function year_of(d date) returns integer immutable parallel safe language sql return extract(year from d)::integer;
create unique index directive_symbol on directive (issuer_organ_id, symbol, year_of(issued_on)) where state = 'issued';

-- What the clerk works on at the reading desk: one row a found or added task, each with its own version.
create table draft_task (
  id bigint generated always as identity primary key,
  directive_id bigint not null references directive,
  ordinal double precision not null,
  state text not null check (state in ('found', 'accepted', 'rejected', 'superseded')),
  origin text not null check (origin in ('read', 'clerk', 'split', 'merged')),
  evidence_start integer,
  evidence_end integer,
  topic text,
  action text not null,
  due_on date,
  deadline_text text,
  condition text,
  recurrence text,
  report_to text[] not null default '{}',
  basis text[] not null default '{}',
  agencies jsonb not null,                 -- [{role, text, organIds, state: resolved|class|unresolved, candidates, note, doubtful}]
  spans jsonb not null default '{}',       -- where topic, limit and agencies stand in the text: {topic, deadline, agencies}
  rule text,
  reason text,
  confidence double precision,
  sure boolean not null default false,
  optional boolean not null default false,
  from_ids bigint[] not null default '{}', -- split or merged from
  version integer not null default 1,
  changed_at timestamptz not null default app_now(),
  changed_by bigint references person
);
create index draft_task_directive on draft_task (directive_id, ordinal);

create table distribution (
  directive_id bigint not null references directive,
  organ_id bigint not null references organ,
  reason text not null check (reason in ('recipient', 'lead', 'coordinate')),
  sent_at timestamptz not null default app_now(),
  acknowledged_at timestamptz,
  acknowledged_by bigint references person,
  acknowledged_appointment_id bigint references appointment,
  primary key (directive_id, organ_id)
);
create index distribution_organ on distribution (organ_id, acknowledged_at);

-- A file kept as evidence: the bytes lie in the file store under their sha256.
create table file (
  id bigint generated always as identity primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size integer not null,
  subject_type text not null check (subject_type in ('directive', 'task')),
  subject_id bigint not null,
  kind text not null default 'attachment', -- 'original' of a directive, 'evidence' of progress
  added_at timestamptz not null default app_now(),
  added_by bigint references person
);
create index file_subject on file (subject_type, subject_id);
create index file_content on file (sha256);

alter table directive enable row level security;
-- Recipients read it; only the office that keeps it (and the body it serves) changes it.
create policy directive_seen on directive for select to thongsuot_app using (organ_ids && (select app_organs()));
create policy directive_added on directive for insert to thongsuot_app
  with check (owner_organ_id = any ((select app_organs())::bigint[]));
create policy directive_kept on directive for update to thongsuot_app
  using (owner_organ_id = any ((select app_organs())::bigint[])) with check (owner_organ_id = any ((select app_organs())::bigint[]));
alter table draft_task enable row level security;
create policy draft_task_seen on draft_task to thongsuot_app
  using (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])))
  with check (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
alter table distribution enable row level security;
create policy distribution_seen on distribution for select to thongsuot_app
  using (exists (select from directive d where d.id = directive_id));
create policy distribution_sent on distribution for insert to thongsuot_app
  with check (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
create policy distribution_acknowledged on distribution for update to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])) with check (organ_id = any ((select app_organs())::bigint[]));

grant select, insert, update on directive, draft_task, distribution, file to thongsuot_app;

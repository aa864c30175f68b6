-- Dossiers: the hot family. unit_id is the unit of the centre that received it; it comes first in every primary, unique and foreign
-- key, because Citus keeps all rows of a unit on one node (docs/adr/0013). Keys to anything else than this family point to
-- registers (unit, organ, procedure_version), which every node has; a person is told by number alone.

-- Those who hand in dossiers, as each unit's centre knows them. Never overwritten: changed facts make a new row, the old one ends.
create table dossier_applicant (
  unit_id bigint not null references unit,
  id bigint generated always as identity,
  organ_id bigint not null references organ,       -- the centre that remembers it
  kind text not null check (kind in ('person', 'business', 'organ')),
  name text not null,
  name_key text collate "C" not null,              -- folded: "nguyen thi lan"
  given_key text collate "C" not null,             -- the same with the last word first: "lan nguyen thi"
  id_number text collate "C",                      -- identity card or tax code
  birth_day date,
  address text not null default '',
  phone text collate "C",
  email text,
  current boolean not null default true,
  created_at timestamptz not null default app_now(),
  primary key (unit_id, id)
);
create unique index dossier_applicant_known on dossier_applicant (unit_id, id_number) where current and id_number is not null;
create index dossier_applicant_name on dossier_applicant (unit_id, name_key);
create index dossier_applicant_given on dossier_applicant (unit_id, given_key);
create index dossier_applicant_phone on dossier_applicant (unit_id, phone) where phone is not null;

-- The last number given out by a unit on a day: codes need no counter that the whole province waits for.
create table dossier_counter (
  unit_id bigint not null references unit,
  day date not null,
  last integer not null check (last > 0),
  primary key (unit_id, day)
);

create table dossier (
  unit_id bigint not null references unit,
  id bigint generated always as identity,
  code text collate "C" not null,                  -- mã hồ sơ: agency-YYMMDD-sequence of the day
  national_code text collate "C",                  -- where another system gave it one
  procedure_version_id bigint not null references procedure_version,
  channel text not null check (channel in ('direct', 'online', 'post')),
  reception_organ_id bigint not null references organ,  -- the centre that received it
  authority_organ_id bigint not null references organ,  -- resolves it, and answers for the date
  assisting_organ_id bigint references organ,           -- where the applicant was helped, if elsewhere
  return_organ_id bigint not null references organ,     -- the centre that hands out the result
  applicant_id bigint not null,
  applicant_name text not null,                    -- as it was received
  proxy text,                                      -- who hands it in for the applicant, and on what ground
  summary text not null default '',                -- trích yếu
  papers jsonb not null default '[]',              -- [{no, original, copy, electronic}]: what was handed in, by component
  copies smallint not null default 1,              -- sets

  -- The four axes. business: the national statuses 1 to 10 (src/dossiers/status.ts)
  status smallint not null check (status between 1 and 10),
  money text not null default 'none' check (money in ('none', 'due', 'paid', 'waived')),
  fee integer not null default 0 check (fee >= 0), -- đồng
  delivery text not null default 'waiting' check (delivery in ('waiting', 'ready', 'sent', 'delivered')),
  delivery_way text not null default 'counter' check (delivery_way in ('counter', 'post', 'online')),
  sync text not null default 'local' check (sync in ('local', 'pending', 'sent', 'failed')),
  owner_system text not null default '',           -- '' : the status is kept here; else the one system that keeps it

  submitted_at timestamptz not null,
  received_at timestamptz,                         -- from here the clock runs
  due_at timestamptz,                              -- promised: end of the office's day, or the minute where due_exact
  due_exact boolean not null default false,
  late_after timestamptz generated always as (case when due_exact then due_at
    else ((due_at at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' end) stored,
  first_due_at timestamptz,                        -- the first promise, never changed
  due_lines text[] not null default '{}',          -- why that moment, as the calendar told it
  extension jsonb,                                 -- {at, to}: the date promised anew with an apology
  paused_at timestamptz,                           -- the clock stands since; null: it runs
  supplements smallint not null default 0,         -- requests since reception; more than one counts as late
  apologies smallint not null default 0,
  finished_at timestamptz,                         -- end of processing: 3, 7, 8, 9
  returned_at timestamptz,                         -- 10
  closed_at timestamptz,                           -- 3, 7, 8, 10: in nobody's queue any more
  result jsonb,                                    -- {number, issuedOn, signed, title}
  ending text,                                     -- why it was refused, stopped or withdrawn

  step_no smallint not null default 0,             -- place in the procedure's steps; 0: at reception
  holder_organ_id bigint not null references organ,-- in whose queue it lies
  holder_person_id bigint,                         -- who took it; null: nobody yet
  target_at timestamptz,                           -- by when the present step should be done

  organ_ids bigint[] not null,                     -- who may see it
  version integer not null default 1,
  changed_at timestamptz not null default app_now(),
  primary key (unit_id, id),
  unique (unit_id, code),
  foreign key (unit_id, applicant_id) references dossier_applicant (unit_id, id),
  check ((closed_at is not null) = (status in (3, 7, 8, 10))),
  check (status in (1, 3, 5) or received_at is not null)
);
create index dossier_code on dossier (code);
create index dossier_national_code on dossier (national_code) where national_code is not null;
-- A queue: what an organ holds, the soonest due first. What is closed is in no queue, so the index stays as small as the work.
create index dossier_queue on dossier (holder_organ_id, due_at, id) where closed_at is null;
create index dossier_mine on dossier (holder_person_id, due_at, id) where closed_at is null and holder_person_id is not null;
create index dossier_received on dossier (unit_id, received_at desc, id desc);
create index dossier_of_applicant on dossier (unit_id, applicant_id, procedure_version_id);

-- Times in which the clock stood still.
create table dossier_pause (
  unit_id bigint not null,
  dossier_id bigint not null,
  no smallint not null,
  kind text not null check (kind in ('supplement', 'money')),
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  answer_by date,                                  -- by when the applicant was asked to answer
  primary key (unit_id, dossier_id, no),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id),
  check (to_at is null or from_at <= to_at)
);

-- Hand-overs: one row each time it came to an organ (phiếu kiểm soát, Mẫu 06).
create table dossier_step (
  unit_id bigint not null,
  dossier_id bigint not null,
  no smallint not null,                            -- 1, 2, 3... in order of time
  step_no smallint not null,                       -- place in the procedure's steps; 0: reception or return
  title text not null,
  organ_id bigint not null references organ,
  person_id bigint,
  from_person_id bigint,
  handed_at timestamptz not null,
  taken_at timestamptz,
  target_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('passed', 'sent_back', 'rerouted', 'finished', 'ended')),
  note text not null default '',
  primary key (unit_id, dossier_id, no),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);

-- Another organ is asked while the clock runs.
create table dossier_consultation (
  unit_id bigint not null,
  dossier_id bigint not null,
  no smallint not null,
  organ_id bigint not null references organ,
  by_organ_id bigint not null references organ,
  question text not null,
  answer_by date,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  primary key (unit_id, dossier_id, no),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
create index dossier_consultation_open on dossier_consultation (organ_id, answer_by) where answered_at is null;

-- Files of a dossier; the bytes lie in the file store under their sha256.
create table dossier_file (
  unit_id bigint not null,
  id bigint generated always as identity,
  dossier_id bigint not null,
  kind text not null check (kind in ('component', 'supplement', 'working', 'result', 'form')),
  component_no smallint,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size integer not null,
  person_id bigint,
  added_at timestamptz not null default app_now(),
  primary key (unit_id, id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
create index dossier_file_dossier on dossier_file (unit_id, dossier_id);

grant select, insert, update on dossier_applicant, dossier_counter, dossier, dossier_pause, dossier_step, dossier_consultation
  to thongsuot_app;
grant select, insert on dossier_file to thongsuot_app;

-- Organs of both tiers, in time. A renamed organ stays itself and keeps its former name with dates; a merged or divided one
-- ends, its successor begins, and lineage joins them.
create table organ (
  id bigint generated always as identity primary key,
  unit_id bigint references unit,          -- null for organs of the centre
  template text not null,                  -- which template it follows: 'so-tai-chinh', 'ubnd-xa', ...
  level text not null check (level in ('central', 'province', 'commune')),
  branch text not null check (branch in ('party', 'council', 'government', 'front', 'justice', 'armed', 'other')),
  name text not null,                      -- full and as signed: "Ủy ban nhân dân xã Con Cuông"
  short_name text not null,                -- as people say it: "UBND xã Con Cuông"
  search_key text not null,
  parent_id bigint references organ,
  serves_id bigint references organ,       -- the body whose office this is: VP Tỉnh ủy serves Tỉnh ủy
  issues boolean not null default false,   -- whether it issues directives in its own name
  email text,
  valid_from date,
  valid_to date,
  end_reason text,
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index organ_unit on organ (unit_id);
create index organ_parent on organ (parent_id);
create index organ_search on organ (search_key text_pattern_ops);

-- Other names and abbreviations, each with the time in which it was used.
create table organ_name (
  id bigint generated always as identity primary key,
  organ_id bigint not null references organ,
  name text not null,
  search_key text not null,
  kind text not null check (kind in ('alias', 'abbreviation', 'former')),
  valid_from date,
  valid_to date
);
create index organ_name_organ on organ_name (organ_id);

create table organ_lineage (
  predecessor_id bigint not null references organ,
  successor_id bigint not null references organ,
  kind text not null check (kind in ('renamed', 'merged', 'split', 'transferred')),
  legal_basis text,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index organ_lineage_successor on organ_lineage (successor_id);

create table position (
  id bigint generated always as identity primary key,
  organ_id bigint not null references organ,
  title text not null,                     -- "Chánh Văn phòng", "Văn thư"
  role text not null check (role in ('head', 'deputy', 'officer', 'clerk', 'admin')),
  valid_from date,
  valid_to date
);
create index position_organ on position (organ_id);

create table person (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit, -- the unit whose administrator keeps the account
  name text not null,
  search_key text not null,
  email text,
  phone text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  end_reason text
);
create index person_unit on person (unit_id);

-- A person in a position for a time; several at once are allowed (kiêm nhiệm).
create table appointment (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  position_id bigint not null references position,
  kind text not null default 'main' check (kind in ('main', 'concurrent', 'acting')),
  valid_from date not null,
  valid_to date,
  decision text,                           -- number of the decision
  end_reason text,
  check (valid_to is null or valid_from <= valid_to)
);
create index appointment_person on appointment (person_id);
create index appointment_position on appointment (position_id);

-- Acting for another: ký thay (KT), thừa lệnh (TL), thừa ủy quyền (TUQ), with dates.
create table acting_for (
  id bigint generated always as identity primary key,
  appointment_id bigint not null references appointment,     -- who acts
  for_appointment_id bigint not null references appointment, -- for whom
  kind text not null check (kind in ('KT', 'TL', 'TUQ')),
  scope text not null default '',
  valid_from date not null,
  valid_to date,
  decision text,
  end_reason text,
  check (appointment_id <> for_appointment_id),
  check (valid_to is null or valid_from <= valid_to)
);
create index acting_for_appointment on acting_for (appointment_id);

grant select, insert, update on organ, organ_name, organ_lineage, position, person, appointment, acting_for to thongsuot_app;

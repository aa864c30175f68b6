-- Administrative units in time. Old and new codes share one number space: (code, valid_from) tells a unit.
create table unit (
  id bigint generated always as identity primary key,
  code text not null,
  level text not null check (level in ('province', 'district', 'commune')),
  type text not null check (type in ('tinh', 'thanh-pho', 'quan', 'huyen', 'thi-xa', 'xa', 'phuong', 'thi-tran', 'dac-khu')),
  name text not null,
  search_key text not null,
  parent_id bigint references unit,
  valid_from date,
  valid_to date,
  area_km2 numeric,
  population integer,
  mountainous boolean,
  legal_basis text,
  alt_names text[] not null default '{}',
  unique nulls not distinct (code, valid_from),
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index unit_parent on unit (parent_id, valid_to);
create index unit_search on unit (search_key text_pattern_ops);

create table unit_lineage (
  predecessor_id bigint not null references unit,
  successor_id bigint not null references unit,
  part text not null check (part in ('whole', 'part')),
  kind text not null,
  area text,
  population text,
  resolution text,
  clause text,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index unit_lineage_successor on unit_lineage (successor_id);

grant select, insert, update on unit, unit_lineage to thongsuot_app;

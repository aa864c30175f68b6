-- Procedures (thủ tục hành chính) in versions, each with its time of validity: a dossier keeps the version that was in force when it
-- was received. These are registers: small, read everywhere, the same on every node.
create table procedure (
  id bigint generated always as identity primary key,
  code text not null unique                 -- national code: 2.000815, 1.004227...
);

create table procedure_version (
  id bigint generated always as identity primary key,
  procedure_id bigint not null references procedure,
  valid_from date not null,
  valid_to date,
  name text not null,
  search_key text not null,                 -- folded code, name, other words and field
  field text not null,                      -- lĩnh vực, as published: "Hộ tịch", "Chứng thực"
  level text not null check (level in ('commune', 'province')),
  -- Who resolves it: templates of organs, the first that the unit has. Of a commune for level 'commune', of the province else.
  authority_templates text[] not null check (cardinality(authority_templates) > 0),
  -- [{no, name, original, copy, electronic, optional}]: how many of each are to be handed in
  components jsonb not null default '[]',
  fee integer not null default 0 check (fee >= 0), -- đồng for one dossier; 0: none
  fee_note text not null default '',
  limit_unit text not null check (limit_unit in ('sameDay', 'hours', 'days', 'workingDays', 'months')),
  limit_amount numeric not null check (limit_amount >= 0),
  -- [{templates, name, role, hours}]: the way between reception and return, in order; hours are working hours of that organ
  steps jsonb not null default '[]',
  result text not null,                     -- what the applicant gets
  -- Which centres receive it: that of the authority's own unit, any of the province (phi địa giới), or those listed.
  received_by text not null default 'own' check (received_by in ('own', 'province', 'listed')),
  centre_organ_ids bigint[] not null default '{}',
  online text not null default 'none' check (online in ('none', 'partial', 'full')),
  source text not null default '',          -- the decision that published it
  configurable boolean not null default false, -- shipped as a start, to be checked against the province's own decision
  check (valid_to is null or valid_from <= valid_to),
  check ((limit_unit = 'sameDay') = (limit_amount = 0)),
  unique (procedure_id, valid_from)
);
create index procedure_version_valid on procedure_version (valid_to, valid_from);

grant select, insert, update on procedure, procedure_version to thongsuot_app;
alter table procedure enable row level security;
create policy procedure_read on procedure for select to thongsuot_app using (true);
create policy procedure_kept on procedure for insert to thongsuot_app with check ((select app_person()) is not null);
alter table procedure_version enable row level security;
create policy procedure_version_read on procedure_version for select to thongsuot_app using (true);
create policy procedure_version_added on procedure_version for insert to thongsuot_app
  with check ((select app_person()) is not null);
create policy procedure_version_ended on procedure_version for update to thongsuot_app
  using ((select app_person()) is not null) with check ((select app_person()) is not null);

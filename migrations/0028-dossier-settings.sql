-- Procedures are edited by a form: whoever saves must have seen the latest state of the procedure.
alter table procedure add column version integer not null default 1;
create policy procedure_changed on procedure for update to thongsuot_app
  using ((select app_person()) is not null) with check ((select app_person()) is not null);

-- How dossier codes are made from a day on (src/dossiers/codePattern.ts); before the first row they are made as the program ships.
-- Of rows for the same day the one not superseded holds. A day never has two patterns: they are set for days to come.
create table dossier_code_pattern (
  id bigint generated always as identity primary key,
  valid_from date not null,
  commune text not null,                   -- "{TINH}.{XA}-{NGAY}-{SO}"
  province text not null,                  -- "{TINH}-{NGAY}-{SO}": of the province's own centre
  source text not null,
  entered_by bigint references person,
  entered_at timestamptz not null default app_now(),
  superseded_at timestamptz,
  end_reason text,
  check ((superseded_at is null) = (end_reason is null))
);
create unique index dossier_code_pattern_current on dossier_code_pattern (valid_from) where superseded_at is null;
alter table dossier_code_pattern enable row level security;
create policy dossier_code_pattern_seen on dossier_code_pattern for select to thongsuot_app using (true);
create policy dossier_code_pattern_added on dossier_code_pattern for insert to thongsuot_app
  with check ((select administers_province()));
create policy dossier_code_pattern_ended on dossier_code_pattern for update to thongsuot_app
  using ((select administers_province()));
grant select, insert on dossier_code_pattern to thongsuot_app;
grant update (superseded_at, end_reason) on dossier_code_pattern to thongsuot_app;

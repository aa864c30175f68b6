-- Procedures are edited by a form: whoever saves must have seen the latest state of the procedure.
alter table procedure add column version integer not null default 1;
create policy procedure_changed on procedure for update to thongsuot_app
  using ((select app_person()) is not null) with check ((select app_person()) is not null);

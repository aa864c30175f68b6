-- Who may see and change dossiers. Whoever has or had a part in one may read it; those who have one now may change it.
alter table dossier enable row level security;
create policy dossier_seen on dossier for select to thongsuot_app using (organ_ids && (select app_organs()));
create policy dossier_added on dossier for insert to thongsuot_app
  with check (reception_organ_id = any ((select app_organs())::bigint[]));
create policy dossier_changed on dossier for update to thongsuot_app
  using (array[holder_organ_id, reception_organ_id, authority_organ_id, return_organ_id] && (select app_organs()))
  with check (organ_ids && (select app_organs()));

-- The centre remembers its applicants; others see those of the dossiers that they see.
alter table dossier_applicant enable row level security;
create policy dossier_applicant_seen on dossier_applicant for select to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])
    or exists (select from dossier d where d.unit_id = dossier_applicant.unit_id and d.applicant_id = dossier_applicant.id));
create policy dossier_applicant_added on dossier_applicant for insert to thongsuot_app
  with check (organ_id = any ((select app_organs())::bigint[]));
create policy dossier_applicant_ended on dossier_applicant for update to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[])) with check (organ_id = any ((select app_organs())::bigint[]));

-- How many dossiers a unit received on a day is its own matter.
alter table dossier_counter enable row level security;
create policy dossier_counter_own on dossier_counter to thongsuot_app
  using (exists (select from organ o where o.unit_id = dossier_counter.unit_id and o.id = any ((select app_organs())::bigint[])))
  with check (exists (select from organ o where o.unit_id = dossier_counter.unit_id and o.id = any ((select app_organs())::bigint[])));

alter table dossier_pause enable row level security;
create policy dossier_pause_part on dossier_pause to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_pause.unit_id and d.id = dossier_pause.dossier_id))
  with check (exists (select from dossier d where d.unit_id = dossier_pause.unit_id and d.id = dossier_pause.dossier_id));
alter table dossier_step enable row level security;
create policy dossier_step_part on dossier_step to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_step.unit_id and d.id = dossier_step.dossier_id))
  with check (exists (select from dossier d where d.unit_id = dossier_step.unit_id and d.id = dossier_step.dossier_id));
alter table dossier_consultation enable row level security;
create policy dossier_consultation_part on dossier_consultation to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_consultation.unit_id and d.id = dossier_consultation.dossier_id))
  with check (exists (select from dossier d
    where d.unit_id = dossier_consultation.unit_id and d.id = dossier_consultation.dossier_id));
alter table dossier_file enable row level security;
create policy dossier_file_part on dossier_file to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_file.unit_id and d.id = dossier_file.dossier_id))
  with check (exists (select from dossier d where d.unit_id = dossier_file.unit_id and d.id = dossier_file.dossier_id));

-- The events of a dossier lie with it in its unit, and are read by whoever may read it and by nobody else: the unit's administrator,
-- who sees what happens to accounts and organs, has no part in citizens' matters.
create index event_of_dossier on event (unit_id, subject_id, id) where subject_type = 'dossier';
create policy event_of_dossier_seen on event for select to thongsuot_app
  using (subject_type = 'dossier' and exists (select from dossier d where d.unit_id = event.unit_id and d.id = event.subject_id));
create policy event_of_dossier_only on event as restrictive for select to thongsuot_app
  using (subject_type <> 'dossier'
    or exists (select from dossier d where d.unit_id = event.unit_id and d.id = event.subject_id));

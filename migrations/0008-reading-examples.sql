-- What the reader said of a directive, and, once it is issued, what its office made of that: the office's own examples, against
-- which the reader is scored.
create table reading_example (
  directive_id bigint primary key references directive,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'), -- of the text to which the offsets belong
  read_as jsonb not null,                  -- when taken in: {document, tasks, references, recipients}
  gold jsonb,                              -- as issued, in the same shape: what a careful reader finds
  corrected boolean,                       -- whether the two differ
  kept_at timestamptz,                     -- when it was issued
  check ((gold is null) = (corrected is null) and (gold is null) = (kept_at is null))
);
alter table reading_example enable row level security;
create policy reading_example_seen on reading_example for select to thongsuot_app
  using (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
create policy reading_example_added on reading_example for insert to thongsuot_app
  with check (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
-- Settled once, then never changed.
create policy reading_example_settled on reading_example for update to thongsuot_app
  using (gold is null and exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])))
  with check (true);
grant select, insert, update (gold, corrected, kept_at) on reading_example to thongsuot_app;

-- Tasks proposed by the assistant lie on the desk beside those that were read.
alter table draft_task drop constraint draft_task_origin_check,
  add constraint draft_task_origin_check check (origin in ('read', 'clerk', 'split', 'merged', 'assistant'));

-- Asks for the assistant's proposals, in the transaction that takes a directive in. The application's role has no rights on
-- the worker's own tables, so this one job is asked for in the owner's name. Where no worker has ever run, none is asked.
create function ask_assistant(directive_id bigint) returns void security definer set search_path = '' language plpgsql as $$
begin
  if pg_catalog.to_regnamespace('graphile_worker') is null then
    return;
  end if;
  perform graphile_worker.add_job('directive.assistant', json_build_object('directiveId', directive_id),
    job_key => 'directive.assistant:' || directive_id, max_attempts => 3);
end $$;
revoke all on function ask_assistant(bigint) from public;
grant execute on function ask_assistant(bigint) to thongsuot_app;

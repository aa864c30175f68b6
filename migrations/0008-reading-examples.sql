-- What an office made of a reading, kept when the directive is issued: its own examples, against which the reader is scored.
create table reading_example (
  directive_id bigint primary key references directive,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'), -- of the text to which the offsets belong
  gold jsonb not null,                     -- what a careful reader finds: {document, tasks, references, recipients}
  read_as jsonb not null,                  -- what the reader had said of it then, in the same shape
  corrected boolean not null,              -- whether the two differ
  kept_at timestamptz not null default app_now()
);
alter table reading_example enable row level security;
create policy reading_example_seen on reading_example to thongsuot_app
  using (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])))
  with check (exists (select from directive d where d.id = directive_id and d.owner_organ_id = any ((select app_organs())::bigint[])));
grant select, insert on reading_example to thongsuot_app;

-- Tasks proposed by the assistant lie on the desk beside those that were read.
alter table draft_task drop constraint draft_task_origin_check,
  add constraint draft_task_origin_check check (origin in ('read', 'clerk', 'split', 'merged', 'assistant'));

-- Asks for the assistant's proposals, in the transaction that takes a directive in. The application's role has no rights on
-- the worker's own tables, so this one job is asked for in the owner's name.
create function ask_assistant(directive_id bigint) returns void security definer set search_path = '' language plpgsql as $$
begin
  perform graphile_worker.add_job('directive.assistant', json_build_object('directiveId', directive_id),
    job_key => 'directive.assistant:' || directive_id, max_attempts => 3);
end $$;
revoke all on function ask_assistant(bigint) from public;
grant execute on function ask_assistant(bigint) to thongsuot_app;

-- Whose petitions: one row for each organ with a part in one, kept by the database beside the arrays of the petition. Equality on
-- a number may use an index under row-level security; the overlap of arrays may not.
create table petition_part (
  organ_id bigint not null references organ,
  part text not null check (part in ('asks', 'answers', 'watches')),
  petition_id bigint not null references petition,
  primary key (organ_id, part, petition_id)
);
create index petition_part_petition on petition_part (petition_id);
alter table petition_part enable row level security;
create policy petition_part_seen on petition_part for select to thongsuot_app
  using (organ_id = any ((select app_organs())::bigint[]));
grant select on petition_part to thongsuot_app;

create function petition_parts(p petition) returns table (organ_id bigint, part text) immutable language sql as $$
  select unnest(p.asker_organ_ids), 'asks'
  union select x, 'answers' from unnest(array[p.lead_organ_id, p.forwarder_organ_id] || p.coordinator_organ_ids) x where x is not null
  union select unnest(p.watcher_organ_ids), 'watches'
$$;
create function keep_petition_parts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from petition_part k where k.petition_id = new.id
    and not exists (select from petition_parts(new) n where n.organ_id = k.organ_id and n.part = k.part);
  insert into petition_part (organ_id, part, petition_id) select n.organ_id, n.part, new.id from petition_parts(new) n
    on conflict do nothing;
  return null;
end $$;
create trigger petition_keeps_parts
  after insert or update of asker_organ_ids, lead_organ_id, forwarder_organ_id, coordinator_organ_ids, watcher_organ_ids on petition
  for each row execute function keep_petition_parts();
insert into petition_part (organ_id, part, petition_id) select n.organ_id, n.part, p.id from petition p, petition_parts(p) n;

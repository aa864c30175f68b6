-- A dialogue (chương trình đối thoại) gathers petitions before and at a meeting; its office sorts them, gives them out and makes
-- one answer book of them.
create table dialogue (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  body_organ_id bigint not null references organ,    -- the body that meets those who ask
  office_organ_id bigint not null references organ,
  title text not null,
  held_on date not null,
  created_at timestamptz not null default app_now(),
  created_by bigint references person
);
create index dialogue_office on dialogue (office_organ_id, held_on desc);
alter table petition add column dialogue_id bigint references dialogue;
create index petition_dialogue on petition (dialogue_id, field) where dialogue_id is not null;

alter table dialogue enable row level security;
create policy dialogue_seen on dialogue for select to thongsuot_app using ((select app_person()) is not null);
create policy dialogue_added on dialogue for insert to thongsuot_app
  with check (office_organ_id = any ((select app_organs())::bigint[]));
grant select, insert on dialogue to thongsuot_app;

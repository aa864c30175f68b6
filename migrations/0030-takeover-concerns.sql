-- What about a row is to be looked at, by kind, so that a file in which every row is so can be decided about by reason; and the
-- procedure it was matched with, because where our reckoning gives another date it is mostly one procedure's limit.
alter table takeover_row
  add column concerns text[] not null default '{}', -- kinds of what `difference` says in words; see src/dossiers/takeover/concern.ts
  add column procedure_version_id bigint;           -- null where the row was not matched
-- Rows from before: their words stay, of no kind.
update takeover_row set concerns = '{untold}' where difference <> '';
alter table takeover_row add check ((concerns <> '{}') = (difference <> ''));

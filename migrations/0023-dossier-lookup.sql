-- What an applicant may see of their dossier without an account, and how they rate the service.

-- One rating a dossier, of five steps and with words; insert-only.
create table dossier_rating (
  unit_id bigint not null,
  dossier_id bigint not null,
  stars smallint not null check (stars between 1 and 5),
  words text not null default '' check (length(words) <= 2000),
  at timestamptz not null default app_now(),
  primary key (unit_id, dossier_id),
  foreign key (unit_id, dossier_id) references dossier (unit_id, id)
);
alter table dossier_rating enable row level security;
create policy dossier_rating_seen on dossier_rating for select to thongsuot_app
  using (exists (select from dossier d where d.unit_id = dossier_rating.unit_id and d.id = dossier_rating.dossier_id));
grant select on dossier_rating to thongsuot_app;

-- A dossier for whoever knows its code and one fact that only the applicant knows: the number of the identity paper or the
-- telephone told at reception; the day of birth (ddmmyyyy) only where neither was told. No row tells nothing about which was wrong.
create function dossier_lookup(asked_code text, fact text)
returns table (code text, procedure_version_id bigint, applicant_name text, reception_organ_id bigint, authority_organ_id bigint,
  return_organ_id bigint, holder_organ_id bigint, status smallint, step_no smallint, submitted_at timestamptz, received_at timestamptz,
  first_due_at timestamptz, due_at timestamptz, due_exact boolean, due_lines text[], paused_at timestamptz, pause_reason text,
  answer_by date, apology text, apologised_at timestamptz, ending text, finished_at timestamptz, returned_at timestamptz, delivery text,
  delivery_way text, money text, fee integer, granted boolean, stars smallint)
stable security definer set search_path = public, pg_temp language sql as $$
  select d.code, d.procedure_version_id, d.applicant_name, d.reception_organ_id, d.authority_organ_id, d.return_organ_id, d.holder_organ_id,
    d.status, d.step_no, d.submitted_at, d.received_at, d.first_due_at, d.due_at, d.due_exact, d.due_lines, d.paused_at, p.reason, p.answer_by,
    e.reason, e.at, d.ending, d.finished_at, d.returned_at, d.delivery, d.delivery_way, d.money, d.fee, (d.result ->> 'granted')::boolean, r.stars
  from dossier d
  join dossier_applicant a on a.unit_id = d.unit_id and a.id = d.applicant_id
  left join lateral (select x.reason, x.answer_by from dossier_pause x
    where x.unit_id = d.unit_id and x.dossier_id = d.id and x.to_at is null order by x.no desc limit 1) p on true
  left join lateral (select x.reason, x.at from event x where d.apologies > 0 and x.unit_id = d.unit_id and x.subject_type = 'dossier'
    and x.subject_id = d.id and x.kind = 'dossier.apologised' order by x.id desc limit 1) e on true
  left join dossier_rating r on r.unit_id = d.unit_id and r.dossier_id = d.id
  where d.code = asked_code and fact <> '' and (a.id_number = fact or a.phone = fact
    or (a.id_number is null and a.phone is null and to_char(a.birth_day, 'DDMMYYYY') = fact))
  limit 1
$$;

-- Takes the rating of a dossier that has ended; false where there is one already, or the work goes on. The program has made sure
-- before that it speaks with the applicant.
create function dossier_rate(asked_code text, given smallint, said text) returns boolean
security definer set search_path = public, pg_temp language sql as $$
  with rated as (
    insert into dossier_rating (unit_id, dossier_id, stars, words)
    select d.unit_id, d.id, given, said from dossier d where d.code = asked_code and d.finished_at is not null
    on conflict do nothing returning 1
  ) select exists (select from rated)
$$;
revoke execute on function dossier_lookup, dossier_rate from public;
grant execute on function dossier_lookup, dossier_rate to thongsuot_app;

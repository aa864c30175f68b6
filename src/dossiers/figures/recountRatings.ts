import { type RawBuilder, sql } from 'kysely';

/** Ratings by the day they were given, as they should be among the figures; columns as the other flows of a recount. */
export const ratings = (unitId: number | null): RawBuilder<unknown> => sql`
  select r.unit_id, (r.at at time zone 'Asia/Ho_Chi_Minh')::date, d.authority_organ_id, 0::bigint, m.measure,
    date '9999-12-31', count(*) filter (where m.measure = 'rated' or r.stars in (1, 2))
  from dossier_rating r join dossier d on d.unit_id = r.unit_id and d.id = r.dossier_id
    cross join (values ('rated'), ('rated_unhappy')) as m(measure)
  where d.received_at is not null and (${unitId}::bigint is null or r.unit_id = ${unitId})
  group by 1, 2, 3, 5`;

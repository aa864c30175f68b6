import postgres from 'postgres';

/** So many dossiers of each centre are still worked on, however many there are: a day's work does not grow with the archive. */
const OPEN_PER_CENTRE = 30;
const STEP = 100_000;

/**
 * Fills the centres with dossiers of the last year until there are `count`, each with its applicant and the events of its
 * reception and result: most are returned, some open, a few late. Figures are not kept; a recount makes them.
 */
export async function fillDossiers(databaseUrl: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await sql<
      { n: number }[]
    >`select count(*)::int as n from dossier_applicant where id_number like '9%'`;
    for (let from = there!.n; from < count; from += STEP) await fill(sql, from, Math.min(count, from + STEP));
    await sql`vacuum (analyze) dossier, dossier_applicant, event`;
  } finally {
    await sql.end();
  }
}

const fill = (sql: postgres.Sql, from: number, to: number) =>
  sql`
    with centre as (
      select o.id, o.unit_id, u.code, row_number() over (order by o.id) - 1 as place, count(*) over () as total,
        (select b.id from organ b where b.unit_id = o.unit_id and b.template = 'ubnd-xa' and b.valid_to is null limit 1) as committee
      from organ o join unit u on u.id = o.unit_id
      where o.template = 'trung-tam-phuc-vu-hanh-chinh-cong-xa' and o.valid_to is null
    ), version as (
      select v.id, row_number() over (order by v.id) - 1 as place, count(*) over () as total
      from procedure_version v where v.level = 'commune' and v.valid_to is null
    ), line as (
      select n, c.id as centre_id, c.unit_id, c.code, c.committee, v.id as version_id,
        n / c.total < ${OPEN_PER_CENTRE} as open,
        date_trunc('day', now()) + interval '8 hours' + (n % 480) * interval '1 minute'
          - (case when n / c.total < ${OPEN_PER_CENTRE} then n % 6 else 7 + n % 360 end) * interval '1 day' as received
      from generate_series(${from}::int, ${to}::int - 1) as n
      join centre c on c.place = n % c.total join version v on v.place = (n / 7) % v.total
    ), known as (
      insert into dossier_applicant (unit_id, organ_id, kind, name, name_key, given_key, id_number)
      select unit_id, centre_id, 'person', 'Công Dân Thử ' || n, 'cong dan thu ' || n, n || ' cong dan thu', '9' || lpad(n::text, 11, '0')
      from line returning unit_id, id, id_number
    ), added as (
      insert into dossier (unit_id, code, procedure_version_id, channel, reception_organ_id, authority_organ_id, return_organ_id,
        applicant_id, applicant_name, papers, status, delivery, submitted_at, received_at, due_at, first_due_at, finished_at, returned_at,
        closed_at, result, holder_organ_id, organ_ids)
      select l.unit_id, '40.' || l.code || '-' || to_char(l.received, 'YYMMDD') || '-' || lpad(l.n::text, 7, '0'), l.version_id,
        case when l.n % 5 < 3 then 'online' else 'direct' end, l.centre_id, l.committee, l.centre_id, k.id, 'Công Dân Thử ' || l.n,
        '[{"no": 1, "original": 1, "copy": 0, "electronic": 1}]', case when l.open then 4 else 10 end,
        case when l.open then 'waiting' else 'delivered' end, l.received, l.received, l.received + interval '3 days',
        l.received + interval '3 days', case when not l.open then l.received + (1 + l.n % 5) * interval '20 hours' end,
        case when not l.open then l.received + interval '5 days' end, case when not l.open then l.received + interval '5 days' end,
        case when not l.open then '{"title": "Kết quả", "number": "1", "signed": true, "granted": true}'::jsonb end,
        l.centre_id, array[l.centre_id, l.committee]
      from line l join known k on k.unit_id = l.unit_id and k.id_number = '9' || lpad(l.n::text, 11, '0')
      returning unit_id, id, authority_organ_id, received_at, due_at, finished_at
    )
    insert into event (unit_id, at, kind, subject_type, subject_id, data)
    select a.unit_id, e.at, e.kind, 'dossier', a.id, e.data || jsonb_build_object('at', (extract(epoch from e.at) * 1000)::bigint)
    from added a cross join lateral (values
      (a.received_at, 'dossier.received', jsonb_build_object('arrival', jsonb_build_object('authorityId', a.authority_organ_id),
        'dueAt', (extract(epoch from a.due_at) * 1000)::bigint, 'dueExact', false)),
      (a.finished_at, 'dossier.resolved', '{}'::jsonb)
    ) as e(at, kind, data) where e.at is not null order by a.id, e.at`;

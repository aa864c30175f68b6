import autocannon from 'autocannon';
import postgres from 'postgres';

/** Adds open tasks of the Party committee's office until there are `count`: led by all departments in turn, due around today. */
export async function fillTasks(databaseUrl: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`
      with office as (
        select o.id, o.serves_id, o.unit_id from organ o where o.template = 'van-phong-tinh-uy' and o.valid_to is null limit 1
      ), lead as (
        select o.id, row_number() over (order by o.id) - 1 as place, count(*) over () as total
        from organ o where o.template like 'so-%' and o.valid_to is null
      ), added as (
        insert into task (unit_id, issuer_organ_id, owner_organ_id, lead_organ_ids, ordinal, source, action, topic, due_on, state, started_on,
          done_on, organ_ids, search_key)
        select office.unit_id, office.serves_id, office.id, array[lead.id], n % 40 + 1, (3000 + n / 40) || '-TB/TU',
          'Chủ trì tham mưu phương án số ' || n || ' về điều kiện hoạt động của Trung tâm Phục vụ hành chính công cấp xã, ưu tiên địa bàn miền núi',
          'Về đề xuất số ' || n, current_date - 90 + (n % 180)::int, case when n % 3 = 0 then 'done' else 'working' end, current_date - 120,
          case when n % 3 = 0 then current_date - 10 end, array[office.id, office.serves_id, lead.id], 'phuong an so ' || n
        from generate_series(1, ${count}::int - (select count(*)::int from task)) as series(n), office, lead where lead.place = n % lead.total
        returning id, lead_organ_ids, state, due_on, done_on
      )
      insert into charge (task_id, organ_id, role, state, due_on, done_on)
      select id, lead_organ_ids[1], 'lead', state, due_on, done_on from added`;
    await sql`analyze task, charge`;
  } finally {
    await sql.end();
  }
}

export interface Load {
  perSecond: number;
  p99: number;
  failed: number;
}

/** Ten connections ask for one address without pause, after a warm-up. */
export async function load(address: string, cookie: string, seconds: number, warmUp = 3): Promise<Load> {
  const run = (duration: number) =>
    autocannon({ url: address, connections: 10, duration, headers: { Cookie: cookie } });
  await run(warmUp);
  const result = await run(seconds);
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

import postgres from 'postgres';
import { shinglesOf } from '../../src/petitions/shingles.ts';
import { median } from './figure.ts';

const VERBS = 'bố trí|cấp|xây dựng|sửa chữa|nâng cấp|thay thế|di dời|lắp đặt|mở rộng|hướng dẫn|bổ sung|phân bổ'.split(
  '|',
);
const THINGS =
  'máy xúc|cầu tràn|đập thủy lợi|đường liên thôn|trạm y tế|trường mầm non|cột phát thanh|máy tính|máy quét|chứng thư số|phần mềm một cửa|khu tái định cư|nhà văn hóa|đường điện|nước sạch|biên chế công chức|kinh phí hội nghị|kho lưu trữ|hồ sơ đất đai|giấy chứng nhận|chợ trung tâm|bãi rác|kè chống sạt lở'.split(
    '|',
  );
const WHYS =
  'cho cụm xã vùng cao|tại bản xa trung tâm|sau mưa lũ|trước mùa khô|để phục vụ người dân|theo kế hoạch năm|do sáp nhập đơn vị|vì xuống cấp nghiêm trọng|cho cán bộ mới|ở khu vực biên giới'.split(
    '|',
  );

/** The same words for the same number. */
function wordsOf(n: number): string {
  const of = (list: readonly string[], step: number): string => list[Math.floor(n / step) % list.length]!;
  return `${of(VERBS, 1)} ${of(THINGS, 7)} ${of(WHYS, 3)}, ${of(VERBS, 11)} ${of(THINGS, 5)} thôn ${n % 997}`;
}

/** Petitions of the Party committees of communes to the province's, until there are `count`; each with its pairs of words. */
export async function fillPetitions(databaseUrl: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await sql<{ n: number }[]>`select count(*)::int as n from petition`;
    for (let from = there!.n; from < count; from += 1000) {
      const numbers = Array.from({ length: Math.min(1000, count - from) }, (_, i) => from + i);
      const added = await sql<{ id: string; topic: string; ask: string }[]>`
        with office as (
          select o.id, o.serves_id from organ o where o.template = 'van-phong-tinh-uy' and o.valid_to is null limit 1
        ), lead as (
          select o.id, row_number() over (order by o.id) - 1 as place, count(*) over () as total
          from organ o where o.template like 'so-%' and o.valid_to is null
        ), asker as (
          select o.id, o.unit_id, row_number() over (order by o.id) - 1 as place, count(*) over () as total
          from organ o where o.template = 'dang-uy-xa' and o.valid_to is null
        )
        insert into petition (unit_id, mountainous, body_organ_id, office_organ_id, asker_organ_ids, lead_organ_id, field, urgency,
          topic, ask, why, state, raised_on, due_on, answered_on, solved, shared, organ_ids, search_key)
        select asker.unit_id, n % 2 = 0, office.serves_id, office.id, array[asker.id], lead.id, 'khac', 'normal', w.topic, w.ask,
          'Khó khăn của địa phương', case when n % 5 = 0 then 'working' else 'closed' end, current_date - 60,
          current_date - 30 + (n % 60), case when n % 5 = 0 then null else current_date - 20 end,
          case when n % 5 = 0 then null else true end, true, array[office.id, office.serves_id, asker.id, lead.id], 'kien nghi ' || n
        from unnest(${numbers}::int[], ${numbers.map(wordsOf)}::text[], ${numbers.map((n) => wordsOf(n * 31))}::text[]) as w(n, topic, ask),
          office, lead, asker where lead.place = n % lead.total and asker.place = n % asker.total
        returning id, topic, ask`;
      const pairs = added.flatMap((p) => shinglesOf(p.topic, p.ask).map((shingle) => [shingle, Number(p.id)]));
      await sql`insert into petition_shingle select * from unnest(${pairs.map((p) => p[0]!)}::int[], ${pairs.map((p) => p[1]!)}::bigint[])`;
    }
    await sql`analyze petition, petition_shingle`;
  } finally {
    await sql.end();
  }
}

/** Milliseconds, in the middle, for a page of like petitions while somebody types, one after the other. */
export async function similarPage(serverUrl: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const started = performance.now();
    const answer = await fetch(`${serverUrl}/kien-nghi/giong?q=${encodeURIComponent(wordsOf(i * 17))}`, {
      headers: { Cookie: cookie },
    });
    if (!answer.ok) throw new Error(`like petitions: ${answer.status}`);
    await answer.text();
    times.push(performance.now() - started);
  }
  return median(times);
}

import postgres from 'postgres';
import type { ReportField } from '../../src/reports/model.ts';
import { median } from './figure.ts';

const FIELDS = 200;

/** Two hundred fields: flows, stocks, and shares weighted by the first flow. */
const fieldsOf = (): ReportField[] =>
  Array.from({ length: FIELDS }, (_, n) => {
    const rule = n % 3 === 2 ? 'weighted' : n % 3 === 1 ? 'latest' : 'sum';
    return {
      key: `chi-tieu-${n}`,
      label: `Chỉ tiêu số ${n + 1} của biểu tổng hợp`,
      unit: rule === 'weighted' ? '%' : 'hồ sơ',
      type: rule === 'weighted' ? 'percent' : 'integer',
      rule,
      weightBy: rule === 'weighted' ? 'chi-tieu-0' : null,
      min: 0,
      max: null,
      required: true,
      choices: [],
      source: null,
    };
  });

/** A period of the province's office with a signed report of every commune. @returns its id, and how many reports it has */
export async function fillReport(databaseUrl: string): Promise<{ periodId: number; sheets: number }> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const fields = fieldsOf();
    const [period] = await sql<{ id: string }[]>`
      with office as (select id, unit_id from organ where template = 'van-phong-ubnd-tinh' and valid_to is null limit 1),
      form as (
        insert into report_form (unit_id, office_organ_id, title, periodicity)
        select unit_id, id, 'Báo cáo 200 chỉ tiêu', 'quarter' from office returning id, unit_id, office_organ_id
      ), version as (
        insert into report_form_version (form_id, number, state, due_days, fields, valid_from, published_at)
        select id, 1, 'published', 4, ${sql.json(fields as never)}, '2025-07-01', now() from form returning id, form_id
      )
      insert into report_period (form_id, form_version_id, unit_id, office_organ_id, key, label, from_on, to_on, due_on)
      select f.id, v.id, f.unit_id, f.office_organ_id, '2026-Q1', 'Quý I năm 2026', '2025-12-15', '2026-03-14', '2026-03-20'
      from form f join version v on v.form_id = f.id returning id`;
    const added = await sql`
      insert into report_sheet (period_id, unit_id, organ_id, office_organ_id, state, due_on, "values", signed_on, signed_by, organ_ids)
      select p.id, o.unit_id, o.id, p.office_organ_id, 'signed', p.due_on,
        (select jsonb_object_agg('chi-tieu-' || n, (o.id * 31 + n * 17) % (case when n % 3 = 2 then 101 else 5000 end))
          from generate_series(0, ${FIELDS - 1}) as n),
        p.due_on, 'Chủ tịch', array[o.id, p.office_organ_id]
      from report_period p, organ o
      where p.id = ${period!.id} and o.template = 'ubnd-xa' and o.valid_to is null returning id`;
    await sql`analyze report_sheet`;
    return { periodId: Number(period!.id), sheets: added.length };
  } finally {
    await sql.end();
  }
}

/** Milliseconds, in the middle, for the whole page that rolls the period up, one after the other. */
export async function rollUpPage(serverUrl: string, cookie: string, periodId: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const started = performance.now();
    const answer = await fetch(`${serverUrl}/bao-cao/ky/${periodId}/tong-hop`, { headers: { Cookie: cookie } });
    const text = await answer.text();
    if (!answer.ok || !text.includes('cộng 130 đơn vị')) throw new Error(`the roll-up answered ${answer.status}`);
    times.push(performance.now() - started);
  }
  return median(times);
}

import type { VNode } from 'preact';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Failed,
  type Form,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
  submit,
} from '../../platform/http/index.ts';
import { Breadcrumbs, DataTable, DayField, EmptyState, FormPage, Heading, Section, TextField } from '../../ui/index.ts';
import { type LimitRule, limitRules, type ProposedDays, proposedOn, setLimits } from '../limitRules.ts';
import { keepLimits } from '../policy.ts';
import { todayOf } from './names.ts';

const PATH = '/to-chuc/lich/kien-nghi';

/** The days in which petitions are to be answered, set by the province's administrator. */
export const limitRoutes: RouteTable = [
  { method: 'get', path: PATH, may: keepLimits, handle: (c) => show(c) },
  { method: 'post', path: PATH, may: keepLimits, handle: set },
];

async function show(c: AppContext, failed?: Failed): Promise<Response> {
  const { db } = c.get('services');
  const [rules] = await db.read(principalOf(c), limitRules(db.build));
  const today = todayOf(c);
  return page(
    c,
    { title: 'Thời hạn trả lời kiến nghị', status: failed?.status },
    <LimitsPage {...{ rules, today, failed }} now={proposedOn(rules, today)} />,
  );
}

function set(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const days = (form: Form, field: string) =>
    Number(cleanLine(form.values[field] ?? '').replace(',', '.') || Number.NaN);
  return submit(
    c,
    async (form) => {
      const validFrom = parseDay(form.values['tu-ngay']);
      if (!validFrom) throw invalid('day', 'Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 5/9/2026.', 'tu-ngay');
      const rule = {
        validFrom,
        normal: days(form, 'thuong'),
        urgent: days(form, 'gap'),
        upper: days(form, 'cap-tren'),
        source: cleanLine(form.values['can-cu'] ?? '').slice(0, 200),
      };
      await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: 'petition.limits', personId: principal.personId }, () =>
            setLimits(tx, principal, rule, todayOf(c)),
          ),
        );
      return redirectWith(c, PATH, {
        tone: 'success',
        text: `Đã đặt thời hạn từ ${formatDay(validFrom)}. Kiến nghị đã giao giữ nguyên hạn.`,
      });
    },
    (failed) => show(c, failed),
  );
}

const decimal = (days: number): string => String(days).replace('.', ',');

interface LimitsView {
  rules: readonly LimitRule[];
  now: ProposedDays;
  today: Day;
  failed: Failed | undefined;
}

function LimitsPage({ rules, now, today, failed }: LimitsView): VNode {
  return (
    <>
      <Breadcrumbs links={[{ href: '/to-chuc/lich', label: 'Lịch làm việc' }]} />
      <Heading
        title="Thời hạn trả lời kiến nghị"
        lead={`Hôm nay: ${decimal(now.normal)} ngày làm việc, việc gấp ${decimal(now.urgent)}, chuyển cấp trên ${decimal(now.upper)}. Văn phòng có thể ấn định khác khi giao.`}
      />
      <FormPage
        action={PATH}
        submit="Đặt thời hạn"
        cancelHref="/to-chuc/lich"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <DaysField name="thuong" label="Kiến nghị thường" days={now.normal} />
        <DaysField name="gap" label="Kiến nghị gấp" days={now.urgent} />
        <DaysField name="cap-tren" label="Chuyển cấp trên trả lời" days={now.upper} />
        <DayField name="tu-ngay" label="Áp dụng từ ngày" value={formatDay(today)} />
        <TextField name="can-cu" label="Căn cứ" hint="Số quyết định, quy chế" maxLength={200} autocomplete="off" />
      </FormPage>
      <Section title="Đã đặt">
        <DataTable
          caption="Các thời hạn đã đặt"
          rows={rules}
          empty={<EmptyState title="Chưa đặt; đang dùng 10, 3 và 15 ngày làm việc" />}
          columns={[
            { title: 'Từ ngày', cell: (r) => formatDay(r.validFrom) },
            { title: 'Thường', numeric: true, cell: (r) => decimal(r.normal) },
            { title: 'Gấp', numeric: true, cell: (r) => decimal(r.urgent) },
            { title: 'Cấp trên', numeric: true, cell: (r) => decimal(r.upper) },
            { title: 'Căn cứ', cell: (r) => r.source },
          ]}
        />
      </Section>
    </>
  );
}

const DaysField = ({ name, label, days }: { name: string; label: string; days: number }): VNode => (
  <TextField name={name} label={label} suffix="ngày làm việc" width={4} inputMode="decimal" value={decimal(days)} />
);

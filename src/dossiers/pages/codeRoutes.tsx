import type { VNode } from 'preact';
import { addDays, type Day, dayOf, formatDay, parseDay } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { organRegister } from '../../organs/index.ts';
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
import { codeFrom, type PatternPair, USUAL_PATTERN } from '../codePattern.ts';
import { type CodeRule, codeRules, patternOn, setCodeRule } from '../codes.ts';
import { keepCodes } from '../policy.ts';

const PATH = '/to-chuc/lich/ma-ho-so';

/** How dossier codes are made, set by the province's administrator for days to come. */
export const codeRoutes: RouteTable = [
  { method: 'get', path: PATH, may: keepCodes, handle: (c) => show(c) },
  { method: 'post', path: PATH, may: keepCodes, handle: set },
];

async function show(c: AppContext, failed?: Failed): Promise<Response> {
  const services = c.get('services');
  const [rules] = await services.db.read(principalOf(c), codeRules(services.db.build));
  const today = dayOf(services.clock());
  const register = await organRegister(services);
  const commune = [...register.units.values()].find((unit) => unit.level === 'commune');
  const values = { province: services.config.provinceCode, unit: commune?.code ?? '00000', sequence: 7 };
  const example = (pattern: string, day: Day): string => codeFrom(pattern, { ...values, day });
  return page(
    c,
    { title: 'Mẫu mã hồ sơ', status: failed?.status },
    <CodesPage {...{ rules, today, failed, example }} now={patternOn(rules, today)} />,
  );
}

function set(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const by = principalOf(c);
  const pattern = (form: Form, field: string) => (form.values[field] ?? '').replace(/\s+/g, '').toUpperCase();
  return submit(
    c,
    async (form) => {
      const validFrom = parseDay(form.values['tu-ngay']);
      if (!validFrom) throw invalid('day', 'Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 5/9/2026.', 'tu-ngay');
      const rule: CodeRule = {
        validFrom,
        commune: pattern(form, 'xa'),
        province: pattern(form, 'tinh'),
        source: cleanLine(form.values['can-cu'] ?? '').slice(0, 200),
      };
      await services.db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'dossier.pattern', personId: by.personId }, () =>
          setCodeRule(tx, by, rule, dayOf(services.clock())),
        ),
      );
      return redirectWith(c, PATH, {
        tone: 'success',
        text: `Đã đặt mẫu mã từ ${formatDay(validFrom)}. Mã đã cấp giữ nguyên.`,
      });
    },
    (failed) => show(c, failed),
  );
}

interface CodesView {
  rules: readonly CodeRule[];
  now: PatternPair;
  today: Day;
  failed: Failed | undefined;
  example: (pattern: string, day: Day) => string;
}

function CodesPage({ rules, now, today, failed, example }: CodesView): VNode {
  return (
    <>
      <Breadcrumbs links={[{ href: '/to-chuc/lich', label: 'Lịch làm việc' }]} />
      <Heading
        title="Mẫu mã hồ sơ"
        lead={`Hồ sơ số 7 nhận hôm nay: ở xã là ${example(now.commune, today)}, ở trung tâm cấp tỉnh là ${example(now.province, today)}.`}
      />
      <FormPage action={PATH} submit="Đặt mẫu" cancelHref="/to-chuc/lich" sent={failed?.sent} fault={failed?.fault}>
        <TextField
          name="xa"
          label="Mã của xã, phường"
          hint="{TINH} mã tỉnh, {XA} mã đơn vị, {NGAY} ngày nhận, {SO} số trong ngày; cách nhau bằng dấu chấm hoặc gạch ngang. Ví dụ: H41.{XA}-{NGAY}-{SO}"
          value={now.commune}
          maxLength={60}
          autocomplete="off"
        />
        <TextField
          name="tinh"
          label="Mã của trung tâm cấp tỉnh"
          hint="Không có {XA}"
          value={now.province}
          maxLength={60}
          autocomplete="off"
        />
        <DayField
          name="tu-ngay"
          label="Áp dụng từ ngày"
          hint="Sớm nhất là ngày mai"
          value={formatDay(addDays(today, 1))}
        />
        <TextField name="can-cu" label="Căn cứ" hint="Số văn bản quy định mã" maxLength={200} autocomplete="off" />
      </FormPage>
      <Section title="Đã đặt">
        <DataTable
          caption="Các mẫu mã đã đặt"
          rows={rules}
          empty={<EmptyState title={`Chưa đặt; đang dùng ${USUAL_PATTERN.commune}`} />}
          columns={[
            { title: 'Từ ngày', cell: (r) => formatDay(r.validFrom) },
            { title: 'Xã, phường', cell: (r) => `${r.commune}: ${example(r.commune, r.validFrom)}` },
            { title: 'Cấp tỉnh', cell: (r) => `${r.province}: ${example(r.province, r.validFrom)}` },
            { title: 'Căn cứ', cell: (r) => r.source },
          ]}
        />
      </Section>
    </>
  );
}

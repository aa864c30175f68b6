import { notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { historyOf } from '../../platform/audit/history.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { answerPaper, type PaperFormat } from '../../platform/print/index.ts';
import { closePeriod, reopenPeriod, signRollUp } from '../closePeriod.ts';
import { type Letterhead, rollUpPaper } from '../paper.ts';
import { keepReports, mayKeep, maySignRollUp, signReports } from '../policy.ts';
import type { RollUp } from '../rollUp.ts';
import { rollUpOf } from '../rollUpOf.ts';
import { type PeriodDetail, periodBeforeOf, periodById, sheetsOfPeriod, signedSheets } from '../store.ts';
import { PeriodPage, SHOWN, type Shown } from './periodPage.tsx';
import { BehindPage, RollUpPage, type RollUpView } from './rollUpPage.tsx';
import { type Failed, type FailStatus, idOf, registerOf, step, todayOf, unitName } from './shared.ts';

const BASE = '/bao-cao/ky/:id';

/** A period as its office keeps it: who has reported, the roll-up, what stands behind each number, closing and signing. */
export const periodRoutes: RouteTable = [
  { method: 'get', path: BASE, may: keepReports, handle: (c) => showPeriod(c) },
  { method: 'post', path: `${BASE}/dong`, may: keepReports, handle: close },
  { method: 'post', path: `${BASE}/mo-lai`, may: keepReports, handle: reopen },
  { method: 'get', path: `${BASE}/tong-hop`, may: keepReports, handle: (c) => showRollUp(c) },
  { method: 'get', path: `${BASE}/tong-hop.docx`, may: keepReports, handle: (c) => paper(c, 'docx') },
  { method: 'get', path: `${BASE}/tong-hop.pdf`, may: keepReports, handle: (c) => paper(c, 'pdf') },
  { method: 'post', path: `${BASE}/ky-duyet`, may: signReports, handle: sign },
  { method: 'get', path: `${BASE}/chi-tieu/:khoa`, may: keepReports, handle: showBehind },
];

async function showPeriod(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = idOf(c, 'kỳ báo cáo này');
  const [periods, sheets, history] = await db.read(
    principal,
    periodById(db.build, id),
    sheetsOfPeriod(db.build, id),
    historyOf(db.build, 'report_period', id),
  );
  const period = ownOf(principal, periods[0]);
  const register = await registerOf(c);
  const asked = c.req.query('xem');
  const shown = asked !== undefined && asked in SHOWN ? (asked as Shown) : 'tat-ca';
  return page(
    c,
    { title: `${period.label}: ${period.title}`, status },
    <PeriodPage
      {...{ period, sheets, shown, history, failed }}
      today={todayOf(c)}
      organName={(organ) => register.shortName(organ)}
    />,
  );
}

function ownOf(principal: Principal, period: PeriodDetail | undefined): PeriodDetail {
  if (!period || !mayKeep(principal, period)) throw notFound('kỳ báo cáo này');
  return period;
}

/** The period's figures now, or as they were signed; with those of the period before. */
async function rolledUp(c: AppContext) {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = idOf(c, 'kỳ báo cáo này');
  const [periods, sheets, signed] = await db.read(
    principal,
    periodById(db.build, id),
    sheetsOfPeriod(db.build, id),
    signedSheets(db.build, id),
  );
  const period = ownOf(principal, periods[0]);
  const register = await registerOf(c);
  const result = rollUpOf(period, signed, register);
  return { period, sheets, signed, register, result, before: await totalsBefore(c, period, register) };
}

async function totalsBefore(
  c: AppContext,
  period: PeriodDetail,
  register: OrganRegister,
): Promise<RollUpView['before'] | undefined> {
  const { db } = c.get('services');
  const [earlier] = await db.read(principalOf(c), periodBeforeOf(db.build, period.formId, period.from));
  const last = earlier[0];
  if (!last) return undefined;
  const totals = (fields: RollUp['fields']) => new Map(fields.map((f) => [f.key, f.total]));
  if (last.rolledUp) return { label: last.label, totals: totals(last.rolledUp.fields) };
  const [signed] = await db.read(principalOf(c), signedSheets(db.build, last.id));
  return { label: last.label, totals: totals(rollUpOf({ ...period, to: last.to }, signed, register).fields) };
}

async function showRollUp(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  const { period, sheets, register, result, before } = await rolledUp(c);
  return page(
    c,
    { title: `Tổng hợp ${period.label}`, status },
    <RollUpPage
      {...{ period, result, before, failed }}
      asked={sheets.length}
      unitName={(unit) => unitName(register, unit)}
      maySign={maySignRollUp(principalOf(c), period)}
    />,
  );
}

async function showBehind(c: AppContext): Promise<Response> {
  const { period, signed, register, result } = await rolledUp(c);
  const field = period.fields.find((f) => f.key === c.req.param('khoa'));
  if (!field) throw notFound('chỉ tiêu này');
  return page(
    c,
    { title: `${field.label}, ${period.label}` },
    <BehindPage
      {...{ period, field, result }}
      rows={signed}
      unitName={(unit) => unitName(register, unit)}
      organName={(organ) => register.shortName(organ)}
    />,
  );
}

/** The office's own letterhead. */
export function letterheadOf(register: OrganRegister, officeId: number): Letterhead {
  const office = register.organs.get(officeId as never);
  const body = office?.servesId ? register.organs.get(office.servesId) : undefined;
  const unit = office?.unitId ? register.units.get(office.unitId) : undefined;
  return {
    superior: body && body.id !== office?.id ? body.name : undefined,
    issuer: office?.name ?? '',
    party: office?.branch === 'party',
    place: unit?.name ?? '',
  };
}

async function paper(c: AppContext, format: PaperFormat): Promise<Response> {
  const { period, sheets, register, result, before } = await rolledUp(c);
  const rolled = period.rolledUp ?? { fields: result.fields, sheets: result.counted.length };
  const document = rollUpPaper(period, rolled, sheets.length, before, letterheadOf(register, period.officeId));
  return answerPaper(c, document, format, `tong-hop-${period.key}`);
}

function close(c: AppContext): Promise<Response> {
  const periodId = idOf(c, 'kỳ báo cáo này');
  return step(c, `report.close.${periodId}`, (tx, by, form) => closePeriod(tx, by, { periodId, seen: form.version }), {
    to: () => `/bao-cao/ky/${periodId}`,
    done: 'Đã khóa sổ kỳ báo cáo.',
    again: (failed, status) => showPeriod(c, failed, status),
  });
}

function reopen(c: AppContext): Promise<Response> {
  const periodId = idOf(c, 'kỳ báo cáo này');
  return step(
    c,
    `report.reopen.${periodId}`,
    (tx, by, form) => reopenPeriod(tx, by, { periodId, seen: form.version, reason: form.values['ly-do'] ?? '' }),
    {
      to: () => `/bao-cao/ky/${periodId}`,
      done: 'Đã mở lại kỳ báo cáo.',
      again: (failed, status) => showPeriod(c, failed, status),
    },
  );
}

async function sign(c: AppContext): Promise<Response> {
  const periodId = idOf(c, 'kỳ báo cáo này');
  const register = await registerOf(c);
  return step(
    c,
    `report.rollup.${periodId}`,
    (tx, by, form) => signRollUp(tx, by, register, { periodId, seen: form.version }, todayOf(c)),
    {
      to: () => `/bao-cao/ky/${periodId}/tong-hop`,
      done: 'Đã ký báo cáo tổng hợp và khóa sổ kỳ báo cáo.',
      again: (failed, status) => showRollUp(c, failed, status),
    },
  );
}

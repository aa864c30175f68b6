import { addDays, type Day } from '../../kernel/day.ts';
import { forbidden, invalid, isFault, notFound } from '../../kernel/errors.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { historyOf } from '../../platform/audit/history.ts';
import { type AppContext, type Form, page, principalOf, type RouteTable, readForm } from '../../platform/http/index.ts';
import { XLSX_TYPE, xlsxStream } from '../../platform/spreadsheet/index.ts';
import { heldSheet } from '../heldSheet.ts';
import { readFilledSheet, SHEET_COLUMNS, templateRows } from '../importSheet.ts';
import type { Value, Values } from '../model.ts';
import { fillReports, keepReports, mayFill, mayKeep, readReports, signReports } from '../policy.ts';
import { returnSheet } from '../returnSheet.ts';
import { saveSheet } from '../saveSheet.ts';
import { signSheet } from '../signSheet.ts';
import { type LiveFigure, liveFigures } from '../sources.ts';
import { type PeriodDetail, periodById, type SheetDetail, sheetBefore, sheetById } from '../store.ts';
import { fieldName, shownValue } from '../values.ts';
import { type Failed, type FailStatus, idOf, registerOf, step, todayOf, unitName } from './shared.ts';
import { SheetPage, type SheetView } from './sheetPage.tsx';

const BASE = '/bao-cao/phieu/:id';
/** Tells faults while one types. */
const SCRIPT = 'src/reports/pages/sheet.client.ts';

/** One organ's report: written, presented, signed, returned; as a page or by way of a sheet. */
export const sheetRoutes: RouteTable = [
  { method: 'get', path: BASE, may: readReports, handle: (c) => showSheet(c) },
  { method: 'post', path: BASE, may: fillReports, handle: save },
  { method: 'post', path: `${BASE}/ky`, may: signReports, handle: sign },
  { method: 'post', path: `${BASE}/tra-lai`, may: keepReports, handle: sendBack },
  { method: 'get', path: `${BASE}/mau.xlsx`, may: readReports, handle: template },
  { method: 'post', path: `${BASE}/nhap`, may: fillReports, handle: fillFromFile },
];

async function sheetOf(c: AppContext): Promise<{ sheet: SheetDetail; period: PeriodDetail }> {
  const { db } = c.get('services');
  const [sheets] = await db.read(principalOf(c), sheetById(db.build, idOf(c, 'báo cáo này')));
  const sheet = sheets[0];
  if (!sheet) throw notFound('báo cáo này');
  const [periods] = await db.read(principalOf(c), periodById(db.build, sheet.periodId));
  return { sheet, period: periods[0]! };
}

async function showSheet(c: AppContext, failed?: SheetView['failed'], status?: FailStatus): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const { sheet, period } = await sheetOf(c);
  const [before, history] = await db.read(
    principal,
    sheetBefore(db.build, sheet.organId, period.formId, period.from),
    historyOf(db.build, 'report_sheet', sheet.id),
  );
  const register = await registerOf(c);
  const writes = mayFill(principal, sheet) && period.state === 'open' && sheet.state !== 'signed';
  return page(
    c,
    { title: `${period.title}, ${period.label}`, status, scripts: writes ? [SCRIPT] : [] },
    <SheetPage
      {...{ sheet, period, principal, history, failed }}
      before={before[0]}
      today={todayOf(c)}
      organName={register.shortName(sheet.organId)}
      live={writes ? await liveFor(c, sheet, period) : {}}
      absorbed={absorbedBy(register, sheet.unitId, period)}
    />,
  );
}

/** The units that ended within the period, or on the day before it began, and went into this one. */
function absorbedBy(register: OrganRegister, unitId: number, period: { from: Day; to: Day }): string[] {
  return (register.unitPredecessors.get(unitId as never) ?? [])
    .map(({ predecessorId }) => register.units.get(predecessorId))
    .filter((u) => u?.validTo != null && u.validTo >= addDays(period.from, -1) && u.validTo <= period.to)
    .map((u) => unitName(register, u!.id));
}

const liveFor = (c: AppContext, sheet: SheetDetail, period: PeriodDetail): Promise<Record<string, LiveFigure>> =>
  period.fields.some((f) => f.source)
    ? liveFigures(c.get('services').db, principalOf(c), sheet, period, todayOf(c))
    : Promise.resolve({});

/** What live data gives for the fields, as it is kept beside what was typed. */
function prefilledBy(period: PeriodDetail, live: Readonly<Record<string, LiveFigure>>): Record<string, Value> {
  const given: Record<string, Value> = {};
  for (const field of period.fields) {
    const figure = field.source ? live[field.source] : undefined;
    if (figure) given[field.key] = figure.value;
  }
  return given;
}

const failedAs = (form: NonNullable<SheetView['failed']>['form'], failed: Failed) => ({ ...failed, form });

async function save(c: AppContext): Promise<Response> {
  const { sheet, period } = await sheetOf(c);
  if (!mayFill(principalOf(c), sheet)) throw forbidden('Chỉ cơ quan báo cáo và văn phòng giúp việc được ghi số liệu.');
  const prefilled = prefilledBy(period, await liveFor(c, sheet, period));
  const absorbed = absorbedBy(await registerOf(c), sheet.unitId, period).length > 0;
  const presents = (form: Form) => form.values.viec === 'trinh';
  return step(
    c,
    `report.save.${sheet.id}`,
    (tx, by, form) => {
      const present = presents(form);
      const covers = !absorbed || form.values['ca-don-vi-cu'] !== undefined;
      return saveSheet(tx, by, {
        sheetId: sheet.id,
        seen: form.version,
        sent: form.values,
        covers,
        prefilled,
        present,
      });
    },
    {
      to: () => `/bao-cao/phieu/${sheet.id}`,
      done: (form) => (presents(form) ? 'Đã lưu và trình lãnh đạo ký.' : 'Đã lưu nháp.'),
      again: (failed, status) => showSheet(c, failedAs('luu', failed), status),
    },
  );
}

function sign(c: AppContext): Promise<Response> {
  const sheetId = idOf(c, 'báo cáo này');
  return step(
    c,
    `report.sign.${sheetId}`,
    (tx, by, form) => signSheet(tx, by, { sheetId, seen: form.version }, todayOf(c)),
    {
      to: () => `/bao-cao/phieu/${sheetId}`,
      done: 'Đã ký và gửi báo cáo.',
      again: (failed, status) => showSheet(c, failedAs('ky', failed), status),
    },
  );
}

function sendBack(c: AppContext): Promise<Response> {
  const sheetId = idOf(c, 'báo cáo này');
  return step(
    c,
    `report.return.${sheetId}`,
    (tx, by, form) => returnSheet(tx, by, { sheetId, seen: form.version, remarks: form.values['ly-do'] ?? '' }),
    {
      to: () => `/bao-cao/phieu/${sheetId}`,
      done: 'Đã trả lại báo cáo để đơn vị sửa.',
      again: (failed, status) => showSheet(c, failedAs('tra-lai', failed), status),
    },
  );
}

/** What stands in the report now, with live figures where nothing was written yet. */
function standing(sheet: SheetDetail, period: PeriodDetail, live: Readonly<Record<string, LiveFigure>>): Values {
  return { ...prefilledBy(period, live), ...sheet.values };
}

async function template(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const { sheet, period } = await sheetOf(c);
  if (!mayFill(principal, sheet) && !mayKeep(principal, sheet)) throw notFound('báo cáo này');
  const [before] = await db.read(principal, sheetBefore(db.build, sheet.organId, period.formId, period.from));
  const values = standing(sheet, period, mayFill(principal, sheet) ? await liveFor(c, sheet, period) : {});
  return c.body(xlsxStream(SHEET_COLUMNS, templateRows(period.fields, values, before[0]?.values), period.label), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': `attachment; filename="bao-cao-${period.key}-${sheet.id}.xlsx"`,
    'Cache-Control': 'private, no-store',
  });
}

/** Reads a filled sheet into the form, as a draft: the person sees the figures on the page and sends them from there. */
async function fillFromFile(c: AppContext): Promise<Response> {
  const { sheet, period } = await sheetOf(c);
  if (!mayFill(principalOf(c), sheet)) throw forbidden('Chỉ cơ quan báo cáo và văn phòng giúp việc được ghi số liệu.');
  const live = await liveFor(c, sheet, period);
  const again = (failed: Failed, status: FailStatus) => showSheet(c, failedAs('nhap', failed), status);
  const form = await readForm(c);
  let read: Record<string, string>;
  try {
    const file = form.files.tep?.[0];
    if (!file) throw invalid('report.file', 'Hãy chọn tệp bảng tính.', 'tep');
    read = await readFilledSheet(new Uint8Array(await file.arrayBuffer()), period.fields);
  } catch (error) {
    if (!isFault(error) || (error.kind !== 'invalid' && error.kind !== 'tooLarge')) throw error;
    return again({ sent: form, fault: error }, 422);
  }
  return step(
    c,
    `report.import.${sheet.id}`,
    async (tx, by, sentForm) => {
      await heldSheet(tx, by, { sheetId: sheet.id, seen: sentForm.version }, 'save', mayFill);
      const kept = Object.fromEntries(
        Object.entries(standing(sheet, period, live)).map(([key, value]) => [fieldName(key), shownValue(value)]),
      );
      await saveSheet(tx, by, {
        sheetId: sheet.id,
        seen: sentForm.version,
        sent: { ...kept, ...read },
        covers: sheet.covers,
        prefilled: prefilledBy(period, live),
        present: false,
      });
    },
    {
      to: () => `/bao-cao/phieu/${sheet.id}`,
      done: `Đã đọc ${Object.keys(read).length} số liệu từ tệp và lưu nháp. Hãy xem lại rồi trình ký.`,
      again,
    },
    form,
  );
}

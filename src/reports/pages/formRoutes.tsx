import { addDays, type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { type AppContext, check, type Form, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { createForm, formWords, termWords } from '../createForm.ts';
import { type Arrange, addField, arrangeField, beginVersion, changeField, changeTerms } from '../editForm.ts';
import type { FormVersion, ReportForm } from '../model.ts';
import { openPeriod } from '../openPeriod.ts';
import { type Period, type Periodicity, periodAfter, periodBefore, periodOf } from '../periods.ts';
import { keepReports, mayKeep } from '../policy.ts';
import { publishForm } from '../publishForm.ts';
import { formById, periodsOfForm, versionsOf } from '../store.ts';
import { FormPageView } from './formPages.tsx';
import { FieldPage, NewFormPage, PreviewPage, PublishPage, TermsPage } from './formSteps.tsx';
import { type Failed, type FailStatus, idOf, registerOf, step, todayOf } from './shared.ts';

const BASE = '/bao-cao/bieu-mau';

/** Building a form page by page: its head, its fields one by one, a look at it, publishing; then its periods. */
export const formRoutes: RouteTable = [
  { method: 'get', path: `${BASE}/moi`, may: keepReports, handle: (c) => showNew(c) },
  { method: 'post', path: BASE, may: keepReports, handle: create },
  { method: 'get', path: `${BASE}/:id`, may: keepReports, handle: (c) => showForm(c) },
  { method: 'get', path: `${BASE}/:id/chi-tieu`, may: keepReports, handle: (c) => showField(c) },
  { method: 'post', path: `${BASE}/:id/chi-tieu`, may: keepReports, handle: (c) => keepField(c) },
  { method: 'get', path: `${BASE}/:id/chi-tieu/:khoa`, may: keepReports, handle: (c) => showField(c) },
  { method: 'post', path: `${BASE}/:id/chi-tieu/:khoa`, may: keepReports, handle: (c) => keepField(c) },
  { method: 'post', path: `${BASE}/:id/thu-tu`, may: keepReports, handle: arrange },
  { method: 'get', path: `${BASE}/:id/noi-bao-cao`, may: keepReports, handle: (c) => showTerms(c) },
  { method: 'post', path: `${BASE}/:id/noi-bao-cao`, may: keepReports, handle: keepTerms },
  { method: 'get', path: `${BASE}/:id/xem-truoc`, may: keepReports, handle: preview },
  { method: 'get', path: `${BASE}/:id/cong-bo`, may: keepReports, handle: (c) => showPublish(c) },
  { method: 'post', path: `${BASE}/:id/cong-bo`, may: keepReports, handle: publish },
  { method: 'post', path: `${BASE}/:id/ban-moi`, may: keepReports, handle: renew },
  { method: 'post', path: `${BASE}/:id/mo-ky`, may: keepReports, handle: open },
];

const termsOf = (form: Form) => ({ ...form.values, 'noi-bao-cao': form.lists['noi-bao-cao'] });

const showNew = (c: AppContext, failed?: Failed, status?: FailStatus) =>
  Promise.resolve(page(c, { title: 'Lập biểu báo cáo', status }, <NewFormPage failed={failed} />));

function create(c: AppContext): Promise<Response> {
  return step(c, 'report.form', (tx, by, form) => createForm(tx, by, check(formWords, termsOf(form))), {
    to: (id) => `${BASE}/${id}`,
    done: 'Đã lập biểu. Bây giờ hãy thêm các chỉ tiêu.',
    again: (failed, status) => showNew(c, failed, status),
  });
}

async function formOf(
  c: AppContext,
): Promise<{ form: ReportForm; versions: FormVersion[]; draft: FormVersion | undefined }> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = idOf(c, 'biểu báo cáo này');
  const [forms, versions] = await db.read(principal, formById(db.build, id), versionsOf(db.build, id));
  const form = forms[0];
  if (!form || !mayKeep(principal, form)) throw notFound('biểu báo cáo này');
  return { form, versions, draft: versions.find((v) => v.state === 'draft') };
}

async function draftOf(c: AppContext): Promise<{ form: ReportForm; draft: FormVersion }> {
  const { form, draft } = await formOf(c);
  if (!draft) throw notFound('bản nháp của biểu này (biểu đã công bố; hãy tạo bản mới để sửa)');
  return { form, draft };
}

/** The period of the day, the next, and the two before. */
function periodsAround(periodicity: Periodicity, today: Day): Period[] {
  const now = periodOf(periodicity, today);
  const before = periodBefore(periodicity, now);
  return [now, before, periodBefore(periodicity, before), periodAfter(periodicity, now)];
}

async function showForm(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  const { db } = c.get('services');
  const { form, versions } = await formOf(c);
  const [periods] = await db.read(principalOf(c), periodsOfForm(db.build, form.id));
  const openable = periodsAround(form.periodicity, todayOf(c)).filter(
    (p) =>
      !periods.some((known) => known.key === p.key) &&
      versions.some((v) => v.state === 'published' && isValidOn(v, p.to)),
  );
  return page(c, { title: form.title, status }, <FormPageView {...{ form, versions, periods, openable, failed }} />);
}

async function showField(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  const { form, draft } = await draftOf(c);
  const key = c.req.param('khoa');
  const field = key === undefined ? undefined : draft.fields.find((f) => f.key === key);
  if (key !== undefined && !field) throw notFound('chỉ tiêu này');
  return page(
    c,
    { title: field ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu', status },
    <FieldPage {...{ form, draft, field, failed }} />,
  );
}

function keepField(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  const key = c.req.param('khoa');
  return step(
    c,
    `report.field.${id}.${key ?? ''}`,
    (tx, by, form) =>
      key === undefined
        ? addField(tx, by, id, form.version, form.values)
        : changeField(tx, by, id, form.version, key, form.values),
    {
      to: () => `${BASE}/${id}`,
      done: key === undefined ? 'Đã thêm chỉ tiêu.' : 'Đã sửa chỉ tiêu.',
      again: (failed, status) => showField(c, failed, status),
    },
  );
}

function arrange(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  return step(
    c,
    `report.arrange.${id}`,
    (tx, by, form) => {
      const how = form.values.viec;
      if (how !== 'len' && how !== 'xuong' && how !== 'bo') throw notFound('việc này');
      return arrangeField(tx, by, id, form.version, form.values['chi-tieu'] ?? '', how satisfies Arrange);
    },
    { to: () => `${BASE}/${id}`, done: 'Đã sắp lại biểu.', again: (failed, status) => showForm(c, failed, status) },
  );
}

async function showTerms(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  return page(c, { title: 'Nơi báo cáo và hạn gửi', status }, <TermsPage {...(await draftOf(c))} failed={failed} />);
}

function keepTerms(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  return step(
    c,
    `report.terms.${id}`,
    (tx, by, form) => changeTerms(tx, by, id, form.version, check(termWords, termsOf(form))),
    { to: () => `${BASE}/${id}`, done: 'Đã lưu.', again: (failed, status) => showTerms(c, failed, status) },
  );
}

async function preview(c: AppContext): Promise<Response> {
  const { form, draft } = await draftOf(c);
  return page(c, { title: `Xem trước: ${form.title}` }, <PreviewPage {...{ form, draft }} />);
}

async function showPublish(c: AppContext, failed?: Failed, status?: FailStatus): Promise<Response> {
  const { form, versions } = await formOf(c);
  const { draft } = await draftOf(c);
  // A first version holds for the period that runs; a later one begins with the next, so that no period changes its form midway.
  const now = periodOf(form.periodicity, todayOf(c));
  const proposed = formatDay(versions.some((v) => v.state === 'published') ? addDays(now.to, 1) : now.from);
  return page(c, { title: 'Công bố biểu báo cáo', status }, <PublishPage {...{ form, draft, proposed, failed }} />);
}

function publish(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  return step(
    c,
    `report.publish.${id}`,
    (tx, by, form) => publishForm(tx, by, id, form.version, parseDay(form.values['hieu-luc'])),
    {
      to: () => `${BASE}/${id}`,
      done: 'Đã công bố biểu. Bây giờ có thể mở kỳ báo cáo.',
      again: (failed, status) => showPublish(c, failed, status),
    },
  );
}

function renew(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  return step(c, `report.version.${id}`, (tx, by) => beginVersion(tx, by, id), {
    to: () => `${BASE}/${id}`,
    done: 'Đã tạo bản mới từ bản đang áp dụng.',
    again: (failed, status) => showForm(c, failed, status),
  });
}

async function open(c: AppContext): Promise<Response> {
  const id = idOf(c, 'biểu báo cáo này');
  const register = await registerOf(c);
  return step(
    c,
    `report.open.${id}`,
    (tx, by, form) => openPeriod(tx, by, register, id, form.values.ky ?? '', todayOf(c)),
    {
      to: (periodId) => `/bao-cao/ky/${periodId}`,
      done: 'Đã mở kỳ báo cáo và gửi biểu cho các cơ quan.',
      again: (failed, status) => showForm(c, failed, status),
    },
  );
}

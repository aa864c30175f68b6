import { dayOf } from '../../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../../kernel/errors.ts';
import { parseId } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { cleanLine } from '../../../kernel/vietnamese.ts';
import { organRegister } from '../../../organs/index.ts';
import type { Tx } from '../../../platform/db/access.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../../platform/http/index.ts';
import { officerOf } from '../../pages/officer.ts';
import type { DossierRules } from '../../rules.ts';
import { type Status, statusWords } from '../../status.ts';
import { askReal, askTrial, cancelTakeover } from '../askTakeover.ts';
import { concernBySlug, concernOf } from '../concern.ts';
import { centresFor, takeOverDossiers } from '../policy.ts';
import { concernGroups, doubledIn, sumsOf } from '../report.ts';
import { lastTakeovers, type Outcome, reportRows, type Takeover, takeoverById } from '../store.ts';
import { CONCERN_PAGE_SIZE, ConcernPage } from './concerns.tsx';
import { answerSheet, givenBack, sample } from './files.ts';
import { TakeoversPage } from './listPage.tsx';
import { ReportPage, SHOWN_ROWS } from './reportPage.tsx';

/** Exports of other systems: fed in, rehearsed, taken in earnest, and accounted for row by row. */
export const takeoverRoutes: RouteTable = [
  { method: 'get', path: '/ho-so/nhap', may: takeOverDossiers, handle: (c) => showList(c) },
  { method: 'post', path: '/ho-so/nhap', may: takeOverDossiers, handle: feedIn },
  { method: 'get', path: '/ho-so/nhap/mau.xlsx', may: takeOverDossiers, handle: giveSample },
  { method: 'get', path: '/ho-so/nhap/:lan{[0-9]+}', may: takeOverDossiers, handle: showReport },
  { method: 'get', path: '/ho-so/nhap/:lan{[0-9]+}/can-xem', may: takeOverDossiers, handle: showConcern },
  { method: 'post', path: '/ho-so/nhap/:lan{[0-9]+}', may: takeOverDossiers, handle: takeInEarnest },
  { method: 'post', path: '/ho-so/nhap/:lan{[0-9]+}/dung', may: takeOverDossiers, handle: stop },
  {
    method: 'get',
    path: '/ho-so/nhap/:lan{[0-9]+}/can-sua.xlsx',
    may: takeOverDossiers,
    handle: (c) => giveRefused(c, 'xlsx'),
  },
  {
    method: 'get',
    path: '/ho-so/nhap/:lan{[0-9]+}/can-sua.csv',
    may: takeOverDossiers,
    handle: (c) => giveRefused(c, 'csv'),
  },
  { method: 'get', path: '/ho-so/nhap/:lan{[0-9]+}/tung-dong.xlsx', may: takeOverDossiers, handle: giveRows },
];

/** The person, with the centres whose dossiers they may take over and see accounted for. */
async function asking(
  c: AppContext,
): Promise<{ principal: Principal; rules: DossierRules; centreIds: number[]; reader: Principal }> {
  const { principal, rules } = await officerOf(c);
  const centreIds = centresFor(principal, await organRegister(c.get('services')));
  const organIds = [...new Set([...principal.organIds, ...centreIds])] as Principal['organIds'];
  return { principal, rules, centreIds, reader: { ...principal, organIds } };
}

async function showList(c: AppContext, failed?: { form: Form; fault: Error }, status?: 413 | 422): Promise<Response> {
  const { db, config } = c.get('services');
  const { principal, rules, centreIds } = await asking(c);
  const [takeovers] = await db.read(principal, lastTakeovers(db.build));
  const fault = failed && isFault(failed.fault) ? failed.fault : undefined;
  const today = new Set(rules.places.centres(dayOf(rules.now())).map(({ organId }) => organId));
  const centres = centreIds.filter((id) => today.has(id)).map((id) => rules.places.name(id));
  return page(
    c,
    { title: 'Chuyển hồ sơ từ hệ thống khác', status },
    <TakeoversPage {...{ takeovers, centres, fault }} sent={failed?.form} maxBytes={config.uploadLimit} />,
  );
}

const write = <T,>(c: AppContext, by: Principal, form: Form, purpose: string, work: (tx: Tx) => Promise<T>) =>
  c
    .get('services')
    .db.write(by, (tx) => writeOnce(tx, { key: form.key, purpose, personId: by.personId }, () => work(tx)));

async function feedIn(c: AppContext): Promise<Response> {
  const { files, config } = c.get('services');
  const { principal, centreIds } = await asking(c);
  const form = await readForm(c);
  try {
    const file = form.files.tep?.[0];
    if (!file || file.size === 0) throw invalid('takeover.file', 'Hãy chọn tệp xuất từ hệ thống cũ.', 'tep');
    if (!/\.(xlsx|csv)$/i.test(file.name))
      throw invalid(
        'takeover.type',
        'Chỉ nhận tệp .xlsx hoặc .csv. Hãy mở bằng Excel rồi lưu lại theo một dạng đó.',
        'tep',
      );
    const stored = await files.put(new Uint8Array(await file.arrayBuffer()), { limit: config.uploadLimit });
    const id = await write(c, principal, form, 'takeover.trial', (tx) =>
      askTrial(tx, principal, {
        system: form.values['he-thong'] ?? '',
        centreIds,
        file: { ...stored, name: cleanLine(file.name).slice(0, 200) },
      }),
    );
    return c.redirect(`/ho-so/nhap/${id}`, 303);
  } catch (error) {
    if (!isFault(error) || !['invalid', 'tooLarge'].includes(error.kind)) throw error;
    return showList(c, { form, fault: error }, statusOfFault(error) as 413 | 422);
  }
}

async function giveSample(c: AppContext): Promise<Response> {
  const { rules, centreIds } = await asking(c);
  const register = await organRegister(c.get('services'));
  const unit = register.units.get(rules.places.unitOf(centreIds.at(-1) ?? 0) as never);
  return answerSheet(c, 'xlsx', 'mau-chuyen-ho-so', sample(unit?.code ?? ''));
}

/** @throws Fault notFound */
async function reportFor(c: AppContext): Promise<Awaited<ReturnType<typeof asking>> & { t: Takeover }> {
  const { db } = c.get('services');
  const asked = await asking(c);
  const [[t]] = await db.read(asked.reader, takeoverById(db.build, parseId(c.req.param('lan')) ?? 0));
  if (!t) throw notFound('lần nhập này');
  return { ...asked, t };
}

async function showReport(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { t, reader, rules } = await reportFor(c);
  const [sums, groups, doubled, refused, differing] = await db.read(
    reader,
    sumsOf(db.build, t.id),
    concernGroups(db.build, t.id),
    doubledIn(db.build, t.id),
    reportRows(db.build, t.id, 'refused', { limit: SHOWN_ROWS.refused }),
    reportRows(db.build, t.id, 'difference', { limit: SHOWN_ROWS.differing }),
  );
  return page(
    c,
    { title: `Nhập ${t.name}` },
    <ReportPage
      {...{ t, sums, groups, doubled, refused, differing }}
      organName={rules.places.name}
      procedureName={nameOfProcedure(rules)}
    />,
  );
}

const nameOfProcedure =
  ({ book }: DossierRules) =>
  (code: string): string =>
    book.history(code)[0]?.name ?? '';

async function showConcern(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { t, reader, rules } = await reportFor(c);
  const kind = concernBySlug(c.req.query('ly-do') ?? '')?.kind;
  if (!kind) throw notFound('danh sách này');
  const asked = { kind, procedure: c.req.query('thu-tuc')?.slice(0, 40) || null };
  const wanted = Number(c.req.query('trang') ?? 1);
  const pageNo = Number.isInteger(wanted) && wanted >= 1 && wanted <= 1000 ? wanted : 1;
  const [groups, rows] = await db.read(
    reader,
    concernGroups(db.build, t.id),
    reportRows(db.build, t.id, asked, { offset: (pageNo - 1) * CONCERN_PAGE_SIZE, limit: CONCERN_PAGE_SIZE }),
  );
  const ofKind = groups.filter((g) => g.kind === kind && (asked.procedure === null || g.procedure === asked.procedure));
  return page(
    c,
    { title: concernOf(kind).title },
    <ConcernPage
      {...{ t, asked, rows }}
      page={pageNo}
      total={ofKind.reduce((sum, g) => sum + g.rows, 0)}
      procedureName={nameOfProcedure(rules)}
    />,
  );
}

async function takeInEarnest(c: AppContext): Promise<Response> {
  const { principal, centreIds, t } = await reportFor(c);
  const form = await readForm(c);
  const id = await write(c, principal, form, `takeover.real.${t.id}`, (tx) =>
    askReal(tx, principal, { trialId: t.id, centreIds }),
  );
  return c.redirect(`/ho-so/nhap/${id}`, 303);
}

async function stop(c: AppContext): Promise<Response> {
  const { principal, t } = await reportFor(c);
  const form = await readForm(c);
  await write(c, principal, form, `takeover.stop.${t.id}`, (tx) => cancelTakeover(tx, principal, t.id));
  return redirectWith(c, `/ho-so/nhap/${t.id}`, { tone: 'success', text: 'Đã dừng.' });
}

async function giveRefused(c: AppContext, format: 'xlsx' | 'csv'): Promise<Response> {
  const { db, files } = c.get('services');
  const { t, reader } = await reportFor(c);
  const [rows] = await db.read(reader, reportRows(db.build, t.id, 'refused', { limit: 1_000_000 }));
  const toMend = new Map(rows.filter((r) => !r.ended).map((r) => [r.line, r]));
  return answerSheet(c, format, `can-sua-${t.id}`, await givenBack(await files.get(t.sha256), toMend));
}

const AT_ONCE = 2000;
const OUTCOMES: Record<Outcome, string> = { taken: 'nhận', there: 'đã có', refused: 'không nhận' };

async function giveRows(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { t, reader, rules } = await reportFor(c);
  async function* rows() {
    for (let after = 0; ; ) {
      const [some] = await db.read(reader, reportRows(db.build, t.id, 'all', { after, limit: AT_ONCE }));
      for (const r of some)
        yield [
          ...[r.line, r.code, r.ownCode, OUTCOMES[r.outcome]],
          r.status === null ? '' : `${r.status}. ${statusWords(r.status as Status)}`,
          r.centreId === null ? '' : rules.places.name(r.centreId),
          ...[r.field, r.reason, r.difference],
        ];
      const last = some.at(-1);
      if (!last || some.length < AT_ONCE) return;
      after = last.line;
    }
  }
  return answerSheet(c, 'xlsx', `tung-dong-${t.id}`, {
    sheet: 'Từng dòng',
    rows: rows(),
    columns: [
      { header: 'Dòng', kind: 'number' },
      { header: 'Mã hồ sơ cũ' },
      { header: 'Mã hồ sơ ở đây' },
      { header: 'Kết quả', width: 14 },
      { header: 'Trạng thái trong tệp' },
      { header: 'Đơn vị tiếp nhận', width: 40 },
      { header: 'Cột cần sửa' },
      { header: 'Lý do không nhận', width: 60 },
      { header: 'Khác, cần quyết định', width: 60 },
    ],
  });
}

import { invalid, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { attachment } from '../../platform/http/attachment.ts';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { askExport } from '../exports/askExport.ts';
import { keptPeriod, type Wanted } from '../exports/kinds.ts';
import { type ExportRow, exportById, ownExports } from '../exports/store.ts';
import { readReports } from '../policy.ts';
import { ExportPage, ExportsPage } from './exportPages.tsx';
import { idOf, todayOf } from './shared.ts';

const BASE = '/bao-cao/xuat';
const REFRESH_SECONDS = 3;

/** Large files made beside the requests: asked for, followed, fetched by whoever asked. */
export const exportRoutes: RouteTable = [
  { method: 'get', path: BASE, may: readReports, handle: showAll },
  { method: 'post', path: BASE, may: readReports, handle: ask },
  { method: 'get', path: `${BASE}/:id`, may: readReports, handle: showOne },
  { method: 'get', path: `${BASE}/:id/tep`, may: readReports, handle: fetchFile },
];

async function showAll(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const [exports] = await db.read(principalOf(c), ownExports(db.build));
  return page(c, { title: 'Tệp đã xuất' }, <ExportsPage exports={exports} />);
}

async function ask(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const form = await readForm(c);
  const wanted = wantedFrom(form);
  if (wanted.kind === 'tong-hop') await keptPeriod(db, by, wanted.periodId);
  const id = await db.write(by, (tx) =>
    writeOnce(tx, { key: form.key, purpose: 'report.export', personId: by.personId }, () =>
      askExport(tx, by, wanted, todayOf(c)),
    ),
  );
  return redirectWith(c, `${BASE}/${id}`);
}

/** @throws Fault invalid where the form names nothing that can be exported */
function wantedFrom(form: Form): Wanted {
  const periodId = parseId(form.values.ky);
  if (form.values.loai === 'tong-hop' && periodId) return { kind: 'tong-hop', periodId };
  if (form.values.loai === 'nhiem-vu') return { kind: 'nhiem-vu', query: (form.values.loc ?? '').slice(0, 2000) };
  throw invalid('export.kind', 'Không rõ cần xuất gì. Hãy quay lại trang trước và bấm nút xuất.');
}

async function ownExport(c: AppContext): Promise<ExportRow> {
  const { db } = c.get('services');
  const [rows] = await db.read(principalOf(c), exportById(db.build, idOf(c, 'tệp này')));
  if (!rows[0]) throw notFound('tệp này');
  return rows[0];
}

async function showOne(c: AppContext): Promise<Response> {
  const one = await ownExport(c);
  if (one.state === 'waiting' || one.state === 'making') {
    c.header('Refresh', String(REFRESH_SECONDS));
    c.set('headersSet', true);
  }
  return page(c, { title: one.name }, <ExportPage one={one} />);
}

async function fetchFile(c: AppContext): Promise<Response> {
  const { sha256, name, mediaType } = await ownExport(c);
  if (!sha256) throw notFound('tệp này (chưa xuất xong)');
  return attachment(c, { sha256, name, mediaType });
}

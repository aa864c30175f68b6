import { type Fault, isFault, notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/db/access.ts';
import { attachment } from '../../platform/http/attachment.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { prepareDirectives } from '../policy.ts';
import { cancelScan, readAgain, typeScan } from '../scans/stepScan.ts';
import { type Scan, scanById, scansBefore } from '../scans/store.ts';
import { ScanPage } from './scanPage.tsx';
import { howFar, percentOf } from './scanWords.ts';
import { attempt, idOf } from './shared.ts';

const SCRIPT = 'src/directives/pages/scan.client.ts';
const PATH = '/van-ban/nhan-dang/:id';

export const scanRoutes: RouteTable = [
  { method: 'get', path: PATH, may: prepareDirectives, handle: (c) => show(c) },
  { method: 'get', path: `${PATH}/tien-do`, may: prepareDirectives, handle: progress },
  { method: 'get', path: `${PATH}/tep`, may: prepareDirectives, handle: download },
  { method: 'post', path: `${PATH}/huy`, may: prepareDirectives, handle: (c) => step(c, cancelScan) },
  { method: 'post', path: `${PATH}/doc-lai`, may: prepareDirectives, handle: (c) => step(c, readAgain) },
  { method: 'post', path: `${PATH}/go`, may: prepareDirectives, handle: typed },
];

const scanHref = (id: number): string => `/van-ban/nhan-dang/${id}`;

/** A scan of the person's office. @throws Fault notFound */
async function scanOf(c: AppContext): Promise<{ scan: Scan; before: number }> {
  const { db } = c.get('services');
  const id = idOf(c);
  const [scans, before] = await db.read(principalOf(c), scanById(db.build, id), scansBefore(db.build, id));
  if (!scans[0]) throw notFound('tệp này');
  return { scan: scans[0], before: Number(before[0]?.count ?? 0) };
}

async function show(c: AppContext, failed?: { form: Form; fault: Fault }): Promise<Response> {
  const { scan, before } = await scanOf(c);
  if (scan.state === 'read') {
    return redirectWith(c, `/van-ban/${scan.directiveId}/doc`, {
      tone: 'success',
      text: 'Đã đọc xong. Hãy kiểm tra từng nhiệm vụ.',
    });
  }
  return page(
    c,
    { title: 'Nhận dạng tệp', scripts: [SCRIPT], ...(failed ? { status: statusOfFault(failed.fault) } : {}) },
    <ScanPage scan={scan} before={before} {...(failed ? { sent: failed.form, fault: failed.fault } : {})} />,
  );
}

/** For the page's script. */
async function progress(c: AppContext): Promise<Response> {
  const { scan } = await scanOf(c);
  c.header('Cache-Control', 'no-store');
  return c.json({ state: scan.state, words: howFar(scan), percent: percentOf(scan) });
}

async function download(c: AppContext): Promise<Response> {
  const { scan } = await scanOf(c);
  if (scan.state === 'refused') throw notFound('tệp này');
  return attachment(c, scan);
}

type Step = (tx: Tx, by: ReturnType<typeof principalOf>, id: number) => Promise<void>;

async function step(c: AppContext, work: Step): Promise<Response> {
  const form = await readForm(c);
  const { scan } = await scanOf(c);
  const fault = await attempt(c, form, `${work.name}.${scan.id}`, (tx) => work(tx, principalOf(c), scan.id));
  return redirectWith(c, scanHref(scan.id), fault && { tone: 'warning', text: fault.message });
}

async function typed(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const { scan } = await scanOf(c);
  try {
    const text = form.values['noi-dung'] ?? '';
    const id = await typeScan(c.get('services'), principalOf(c), form.key, scan.id, text);
    return redirectWith(c, `/van-ban/${id}/doc`, {
      tone: 'success',
      text: 'Đã đọc nội dung bạn gõ. Hãy kiểm tra từng nhiệm vụ.',
    });
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    if (error.kind === 'conflict') return redirectWith(c, scanHref(scan.id), { tone: 'warning', text: error.message });
    return show(c, { form, fault: error });
  }
}

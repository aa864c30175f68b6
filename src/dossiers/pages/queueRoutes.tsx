import { dayOf } from '../../kernel/day.ts';
import { type AppContext, page, type RouteTable } from '../../platform/http/index.ts';
import { foreignForms, parseCode } from '../code.ts';
import { parseQueue, queueCounts, queueRows, rowsByForeignCode, searchRows } from '../lists.ts';
import { readDossiers, receiveDossiers } from '../policy.ts';
import { dossierByCode } from '../store.ts';
import { takeOverDossiers } from '../takeover/policy.ts';
import { officerOf } from './officer.ts';
import { QueuePage, SearchPage } from './queue.tsx';

/** The lists of dossiers. */
export const queueRoutes: RouteTable = [
  { method: 'get', path: '/ho-so', may: readDossiers, handle: showQueue },
  { method: 'get', path: '/ho-so/tim', may: readDossiers, handle: search },
];

async function showQueue(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const filter = parseQueue(c.req.query());
  const now = rules.now();
  const queue = rules.places.queueOf(principal, dayOf(now));
  const [rows, [counts]] = await db.read(
    principal,
    queueRows(db.build, filter, queue, now),
    queueCounts(db.build, queue, now),
  );
  return page(
    c,
    { title: 'Hồ sơ' },
    <QueuePage
      {...{ filter, rows, now }}
      counts={counts!}
      book={rules.book}
      organName={rules.places.name}
      receives={receiveDossiers.allows(principal)}
      takesOver={takeOverDossiers.allows(principal)}
    />,
  );
}

/** A code, ours or that of the system from which it came, leads to its dossier; a short number is that of today; everything else is an applicant. */
async function search(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const { text } = parseQueue(c.req.query());
  const now = rules.now();
  const queue = rules.places.queueOf(principal, dayOf(now));
  const short = /^\d{1,5}$/.test(text);
  const code = short ? rules.codeFor(principal.organId, dayOf(now), Number(text)) : parseCode(text);
  if (code) {
    const [found] = await db.read(principal, dossierByCode(db.build, code));
    if (found[0]) return c.redirect(`/ho-so/${code}`, 303);
  }
  const foreign = foreignForms(text);
  const [known] = foreign.length > 0 ? await db.read(principal, rowsByForeignCode(db.build, foreign)) : [[]];
  if (known.length === 1) return c.redirect(`/ho-so/${known[0]!.code}`, 303);
  const isCode = code !== undefined || known.length > 0;
  const [named] = text === '' || isCode ? [[]] : await db.read(principal, searchRows(db.build, text, queue));
  const rows = isCode ? known : named;
  return page(
    c,
    { title: 'Tìm hồ sơ' },
    <SearchPage {...{ rows, text, now }} book={rules.book} organName={rules.places.name} />,
  );
}

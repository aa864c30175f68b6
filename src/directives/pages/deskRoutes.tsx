import { getCookie, setCookie } from 'hono/cookie';
import { isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/access.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  check,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { otherIssuer } from '../agencies.ts';
import { agencyRows, contentFrom } from '../contentForm.ts';
import {
  acceptDraft,
  acceptPlain,
  addDraft,
  type DraftRef,
  editDraft,
  mergeDrafts,
  rejectDraft,
  restoreDraft,
  splitDraft,
} from '../editDraft.ts';
import { editFacts } from '../editFacts.ts';
import { factsSchema } from '../facts.ts';
import { sameContent } from '../fingerprint.ts';
import { mayPrepare, prepareDirectives } from '../policy.ts';
import { lookalikesOf, withSameSymbol } from '../store/directive.ts';
import { historyOf } from '../store/distribution.ts';
import { draftsOf, toDraft } from '../store/draft.ts';
import { pagesOf } from '../store/page.ts';
import { eventLine } from '../words.ts';
import { DeskPage } from './desk.tsx';
import { type DeskForm, deskHref, itemAnchor } from './deskView.ts';
import { attempt, contextOf, DESK_SCRIPT, directiveOf, idOf, organChoices } from './shared.ts';

/** A script that refreshes the list asks for the page without the document. */
const LIST_ONLY = 'X-Ban-Doc';

const post = (path: string, handle: (c: AppContext) => Promise<Response>): RouteTable[number] => ({
  method: 'post',
  path: `/van-ban/:id/doc/${path}`,
  may: prepareDirectives,
  handle,
});

export const deskRoutes: RouteTable = [
  { method: 'get', path: '/van-ban/:id/doc', may: prepareDirectives, handle: (c) => showDesk(c, formFromQuery(c)) },
  { method: 'get', path: '/van-ban/:id/doc/thay-doi', may: prepareDirectives, handle: changes },
  post('thong-tin', saveFacts),
  post('nhan-het', acceptAllPlain),
  post('them', add),
  post(':nv/nhan', (c) => step(c, acceptDraft)),
  post(':nv/bo', (c) => step(c, rejectDraft)),
  post(':nv/xem-lai', (c) => step(c, restoreDraft)),
  post(':nv/sua', edit),
  post(':nv/tach', split),
  post(':nv/gop', merge),
];

function formFromQuery(c: AppContext): DeskForm {
  const query = c.req.query();
  if (query.sua === 'van-ban') return { kind: 'facts' };
  if (query.them) return { kind: 'add' };
  for (const [name, kind] of [
    ['sua', 'edit'],
    ['tach', 'split'],
    ['gop', 'merge'],
  ] as const) {
    const draftId = parseId(query[name]);
    if (draftId) return { kind, draftId };
  }
  return { kind: 'none' };
}

const SHEET_COOKIE = 'thongsuot_ban_doc';

/**
 * How the document is shown: as `?xem=` says, else as this browser had it last, so that each step at the desk comes back to
 * the same view. The text is what is shown first.
 */
function sheetOf(c: AppContext, hasPages: boolean): 'text' | 'pages' {
  const asked = c.req.query('xem');
  if (asked === 'anh' || asked === 'chu') {
    setCookie(c, SHEET_COOKIE, asked, { path: '/van-ban', httpOnly: true, sameSite: 'Lax' });
    c.set('headersSet', true);
  }
  return hasPages && (asked ?? getCookie(c, SHEET_COOKIE)) === 'anh' ? 'pages' : 'text';
}

interface Failed {
  form: Form;
  fault: unknown;
}

async function showDesk(c: AppContext, open: DeskForm, failed?: Failed): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const directive = await directiveOf(c);
  if (!mayPrepare(principal, directive)) throw notFound('văn bản này');
  if (directive.state !== 'reading') {
    return redirectWith(c, `/van-ban/${directive.id}`, { tone: 'info', text: 'Văn bản này không còn ở bàn đọc.' });
  }
  const at = await contextOf(c, directive.title);
  const [drafts, lookalikes, sameSymbol, events, pages] = await db.read(
    principal,
    draftsOf(db.build, directive.id),
    lookalikesOf(db.build, directive.id),
    withSameSymbol(db.build, directive),
    historyOf(db.build, directive.id),
    pagesOf(db.build, directive.id),
  );
  const fault = failed && isFault(failed.fault) ? failed.fault : undefined;
  const all = drafts.map(toDraft);
  const clashed = fault?.kind === 'stale' && open.kind === 'edit' ? all.find((d) => d.id === open.draftId) : undefined;
  return page(
    c,
    {
      title: 'Bàn đọc',
      wide: true,
      scripts: [DESK_SCRIPT],
      ...(fault ? { status: statusOfFault(fault) } : {}),
    },
    <DeskPage
      directive={directive}
      drafts={all}
      lookalikes={lookalikes.filter(
        (other) =>
          other.sameAsId === null &&
          other.state !== 'discarded' &&
          sameContent(other.fingerprint, directive.fingerprint),
      )}
      sameSymbol={sameSymbol[0] ?? null}
      otherIssuer={otherIssuer(directive.reading.issuer, directive.issuerOrganId, at)}
      open={open}
      {...(failed && fault
        ? {
            failed: {
              sent: failed.form,
              fault,
              ...(clashed ? { mine: { ...clashed, agencies: agencyRows(failed.form, clashed.agencies) } } : {}),
            },
          }
        : {})}
      register={at.register}
      organChoices={open.kind === 'edit' || open.kind === 'add' ? organChoices(at) : []}
      lastEvent={events[0]?.id ?? 0}
      pages={pages}
      sheet={sheetOf(c, pages.length > 0)}
      listOnly={c.req.header(LIST_ONLY) === 'danh-sach'}
    />,
  );
}

/** What other clerks did at this desk since an event, for the page's script. */
async function changes(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const since = parseId(c.req.query('sau')) ?? 0;
  const directive = await directiveOf(c);
  if (!mayPrepare(principal, directive)) throw notFound('văn bản này');
  const [events] = await db.read(principal, historyOf(db.build, directive.id, since));
  c.header('Cache-Control', 'no-store');
  return c.json({
    last: events[0]?.id ?? since,
    state: directive.state,
    news: events
      .filter((e) => e.personId !== principal.personId)
      .reverse()
      .map((e) => `${e.personName ?? 'Hệ thống'} vừa ${lowerFirst(eventLine(e))}`),
  });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function refOf(c: AppContext, form: Form): DraftRef {
  const draftId = parseId(c.req.param('nv'));
  if (!draftId) throw notFound('nhiệm vụ này');
  return { directiveId: idOf(c), draftId, version: form.version };
}

/** A step that needs nothing typed: done, then back to the desk at the task. */
async function step(
  c: AppContext,
  work: (tx: Tx, by: ReturnType<typeof principalOf>, ref: DraftRef) => Promise<void>,
): Promise<Response> {
  const form = await readForm(c);
  const ref = refOf(c, form);
  const fault = await attempt(c, form, `${work.name}.${ref.draftId}`, (tx) => work(tx, principalOf(c), ref));
  if (fault) return showDesk(c, { kind: 'none' }, { form, fault });
  return redirectWith(c, deskHref(ref.directiveId, '', itemAnchor(ref.draftId)));
}

async function acceptAllPlain(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const id = idOf(c);
  const fault = await attempt(c, form, `acceptPlain.${id}`, (tx) => acceptPlain(tx, principalOf(c), id));
  if (fault) return showDesk(c, { kind: 'none' }, { form, fault });
  return redirectWith(c, deskHref(id));
}

async function saveFacts(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const id = idOf(c);
  const fault = await attempt(c, form, `editFacts.${id}`, (tx) =>
    editFacts(tx, principalOf(c), id, form.version, check(factsSchema, form.values)),
  );
  if (fault) return showDesk(c, { kind: 'facts' }, { form, fault });
  return redirectWith(c, deskHref(id));
}

async function edit(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const ref = refOf(c, form);
  const { title } = await directiveOf(c);
  const at = await contextOf(c, title);
  const { db } = c.get('services');
  const [drafts] = await db.read(principalOf(c), draftsOf(db.build, ref.directiveId));
  const known = drafts.find((d) => d.id === ref.draftId)?.agencies ?? [];
  const fault = await attempt(c, form, `editDraft.${ref.draftId}`, (tx) =>
    editDraft(tx, principalOf(c), ref, contentFrom(form, known, at), form.values.viec !== 'luu'),
  );
  if (fault) return showDesk(c, { kind: 'edit', draftId: ref.draftId }, { form, fault });
  return redirectWith(c, deskHref(ref.directiveId, '', itemAnchor(ref.draftId)));
}

async function split(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const ref = refOf(c, form);
  const parts = ['phan-1', 'phan-2'].map((name) =>
    (form.values[name] ?? '').replace(/\s+/g, ' ').trim().slice(0, 4000),
  );
  let first = 0;
  const fault = await attempt(c, form, `splitDraft.${ref.draftId}`, async (tx) => {
    [first = 0] = await splitDraft(tx, principalOf(c), ref, [parts[0]!, parts[1]!]);
  });
  if (fault) return showDesk(c, { kind: 'split', draftId: ref.draftId }, { form, fault });
  return redirectWith(c, deskHref(ref.directiveId, '', first ? itemAnchor(first) : ''));
}

async function merge(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const ref = refOf(c, form);
  let joined = 0;
  const fault = await attempt(c, form, `mergeDrafts.${ref.draftId}`, async (tx) => {
    joined = await mergeDrafts(tx, principalOf(c), ref, parseId(form.values['gop-voi']) ?? 0);
  });
  if (fault) return showDesk(c, { kind: 'merge', draftId: ref.draftId }, { form, fault });
  return redirectWith(c, deskHref(ref.directiveId, '', joined ? itemAnchor(joined) : ''));
}

async function add(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const id = idOf(c);
  const { title } = await directiveOf(c);
  const at = await contextOf(c, title);
  const [from, to] = [form.values.tu, form.values.den].map((text) =>
    text && /^\d{1,8}$/.test(text) ? Number(text) : null,
  );
  const place =
    from != null && to != null ? { span: [from, to] as [number, number] } : { quote: form.values.doan ?? '' };
  let added = 0;
  const fault = await attempt(c, form, `addDraft.${id}`, async (tx) => {
    added = await addDraft(tx, principalOf(c), id, contentFrom(form, [], at), place);
  });
  if (fault) return showDesk(c, { kind: 'add' }, { form, fault });
  return redirectWith(c, deskHref(id, '', added ? itemAnchor(added) : ''));
}

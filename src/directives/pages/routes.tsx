import { type Fault, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
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
import { acknowledge } from '../acknowledge.ts';
import { discardDirective } from '../editDraft.ts';
import { parseFilter } from '../filter.ts';
import { containment } from '../fingerprint.ts';
import type { DirectiveHooks } from '../issueDirective.ts';
import { joinTellings } from '../joinTellings.ts';
import { acknowledgeDirectives, mayPrepare, prepareDirectives, readDirectives } from '../policy.ts';
import { recallDirective, replaceDirective } from '../recallDirective.ts';
import { openScans } from '../scans/store.ts';
import { countDirectives, type Directive, filterChoices, listDirectives, relatedTo } from '../store/directive.ts';
import { historyOf, originalsOf, sentTo } from '../store/distribution.ts';
import { draftsOf, toDraft } from '../store/draft.ts';
import { takeIn } from '../takeIn.ts';
import { ComparePage } from './comparePage.tsx';
import { organName } from './deskView.ts';
import { DirectivePage } from './detail.tsx';
import { DiscardPage, RecallPage, ReplacePage } from './endPages.tsx';
import { IntakePage } from './intake.tsx';
import { DirectiveList } from './list.tsx';
import { attempt, directiveOf, idOf, registerOf } from './shared.ts';

export const directivePages = (hooks: DirectiveHooks): RouteTable => [
  { method: 'get', path: '/van-ban', may: readDirectives, handle: showList },
  {
    method: 'get',
    path: '/van-ban/moi',
    may: prepareDirectives,
    handle: (c) => page(c, { title: 'Nhận văn bản mới' }, <IntakePage />),
  },
  { method: 'post', path: '/van-ban/moi', may: prepareDirectives, handle: receive },
  { method: 'get', path: '/van-ban/:id', may: readDirectives, handle: showDirective },
  { method: 'get', path: '/van-ban/:id/tep/:tep', may: readDirectives, handle: download },
  { method: 'post', path: '/van-ban/:id/da-nhan', may: acknowledgeDirectives, handle: received },
  { method: 'get', path: '/van-ban/:id/so-sanh/:khac', may: prepareDirectives, handle: (c) => compare(c) },
  { method: 'post', path: '/van-ban/:id/so-sanh/:khac', may: prepareDirectives, handle: join },
  ...ending('thu-hoi', 'issued', 'Đã thu hồi văn bản.', (c, form, d) =>
    attempt(c, form, `recall.${d.id}`, (tx) => recallDirective(tx, principalOf(c), hooks, d.id, reasonOf(form))),
  ),
  ...ending('thay-the', 'issued', 'Đã thay bằng văn bản khác.', (c, form, d) =>
    attempt(c, form, `replace.${d.id}`, (tx) =>
      replaceDirective(tx, principalOf(c), hooks, {
        id: d.id,
        byId: parseId(form.values['thay-bang']) ?? null,
        reason: reasonOf(form),
      }),
    ),
  ),
  ...ending('khong-ban-hanh', 'reading', 'Đã cất vào mục Không ban hành.', (c, form, d) =>
    attempt(c, form, `discard.${d.id}`, (tx) => discardDirective(tx, principalOf(c), d.id, reasonOf(form))),
  ),
];

const reasonOf = (form: Form): string => cleanLine(form.values['ly-do'] ?? '').slice(0, 1000);

async function showList(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const filter = parseFilter(c.req.query());
  const [rows, counts, choices, scans] = await db.read(
    principal,
    listDirectives(db.build, filter),
    countDirectives(db.build, filter),
    filterChoices(db.build),
    openScans(db.build),
  );
  return page(
    c,
    { title: 'Văn bản' },
    <DirectiveList
      {...{ filter, rows, counts, choices }}
      scans={prepareDirectives.allows(principal) ? scans : []}
      mayPrepare={prepareDirectives.allows(principal)}
    />,
  );
}

async function receive(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const file = form.files.tep?.[0];
  const text = form.values['noi-dung'] ?? '';
  const fields = (message: string) => ({ message, fields: [{ field: 'tep', message }] });
  const again = (fault: Pick<Fault, 'message' | 'fields'>, status: 422 | 413 = 422) =>
    page(c, { title: 'Nhận văn bản mới', status }, <IntakePage sent={form} fault={fault} />);
  if (!file && text.trim() === '') return again(fields('Hãy chọn tệp văn bản, hoặc dán nội dung vào ô bên dưới.'));
  if (file && text.trim() !== '')
    return again(fields('Chỉ chọn một cách: tải tệp, hoặc dán nội dung. Hãy xóa một trong hai.'));
  try {
    const taken = await takeIn(
      c.get('services'),
      principalOf(c),
      form.key,
      file
        ? { kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
        : { kind: 'paste', text },
    );
    if ('scanId' in taken) {
      return redirectWith(
        c,
        `/van-ban/nhan-dang/${taken.scanId}`,
        taken.already ? { tone: 'info', text: 'Tệp này đã được gửi trước đây, không nhận thêm lần nữa.' } : undefined,
      );
    }
    return taken.already
      ? redirectWith(c, `/van-ban/${taken.id}`, {
          tone: 'info',
          text: 'Nội dung này đã được nhận trước đây: chính là văn bản dưới đây. Không thêm bản mới.',
        })
      : redirectWith(c, `/van-ban/${taken.id}/doc`, {
          tone: 'success',
          text: 'Đã đọc xong. Hãy kiểm tra từng nhiệm vụ.',
        });
  } catch (error) {
    if (!isFault(error) || !['invalid', 'tooLarge', 'conflict'].includes(error.kind)) throw error;
    // The file room calls its field "file"; here the two ways in have names of their own.
    const at = file ? 'tep' : 'noi-dung';
    return again(
      { message: error.message, fields: [{ field: at, message: error.message }] },
      error.kind === 'tooLarge' ? 413 : 422,
    );
  }
}

async function showDirective(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const directive = await directiveOf(c);
  const register = await registerOf(c);
  const [sent, history, files, related] = await db.read(
    principal,
    sentTo(db.build, directive.id),
    historyOf(db.build, directive.id),
    originalsOf(db.build, directive.id),
    relatedTo(db.build, directive.id),
  );
  return page(
    c,
    { title: directive.symbol ?? 'Văn bản' },
    <DirectivePage
      {...{ directive, sent, history, files, related, principal }}
      organName={(id) => organName(register, id)}
    />,
  );
}

async function download(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const fileId = parseId(c.req.param('tep'));
  const [rows] = await db.read(principalOf(c), originalsOf(db.build, idOf(c)));
  const file = rows.find((f) => f.id === fileId);
  if (!file) throw notFound('tệp này');
  return attachment(c, file);
}

async function received(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const id = idOf(c);
  const organId = parseId(form.values['co-quan']) ?? 0;
  const fault = await attempt(c, form, `acknowledge.${id}.${organId}`, (tx) =>
    acknowledge(tx, principalOf(c), id, organId),
  );
  return redirectWith(
    c,
    `/van-ban/${id}`,
    fault
      ? { tone: 'warning', text: fault.message }
      : { tone: 'success', text: 'Đã ghi nhận: cơ quan bạn đã nhận văn bản.' },
  );
}

async function compare(c: AppContext, failed?: { form: Form; fault: Fault }): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [one, other] = await Promise.all([directiveOf(c), directiveOf(c, idOf(c, 'khac'))]);
  if (!mayPrepare(principal, one) || one.id === other.id) throw notFound('hai văn bản này');
  const [oneDrafts, otherDrafts] = await db.read(principal, draftsOf(db.build, one.id), draftsOf(db.build, other.id));
  return page(
    c,
    { title: 'So sánh hai bản', wide: true, ...(failed ? { status: statusOfFault(failed.fault) } : {}) },
    <ComparePage
      {...{ one, other }}
      oneDrafts={oneDrafts.map(toDraft)}
      otherDrafts={otherDrafts.map(toDraft)}
      likeness={containment(one.fingerprint, other.fingerprint)}
      proposedKeepId={signedRather(one, other).id}
      {...(failed ? { sent: failed.form, fault: failed.fault } : {})}
    />,
  );
}

/** A signed notice names its recipients and signer; a news page does not. */
function signedRather(one: Directive, other: Directive): Directive {
  const marks = (d: Directive) => (d.reading.recipients.length > 0 ? 2 : 0) + (d.signer ? 1 : 0);
  return marks(other) > marks(one) ? other : one;
}

async function join(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const pair = [idOf(c), idOf(c, 'khac')];
  const keepId = parseId(form.values.giu) ?? 0;
  const besideId = pair.find((id) => id !== keepId) ?? 0;
  if (!pair.includes(keepId)) throw notFound('văn bản này');
  const fault = await attempt(c, form, `same.${pair.join('.')}`, (tx) =>
    joinTellings(tx, principalOf(c), { keepId, besideId, fill: form.values.dien === 'co' }),
  );
  if (fault) return compare(c, { form, fault });
  return redirectWith(c, `/van-ban/${keepId}`, {
    tone: 'success',
    text: 'Đã coi hai bản là một văn bản; bản kia giữ kèm.',
  });
}

type EndStep = (c: AppContext, form: Form, directive: Directive) => Promise<Fault | undefined>;

/** A step that ends something: asked once more on a page of its own, with a reason. */
function ending(path: string, state: Directive['state'], done: string, work: EndStep): RouteTable {
  const show = async (c: AppContext, failed?: { form: Form; fault: Fault }): Promise<Response> => {
    const directive = await directiveOf(c);
    if (!mayPrepare(principalOf(c), directive)) throw notFound('văn bản này');
    if (directive.state !== state && !failed) return redirectWith(c, `/van-ban/${directive.id}`);
    const again = failed ? { sent: failed.form, fault: failed.fault } : {};
    const status = failed ? { status: statusOfFault(failed.fault) } : {};
    if (path === 'thu-hoi')
      return page(c, { title: 'Thu hồi', ...status }, <RecallPage {...again} directive={directive} />);
    if (path === 'khong-ban-hanh')
      return page(c, { title: 'Không ban hành', ...status }, <DiscardPage {...again} directive={directive} />);
    const { db } = c.get('services');
    const filter = { ...parseFilter({}), state: 'issued' as const, issuerId: directive.issuerOrganId };
    const [others] = await db.read(principalOf(c), listDirectives(db.build, filter));
    return page(
      c,
      { title: 'Thay thế', ...status },
      <ReplacePage {...again} directive={directive} others={others.filter((o) => o.id !== directive.id)} />,
    );
  };
  return [
    { method: 'get', path: `/van-ban/:id/${path}`, may: prepareDirectives, handle: (c) => show(c) },
    {
      method: 'post',
      path: `/van-ban/:id/${path}`,
      may: prepareDirectives,
      handle: async (c) => {
        const form = await readForm(c);
        const directive = await directiveOf(c);
        const fault = await work(c, form, directive);
        if (fault) return show(c, { form, fault });
        return redirectWith(c, `/van-ban/${directive.id}`, { tone: 'success', text: done });
      },
    },
  ];
}

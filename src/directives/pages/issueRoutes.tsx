import { Fault, type FieldFault, invalid, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
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
import { type AgencyContext, otherIssuer, readAgency } from '../agencies.ts';
import { type Facts, factsSchema } from '../facts.ts';
import { asIssueFault, type DirectiveHooks, issueDirective } from '../issueDirective.ts';
import { mayPrepare, prepareDirectives } from '../policy.ts';
import { recipientsOf } from '../recipients.ts';
import { draftsOf, toDraft } from '../store/draft.ts';
import { IssuePage, MORE_RECIPIENTS } from './issuePage.tsx';
import { attempt, contextOf, DESK_SCRIPT, directiveOf, idOf, organChoices } from './shared.ts';

export const issueRoutes = (hooks: DirectiveHooks): RouteTable => [
  { method: 'get', path: '/van-ban/:id/ban-hanh', may: prepareDirectives, handle: (c) => show(c) },
  { method: 'post', path: '/van-ban/:id/ban-hanh', may: prepareDirectives, handle: (c) => issue(c, hooks) },
];

async function show(c: AppContext, failed?: { form: Form; fault: Fault }): Promise<Response> {
  const { db } = c.get('services');
  const directive = await directiveOf(c);
  if (!mayPrepare(principalOf(c), directive)) throw notFound('văn bản này');
  if (directive.state !== 'reading') return redirectWith(c, `/van-ban/${directive.id}`);
  const at = await contextOf(c, directive.title);
  const [drafts] = await db.read(principalOf(c), draftsOf(db.build, directive.id));
  return page(
    c,
    { title: 'Ban hành', scripts: [DESK_SCRIPT], ...(failed ? { status: statusOfFault(failed.fault) } : {}) },
    <IssuePage
      directive={directive}
      drafts={drafts.map(toDraft)}
      recipients={recipientsOf(directive.reading.recipients, at)}
      register={at.register}
      otherIssuer={otherIssuer(directive.reading.issuer, directive.issuerOrganId, at)}
      organChoices={organChoices(at)}
      {...(failed ? { sent: failed.form, fault: failed.fault } : {})}
    />,
  );
}

const OTHER_ISSUER =
  'Văn bản ghi cơ quan ban hành khác. Hãy để văn phòng của cơ quan đó ban hành, hoặc đánh dấu là vẫn ban hành ở đây.';

async function issue(c: AppContext, hooks: DirectiveHooks): Promise<Response> {
  const form = await readForm(c);
  const id = idOf(c);
  const directive = await directiveOf(c);
  const at = await contextOf(c, directive.title);
  const other = otherIssuer(directive.reading.issuer, directive.issuerOrganId, at);
  let facts: Facts | undefined;
  const fault = await attemptIssue(
    c,
    form,
    id,
    () => {
      facts = check(factsSchema, form.values);
      if (other && form.values['co-quan-khac'] !== 'co')
        throw invalid('directive.issuer.other', OTHER_ISSUER, 'co-quan-khac');
      return { facts, recipients: recipientsFrom(form, at) };
    },
    hooks,
  );
  if (fault) return show(c, { form, fault });
  return redirectWith(c, `/van-ban/${id}`, { tone: 'success', text: `Đã ban hành ${facts?.symbol ?? 'văn bản'}.` });
}

async function attemptIssue(
  c: AppContext,
  form: Form,
  id: number,
  read: () => { facts: Facts; recipients: number[] },
  hooks: DirectiveHooks,
): Promise<Fault | undefined> {
  let symbol: string | null = null;
  try {
    return await attempt(c, form, `issue.${id}`, async (tx) => {
      const { facts, recipients } = read();
      symbol = facts.symbol;
      await issueDirective(tx, principalOf(c), hooks, {
        id,
        version: form.version,
        mark: form.values.dau ?? '',
        facts,
        recipients,
        leaveOut: form.values['bo-lai'] === 'co',
        pastLimits: form.values['han-som'] === 'co',
      });
    });
  } catch (error) {
    const known = asIssueFault(error, symbol);
    if (isFault(known) && known.kind === 'conflict') return known;
    throw error;
  }
}

/** The organs ticked and typed. @throws Fault invalid at the field of a name that is not clear */
function recipientsFrom(form: Form, at: AgencyContext): number[] {
  const count = Math.min(Number(form.values['so-noi-nhan'] ?? 0) || 0, 200);
  const ticked = Array.from({ length: count }, (_, i) => form.lists[`noi-nhan-${i}`] ?? [])
    .flat()
    .map((text) => parseId(text))
    .filter((id) => id !== undefined && at.register.organs.has(id as never));
  const faults: FieldFault[] = [];
  const typed = Array.from({ length: MORE_RECIPIENTS }, (_, i) => `gui-them-${i + 1}`).flatMap((field) => {
    const name = cleanLine(form.values[field] ?? '');
    if (name === '') return [];
    const agency = readAgency('coordinate', name, at);
    if (agency.state !== 'unresolved') return agency.organIds;
    faults.push({ field, message: `Không rõ “${name}” là cơ quan nào. Hãy chọn trong danh sách gợi ý.` });
    return [];
  });
  if (faults.length > 0) throw new Fault('invalid', 'directive.recipient.unknown', faults[0]!.message, faults);
  return [...new Set([...(ticked as number[]), ...typed])];
}

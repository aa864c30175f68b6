import { dayOf, formatDay } from '../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
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
import { receiveFiles } from '../../tasks/index.ts';
import type { FormFault } from '../../ui/index.ts';
import { readCard } from '../applicants/card.ts';
import { applicantFields } from '../applicants/model.ts';
import { type Applicant, applicantById, applicantByNumber, findApplicants } from '../applicants/store.ts';
import { dueMoment } from '../dueWords.ts';
import { keepFiles } from '../keepFiles.ts';
import { receiveDossiers } from '../policy.ts';
import type { ProcedureVersion } from '../procedures/model.ts';
import { promiseFor, receiveDossier } from '../receiveDossier.ts';
import { type DossierRules, dossierRules } from '../rules.ts';
import { ChoosePage, ReceivePage } from './receive.tsx';
import { receptionFrom, unitFrom } from './receiveForm.ts';

/** From the procedure to the receipt, at the counter. */
export const receiveRoutes: RouteTable = [
  { method: 'get', path: '/ho-so/tiep-nhan', may: receiveDossiers, handle: choose },
  { method: 'get', path: '/ho-so/tiep-nhan/:thuTuc', may: receiveDossiers, handle: (c) => showForm(c, {}) },
  { method: 'post', path: '/ho-so/tiep-nhan/:thuTuc', may: receiveDossiers, handle: send },
];

const SCRIPT = 'src/dossiers/pages/counter.client.ts';

async function choose(c: AppContext): Promise<Response> {
  const { book, now } = await dossierRules(c.get('services'));
  const text = (c.req.query('q') ?? '').trim().slice(0, 100);
  const found = book.search(text, dayOf(now()));
  if (text !== '' && found.length === 1) return c.redirect(`/ho-so/tiep-nhan/${found[0]!.code}`, 303);
  return page(c, { title: 'Tiếp nhận hồ sơ', scripts: [SCRIPT] }, <ChoosePage {...{ text, found }} />);
}

interface Shown {
  sent?: Form;
  fault?: FormFault;
  known?: boolean;
  matches?: readonly Applicant[];
  status?: 409 | 422;
}

async function showForm(c: AppContext, shown: Shown): Promise<Response> {
  const principal = principalOf(c);
  const rules = await dossierRules(c.get('services'));
  const version = versionOf(c, rules);
  const now = rules.now();
  const day = dayOf(now);
  const own = { unitId: principal.unitId as number, organId: principal.organId as number };
  const { places } = rules;
  const centres = places.centres(day);
  const everywhere = version.level === 'commune' && version.receivedBy === 'province';
  const unitId = shown.sent ? unitFrom(shown.sent, own.unitId) : own.unitId;
  const authorityId = places.authorityOf(version, unitId, day);
  const first = version.steps[0];
  const arrival = { authorityId, receptionId: own.organId };
  const { sent, fault, known = false, matches = [], status } = shown;
  return page(
    c,
    { title: version.name, status, scripts: [SCRIPT] },
    <ReceivePage
      {...{ version, now, sent, fault, known, matches }}
      promise={promiseFor(rules, version, authorityId, now)}
      authority={places.name(authorityId)}
      units={
        everywhere
          ? [own, ...centres.filter((o) => o.unitId !== own.unitId)].map((o) => ({
              id: o.unitId,
              name: places.unitName(o.unitId),
            }))
          : []
      }
      centres={[own, ...centres.filter((o) => o.organId !== own.organId)].map((o) => ({
        id: o.organId,
        name: places.name(o.organId),
      }))}
      ownUnitId={own.unitId}
      ownCentreId={own.organId}
      firstStage={first ? places.name(places.stageOrgan(first, arrival, day)) : null}
    />,
  );
}

function versionOf(c: AppContext, rules: DossierRules): ProcedureVersion {
  const version = rules.book.byCode(c.req.param('thuTuc') ?? '', dayOf(rules.now()));
  if (!version) throw notFound('thủ tục này');
  return version;
}

async function send(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  try {
    if (form.values.chon) return await showForm(c, await fillIn(c, form, parseId(form.values.chon)));
    if (form.values.viec !== 'nhan') return await showForm(c, await lookUp(c, form));
    return await receive(c, form);
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'tooLarge'].includes(error.kind)) throw error;
    return showForm(c, {
      sent: form,
      fault: error,
      status: statusOfFault(error) as 422,
      known: form.values['ho-ten'] !== '',
    });
  }
}

/** The person whose card was scanned or whose number was typed, filled in; or those among whom to choose. */
async function lookUp(c: AppContext, form: Form): Promise<Shown> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const text = (form.values.qr ?? '').trim();
  const today = dayOf(c.get('services').clock());
  if (/[|]|^https?:|^0002\d{2}|^I[<D]VNM|^BEGIN/.test(text)) {
    const card = readCard(text, today);
    const [known] = await db.read(principal, applicantByNumber(db.build, principal.unitId, card.number));
    const filled = withValues(form, {
      'ho-ten': card.name,
      'so-giay-to': card.number,
      'ngay-sinh': card.birthDay ? formatDay(card.birthDay) : '',
      'dia-chi': card.address,
      'dien-thoai': known[0]?.phone ?? form.values['dien-thoai'] ?? '',
      email: known[0]?.email ?? form.values.email ?? '',
      qr: '',
    });
    return { sent: filled, known: true };
  }
  if (text === '') {
    throw invalid(
      'applicant.lookup',
      'Chưa có gì để tìm. Hãy quét thẻ, gõ số định danh, hoặc nhập người nộp ở dưới rồi bấm Tiếp nhận.',
      'qr',
    );
  }
  const [found] = await db.read(principal, findApplicants(db.build, principal.unitId, text));
  if (found.length === 1) return filledWith(form, found[0]!);
  if (found.length > 1) return { sent: form, matches: found };
  const digits = text.replace(/\D/g, '');
  const typed: Record<string, string> = { qr: '' };
  if (/^\d{12}$/.test(digits)) typed['so-giay-to'] = digits;
  else if (/^0\d{8,10}$/.test(digits)) typed['dien-thoai'] = digits;
  else typed['ho-ten'] = text;
  const nobody = invalid(
    'applicant.unknown',
    'Người này chưa từng nộp ở đây. Hãy nhập thông tin ở dưới.',
    Object.keys(typed)[1] ?? 'qr',
  );
  return { sent: withValues(form, typed), fault: nobody };
}

async function fillIn(c: AppContext, form: Form, id: number | undefined): Promise<Shown> {
  const principal: Principal = principalOf(c);
  const { db } = c.get('services');
  const [found] = await db.read(principal, applicantById(db.build, principal.unitId, id ?? 0));
  if (!found[0]) throw notFound('người nộp này');
  return filledWith(form, found[0]);
}

const filledWith = (form: Form, a: Applicant): Shown => ({
  known: true,
  sent: withValues(form, { ...applicantFields(a), qr: '' }),
});

const withValues = (form: Form, values: Record<string, string>): Form => ({
  ...form,
  values: { ...form.values, ...values },
  lists: { ...form.lists, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])) },
});

async function receive(c: AppContext, form: Form): Promise<Response> {
  const principal = principalOf(c);
  const { db, files } = c.get('services');
  const rules = await dossierRules(c.get('services'));
  const version = versionOf(c, rules);
  const typed = receptionFrom(form, version);
  const kept = await receiveFiles(files, form.files.tep ?? []);
  const done = await db.write(principal, (tx) =>
    writeOnce(tx, { key: form.key, purpose: 'dossier.receive', personId: principal.personId }, async () => {
      const received = await receiveDossier(tx, principal, rules, {
        ...typed,
        procedureCode: version.code,
        authorityUnitId: unitFrom(form, principal.unitId),
        channel: 'direct',
        returnId: parseId(form.values['noi-tra']),
        money: typed.fee === 0 ? 'none' : form.values['da-thu'] === 'co' ? 'paid' : 'due',
        sure: form.values.trung === 'co',
        passOn: form.values.chuyen === 'co',
      });
      await keepFiles(tx, principal, received, 'component', kept);
      return received;
    }),
  );
  const due = done.dueAt === null ? '' : ` Hẹn trả ${dueMoment(done.dueAt, false)}.`;
  return redirectWith(c, `/ho-so/${done.code}`, { tone: 'success', text: `Đã tiếp nhận hồ sơ ${done.code}.${due}` });
}

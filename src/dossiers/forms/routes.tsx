import { sql } from 'kysely';
import { addDays, type Day, dayOf, daysBetween, parseDay } from '../../kernel/day.ts';
import { forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { AppContext, RouteTable } from '../../platform/http/index.ts';
import { answerPaper, parseFormat } from '../../platform/print/index.ts';
import { type Applicant, applicantById } from '../applicants/store.ts';
import { officerOf } from '../pages/officer.ts';
import { codeOf } from '../pages/show.tsx';
import type { Places } from '../places.ts';
import { readDossiers, receiveDossiers } from '../policy.ts';
import type { DossierDetail } from '../store.ts';
import { seenDossier } from '../takeStep.ts';
import { FORMS } from './index.ts';
import type { FormData } from './paper.ts';
import { type RegisterRow, register } from './register.ts';

/** The prescribed forms as PDF and Word; each prints personal data, so that each print is on record. */
export const formRoutes: RouteTable = [
  { method: 'get', path: '/ho-so/so-theo-doi/:dang', may: receiveDossiers, handle: printRegister },
  { method: 'get', path: '/ho-so/:ma/mau/:mau/:dang', may: readDossiers, handle: printForm },
];

/** Those who have it in hand or answer for it; who was only asked for an opinion prints nothing. */
const mayPrint = (p: Principal, d: DossierDetail, places: Places): boolean =>
  [d.receptionId, d.returnId, d.holderId, d.authorityId].some((id) => places.worksFor(p, id));

async function printForm(c: AppContext): Promise<Response> {
  const format = parseFormat(c.req.param('dang'));
  const no = c.req.param('mau') ?? '';
  const form = Object.hasOwn(FORMS, no) ? FORMS[no] : undefined;
  if (!format || !form) throw notFound('mẫu này');
  const { db, config } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const code = codeOf(c);
  const data = await db.write(principal, async (tx) => {
    const d = await seenDossier(tx, code, null);
    if (!mayPrint(principal, d, rules.places))
      throw forbidden('Chỉ nơi đang giữ hoặc chịu trách nhiệm hồ sơ mới in được mẫu này.');
    if (!form.applies(d)) throw notFound('mẫu này');
    const { rows } = await tx.executeQuery(applicantById(tx, d.unitId, d.applicantId).compile());
    if (!rows[0]) throw notFound('người nộp này');
    await appendEvent(tx, principal, {
      kind: 'dossier.applicant_read',
      subjectType: 'dossier',
      subjectId: d.id,
      unitId: d.unitId,
      data: { form: no },
    });
    return {
      ...{ d, applicant: rows[0] as Applicant, rules, officer: principal.personName },
      people: await peopleOf(tx, d),
      reasons: await reasonsOf(tx, d),
      lookupUrl: `${config.publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}`,
      today: dayOf(rules.now()),
    } satisfies FormData;
  });
  return answerPaper(c, form.fill(data), format, `mau-${no}-${code}`);
}

async function peopleOf(tx: Tx, d: DossierDetail): Promise<Map<number, string>> {
  const ids = d.handovers.flatMap((h) => [h.personId, h.fromPersonId]).filter((id): id is number => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The last reason of each kind of step. */
async function reasonsOf(tx: Tx, d: DossierDetail): Promise<Map<string, { reason: string; at: number }>> {
  const rows = await tx
    .selectFrom('event')
    .where('unit_id', '=', d.unitId)
    .where('subject_type', '=', 'dossier')
    .where('subject_id', '=', d.id)
    .where('reason', 'is not', null)
    .orderBy('id')
    .select(['kind', 'reason', sql<number>`(extract(epoch from at) * 1000)::bigint`.as('at')])
    .execute();
  return new Map(rows.map((row) => [row.kind.slice('dossier.'.length), { reason: row.reason!, at: row.at }]));
}

const MOST_DAYS = 31;
const MOST_ROWS = 5000;

async function printRegister(c: AppContext): Promise<Response> {
  const format = parseFormat(c.req.param('dang'));
  if (!format) throw notFound('mẫu này');
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const today = dayOf(rules.now());
  const from = dayIn(c, 'tu') ?? today;
  const to = dayIn(c, 'den') ?? from;
  if (to < from) throw invalid('register.order', 'Ngày cuối ở trước ngày đầu. Hãy xem lại.', 'den');
  if (daysBetween(from, to) >= MOST_DAYS)
    throw invalid('register.long', `Sổ in tối đa ${MOST_DAYS} ngày một lần. Hãy chọn khoảng ngắn hơn.`, 'den');
  const [rows] = await db.read(
    principal,
    db.build
      .selectFrom('dossier as d')
      .where('d.unit_id', '=', principal.unitId)
      .where('d.reception_organ_id', '=', principal.organId)
      .where('d.received_at', '>=', sql<number>`${from}::date::timestamptz`)
      .where('d.received_at', '<', sql<number>`${addDays(to, 1)}::date::timestamptz`)
      .orderBy('d.received_at')
      .orderBy('d.id')
      .limit(MOST_ROWS)
      .select([
        'd.code',
        'd.procedure_version_id as versionId',
        'd.applicant_name as applicantName',
        'd.authority_organ_id as authorityId',
        'd.channel',
        'd.received_at as receivedAt',
        'd.due_at as dueAt',
        'd.due_exact as dueExact',
        'd.finished_at as finishedAt',
        'd.returned_at as returnedAt',
        'd.delivery_way as deliveryWay',
        'd.status',
      ]),
  );
  const lines = rows.map((row) => ({
    ...row,
    procedureName: rules.book.version(row.versionId)?.name ?? '',
    authorityName: rules.places.name(row.authorityId),
  })) as unknown as RegisterRow[];
  const centre = { name: rules.places.name(principal.organId), unitName: rules.places.unitName(principal.unitId) };
  return answerPaper(c, register(centre, { from, to, today }, lines), format, `so-theo-doi-${from}-${to}`);
}

function dayIn(c: AppContext, name: string): Day | undefined {
  const text = (c.req.query(name) ?? '').trim();
  if (text === '') return undefined;
  const day = parseDay(text);
  if (!day) throw invalid('register.day', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', name);
  return day;
}

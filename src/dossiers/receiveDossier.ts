import { sql } from 'kysely';
import { type Day, dayOf } from '../kernel/day.ts';
import { conflict, Fault, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { afterStep } from './afterStep.ts';
import type { ApplicantFacts } from './applicants/model.ts';
import { type Applicant, applicantByNumber, rememberApplicant, sameDayDossiers } from './applicants/store.ts';
import { type ClockBase, reckonDue, reckonTarget } from './deadline.ts';
import { keepFigures } from './figures/keepFigures.ts';
import { mayMeetApplicant, receiveDossiers } from './policy.ts';
import { mayReceiveAt, type ProcedureVersion } from './procedures/model.ts';
import type { DossierRules } from './rules.ts';
import { type Paper, partsOf, type Standing } from './standing.ts';
import type { Channel, DeliveryWay, Money } from './status.ts';
import type { Arrival, DossierStep, DueTold } from './steps.ts';
import { columnsOf } from './store.ts';
import { appendSteps, demandStep, keepParts, lockDossier, takeStep } from './takeStep.ts';

export interface ReceiveInput {
  procedureCode: string;
  /** The unit whose authority resolves it: the centre's own, or another one's where the procedure allows. */
  authorityUnitId: number;
  channel: Channel;
  applicant: ApplicantFacts;
  /** Who hands it in for the applicant, and on what ground; empty where they come themselves. */
  proxy?: string;
  summary?: string;
  papers: readonly Paper[];
  copies?: number;
  /** The centre that hands out the result; the receiving one where left out. */
  returnId?: number | undefined;
  assistingId?: number | undefined;
  deliveryWay?: DeliveryWay;
  fee?: number | undefined;
  money?: Money;
  /** Epoch milliseconds; now where left out. */
  submittedAt?: number | undefined;
  nationalCode?: string | undefined;
  /** The one other system that keeps the status; empty: kept here. */
  ownerSystem?: string;
  /** Received although the same applicant handed in the same procedure today. */
  sure?: boolean;
  /** Hands it to the first stage of its procedure at once. */
  passOn?: boolean;
}

export interface ReceivedDossier {
  unitId: number;
  id: number;
  code: string;
  dueAt: number | null;
}

/** What the counter shows before anything is promised; the same words go on the receipt. */
export function promiseFor(
  rules: DossierRules,
  version: Pick<ProcedureVersion, 'limit'>,
  authorityId: number,
  receivedAt: number,
): DueTold {
  return dueToldOf(rules, authorityId, { receivedAt, limit: version.limit, extension: null });
}

/** The due date as an event tells it. @throws Error where the clock stands */
export function dueToldOf(
  rules: DossierRules,
  authorityId: number,
  base: ClockBase,
  stops: Parameters<typeof reckonDue>[2] = [],
): DueTold {
  const due = reckonDue(rules.calendarOf(authorityId), base, stops);
  if (due.state === 'suspended') throw new Error('a due date is told only while the clock runs');
  return { dueAt: due.at, dueExact: due.exact, dueLines: due.lines };
}

/**
 * Valid reception at a centre's counter (Decree 118/2025): the clock starts, the code is given, the date is promised. One
 * transaction; a retry with the same write key finds the first answer.
 * @throws Fault forbidden, invalid, conflict (code dossier.duplicate: ask the officer, then send `sure`)
 */
export async function receiveDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: ReceiveInput,
): Promise<ReceivedDossier> {
  const { version, arrival, day } = prepared(by, rules, input);
  // The code first: who waits for it then sees what the counter before has just written down, applicant and dossier.
  const [code, known] = await Promise.all([nextCode(tx, by, rules, day), warnOfDuplicate(tx, by, input, version, day)]);
  const applicantId = await rememberApplicant(tx, unitAndCentre(by), input.applicant, known);
  const at = rules.now();
  const due = promiseFor(rules, version, arrival.authorityId, at);
  const { fee, money } = arrival;
  const steps: DossierStep[] = [
    { kind: 'received', at, arrival: { ...arrival, code }, personId: by.personId, fee, money, ...due },
  ];
  const first = version.steps[0];
  if (input.passOn && first && !input.ownerSystem) {
    const toOrganId = rules.places.stageOrgan(first, arrival, day);
    const targetAt = reckonTarget(rules.calendarOf(toOrganId), at, first.hours, due.dueAt);
    const to = { stepNo: 1, title: first.name, toOrganId, targetAt };
    steps.push({ kind: 'passed', at, ...to, personId: null, note: '' });
  }
  return begin(tx, by, { input, version, code, steps, applicantId });
}

/**
 * Handed in online or through another system, not yet checked (status 1); no clock runs.
 * @throws Fault forbidden, invalid
 */
export async function registerDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: ReceiveInput,
): Promise<ReceivedDossier> {
  const { version, arrival, day } = prepared(by, rules, input);
  const [code, known] = await Promise.all([nextCode(tx, by, rules, day), knownApplicant(tx, by, input.applicant)]);
  const applicantId = await rememberApplicant(tx, unitAndCentre(by), input.applicant, known);
  const step: DossierStep = { kind: 'registered', at: rules.now(), ...arrival, code };
  return begin(tx, by, { input, version, code, steps: [step], applicantId });
}

/** A registered dossier was checked and is valid: reception, from which the clock runs. @throws Fault forbidden, conflict, stale */
export async function acceptDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  { code, version, fee, money }: { code: string; version: number | null; fee?: number; money?: Money },
): Promise<void> {
  const dossier = await lockDossier(tx, code, version);
  if (!mayMeetApplicant(by, dossier, rules.places)) throw forbidden('Chỉ nơi tiếp nhận mới tiếp nhận được hồ sơ này.');
  demandStep(dossier, 'received');
  if (dossier.receivedAt !== null) throw conflict('dossier.received.refused', 'Hồ sơ này đã được tiếp nhận.');
  const at = rules.now();
  const due = dueToldOf(rules, dossier.authorityId, { receivedAt: at, limit: dossier.limit, extension: null });
  const paid = { fee: fee ?? dossier.fee, money: money ?? dossier.money };
  await takeStep(tx, by, dossier, { kind: 'received', at, arrival: null, personId: by.personId, ...paid, ...due });
}

/** Checks what does not need the database, and says who is who. */
function prepared(by: Principal, rules: DossierRules, input: ReceiveInput) {
  if (!receiveDossiers.allows(by)) throw forbidden('Chỉ Trung tâm Phục vụ hành chính công mới tiếp nhận hồ sơ.');
  const { book, places } = rules;
  const day = dayOf(rules.now());
  const version = book.byCode(input.procedureCode, day);
  if (!version) {
    throw invalid(
      'dossier.procedure',
      'Thủ tục này không còn hiệu lực hoặc không có. Hãy chọn lại thủ tục.',
      'thu-tuc',
    );
  }
  const centre = { organId: by.organId as number, unitId: by.unitId as number };
  const authorityId = places.authorityOf(version, input.authorityUnitId, day);
  if (!mayReceiveAt(version, centre, places.unitOf(authorityId))) {
    throw invalid(
      'dossier.place',
      'Thủ tục này chỉ nhận tại đơn vị giải quyết, không nhận ngoài địa giới. Hãy hướng dẫn người dân đến đúng nơi.',
      'don-vi',
    );
  }
  const { applicant } = input;
  if (applicant.birthDay !== null && applicant.birthDay > day) {
    throw invalid('applicant.birth', 'Ngày sinh ở sau hôm nay. Hãy xem lại.', 'ngay-sinh');
  }
  if ((input.submittedAt ?? 0) > rules.now()) {
    throw invalid('dossier.submitted', 'Ngày nộp ở sau hiện tại. Hãy xem lại giờ của máy gửi.', 'ngay-nop');
  }
  const missing = version.components.filter(
    (c) =>
      !c.optional && c.original + c.copy + c.electronic > 0 && !input.papers.some((p) => p.no === c.no && counts(p)),
  );
  if (missing.length > 0 && input.channel === 'direct') {
    throw new Fault(
      'invalid',
      'dossier.papers',
      `Còn thiếu ${missing.length} giấy tờ bắt buộc. Hãy đánh dấu giấy tờ đã nhận, hoặc lập phiếu yêu cầu bổ sung.`,
      missing.map((c) => ({ field: `giay-to-${c.no}`, message: `Chưa nhận: ${c.name}.` })),
    );
  }
  const fee = input.fee ?? version.fee;
  const arrival: Omit<Arrival, 'code'> = {
    procedureVersionId: version.id,
    limit: version.limit,
    channel: input.channel,
    receptionId: by.organId,
    authorityId,
    assistingId: input.assistingId ?? null,
    returnId: input.returnId ?? by.organId,
    deliveryWay: input.deliveryWay ?? 'counter',
    fee,
    money: input.money ?? (fee > 0 ? 'due' : 'none'),
    ownerSystem: input.ownerSystem ?? '',
    submittedAt: input.submittedAt ?? rules.now(),
  };
  return { version, arrival, day };
}

const unitAndCentre = (by: Principal) => ({ unitId: by.unitId as number, organId: by.organId as number });
const counts = (p: Paper): boolean => p.original + p.copy + p.electronic > 0;

async function knownApplicant(tx: Tx, by: Principal, facts: ApplicantFacts): Promise<Applicant | undefined> {
  if (facts.idNumber === null) return undefined;
  const { rows } = await tx.executeQuery(applicantByNumber(tx, by.unitId, facts.idNumber).compile());
  return rows[0] as Applicant | undefined;
}

/** @throws Fault conflict where the same applicant handed in the same procedure today and nobody said that it is meant */
async function warnOfDuplicate(tx: Tx, by: Principal, input: ReceiveInput, version: ProcedureVersion, day: Day) {
  const known = await knownApplicant(tx, by, input.applicant);
  // Somebody never seen, told by a number, cannot have handed in anything.
  if (input.sure || (known === undefined && input.applicant.idNumber !== null)) return known;
  const earlier = sameDayDossiers(tx, by.unitId, input.applicant, version.procedureId, day);
  const { rows } = await tx.executeQuery(earlier.compile());
  const first = rows[0] as { code: string } | undefined;
  if (first) {
    throw conflict(
      'dossier.duplicate',
      `Hôm nay người này đã nộp thủ tục này: hồ sơ ${first.code}. Nếu đúng là hồ sơ khác, hãy đánh dấu “Vẫn tiếp nhận” rồi gửi lại.`,
      'trung',
    );
  }
  return known;
}

/** The next code of the unit on that day; the row of the counter is held until the transaction ends, so none is used twice. */
async function nextCode(tx: Tx, by: Principal, rules: DossierRules, day: Day): Promise<string> {
  const { last } = await tx
    .insertInto('dossier_counter')
    .values({ unit_id: by.unitId, day: day as never, last: 1 })
    .onConflict((c) => c.columns(['unit_id', 'day']).doUpdateSet({ last: sql<number>`dossier_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return rules.codeFor(by.organId, day, last);
}

/** The first rows of a dossier and the events of its first steps. */
async function begin(
  tx: Tx,
  by: Principal,
  args: {
    input: ReceiveInput;
    version: ProcedureVersion;
    code: string;
    steps: readonly DossierStep[];
    applicantId: number;
  },
): Promise<ReceivedDossier> {
  const { input, version, code, steps, applicantId } = args;
  const unitId: number = by.unitId;
  const standing = steps.reduce<Standing | null>((before, step) => afterStep(before, step), null);
  if (!standing) throw new Error('a dossier begins with a step');
  const papers = input.papers.filter(counts);
  const { id } = await tx
    .insertInto('dossier')
    .values({
      ...columnsOf(standing),
      unit_id: unitId,
      code,
      national_code: input.nationalCode ?? null,
      procedure_version_id: version.id,
      applicant_id: applicantId,
      applicant_name: input.applicant.name,
      proxy: input.proxy || null,
      summary: input.summary ?? '',
      papers: JSON.stringify(papers),
      copies: input.copies ?? 1,
      organ_ids: partsOf(standing),
      version: steps.length,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  // Sent together: none needs what another answers.
  await Promise.all([
    keepParts(tx, { unitId, id }, standing),
    appendSteps(tx, by, { unitId, id }, steps),
    keepFigures(tx, unitId, null, { ...standing, papers, procedureVersionId: version.id }, steps.at(-1)!.at),
  ]);
  return { unitId, id, code, dueAt: standing.dueAt };
}

import { dayOf } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { Tx } from '../platform/db/access.ts';
import { reckonTarget } from './deadline.ts';
import { mayApologise, mayAssign, mayTake, mayWork } from './policy.ts';
import type { ProcedureStep } from './procedures/model.ts';
import type { DossierRules } from './rules.ts';
import type { Destination } from './steps.ts';
import type { DossierDetail } from './store.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

/** The dossier meant, and the version of the page from which the step comes. */
export interface Seen {
  code: string;
  version: number | null;
}

const notHeld = () => forbidden('Hồ sơ này không ở cơ quan bạn, nên bạn không xử lý bước này được.');

/** A reason as the form has it. @throws Fault invalid at the field */
export function reasonFrom(text: string, field: string, sentence = 'Hãy ghi lý do.'): string {
  const reason = text.trim();
  if (cleanLine(reason) === '') throw invalid('dossier.reason', sentence, field);
  if (reason.length > 4000) throw invalid('dossier.reason.long', 'Dài quá 4000 ký tự. Hãy rút gọn.', field);
  return reason;
}

/** The stage after the present one, as the procedure of the dossier plans it. */
export function nextStage(
  rules: DossierRules,
  d: Pick<DossierDetail, 'procedureVersionId' | 'stepNo' | 'authorityId' | 'receptionId'>,
): { no: number; step: ProcedureStep; organId: number } | undefined {
  const step = rules.book.version(d.procedureVersionId)?.steps[d.stepNo];
  if (!step) return undefined;
  return { no: d.stepNo + 1, step, organId: rules.places.stageOrgan(step, d, dayOf(rules.now())) };
}

/**
 * Passes it on: to the next stage of its procedure, or to another organ and person named by the officer. The deadline
 * stays what it was.
 * @throws Fault forbidden, invalid (field noi-nhan), conflict, stale
 */
export async function passDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { toOrganId: number | null; toPersonId?: number | null; note: string },
): Promise<DossierDetail> {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw notHeld();
  demandStep(d, 'passed');
  const planned = nextStage(rules, d);
  const toOrganId = input.toOrganId ?? planned?.organId;
  if (toOrganId === undefined) {
    throw invalid('dossier.pass.to', 'Quy trình không còn bước sau. Hãy chọn nơi nhận, hoặc ghi kết quả.', 'noi-nhan');
  }
  checkOrgan(rules, d, toOrganId);
  const asPlanned = planned !== undefined && planned.organId === toOrganId;
  const to: Destination = {
    stepNo: asPlanned ? planned.no : d.stepNo,
    title: asPlanned ? planned.step.name : 'Xử lý',
    toOrganId,
    targetAt: target(rules, d, toOrganId, asPlanned ? planned.step.hours : 0),
  };
  const step = {
    kind: 'passed',
    at: rules.now(),
    ...to,
    personId: input.toPersonId ?? null,
    note: input.note,
  } as const;
  return takeStep(tx, by, d, step);
}

const target = (rules: DossierRules, d: DossierDetail, organId: number, hours: number): number | null =>
  reckonTarget(rules.calendarOf(organId), rules.now(), hours, d.dueAt);

function checkOrgan(rules: DossierRules, d: DossierDetail, organId: number): void {
  const day = dayOf(rules.now());
  const near = [...rules.places.around(d.authorityId, day), ...rules.places.around(d.receptionId, day)];
  if (!near.some((o) => o.id === organId)) {
    throw invalid('dossier.pass.organ', 'Nơi nhận này không có hoặc đã kết thúc. Hãy chọn nơi khác.', 'noi-nhan');
  }
}

/** Sends it back to where it came from, with what is to be mended. @throws Fault forbidden, invalid (field ly-do), conflict, stale */
export async function sendBack(tx: Tx, by: Principal, rules: DossierRules, input: Seen & { reason: string }) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw notHeld();
  demandStep(d, 'sent_back');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi vì sao chuyển trả.');
  const here = d.handovers.findLastIndex((h) => h.endedAt === null);
  const from = d.handovers.slice(0, here).findLast((h) => h.organId !== d.holderId) ?? d.handovers[here - 1];
  if (!from) throw conflict('dossier.sent_back.first', 'Hồ sơ này chưa qua nơi nào trước đó để chuyển trả.');
  const to: Destination = {
    stepNo: from.stepNo,
    title: from.title,
    toOrganId: from.organId,
    targetAt: target(
      rules,
      d,
      from.organId,
      rules.book.version(d.procedureVersionId)?.steps[from.stepNo - 1]?.hours ?? 0,
    ),
  };
  return takeStep(tx, by, d, { kind: 'sent_back', at: rules.now(), ...to, personId: from.personId, reason });
}

/**
 * Another organ becomes competent: it was sent to the wrong one, or the work was moved. What was promised stays promised;
 * the centre that received it stays too.
 * @throws Fault forbidden, invalid (fields noi-nhan, ly-do), conflict, stale
 */
export async function rerouteDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { toOrganId: number; reason: string },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places) && !mayApologise(by, d, rules.places)) throw notHeld();
  demandStep(d, 'rerouted');
  const reason = reasonFrom(input.reason, 'ly-do', 'Hãy ghi vì sao chuyển nơi giải quyết.');
  if (input.toOrganId === d.authorityId) {
    throw invalid('dossier.reroute.same', 'Đây đã là nơi giải quyết. Hãy chọn nơi khác.', 'noi-nhan');
  }
  const to = { stepNo: d.stepNo, title: 'Xử lý', toOrganId: input.toOrganId, targetAt: d.dueAt };
  return takeStep(tx, by, d, { kind: 'rerouted', at: rules.now(), ...to, authorityId: input.toOrganId, reason });
}

/** Takes a dossier of the own office upon oneself. @throws Fault forbidden, conflict, stale */
export async function takeDossier(tx: Tx, by: Principal, rules: DossierRules, input: Seen) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayTake(by, d, rules.places)) {
    throw d.holderPersonId === by.personId
      ? conflict('dossier.taken.already', 'Bạn đã nhận hồ sơ này.')
      : forbidden('Hồ sơ này do người khác đang làm, hoặc không ở cơ quan bạn.');
  }
  return takeStep(tx, by, d, { kind: 'taken', at: rules.now(), personId: by.personId });
}

/**
 * A leader gives it to a person of the office that holds it.
 * @throws Fault forbidden, invalid (fields nguoi-nhan, ly-do where somebody has it already), conflict, stale
 */
export async function assignDossier(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { personId: number; reason: string },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayAssign(by, d, rules.places)) throw forbidden('Chỉ lãnh đạo nơi đang giữ hồ sơ mới giao được cho người khác.');
  const reason = d.holderPersonId === null ? input.reason.trim() : reasonFrom(input.reason, 'ly-do');
  const colleague = await tx
    .selectFrom('appointment as a')
    .innerJoin('position as x', 'x.id', 'a.position_id')
    .where('a.person_id', '=', input.personId)
    .where('x.organ_id', 'in', [d.holderId, by.organId])
    .select('a.id')
    .executeTakeFirst();
  if (!colleague) throw invalid('dossier.assign.person', 'Người này không thuộc cơ quan đang giữ hồ sơ.', 'nguoi-nhan');
  return takeStep(tx, by, d, { kind: 'assigned', at: rules.now(), personId: input.personId, reason });
}

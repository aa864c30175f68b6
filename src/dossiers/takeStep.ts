import { type Insertable, sql } from 'kysely';
import { conflict, forbidden, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvents } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { afterStep } from './afterStep.ts';
import { keepFigures } from './figures/keepFigures.ts';
import { partsOf, type Standing } from './standing.ts';
import { type DossierStep, STEPS, type StepKind } from './steps.ts';
import { columnsOf, type DossierDetail, dossierByCode } from './store.ts';

/**
 * Holds a dossier for the rest of the transaction, so that two people cannot decide at once.
 * @param seenVersion of the page from which the step comes; null where the step does not hang on what was seen
 * @throws Fault notFound when there is none that the reader may see, stale, forbidden where they may only read it
 */
export async function lockDossier(tx: Tx, code: string, seenVersion: number | null): Promise<DossierDetail> {
  const held = await tx.selectFrom('dossier').select('id').where('code', '=', code).forUpdate().executeTakeFirst();
  const dossier = await seenDossier(tx, code, seenVersion);
  if (!held) throw forbidden('Hồ sơ này đã chuyển nơi khác; bạn chỉ còn xem được.');
  return dossier;
}

/** The same without holding it, for an organ that was only asked for its opinion. */
export async function seenDossier(tx: Tx, code: string, seenVersion: number | null): Promise<DossierDetail> {
  const { rows } = await tx.executeQuery(dossierByCode(tx, code).compile());
  const dossier = rows[0] as DossierDetail | undefined;
  if (!dossier) throw notFound('hồ sơ này');
  if (seenVersion !== null && seenVersion !== dossier.version) throw stale();
  return dossier;
}

/** @throws Fault conflict, with the sentence of the step */
export function demandStep(dossier: Pick<Standing, 'status' | 'ownerSystem'>, kind: StepKind): void {
  const { from, refused } = STEPS[kind];
  if (!from.includes(dossier.status)) throw conflict(`dossier.${kind}.refused`, refused);
}

/**
 * Takes one step: the event is written, and the rows become the fold of all steps.
 * @throws Fault conflict when the status does not allow the step
 */
export async function takeStep(
  tx: Tx,
  by: Principal,
  dossier: DossierDetail,
  step: DossierStep,
  { reason, ...also }: { reason?: string | null; [key: string]: unknown } = {},
): Promise<DossierDetail> {
  demandStep(dossier, step.kind);
  const next: DossierDetail = { ...dossier, ...afterStep(dossier, step), version: dossier.version + 1 };
  next.organIds = [...new Set([...dossier.organIds, ...partsOf(next)])];
  const { unitId, id } = dossier;
  // Sent together: none needs what another answers, and the line's pauses cost more than the work.
  await Promise.all([
    appendStep(tx, by, { unitId, id }, step, { reason, ...also }),
    keepParts(tx, dossier, next),
    tx
      .updateTable('dossier')
      .set({
        ...columnsOf(next),
        organ_ids: next.organIds,
        version: next.version,
        changed_at: sql`app_now()`,
      } as never)
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .execute(),
    keepFigures(tx, unitId, dossier, next, step.at),
  ]);
  return next;
}

/** The event of a step. */
export const appendStep = (
  tx: Tx,
  by: Principal,
  dossier: { unitId: number; id: number },
  step: DossierStep,
  also: { reason?: string | null; [key: string]: unknown } = {},
): Promise<void> => appendSteps(tx, by, dossier, [step], also);

/** The events of steps. Their reason stands where every event has its reason, and in the data from which the fold is made. */
export const appendSteps = (
  tx: Tx,
  by: Principal,
  { unitId, id }: { unitId: number; id: number },
  steps: readonly DossierStep[],
  { reason, ...also }: { reason?: string | null; [key: string]: unknown } = {},
): Promise<void> =>
  appendEvents(
    tx,
    by,
    steps.map(({ kind, ...data }) => ({
      kind: `dossier.${kind}`,
      subjectType: 'dossier',
      subjectId: id,
      unitId,
      reason: reason ?? ('reason' in data ? data.reason : null),
      data: { ...data, ...also },
    })),
  );

type WithParts = Pick<DossierDetail, 'unitId' | 'id'> &
  Partial<Pick<Standing, 'handovers' | 'pauses' | 'consultations'>>;
type PartRows = Record<'handovers' | 'pauses' | 'consultations', Record<string, unknown>[]>;

/** Writes the hand-overs, stops and questions that the step has changed, and only those. */
export const keepParts = (tx: Tx, before: WithParts, next: Standing): Promise<void> =>
  keepPartsOfAll(tx, [{ before, next }]);

/** The same for many dossiers at once. */
export async function keepPartsOfAll(
  tx: Tx,
  dossiers: readonly { before: WithParts; next: Standing }[],
): Promise<void> {
  const rows = dossiers.map(({ before, next }) => partRows(before, next));
  const all = (part: keyof PartRows) => rows.flatMap((row) => row[part]);
  await upsert(tx, 'dossier_step', all('handovers'), ['person_id', 'taken_at', 'ended_at', 'outcome']);
  await upsert(tx, 'dossier_pause', all('pauses'), ['to_at']);
  await upsert(tx, 'dossier_consultation', all('consultations'), ['answer', 'answered_at']);
}

function partRows(before: WithParts, next: Standing): PartRows {
  const key = { unit_id: before.unitId, dossier_id: before.id };
  const handovers = changed(before.handovers, next.handovers).map((h) => ({
    ...key,
    no: h.no,
    step_no: h.stepNo,
    title: h.title,
    organ_id: h.organId,
    person_id: h.personId,
    from_person_id: h.fromPersonId,
    handed_at: h.handedAt,
    taken_at: h.takenAt,
    target_at: h.targetAt,
    ended_at: h.endedAt,
    outcome: h.outcome,
    note: h.note,
  }));
  const pauses = changed(before.pauses, next.pauses).map((p) => ({
    ...key,
    no: p.no,
    kind: p.kind,
    from_at: p.from,
    to_at: p.to,
    reason: p.reason,
    answer_by: p.answerBy,
  }));
  const consultations = changed(before.consultations, next.consultations).map((c) => ({
    ...key,
    no: c.no,
    organ_id: c.organId,
    by_organ_id: c.byOrganId,
    question: c.question,
    answer_by: c.answerBy,
    asked_at: c.askedAt,
    answer: c.answer,
    answered_at: c.answeredAt,
  }));
  return { handovers, pauses, consultations };
}

const changed = <T>(before: readonly T[] = [], next: readonly T[]): readonly T[] =>
  next.filter((row) => !before.includes(row));

async function upsert<Table extends 'dossier_step' | 'dossier_pause' | 'dossier_consultation'>(
  tx: Tx,
  table: Table,
  rows: readonly Record<string, unknown>[],
  changing: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto(table)
    .values(rows as unknown as Insertable<DB[Table]>[])
    .onConflict((c) =>
      c
        .columns(['unit_id', 'dossier_id', 'no'] as never)
        .doUpdateSet(Object.fromEntries(changing.map((column) => [column, sql.ref(`excluded.${column}`)])) as never),
    )
    .execute();
}

import { sql } from 'kysely';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvents } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { afterStep } from '../afterStep.ts';
import { keepFiguresOfAll } from '../figures/keepFigures.ts';
import type { DossierRules } from '../rules.ts';
import { partsOf, type Standing } from '../standing.ts';
import type { DossierStep } from '../steps.ts';
import { columnsOf } from '../store.ts';
import { keepPartsOfAll } from '../takeStep.ts';
import { rememberAll } from './applicants.ts';
import type { Fitting } from './judge.ts';
import { remembered } from './known.ts';
import { stepsOf } from './stepsOf.ts';

export interface TakenIn {
  line: number;
  unitId: number;
  id: number;
  code: string;
}

interface Begun extends Fitting {
  code: string;
  steps: DossierStep[];
  standings: Standing[];
}

/**
 * Writes down the dossiers of a batch in the transaction given: rows, events of every step, figures, and under which code the
 * other system knows each. None of them may be here already.
 * @param origin.system that kept their status until now; from here on it is kept here
 */
export async function takeIn(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  batch: readonly Fitting[],
  origin: Origin & { now: number },
): Promise<TakenIn[]> {
  if (batch.length === 0) return [];
  const { system, now } = origin;
  const codes = await codesFor(tx, rules, batch);
  const reason = `Nhập từ tệp của hệ thống ${system}.`;
  const begun = batch.map((row, i): Begun => {
    const calendar = rules.calendarOf(row.place.authorityId);
    const steps = stepsOf(row.told, row.place, { code: codes[i]!, system, reason, calendar, now });
    const standings: Standing[] = [];
    for (const step of steps) standings.push(afterStep(standings.at(-1) ?? null, step));
    return { ...row, code: codes[i]!, steps, standings };
  });
  const applicantIds = await rememberAll(
    tx,
    batch.map(({ told, place }) => ({ facts: told.applicant, unitId: place.unitId, organId: place.receptionId })),
  );
  const written = await tx
    .insertInto('dossier')
    .values(begun.map((one, i) => rowOf(one, applicantIds[i]!)) as never)
    .returning(['unit_id as unitId', 'id', 'code'])
    .execute();
  const idOf = new Map(written.map((row) => [`${row.unitId} ${row.code}`, row.id]));
  const taken = begun.map(({ line, code, place }) => ({
    ...{ line, code, unitId: place.unitId },
    id: idOf.get(`${place.unitId} ${code}`)!,
  }));
  await keepPartsOfAll(
    tx,
    begun.map((one, i) => ({ before: taken[i]!, next: one.standings.at(-1)! })),
  );
  await appendEvents(
    tx,
    by,
    begun.flatMap((one, i) => eventsOf(one, taken[i]!, origin)),
  );
  await tx
    .insertInto('dossier_origin')
    .values(
      begun.map((one, i) => ({
        ...{ unit_id: taken[i]!.unitId, dossier_id: taken[i]!.id },
        ...{ system, foreign_code: one.told.code, told_at: new Date(now).toISOString() as never },
        told: JSON.stringify(remembered(one)),
      })),
    )
    .execute();
  for (const [unitId, ofUnit] of Map.groupBy(begun, ({ place }) => place.unitId))
    await keepFiguresOfAll(tx, unitId, ofUnit.flatMap(movesOf));
  return taken;
}

function rowOf({ told, place, code, steps, standings }: Begun, applicantId: number) {
  const standing = standings.at(-1)!;
  return {
    ...columnsOf(standing),
    unit_id: place.unitId,
    code,
    national_code: told.code,
    procedure_version_id: place.procedureVersionId,
    applicant_id: applicantId,
    applicant_name: told.applicant.name,
    proxy: told.proxy || null,
    summary: told.summary,
    papers: '[]',
    copies: 1,
    organ_ids: partsOf(standing),
    version: steps.length,
  };
}

interface Origin {
  takeoverId: number;
  system: string;
  sha256: string;
}

/** What happened there is told as that system tells it; the last step, ours, tells from which file and row it came. */
function eventsOf(one: Begun, { unitId, id }: TakenIn, { takeoverId, system, sha256 }: Origin) {
  const from = { takeoverId, sha256, line: one.line, foreignCode: one.told.code };
  return one.steps.map(({ kind, ...data }) => ({
    kind: `dossier.${kind}`,
    subjectType: 'dossier',
    subjectId: id,
    unitId,
    reason: 'reason' in data ? data.reason : null,
    data: kind === 'ownership_moved' ? { ...data, ...from } : { ...data, source: system },
  }));
}

function movesOf({ steps, standings, place }: Begun) {
  const counted = standings.map((s) => ({ ...s, papers: [], procedureVersionId: place.procedureVersionId }));
  return steps.map((step, i) => ({ before: counted[i - 1] ?? null, after: counted[i]!, at: step.at }));
}

/**
 * Codes of ours for the rows, of the day on which each was received; the rows of the counters come in one order, so that two
 * files never wait for each other in a circle.
 */
async function codesFor(tx: Tx, rules: DossierRules, batch: readonly Fitting[]): Promise<string[]> {
  const keyOf = ({ place, told }: Fitting) => `${place.unitId} ${dayOf(told.receivedAt ?? told.submittedAt)}`;
  const counts = Map.groupBy(batch, keyOf);
  const keys = [...counts.keys()].sort();
  const { rows } = await sql<{ unitId: number; day: Day; last: number }>`
    insert into dossier_counter (unit_id, day, last)
    select * from unnest(${listed(keys.map((key) => key.split(' ')[0]!))}::bigint[],
      ${listed(keys.map((key) => key.split(' ')[1]!))}::date[], ${listed(keys.map((key) => String(counts.get(key)!.length)))}::integer[])
    on conflict (unit_id, day) do update set last = dossier_counter.last + excluded.last
    returning unit_id as "unitId", day, last`.execute(tx);
  const next = new Map(
    rows.map(({ unitId, day, last }) => [`${unitId} ${day}`, last - counts.get(`${unitId} ${day}`)!.length]),
  );
  return batch.map((row) => {
    const key = keyOf(row);
    const number = next.get(key)! + 1;
    next.set(key, number);
    return rules.codeFor(row.place.receptionId, key.split(' ')[1] as Day, number);
  });
}

const listed = (values: readonly string[]): string => `{${values.join(',')}}`;

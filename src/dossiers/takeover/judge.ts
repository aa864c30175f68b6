import { type Day, dayOf, formatDay, formatInstant } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { reckonDue } from '../deadline.ts';
import type { ProcedureVersion } from '../procedures/model.ts';
import type { DossierRules } from '../rules.ts';
import { STATUS, statusWords } from '../status.ts';
import type { Destination } from '../steps.ts';
import { type ColumnKey, headOf } from './columns.ts';
import type { Concern } from './concern.ts';
import type { Named } from './named.ts';
import type { Officials } from './officials.ts';
import { type CellOf, codeIn, hasEnded, readRow, statusIn, type ToldDossier } from './readRow.ts';
import { dueTold, type Place } from './stepsOf.ts';

/** A row that may be taken, with where it goes; what it says otherwise than our reckoning is told beside it. */
export interface Fitting {
  line: number;
  told: ToldDossier;
  place: Place;
  /** What a person decides about; the row is taken as it is. */
  concerns: readonly Concern[];
}
/** A row that may not, with what to mend. */
export interface Refused {
  line: number;
  code: string;
  status: number | null;
  centreId: number | null;
  field: string;
  reason: string;
  /** Finished in the other system: nothing to mend. */
  ended: boolean;
}
export type Judged = { fits: true; row: Fitting } | { fits: false; row: Refused };

export interface JudgeRules {
  named: Named;
  rules: DossierRules;
  officials: Officials;
  now: number;
}

/** What a row may become, before anybody asks whether the dossier is here already. */
export function judgeRow(cell: CellOf, line: number, given: JudgeRules): Judged {
  const status = statusIn(cell);
  if (status !== undefined && hasEnded(status) && codeIn(cell) !== '') {
    const reason = `Hồ sơ đã kết thúc ở hệ thống cũ (${status}: ${statusWords(status).toLowerCase()}), không còn việc phải làm nên không chuyển; tra cứu tại hệ thống cũ.`;
    return { fits: false, row: { ...refusal(cell, line, 'status', reason, given), ended: true } };
  }
  try {
    const told = readRow(cell, given.now);
    const { place: where, version } = placeOf(told, given);
    const official = officialOf(told, where, given);
    const place = { ...where, personId: official.personId };
    const concerns = [promiseConcern(told, place, version, given.rules), official.concern].filter(
      (one) => one !== null,
    );
    return { fits: true, row: { line, told, place, concerns } };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { fits: false, row: refusal(cell, line, error.fields[0]?.field ?? '', error.message, given) };
  }
}

/** A row turned away, with as much of it as can be understood, so that the sums by status and centre are those of the file. */
export function refusal(
  cell: CellOf,
  line: number,
  field: string,
  reason: string,
  { named, now }: JudgeRules,
): Refused {
  const status = statusIn(cell) ?? null;
  const centre = named.centre(cell('centre').slice(0, 200), dayOf(now));
  return {
    line,
    code: codeIn(cell).slice(0, 60),
    status,
    centreId: 'organId' in centre ? centre.organId : null,
    field: headOf(field),
    reason,
    ended: false,
  };
}

const wrong = (field: ColumnKey, message: string) => invalid('takeover.row', message, field);

type Whereabouts = Omit<Place, 'personId'>;

function placeOf(told: ToldDossier, { named, rules }: JudgeRules): { place: Whereabouts; version: ProcedureVersion } {
  const { places } = rules;
  const day = dayOf(told.receivedAt ?? told.submittedAt);
  const centre = named.centre(told.centre, day);
  if ('refused' in centre) throw wrong('centre', centre.refused);
  const version = named.procedure(told.procedureCode, told.procedureName, day);
  if ('refused' in version) throw wrong(version.field as ColumnKey, version.refused);
  const unitId = told.authority === '' ? centre.unitId : named.unit(told.authority, day);
  if (unitId === undefined)
    throw wrong(
      'authority',
      `Không có đơn vị hành chính “${told.authority}”. Hãy ghi mã đơn vị, hoặc để trống nếu là nơi tiếp nhận.`,
    );
  const authorityId = at('authority', () => places.authorityOf(version, unitId, day));
  const place = {
    unitId: centre.unitId,
    receptionId: centre.organId,
    authorityId,
    procedureVersionId: version.id,
    limit: version.limit,
  };
  return { version, place: { ...place, at: destinationOf(told, { ...place, version, day }, named, rules) } };
}

/** Where it lies: as told, or at the first stage of its procedure where it is being worked on and nothing is told. */
function destinationOf(
  told: ToldDossier,
  {
    version,
    day,
    receptionId,
    authorityId,
  }: { version: ProcedureVersion; day: Day; receptionId: number; authorityId: number },
  named: Named,
  { places }: DossierRules,
): Destination | null {
  if (told.receivedAt === null || told.status === STATUS.received) return null;
  const holderId = told.holder === '' ? undefined : named.holder(told.holder, receptionId, day);
  if (told.holder !== '' && holderId === undefined)
    throw wrong(
      'holder',
      `Không có cơ quan “${told.holder}” ở đơn vị này. Hãy ghi như trong mục Tổ chức, hoặc để trống.`,
    );
  // What the centre itself works on has been handed on there: received alone it would fall back to status 2.
  if ((holderId === receptionId || holderId === undefined) && told.status !== STATUS.working) return null;
  const stages = version.steps.map((step, i) => ({ step, no: i + 1 }));
  const asked = /^\d{1,2}$/.test(told.step) ? stages[Number(told.step) - 1] : undefined;
  const stageOrgan = (stage: (typeof stages)[number]) =>
    at('holder', () => places.stageOrgan(stage.step, { authorityId, receptionId }, day));
  const first = asked ?? stages[0];
  if (holderId === undefined) {
    if (!first) return { stepNo: 0, title: 'Giải quyết', toOrganId: authorityId, targetAt: null };
    return { stepNo: first.no, title: first.step.name, toOrganId: stageOrgan(first), targetAt: null };
  }
  const stage = asked ?? stages.find((s) => stageOrgan(s) === holderId);
  return { stepNo: stage?.no ?? 0, title: stage?.step.name ?? 'Giải quyết', toOrganId: holderId, targetAt: null };
}

function at<T>(field: ColumnKey, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isFault(error)) throw error;
    throw wrong(field, error.message);
  }
}

/** Who has it in hand: only where somebody still works on it, and the name means one person of the office that holds it. */
function officialOf(
  told: ToldDossier,
  place: Whereabouts,
  { officials, rules }: JudgeRules,
): { personId: number | null; concern: Concern | null } {
  const nobody = { personId: null, concern: null };
  if (told.official === '' || told.receivedAt === null || told.status === STATUS.resolved) return nobody;
  const organId = place.at?.toOrganId ?? place.receptionId;
  const found = officials.of(organId, told.official);
  if (typeof found === 'number') return { personId: found, concern: null };
  const organ = rules.places.name(organId);
  const why = found === 'none' ? `không có ở ${organ}` : `là tên của nhiều người ở ${organ}`;
  const words = `Người xử lý “${told.official}” ${why}; hồ sơ ở lại cơ quan, chưa giao ai.`;
  return { personId: null, concern: { kind: 'official', words } };
}

/** Our calendar would have promised another day: for a decision, the old promise stays. */
function promiseConcern(
  told: ToldDossier,
  place: Place,
  version: ProcedureVersion,
  rules: DossierRules,
): Concern | null {
  // With stops whose times are not told, ours cannot be reckoned.
  if (told.receivedAt === null || told.supplements > 1) return null;
  const calendar = rules.calendarOf(place.authorityId);
  const promised = dueTold(told.firstDue!, place.limit, calendar);
  const ours = reckonDue(calendar, { receivedAt: told.receivedAt, limit: version.limit, extension: null }, []);
  if (ours.state === 'suspended') return null;
  const same =
    promised.dueExact && ours.exact
      ? Math.abs(promised.dueAt! - ours.at) < 60_000
      : dayOf(promised.dueAt!) === dayOf(ours.at);
  if (same) return null;
  const shown = (moment: number, exact: boolean) => (exact ? formatInstant(moment) : formatDay(dayOf(moment)));
  return {
    kind: promised.dueAt! > ours.at ? 'promised_later' : 'promised_sooner',
    words: `Đã hẹn ${shown(promised.dueAt!, promised.dueExact)}; tính theo thủ tục là ${shown(ours.at, ours.exact)}.`,
  };
}

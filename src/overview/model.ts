import { type Day, daysBetween } from '../kernel/day.ts';

/** 0 runs smoothly, 1 to be looked at, 2 held up, 3 needs help now. */
export type Level = 0 | 1 | 2 | 3;

/** What holds a commune up: what it owes, and what it is owed. */
export interface Burden {
  late: number;
  /** The earliest day of what is late. */
  oldestLate: Day | null;
  soon: number;
  unacknowledged: number;
  returned: number;
  /** Its petitions that nobody answered in time. */
  unanswered: number;
  /** Of these, the urgent ones. */
  urgentUnanswered: number;
}

export interface UnitStanding extends Burden {
  level: Level;
  open: number;
}

/** From how many overdue tasks, days overdue and petitions unanswered in time a commune needs help now. */
const HELP_LATE = 3;
const HELP_DAYS = 30;
const HELP_PETITIONS = 2;

/** The rule by which communes are told apart, as the page says it. */
export const RULE = [
  `Cần hỗ trợ ngay: từ ${HELP_LATE} nhiệm vụ quá hạn, hoặc có nhiệm vụ quá hạn trên ${HELP_DAYS} ngày, hoặc từ ${HELP_PETITIONS} kiến nghị quá hạn chưa được trả lời, hoặc một kiến nghị gấp quá hạn.`,
  'Vướng: có nhiệm vụ quá hạn, hoặc có kiến nghị quá hạn chưa được trả lời.',
  'Cần để ý: có việc sắp đến hạn, bị trả lại, hoặc văn bản quá 24 giờ chưa ai nhận.',
] as const;

/** A commune's level: what is overdue weighs most, on whichever side it lies. */
export function levelOf(s: Burden, today: Day): Level {
  const longLate = s.oldestLate !== null && daysBetween(s.oldestLate, today) > HELP_DAYS;
  if (s.late >= HELP_LATE || longLate || s.unanswered >= HELP_PETITIONS || s.urgentUnanswered > 0) return 3;
  if (s.late > 0 || s.unanswered > 0) return 2;
  if (s.soon > 0 || s.unacknowledged > 0 || s.returned > 0) return 1;
  return 0;
}

/** A commune's petitions in one field that wait for an answer. */
export interface PetitionStanding {
  unitId: number;
  field: string;
  open: number;
  unanswered: number;
  urgentUnanswered: number;
}

const NOTHING: Burden & { open: number } = {
  late: 0,
  oldestLate: null,
  soon: 0,
  unacknowledged: 0,
  returned: 0,
  unanswered: 0,
  urgentUnanswered: 0,
  open: 0,
};

/** The standings of a unit's organs and its petitions added up, by unit. */
export function byUnit(
  standings: readonly OrganStanding[],
  petitions: readonly PetitionStanding[],
  today: Day,
): Map<number, UnitStanding> {
  const sums = new Map<number, typeof NOTHING>();
  const sumOf = (unitId: number) => {
    const sum = sums.get(unitId) ?? { ...NOTHING };
    sums.set(unitId, sum);
    return sum;
  };
  for (const s of standings) {
    if (s.unitId === null || s.level !== 'commune') continue;
    const sum = sumOf(s.unitId);
    sum.late += s.late;
    sum.soon += s.soon;
    sum.unacknowledged += s.unacknowledged;
    sum.open += s.open;
    sum.returned += s.returned;
    if (s.oldestLate && (!sum.oldestLate || s.oldestLate < sum.oldestLate)) sum.oldestLate = s.oldestLate;
  }
  for (const p of petitions) {
    const sum = sumOf(p.unitId);
    sum.unanswered += p.unanswered;
    sum.urgentUnanswered += p.urgentUnanswered;
  }
  return new Map([...sums].map(([id, sum]) => [id, { ...sum, level: levelOf(sum, today) }]));
}

/** Why a commune has its level, in few words, the gravest first. */
export function reasonsOf(s: UnitStanding, today: Day): string[] {
  const oldest = s.oldestLate ? daysBetween(s.oldestLate, today) : 0;
  const reasons = [
    s.late > 0 ? `${s.late} nhiệm vụ quá hạn${oldest > 1 ? `, lâu nhất ${oldest} ngày` : ''}` : '',
    s.unanswered > 0
      ? `${s.unanswered} kiến nghị quá hạn chưa được trả lời${s.urgentUnanswered > 0 ? ` (${s.urgentUnanswered} gấp)` : ''}`
      : '',
    s.returned > 0 ? `${s.returned} nhiệm vụ bị trả lại` : '',
    s.soon > 0 ? `${s.soon} sắp đến hạn` : '',
    s.unacknowledged > 0 ? `${s.unacknowledged} văn bản chưa nhận` : '',
  ].filter(Boolean);
  if (reasons.length > 0) return reasons;
  return [s.open > 0 ? `${s.open} nhiệm vụ đang làm` : 'không có việc tồn'];
}

/** The same in one line. */
export const noteOf = (s: UnitStanding, today: Day): string => reasonsOf(s, today).join(' · ');

/** How one organ stands with what an office has assigned to it as lead. */
export interface OrganStanding {
  organId: number;
  organName: string;
  unitId: number | null;
  level: string;
  open: number;
  late: number;
  oldestLate: Day | null;
  soon: number;
  awaiting: number;
  returned: number;
  /** Directives sent more than 24 hours ago and not acknowledged. */
  unacknowledged: number;
}

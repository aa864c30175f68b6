/** 0 runs smoothly, 1 to be looked at, 2 held up, 3 needs help now. */
export type Level = 0 | 1 | 2 | 3;

export interface UnitStanding {
  level: Level;
  late: number;
  soon: number;
  unacknowledged: number;
  open: number;
}

/** From how many overdue tasks a commune needs help now. */
const HELP_FROM = 3;

/** A commune's level from what its organs lead for one office: overdue weighs most, then what nobody has acknowledged. */
export function levelOf(s: { late: number; soon: number; unacknowledged: number; returned: number }): Level {
  if (s.late >= HELP_FROM) return 3;
  if (s.late > 0) return 2;
  if (s.soon > 0 || s.unacknowledged > 0 || s.returned > 0) return 1;
  return 0;
}

/** The standings of a unit's organs added up, by unit. */
export function byUnit(standings: readonly OrganStanding[]): Map<number, UnitStanding> {
  const sums = new Map<number, Omit<UnitStanding, 'level'> & { returned: number }>();
  for (const s of standings) {
    if (s.unitId === null || s.level !== 'commune') continue;
    const sum = sums.get(s.unitId) ?? { late: 0, soon: 0, unacknowledged: 0, open: 0, returned: 0 };
    sum.late += s.late;
    sum.soon += s.soon;
    sum.unacknowledged += s.unacknowledged;
    sum.open += s.open;
    sum.returned += s.returned;
    sums.set(s.unitId, sum);
  }
  return new Map([...sums].map(([id, sum]) => [id, { ...sum, level: levelOf(sum) }]));
}

/** Why a cell has its colour, in few words. */
export function noteOf(s: UnitStanding): string {
  const parts = [
    s.late > 0 ? `${s.late} nhiệm vụ quá hạn` : '',
    s.soon > 0 ? `${s.soon} sắp đến hạn` : '',
    s.unacknowledged > 0 ? `${s.unacknowledged} văn bản chưa nhận` : '',
  ].filter(Boolean);
  return parts.join(' · ') || (s.open > 0 ? `${s.open} nhiệm vụ đang làm` : 'không có việc tồn');
}

/** How one organ stands with what an office has assigned to it as lead. */
export interface OrganStanding {
  organId: number;
  organName: string;
  unitId: number | null;
  level: string;
  open: number;
  late: number;
  soon: number;
  awaiting: number;
  returned: number;
  /** Directives sent more than 24 hours ago and not acknowledged. */
  unacknowledged: number;
}

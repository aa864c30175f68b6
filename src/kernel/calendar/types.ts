import type { Day } from '../day.ts';

/** A stretch of working time within a day, `HH:MM` to `HH:MM`. */
export interface Session {
  from: string;
  to: string;
  /** Somebody is on duty, but the time does not count for deadlines: the organ has not declared it working time. */
  duty?: boolean;
}

/** Weekday by ISO number: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** An organ's week, for a time and, where given, for a season of each year. The first that applies to a day holds. */
export interface OfficeHours {
  /** Sessions in order of time; a weekday without any is a weekly day of rest. */
  week: Partial<Record<Weekday, readonly Session[]>>;
  /** `MM-DD` to `MM-DD`, both inclusive; may run over the New Year. */
  season?: { from: string; to: string };
  validFrom?: Day | null;
  validTo?: Day | null;
}

export interface Holiday {
  day: Day;
  /** As a person reads it: "Tết Nguyên đán". */
  name: string;
  /** Set on a day off given because the holiday of that day fell on a weekly day of rest (Labour Code, art. 111.3). */
  insteadOf?: Day;
}

/** A working day taken off and worked on a day of rest instead (hoán đổi). */
export interface Swap {
  off: Day;
  work: Day;
}

/** The public holidays of one year, entered from the State's yearly notice or proposed from the law. */
export interface CalendarYear {
  year: number;
  holidays: readonly Holiday[];
  swaps: readonly Swap[];
  /** The notice it was taken from. */
  source: string;
  /** True until somebody has confirmed it against the notice; dates that rest on it say so. */
  provisional?: boolean;
}

/** What one organ does differently on one day: closed (no sessions), a half day, extra working time. */
export interface DayOverride {
  day: Day;
  sessions: readonly Session[];
  reason: string;
}

/** Minutes after midnight. */
export interface MinuteSpan {
  from: number;
  to: number;
}

type DayReason = 'week' | 'holiday' | 'compensation' | 'swappedOff' | 'swappedWork' | 'override';

export interface DayStatus {
  day: Day;
  /** Working time that counts, in order. */
  spans: readonly MinuteSpan[];
  /** How much of a working day it counts for: a day with five hours or less is a half day. */
  share: 0 | 0.5 | 1;
  reason: DayReason;
  /** Name of the holiday, or the override's reason. */
  label?: string;
  /** The other day of a swap, or the holiday that is compensated. */
  other?: Day;
  provisional: boolean;
}

/** Answers for any day whether and when an organ works. Made by `workingCalendar`. */
export interface WorkingCalendar {
  status(day: Day): DayStatus;
}

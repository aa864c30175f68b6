import type { Temporal } from 'temporal-polyfill';
import type { Day } from '../day.ts';

/**
 * A time in which the clock stands still. As with every period (Civil Code 2015, art. 147) the day of the event itself
 * is not touched: the clock stands from the day after `from` to `to` inclusive and runs again the day after.
 */
export interface Suspension {
  /** The day the clock was stopped, such as the day a supplement was asked for. */
  from: Day;
  /** The day it was set going again; null while it still stands. */
  to: Day | null;
  /** As a person reads it: "chờ bổ sung hồ sơ". */
  reason: string;
}

/** The same to the minute, for limits in hours: the clock stands from `from` until `to`. */
export interface Pause {
  from: Temporal.PlainDateTime;
  to: Temporal.PlainDateTime | null;
  reason: string;
}

export const suspensionOn = (suspensions: readonly Suspension[], day: Day): Suspension | undefined =>
  suspensions.find((s) => s.from < day && (s.to === null || day <= s.to));

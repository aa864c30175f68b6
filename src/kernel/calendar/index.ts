/** The working calendar: every deadline of the product is computed and explained here. */
export {
  addCalendarTime,
  addWorkingDays,
  type ClockedDue,
  type Due,
  dueWithSuspensions,
  nextWorkingDay,
  workingDaysBetween,
} from './days.ts';
export { type DueState, dueState } from './dueState.ts';
export {
  addWorkingHours,
  type ClockedMoment,
  type DueMoment,
  hoursWithPauses,
  sameDayDue,
  workingMinutesBetween,
} from './hours.ts';
export { hungKingsDay, lunarNewYear } from './lunar.ts';
export { proposedYear } from './proposal.ts';
export type { Pause, Suspension } from './suspension.ts';
export type {
  CalendarYear,
  DayOverride,
  DayStatus,
  Holiday,
  OfficeHours,
  Session,
  Swap,
  Weekday,
  WorkingCalendar,
} from './types.ts';
export { workingCalendar } from './workingCalendar.ts';
export { ANNOUNCED_YEARS, STANDARD_HOURS, YEAR_2025, YEAR_2026 } from './years.ts';

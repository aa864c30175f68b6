import { nextWorkingDay, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, dayOf, daysBetween } from '../kernel/day.ts';
import type { ReminderRules } from './rules.ts';

/** How far up an escalation has climbed: the head of the organ, the issuing office, the leader of the issuing body. */
export type Rung = 1 | 2 | 3;

/** One reminder of one thing: told once to each person concerned. */
export interface Step {
  kind: 'before' | 'due' | 'late' | 'escalation' | 'acknowledge' | 'confirm';
  /** Tells the steps of one thing and day apart: `before-3`, `late-8`, `escalation-2`. */
  step: string;
  on: Day;
  rung?: Rung;
}

/** The days whose steps are to be told: after the last day that was told, up to today. */
export interface Window {
  after: Day;
  upTo: Day;
}

/** No run of days without work is longer. */
const LONGEST_REST = 20;

/**
 * The steps about a due day that fall into a window. Each falls on a working day: those before and on the due day on the
 * last one that leaves the time, those after it on the next one. Where several came due at once (a server was down, a long
 * holiday), only the latest reminder is told, but every escalation, because each goes to somebody else.
 */
export function limitSteps(due: Day, window: Window, rules: ReminderRules, calendar: WorkingCalendar): Step[] {
  const sinceAfter = daysBetween(due, window.after);
  const sinceUpTo = daysBetween(due, window.upTo);
  const reminders: Step[] = [];
  // Most days are far from most due days: looked at only where a step can fall into the window.
  if (sinceAfter < 0 && sinceUpTo >= -farthest(rules.before)) {
    const lastDay = onOrBefore(calendar, due);
    for (const days of [...rules.before].sort((a, b) => b - a)) {
      reminders.push({ kind: 'before', step: `before-${days}`, on: workingDaysBefore(calendar, lastDay, days) });
    }
    reminders.push({ kind: 'due', step: 'due', on: lastDay });
  }
  for (const { n, on } of repeated(window, addDays(due, 1), rules.every, calendar)) {
    reminders.push({ kind: 'late', step: `late-${n + 1}`, on });
  }
  const climbed = rules.escalateAfter.flatMap((days, i): Step[] => {
    if (sinceUpTo < days || sinceAfter > days + LONGEST_REST) return [];
    const on = nextWorkingDay(calendar, addDays(due, days));
    return [{ kind: 'escalation', step: `escalation-${i + 1}`, on, rung: (i + 1) as Rung }];
  });
  return [...latest(reminders, window), ...climbed.filter((s) => within(s.on, window))];
}

/** Calendar days that so many working days take at most. */
const farthest = (days: readonly number[]): number => 2 * Math.max(0, ...days) + LONGEST_REST;

/**
 * The steps about something that has waited since a day: after each of the given numbers of working days, then every so
 * many days. Only the latest of a window is told.
 */
export function waitSteps(
  kind: 'acknowledge' | 'confirm',
  since: Day,
  window: Window,
  rules: ReminderRules,
  calendar: WorkingCalendar,
): Step[] {
  const after = [...(kind === 'acknowledge' ? rules.acknowledgeAfter : rules.confirmAfter)].sort((a, b) => a - b);
  const first = after.map(
    (days): Step => ({ kind, step: `wait-${days}`, on: workingDaysAfter(calendar, since, days) }),
  );
  const again = repeated(window, addDays(first.at(-1)!.on, rules.every), rules.every, calendar).map(
    ({ n, on }): Step => ({ kind, step: `again-${n / rules.every + 1}`, on }),
  );
  return latest([...first, ...again], window);
}

/** From `first` on every so many days, moved to the next working day; `n` counts the days since `first`. */
function repeated(window: Window, first: Day, every: number, calendar: WorkingCalendar): { n: number; on: Day }[] {
  const found: { n: number; on: Day }[] = [];
  const skipped = Math.max(0, Math.floor((daysBetween(first, window.after) - LONGEST_REST) / every));
  for (let n = skipped * every; daysBetween(first, window.upTo) >= n; n += every) {
    const on = nextWorkingDay(calendar, addDays(first, n));
    if (within(on, window)) found.push({ n, on });
  }
  return found;
}

const within = (on: Day, { after, upTo }: Window): boolean => on > after && on <= upTo;
const latest = (steps: readonly Step[], window: Window): Step[] => steps.filter((s) => within(s.on, window)).slice(-1);

function onOrBefore(calendar: WorkingCalendar, day: Day): Day {
  let at = day;
  while (calendar.status(at).share === 0) at = addDays(at, -1);
  return at;
}

/** The working day from which so many working days lead to `day`, itself a working day. */
function workingDaysBefore(calendar: WorkingCalendar, day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; left--) at = onOrBefore(calendar, addDays(at, -1));
  return at;
}

function workingDaysAfter(calendar: WorkingCalendar, day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; left--) at = nextWorkingDay(calendar, addDays(at, 1));
  return at;
}

/** Whether people want quiet at an instant (epoch milliseconds): outside the hours of the rules, and on days of rest. */
export function isQuiet(at: number, rules: ReminderRules, calendar: WorkingCalendar): boolean {
  if (calendar.status(dayOf(at)).share === 0) return true;
  const time = new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);
  const { quietFrom: from, quietTo: to } = rules;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { isQuiet, limitSteps, type Step, waitSteps } from './model.ts';
import { DEFAULT_RULES } from './rules.ts';

const d = (text: string) => text as Day;
const calendar = workingCalendar();
const told = (steps: Step[]) => steps.map((s) => s.step);
/** What is told on one day after the day before was told. */
const on = (due: string, day: string, after = addDays(d(day), -1)) =>
  told(limitSteps(d(due), { after: d(after), upTo: d(day) }, DEFAULT_RULES, calendar));

describe('the steps of a due day', () => {
  it.each([
    // Due on Thursday 11/6/2026.
    ['2026-06-11', '2026-06-05', []],
    ['2026-06-11', '2026-06-08', ['before-3']],
    ['2026-06-11', '2026-06-09', []],
    ['2026-06-11', '2026-06-10', ['before-1']],
    ['2026-06-11', '2026-06-11', ['due']],
    ['2026-06-11', '2026-06-12', ['late-1']],
    // Three days late is a Sunday: the head hears on Monday.
    ['2026-06-11', '2026-06-14', []],
    ['2026-06-11', '2026-06-15', ['escalation-1']],
    ['2026-06-11', '2026-06-18', ['escalation-2']],
    ['2026-06-11', '2026-06-19', ['late-8']],
    ['2026-06-11', '2026-06-26', ['late-15', 'escalation-3']],
    ['2026-06-11', '2026-07-03', ['late-22']],
    ['2026-06-11', '2027-06-11', ['late-365']],
    // Due on a Sunday: Friday is the last day on which anybody can act.
    ['2026-06-14', '2026-06-12', ['due']],
    ['2026-06-14', '2026-06-11', ['before-1']],
    ['2026-06-14', '2026-06-15', ['late-1']],
    // Over Tết (14/2-22/2/2026): the week's and the next week's reminder fall together, the later is told.
    ['2026-02-06', '2026-02-23', ['late-15', 'escalation-3']],
    // The worked Saturday 22/8/2026 is a working day.
    ['2026-08-24', '2026-08-22', ['before-1']],
  ])('due %s, on %s: %j', (due, day, steps) => {
    // Each day of rest before it was told as well, and had nothing to tell.
    expect(on(due, day)).toEqual(steps);
  });

  it('a server that was down for three days tells the latest reminder and every escalation', () => {
    // Due on Monday 1/6/2026; last told on Wednesday 3/6.
    expect(on('2026-06-01', '2026-06-08', d('2026-06-03'))).toEqual(['escalation-1', 'escalation-2']);
    expect(on('2026-06-01', '2026-06-17', d('2026-05-28'))).toEqual([
      'late-15',
      'escalation-1',
      'escalation-2',
      'escalation-3',
    ]);
    expect(on('2026-06-11', '2026-06-11', d('2026-06-05'))).toEqual(['due']);
  });

  it('whenever it is asked, a step is told once, on a working day, and the escalations never depend on the days of asking', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays(d('2025-06-01'), n));
    const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(day, gaps, (due, days) => {
        let after = addDays(due, -10);
        const all: Step[] = [];
        for (const gap of days) {
          const upTo = addDays(after, gap);
          all.push(...limitSteps(due, { after, upTo }, DEFAULT_RULES, calendar));
          after = upTo;
        }
        expect(new Set(told(all)).size).toBe(all.length);
        expect(all.every((s) => calendar.status(s.on).share > 0)).toBe(true);
        const climbed = limitSteps(due, { after: addDays(due, -10), upTo: after }, DEFAULT_RULES, calendar);
        expect(told(all.filter((s) => s.kind === 'escalation'))).toEqual(
          told(climbed.filter((s) => s.kind === 'escalation')),
        );
      }),
    );
  });
});

describe('the steps of what waits', () => {
  const waits = (kind: 'acknowledge' | 'confirm', since: string, day: string) =>
    told(waitSteps(kind, d(since), { after: addDays(d(day), -1), upTo: d(day) }, DEFAULT_RULES, calendar));
  it.each([
    ['acknowledge', '2026-06-05', '2026-06-05', []],
    ['acknowledge', '2026-06-05', '2026-06-08', ['wait-1']],
    ['acknowledge', '2026-06-05', '2026-06-10', ['wait-3']],
    ['acknowledge', '2026-06-05', '2026-06-17', ['again-1']],
    ['acknowledge', '2026-06-05', '2026-06-24', ['again-2']],
    ['confirm', '2026-06-05', '2026-06-08', []],
    ['confirm', '2026-06-05', '2026-06-09', ['wait-2']],
    ['confirm', '2026-06-05', '2026-06-16', ['again-1']],
  ] as const)('%s since %s, on %s: %j', (kind, since, day, steps) => expect(waits(kind, since, day)).toEqual(steps));
});

describe('quiet', () => {
  const at = (text: string) => isQuiet(Date.parse(`${text}:00+07:00`), DEFAULT_RULES, calendar);
  it.each([
    ['2026-06-08T06:59', true],
    ['2026-06-08T07:00', false],
    ['2026-06-08T17:59', false],
    ['2026-06-08T18:00', true],
    ['2026-06-08T00:00', true],
    ['2026-06-07T09:00', true],
    ['2026-02-17T09:00', true],
    ['2026-08-22T09:00', false],
  ])('%s: %s', (text, quiet) => expect(at(text)).toBe(quiet));
});

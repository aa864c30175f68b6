import { describe, expect, it } from 'vitest';
import { registerOf } from '../../test/organRegister.ts';
import { readDirective } from '../directives/reader/index.ts';
import type { Day } from '../kernel/day.ts';
import { seededRandom } from '../kernel/random.ts';
import { resolveAgency } from '../organs/index.ts';
import { fateOf } from './fates.ts';
import { schedule } from './schedule.ts';

const today = '2026-11-23' as Day;
const directives = schedule(today);
const { register } = registerOf('40');

describe('the demonstration', () => {
  it('asks some three hundred things in half a year, in notices, plans, telegrams and letters of two offices', () => {
    const tasks = directives.flatMap((d) => readDirective(d.text).tasks.filter((t) => !t.optional));
    expect(tasks.length).toBeGreaterThan(250);
    expect(new Set(directives.map((d) => readDirective(d.text).document.type))).toEqual(
      new Set(['Thông báo', 'Kế hoạch', 'Công điện', 'Công văn']),
    );
  });

  it.each(directives.map((d) => [d.number, d] as const))(
    'directive %i is read with its number and day',
    (number, d) => {
      const { document } = readDirective(d.text);
      expect(document.symbol).toMatch(new RegExp(`^${number}[-/]`));
      expect(document.date).toBe(d.issuedOn);
    },
  );

  it('names only agencies that the province knows', () => {
    const unknown = directives.flatMap((d) => {
      const level = {
        day: d.issuedOn,
        issuerLevel: 'province' as const,
        branchHint: d.clerk === 'vptu' ? ('party' as const) : ('government' as const),
      };
      return readDirective(d.text)
        .tasks.flatMap((t) => [...t.lead, ...t.coordinate])
        .filter((name) => resolveAgency(name, register, level).kind === 'unresolved');
    });
    expect(unknown).toEqual([]);
  });

  it('plays the same for the same seed, and never a move before its task was given', () => {
    const part = {
      role: 'lead',
      state: 'working',
      startedOn: today,
      dueOn: '2026-12-20' as Day,
      recurrence: null,
    } as const;
    const play = () => {
      const random = seededRandom(7);
      return Array.from({ length: 200 }, () => fateOf(part, random));
    };
    expect(play()).toEqual(play());
    for (const moves of play()) {
      const days = moves.map((move) => move.on);
      expect(days.every((day) => day >= today)).toBe(true);
      expect([...days].sort()).toEqual(days);
    }
  });
});

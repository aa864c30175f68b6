import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import { type Burden, byUnit, levelOf, noteOf, type OrganStanding, type PetitionStanding } from './model.ts';

const TODAY = '2026-11-23' as Day;
const none: Burden = {
  late: 0,
  oldestLate: null,
  soon: 0,
  unacknowledged: 0,
  returned: 0,
  unanswered: 0,
  urgentUnanswered: 0,
};
const long = '2026-10-01' as Day;
const short = '2026-11-20' as Day;

describe('how a commune stands', () => {
  it.each([
    ['nothing waits', none, 0],
    ['something is due soon', { ...none, soon: 1 }, 1],
    ['a directive lies unacknowledged', { ...none, unacknowledged: 1 }, 1],
    ['work was returned', { ...none, returned: 1 }, 1],
    ['one task is overdue', { ...none, late: 1, oldestLate: short, soon: 4 }, 2],
    ['one petition was not answered in time', { ...none, unanswered: 1 }, 2],
    ['three tasks are overdue', { ...none, late: 3, oldestLate: short }, 3],
    ['one task has been overdue for long', { ...none, late: 1, oldestLate: long }, 3],
    ['two petitions were not answered in time', { ...none, unanswered: 2 }, 3],
    ['an urgent petition was not answered in time', { ...none, unanswered: 1, urgentUnanswered: 1 }, 3],
  ] as const)('when %s it is shown so', (_, standing, level) => {
    expect(levelOf(standing, TODAY)).toBe(level);
  });

  it('adds up the organs of a commune and its petitions, and leaves departments out', () => {
    const organ = (over: Partial<OrganStanding>): OrganStanding => ({
      organId: 1,
      organName: '',
      unitId: 7,
      level: 'commune',
      open: 1,
      late: 0,
      oldestLate: null,
      soon: 0,
      awaiting: 0,
      returned: 0,
      unacknowledged: 0,
      ...over,
    });
    const petition: PetitionStanding = { unitId: 7, field: 'khac', open: 4, unanswered: 1, urgentUnanswered: 0 };
    const sums = byUnit(
      [
        organ({ late: 2, oldestLate: short }),
        organ({ organId: 2, late: 1, oldestLate: long }),
        organ({ organId: 3, unitId: 1, level: 'province', late: 9 }),
      ],
      [petition, { ...petition, unitId: 8 }],
      TODAY,
    );
    expect([...sums.keys()]).toEqual([7, 8]);
    expect(sums.get(7)).toMatchObject({ late: 3, open: 2, level: 3, unanswered: 1 });
    expect(noteOf(sums.get(7)!, TODAY)).toBe(
      '3 nhiệm vụ quá hạn, lâu nhất 53 ngày · 1 kiến nghị quá hạn chưa được trả lời',
    );
    expect(sums.get(8)!.level).toBe(2);
  });
});

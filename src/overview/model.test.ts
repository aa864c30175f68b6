import { describe, expect, it } from 'vitest';
import { byUnit, levelOf, noteOf, type OrganStanding } from './model.ts';

const none = { late: 0, soon: 0, unacknowledged: 0, returned: 0 };

describe('how a commune stands', () => {
  it.each([
    ['nothing waits', none, 0],
    ['something is due soon', { ...none, soon: 1 }, 1],
    ['a directive lies unacknowledged', { ...none, unacknowledged: 1 }, 1],
    ['work was returned', { ...none, returned: 1 }, 1],
    ['one task is overdue', { ...none, late: 1, soon: 4 }, 2],
    ['three tasks are overdue', { ...none, late: 3 }, 3],
  ] as const)('when %s it is shown so', (_, standing, level) => {
    expect(levelOf(standing)).toBe(level);
  });

  it('adds up the organs of a commune and leaves departments out', () => {
    const organ = (over: Partial<OrganStanding>): OrganStanding => ({
      organId: 1,
      organName: '',
      unitId: 7,
      level: 'commune',
      open: 1,
      late: 0,
      soon: 0,
      awaiting: 0,
      returned: 0,
      unacknowledged: 0,
      ...over,
    });
    const sums = byUnit([
      organ({ late: 2 }),
      organ({ organId: 2, late: 1 }),
      organ({ organId: 3, unitId: 1, level: 'province', late: 9 }),
    ]);
    expect([...sums.keys()]).toEqual([7]);
    expect(sums.get(7)).toMatchObject({ late: 3, open: 2, level: 3 });
    expect(noteOf(sums.get(7)!)).toBe('3 nhiệm vụ quá hạn');
  });
});

import { expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { namedIn } from './named.ts';

it('a unit is looked for among all only once for each name and day, however many rows tell it', () => {
  const commune = {
    id: 7,
    code: '17230',
    type: 'xã',
    name: 'Con Cuông',
    altNames: [],
    validFrom: '2025-07-01',
    validTo: null,
  };
  let walks = 0;
  const units = {
    values() {
      walks += 1;
      return [commune].values();
    },
  };
  const register = { units, organs: new Map() } as never;
  const named = namedIn({ register, places: {} as never, book: {} as never }, new Set());
  const on = '2026-06-08' as Day;
  for (let row = 0; row < 50; row++)
    for (const text of ['17230', 'Xã Con Cuông', 'con cuong']) expect(named.unit(text, on)).toBe(7);
  expect(named.unit('17230', '2025-06-30' as Day)).toBeUndefined();
  expect(named.unit('Không Có', on)).toBeUndefined();
  expect(walks).toBe(5);
});

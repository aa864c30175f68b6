import { describe, expect, it } from 'vitest';
import { hungKingsDay, lunarNewYear } from './lunar.ts';

describe('lunar days by Việt Nam time', () => {
  // From printed almanacs; 1985, 2007, 2030 and 2053 are the years in which Tết differs from the Chinese new year.
  it.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
    [2031, '2031-01-23'],
    [2053, '2053-02-18'],
  ])('mồng 1 Tết of %i is %s', (year, day) => expect(lunarNewYear(year)).toBe(day));

  // 2020 and 2023 hold a repeated month before or after the third.
  it.each([
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
  ])('Giỗ Tổ of %i is %s', (year, day) => expect(hungKingsDay(year)).toBe(day));
});

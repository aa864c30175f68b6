import type { Day } from '../day.ts';
import type { CalendarYear, Holiday, OfficeHours, Session } from './types.ts';

/*
 * The public holidays that the State has announced, as facts. Later years are entered by an administrator from the
 * yearly notice; until then `proposedYear` fills in what the law gives.
 */

const days = (name: string, ...list: string[]): Holiday[] => list.map((day) => ({ day: day as Day, name }));

export const YEAR_2025: CalendarYear = {
  year: 2025,
  holidays: [
    ...days('Tết Dương lịch', '2025-01-01'),
    ...days('Tết Nguyên đán', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
    ...days('Giỗ Tổ Hùng Vương', '2025-04-07'),
    ...days('Ngày Chiến thắng', '2025-04-30'),
    ...days('Quốc tế Lao động', '2025-05-01'),
    ...days('Quốc khánh', '2025-09-01', '2025-09-02'),
  ],
  swaps: [{ off: '2025-05-02' as Day, work: '2025-04-26' as Day }],
  source: 'Thông báo lịch nghỉ lễ, Tết năm 2025 của Bộ Lao động - Thương binh và Xã hội',
};

/** From 2026 with the Day of Vietnamese Culture, 24/11 (Resolution 80-NQ/TW of 7/1/2026). */
export const YEAR_2026: CalendarYear = {
  year: 2026,
  holidays: [
    ...days('Tết Dương lịch', '2026-01-01'),
    ...days('Tết Nguyên đán', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
    ...days('Giỗ Tổ Hùng Vương', '2026-04-26'),
    { day: '2026-04-27' as Day, name: 'Giỗ Tổ Hùng Vương', insteadOf: '2026-04-26' as Day },
    ...days('Ngày Chiến thắng', '2026-04-30'),
    ...days('Quốc tế Lao động', '2026-05-01'),
    ...days('Quốc khánh', '2026-09-01', '2026-09-02'),
    ...days('Ngày Văn hóa Việt Nam', '2026-11-24'),
  ],
  swaps: [
    { off: '2026-01-02' as Day, work: '2026-01-10' as Day },
    { off: '2026-08-31' as Day, work: '2026-08-22' as Day },
  ],
  source: 'Thông báo 9441/TB-BNV ngày 16/10/2025 và các thông báo bổ sung của Bộ Nội vụ',
};

export const ANNOUNCED_YEARS: readonly CalendarYear[] = [YEAR_2025, YEAR_2026];

const MORNING: Session = { from: '07:30', to: '12:00' };
const AFTERNOON: Session = { from: '13:30', to: '17:00' };
const FULL_DAY = [MORNING, AFTERNOON];

/** Monday to Friday, 7:30-12:00 and 13:30-17:00: eight hours, where an organ has set nothing else. */
export const STANDARD_HOURS: OfficeHours = {
  week: { 1: FULL_DAY, 2: FULL_DAY, 3: FULL_DAY, 4: FULL_DAY, 5: FULL_DAY },
};

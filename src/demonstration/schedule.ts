import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, plain } from '../kernel/day.ts';
import { dialogue } from './texts/dialogue.ts';
import { digitalPlan } from './texts/digitalPlan.ts';
import { equipmentLetter } from './texts/equipmentLetter.ts';
import { stormTelegram } from './texts/stormTelegram.ts';
import type { DirectiveText } from './texts/text.ts';
import { threeCommunes } from './texts/threeCommunes.ts';

export interface ScheduledDirective {
  /** The user name of the clerk who takes it in and issues it. */
  clerk: 'vptu' | 'vpubnd';
  number: number;
  issuedOn: Day;
  signer: string;
  text: string;
  /** Still lies at the reading desk: something to try the desk with. */
  atDesk: boolean;
}

type Line = [
  daysAgo: number,
  text: DirectiveText,
  clerk: ScheduledDirective['clerk'],
  communes: [string, string, string],
  atDesk?: 'at the desk',
];

/** What the two offices issued in the last half year, told by how many days ago. */
const LINES: readonly Line[] = [
  [178, threeCommunes, 'vptu', ['Con Cuông', 'Môn Sơn', 'Châu Khê']],
  [171, digitalPlan, 'vpubnd', ['Con Cuông', 'Anh Sơn', 'Tân Kỳ']],
  [164, equipmentLetter, 'vpubnd', ['Nghi Lộc', 'Đông Lộc', 'Phúc Lộc']],
  [150, stormTelegram, 'vpubnd', ['Mường Xén', 'Keng Đu', 'Mỹ Lý']],
  [141, dialogue, 'vptu', ['Tương Dương', 'Nga My', 'Hữu Khuông']],
  [133, threeCommunes, 'vptu', ['Quế Phong', 'Tri Lễ', 'Thông Thụ']],
  [124, equipmentLetter, 'vpubnd', ['Đô Lương', 'Yên Thành', 'Diễn Châu']],
  [113, stormTelegram, 'vpubnd', ['Tam Quang', 'Lượng Minh', 'Yên Na']],
  [101, threeCommunes, 'vptu', ['Mường Xén', 'Nậm Cắn', 'Chiêu Lưu']],
  [95, dialogue, 'vptu', ['Quỳ Châu', 'Châu Tiến', 'Hùng Chân']],
  [88, digitalPlan, 'vpubnd', ['Nghĩa Đàn', 'Quỳ Hợp', 'Tân Kỳ']],
  [74, equipmentLetter, 'vpubnd', ['Vạn An', 'Nam Đàn', 'Kim Liên']],
  [66, stormTelegram, 'vpubnd', ['Huồi Tụ', 'Mường Lống', 'Bắc Lý']],
  [59, threeCommunes, 'vptu', ['Tương Dương', 'Lượng Minh', 'Hữu Khuông']],
  [52, dialogue, 'vptu', ['Anh Sơn', 'Yên Xuân', 'Nhân Hòa']],
  [45, equipmentLetter, 'vpubnd', ['Quỳnh Lưu', 'Quỳnh Văn', 'Quỳnh Anh']],
  [38, stormTelegram, 'vpubnd', ['Nhôn Mai', 'Keng Đu', 'Na Loi']],
  [33, threeCommunes, 'vptu', ['Bình Chuẩn', 'Mậu Thạch', 'Cam Phục']],
  [27, dialogue, 'vptu', ['Quỳ Hợp', 'Châu Hồng', 'Châu Lộc']],
  [21, digitalPlan, 'vpubnd', ['Con Cuông', 'Anh Sơn', 'Đô Lương']],
  [15, equipmentLetter, 'vpubnd', ['Hưng Nguyên', 'Hưng Nguyên Nam', 'Lam Thành']],
  [10, threeCommunes, 'vptu', ['Con Cuông', 'Lượng Minh', 'Chiêu Lưu']],
  [4, stormTelegram, 'vpubnd', ['Mỹ Lý', 'Bắc Lý', 'Mường Típ']],
  [2, equipmentLetter, 'vpubnd', ['Nghĩa Hưng', 'Giai Xuân', 'Tiên Đồng']],
  [1, dialogue, 'vptu', ['Nga My', 'Yên Hòa', 'Tam Thái'], 'at the desk'],
];

const FIRST_NUMBER: Record<string, number> = { vptu: 2101, vpubnd: 410 };

/** The directives in the order of their days, their texts filled in, as seen on `today`. */
export function schedule(today: Day): ScheduledDirective[] {
  return LINES.map(([daysAgo, text, clerk, communes, atDesk], i) => {
    const issuedOn = workingDayBefore(addDays(today, -daysAgo));
    const number = FIRST_NUMBER[clerk]! + i * 7;
    return {
      clerk,
      number,
      issuedOn,
      atDesk: atDesk !== undefined,
      signer: clerk === 'vptu' ? 'Chánh Văn phòng Tỉnh ủy' : 'Lãnh đạo UBND tỉnh',
      text: text({
        number,
        day: dayOfIssue(issuedOn),
        date: (days) => `Ngày ${numeric(addDays(issuedOn, days))}`,
        inDays: (days) => numeric(addDays(issuedOn, days)),
        communes,
      }),
    };
  });
}

const calendar = workingCalendar();

/** The day itself, or the last working day before it: offices issue on working days. */
function workingDayBefore(day: Day): Day {
  return calendar.status(day).share > 0 ? day : workingDayBefore(addDays(day, -1));
}

const two = (n: number): string => String(n).padStart(2, '0');

/** "ngày 05 tháng 6 năm 2026": the place and date line; months below 3 carry a nought too (Nghị định 30/2020/NĐ-CP). */
function dayOfIssue(day: Day): string {
  const d = plain(day);
  return `ngày ${two(d.day)} tháng ${d.month < 3 ? two(d.month) : d.month} năm ${d.year}`;
}

function numeric(day: Day): string {
  const d = plain(day);
  return `${d.day}/${d.month}/${d.year}`;
}

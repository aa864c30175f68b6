import { expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { addresseeLines, capacityLine, headName, numberLine, placeLine, recipientLines } from './model.ts';

it.each([
  ['state', '7', 'UBND-VP', 'Số: 07/UBND-VP'],
  ['state', '123', 'QĐ-UBND', 'Số: 123/QĐ-UBND'],
  ['state', '07', 'QĐ-UBND', 'Số: 07/QĐ-UBND'],
  ['party', '2040', 'TB/TU', 'Số 2040-TB/TU'],
  ['state', undefined, 'UBND-VP', 'Số:         /UBND-VP'],
] as const)('the number of a %s paper %s/%s reads "%s"', (style, number, symbol, expected) => {
  expect(numberLine(style, number, symbol)).toBe(expected);
});

it.each([
  ['Ủy ban nhân dân tỉnh Nghệ An', 'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN'],
  ['Hội đồng nhân dân xã Con Cuông', 'HỘI ĐỒNG NHÂN DÂN\nXÃ CON CUÔNG'],
  ['UBND tỉnh', 'UBND TỈNH'],
  ['Sở Nội vụ', 'SỞ NỘI VỤ'],
])('%s stands in the head as %j', (name, expected) => {
  expect(headName(name)).toBe(expected);
});

it('place and day: days below ten and the first two months get a zero', () => {
  expect(placeLine('Nghệ An', '2026-02-05' as Day)).toBe('Nghệ An, ngày 05 tháng 02 năm 2026');
  expect(placeLine('Nghệ An', '2026-03-15' as Day)).toBe('Nghệ An, ngày 15 tháng 3 năm 2026');
});

it('signs by TM. on a state paper and by T/M on the Party’s', () => {
  expect(capacityLine('state', 'TM', 'ỦY BAN NHÂN DÂN')).toBe('TM. ỦY BAN NHÂN DÂN');
  expect(capacityLine('party', 'TM', 'BAN THƯỜNG VỤ')).toBe('T/M BAN THƯỜNG VỤ');
});

it('recipients get a dash each, semicolons between, a full stop at the end', () => {
  expect(recipientLines(['Như trên', 'Lưu: VT.'])).toEqual(['- Như trên;', '- Lưu: VT.']);
  expect(addresseeLines(['Sở Nội vụ'])).toEqual(['Sở Nội vụ']);
});

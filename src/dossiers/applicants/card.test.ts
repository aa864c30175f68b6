import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { readCard } from './card.ts';
import { applicantForm, maskedName, maskedNumber } from './model.ts';

const TODAY = '2026-06-01' as Day;
const CARD = '090187001234|181234567|Trần Thị Mẫu|02091987|Nữ|Xóm 1, Xã Thử, Tỉnh Thử|01062021';
const read = (text: string) => readCard(text, TODAY);
const change = (place: number, value: string) => {
  const parts = CARD.split('|');
  parts[place] = value;
  return parts.join('|');
};

describe("an identity card's QR code, as the scanner types it", () => {
  it('tells number, name, birth, address', () => {
    expect(read(CARD)).toEqual({
      number: '090187001234',
      oldNumber: '181234567',
      name: 'Trần Thị Mẫu',
      birthDay: '1987-09-02',
      sex: 'Nữ',
      address: 'Xóm 1, Xã Thử, Tỉnh Thử',
      issuedOn: '2021-06-01',
    });
  });
  it.each([
    ['no old number', change(1, ''), { oldNumber: null }],
    ['only the year of birth is known', change(3, '00001987'), { birthDay: null }],
    ['a newer card with more parts', `${CARD}|Trần Văn Cha|Lê Thị Mẹ|`, { name: 'Trần Thị Mẫu' }],
    ['marks written apart', CARD.normalize('NFD'), { name: 'Trần Thị Mẫu' }],
    ['born in this century', '090301001234||Lê Thị Mới|05052001|Nữ|Xóm 1|01062021', { birthDay: '2001-05-05' }],
    ['a line end from the scanner', `${CARD}\r\n`, { number: '090187001234' }],
  ])('also where there is %s', (_, text, expected) => expect(read(text)).toMatchObject(expected));

  it.each([
    ['nothing', '', 'Chưa có gì được quét'],
    ['a web page', 'https://vidu.vn/abc', 'trang web'],
    ['a health insurance card', 'GD4909012345678|54e1baa5|01/01/2025|-', 'bảo hiểm y tế'],
    ['a bank transfer', '00020101021238540010A00000072701', 'chuyển tiền'],
    ['the back of a card', 'IDVNM1870012347090187001234<<4', 'mặt sau'],
    ['a broken code', '090187001234|181234567|Trần', 'Mã quét bị thiếu'],
    ['something else', 'xin chào', 'không phải mã QR của thẻ căn cước'],
    ['a short number', change(0, '09018700123'), 'không đủ 12 chữ số'],
    ['a name eaten by the typing program', change(2, '1234'), 'tắt bộ gõ'],
    ['a birth day that never was', change(3, '31021987'), 'không có thật'],
    ['a birth day to come', '090326001234||Lê Thị Mới|05122026|Nữ|Xóm 1|01062021', 'sau hôm nay'],
    ['a card issued tomorrow', change(6, '02062026'), 'Ngày cấp thẻ 2/6/2026'],
    ['a number of another year of birth', change(3, '02091988'), 'không khớp'],
    ['a number of the other sex', change(4, 'Nam'), 'không khớp'],
  ])('refuses %s with a sentence', (_, text, sentence) => expect(() => read(text)).toThrow(sentence));
});

describe('an applicant typed by hand', () => {
  const typed = (values: Record<string, string>) => applicantForm.safeParse({ 'ho-ten': 'Trần Thị Mẫu', ...values });
  it('needs no more than a name', () => expect(typed({}).success).toBe(true));
  it.each([
    ['ho-ten', '123', 'họ tên'],
    ['so-giay-to', '12345', '12 chữ số'],
    ['ngay-sinh', '30/2/1990', 'không có thật'],
    ['ngay-sinh', '1/1/1800', 'không có thật'],
    ['dien-thoai', '12345', 'điện thoại'],
    ['email', 'khong-phai', 'thư điện tử'],
    ['dia-chi', 'x'.repeat(301), '300'],
  ])('%s “%s” is told at its field', (field, value, sentence) => {
    const result = typed({ [field]: value });
    expect(result.error?.issues[0]).toMatchObject({ path: [field], message: expect.stringContaining(sentence) });
  });
  it('takes numbers as people write them', () => {
    expect(
      typed({ 'dien-thoai': '+84 912.345.678', 'so-giay-to': '090 187 001 234', 'ngay-sinh': '02091987' }).data,
    ).toMatchObject({
      'dien-thoai': '0912345678',
      'so-giay-to': '090187001234',
      'ngay-sinh': '1987-09-02',
    });
  });
});

it('lists show no more of a person than is needed to tell them apart', () => {
  expect(maskedName('Trần Thị Mẫu')).toBe('Trần T. M***');
  expect(maskedName('Mẫu')).toBe('M***');
  expect(maskedNumber('090187001234')).toBe('••••••234');
  expect(maskedNumber(null)).toBe('');
});

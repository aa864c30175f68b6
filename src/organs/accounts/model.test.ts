import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { readImport } from './importSheet.ts';
import { delegationFaults, localPath, maskContact, type Party, roleOf, type Terms } from './model.ts';

describe('acting for another (Nghị định 30/2020/NĐ-CP, Điều 13)', () => {
  const head: Party = { personId: 1, organId: 10, role: 'head' };
  const deputy: Party = { personId: 2, organId: 10, role: 'deputy' };
  const office: Party = { personId: 3, organId: 11, role: 'head' };
  const terms: Terms = { kind: 'KT', from: '2026-01-01' as Day, to: null, scope: '', decision: '' };
  const mandate: Terms = { ...terms, kind: 'TUQ', to: '2026-02-01' as Day, scope: 'Ký giấy mời', decision: '01/UQ' };

  it.each<[string, Party, Party, Terms, string[]]>([
    ['a deputy signs for the head of the same organ', deputy, head, terms, []],
    ['nobody but a deputy does', office, head, terms, ['nguoi-ky']],
    ['nor a deputy of another organ', { ...deputy, organId: 11 }, head, terms, ['nguoi-ky']],
    ['only the head lets others sign', head, deputy, { ...terms, kind: 'TL' }, ['thay-cho']],
    ['the head of an office signs by order', office, head, { ...terms, kind: 'TL' }, []],
    ['nobody acts for themselves', head, head, { ...terms, kind: 'TL' }, ['thay-cho']],
    ['a mandate has days, matter and paper', office, head, mandate, []],
    ['and is none without them', office, head, { ...terms, kind: 'TUQ' }, ['den-ngay', 'noi-dung', 'van-ban']],
    ['it cannot end before it begins', office, head, { ...mandate, to: '2025-12-31' as Day }, ['den-ngay']],
  ])('%s', (_, actor, principal, given, fields) => {
    expect(delegationFaults(actor, principal, given).map((one) => one.field)).toEqual(fields);
  });
});

describe('where the sign-in leads back to', () => {
  it.each([
    ['/nhiem-vu?loc=toi', '/nhiem-vu?loc=toi'],
    ['//evil.vn', '/'],
    ['/\\evil.vn', '/'],
    ['https://evil.vn', '/'],
    ['/a\\b', '/'],
    ['/a\r\nSet-Cookie: x', '/'],
    ['/dang-nhap?tiep=/x', '/'],
    [undefined, '/'],
  ])('%s -> %s', (given, expected) => expect(localPath(given)).toBe(expected));

  it('is always a page of our own, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(new URL(localPath(text), 'http://here.test').origin).toBe('http://here.test');
        expect(new URL(localPath(`/${text}`), 'http://here.test').origin).toBe('http://here.test');
      }),
    );
  });
});

describe('what is shown of a way to reach somebody', () => {
  it.each([
    ['vanphong@vidu.vn', 'v***@vidu.vn'],
    ['0912345678', '09******78'],
    ['12345', '***'],
    [null, ''],
  ])('%s -> %s', (given, expected) => expect(maskContact(given)).toBe(expected));
});

describe('a sheet of accounts', () => {
  const HEAD = { line: 1, cells: ['Họ tên', 'Tên đăng nhập', 'Cơ quan', 'Chức danh', 'Vai trò', 'Thư điện tử'] };
  const organs = new Map([
    ['ubnd xa thu', [7]],
    ['phong kinh te', [8, 9]],
  ]);
  const faults = (...cells: string[]) =>
    readImport([HEAD, { line: 5, cells }], { organs }).faults.map((one) => `${one.line} ${one.column}`);

  it('is read with its columns in any order, names without marks, roles in words', () => {
    const turned = { line: 1, cells: ['Vai tro', 'HỌ TÊN', 'Tên đăng nhập', 'Chức danh', 'ghi chú', 'cơ quan'] };
    const row = { line: 2, cells: ['Văn thư, tổng hợp', ' Trần  B ', 'Tran.B', 'Văn thư', '', 'UBND Xã Thử'] };
    expect(readImport([turned, row], { organs })).toEqual({
      accounts: [{ name: 'Trần B', username: 'tran.b', organId: 7, title: 'Văn thư', role: 'clerk', email: null }],
      lines: [2],
      faults: [],
    });
  });

  it.each<[string, string[], string[]]>([
    ['a good row', ['A', 'a.b', 'UBND xã Thử', 'X', 'Cấp phó', ''], []],
    ['an organ of two', ['A', 'a.b', 'Phòng Kinh tế', 'X', 'Cấp phó', ''], ['5 Cơ quan']],
    ['a name with marks', ['A', 'trần.b', 'UBND xã Thử', 'X', 'Cấp phó', ''], ['5 Tên đăng nhập']],
    ['a role unheard of', ['A', 'a.b', 'UBND xã Thử', 'X', 'root', ''], ['5 Vai trò']],
    ['script for an address', ['A', 'a.b', 'UBND xã Thử', 'X', 'Cấp phó', '<script>@x.vn'], ['5 Thư điện tử']],
  ])('%s', (_, cells, expected) => expect(faults(...cells)).toEqual(expected));

  it('without its heads or without rows says so', () => {
    expect(readImport([], { organs }).faults).toHaveLength(5);
    expect(readImport([HEAD], { organs }).faults).toHaveLength(1);
  });
});

it('knows each role by its label and other names', () => {
  expect(
    ['Người đứng đầu', 'cap pho', 'CHUYÊN VIÊN', 'văn thư', 'Quản trị viên', 'officer', 'vua'].map(roleOf),
  ).toEqual(['head', 'deputy', 'officer', 'clerk', 'admin', 'officer', undefined]);
});

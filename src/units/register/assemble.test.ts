import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { readLineageCsv, readUnitsCsv } from './readCsv.ts';

const bytes = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const units = (...lines: string[]) =>
  readUnitsCsv(bytes(['code,level,type,name,parent_code,valid_from,valid_to,legal_basis', ...lines])).rows;
const lineage = (...lines: string[]) =>
  readLineageCsv(bytes(['old_code,new_code,part,kind,resolution', ...lines])).rows;

const PROVINCE = '40,province,tinh,Nghệ An,,2025-07-01,,';
const OLD_PROVINCE = '40,province,tinh,Nghệ An,,,2025-06-30,';
const DISTRICT = '429,district,huyen,Nghi Lộc,40,,2025-06-30,';
const KHANH_HOP = '17878,commune,xa,Khánh Hợp,429,,2025-06-30,';
const DONG_LOC = '17878,commune,xa,Đông Lộc,40,2025-07-01,,';

describe('joining a register', () => {
  it('finds the unit above by the day, though old and new provinces share a code', () => {
    const { units: joined, faults } = assemble(units(PROVINCE, OLD_PROVINCE, DISTRICT, KHANH_HOP, DONG_LOC), []);
    expect(faults).toEqual([]);
    expect(joined.map((u) => [u.name, u.parent])).toEqual([
      ['Nghệ An', null],
      ['Nghệ An', null],
      ['Nghi Lộc', '40@'],
      ['Khánh Hợp', '429@'],
      ['Đông Lộc', '40@2025-07-01'],
    ]);
  });

  it('joins a line of descent to the units before and after the changeover', () => {
    const { links, faults } = assemble(
      units(OLD_PROVINCE, PROVINCE, DISTRICT, KHANH_HOP, DONG_LOC),
      lineage('17878,17878,whole,merged,1678'),
    );
    expect(faults).toEqual([]);
    expect(links).toMatchObject([{ predecessor: '17878@', successor: '17878@2025-07-01', kind: 'merged' }]);
  });

  it('a unit whose type alone changes goes on as itself, without a line of its own', () => {
    const { links, faults } = assemble(
      units(
        PROVINCE,
        '17878,commune,xa,Đông Lộc,40,2025-07-01,2026-12-31,',
        '17878,commune,phuong,Đông Lộc,40,2027-01-01,,99/NQ',
      ),
      [],
    );
    expect(faults).toEqual([]);
    expect(links).toMatchObject([
      { predecessor: '17878@2025-07-01', successor: '17878@2027-01-01', kind: 'retyped', resolution: '99/NQ' },
    ]);
  });

  it('takes what the register holds already for parents and predecessors', () => {
    const known = [
      { code: '40', level: 'province', type: 'tinh', name: 'Nghệ An', validFrom: null, validTo: null } as const,
    ];
    expect(assemble(units(DONG_LOC), [], known)).toMatchObject({ faults: [], units: [{ parent: '40@' }] });
  });
});

describe('rows that do not fit are named', () => {
  const messages = (u: string[], l: string[] = []) =>
    assemble(units(...u), lineage(...l)).faults.map((f) => `${f.file} ${f.line} ${f.field}: ${f.message}`);

  it('the same unit twice', () => {
    expect(messages([PROVINCE, PROVINCE])).toEqual([
      'units 3 code: mã 40 từ 1/7/2025 đã có ở dòng 2; hãy bỏ một dòng.',
    ]);
  });

  it('two units that hold a code at one time', () => {
    expect(messages([PROVINCE, '40,province,tinh,Nghệ Tĩnh,,2026-01-01,,'])).toEqual([
      'units 3 valid_from: mã 40 còn thuộc tỉnh Nghệ An (từ 1/7/2025) ở dòng 2; hai đơn vị không cùng giữ một mã.',
    ]);
  });

  it('no unit above on that day', () => {
    expect(messages([OLD_PROVINCE, DONG_LOC])).toEqual([
      'units 3 parent_code: không có đơn vị cấp trên mã 40 vào ngày 1/7/2025.',
    ]);
  });

  it('descent from a unit that is not there, or that did not end then', () => {
    const present = [OLD_PROVINCE, PROVINCE, DISTRICT, KHANH_HOP, DONG_LOC];
    expect(messages(present, ['99999,17878,whole,merged,x'])).toEqual([
      'lineage 2 old_code: không có đơn vị mã 99999.',
    ]);
    expect(messages(present, ['17878,40,whole,merged,x'])).toEqual([
      'lineage 2 new_code: đơn vị 40 không bắt đầu ngay sau ngày đơn vị 17878 kết thúc; hãy xem lại ngày hiệu lực.',
    ]);
  });

  it('one line of descent told twice', () => {
    const line = '17878,17878,whole,merged,x';
    expect(messages([OLD_PROVINCE, PROVINCE, DISTRICT, KHANH_HOP, DONG_LOC], [line, line])).toEqual([
      'lineage 3 old_code: quan hệ 17878 thành 17878 đã có ở một dòng trước; hãy bỏ một dòng.',
    ]);
  });
});

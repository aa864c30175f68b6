import { describe, expect, it } from 'vitest';
import { readLineageCsv, readUnitsCsv } from './readCsv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER =
  'code,level,type,name,parent_code,valid_from,valid_to,area_km2,population,legal_basis,alt_names,mountainous';
const read = (...lines: string[]) => readUnitsCsv(bytes([HEADER, ...lines].join('\n')));
const faultOf = (line: string) => {
  const { faults } = read('40,province,tinh,Nghệ An,,2025-07-01,,,,,,', line);
  return faults.map((f) => [f.line, f.field, f.message]);
};

describe('reading a register of units', () => {
  it('takes each field as it is meant', () => {
    const { rows, faults } = read(
      '17878,commune,xa,Đông Lộc,40,2025-07-01,,29.32,31219,1678/NQ-UBTVQH15,Đông Lôc; Lộc Đông,0',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        code: '17878',
        level: 'commune',
        type: 'xa',
        name: 'Đông Lộc',
        parentCode: '40',
        validFrom: '2025-07-01',
        validTo: null,
        areaKm2: 29.32,
        population: 31219,
        mountainous: false,
        legalBasis: '1678/NQ-UBTVQH15',
        altNames: ['Đông Lôc', 'Lộc Đông'],
      },
    ]);
  });

  it('reads a byte order mark, Windows line ends, decomposed letters and quoted commas', () => {
    const text = `\ufeff${HEADER}\r\n40,province,tinh,"${'Nghệ An'.normalize('NFD')}",,01/07/2025,,,,"202/2025/QH15, Điều 1",,\r\n`;
    expect(readUnitsCsv(bytes(text)).rows[0]).toMatchObject({
      name: 'Nghệ An',
      validFrom: '2025-07-01',
      legalBasis: '202/2025/QH15, Điều 1',
    });
  });

  it.each([
    ['1787,commune,xa,Đông Lộc,40,2025-07-01,,,,,,', 'code', 'mã “1787” không đúng; cần 5 chữ số'],
    [
      '17878,commun,xa,Đông Lộc,40,2025-07-01,,,,,,',
      'level',
      '“commun” không dùng được; hãy dùng: province, district, commune',
    ],
    [
      '17878,commune,tinh,Đông Lộc,40,2025-07-01,,,,,,',
      'type',
      '“tinh” không dùng được; hãy dùng: xa, phuong, thi-tran, dac-khu',
    ],
    ['17878,commune,xa,,40,2025-07-01,,,,,,', 'name', 'để trống'],
    ['17878,commune,xa,Đông Lộc,,2025-07-01,,,,,,', 'parent_code', 'hãy điền mã đơn vị cấp trên'],
    ['17878,commune,xa,Đông Lộc,40,2025-02-30,,,,,,', 'valid_from', '“2025-02-30” không phải một ngày có thật'],
    ['17878,commune,xa,Đông Lộc,40,2025-07-01,2025-06-30,,,,,', 'valid_to', 'đứng trước ngày có hiệu lực'],
    ['17878,commune,xa,Đông Lộc,40,2025-07-01,,"29,32",,,,', 'area_km2', '“29,32” không phải số'],
    ['17878,commune,xa,Đông Lộc,40,2025-07-01,,,-5,,,', 'population', '“-5” không phải số nguyên'],
    ['17878,commune,xa,Đông Lộc,40,2025-07-01,,,,,,co', 'mountainous', '“co” không dùng được'],
  ])('names line and column of a bad field: %s', (line, field, message) => {
    expect(faultOf(line)).toEqual([[3, field, expect.stringContaining(message)]]);
  });

  it('names every bad row at once', () => {
    const { faults } = read('x,commune,xa,A,40,,,,,,,', '17878,commune,xa,B,40,2025-13-01,,,,,,');
    expect(faults.map((f) => f.line)).toEqual([2, 3]);
  });

  it('refuses a file that is no such register', () => {
    const first = (b: Uint8Array) => readUnitsCsv(b).faults.map((f) => f.message);
    expect(first(bytes(''))).toEqual(['tệp không có dòng nào.']);
    expect(first(bytes('code,name\n40,Nghệ An'))).toEqual([expect.stringContaining('thiếu cột level, type')]);
    expect(first(bytes(`${HEADER}\n40,province,tinh`))).toEqual([expect.stringContaining('không đúng dạng CSV')]);
    expect(first(new Uint8Array([0x63, 0xff, 0xfe]))).toEqual([expect.stringContaining('không phải UTF-8')]);
  });
});

describe('reading a register of lineage', () => {
  it('takes each field as it is meant, and leaves out columns it does not know', () => {
    const text = 'old_code,new_code,part,level,kind,area,population,resolution,clause,source_note\n';
    const { rows, faults } = readLineageCsv(
      bytes(`${text}17890,17878,whole,commune,merged,all,all,1678/NQ-UBTVQH15,51,Nhập toàn bộ`),
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        oldCode: '17890',
        newCode: '17878',
        level: 'commune',
        part: 'whole',
        kind: 'merged',
        area: 'all',
        population: 'all',
        resolution: '1678/NQ-UBTVQH15',
        clause: '51',
      },
    ]);
  });

  it('names a kind it does not know', () => {
    const { faults } = readLineageCsv(bytes('old_code,new_code,part,kind,resolution\n17890,17878,half,joined,x'));
    expect(faults.map((f) => `${f.line} ${f.field}`)).toEqual(['2 part', '2 kind']);
  });
});

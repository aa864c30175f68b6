import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { csvStream, readRows, type SheetColumn, xlsxStream } from './index.ts';

const COLUMNS: SheetColumn[] = [
  { header: 'Việc' },
  { header: 'Phần trăm', kind: 'number' },
  { header: 'Hạn', kind: 'day' },
];
const LIMITS = { rows: 100, columns: 10 };
const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());
const textOf = (stream: ReadableStream<Uint8Array>) =>
  bytesOf(stream).then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));

describe('a sheet given away', () => {
  it('comes back as it was, dates as dates, formulas as text', async () => {
    const rows = [
      ['Rà soát "hồ sơ", bàn giao', 60, '2026-09-05' as Day],
      ['=HYPERLINK("http://x")', 0, null],
      ['<b>&\u0001', null, undefined],
    ];
    const read = await readRows(await bytesOf(xlsxStream(COLUMNS, rows)), LIMITS);
    expect(read).toEqual([
      { line: 1, cells: ['Việc', 'Phần trăm', 'Hạn'] },
      { line: 2, cells: ['Rà soát "hồ sơ", bàn giao', '60', '5/9/2026'] },
      { line: 3, cells: ['=HYPERLINK("http://x")', '0', ''] },
      { line: 4, cells: ['<b>&', '', ''] },
    ]);
  });

  it('as CSV opens in Excel with its marks and runs nothing', async () => {
    const text = await textOf(
      csvStream(COLUMNS, [
        ['=1+1', -3, '2026-09-05'],
        ['a,"b"\nc', 1, null],
        ['-đầu dòng', 2, null],
      ]),
    );
    expect(text).toBe('\ufeffViệc,Phần trăm,Hạn\r\n\'=1+1,-3,5/9/2026\r\n"a,""b""\nc",1,\r\n\'-đầu dòng,2,\r\n');
  });

  it('pulls its rows only as they are taken, and stops when nobody takes them any more', async () => {
    let pulled = 0;
    let closed = false;
    async function* many() {
      try {
        for (let i = 0; i < 200_000; i++) {
          pulled += 1;
          yield [`Dòng ${i}`, i, null];
        }
      } finally {
        closed = true;
      }
    }
    for (const stream of [xlsxStream(COLUMNS, many()), csvStream(COLUMNS, many())]) {
      pulled = 0;
      closed = false;
      const reader = stream.getReader();
      await reader.read();
      await reader.cancel();
      expect(pulled).toBeLessThan(100_000);
      await expect.poll(() => closed).toBe(true);
    }
  });
});

describe('a sheet taken in', () => {
  it('may be CSV with commas, semicolons or tabs, in UTF-8 or UTF-16', async () => {
    const expected = [
      { line: 1, cells: ['Họ tên', 'Cơ quan'] },
      { line: 3, cells: ['Văn phòng; một', 'Xã'] },
    ];
    for (const text of [
      'Họ tên,Cơ quan\n\nVăn phòng; một,Xã',
      'Họ tên;Cơ quan\r\n\r\n"Văn phòng; một";Xã',
      'Họ tên\tCơ quan\n\t\nVăn phòng; một\tXã\n',
    ])
      expect(await readRows(new TextEncoder().encode(text), LIMITS), text).toEqual(expected);
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Họ tên\tCơ quan\n\nVăn phòng; một\tXã', 'utf16le'),
    ]);
    expect(await readRows(utf16, LIMITS)).toEqual(expected);
  });

  it('is refused with the reason when it is empty, too long, of another kind, or made to burst', async () => {
    const code = (bytes: Uint8Array, limits = LIMITS) =>
      readRows(bytes, limits).then(
        () => 'ok',
        (e) => e.code,
      );
    expect(await code(new Uint8Array())).toBe('sheet.empty');
    expect(await code(new TextEncoder().encode('a\n'.repeat(101)))).toBe('sheet.rows');
    expect(await code(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('sheet.old');
    expect(await code(Buffer.from([0xc3, 0x28, 0xff]))).toBe('sheet.encoding');
    expect(await code(Buffer.from('a\0b'))).toBe('sheet.type');
    expect(await code(Buffer.from('a,"b'))).toBe('sheet.csv');
    expect(await code(zipSync({ 'word/document.xml': new Uint8Array(10) }))).toBe('sheet.unreadable');
    expect(
      await code(zipSync({ 'xl/workbook.xml': new Uint8Array(10), 'xl/big.xml': new Uint8Array(120_000_000) })),
    ).not.toBe('ok');
    expect(await code((await bytesOf(xlsxStream(COLUMNS, [['a', 1, null]]))).slice(0, 400))).toBe('sheet.unreadable');
    expect(await code(new Uint8Array(20), { ...LIMITS, bytes: 10 } as never)).toBe('sheet.large');
  });
});

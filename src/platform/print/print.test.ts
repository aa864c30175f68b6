import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { closeExtraction, extractText } from '../files/index.ts';
import { type PrintDocument, print, toDocx, toPdf } from './index.ts';
import { closePrinting } from './printer.ts';

afterAll(() => Promise.all([closePrinting(), closeExtraction()]));

const letter = (style: 'state' | 'party', text: string): PrintDocument => ({
  title: 'Đôn đốc',
  style,
  blocks: [
    {
      type: 'head',
      superior: style === 'party' ? 'Tỉnh ủy Nghệ An' : 'UBND tỉnh Nghệ An',
      issuer: 'Văn phòng',
      number: '7',
      symbol: style === 'party' ? 'CV/VPTU' : 'VP-TH',
      place: 'Nghệ An',
      day: '2026-02-05' as Day,
      subject: 'đôn đốc nhiệm vụ',
    },
    { type: 'addressees', organs: ['Sở Nội vụ', 'Sở Tài chính'] },
    { type: 'paragraph', text },
    { type: 'list', marks: 'letters', items: ['Việc một', [{ text: 'Việc hai', bold: true }]] },
    {
      type: 'table',
      columns: [{ title: 'TT' }, { title: 'Nhiệm vụ', width: 4 }],
      rows: [['1', text]],
      total: ['', 'Cộng 1'],
    },
    { type: 'facts', rows: [{ label: 'Mã hồ sơ', value: text }] },
    { type: 'qr', data: 'https://vi.du/tra-cuu', caption: 'Quét để tra cứu' },
    {
      type: 'signature',
      recipients: ['Như trên', 'Lưu: VT'],
      capacity: [{ by: 'TL', of: 'BAN THƯỜNG VỤ' }],
      title: 'CHÁNH VĂN PHÒNG',
      acting: true,
      name: 'Người Ký',
    },
    { type: 'pageBreak' },
    { type: 'title', name: 'PHỤ LỤC', about: 'Danh mục' },
    { type: 'signatures', parties: [{ title: 'NGƯỜI NỘP', note: '(Ký tên)' }] },
  ],
});

const wordsOf = async (bytes: Uint8Array, name: string) =>
  (await extractText(bytes, { name })).text.replace(/\s+/g, ' ');

describe.each(['pdf', 'docx'] as const)('a paper as %s', (format) => {
  const printed = async (style: 'state' | 'party', text: string) =>
    wordsOf(await print(format, letter(style, text)), `van-ban.${format}`);

  it('carries the head, the capacity and the recipients of a state paper', async () => {
    const words = await printed('state', 'Nội dung đôn đốc.');
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'UBND TỈNH NGHỆ AN',
      'Số: 07/VP-TH',
      'Nghệ An, ngày 05 tháng 02 năm 2026',
      'V/v đôn đốc nhiệm vụ',
      '- Sở Nội vụ;',
      '- Sở Tài chính.',
      'Nội dung đôn đốc.',
      'b) Việc hai',
      'TL. BAN THƯỜNG VỤ',
      'Q. CHÁNH VĂN PHÒNG',
      'Lưu: VT.',
      'PHỤ LỤC',
    ])
      expect(words).toContain(part);
  });

  it('carries the head and the capacity of a Party paper', async () => {
    const words = await printed('party', 'Nội dung đôn đốc.');
    for (const part of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'TỈNH ỦY NGHỆ AN', 'Số 7-CV/VPTU', 'T/L BAN THƯỜNG VỤ'])
      expect(words).toContain(part);
    expect(words).not.toContain('CỘNG HÒA');
  });

  it.each([
    '#panic("x")',
    '#include "/etc/passwd"',
    '#read("/etc/passwd")',
    '*đậm* _nghiêng_ $x^2$ @moc <nhan> = Tiêu đề',
    '</w:t></w:r><w:r><w:t>chen',
    '`mã` \\#let x = 1 // chú thích /* hết',
    '"; #set text(size: 1pt) "',
    '{{7*7}} <%= 7 %>',
  ])('prints %s as these letters, never as an instruction', async (text) => {
    expect(await printed('state', text)).toContain(text);
  });

  it('prints what was pasted with signs that no file may hold', async () => {
    expect(await printed('state', 'Tên\u0000 có\u0007 dấu\ud800 lạ\ufffe')).toMatch(/Tên có dấu\S? lạ/);
  });
});

it('breaks a long table over pages', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [String(i + 1), `Nhiệm vụ ${i + 1}`]);
  const document: PrintDocument = {
    title: 'Danh mục',
    style: 'plain',
    landscape: true,
    blocks: [{ type: 'table', columns: [{ title: 'Cột TT' }, { title: 'Nội dung', width: 5 }], rows }],
  };
  const read = await extractText(await toPdf(document), { name: 'bang.pdf' });
  expect(read.pages.length).toBeGreaterThan(3);
  expect(read.text).toContain('Nhiệm vụ 120');
});

it('goes on printing after a document that cannot be printed', async () => {
  const endless = { title: 'x', style: 'plain', blocks: [{ type: 'paragraph', text: 'x'.repeat(9_000_000) }] } as const;
  await expect(toDocx(endless)).rejects.toMatchObject({ kind: 'unavailable', code: 'print.failed' });
  expect((await toPdf(letter('state', 'còn chạy'))).length).toBeGreaterThan(1000);
});

it('starts anew after it was closed', async () => {
  await closePrinting();
  expect((await toPdf(letter('state', 'mở lại'))).length).toBeGreaterThan(1000);
});

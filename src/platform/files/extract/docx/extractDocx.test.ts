import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractDocx } from './extractDocx.ts';

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });
const read = async (children: (Paragraph | Table)[], more: object = {}) =>
  extractDocx(await Packer.toBuffer(new Document({ sections: [{ children }], ...more })));

/** A package with a document part written by hand, as other programs than Word write it. */
const part = (body: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
const p = (inner: string) => `<w:p>${inner}</w:p>`;
const r = (text: string, settings = '') =>
  `<w:r><w:rPr>${settings}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document', () => {
  test('paragraphs, tabs, line breaks and hard hyphens come out as they are seen', async () => {
    const bytes = part(
      p(r('Số:    /UBND-KT')) +
        p(`${r('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>163</w:t><w:noBreakHyphen/><w:t>KL</w:t></w:r>`),
    );
    expect(await extractDocx(bytes)).toBe('Số:    /UBND-KT\na\tb\n163-KL');
  });

  test('automatic numbers are written out as Word shows them', async () => {
    const levels = [
      { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.LEFT },
      { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
      { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)', alignment: AlignmentType.LEFT },
      { level: 3, format: LevelFormat.BULLET, text: '\uf0b7', alignment: AlignmentType.LEFT },
    ];
    const item = (level: number, text: string) => new Paragraph({ text, numbering: { reference: 'list', level } });
    const text = await read(
      [
        item(0, 'Kết quả'),
        item(0, 'Nhiệm vụ'),
        item(1, 'Sở Tài chính'),
        item(2, 'rà soát'),
        item(2, 'báo cáo'),
        item(3, 'trước ngày 05/9'),
        item(1, 'Sở Nội vụ'),
        item(2, 'hướng dẫn'),
        item(0, 'Tổ chức thực hiện'),
        item(1, 'Văn phòng'),
      ],
      { numbering: { config: [{ reference: 'list', levels }] } },
    );
    expect(text.split('\n')).toEqual([
      'I. Kết quả',
      'II. Nhiệm vụ',
      '1. Sở Tài chính',
      'a) rà soát',
      'b) báo cáo',
      '- trước ngày 05/9',
      '2. Sở Nội vụ',
      'a) hướng dẫn',
      'III. Tổ chức thực hiện',
      '1. Văn phòng',
    ]);
  });

  test('lists that share a pattern go on counting, unless they say where to start', async () => {
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>`;
    const item = (id: number, level: number) =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${r('x')}`);
    const styled = p(`<w:pPr><w:pStyle w:val="MucCon"/></w:pPr>${r('x')}`);
    const none = p(`<w:pPr><w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${r('x')}`);
    const body = item(1, 0) + item(2, 0) + item(2, 1) + item(3, 0) + item(3, 0) + styled + none;
    const text = await extractDocx(part(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }));
    expect(text.split('\n')).toEqual(['1. x', '2. x', '2.1. x', '5. x', '6. x', '7. x', 'x']);
  });

  test('a table with lines is read row by row, one without lines cell after cell', async () => {
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const cell = (...texts: string[]) => new TableCell({ children: texts.map(plain) });
    const data = new Table({
      rows: [
        new TableRow({ children: [cell('TT'), cell('Nhiệm vụ'), cell('Chủ trì')] }),
        new TableRow({ children: [cell('1'), cell('Rà soát', 'báo cáo'), cell('Sở Tài chính', 'Sở Nội vụ')] }),
      ],
    });
    const layout = new Table({
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [
        new TableRow({ children: [cell('UBND TỈNH'), cell('CỘNG HÒA', 'Độc lập')] }),
        new TableRow({ children: [cell('Số: 1'), cell('ngày 1')] }),
      ],
    });
    expect((await read([layout, plain('và'), data])).split('\n').filter(Boolean)).toEqual([
      'UBND TỈNH',
      'CỘNG HÒA',
      'Độc lập',
      'Số: 1',
      'ngày 1',
      'và',
      'TT | Nhiệm vụ | Chủ trì',
      '1 | Rà soát báo cáo | Sở Tài chính; Sở Nội vụ',
    ]);
  });

  test('what tracked changes deleted is left out, what they inserted stays', async () => {
    const change = { id: 1, author: 'x', date: '2026-01-01T00:00:00Z' };
    const text = await read([
      new Paragraph({
        children: [
          new TextRun('hoàn thành trước ngày '),
          new DeletedTextRun({ text: '01/6', ...change }),
          new InsertedTextRun({ text: '15/6', ...change, id: 2 }),
        ],
      }),
    ]);
    expect(text).toBe('hoàn thành trước ngày 15/6');
  });

  test('a deleted paragraph end joins two paragraphs, and a wholly deleted item takes no number', async () => {
    const gone = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const text = await extractDocx(
      part(
        p(`${gone}${r('Giao Sở ')}`) +
          p(r('Tài chính')) +
          p(`${gone}<w:del><w:r><w:delText>x</w:delText></w:r></w:del>`) +
          p(r('hết')),
      ),
    );
    expect(text).toBe('Giao Sở Tài chính\nhết');
  });

  test('footnotes stand at the end, with a raised sign that is no part of a number; headers are left out', async () => {
    const text = await extractDocx(
      await Packer.toBuffer(
        new Document({
          footnotes: { 1: { children: [plain('Ban hành kèm theo.')] } },
          sections: [
            {
              headers: { default: new Header({ children: [plain('TRANG MẪU')] }) },
              children: [
                new Paragraph({
                  children: [new TextRun('Kế hoạch số 32'), new FootnoteReferenceRun(1), new TextRun(' của tỉnh')],
                }),
              ],
            },
          ],
        }),
      ),
    );
    expect(text).toBe('Kế hoạch số 32¹ của tỉnh\n¹ Ban hành kèm theo.');
  });

  test('text boxes are read once, capitals are shown, hidden text and field codes are not', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>';
    const body = p(
      `${r('thông báo', '<w:caps/>')}${r(' ẩn', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>` +
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await extractDocx(part(body))).toBe('THÔNG BÁO\nHỎA TỐC');
  });

  test('text typed in a legacy font is turned into Unicode by the name of the font', async () => {
    const body = p(
      r('Céng hoµ', '<w:rFonts w:ascii=".VnTime"/>') +
        r(' ®éc lËp', '<w:rFonts w:ascii=".VnTimeH"/>') +
        r(' Unicode ộ', '<w:rFonts w:ascii=".VnTime"/>'),
    );
    expect(await extractDocx(part(body))).toBe('Cộng hoà ĐỘC LẬP Unicode ộ');
  });

  test.each([
    ['without a document', zipSync({ 'word/styles.xml': strToU8('<s/>') })],
    ['with broken XML', part('<w:p><w:r>')],
    ['nested a thousand deep', part(`${'<w:sdt>'.repeat(1_000)}${'</w:sdt>'.repeat(1_000)}`)],
    [
      'with entities that would multiply',
      zipSync({
        'word/document.xml': strToU8(
          '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>',
        ),
      }),
    ],
  ])('a package %s is refused', async (_, bytes) => {
    await expect(extractDocx(bytes)).rejects.toMatchObject({ name: 'Refusal', code: 'file.damaged' });
  });

  test('styles that inherit from each other in a circle do no harm', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`;
    const body = p(`<w:pPr><w:pStyle w:val="A"/></w:pPr>${r('x')}`);
    expect(await extractDocx(part(body, { 'word/styles.xml': styles }))).toBe('x');
  });
});

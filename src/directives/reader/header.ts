import { type Day, parseDay } from '../../kernel/day.ts';
import type { Line } from './lines.ts';
import type { DocumentFacts, Secrecy, Urgency } from './model.ts';
import type { Flow, Paragraph } from './paragraphs.ts';
import type { Repaired } from './repair.ts';
import { readFromStory, typeOfItself } from './story.ts';
import { typeOfSymbol } from './symbols.ts';

/** What the head of the document says, and the paragraph with which its body begins. */
export interface Header {
  facts: DocumentFacts;
  /** Index of the first paragraph of the body. */
  bodyFrom: number;
  /** The names of those addressed ("Kính gửi:", "... điện:"), paragraph by paragraph. */
  addressees: number[];
  isOfficial: boolean;
}

const TYPE_NAMES =
  'THÔNG BÁO KẾT LUẬN|THÔNG BÁO|CÔNG ĐIỆN|KẾ HOẠCH|CHỈ THỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾT LUẬN|HƯỚNG DẪN|BÁO CÁO|TỜ TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|THÔNG TRI|THÔNG CÁO|CÔNG VĂN|GIẤY MỜI|BIÊN BẢN';
const TYPE_LINE = new RegExp(
  `^(${TYPE_NAMES})(?=\\s*$|\\s+(?:VỀ|V/V|CỦA|KẾT LUẬN|TRIỂN KHAI|THỰC HIỆN|Ý KIẾN|SỐ|Về|Kết luận|Ý kiến|Triển khai|Thực hiện|của))`,
  'u',
);
const TYPE_AND_TITLE = new RegExp(`^(${TYPE_NAMES})(?=\\s+\\p{Lu}{2})`, 'u');
const AFTER_NOISE = /[^\p{L}\d\s,.;)"-]\s?(THÔNG BÁO|CÔNG ĐIỆN|KẾ HOẠCH|CHỈ THỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾT LUẬN)$/u;
const TYPE_NAME = new RegExp(`^(${TYPE_NAMES})`, 'u');
const CLOSED_MARK = /^(TUYỆT MẬT|TỐI MẬT|MẬT|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\b/u;
const HEAD_LINES = 60;

/** "V/v ...", also behind the number and the day that stand on the same line. */
const ABOUT = /^(?:V\/v|Về việc)[\s:]|^(?=Số\s?[:\d]).{0,90}?\sV\/v\s/iu;

/** Cells of a line that two columns share (at least three spaces, a tab or a bar between them). */
export const cellsOf = (line: Line, text: string): string[] =>
  text
    .slice(line.start, line.end)
    .split(/\s{3,}|\t+|\s*\|\s*/u)
    .flatMap((cell) => cell.split(/\s(?=CỘNG H[OÒ]|ĐẢNG CỘNG|Độc lập\s?[-–]|Số\s?:\s?[\d/]|V\/v\s)|(?<=Hạnh phúc)\s/u))
    .map((cell) =>
      cell
        .replace(/\s+/g, ' ')
        .replace(/^[.,'`]\s?(?=\p{Lu})/u, '')
        .trim(),
    )
    .filter((cell) => cell !== '');

export function readHeader(repaired: Repaired, lines: readonly Line[], flow: Flow): Header {
  const head: string[] = [];
  const closing = lines.findIndex((line) => /^n[ơo]i nh[ậâ]n/iu.test(line.text));
  const headEnd = lines.findIndex(
    (line, i) =>
      i > 3 &&
      line.kind === 'text' &&
      line.text.length > 60 &&
      /\p{Ll}[^.]*[,.;:]\s*$/u.test(line.text) &&
      !/^(?:V\/v|Về việc|Số)/iu.test(line.text),
  );
  lines
    .slice(0, Math.min(HEAD_LINES, closing > 20 ? closing : HEAD_LINES, headEnd > 0 ? headEnd + 1 : HEAD_LINES))
    .forEach((line) => {
      if (!line.blank && line.kind !== 'furniture' && line.kind !== 'footnote')
        head.push(...cellsOf(line, repaired.shown));
    });
  const paragraphs = flow.paragraphs.filter((p) => p.kind !== 'footnote');
  const textOf = (p: Paragraph): string => flow.text.slice(p.start, p.end);
  const number = readNumber(head);
  const plainAt = paragraphs.findIndex((p, i) => i < 40 && TYPE_LINE.test(textOf(p)));
  // Type and title in one: "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026".
  const joinedAt =
    plainAt >= 0
      ? -1
      : paragraphs.findIndex((p, i) => i < 14 && TYPE_AND_TITLE.test(textOf(p)) && !/\p{Ll}{2}/u.test(textOf(p)));
  const coded = number?.symbol ?? number?.partial;
  const codedType = coded ? typeOfSymbol(coded) : null;
  const lineAt = plainAt >= 0 ? plainAt : joinedAt;
  const lineType = lineAt >= 0 ? TYPE_NAME.exec(textOf(paragraphs[lineAt]!))?.[1] : undefined;
  // "KẾT LUẬN CỦA CHỦ TRÌ" inside minutes numbered ".../BB-UBND" is a heading, not what the document is.
  const isHeading = lineType !== undefined && codedType === 'Biên bản' && typeName(lineType) !== codedType;
  // A heading of the page's side column, after the story is told.
  const told = paragraphs
    .slice(0, Math.max(lineAt, 0))
    .filter((p) => p.end - p.start > 160 && /\.\s*$/u.test(textOf(p)));
  const typeAt = isHeading || (number === undefined && told.length >= 3) ? -1 : lineAt;
  const isOfficial =
    number !== undefined ||
    typeAt >= 0 ||
    BEGINS_INSIDE.test(paragraphs[0] ? textOf(paragraphs[0]) : '') ||
    head.some((cell) => /C[ỘO]NG H[ÒO]A|CỘNG HOÀ|ĐẢNG CỘNG SẢN/u.test(cell));
  const dated = readDate(head);
  const aboutAt = paragraphs.findIndex((p, i) => i < 30 && ABOUT.test(textOf(p)));
  const facts: DocumentFacts = {
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    ...(number?.partial ? { symbolPartial: number.partial } : {}),
    type: null,
    issuer: readIssuer(head),
    date: dated?.date ?? null,
    ...(dated?.partial ? { datePartial: dated.partial } : {}),
    signer: null,
    signerTitle: null,
    title: null,
    secrecy: null,
    urgency: null,
  };
  for (const cell of head) {
    const mark = CLOSED_MARK.exec(cell);
    if (!mark || cell.length > 14) continue;
    const word = mark[1]!.replace('HOẢ', 'HỎA').toLowerCase();
    if (word.endsWith('mật')) facts.secrecy = word as Secrecy;
    else facts.urgency = word as Urgency;
  }
  const typed = typeAt >= 0 ? (joinedAt >= 0 ? TYPE_AND_TITLE : TYPE_LINE).exec(textOf(paragraphs[typeAt]!)) : null;
  facts.type = typed ? typeName(typed[1]!) : facts.symbol ? typeOfSymbol(facts.symbol) : null;
  facts.type ??= typeAfterNoise(lines);
  if (!facts.type && number?.partial) facts.type = typeOfSymbol(number.partial) ?? 'Công văn';
  // A note without letterhead: "Văn phòng ... thông báo kết luận giao ban ...".
  if (!isOfficial && !facts.type && /\sthông báo (?:ý kiến )?kết luận\s/u.test(flow.text.slice(0, 600)))
    facts.type = 'Thông báo';
  if (
    !facts.type &&
    ((aboutAt >= 0 && isOfficial) || paragraphs.some((p, i) => i < 40 && /^Kính gửi/iu.test(textOf(p))))
  )
    facts.type = 'Công văn';
  if (!isOfficial || (!facts.symbol && !facts.symbolPartial && typeAt < 0))
    readFromStory(flow, paragraphs, facts, !isOfficial);
  facts.type ??= typeOfItself(flow.text);
  facts.date ??= facts.datePartial ? null : dateAtFoot(flow, paragraphs);
  const title = readTitle(flow, paragraphs, typeAt, aboutAt, typed?.[0].length ?? 0);
  facts.title = title?.text || facts.title;
  const { bodyFrom, addressees } = findBody(flow, paragraphs, Math.max(title?.last ?? -1, typeAt, -1));
  return { facts, bodyFrom, addressees, isOfficial };
}

const typeName = (caps: string): string => {
  const lower = caps
    .toLowerCase()
    .replace('thông báo kết luận', 'thông báo')
    .replace('chương trình hành động', 'chương trình');
  return lower[0]!.toUpperCase() + lower.slice(1);
};

/** "ĐẾN i: _¬ CHỈ THỊ": a scan set the stamp's marks before the type. */
function typeAfterNoise(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 24)) {
    const found = text.length < 44 ? AFTER_NOISE.exec(text) : null;
    if (found) return typeName(found[1]!);
  }
  return null;
}

/** `Số: 653/TB-VPCP`, `Số 1029 -TB/TU`, `Số: /UBND-KT` (blank), `Số: 453` with `/TB-UBND` further on. */
function readNumber(
  head: readonly string[],
): { number: string | null; symbol: string | null; partial?: string } | undefined {
  for (let i = 0; i < head.length; i++) {
    const cell = head[i]!.replace(/[–—]/g, '-');
    const opened =
      /^(?:Số|SỐ|S[ốôồ0])(?:\s(?:và\s)?(?:ký hiệu|kí hiệu|hiệu|văn bản)(?=\s?:))?\s?[:.]?\s*(.*)$/u.exec(cell) ??
      // A copy from a register: the symbol alone on a line of its own.
      (i < 6
        ? /^(\d{1,6}[a-z]?(?:\/20\d{2})?[-/](?:[A-ZĐ]{2}|CTr)[A-Za-zĐ]*[-/][A-ZĐ][A-Za-zĐ\d-]+)$/u.exec(cell)
        : null);
    if (!opened) continue;
    let rest = opened[1]!.trim();
    if (/^\p{L}{2,}\s\p{Ll}/u.test(rest)) continue;
    if (rest.length < 24 && !/\/\s?[A-ZĐ]/u.test(rest)) {
      const tail = head
        .slice(i + 1, i + 8)
        .find((next) => /^(?:\d{1,6}\s?)?[-/]\s?[A-ZĐ][A-ZĐa-z]*[-/]?[A-ZĐ]*/u.test(next) && !/\p{Ll}{3}/u.test(next));
      // "Số:      439      /UBND-KT": the number was stamped into a wide blank.
      const stamped = rest === '' && /^\d{1,6}$/.test(head[i + 1] ?? '') && tail?.startsWith('/') ? head[i + 1] : '';
      if (tail) rest = `${rest}${stamped}${tail}`;
    }
    const tight = rest
      .replace(/[….]{2,}|_{2,}|-{2,}/g, '')
      .replace(/^(\d{1,6})\s?\.\s*(?=[-/])/u, '$1')
      .replace(/\s*([-/.])\s*(?=[\p{Lu}\d])/gu, '$1')
      .trim();
    const whole =
      /^(\d{1,6}[a-z]?)((?:\/(?:19|20)\d{2})?[-/][A-ZĐ][A-Za-zĐ0-9&]*(?:[-/.][A-ZĐ][A-Za-zĐ0-9&]*){0,3})/u.exec(tight);
    if (whole) return { number: whole[1]!, symbol: whole[1]! + whole[2]! };
    const blank =
      /^((?:\/(?:19|20)\d{2})?[-/]?[A-ZĐ][A-Za-zĐ0-9&]*(?:[-/.][A-ZĐ][A-Za-zĐ0-9&]*){1,3}|[-/][A-ZĐ]{2,})/u.exec(tight);
    if (blank) return { number: null, symbol: null, partial: blank[1]! };
    const bare = /^(\d{1,6})$/u.exec(tight);
    if (bare) return { number: bare[1]!, symbol: null };
  }
  return undefined;
}

/** "Hà Nội, ngày 28 tháng 11 năm 2025" at the head; a blank day or month leaves what is known. */
function readDate(head: readonly string[]): { date: Day | null; partial?: string } | undefined {
  for (let i = 0; i < head.length; i++) {
    // A telegram: "Số: 02/CĐ-UBND hồi 10 giờ 00 ngày 01/02/2026".
    const wired = /^Số\s?:[^,;]{3,60}\sngày\s(\d{1,2})\/(\d{1,2})\/(\d{4})\.?$/u.exec(head[i]!);
    if (wired) return { date: parseDay(`${wired[3]}-${wired[2]}-${wired[1]}`) ?? null };
    const plain =
      /^\p{Lu}[\p{L} ]{2,40},\s?ngày\s(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(head[i]!) ??
      (i < 8
        ? /^(?:Ngày\s(?:ban hành|văn bản|ký)\s?:\s?)?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/u.exec(head[i]!)
        : null);
    if (plain) return { date: parseDay(`${plain[3]}-${plain[2]}-${plain[1]}`) ?? null };
    for (const text of [
      head[i]!,
      `${head[i]} ${head[i + 1] ?? ''}`,
      `${head[i]} ${head[i + 1] ?? ''} ${head[i + 2] ?? ''}`,
    ]) {
      const found =
        /^(?:Số[^,]{0,40})?[^.;:]{0,60}?,?\s?[Nn]gày\s*([\d.…_]*)\s*tháng\s*([\d.…_]*)\s*năm\s*(\d{4}|20\d?)/u.exec(
          text,
        );
      if (
        !found ||
        text.length > 100 + 60 ||
        /(?:Quyết định|Nghị quyết|Căn cứ|Thực hiện|Kế hoạch|Văn bản|Công văn)/u.test(text)
      )
        continue;
      // "Ngày 18 tháng 11 năm 2025, Phó Chủ tịch ... đã chủ trì": the day of a meeting opens a sentence.
      if (/^(?:Vào|Hồi|Hôm nay|Bắt đầu)[\s,]/u.test(text)) continue;
      if (/Ngày\s/u.test(found[0]) && !/^\s*Ngày\s[^,]*$/u.test(text)) continue;
      const [, d, m, y] = found;
      if (/\d/.test(d!) && /\d/.test(m!)) return { date: parseDay(`${y}-${m}-${d}`) ?? null };
      if (y!.length < 4) return { date: null };
      return { date: null, partial: /\d/.test(m!) ? `${y}-${m!.replace(/\D/g, '').padStart(2, '0')}` : y! };
    }
  }
  return undefined;
}

/** "Hưng Hải, ngày 18 tháng 4 năm 2026" on a line of its own at the foot, over the signature, where the head gives no day. */
function dateAtFoot(flow: Flow, paragraphs: readonly Paragraph[]): Day | null {
  for (const p of paragraphs.slice(-14)) {
    const found =
      /^\p{Lu}[\p{L} ]{1,40},\s?ngày\s(\d{1,2})(?:\stháng\s|[/.-])(\d{1,2})(?:\snăm\s|[/.-])(\d{4})\s?\.?$/u.exec(
        flow.text.slice(p.start, p.end),
      );
    if (found) return parseDay(`${found[3]}-${found[2]}-${found[1]}`) ?? null;
  }
  return null;
}

/** A copy that begins inside a document: "Điều 6. Tổ chức thực hiện", "III. TỔ CHỨC THỰC HIỆN". */
const BEGINS_INSIDE =
  /^(?:(?:Chương|CHƯƠNG|Mục|MỤC)\s(?:[IVX]+|\d+)|Điều\s\d{1,2}\.|[IVX]{1,4}\.\s\p{Lu}{2})(?!\p{L})/u;

const NOT_ISSUER =
  /^(?:PHỤ LỤC|BIỂU|MẪU|DANH MỤC|NHIỆM VỤ|TỔ CHỨC (?:THỰC HIỆN|TRIỂN KHAI)|NỘI DUNG|THƯ MỜI|PHIẾU)|^[IVX\d]{1,4}[.)]\s|\d[:/]\d\d|CỘNG H|CỘNG SẢN|ĐỘC LẬP|Độc lập|VIỆT NAM$|^Số|^SỐ|THÔNG BÁO|^\*|^V\/v|ngày|THÔNG TIN/u;

/** The caps lines at the head, left column, down to the number; an upper body above the issuer is left out of it by its own line. */
function readIssuer(head: readonly string[]): string | null {
  const caps: string[] = [];
  for (const cell of head.slice(0, 14)) {
    if (/^(?:Số|SỐ)\s?[:\d.]|^\d{1,6}[a-z]?[-/]/u.test(cell) || new RegExp(`^(?:${TYPE_NAMES})$`, 'u').test(cell))
      break;
    if (/\p{Lu}{2}/u.test(cell) && !/\p{Ll}{2}/u.test(cell) && !NOT_ISSUER.test(cell) && !CLOSED_MARK.test(cell))
      caps.push(cell);
    else if (caps.length > 0 && !/CỘNG H|Độc lập|ĐỘC LẬP|^[-_]+$/u.test(cell)) break;
  }
  return caps.length ? caps.join(' ').replace(/^[-\s]+|[-\s]+$/g, '') : null;
}

/** What can follow a title but is none of it. */
const HEAD_PART =
  /^(?:Kính gửi|Căn cứ|Thực hiện|Ngày |Nơi nhận|Số[\s:]|Xét |Sau khi|Trong |Để |Chiều |Sáng |Nhân dịp|Tiếp theo|Theo |Thời gian|CỘNG HÒA|Độc lập|\p{Lu}[\p{L} ]{2,30},\sngày)/u;

function readTitle(
  flow: Flow,
  paragraphs: readonly Paragraph[],
  typeAt: number,
  aboutAt: number,
  typeLength: number,
): { text: string; last: number } | undefined {
  const shown = (i: number): string => flow.shown.slice(paragraphs[i]!.start, paragraphs[i]!.end).trim();
  /** A title broken into several paragraphs goes on until a sentence, a rule or a new part of the head begins. */
  const gather = (at: number, first: string): { text: string; last: number } => {
    let text = first;
    let last = at;
    while (last + 1 < paragraphs.length && last < at + 3 && text.length < 300) {
      const next = paragraphs[last + 1]!;
      const words = shown(last + 1);
      if (next.marker || next.apart || /[.:;]\s*$/.test(words) || words.length > 160 || HEAD_PART.test(words)) break;
      if (/^\p{Lu}{2}/u.test(words) !== /^\p{Lu}{2}/u.test(first) && !/^CỦA\s/u.test(first)) break;
      text = `${text} ${words}`;
      last++;
    }
    return { text, last };
  };
  if (typeAt >= 0) {
    const own = shown(typeAt).slice(typeLength).trim();
    if (own) return gather(typeAt, own);
    const next = paragraphs[typeAt + 1];
    if (
      next &&
      !next.marker &&
      next.end - next.start < 500 &&
      !HEAD_PART.test(shown(typeAt + 1)) &&
      !/[.:]$/.test(shown(typeAt + 1))
    )
      return gather(typeAt + 1, shown(typeAt + 1));
    return { text: '', last: typeAt };
  }
  if (aboutAt >= 0) {
    const about = shown(aboutAt);
    const from = about.search(/V\/v\s/iu);
    return {
      text: gather(aboutAt, from > 0 ? about.slice(from) : about).text.replace(/\.$/, ''),
      last: gather(aboutAt, about).last,
    };
  }
  return undefined;
}

/** After the title; addressees ("Kính gửi", "điện:") belong to the head. */
function findBody(
  flow: Flow,
  paragraphs: readonly Paragraph[],
  after: number,
): { bodyFrom: number; addressees: number[] } {
  const all = flow.paragraphs;
  let at = after < 0 ? 0 : all.indexOf(paragraphs[after]!) + 1;
  const addressees: number[] = [];
  for (let i = at; i < Math.min(all.length, at + 14); i++) {
    const p = all[i]!;
    const text = flow.text.slice(p.start, p.end);
    const opens =
      /^(?:\(?Kính gửi|[^.;]{3,60}\sđiện\s*:|(?:Thủ tướng|Bộ|Chủ tịch|Phó|UBND|Ủy ban|Ban|Giám đốc|Văn phòng|Trưởng)[^.;]{3,60}\sđiện$)/iu.test(
        text,
      );
    if (!opens) continue;
    addressees.push(i);
    let k = i + 1;
    if (/:\s*$/.test(text)) {
      while (
        k < all.length &&
        k < i + 30 &&
        (all[k]!.marker?.kind === 'dash' ||
          all[k]!.marker?.kind === 'plus' ||
          (all[k - 1] && /,\s*$/.test(flow.text.slice(all[k - 1]!.start, all[k - 1]!.end))))
      )
        addressees.push(k++);
      if (k === i + 1 && k < all.length && all[k]!.end - all[k]!.start < 160 && !all[k]!.marker) addressees.push(k++);
    }
    at = k;
    break;
  }
  return { bodyFrom: at, addressees };
}

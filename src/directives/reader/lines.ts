import type { Repaired } from './repair.ts';

/** One line of the page: `start`..`end` is its text without the white space around it. */
export interface Line {
  start: number;
  end: number;
  text: string;
  indent: number;
  blank: boolean;
  /** All of it in Markdown bold. */
  bold: boolean;
  /** The bold runs on into the next line. */
  boldOpen: boolean;
  /** Opens a new page. */
  pageStart: boolean;
  kind: 'text' | 'rule' | 'furniture' | 'footnote' | 'bar' | 'row';
}

/** Cuts the repaired text into lines, and marks what is no part of the sentences: rules, page numbers, running heads, footnotes. */
export function readLines(repaired: Repaired): Line[] {
  const lines = cut(repaired);
  markRunningHeads(lines);
  markSealNotes(lines);
  markPageNumbers(lines);
  markFootnotes(lines);
  return lines;
}

function cut({ text, bold }: Repaired): Line[] {
  const lines: Line[] = [];
  let pageStart = false;
  let begin = 0;
  for (let i = 0; i <= text.length; i++) {
    const letter = text[i];
    if (i < text.length && letter !== '\n' && letter !== '\f') continue;
    let start = begin;
    let end = i;
    while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
    while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
    // The angle of a Markdown quotation.
    while (text[start] === '>' && start < end) {
      start++;
      while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
    }
    // A bar at either end of a single cell is the frame of a layout table, no part of the words.
    if (
      text
        .slice(start, end)
        .split('|')
        .filter((cell) => cell.trim() !== '').length === 1
    ) {
      while (start < end && /[|\s]/.test(text[start]!)) start++;
      while (end > start && /[|\s]/.test(text[end - 1]!)) end--;
    }
    const content = text.slice(start, end);
    const isEdge = content.length < 60 && (PAGE_EDGE.test(content) || FILE_NAME.test(content) || GAZETTE.test(content));
    lines.push({
      start,
      end,
      text: content,
      indent: start - begin,
      blank: start === end,
      bold: start < end && bold[start] === 1 && bold[end - 1] === 1,
      boldOpen: i < text.length && bold[i] === 1,
      pageStart,
      kind: isEdge ? 'furniture' : kindOf(content),
    });
    pageStart = letter === '\f' || isEdge;
    begin = i + 1;
  }
  return lines;
}

/** "--- PAGE BREAK ---", "[Trang 3]", "=== Page 3 of 7 ===": what a program that reads pages puts between them. */
const PAGE_EDGE =
  /^(?:[-=~<>![\]()\s]{1,12}(?:page[\s_-]?break|ngắt trang|(?:page|trang)(?: số)?\s?:?\s?\d{1,4}(?:\s?(?:\/|of|trên)\s?\d{1,4})?)[-=~<>![\]()\s]{1,12}|page\s\d{1,4}(?:\sof\s\d{1,4})?)$/iu;

/** "18.CTRTW31.DOC 9": the name of the writer's file at a page's head or foot. */
const FILE_NAME = /^[\p{L}\d.\-_() ]{2,36}\.(?:docx?|pdf|odt|rtf|xlsx?)[\s\d/]{0,8}$/iu;

/** "CÔNG BÁO/Số 281/Ngày 21-05-2026": the head of every page of the gazette. */
export const GAZETTE = /^(?:\d{1,4}\s+)?CÔNG BÁO\s?\/\s?Số [\d\s+]{1,14}\/\s?Ngày [\d/-]{6,10}(?:\s+\d{1,4})?$/u;

function kindOf(text: string): Line['kind'] {
  if (text.includes('|')) {
    if (/^[|\s:+=-]*$/.test(text)) return 'bar';
    const cells = text.replace(/^\||\|$/g, '').split('|').length;
    return cells > 1 ? 'row' : 'text';
  }
  if (text.length > 1 && /^[-=~.·…\s]+$/.test(text)) return 'rule';
  return 'text';
}

/** "Văn phòng UBND tỉnh        Trang 1/2": what the foot of every page says. */
const isPageFoot = (text: string): boolean =>
  text.length < 140 && /(?:^|\s{3,})(?:trang|page)\s\d{1,3}\s?\/\s?\d{1,3}$/iu.test(text);

const isPageNumber = (text: string): boolean =>
  text.length <= 14 && /^(?:[-–]?\s?\d{1,3}\s?[-–]?|(?:trang|page)\s?\d{1,3}(?:\s?\/\s?\d{1,3})?)$/i.test(text);

/** "UBND TỈNH A - THÔNG BÁO KẾT LUẬN             3", "06/CĐ-PCTT         2": the number of a page whose head says what the paper is; else 0. */
function numberOfHead(text: string): number {
  const found = /^(\S.{3,90}?)\s{8,}(\d{1,3})$/u.exec(text);
  const isPaper =
    found &&
    (!/\p{Ll}/u.test(found[1]!) ||
      /^\d+\/\p{Lu}|^(?:Thông báo|Nghị quyết|Kết luận|Kế hoạch|Chỉ thị|Công điện|Quyết định)\s/u.test(found[1]!));
  return isPaper ? Number(found[2]) : 0;
}

/** A lone number is a page number if it is set far in, opens a page, or goes on counting from the one before. */
function markPageNumbers(lines: Line[]): void {
  let last = 0;
  lines.forEach((line, i) => {
    if (line.kind === 'text' && isPageFoot(line.text)) line.kind = 'furniture';
    const headed = line.kind === 'text' ? numberOfHead(line.text) : 0;
    if (headed > 1 && (headed === last + 1 || (last === 0 && headed <= 3))) {
      line.kind = 'furniture';
      last = headed;
      return;
    }
    if (line.kind !== 'text' || line.blank || !isPageNumber(line.text)) return;
    const number = Number(/\d+/.exec(line.text)![0]);
    const before = lines[i - 1];
    const after = lines[i + 1];
    const closesPage = lines.slice(i + 1, i + 6).find((next) => !next.blank || next.pageStart)?.kind === 'furniture';
    const apart =
      (!before || before.blank || before.kind === 'furniture') && (!after || after.blank || after.pageStart);
    const counts = number === last + 1 || (last === 0 && number <= 2);
    if (
      line.pageStart ||
      after?.pageStart ||
      closesPage ||
      (counts && (line.indent >= 8 || apart)) ||
      (line.indent >= 20 && apart)
    ) {
      line.kind = 'furniture';
      last = number;
    }
  });
}

/** The same words at three page ends or more, whatever number stands in them. */
function markRunningHeads(lines: Line[]): void {
  const seen = new Map<string, Line[]>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank || line.kind !== 'text' || line.text.length < 8) continue;
    const atPageEnd = [-2, -1, 0, 1, 2, 3].some((d) => {
      const near = lines[i + d];
      return near?.pageStart || (near !== undefined && d !== 0 && isPageNumber(near.text) && near.text !== '');
    });
    if (!atPageEnd) continue;
    const key = line.text.replace(/\d+/g, '#');
    const same = seen.get(key);
    if (same) same.push(line);
    else seen.set(key, [line]);
  }
  for (const same of seen.values()) if (same.length >= 3) for (const line of same) line.kind = 'furniture';
}

const SEALED_BY = /^(?:Người ký|Ký bởi)\s?:\s?\S/iu;
const OF_SEAL = /^(?:E-?mail|Cơ quan|Tổ chức|Chức vụ|Ngày ký|Thời gian ký|Giờ ký)\s?:\s?\S/iu;

/** "Ký bởi: ... / Cơ quan: ... / Ngày ký: ...": what a digital signature prints at the edge of a page. */
function markSealNotes(lines: Line[]): void {
  lines.forEach((line, i) => {
    if (!SEALED_BY.test(line.text) || !lines.slice(i + 1, i + 5).some((next) => OF_SEAL.test(next.text))) return;
    line.kind = 'furniture';
    for (let k = i + 1; OF_SEAL.test(lines[k]?.text ?? ''); k++) lines[k]!.kind = 'furniture';
  });
}

const NOTE = /^(?:\[(\d{1,3})\]|(\d{1,2})\s(?=\p{Lu}|"))/u;

/**
 * A footnote opens with its bare number ("1 Các quy định ...") or "[1]" and runs to the foot of its page; the words
 * above it must carry the same number as a mark.
 */
function markFootnotes(lines: Line[]): void {
  let expected = 1;
  let above = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.kind !== 'text' || line.blank) continue;
    const found = NOTE.exec(line.text);
    const number = Number(found?.[1] ?? found?.[2] ?? 0);
    const marked = found?.[1] !== undefined || (number === expected && hasMark(above, number));
    if (!found || !marked || number > expected + 3) {
      above = `${above.slice(-4000)} ${line.text}`;
      continue;
    }
    expected = number + 1;
    let end = i + 1;
    let blankAt = -1;
    while (end < lines.length && end - i < 60) {
      const next = lines[end]!;
      if (next.kind === 'furniture' || next.pageStart) break;
      if (next.blank && blankAt < 0) blankAt = end;
      if (NOTE.test(next.text) && !next.blank) break;
      end++;
    }
    const closed = lines[end]?.kind === 'furniture' || lines[end]?.pageStart || NOTE.test(lines[end]?.text ?? '');
    const stop = closed || blankAt < 0 ? end : blankAt;
    for (let k = i; k < stop; k++) if (!lines[k]!.blank) lines[k]!.kind = 'footnote';
    i = stop - 1;
  }
}

const hasMark = (text: string, number: number): boolean =>
  new RegExp(`\\p{L}{3}[)"]?${number}(?=[\\s.,;:)]|$)`, 'u').test(text);

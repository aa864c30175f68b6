import type { Repaired } from './repair.ts';

/**
 * Points that a copy ran together on one line: "... đúng hạn. 2. Sở Y tế ...", "...: - Chủ trì ...; - Phối hợp ...". A
 * number counts as a point only where it follows the last one of its kind, or begins a count that goes on.
 */
interface Mark {
  /** The space before it, for the first letter of a line -1. */
  space: number;
  kind: string;
  value: number;
  /** It stands after a sign that ends a sentence or a part of one. */
  isApart: boolean;
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const COUNTED =
  /(?<=^|\S )(?:(?<decimal>\d{1,2}(?:\.\d{1,2}){1,2})\.?|(?<number>\d{1,2})(?<sign>[.)/])|(?<letter>[a-zđ])\)|(?<roman>[IVX]{1,4})\.|[Đđ]iều (?<article>\d{1,2})\.) (?=["(]?\p{L})/gu;
/** "tại khoản 2. Sở Tài chính ...", "Phụ lục 1. Danh mục": a number that belongs to the word before it. */
const NUMBERED =
  /(?:khoản|điều|mục|điểm|phụ lục|biểu|bảng|mẫu|số|ngày|tháng|năm|quý|lần|đợt|phần|chương|tổ|khu|quận|cấp|hình|và|hoặc|TP|Tp)\.? $/iu;
const BULLET = /(?<=[.;:] )[-+•](?= \p{L})/gu;
/** Words that open a point after a dash, whatever stands before it: names have dashes too, but none goes on so. */
const POINT_WORDS =
  '(?:Chủ trì|Phối hợp|Tham mưu|Rà soát|Tăng cường|Tiếp tục|Tập trung|Triển khai|Chủ động|Khẩn trương|Đẩy mạnh|Chỉ đạo|Thường xuyên|Kịp thời|Hướng dẫn)[\\s,]';
const POINT_LABELS = '(?:(?:Cơ quan|Đơn vị) (?:thực hiện|chủ trì|phối hợp)|Thời (?:gian|hạn)[^:.;]{0,20}|Nội dung):';
/** Does what stands after a dash open a point? */
export const opensPoint = (words: string): boolean => OPENS_POINT.test(words);
const OPENS_POINT = new RegExp(`^\\s?(?:${POINT_WORDS}|${POINT_LABELS})`, 'u');
const BARE_DASH = new RegExp(`(?<=[\\p{L}\\d] )-(?= (?:${POINT_WORDS}|${POINT_LABELS}))`, 'gu');
/** Without a sign before it, a number opens a point only before who is charged. */
const WHO =
  /^\S{1,6} (?:Giao|Yêu cầu|Đề nghị|(?:Các )?(?:Sở|Ban|Bộ|Văn phòng|UBND|Ủy ban|Đảng ủy|Công an|Chủ tịch|Giám đốc|Thủ trưởng|Thanh tra)) /u;
const AHEAD = 12;

/** The text with each such point on a line of its own; its length is the same. Tables keep their lines. */
export function breakRunOnLists(repaired: Repaired): Repaired {
  const { text } = repaired;
  const spaces = new Set<number>();
  const marks: Mark[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\f]+/gu)) {
    const start = /^[\s>]*/u.exec(line)![0].length;
    const isTable = line.includes('|') || /\S(?:\t| {3,})\S/.test(line);
    for (const mark of line.slice(start).matchAll(COUNTED)) {
      const at = index + start + mark.index;
      const isFirst = mark.index === 0;
      if (!isFirst && (isTable || NUMBERED.test(text.slice(Math.max(0, at - 10), at)))) continue;
      const isApart = /[.;:…!?]["”)]? $/u.test(text.slice(Math.max(0, at - 3), at));
      if (!isFirst && !isApart && !WHO.test(text.slice(at, at + 30))) continue;
      if (!mark.groups!.letter && !isFirst && !/^\S+(?: \d+\.)? ["(]?\p{Lu}/u.test(text.slice(at, at + 14))) continue;
      marks.push({ space: isFirst ? -1 : at - 1, ...readCount(mark.groups!), isApart });
    }
    if (isTable) continue;
    for (const form of [BULLET, BARE_DASH])
      for (const mark of line.matchAll(form)) if (mark.index > start) spaces.add(index + mark.index - 1);
  }
  const last = new Map<string, number>();
  marks.forEach(({ space, kind, value }, i) => {
    const isNext = value === (last.get(kind) ?? 0) + 1 && value > 1;
    if (space >= 0 && !isNext) {
      if (value !== 1 || !goesOn(marks, i)) return;
    }
    if (space >= 0) spaces.add(space);
    last.set(kind, value);
  });
  if (spaces.size === 0) return repaired;
  const broken = (letters: string): string => {
    const out: string[] = [];
    let done = 0;
    for (const at of [...spaces].sort((a, b) => a - b)) {
      out.push(letters.slice(done, at), '\n');
      done = at + 1;
    }
    return out.join('') + letters.slice(done);
  };
  return { ...repaired, text: broken(text), shown: broken(repaired.shown) };
}

/** Which count a mark belongs to, and its place in it. */
function readCount(groups: Record<string, string | undefined>): { kind: string; value: number } {
  const { decimal, number, sign, letter, roman, article } = groups;
  if (decimal) {
    const cut = decimal.lastIndexOf('.');
    return { kind: decimal.slice(0, cut + 1), value: Number(decimal.slice(cut + 1)) };
  }
  if (number) return { kind: sign!, value: Number(number) };
  if (letter) return { kind: 'letter', value: LETTERS.indexOf(letter) + 1 };
  if (roman) return { kind: 'roman', value: ROMANS.indexOf(roman) + 1 };
  return { kind: 'article', value: Number(article) };
}

/** Does a second point of the same kind follow this first one? */
function goesOn(marks: readonly Mark[], at: number): boolean {
  const { kind } = marks[at]!;
  const next = marks.slice(at + 1, at + 1 + AHEAD).find((mark) => mark.kind === kind);
  return next?.value === 2;
}

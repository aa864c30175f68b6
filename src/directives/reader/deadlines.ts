import { type Day, parseDay } from '../../kernel/day.ts';
import {
  COMES_ROUND,
  CONDITION,
  DATED_THINGS,
  FORBIDDEN_IN,
  FORMS,
  HANDED_IN,
  MONTH_OF_QUARTER,
  ONGOING_AFTER,
  PERIOD,
  PERIOD_REPORTED,
  RECURRING_AFTER,
  REGULAR,
  RELATIVE,
  TAKES_PLACE,
  TELLS_OF_PAST,
  THINGS_DONE,
} from './deadlineForms.ts';
import type { Recurrence, Span } from './model.ts';

/** A limit found in a clause. `day` is the last day allowed; a limit without a day keeps its words only. */
export interface Limit {
  day: Day | null;
  recurrence: Recurrence | null;
  condition: string | null;
  span: Span;
  /** A calendar day that does not exist ("31/11/2025"). */
  impossible: boolean;
}

/** "kỳ họp thứ 10 (tháng 11/2025)": when something else takes place. */
const EVENT = /(?:kỳ họp|phiên họp|hội nghị|đại hội|kỷ niệm|lễ|số|đợt|khóa|lần thứ)[^.;,]{0,50}$/iu;
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const RECURRENCE: Record<string, Recurrence> = {
  ngày: 'daily',
  tuần: 'regular',
  tháng: 'monthly',
  quý: 'quarterly',
  năm: 'yearly',
};
const lastDayOfMonth = (year: number, month: number): number =>
  [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ] ?? 0;

/** "định kỳ hằng năm báo cáo ..., gửi về Bộ A | trước ngày 25 tháng 12": the day comes round with the year. */
const EVERY_YEAR =
  /(?:định kỳ (?:hằng|hàng) năm|(?:hằng|hàng|mỗi) năm,?\s(?:báo cáo|tổng hợp|đánh giá|gửi|rà soát|sơ kết|tổng kết|thống kê))[^.;]{0,110}\s$/iu;

/** Reads limits in one clause. `today` is the document's day: a limit without a year is the first such day from then on. */
export function findLimits(text: string, today: Day | null, yearHint: number | null): Limit[] {
  const found: Limit[] = [];
  const add = (
    match: RegExpMatchArray,
    day: Day | null,
    impossible = false,
    recurrence: Recurrence | null = null,
  ): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    const rest = text.slice(end, end + 40);
    // "trước ngày 30/6/2026, hằng tuần báo cáo": a day of one year does not come round.
    const recurring = /20\d{2}$/u.test(match[0]) && rest.startsWith(',') ? null : RECURRING_AFTER.exec(rest);
    const ongoing = ONGOING_AFTER.exec(rest);
    const before = text.slice(Math.max(0, start - 80), start);
    if (
      DATED_THINGS.test(before) ||
      FORBIDDEN_IN.test(before) ||
      (day && today && day < today && TELLS_OF_PAST.test(before))
    )
      return;
    if (day && today && day < today && isPeriodGoneBy(match[0], before)) return;
    if (day && today && day < today && ONLY_AHEAD.test(match[0])) return;
    if (TAKES_PLACE.test(before) && /^(?:trong|từ|vào|cuối)(?!\scuối)/iu.test(match[0])) return;
    const extra = (recurring ?? ongoing)?.[0].length ?? 0;
    found.push({
      day: recurring || ongoing ? null : day,
      recurrence: ongoing ? 'ongoing' : recurring ? RECURRENCE[recurring[1]!.toLowerCase()]! : recurrence,
      condition: null,
      span: [start, end + extra],
      impossible: impossible && !recurring,
    });
  };
  const dayOf = (d: string | undefined, m: string | undefined, y: string | undefined): Day | undefined => {
    const year = y ? Number(y.length === 2 ? `20${y}` : y) : yearFor(Number(m), Number(d), today, yearHint);
    return year === null ? undefined : parseDay(`${year}-${m}-${d}`);
  };
  for (const form of [
    FORMS.range,
    FORMS.before,
    FORMS.labelled,
    FORMS.within,
    FORMS.fromNow,
    FORMS.until,
    FORMS.on,
    FORMS.first,
  ]) {
    for (const match of text.matchAll(form)) {
      const [d, m, y] = [match[1], match[2] ?? match[4], match[3] ?? match[5]];
      if (form === FORMS.range && PERIOD_REPORTED.test(text.slice(Math.max(0, (match.index ?? 0) - 60), match.index)))
        continue;
      if (!y && EVERY_YEAR.test(text.slice(Math.max(0, match.index - 150), match.index))) continue;
      if (!y && COMES_ROUND.test(text.slice(Math.max(0, match.index - 160), match.index))) {
        add(match, null, false, 'regular');
        continue;
      }
      const day = dayOf(d, m, y);
      add(match, day ?? null, day === undefined && (y !== undefined || today !== null));
    }
  }
  for (const match of text.matchAll(FORMS.month)) {
    const month = Number(match[2]);
    if (month < 1 || month > 12) continue;
    const before = /^(?:trước|xong trước)$/iu.test(match[1]!) && !/cuối/iu.test(match[0]);
    add(match, monthEnd(before ? month - 1 : month, match[3] ?? match[4], month));
  }
  for (const match of text.matchAll(FORMS.quarter)) {
    const month = ROMAN[match[2]!.toLowerCase()]! * 3;
    const before = /^trước$/iu.test(match[1]!) && !/cuối/iu.test(match[0]);
    add(match, monthEnd(before ? month - 3 : month, match[3] ?? match[4], month));
  }
  for (const match of text.matchAll(FORMS.bracketed)) {
    const { month, quarter, slashed, year } = match.groups!;
    const named = month ? Number(month) : ROMAN[quarter!.toLowerCase()]! * 3;
    if (named >= 1 && named <= 12 && !EVENT.test(text.slice(Math.max(0, match.index - 60), match.index)))
      add(match, monthEnd(named, slashed ?? year, named));
  }
  for (const match of text.matchAll(FORMS.year)) {
    const year = match[2] === 'nay' ? (today?.slice(0, 4) ?? yearHint) : match[2];
    const before = /trước$/iu.test(match[1]!);
    // "các dự án trước năm 2020": a year gone by is no limit.
    if (/^trước$/iu.test(match[1]!) && !(today && Number(year) > Number(today.slice(0, 4)))) continue;
    add(match, parseDay(`${before ? Number(year) - 1 : year}-12-31`) ?? null);
  }
  for (const match of text.matchAll(FORMS.part)) {
    const { months, six, side, year, half, month, ofYear, inYear, whole } = match.groups!;
    const first = side === 'đầu' ? Number(months ?? (six ? 6 : 9)) : half === 'đầu' && whole ? 6 : 12;
    if (month && half === 'đầu') add(match, dayOf('15', month, ofYear ?? inYear) ?? null);
    else
      add(
        match,
        monthEnd(month ? Number(month) : first, ofYear ?? inYear ?? whole ?? year, month ? Number(month) : first),
      );
  }
  function monthEnd(month: number, y: string | undefined, named: number): Day | null {
    const year = y ? Number(y) : yearFor(named, lastDayOfMonth(2024, named), today, yearHint);
    if (year === null) return null;
    const at = month < 1 ? { year: year - 1, month: month + 12 } : { year, month };
    return parseDay(`${at.year}-${at.month}-${lastDayOfMonth(at.year, at.month)}`) ?? null;
  }
  addOpenLimits(text, found);
  const kept = withoutOverlaps(found);
  // "kế hoạch hoạt động trong năm 2026, trình trước ngày 15/12/2025": the year is what the plan is for.
  return kept.filter(
    (limit, k) =>
      !/^trong năm \d{4}$/iu.test(text.slice(...limit.span)) ||
      !kept.slice(k + 1).some((later) => later.day && limit.day && later.day < limit.day),
  );
}

/** "ngày 20/9" with no word of time, "từ tháng 9 đến tháng 12": a limit only where it lies ahead. */
const ONLY_AHEAD = /^(?:ngày\s|từ\stháng\s)/iu;

/** "tình hình cung ứng điện trong tháng 9", "các dự án hoàn thành trong năm 2024", written after that time. */
const isPeriodGoneBy = (words: string, before: string): boolean =>
  /^trong\s(?:(?:\d{1,2}|sáu|chín)\s)?(?:tháng|quý|năm)/iu.test(words)
    ? !HANDED_IN.test(before)
    : /^hoàn thành (?:trong|trước)\s/iu.test(words) && THINGS_DONE.test(before);

const DATE = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d|[/%])`;
const UNIT = '(tháng|qu[ýí]|năm)';
/** What stands alone after "Thời gian thực hiện:" or in a column of limits, and the words that make a clause of it. */
const DAY_ALONE = new RegExp(`^(?:ngày\\s)?(${DATE}|\\d{1,2}\\stháng\\s\\d{1,2}(?:[\\s,]{1,2}năm\\s\\d{4})?)`, 'iu');
const ALONE: [RegExp, (found: RegExpExecArray) => string][] = [
  // "10-11/2019": two months, not a day.
  [/^(?:1[0-2]|0?[1-9])\s?[-–]\s?(1[0-2]|0?[1-9])\/(20\d{2})(?!\d)/u, (found) => `trong tháng ${found[1]}/${found[2]}`],
  [DAY_ALONE, (found) => `đến hết ngày ${found[1]}`],
  [/^tháng\s\d{1,2}(?:\s?[/-]\s?\d{4}|,?\snăm\s\d{4})?(?!\d)/iu, (found) => `trong ${found[0].replace('-', '/')}`],
  [
    /^(?:cuối\s)?qu[ýí]\s(?:iv|iii|ii|i|[1-4])(?:\s?[/-]\s?\d{4}|,?\snăm\s\d{4})?(?![\p{L}\d])/iu,
    (found) => `trong ${found[0]}`,
  ],
  [/^(?:trong\s|cuối\s)?năm\s(\d{4})/iu, (found) => `trong năm ${found[1]}`],
  [/^(\d{1,2})\s?[/-]\s?(20\d{2})(?!\d)/u, (found) => `trong tháng ${found[1]}/${found[2]}`],
  [/^(20\d{2})(?=[\s.;]*$|\s(?:và|đến)\s)/u, (found) => `trong năm ${found[1]}`],
];
/** "2026 - 2028", "Quý III - IV/2026", "Từ tháng 3 đến tháng 6/2026", "Quý IV/2026, 2027": a span or list of times, whose end is the limit. */
const SPAN = new RegExp(
  `^(?:giai đoạn\\s|trong\\s)?(?:từ\\s)?(?:ngày\\s)?(?:${DATE}|(?:${UNIT}\\s)?(?:20\\d{2}|\\d{1,2}|iv|iii|ii|i)(?:\\s?/\\s?\\d{4})?)\\s?(?:[-–]|[,;](?!\\s?năm\\s)|\\s(?:đến|tới|và)(?:\\shết)?\\s)\\s?(?=(?:ngày\\s|${UNIT}\\s)?[\\divx])`,
  'iu',
);

/** The limit of a label's value or of a table's cell, where a bare "Quý III/2025", "2026" or "2026 - 2028" is one too. */
export function readLimitValue(text: string, today: Day | null, yearHint: number | null): Limit | undefined {
  const first = findLimits(text, today, yearHint)[0];
  if (first && first.span[0] < 4 && first.day) return first;
  const read = endOfSpan(text, today, yearHint) ?? standingAlone(text, today, yearHint) ?? first;
  // "Dự kiến tháng 11/2025", "ngày Tháng 11/2025".
  const before = read?.day ? 0 : (/^(?:dự kiến:?|khoảng|ngày(?=\stháng\s\d))\s/iu.exec(text)?.[0].length ?? 0);
  const limit = before > 0 ? readLimitValue(text.slice(before), today, yearHint) : undefined;
  return limit?.day ? { ...limit, span: [limit.span[0] + before, limit.span[1] + before] } : read;
}

/** "Tháng 7/2025:", "Từ ngày 22/6 đến ngày 25/6/2025:", "Quý IV/2025:": words before what is to be done that only say when. */
const TIME_LABEL = /^(?:(?:từ|ngày|tháng|quý|quí|năm|giai đoạn|trong|cuối|đến|trước)\s|\d)[^:;]{2,56}:\s*$/iu;
export const isTimeLabel = (words: string): boolean => TIME_LABEL.test(words) && /\d/.test(words);

/** The limit that such a label at the start of a clause gives. */
export function labelledLimit(text: string, today: Day | null, yearHint: number | null): Limit | undefined {
  const label = text.slice(0, text.slice(0, 64).search(/:\s/) + 1);
  if (!isTimeLabel(label)) return undefined;
  const limit = readLimitValue(label.slice(0, -1), today, yearHint);
  return limit?.day && limit.span[0] < 3 && label.length - limit.span[1] < 4 ? limit : undefined;
}

/** @param more how many further times a list may tell */
function endOfSpan(text: string, today: Day | null, yearHint: number | null, more = 3): Limit | undefined {
  const whole = DAY_ALONE.exec(text);
  const span = whole && whole[0].length === text.trimEnd().length ? null : SPAN.exec(text);
  if (!span) return undefined;
  const tail = text.slice(span[0].length);
  const isBare = /^[\divx]/iu.test(tail) && !/^20\d{2}(?!\d)/.test(tail) && !DAY_ALONE.test(tail);
  const unit = span[1] && isBare ? `${span[1]} ` : '';
  const further = more > 0 ? endOfSpan(unit + tail, today, yearHint, more - 1) : undefined;
  const last = further ?? standingAlone(unit + tail, today, yearHint);
  return last?.day ? { ...last, span: [0, span[0].length + last.span[1] - unit.length] } : undefined;
}

function standingAlone(text: string, today: Day | null, yearHint: number | null): Limit | undefined {
  for (const [form, toClause] of ALONE) {
    const match = form.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length, match[0].length + 40);
    const ongoing = ONGOING_AFTER.exec(rest);
    const limit = findLimits(toClause(match) + rest, today, yearHint)[0];
    return {
      day: ongoing ? null : (limit?.day ?? null),
      recurrence: ongoing ? 'ongoing' : (limit?.recurrence ?? null),
      condition: null,
      span: [0, match[0].length + (ongoing?.[0].length ?? 0)],
      impossible: limit?.impossible ?? false,
    };
  }
  return undefined;
}

function addOpenLimits(text: string, found: Limit[]): void {
  const add = (match: RegExpMatchArray, recurrence: Recurrence | null, condition: string | null): void => {
    const start = (match.index ?? 0) + (/^\s/.test(match[0]) ? 1 : 0);
    found.push({
      day: null,
      recurrence,
      condition,
      span: [start, (match.index ?? 0) + match[0].trimEnd().length],
      impossible: false,
    });
  };
  for (const match of text.matchAll(PERIOD)) {
    const times = /tháng cuối\s/iu.test(match[0])
      ? 'quý'
      : /\slần(?![\p{L}\p{M}])/iu.test(match[0])
        ? /(?:ngày|tuần|tháng|quý|năm)/iu.exec(match[0])?.[0]
        : undefined;
    const unit = (match[1] ?? match[2] ?? match[3] ?? times ?? 'năm').toLowerCase();
    // "kế hoạch hằng năm", "ngân sách hằng năm": the thing is yearly, not the duty.
    if (
      !/^(?:định|trước|trong)/iu.test(match[0].trim()) &&
      /(?:kế hoạch|dự toán|ngân sách|chương trình|thanh tra|báo cáo thường niên|kiểm tra|vốn|bình quân)\s?$/iu.test(
        text.slice(Math.max(0, match.index - 20), match.index + 1),
      )
    )
      continue;
    add(match, match[2] ? 'regular' : RECURRENCE[unit]!, null);
  }
  for (const match of text.matchAll(MONTH_OF_QUARTER)) add(match, 'quarterly', null);
  for (const match of text.matchAll(REGULAR)) add(match, 'regular', null);
  for (const match of text.matchAll(CONDITION)) add(match, null, match[0].trim());
  for (const match of text.matchAll(RELATIVE)) add(match, null, null);
}

function yearFor(month: number, day: number, today: Day | null, hint: number | null): number | null {
  if (!today) return hint;
  const year = Number(today.slice(0, 4));
  const at = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return at < today ? year + 1 : year;
}

/** Longer and dated readings win over what they cover. */
function withoutOverlaps(found: Limit[]): Limit[] {
  const kept: Limit[] = [];
  const rank = (l: Limit): number =>
    (l.day || l.impossible ? 2 : l.recurrence ? 1 : 0) * 1000 + (l.span[1] - l.span[0]);
  for (const limit of [...found].sort((a, b) => rank(b) - rank(a))) {
    if (!kept.some((k) => limit.span[0] < k.span[1] && k.span[0] < limit.span[1])) kept.push(limit);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}

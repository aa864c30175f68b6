import { type Day, parseDay } from '../../kernel/day.ts';
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

const DAY = String.raw`(\d{1,2})(?:\s?tháng\s(\d{1,2})(?:[\s,]{1,2}năm\s(\d{4}))?|\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?)(?!\d|[/%])`;
const HOUR = String.raw`(?:\d{1,2}\s?(?:giờ|g|h|:)\s?(?:\d{2})?(?:\sphút|['’])?(?:\s(?:sáng|trưa|chiều|tối))?(?:\s(?:hôm|đêm) nay)?,?\s)`;
const BEFORE = String.raw`(?:(?:hoàn thành|hoàn tất|thực hiện|xong|báo cáo|gửi|trình|thời hạn|thời gian)\s(?:xong\s)?)?(?:trong\s)?(?:xong\s)?(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|đến hết|cho đến hết|tới hết|thời hạn(?: cuối)?|hạn|xong|không (?:để )?(?:chậm|muộn|trễ) (?:quá|hơn)|không quá|đúng (?:hẹn|hạn|thời hạn))`;
const FILL = String.raw`(?:\s?:)?\s(?:(?:là|vào|đến|trong|trước|hết|thời điểm|hoàn thành|thực hiện|báo cáo)\s){0,3}`;

const FORMS = {
  before: new RegExp(
    `${BEFORE}${FILL}${HOUR}?(?:ngày\\s)?(?:(?:(?:lễ|Tết|Quốc khánh|Quốc tế)[\\p{L} ]{0,24}|(?<=ngày\\s)\\p{Ll}+(?:\\s\\p{Ll}+){1,3})\\s\\(?)?${DAY}`,
    'giu',
  ),
  range: new RegExp(
    `(?:trong tuần\\s|(?:trong khoảng\\s)?thời gian\\s|trong\\s)?(?:từ\\s)?(?:ngày\\s)?(?:\\d{1,2}\\s?[/.]\\s?\\d{1,2}(?:\\s?[/.]\\s?\\d{4})?\\s(?:đến|tới)(?:\\shết)?\\s(?=\\d)|\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{4})?|\\stháng\\s\\d{1,2}(?:\\snăm\\s\\d{4})?)?\\s(?:đến|tới)\\s(?:hết\\s)?ngày\\s)${DAY}`,
    'giu',
  ),
  labelled: new RegExp(
    `(?:thời hạn|thời gian|hạn|tiến độ)(?:\\s(?:hoàn thành|thực hiện|báo cáo|gửi|nộp|cuối|cùng|chót|mới|về)){0,2}(?:\\s?:|\\slà)\\s(?:trước\\s|chậm nhất\\s(?:là\\s)?|đến\\s)?(?:ngày\\s)?${DAY}`,
    'giu',
  ),
  within: new RegExp(
    `(?:trong|ngay trong|xong trong|(?:báo cáo|trình|gửi|nộp|xong|hoàn thành)\\svào)\\sngày\\s${DAY}`,
    'giu',
  ),
  fromNow: new RegExp(`từ nay\\s(?:cho\\s)?(?:đến|tới)\\s(?:hết\\s)?(?:ngày\\s)?${DAY}`, 'giu'),
  until: new RegExp(
    `(?:(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|thời gian:?|chậm nhất)\\s(?:đến|tới)\\sngày\\s|^(?:phấn đấu\\s)?đến\\s(?:hết\\s)?(?:ngày\\s)?)${DAY}`,
    'giu',
  ),
  month:
    /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện|xong)\s(?:xong\s)?)?(trong|trước|hết|cuối|(?<!khi\s)kết thúc|đến hết|xong trước|vào|chậm nhất(?: là)?(?: vào| trong)?|muộn nhất(?: là)?(?: vào| trong)?)\s(?:cuối\s)?(?:các\s)?tháng\s(?:\d{1,2}(?:,\s|\svà\s|\s?-\s?)(?:tháng\s)?){0,3}(\d{1,2})(?:\s?[/.]\s?(\d{4})|,?\snăm\s(\d{4}))?(?!\d|\/)/giu,
  quarter:
    /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện)\s(?:xong\s)?)?(trong|trước|hết|cuối|(?<!khi\s)kết thúc|đến hết|chậm nhất(?: là)?(?: vào| trong)?|vào)\s(?:cuối\s)?(?:các\s)?qu[ýí]\s(?:(?:iii|ii|i|[1-3])(?:,\s|\svà\s|\s?-\s?)(?:qu[ýí]\s)?){0,3}(iv|iii|ii|i|[1-4])(?:\s?[/-]\s?(\d{4})|,?\snăm\s(\d{4}))?(?![\p{L}\d])/giu,
  year: /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện)\s(?:xong\s)?)?(trong|hết|đến hết|(?<!tháng\s)cuối|đến cuối|trước cuối|chậm nhất(?: là)?(?: trong| cuối)?)\s(?:cuối\s)?năm\s(\d{4}|(?<=cuối\snăm\s)nay)(?!\d|\s?-)/giu,
};
/** "không tổ chức lễ hội | trong năm 2026": how long something must not be done is no limit. */
const FORBIDDEN_IN =
  /(?:^|\s)không (?:tổ chức|thực hiện|điều chỉnh|tăng|tuyển|mua sắm|bố trí|xem xét|tiếp nhận|kiểm tra|thanh tra)\s(?:(?!hoàn thành|báo cáo|trình|gửi|xong)[^.;])*$/u;
const RECURRING_AFTER =
  /^(?:(?:,|\svà)\s(?:ngày\s)?\d{1,2}\/\d{1,2}){0,3}[\s,]{0,2}(?:của\s)?(?:mỗi|hằng|hàng)\s(tuần|tháng|quý|năm|ngày)/iu;
const ONGOING_AFTER = /^\s(?:và|đến)\s(?:(?:các|những)\snăm\stiếp\stheo|các năm sau|hằng năm|hàng năm)/iu;
const PERIOD =
  /(?:định kỳ|trong các báo cáo chuyên đề và định kỳ)?\s?(?:trước\s(?:ngày\s)?\d{1,2}\s)?(?:hằng|hàng|mỗi)\s(ngày|tuần|tháng|quý|năm)(?![\p{L}\p{M}])|định kỳ\s(?:\d{1,2}|ba|sáu)\s(tháng|tuần|ngày)|định kỳ\s(?:theo\s)?(ngày|tuần|tháng|quý|năm)(?![\p{L}\p{M}]|\s?\d)|(?:06|6|sáu)\stháng(?:,|\svà)\s(?:một\s|01\s|1\s)?(?:năm|hằng năm|hàng năm)/giu;
const REGULAR =
  /(?:^|(?<=[.;,:]\s)|(?<=^(?:đồng thời|chủ trì|và)\s))thường xuyên(?![\p{L}\p{M}])(?!\s(?:xảy|đi|theo quy định của))|(?<!(?:chi|đào tạo|giáo dục|thường)\s)thường xuyên,?\s(?=(?:theo dõi|kiểm tra|rà soát|báo cáo|cập nhật|giám sát|đôn đốc|hướng dẫn|phối hợp|tuyên truyền|tổ chức|nắm))/giu;
const CONDITION =
  /(?:ngay\s)?(?:sau khi|khi)\s(?:có|được|hoàn thành|Trung ương|Chính phủ|Quốc hội|cấp có thẩm quyền|Bộ|Luật|Nghị định)[^.;,]{3,140}/giu;
const RELATIVE =
  /(?:(?:trong|chậm nhất|không quá|tối đa)\s(?:thời hạn\s|vòng\s|thời gian\s|sau\s|là\s)?){1,2}(?:\d{1,3}|một|hai|ba|năm|mười)\s(?:ngày(?: làm việc)?|giờ|tuần|tháng)(?!\s\d|\s?(?:đầu|cuối)(?! tiên))(?:[^.;,]{0,12}kể từ[^.;,]{3,80}|[^.;,]{0,4}sau khi[^.;,]{3,80})?|kể từ ngày (?:ban hành|ký|nhận)[^.;,]{0,60}|(?:trước|tại|trong|đến)\s(?:các\s)?kỳ họp[^.;]{0,60}|trình[^.;,]{0,80}tại (?:kỳ họp|phiên họp)[^.;]{0,60}|trong (?:tuần|nửa) (?:lễ )?(?:đầu|cuối|giữa)(?: tiên)?(?: của)? tháng \d{1,2}(?:\/\d{4}| năm \d{4})?|(?:ngay )?trong (?:tuần|tháng|ngày|quý|năm) (?:này|nay|tới|sau)|trong (?:tuần|ngày) làm việc|trong thời gian chưa[^.;,]{3,60}/giu;

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
    const recurring = RECURRING_AFTER.exec(rest);
    const ongoing = ONGOING_AFTER.exec(rest);
    if (FORBIDDEN_IN.test(text.slice(Math.max(0, start - 80), start))) return;
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
    const year = y ? Number(y) : yearFor(Number(m), Number(d), today, yearHint);
    return year === null ? undefined : parseDay(`${year}-${m}-${d}`);
  };
  for (const form of [FORMS.range, FORMS.before, FORMS.labelled, FORMS.within, FORMS.fromNow, FORMS.until]) {
    for (const match of text.matchAll(form)) {
      const [d, m, y] = [match[1], match[2] ?? match[4], match[3] ?? match[5]];
      if (
        form === FORMS.range &&
        /(?:giai đoạn|số liệu|kỳ báo cáo|tính)\s(?:từ\s)?$/iu.test(
          text.slice(Math.max(0, (match.index ?? 0) - 20), match.index),
        )
      )
        continue;
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
    add(match, monthEnd(/^trước$/iu.test(match[1]!) ? month - 3 : month, match[3] ?? match[4], month));
  }
  for (const match of text.matchAll(FORMS.year)) {
    const year = match[2] === 'nay' ? (today?.slice(0, 4) ?? yearHint) : match[2];
    add(match, parseDay(`${year}-12-31`) ?? null);
  }
  function monthEnd(month: number, y: string | undefined, named: number): Day | null {
    const year = y ? Number(y) : yearFor(named, lastDayOfMonth(2024, named), today, yearHint);
    if (year === null) return null;
    const at = month < 1 ? { year: year - 1, month: month + 12 } : { year, month };
    return parseDay(`${at.year}-${at.month}-${lastDayOfMonth(at.year, at.month)}`) ?? null;
  }
  addOpenLimits(text, found);
  return withoutOverlaps(found);
}

const DATE = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d|[/%])`;
const UNIT = '(tháng|qu[ýí]|năm)';
/** What stands alone after "Thời gian thực hiện:" or in a column of limits, and the words that make a clause of it. */
const ALONE: [RegExp, (found: RegExpExecArray) => string][] = [
  [
    new RegExp(`^(?:ngày\\s)?(${DATE}|\\d{1,2}\\stháng\\s\\d{1,2}(?:[\\s,]{1,2}năm\\s\\d{4})?)`, 'iu'),
    (found) => `đến hết ngày ${found[1]}`,
  ],
  [/^tháng\s\d{1,2}(?:\s?[/-]\s?\d{4}|,?\snăm\s\d{4})?(?!\d)/iu, (found) => `trong ${found[0].replace('-', '/')}`],
  [
    /^(?:cuối\s)?qu[ýí]\s(?:iv|iii|ii|i|[1-4])(?:\s?[/-]\s?\d{4}|,?\snăm\s\d{4})?(?![\p{L}\d])/iu,
    (found) => `trong ${found[0]}`,
  ],
  [/^(?:trong\s|cuối\s)?năm\s(\d{4})/iu, (found) => `trong năm ${found[1]}`],
  [/^(\d{1,2})\s?[/-]\s?(20\d{2})(?!\d)/u, (found) => `trong tháng ${found[1]}/${found[2]}`],
  [/^(20\d{2})(?=[\s.;]*$|\s(?:và|đến)\s)/u, (found) => `trong năm ${found[1]}`],
];
/** "2026 - 2028", "Quý III - IV/2026", "Từ tháng 3 đến tháng 6/2026": a span of time, whose end is the limit. */
const SPAN = new RegExp(
  `^(?:giai đoạn\\s|trong\\s)?(?:từ\\s)?(?:ngày\\s)?(?:${DATE}|(?:${UNIT}\\s)?(?:20\\d{2}|\\d{1,2}|iv|iii|ii|i)(?:\\s?/\\s?\\d{4})?)\\s?(?:[-–]|\\s(?:đến|tới)(?:\\shết)?\\s)\\s?(?=(?:ngày\\s|${UNIT}\\s)?[\\divx])`,
  'iu',
);

/** The limit of a label's value or of a table's cell, where a bare "Quý III/2025", "2026" or "2026 - 2028" is one too. */
export function readLimitValue(text: string, today: Day | null, yearHint: number | null): Limit | undefined {
  const first = findLimits(text, today, yearHint)[0];
  if (first && first.span[0] < 4 && first.day) return first;
  return endOfSpan(text, today, yearHint) ?? standingAlone(text, today, yearHint) ?? first;
}

function endOfSpan(text: string, today: Day | null, yearHint: number | null): Limit | undefined {
  const whole = ALONE[0]![0].exec(text);
  const span = whole && whole[0].length === text.trimEnd().length ? null : SPAN.exec(text);
  if (!span) return undefined;
  const tail = text.slice(span[0].length);
  const unit = span[1] && /^[\divx]/iu.test(tail) && !ALONE[0]![0].test(tail) ? `${span[1]} ` : '';
  const last = standingAlone(unit + tail, today, yearHint);
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
    const unit = (match[1] ?? match[2] ?? match[3] ?? 'năm').toLowerCase();
    // "kế hoạch hằng năm", "ngân sách hằng năm": the thing is yearly, not the duty.
    if (
      !/^(?:định|trước|trong)/iu.test(match[0].trim()) &&
      /(?:kế hoạch|dự toán|ngân sách|chương trình|thanh tra|báo cáo thường niên|kiểm tra|vốn|bình quân)\s?$/iu.test(
        text.slice(Math.max(0, match.index - 20), match.index + 1),
      )
    )
      continue;
    add(match, match[2] ? (unit === 'tháng' ? 'regular' : RECURRENCE[unit]!) : RECURRENCE[unit]!, null);
  }
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

import { clauseStarts } from './clauses.ts';
import { FIELD_NAMES } from './fieldNames.ts';
import type { AgencyGrammar } from './mentions.ts';
import { verbEnd } from './verbs.ts';
import type { Draft, Walk } from './walk.ts';

/** From here on a task is marked "chắc chắn". */
export const SURE = 0.9;

const PLACE =
  '(?:tỉnh|thành phố|Thành phố|xã|phường|huyện|đặc khu|thị trấn|cấp xã|cấp huyện|các (?:xã|phường|xã, phường|xã, phường, đặc khu|tỉnh, thành phố|phường, xã|huyện|tỉnh))';
/** Names that the grammar cannot well have cut short or run past: their end is known, not guessed from what follows. */
const PLAIN_NAME = new RegExp(
  [
    `(?:Giám đốc |Lãnh đạo |Bộ trưởng )?(?:Sở|Bộ) ${FIELD_NAMES}`,
    `(?:Các|các) (?:Sở|Bộ): .{3,90}`,
    `(?:Chủ tịch |Văn phòng |Chánh Văn phòng |Ban Thường vụ |Thường trực |Bí thư )?(?:Đảng ủy )?(?:UBND|Ủy ban nhân dân|Hội đồng nhân dân|HĐND|Đảng ủy)(?: ${PLACE})?(?: (?:\\p{Lu}\\p{Ll}*)(?: \\p{Lu}\\p{Ll}*){0,3})?`,
    `(?:Công an|Thanh tra|Thuế|Văn phòng Tỉnh ủy|Ban Tổ chức Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|Ban Tuyên giáo và Dân vận Tỉnh ủy|Ban Nội chính Tỉnh ủy|Văn phòng Chính phủ|Văn phòng Đảng ủy|Bộ Chỉ huy Quân sự)(?: ${PLACE})?`,
    '(?:Các|các) (?:sở, ban, ngành|sở, ngành|cơ quan, đơn vị|bộ, ngành|bộ, cơ quan|đơn vị|địa phương)(?:, địa phương)?(?: có)?(?: liên quan)?',
    '(?:Các|các) (?:xã|phường|xã, phường)',
    '(?:Chủ đầu tư|Thủ trưởng các (?:sở, ban, ngành|cơ quan, đơn vị))',
  ]
    .map((form) => `^${form}$`)
    .join('|'),
  'u',
);

const DAY_WORDS =
  /(?<![\p{L}\d/])(?:ngày\s\d{1,2}|\d{1,2}\/\d{1,2}(?:\/\d{4})?|tháng\s\d{1,2}|quý\s(?:[IV]+|\d)|năm\s\d{4})(?![\p{L}\d])/giu;
const CITED =
  /(?:số|ký hiệu|Luật|Nghị quyết|Quyết định|Kết luận|Chỉ thị|Thông báo|Công văn|Văn bản|giai đoạn|nhiệm kỳ|kế hoạch|mục tiêu|chỉ tiêu|vụ|đầu|cuối|hiệu lực|họp|từ|Đại hội)[^.;]{0,60}$/iu;

/** A day, month or quarter in the clause that no limit explains and no cited document carries. */
function hasUnreadDay(draft: Draft, text: string): boolean {
  const scope = text.slice(draft.at, draft.end);
  const taken = draft.limit
    ? [draft.limit.at - draft.at, draft.limit.at - draft.at + draft.limit.span[1] - draft.limit.span[0]]
    : [-1, -1];
  for (const match of scope.matchAll(DAY_WORDS)) {
    if (match.index >= taken[0]! && match.index < taken[1]!) continue;
    if (!CITED.test(scope.slice(Math.max(0, match.index - 80), match.index))) return true;
  }
  return false;
}

/** Two small words or more at the end of a name may be its own or the first of what is to be done. */
const TRAILS = /\s\p{Ll}+\s\p{Ll}+$/u;
const CLOSED =
  /(?:tỉnh|thành phố|Thành phố|huyện|xã|phường|thị trấn|đặc khu|thôn|quan|đơn vị|địa phương|ngành|đoàn thể|quốc gia|Trung ương|cấp|trực thuộc|nhân dân|xã hội|chủ đầu tư|nhà thầu|doanh nghiệp|tổ chức|cá nhân)$/u;

/** A later clause begins with the name of somebody else: another task may begin there. */
function opensOtherClause(draft: Draft, text: string, grammar: AgencyGrammar): boolean {
  const known = new Set([...draft.leads, ...draft.coordinates].map((m) => text.slice(m.start, m.end).toLowerCase()));
  if (draft.rule === 'table' || draft.rule === 'label-block') return false;
  return clauseStarts(text, draft.action[0], draft.end).some((start) => {
    if (start <= draft.action[0] || start >= draft.end) return false;
    const joint = /^(?:đồng thời|riêng|trong đó|và|ngoài ra)[,:]?\s/iu.exec(text.slice(start, start + 12));
    const { items, end } = grammar.list(text, start + (joint?.[0].length ?? 0), draft.end, true);
    return (
      items.length > 0 &&
      !known.has(text.slice(items[0]!.start, items[0]!.end).toLowerCase()) &&
      verbEnd(text, end + 1) > 0
    );
  });
}

const limitWords = ({ limit }: Draft, text: string): string =>
  limit ? text.slice(limit.at, limit.at + limit.span[1] - limit.span[0]) : '';

const PASSES_ON = /^(?:cũng |còn )?(?:yêu cầu|đề nghị|kiến nghị)\s/u;

const BASE: Record<string, number> = {
  assigned: 0.97,
  subject: 0.93,
  'under-heading': 0.96,
  'under-lead-in': 0.88,
  'under-letter': 0.72,
  'under-sibling': 0.6,
  'label-block': 0.95,
  table: 0.93,
};

const isOpenEnded = (name: string): boolean => TRAILS.test(name) && !CLOSED.test(name);

/** How likely the reading is right, from what the words leave open; calibrated on real documents (corpus.test.ts). */
export function confidenceOf(draft: Draft, { text, grammar, today, isNews, isMinutes }: Walk): number {
  let confidence = BASE[draft.rule] ?? 0.7;
  if (draft.rule === 'subject' && draft.charge?.strong) confidence = 0.96;
  if (draft.rule === 'under-heading' && draft.doing !== 'verb') confidence = 0.86;
  if (draft.whom?.isLoose) confidence -= 0.08;
  if (draft.charge?.isGuess || draft.leads.some((m) => m.isGuess)) confidence = 0.5;
  // What a page tells, and the record of a meeting, mix orders with what was said and done; "Giao Sở A ..." is the order itself.
  const isTold = isNews && (draft.rule === 'subject' || draft.rule === 'assigned');
  if (isTold) confidence -= /^(?:Giao|Yêu cầu|Phân công)\s/u.test(text.slice(draft.at, draft.at + 10)) ? 0.04 : 0.08;
  if (isMinutes) confidence -= 0.04;
  if (draft.isLimitShared) confidence -= 0.08;
  if (opensOtherClause(draft, text, grammar)) confidence -= 0.08;
  if (draft.manyLimits) confidence -= 0.15;
  if (draft.limit?.impossible) confidence -= 0.3;
  // A day before the document's own is more likely what the work is about than its limit.
  if (draft.limit?.day && today && draft.limit.day < today) confidence -= 0.2;
  if (draft.isContinued) confidence -= 0.1;
  if (draft.end - draft.at < 25) confidence -= 0.15;
  if (draft.end - draft.at > 1500) confidence -= 0.1;
  if (hasUnreadDay(draft, text)) confidence -= 0.1;
  const isPlain = draft.leads.every((m) => PLAIN_NAME.test(text.slice(m.start, m.end)));
  if (!isPlain) confidence -= draft.leads.some((m) => m.end - m.start > 70) ? 0.12 : 0.04;
  if (!isPlain && draft.leads.some((m) => isOpenEnded(text.slice(m.start, m.end)))) confidence -= 0.05;
  // "các đoàn | thanh tra ...": a class told in small letters may go on past where it was cut.
  if (!isPlain && draft.leads.some((m) => !/\p{Lu}/u.test(text.slice(m.start + 1, m.end)))) confidence -= 0.05;
  // "trước ngày 30 tháng 12" in a paper without a day: the year was taken from elsewhere.
  if (draft.limit?.day && !today && !/20\d{2}/.test(limitWords(draft, text))) confidence -= 0.1;
  if (draft.leads.length > 3) confidence -= 0.04;
  // "Sở A yêu cầu các đơn vị ...": who is charged, the one or the other, is for the clerk to say.
  if (draft.rule === 'subject' && PASSES_ON.test(text.slice(...draft.action))) confidence -= 0.1;
  const words = text.slice(draft.at, draft.end);
  // A sentence that charges may run on: after ";" or a full stop something else may be told, in mid-clause something is taken up.
  if (draft.rule === 'subject' || draft.rule === 'assigned') {
    if (/;/u.test(words) || /, (?:Sở|UBND|Bộ|Ban|Công an|Văn phòng)\s\p{Lu}?/u.test(words.slice(40)))
      confidence -= 0.08;
    if (/[.]\s+\p{Lu}/u.test(words)) confidence -= 0.08;
    if (/[\p{L}\d),] $/u.test(text.slice(Math.max(0, draft.at - 3), draft.at))) confidence -= 0.05;
  }
  // "... hoặc giao Bộ B ...", "...; tuy nhiên số liệu mới có ...": weighed rather than ordered.
  if (/\shoặc giao\s|[;,]\s(?:tuy nhiên|nhưng|song)[,\s]/u.test(words)) confidence -= 0.1;
  // "Sở A là cơ quan thường trực ...", "Sở A đề xuất": what it is, or a bare word.
  if (/^(?:là\s|đề xuất\.?$)/u.test(text.slice(...draft.action))) confidence -= 0.1;
  // Under "4. Sở A": whom the department sends, or who is told beside it.
  if (draft.rule === 'under-heading' && /^(?:Giao|Phân công)\s/u.test(words)) confidence -= 0.08;
  // "đợt cuối năm 2026", "...; đến hết quý II xử lý xong ...": a day of the season, or of the later part alone.
  if (draft.limit && /^(?:đầu|giữa|cuối)\s/iu.test(limitWords(draft, text))) confidence -= 0.1;
  if (draft.limit?.day && /;\s$/u.test(text.slice(draft.limit.at - 2, draft.limit.at))) confidence -= 0.08;
  // "Các sở: Tài chính, ...": a list went on after the name.
  if (draft.leads.some((m) => m.plural && /^\s?:\s\p{Lu}/u.test(text.slice(m.end, m.end + 4)))) confidence -= 0.15;
  return Math.max(0.05, Math.min(0.99, confidence));
}

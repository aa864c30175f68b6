import { clauseStarts } from './clauses.ts';
import type { AgencyGrammar } from './mentions.ts';
import { matchesIn } from './scan.ts';
import { shortVerbAt, verbEnd } from './verbs.ts';

const ASSIGNS = /^(?:[^.;:,]{0,80}\s)?(?:giao|yêu cầu|đề nghị|phân công)\s(?:cho\s)?(?=\p{Lu}|các\s)/iu;
/** "Phó Chủ tịch UBND tỉnh thống nhất chủ trương, đồng thời giao | Sở A ...". */
const ASSIGNS_LATER =
  /^[^.;:]{0,240}?,\s(?:đồng thời\s|và\s)?(?:giao|yêu cầu|đề nghị|phân công)\s(?:cho\s)?(?=\p{Lu}|các\s)/iu;
/** Words after which a name that follows a comma may be one more partner or addressee of the same lead. */
const TAKES_NAMES =
  /(?:^|\s)(?:phối hợp|cùng|với|gồm|như|giữa|cho|của|gửi|(?<!quy |công |chương |lộ |quá |giáo |hành |tiến )trình|báo cáo|ý kiến|về|tại|từ|đến|theo|là|do|(?:hỗ trợ|giúp|đôn đốc|hướng dẫn|chỉ đạo)(?=[\s,]+(?:các|những|cơ quan|đơn vị|địa phương|xã|phường|sở|ngành|chính quyền|cấp|lực lượng|doanh nghiệp|$)))[\s,]/u;

/** "Giao Sở A bố trí vốn, | Sở B thẩm định, | UBND xã C bàn giao mặt bằng": where each further one is told what to do. */
export function commaCharges(text: string, from: number, to: number, grammar: AgencyGrammar): number[] {
  const found: number[] = [];
  for (const clause of clauseStarts(text, from, to)) {
    const opener =
      ASSIGNS.exec(text.slice(clause, Math.min(to, clause + 110))) ??
      ASSIGNS_LATER.exec(text.slice(clause, Math.min(to, clause + 280)));
    let next = opener ? clause + opener[0].length : -1;
    while (next >= 0 && found.length < 20) {
      const { items, end } = grammar.list(text, next, to);
      const isDoing =
        verbEnd(text, end + 1) > 0 ||
        shortVerbAt(text, end + 1) ||
        /^làm (?:chủ|đầu mối|cơ quan)/u.test(text.slice(end + 1, end + 16));
      if (items.length === 0 || text[end] !== ' ' || !isDoing) break;
      if (next > clause + opener![0].length) found.push(next);
      const said = /^[^.;:()\p{Lu}]{4,200}?,\s(?=\p{Lu})/u.exec(text.slice(end, Math.min(to, end + 210)));
      next = said && !TAKES_NAMES.test(said[0]) ? end + said[0].length : -1;
    }
  }
  // "... hoàn thành trước ngày 30/9, | Sở A tổng hợp ...": after a day no list goes on; nor after ", trong khi |".
  for (const { end: at } of matchesIn(
    /(?:(?<=\s(?:trước|trong|ngày|tháng|quý|năm)\s[\d/IV]{1,10}),|,\s(?:trong khi(?: đó)?|còn))\s(?=\p{Lu})/gu,
    text,
    from,
    to,
  )) {
    const { items, end } = grammar.list(text, at, to);
    if (items.length > 0 && text[end] === ' ' && verbEnd(text, end + 1) > 0) found.push(at);
  }
  return found;
}

import { isAbove } from './askers.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { predicateAt } from './predicates.ts';
import { afterAdverbs, verbEnd } from './verbs.ts';

/** Who is told, where the words after them begin, and who asks it where the page says so. */
interface Told {
  leads: AgencyMention[];
  after: number;
  authority: AgencyMention | undefined;
}

/** Who is told of on a page of news as asking something of others: leaders by their title, and bodies that direct. */
const WHO = [
  'Tổng Bí thư',
  'Chủ tịch nước',
  '(?:Phó )?Chủ tịch Quốc hội',
  '(?:Phó )?[Tt]hủ tướng',
  '(?:Quyền )?(?:Bộ trưởng|Thứ trưởng|Tổng cục trưởng|Cục trưởng|Tổng Thanh tra|Thống đốc)',
  '(?:Phó |Quyền )?(?:[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|Tổng giám đốc)',
  '(?:Thường trực )?(?:Chính phủ|Ban Bí thư|Bộ Chính trị|Tỉnh ủy|Thành ủy)',
  'Ban Thường vụ',
  '(?:[Ll]ãnh đạo|Văn phòng|Ban [Cc]hỉ đạo|Ban [Cc]hỉ huy) ',
  'UBND|Ủy ban nhân dân|HĐND',
  'Bộ|Tổng cục|Cục|Sở|Ngân hàng Nhà nước|Thanh tra Chính phủ',
].join('|');
/** "... vừa có ý kiến giao", "đã ký Quyết định số 5/QĐ-TTg chỉ đạo", "cũng đốc thúc": from the name to those asked. */
const ASKS = new RegExp(
  `^(?:${WHO})(?![\\p{L}\\p{M}])(?:[^,.;:()"“”]|(?<=TP)[.](?=H|\\s)){0,80}?\\s(?:(?:vừa|đã|cũng|còn|mới|tiếp tục|đồng thời)\\s){0,2}` +
    `(?:(?:có|ban hành|ký ban hành|ký|gửi)\\s(?:ý kiến|văn bản|công văn|công điện|thông báo|[Qq]uyết định|[Cc]hỉ thị|[Cc]ông điện|[Cc]ông văn)` +
    `(?:\\s(?:số\\s\\S+|chỉ đạo|hỏa tốc|khẩn|ngày\\s[\\d/]+|gửi [^,.;:]{3,60})){0,3},?\\s)?` +
    '(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|lưu ý|nhắc nhở|nhắc|đốc thúc|đôn đốc|quán triệt)(?::|\\snhư sau:)?\\s(?:nhiệm vụ\\s)?(?:cho\\s|đối với\\s)?',
  'u',
);
/** A leader asks in person, or the page says that it was done just now or in writing; else the body may be told to ask. */
const SURELY_ASKS =
  /^(?:(?:Quyền |Phó )?(?:Tổng Bí thư|Chủ tịch (?:nước|Quốc hội)|[Tt]hủ tướng|Bộ trưởng|Thứ trưởng|Tổng Thanh tra|Thống đốc))|\s(?:vừa|mới)\s|\s(?:có|ban hành|ký|gửi)\s(?:ý kiến|văn bản|công văn|công điện|thông báo|quyết định|chỉ thị)\s/iu;
const PROVINCE = /^(?:UBND|Ủy ban nhân dân)\s(?:(?:tỉnh|thành phố|TP)\s)?\p{Lu}[^,]*\s(?:chỉ đạo|giao|yêu cầu)\s/u;
/** What is no news of an order: a wish, or what somebody else had asked. */
const NOT_ASKED = /\s(?:không|chưa|được|bị|theo|do|của|từng|muốn|mong|sẽ)\s(?:\p{Ll}+\s)?$/u;

/** "Bộ trưởng Bộ A vừa có văn bản chỉ đạo | các bệnh viện | ...": who is asked, and by whom; undefined where nobody is. `opens`: nobody has asked anything on this page yet. */
function newsAskAt(text: string, at: number, to: number, grammar: AgencyGrammar, opens: boolean): Told | undefined {
  const scope = text.slice(at, Math.min(to, at + 260));
  const asks = ASKS.exec(scope);
  if (!asks || NOT_ASKED.test(asks[0].replace(/\S+\s(?:nhiệm vụ\s)?(?:cho\s|đối với\s)?$/u, ''))) return undefined;
  const { items, end } = grammar.list(text, at + asks[0].length, to, false, 'assigned');
  if (items.length === 0) return undefined;
  // "UBND tỉnh A chỉ đạo Sở B ...": where the one told is named, a province directs.
  const isDirected = PROVINCE.test(asks[0]) && items.every((m) => /\p{Lu}/u.test(text.slice(m.start, m.end)));
  if (!opens && !isDirected && !SURELY_ASKS.test(asks[0])) return undefined;
  // "... vừa ra công văn chỉ đạo các đơn vị vào cuộc.": the page goes on to say what.
  if (/^\s(?:vào cuộc|thực hiện|triển khai|xử lý|giải quyết)\s?(?:[.;:]|$)/u.test(text.slice(end, end + 20)))
    return undefined;
  const doing =
    predicateAt(text, end, to, grammar) > 0 ||
    /^\s(?:là|làm) (?:cơ quan |đơn vị )?đầu mối/u.test(text.slice(end, end + 30));
  if (!doing || items.every((m) => isAbove(text.slice(m.start, m.end), asks[0]))) return undefined;
  const named =
    /^.*?(?=\s(?:vừa|đã|cũng|còn|mới|tiếp tục|đồng thời|có|ban hành|ký|gửi|yêu cầu|đề nghị|giao|phân công|chỉ đạo|lưu ý|nhắc|đốc thúc|đôn đốc|quán triệt)\s)/u.exec(
      asks[0],
    );
  return { leads: items, after: end, authority: { start: at, end: at + (named?.[0].length ?? 0), plural: false } };
}

/** "Bộ A vừa có công văn gửi | sở y tế các tỉnh | yêu cầu tăng cường ...": those written to are told what follows. */
const WRITES_TO = new RegExp(
  `^(?:${WHO})(?![\\p{L}\\p{M}])[^,.;:()"“”]{0,80}?\\s(?:có|ban hành|gửi|ký)\\s(?:công văn|văn bản|công điện|thông báo)[^,.;:]{0,40}?\\s(?:gửi|tới|đến)\\s`,
  'u',
);
const ASKED_THERE = /^,?\s(?:(?:trong đó|qua đó)\s)?(?:yêu cầu|đề nghị|lưu ý|chỉ đạo)\s(?:về việc\s|phải\s|cần\s)?/u;

/** Those to whom the page says that a paper was sent, and where what it asks of them begins. */
function writtenTo(text: string, at: number, to: number, grammar: AgencyGrammar): Told | undefined {
  const writes = WRITES_TO.exec(text.slice(at, Math.min(to, at + 200)));
  if (!writes) return undefined;
  const { items, end } = grammar.list(text, at + writes[0].length, to, false, 'assigned');
  const asked = ASKED_THERE.exec(text.slice(end, Math.min(to, end + 40)));
  if (items.length === 0 || !asked || verbEnd(text, afterAdverbs(text, end + asked[0].length)) < 0) return undefined;
  return { leads: items, after: end + asked[0].length - 1, authority: items[0] };
}

const SAYS = new RegExp(
  `^(?:${WHO}|[Ôô]ng|[Bb]à|[Đđ]ồng chí)(?![\\p{L}\\p{M}])[^.;:()"“”]{0,90}?\\s(?:cho rằng|lưu ý|nhắc nhở|nhấn mạnh|khẳng định|nêu rõ|chỉ rõ|yêu cầu)(?: rằng)?,?\\s(?:(?:để|nhằm|trong|với|từ)\\s[^.;:]{3,120}?,\\s|[^.;:,]{5,90}\\snên\\s)?(?=\\p{Lu}|các\\s)`,
  'u',
);
/** "Bí thư Thành ủy cho rằng | UBND thành phố | phải ...": who must, as somebody says. */
function newsDutyAt(text: string, at: number, to: number, grammar: AgencyGrammar): Told | undefined {
  const says = SAYS.exec(text.slice(at, Math.min(to, at + 300)));
  if (!says) return undefined;
  const { items, end } = grammar.list(text, at + says[0].length, to);
  if (items.length === 0 || !/^\s(?:cần|phải|có trách nhiệm)\s/u.test(text.slice(end, end + 20))) return undefined;
  return { leads: items, after: end, authority: undefined };
}

/** A charge as only a page of news tells it: who asks whom, to whom somebody wrote, or who must as somebody says. */
export function toldOnPage(
  text: string,
  at: number,
  to: number,
  grammar: AgencyGrammar,
  opens: boolean,
  isStart: boolean,
) {
  const asked = newsAskAt(text, at, to, grammar, opens) ?? writtenTo(text, at, to, grammar);
  if (asked) return { at, how: 'assigned' as const, strong: true, ...asked };
  const must = isStart ? newsDutyAt(text, at, to, grammar) : undefined;
  return must && { at: must.leads[0]!.start, how: 'subject' as const, strong: true, ...must };
}

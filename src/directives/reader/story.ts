import { parseDay } from '../../kernel/day.ts';
import type { DocumentFacts } from './model.ts';
import type { Flow, Paragraph } from './paragraphs.ts';
import { SURNAMES } from './surnames.ts';
import { findSymbols } from './symbols.ts';

const KINDS = 'Thông báo(?: kết luận)?|Công điện|Kế hoạch|Chỉ thị|Quyết định|Công văn|Văn bản|Kết luận|Nghị quyết';
/** "vừa ban hành Thông báo số ...", "Xem chi tiết tại Công văn ...", "Theo Thông báo số ...," at the start of a sentence. */
const ISSUED = new RegExp(
  `(?:(?:vừa (?:có|ban hành|ký)|ban hành|nội dung tại|Xem chi tiết tại|có|ký)\\s(?!hiệu quả\\s)(?:\\p{L}+\\s){0,2}?|(?:^|[.:]\\s)(?:Tại|Theo)\\s|(?<!(?:hướng dẫn|mẫu|biểu|nêu|đã|quy định|theo|chỉ đạo|ý kiến|thực hiện|quy định|giao|đề nghị)[^.;]{0,90}\\s|^[^.;]{0,12})tại\\s)(${KINDS})\\s(?:số\\s)?`,
  'u',
);
/** "Căn cứ theo Mục 1 Công điện 71/CĐ-TTg năm 2025 quy định như sau": a page that answers a reader's question by the document. */
const ANSWERED_BY =
  /^(?:Căn cứ|Theo|Tại)\s(?:theo\s|vào\s|tại\s|quy định tại\s)?(?:(?:nội dung\s)?(?:tiểu mục|mục|khoản|điểm|phần|điều)\s[\dIVXa-zđ.,]{1,8}(?:\svà\s[\dIVXa-zđ.]{1,6})?\s){1,3}(Thông báo|Công điện|Kế hoạch|Chỉ thị|Công văn|Kết luận)\s(?:số\s)?(?=\d)/iu;
/** "Công văn số 846/UBND-TH được UBND tỉnh phát hành ngày 21/5/2019, ...": the document is the subject of the sentence. */
const DOCUMENT_FIRST = new RegExp(
  `^(${KINDS})\\s(?:số\\s)?(?=\\d[^;]{3,40}\\s(?:được|do)\\s[^.;]{3,70}\\s(?:phát hành|ban hành|ký)(?![\\p{L}\\p{M}]))`,
  'u',
);
/** "Thông báo số 76-TB/ĐU" as the first line of a page that goes on with the text itself. */
const FIRST_LINE = new RegExp(`^(${KINDS})\\s(?:số\\s)?(?=\\d)`, 'u');
/** "Chỉ thị về việc ..." as the headline names the type, and only such a document is meant by what follows. */
const HEADLINE = /^(Chỉ thị|Công điện|Kế hoạch|Nghị quyết|Công văn)\s(?:về|của|số)(?=\s)/u;
/** "Thủ tướng ... ký công điện yêu cầu ...": the type, where no number is told. */
const UNNUMBERED =
  /(?:vừa (?:ký )?(?:ban hành|ký|có)|đã (?:ký )?(?:ban hành|ký|có)|\ský(?: ban hành)?)\s(thông báo|công điện|kế hoạch|chỉ thị|công văn|văn bản|kết luận)\s(?:hỏa tốc\s|khẩn\s)?(?=yêu cầu|về|chỉ đạo|đề nghị|giao|gửi|đôn đốc|kết luận)/iu;
/** "Theo Kết luận 127 ban hành ngày 28/2, ...": a number without its code. */
const UNCODED =
  /(?:^|[.:]\s)Theo\s(thông báo|công điện|kế hoạch|chỉ thị|kết luận|nghị quyết)\s(?:số\s)?(\d{1,4})(?=,|\s(?:ban hành|ngày|của|vừa))/iu;
/** "Theo thông báo, UBND tỉnh giao ...": what the page tells, without its number. */
const SAID_IN = /^Theo\s(thông báo|công điện|kế hoạch|chỉ thị|kết luận|nghị quyết|công văn)(?: kết luận)?,\s/iu;
const OF_ITSELF =
  /(?<!\p{L})(Quyết định|Chỉ thị|Kế hoạch|Công điện|Nghị quyết|Thông báo|Công văn|Kết luận)\snày(?!\p{L})/gu;
/** "Tại công văn số 5/UBND-TH ngày 22/9, UBND tỉnh yêu cầu ...", the kind in small letters. */
const TOLD_AT = new RegExp(
  `(?:^|[.:]\\s)(?:Tại|Theo)\\s(${KINDS.toLowerCase()})\\s(?:số\\s)?(?=\\d[^\\s,]{3,30}\\sngày\\s[\\d/.-]+(?: của [^,.;]{3,60})?,\\s[^.;]{3,80}\\s(?:yêu cầu|giao|đề nghị|chỉ đạo)\\s)`,
  'u',
);
/** A page on a meeting names documents that were spoken of there; none of them is what the page tells. */
const ON_MEETING =
  /(?:^|[.\n]\s?)(?:Phát biểu )?[Kk]ết luận (?:tại )?(?:cuộc họp|hội nghị|Hội nghị|buổi làm việc|phiên họp|buổi họp)(?: này)?,|(?:^|[.\n]\s?|, )[Pp]hát biểu (?:kết luận|chỉ đạo|tại [Hh]ội nghị|tại cuộc họp|tại buổi làm việc)[^.;]{0,60},/u;
/** "... Phạm Văn Mẫu vừa ký ban hành Chỉ thị ...": the capitalised words before who signed, on a page of news. */
const SIGNED_BY = new RegExp(
  `\\s((?:\\p{Lu}\\p{Ll}+\\s){2,8})(?:(?:vừa|đã|thay mặt [^.;,]{3,50}?)\\s){0,2}ký\\s(?:ban hành\\s)?(?:${KINDS}|${KINDS.toLowerCase()})(?![\\p{L}\\p{M}])`,
  'u',
);

/** A page without letterhead tells the facts in a sentence: "Thông báo số 1029-TB/TU ngày 28/8/2023 của Tỉnh ủy ...". */
export function readFromStory(
  flow: Flow,
  paragraphs: readonly Paragraph[],
  facts: DocumentFacts,
  isNews: boolean,
): void {
  const isOfMeeting = isNews && ON_MEETING.test(flow.text);
  const first = paragraphs[0] ? flow.text.slice(paragraphs[0].start, paragraphs[0].end) : '';
  const named = HEADLINE.exec(first)?.[1];
  if (named && isNews) facts.type ??= named;
  const head = paragraphs.slice(0, 24);
  if (isNews) facts.signer = signerIn(flow, head);
  for (const p of head) {
    const text = flow.text.slice(p.start, p.end);
    const tellsAt = isNews ? TOLD_AT.exec(text) : null;
    const answer = isNews ? ANSWERED_BY.exec(text) : null;
    const own =
      (p === paragraphs[0] ? FIRST_LINE.exec(text) : null) ??
      answer ??
      (isNews ? DOCUMENT_FIRST.exec(text) : null) ??
      tellsAt ??
      ISSUED.exec(text);
    if (!own) continue;
    const type = /^văn bản$/iu.test(own[1]!) ? 'Công văn' : kindNamed(own[1]!).replace(' kết luận', '');
    if (named && named !== type) continue;
    const at = own.index + own[0].length;
    const symbol = findSymbols(text.slice(at, at + 40))[0];
    if (!symbol || symbol.span[0] > 2) continue;
    const isToldOf = !answer && !tellsAt && !/(?:Tại|Theo|tại)\s/u.test(own[0]) && !first.includes(symbol.symbol);
    if (isOfMeeting && isToldOf && !/^(?:Thông báo|Kết luận)$/u.test(type)) continue;
    // "Theo Thông báo số ... ngày ...," gives the page's own document; "Tại Công điện 15/CĐ-UBND về ..." only one of several.
    if (!answer && /(?:Tại|Theo)\s/u.test(own[0]) && !/^,?\s(?:ngày|\()/u.test(text.slice(at + symbol.span[1])))
      continue;
    facts.symbol = symbol.symbol;
    facts.number = /^\d+[a-z]?/.exec(symbol.symbol)?.[0] ?? null;
    facts.type ??= type;
    readAround(text, at + symbol.span[1], facts);
    return;
  }
  if (!isNews) return;
  const uncoded = head.map((p) => UNCODED.exec(flow.text.slice(p.start, p.end))).find((found) => found);
  if (uncoded && !named) {
    facts.number = uncoded[2]!;
    facts.type ??= kindNamed(uncoded[1]!);
  }
  if (facts.type) return;
  for (const p of head) {
    const told = UNNUMBERED.exec(flow.text.slice(p.start, p.end))?.[1];
    if (!told) continue;
    facts.type = kindNamed(told);
    return;
  }
  const cited = head.map((p) => SAID_IN.exec(flow.text.slice(p.start, p.end))?.[1]).find((kind) => kind);
  if (cited) facts.type = kindNamed(cited);
}

/** A part of a document without its head speaks of itself: "quy định tại Quyết định này". */
export function typeOfItself(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, kind] of text.matchAll(OF_ITSELF)) counts.set(kind!, (counts.get(kind!) ?? 0) + 1);
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > (next?.[1] ?? 0) ? kindNamed(most[0]) : null;
}

const kindNamed = (told: string): string =>
  told.toLowerCase() === 'văn bản' ? 'Công văn' : told[0]!.toUpperCase() + told.slice(1).toLowerCase();

/** The day, the issuer and the subject, told around the symbol that ends at `end`. */
function readAround(text: string, end: number, facts: DocumentFacts): void {
  const rest = text.slice(end, end + 160);
  const date =
    /^(?:,?|\s(?:được|do)\s[^.;,]{3,70}\s(?:phát hành|ban hành|ký)(?: ban hành)?)\s?ngày\s(\d{1,2})(?:[/.-]|\stháng\s)(\d{1,2})(?:[/.-]|\snăm\s)(\d{4})/u.exec(
      rest,
    );
  if (date) facts.date = parseDay(`${date[3]}-${date[2]}-${date[1]}`) ?? null;
  const before =
    /^Ngày\s(\d{1,2})(?:[/.-]|\stháng\s)(\d{1,2})(?:[/.-]|\snăm\s)(\d{4}),\s([^.;,]{4,90}?)\s(?:đã\s)?(?:ban hành|ký ban hành|ký|có)\s/u.exec(
      text,
    );
  if (before && !facts.date) {
    facts.date = parseDay(`${before[3]}-${before[2]}-${before[1]}`) ?? null;
    facts.issuer = before[4]!;
  }
  const about =
    /^\s?(?:\(?ngày[^\s]*\s[\d/]+\)?\s?)?(?:của\s[^.;,]{4,60}?\s)?(?:thông báo\s)?((?:về|kết luận|ý kiến)\s[^.;]{10,300}?)(?:\svào ngày|[.;]|$)/u.exec(
      rest + text.slice(end + 160, end + 600),
    );
  if (about) facts.title = about[1]!;
  const by = before ? null : /^[^.;]{0,40}?của\s([^.;,]+?)\s(?:thông báo|về|kết luận)(?![\p{L}])/u.exec(rest);
  if (by) facts.issuer = by[1]!;
}

function signerIn(flow: Flow, paragraphs: readonly Paragraph[]): string | null {
  for (const p of paragraphs) {
    const found = SIGNED_BY.exec(flow.shown.slice(p.start, p.end));
    const words = (found?.[1] ?? '').trim().split(' ');
    // "tỉnh Hương Sơn Phạm Văn Mẫu": most names have three words, then four, then two.
    const name = [3, 4, 2].map((n) => words.slice(-n)).find((last) => SURNAMES.has(last[0] ?? ''));
    if (name) return name.join(' ');
  }
  return null;
}

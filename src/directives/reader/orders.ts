import type { Charge } from './charge.ts';
import { findCharges } from './charges.ts';
import type { Node } from './outline.ts';
import { beginsWithDoing, INTRO } from './predicates.ts';
import { afterAdverbs, verbEnd } from './verbs.ts';
import type { Walk } from './walk.ts';

/** "... có ý kiến chỉ đạo như sau: Giao ...", "Công điện nêu rõ, ...": orders follow inside the paragraph. */
const OPENS =
  /(?:công điện|công văn|văn bản|chỉ thị|thông báo|kế hoạch|kết luận)[^.;:,]{0,60}\s(?:nêu|nêu rõ|chỉ rõ|yêu cầu)[,:]\s|(?:chỉ đạo|yêu cầu|kết luận|đề nghị|ý kiến|giao nhiệm vụ|nhấn mạnh|lưu ý|quán triệt)(?:\s(?:chỉ đạo|như sau|sau)){0,2}\s?:\s/giu;
/** A page that tells of the document goes over to its orders with these words. */
const TELLS_ORDERS =
  /^(?:theo đó|cụ thể|(?:theo|tại) (?:nội dung |yêu cầu (?:tại|của) )?(?:công điện|công văn|văn bản|chỉ thị|thông báo|kế hoạch|kết luận)(?: này| trên| nói trên)?|theo (?:công điện|công văn|chỉ thị)(?: số \S+)?(?: ngày [\d/.-]+)? của [^.;,:]{3,60}|theo (?:sự )?(?:chỉ đạo|yêu cầu|phân công) của [^.;,:]{3,60}|theo (?:kế hoạch|quyết định) (?:này|trên|(?:vừa|mới) (?:được )?(?:ban hành|ký)))[,:]\s/iu;
/** The same inside the paragraph that tells of the document: "... vừa có văn bản chỉ đạo. Trong đó, | ...". */
const GOES_INTO_IT =
  /(?<!\p{L})(?:văn bản|công văn|công điện|chỉ thị|kế hoạch|kết luận|quyết định|thông báo|chỉ đạo|yêu cầu)(?!\p{L})[^.]{0,240}[.;]\s(?:theo đó|trong đó|cụ thể(?: là)?)[,:]\s/iu;

/** "Trong công điện, Chủ tịch UBND tỉnh giao nhiệm vụ khá cụ thể. | ...": what follows is what was given. */
const GIVES_TASKS =
  /(?:Chủ tịch|UBND|Ủy ban nhân dân|Thủ tướng|Bộ trưởng|Thứ trưởng|Bí thư|Ban Thường vụ|Thường trực|[Cc]ông điện|[Vv]ăn bản|[Cc]hỉ thị|[Kk]ế hoạch|[Tt]hông báo)(?:(?!\s(?:đã|từng)\s)[^.;:]){0,60}\s(?:giao|phân công) (?:nhiệm vụ|việc|trách nhiệm|đầu việc)[^.;:]{0,60}[.:]\s/u;
/** "UBND tỉnh vừa có Công văn số 5/UBND yêu cầu các ngành ...": the page's first sentence already gives the order. */
const TOLD_BY_DOCUMENT =
  /(?:ban hành|vừa có|đã có|có|ký|gửi)\s(?:công điện|công văn|văn bản|chỉ thị|thông báo|kế hoạch)(?:\s[^.;]{0,160}?)?,?\s(?=(?:yêu cầu|giao|đề nghị)\s(?:các\s|\p{Lu}))/iu;

/** "Cụ thể, thành phố yêu cầu tăng cường ...", "Kế hoạch quy định rõ ...": a demand told without saying of whom. */
const DEMANDS =
  /(?:^|[.;,:]\s)(?:(?:UBND|Ủy ban nhân dân|Chủ tịch|Thủ tướng|Bộ trưởng|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|Thường trực|Chính phủ)(?:\s[^.;,:]{2,50}?)?|(?:tỉnh|thành phố|bộ|sở|kế hoạch|chỉ thị|công điện|công văn|văn bản|thông báo|kết luận|nghị quyết|chương trình)(?:\s(?:này|trên))?)\s(?:(?:cũng|còn|đồng thời)\s)?(?:yêu cầu|chỉ đạo|đề nghị|quy định rõ|nêu rõ|đặt ra yêu cầu)\s(?=\p{Ll})/giu;

/** Where on a page of news a demand of nobody in particular shows that orders are told from here on, or -1. */
export function demandFrom(words: string): number {
  for (const match of words.matchAll(DEMANDS)) {
    const end = match.index + match[0].length;
    if (/(?:quy định|nêu) rõ\s$/iu.test(match[0]) || verbEnd(words, afterAdverbs(words, end)) > 0) return end;
  }
  return -1;
}

/** "Sở A được giao làm đầu mối. UBND các xã ...": on a page of news the passive opens the orders too. */
export const isGivenIn = (text: string, { leads }: Charge): boolean =>
  /^\s(?:cũng |còn )?được (?:giao|phân công|yêu cầu)\s/u.test(text.slice(leads.at(-1)!.end, leads.at(-1)!.end + 32));

/** Where in a paragraph of the preamble the orders begin, or -1. */
export function ordersFrom(text: string, from: number, to: number, isNews: boolean): number {
  const words = text.slice(from, to);
  if (isNews) {
    const told = TELLS_ORDERS.exec(words);
    if (told) return from + told[0].length;
    const byDocument = TOLD_BY_DOCUMENT.exec(words);
    if (byDocument) return from + byDocument.index + byDocument[0].length;
    const demand = demandFrom(words);
    if (demand >= 0) return from + demand;
    const given = GIVES_TASKS.exec(words);
    if (given) return from + given.index + given[0].length;
    const into = GOES_INTO_IT.exec(words);
    if (into) return from + into.index + into[0].length;
  }
  for (const match of words.matchAll(OPENS)) {
    const before = words.slice(Math.max(0, match.index - 200), match.index);
    const sentence = before.slice(before.search(/[^.;]*$/u));
    // "Tại Công văn số 5 ..., UBND tỉnh đã chỉ đạo: ..." tells of an earlier document.
    if (!/(?:^|\s)(?:đã|từng)\s/iu.test(sentence)) return from + match.index + match[0].length;
  }
  return -1;
}

/** "Cơ bản thống nhất với báo cáo của Sở A. | Sở A tiếp thu ý kiến ...": consent ends the account, the order follows. */
const CONSENTS =
  /(?:^|[.;]\s)(?:về (?:nguyên tắc|cơ bản),?\s|cơ bản\s)?(?:thống nhất|nhất trí|đồng ý|chấp thuận)(?:\s(?:cao|về nguyên tắc|về cơ bản))?(?:\svới|\stheo|\snhư|\schủ trương|\snội dung|\sthông qua)?(?![\p{L}\p{M}])(?!\s(?:đánh giá|nhận định))[^.;:]{0,200}[.;]\s/iu;

/** Where in a paragraph the words after such a consent begin, or -1. */
export function afterConsent(text: string, from: number, to: number): number {
  const found = CONSENTS.exec(text.slice(from, to));
  return found ? from + found.index + found[0].length : -1;
}

/** "(Chinhphu.vn) - ", "TTO - ": who reports, before the first sentence of a page of news. */
const DATELINE = /^(?:\([^()]{2,40}\)|\p{Lu}[\p{L}\d.]{1,14})\s?[-–]\s(?=\p{Lu})/u;

/** Lets paragraphs begin after the paper's name; says whether any did begin with one. */
export function skipDatelines(roots: readonly Node[], { text }: Walk): boolean {
  let any = false;
  for (const node of roots) {
    const dateline = DATELINE.exec(text.slice(node.from, Math.min(node.to, node.from + 60)));
    if (!dateline) continue;
    node.from += dateline[0].length;
    any = true;
  }
  return any;
}

/** The kinds of numbers that points of a document carry. */
export const NUMBERED = /^(?:article|roman|number|letter)$/u;

/**
 * Points that open with an agency and what it must do, where most do: orders, though no sentence announced them. On a
 * page that tells of the document these may be plain paragraphs.
 */
export function chargedPoints(roots: readonly Node[], walk: Walk): ReadonlySet<Node> {
  const isNumbered = (node: Node): boolean => NUMBERED.test(node.paragraph.marker?.kind ?? '');
  const numbered = new Set(chargedAmong(roots.filter(isNumbered), walk, 3));
  // A copy may begin in mid-document: its points stand under a heading of which nothing is told.
  for (const root of roots.filter(isNumbered))
    for (const node of chargedAmong(root.children.filter(isNumbered), walk, 3)) numbered.add(node);
  return numbered.size > 0 || !walk.isNews
    ? numbered
    : chargedAmong(
        roots.filter((node) => /[.;…]\s*$/u.test(walk.text.slice(node.from, node.to))),
        walk,
        2,
      );
}

/**
 * In a letter or telegram whose copy lost its bullets and the sentence over them: paragraphs in a row that each say what to
 * do. Those it is sent to are told.
 */
export function bareOrders(roots: readonly Node[], { text, letter, isNews }: Walk): ReadonlySet<Node> {
  if (!letter || isNews) return new Set();
  const isOrder = (node: Node): boolean => {
    const words = text.slice(node.from, node.to);
    return (
      node.paragraph.marker === undefined &&
      node.children.length === 0 &&
      /^\p{Lu}[^:]{30,}[.;…]\s*$/u.test(words) &&
      (!INTRO.test(words.slice(0, 30)) || words.startsWith('Theo dõi ')) &&
      beginsWithDoing(text, node.from, node.to) === 'verb' &&
      !/^(?:Đề nghị|Yêu cầu|Giao|Trình|Kính|Gửi|Báo cáo \p{Lu})/u.test(words)
    );
  };
  const inRow = roots.filter(
    (node, i) => isOrder(node) && (isOrder(roots[i - 1] ?? node) || isOrder(roots[i + 1] ?? node)),
  );
  return new Set(inRow.length >= 2 ? inRow : []);
}

/** Do nearly all of these points and headings open with the name of somebody who is told something? */
export function isRollOfNames(nodes: readonly Node[], { text, grammar }: Walk): boolean {
  const marked = nodes.filter((node) => node.paragraph.marker);
  const named = marked.filter((node) => {
    const { items, end } = grammar.list(text, node.from, node.to, true);
    return (
      items.length > 0 &&
      (/^\s?[:.]?$/.test(text.slice(end, node.to)) || text[end] === ':' || verbEnd(text, end + 1) > 0)
    );
  });
  return named.length >= 2 && named.length * 2 >= marked.length;
}

function chargedAmong(points: readonly Node[], { text, grammar }: Walk, least: number): ReadonlySet<Node> {
  const charged = points.filter((node) => {
    if (grammar.list(text, node.from, node.to, true).items.length === 0) return false;
    return findCharges(text, node.from, node.to, grammar, false)[0]?.at === node.from;
  });
  return new Set(charged.length >= least && charged.length * 2 >= points.length ? charged : []);
}

/**
 * Where in a lead-in the order itself begins, past what was told before it and what it is for: "Mặn còn vào sâu trong
 * tháng 02. Để hỗ trợ xong trong năm 2025, Sở A đề nghị | các xã thực hiện:" sets no day.
 */
export function orderIn(words: string): number {
  const sentence = Math.max(0, ...[...words.matchAll(/\.\s+(?=\p{Lu})/gu)].map((m) => m.index + m[0].length));
  const aim = /^(?:Để|Nhằm)\s[^;]*,\s(?=[^,;]*?(?:yêu cầu|đề nghị|giao|chỉ đạo)\s)/u.exec(words.slice(sentence));
  return sentence + (aim?.[0].length ?? 0);
}

/** "1. UBND tỉnh Hòa Minh chỉ đạo các cơ quan chức năng cứu chữa ...", in a list of orders: the one named is told, not those below. */
export function directsOthers(text: string, node: Node, charge: Charge): Charge {
  const { authority, leads } = charge;
  const isOrder =
    authority !== undefined &&
    charge.at === node.from &&
    /^(?:UBND|Ủy ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân)\s(?:các\s)?(?:tỉnh|thành phố|xã|phường)\s\p{Lu}/u.test(
      text.slice(authority.start, authority.end),
    ) &&
    text.startsWith(' chỉ đạo ', authority.end) &&
    leads.every((m) => !/\p{Lu}/u.test(text.slice(m.start, m.end)));
  return isOrder
    ? { ...charge, leads: [authority], how: 'subject', after: authority.end, authority: undefined }
    : charge;
}

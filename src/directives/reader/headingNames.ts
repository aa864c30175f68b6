import { goesOnToList } from './answers.ts';
import { CIRCUMSTANCE, startOfNames } from './headings.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import type { Node } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { beginsWithDoing, INTRO } from './predicates.ts';
import { isThing } from './unknownNames.ts';
import { verbEnd } from './verbs.ts';
import type { Context, Walk } from './walk.ts';

/** Nouns for people and parts of an office: what they open names somebody. */
const SOMEBODY =
  /^["']?(?:(?:các|những|toàn thể|tất cả)\s)?(?:cán bộ|chuyên viên|công chức|viên chức|nhân viên|giáo viên|kế toán|thủ quỹ|văn thư|thư ký|bộ phận|tổ|nhóm|đội|ban|hội|chi (?:bộ|đoàn|hội|cục)|phòng|trung tâm|trường|trạm|phó|trưởng|hiệu trưởng|người|lực lượng|thành viên|đồng chí|nhà (?:trường|máy|văn hóa)|khối|hộ|phụ huynh|học sinh|đoàn viên|đảng viên|doanh nghiệp|hợp tác xã|y tế|công an|dân quân|bưu điện|ngân hàng|kho bạc|điện lực|viễn thông|đài|báo|quỹ|công ty)(?![\p{L}\p{M}])/iu;

/**
 * "Bộ Công an" on a line of its own, whose number a copy lost, over paragraphs that say what to do: a heading all the same;
 * so is "3. Sở Xây dựng." with its full stop.
 */
export function standsAsName(text: string, p: Paragraph, next: Paragraph | undefined, grammar: AgencyGrammar): boolean {
  const stops = /[.;,…]\s*$/u.exec(text.slice(p.end - 2, p.end))?.[0].trim();
  if (p.end - p.body > 160 || !next || stops !== (p.marker === undefined ? undefined : '.')) return false;
  // "Mỗi tổ vận động ..." under "Các tổ dân phố".
  const each = /^(?:Mỗi|Từng)\s\p{L}+\s/u.test(text.slice(next.body, next.body + 24));
  if (!each && beginsWithDoing(text, next.body, next.end) === undefined) return false;
  const words = text.slice(p.body, p.end);
  const { items, end } = grammar.list(words, startOfNames(words), words.length, true);
  return (
    items.length > 0 && /^(?:\s?\([^)]*\)){0,2}\s?(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ))?\.?$/u.test(words.slice(end))
  );
}

/**
 * "Giao các cơ quan sau: - Sở A (phần đường bộ); - Sở B. Có trách nhiệm: ...": the names, where each point is one and says
 * nothing to do, and the nodes after them; undefined where the points are something else.
 */
export function namesAsPoints(
  node: Node,
  words: string,
  { text, grammar }: Walk,
  said: AgencyMention[],
): { leads: AgencyMention[]; rest: readonly Node[] } | undefined {
  if (!/^(?:giao|yêu cầu|đề nghị|phân công)\s(?:[\s\S]*\s)?(?:gồm|gồm có|sau|sau đây|dưới đây)\s?:\s*$/iu.test(words))
    return undefined;
  const names: AgencyMention[] = [];
  let size = 0;
  for (const { paragraph, from, to, children } of node.children) {
    const { items, end } = grammar.list(text, from, to, true);
    const isName = items.length > 0 && /^(?:\s?\([^)]*\))?\s?[.;,]?\s*$/u.test(text.slice(end, to));
    if (!isName || !paragraph.marker || children.length > 0) break;
    // "(đối với phần đường bộ)" tells what of it.
    for (const item of items) {
      const aside = text.slice(item.start, item.end).search(/\s\((?:đối với|phụ trách|về|phần|lĩnh vực)\s/u);
      names.push(aside > 0 ? { ...item, end: item.start + aside } : item);
    }
    size++;
  }
  const rest = node.children.slice(size);
  const goesOn = rest.length === 0 || goesOnToList(text.slice(rest[0]!.from, rest[0]!.to));
  // "Giao các sở sau: ..." names them only in the points.
  const only = /\s(?:sau|đây)\s?:\s*$/iu.test(words);
  if (names.length === 0 || !goesOn) return undefined;
  const withoutList = said.map((m) => ({
    ...m,
    end: m.start + text.slice(m.start, m.end).replace(/\s(?:bao )?gồm(?: có)?$/u, '').length,
  }));
  return { leads: said.length > 0 && !only ? withoutList : names, rest };
}

const MUST = /\s(?:phải|cần|có trách nhiệm|chịu trách nhiệm|đã|được giao)\s/u;

/** Do most points under this heading begin with what is to be done, and name nobody first? Some words of doing no list knows. */
export function pointsDo(node: Node, { text }: Walk): boolean {
  const points = node.children.filter((child) => child.paragraph.marker !== undefined);
  const doing = points.filter((point) => beginsWithDoing(text, point.from, point.to) === 'verb');
  return doing.length > 0 && doing.length >= points.length * 0.6;
}

/**
 * Who a numbered heading over points that say what to do speaks to, though its words are no name the grammar takes whole:
 * "4. Chuyên viên phụ trách lĩnh vực Hành chính, Văn phòng", "đ) Sở A, Sở B phối hợp". Positions count from the start of `words`.
 */
export function namesByPoints(words: string, node: Node, walk: Walk, context: Context): AgencyMention[] {
  const to = words.replace(/[\s:.]+$/u, '').length;
  if (!node.paragraph.marker || context.mode === 'story' || to > 140 || /[.;:?]\s/.test(words.slice(0, to))) return [];
  const from = startOfNames(words);
  const { items, end } = walk.grammar.list(words, from, to, true);
  const rest = words.slice(end, to);
  if (
    items.length > 0 &&
    (CIRCUMSTANCE.test(rest) || /^\s(?:cùng\s)?(?:phối hợp|chủ trì)(?:\s(?:thực hiện|triển khai))?$/u.test(rest))
  )
    return items;
  if (!context.isRoll && !context.isDuties) return [];
  const isSomebody = SOMEBODY.test(words.slice(from));
  // "1. Các Tập đoàn, Công ty thuộc Bộ, các doanh nghiệp hoạt động trong lĩnh vực A": a class told at length.
  if (
    context.isRoll &&
    items[0]?.plural &&
    items[0].start === from &&
    /^(?:,\s(?:các|những)\s|\s)/u.test(rest) &&
    !MUST.test(rest)
  )
    return [{ start: from, end: to, plural: true, isGuess: true }];
  if (verbEnd(words, from, true) > 0 || (!isSomebody && (!context.isRoll || items.length > 0))) return [];
  if ((!isSomebody && isThing(words.slice(from))) || INTRO.test(words.slice(from))) return [];
  if (
    !/^["']?\p{Lu}/u.test(words.slice(from)) ||
    / (?:đã|là|được|phải|cần|để|nhằm|trong|trên) /u.test(words.slice(from, to))
  )
    return [];
  return [{ start: from, end: to, plural: false, isGuess: true }];
}

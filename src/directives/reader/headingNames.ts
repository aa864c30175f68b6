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
 * "Bộ Công an" on a line of its own, whose number a copy lost, over paragraphs that say what to do: a heading all the same.
 */
export function standsAsName(text: string, p: Paragraph, next: Paragraph | undefined, grammar: AgencyGrammar): boolean {
  if (p.marker !== undefined || p.end - p.body > 160 || !next || /[.;,…]\s*$/u.test(text.slice(p.end - 2, p.end)))
    return false;
  // "Mỗi tổ vận động ..." under "Các tổ dân phố".
  const each = /^(?:Mỗi|Từng)\s\p{L}+\s/u.test(text.slice(next.body, next.body + 24));
  if (!each && beginsWithDoing(text, next.body, next.end) === undefined) return false;
  const words = text.slice(p.body, p.end);
  const { items, end } = grammar.list(words, startOfNames(words), words.length, true);
  return (
    items.length > 0 && /^(?:\s?\([^)]*\)){0,2}\s?(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ))?$/u.test(words.slice(end))
  );
}

/** Does each point under this heading begin with what is to be done, and name nobody first? */
export function pointsDo(node: Node, { text }: Walk): boolean {
  const points = node.children.filter((child) => child.paragraph.marker !== undefined);
  return points.length > 0 && points.every((point) => beginsWithDoing(text, point.from, point.to) === 'verb');
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
  if (verbEnd(words, from, true) > 0 || (!isSomebody && (!context.isRoll || items.length > 0))) return [];
  if ((!isSomebody && isThing(words.slice(from))) || INTRO.test(words.slice(from))) return [];
  if (
    !/^["']?\p{Lu}/u.test(words.slice(from)) ||
    / (?:đã|là|được|phải|cần|để|nhằm|trong|trên) /u.test(words.slice(from, to))
  )
    return [];
  return [{ start: from, end: to, plural: false, isGuess: true }];
}

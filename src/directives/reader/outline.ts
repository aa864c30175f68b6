import { isQuestion, quotesPart } from './answers.ts';
import type { Flow, Paragraph } from './paragraphs.ts';
import { beginsWithDoing } from './predicates.ts';

/** A paragraph in its place in the numbered tree. */
export interface Node {
  paragraph: Paragraph;
  /** Its words after the number or bullet: `from`..`to` of the flow. */
  from: number;
  to: number;
  level: number;
  children: Node[];
  /** Heads what follows: set in capitals or bold, or closed by a colon, or short with no full stop. */
  isHeading: boolean;
}

const BULLETS = new Set(['dash', 'plus', 'dot']);
/** A sentence without number that ends in a colon and heads what follows. */
const LEAD_IN = 'lead-in';

/** "Trách nhiệm của Sở Tài chính" heads what follows though it carries no number. */
const DUTIES_OF = /^(?:trách nhiệm|nhiệm vụ)(?: cụ thể)? của\s[^.;:]{3,120}$/iu;

/** "Phòng Kinh tế" on a line of its own, above bullets. */
const BARE_NAME =
  /^(?:Các |Liên )?(?:Sở|sở|Phòng|phòng|Ban|ban|Văn phòng|UBND|Ủy ban|Công an|Trung tâm|Trạm|Hội|Đoàn|Đảng ủy|Chi cục|Cục|Vụ|Viện|Thanh tra|Trường|trường|Đội|Tổ|Mặt trận|Trưởng)\s[^.;:()]{2,70}[^.;:,…)\s]$/u;

const RANKS = ['part', 'roman', 'article', 'number', 'decimal', 'letter', 'dash', 'plus'];
const rankOf = (key: string): number => RANKS.indexOf(key.replace(/\d/g, ''));

/** Does a number of kind `key` stand above this point, which only gives an instruction or already has points of its own? */
const standsAbove = (key: string, { key: inner, node }: { key: string; node: Node }): boolean =>
  rankOf(key) >= 0 && rankOf(inner) > rankOf(key) && (!node.isHeading || node.children.length > 0);

const NAME_AND_COLON = /^(?:Bộ|Các|Chủ tịch|Giám đốc|Thủ trưởng|Kho bạc|Thuế|Chi nhánh|Ngân hàng)\s[^.;:]{2,120}$/u;

/** "- Công an tỉnh:" over lines without marks that say what to do: does `line` go under it? */
function goesUnder(text: string, { paragraph, from, to, children }: Node, line: Node): boolean {
  const named = /^(.*?)\s*:\s*$/su.exec(text.slice(from, to))?.[1];
  return (
    named !== undefined &&
    paragraph.marker !== undefined &&
    (BARE_NAME.test(named) || NAME_AND_COLON.test(named)) &&
    children.every((child) => child.paragraph.marker === undefined) &&
    beginsWithDoing(text, line.from, line.to) === 'verb'
  );
}

/** Builds the tree from the order in which kinds of numbers first appear; a kind seen again closes what it opened. */
export function buildOutline(
  flow: Flow,
  paragraphs: readonly Paragraph[],
  isName: (paragraph: Paragraph, next: Paragraph | undefined) => boolean,
): Node[] {
  const roots: Node[] = [];
  const wordsOf = ({ from, to }: Node): string => flow.text.slice(from, to);
  const open: { key: string; node: Node }[] = [];
  paragraphs.forEach((paragraph, i) => {
    const text = flow.text.slice(paragraph.body, paragraph.end);
    const marker = paragraph.marker;
    const isCaps = /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
    const next = paragraphs[i + 1];
    const key = marker
      ? marker.kind === 'decimal'
        ? `decimal${marker.depth}`
        : marker.kind
      : isCaps
        ? 'caps'
        : 'bare';
    const node: Node = {
      paragraph,
      from: paragraph.body,
      to: paragraph.end,
      level: 0,
      children: [],
      isHeading:
        isCaps ||
        /:\s*$/.test(text) ||
        (marker !== undefined && isQuestion(text)) ||
        (next !== undefined && DUTIES_OF.test(text)) ||
        isName(paragraph, next) ||
        (marker === undefined && BULLETS.has(next?.marker?.kind ?? '') && BARE_NAME.test(text)) ||
        (text.length < 220 &&
          !/[.;,…]\s*$/.test(text) &&
          !isQuestion(text) &&
          next !== undefined &&
          (paragraph.bold || marker !== undefined) &&
          !BULLETS.has(key)),
    };
    if (key === 'bare') {
      if (isQuestion(text) || quotesPart(text)) open.length = 0;
      while (
        open.length > 0 &&
        (BULLETS.has(open.at(-1)!.key) || !open.at(-1)!.node.isHeading) &&
        !goesUnder(flow.text, open.at(-1)!.node, node)
      )
        open.pop();
      // A second lead-in sentence takes over from the one before, unless a numbered heading stands between.
      if (node.isHeading && open.at(-1)?.key === LEAD_IN) open.pop();
    } else if (key === 'caps') {
      const at = open.findIndex((o) => o.key !== 'part' && o.key !== LEAD_IN);
      if (at >= 0) open.length = at;
    } else {
      // "Căn cứ khoản 2 Điều 6 Nghị quyết số 5:" heads what it quotes, no part of the paper.
      if (
        /^(?:part|roman|article)$/u.test(key) &&
        open.at(-1)?.key === LEAD_IN &&
        quotesPart(wordsOf(open.at(-1)!.node))
      )
        open.pop();
      const seen = open.findLastIndex((o) => o.key === key);
      if (seen >= 0) open.length = seen;
      // A point that heads nothing holds no number of a higher kind: the order was broken by a page or a lost number.
      while (open.length > 0 && standsAbove(key, open.at(-1)!)) open.pop();
    }
    node.level = open.length;
    (open.at(-1)?.node.children ?? roots).push(node);
    if (key !== 'bare') open.push({ key, node });
    else if (node.isHeading) open.push({ key: LEAD_IN, node });
  });
  return roots;
}

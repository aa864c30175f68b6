import { type Circle, CLASS_NOUNS, PLURALS } from './phrases.ts';
import { isAnd, longestPhrase, separated, type Token } from './tokens.ts';

/** "các sở, ban, ngành", "cấp ủy các cấp", "cơ quan, đơn vị". */
export interface ClassPhrase {
  circles: Circle[];
  plural: boolean;
  /** How many class words there are; one word alone in the singular is no class. */
  nouns: number;
  length: number;
}

const NOUNS = Object.keys(CLASS_NOUNS);
/** Words that draw a circle even alone and in the singular. */
const ALONE = /^(dia phuong|cap uy|to chuc dang|chinh quyen|doan the|don vi|co quan|luc luong)/;

/** Reads a row of class words from this word on; null where it is none. */
export function matchClass(tokens: readonly Token[], at: number): ClassPhrase | null {
  const circles = new Set<Circle>();
  let next = at;
  let plural = false;
  let nouns = 0;
  let first = '';
  for (let start = at; ; ) {
    const many = longestPhrase(tokens, start, PLURALS) || (/^\d+$/.test(tokens[start]?.raw ?? '') ? 1 : 0);
    const length = longestPhrase(tokens, start + many, NOUNS);
    if (length === 0) break;
    const words = tokens.slice(start + many, start + many + length).map((t) => t.folded);
    first ||= words.join(' ');
    for (const circle of CLASS_NOUNS[words.join(' ')]!) circles.add(circle);
    plural ||= many > 0;
    nouns++;
    next = start + many + length;
    start = isAnd(tokens[next]) ? next + 1 : next;
    if (!separated(tokens, start) && longestPhrase(tokens, start, NOUNS) === 0) break;
  }
  if (nouns === 0 || (!plural && nouns === 1 && !ALONE.test(first))) return null;
  return { circles: [...circles], plural, nouns, length: next - at };
}

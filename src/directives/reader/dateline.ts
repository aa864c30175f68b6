import { type Day, parseDay } from '../../kernel/day.ts';
import type { Flow } from './paragraphs.ts';

const ISO = /(?<!\d)(?<y>20\d{2})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)/u;
const WRITTEN = /(?<!\d)(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>20\d{2}|[12]\d)(?!\d)/u;
/** Under a headline: "Thứ Hai, 09/06/2025 10:15", "PV - 05-06-24 15:22", at most a few words beside the day. */
const FEW_WORDS = /^(?!.*[.:;]\s\p{Lu})[^.?!]{0,90}$/u;

/** The day on which a page of news appeared, from the line that only says so; a day told in it without year is near to it. */
export function publishedOn({ text, paragraphs }: Flow): Day | null {
  for (const p of paragraphs.slice(0, 8)) {
    const line = text.slice(p.start, p.end);
    const found = ISO.exec(line) ?? WRITTEN.exec(line);
    if (!found || !FEW_WORDS.test(line.replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, ''))) continue;
    const letters = line.replace(/[^\p{L}]/gu, '').length;
    if (letters > 40) continue;
    const { y, m, d } = found.groups!;
    return parseDay(`${y!.length === 2 ? `20${y}` : y}-${m}-${d}`) ?? null;
  }
  return null;
}

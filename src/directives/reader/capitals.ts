import { END, NOT_AGENCIES, oneOf } from './agencyForms.ts';
import { HEADS } from './agencyWords.ts';
import { CLASS_NOUNS } from './classWords.ts';
import type { AgencyMention } from './mentions.ts';
import { TITLES } from './titleWords.ts';
import { verbEnd } from './verbs.ts';

const HEAD = new RegExp(`(?:${oneOf([...HEADS, ...TITLES].map((word) => word.toUpperCase()))})${END}`, 'uy');
const CLASS = new RegExp(`CÁC\\s(?:${oneOf(CLASS_NOUNS.map((word) => word.toUpperCase()))})${END}`, 'uy');
const OF_A_BODY = /^\s(?:TỈNH|THÀNH PHỐ|SỞ|BỘ|HUYỆN|XÃ|NHÀ NƯỚC|CHÍNH PHỦ)(?![\p{L}\p{M}])/u;
const JOINT = /(?:[,;]\s|\sVÀ\s)/gu;

/** "II. UBND CÁC XÃ, PHƯỜNG", "TRUNG TÂM Y TẾ, BỆNH VIỆN ĐA KHOA TỈNH": the agencies that a heading in capitals names. */
export function listInCapitals(words: string, at: number): AgencyMention[] {
  const stop = words.replace(/[\s:.]+$/u, '').length;
  if (!opensAt(words, at)) return [];
  const items: AgencyMention[] = [];
  let start = at;
  for (const match of words.slice(0, stop).matchAll(JOINT)) {
    const next = match.index + match[0].length;
    if (match.index <= start || !opensAt(words, next)) continue;
    items.push({ start, end: match.index, plural: isPlural(words, start) });
    start = next;
  }
  items.push({ start, end: stop, plural: isPlural(words, start) });
  return items;
}

const isPlural = (words: string, at: number): boolean => words.startsWith('CÁC ', at);

/** A head or "CÁC" with a class noun, and no verb that only looks like a head ("BAN HÀNH", "TỔ CHỨC"). */
function opensAt(words: string, at: number): boolean {
  CLASS.lastIndex = at;
  if (CLASS.test(words)) return true;
  HEAD.lastIndex = at;
  const head = HEAD.exec(words);
  if (!head) return false;
  const small = words[at]! + words.slice(at + 1, at + 60).toLowerCase();
  if (NOT_AGENCIES.test(small)) return false;
  const verb = verbEnd(small, 0, true);
  // "THANH TRA SỞ" is who, "THANH TRA, KIỂM TRA" is what.
  return verb < 0 || (verb === head[0].length && OF_A_BODY.test(words.slice(at + verb)));
}

/** "2. SỞ Y TẾ: Chuẩn bị thuốc": names in capitals before a colon, and where what they must do begins. */
export function capitalsBeforeColon(text: string, at: number): { items: AgencyMention[]; after: number } | undefined {
  const found = /^\p{Lu}{2}[\p{Lu}\d ,&-]{3,100}:\s(?=\p{L})/u.exec(text.slice(at, at + 112));
  if (!found) return undefined;
  const items = listInCapitals(found[0].trimEnd(), 0).map((m) => ({ ...m, start: m.start + at, end: m.end + at }));
  return items.length > 0 ? { items, after: at + found[0].length } : undefined;
}

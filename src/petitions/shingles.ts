import { fold } from '../kernel/vietnamese.ts';

/**
 * Pairs that stand in every petition and tell nothing of its matter. Vietnamese words mostly have two syllables, so that a
 * pair of neighbouring syllables is about a word.
 */
const GENERAL = new Set(
  `de nghi|kien nghi|de xuat|ho tro|bo tri|dia ban|tren dia|uy ban|ban nhan|nhan dan|dan xa|dang uy|uy xa|tinh uy|cap tren
  |co tham|tham quyen|quan tam|xem xet|kho khan|vuong mac|hien nay|tren ban|cua xa|tai xa|cho xa|cac xa|tinh quan|nghi tinh
  |xa da|xa chua|dia phuong|som co|thuc hien|kip thoi|tiep tuc|bao dam|phuc vu|cap xa|de phuc|thanh pho|so voi|giai quyet`
    .split('|')
    .map((pair) => pair.trim()),
);
/** A petition's demand may run over pages; its first words tell what it is about. */
const MOST = 120;

/**
 * The pairs of neighbouring words of a text, as numbers of 32 bits, each once: marks, case and punctuation do not matter.
 * A text of one word has that word.
 */
export function shinglesOf(...texts: readonly string[]): number[] {
  const pairs = new Set(texts.flatMap(pairsOf));
  return [...pairs].slice(0, MOST).map(hash);
}

/** The pairs themselves, folded, without those that tell nothing. */
export function pairsOf(text: string): string[] {
  const words = fold(text).split(' ').filter(Boolean);
  const pairs = words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return pairs.filter((pair) => !GENERAL.has(pair));
}

/** FNV-1a: the same number for the same word on every machine, because it is kept in the database. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

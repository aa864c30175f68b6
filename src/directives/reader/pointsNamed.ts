import type { Span } from './model.ts';
import type { Node } from './outline.ts';

/** Which points a limit set after them speaks of. */

/** "Các nội dung (1), (2) hoàn thành trước ngày ...", "... tại điểm a, b ...": the points spoken of; undefined for all. */
export function pointsNamed(words: string): Set<string> | undefined {
  const bracketed = [...words.matchAll(/\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)/gu)].map((m) => m[1]!);
  if (bracketed.length > 0) return new Set(bracketed);
  const listed =
    /\s(?:điểm|mục|khoản)\s((?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)(?:(?:,| và)\s(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*))*)(?=[\s,])/u.exec(
      words,
    );
  return listed ? new Set(listed[1]!.split(/,\s|\svà\s/u)) : undefined;
}

const COUNTS: Record<string, number> = { hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6 };

/** "Hai việc trên ...", "03 nội dung nêu trên ...": how many are spoken of; 0 where it does not say. */
export function countNamed(words: string): number {
  const said = /^(?:cả )?(hai|ba|bốn|năm|sáu|\d{1,2})\s/iu.exec(words)?.[1]?.toLowerCase();
  return said ? (COUNTS[said] ?? Number(said)) : 0;
}

/** The bare number or letter right before a task's words, else the one with which its paragraph begins. */
export function pointBefore(text: string, at: number): string {
  const before = /(?:^|\s)\(?([a-zđ]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.):]*\s*$/u.exec(
    text.slice(Math.max(0, at - 12), at),
  );
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return (before ?? /^\(?([a-zđ]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]\s/u.exec(line))?.[1] ?? '';
}

/** "Các nội dung tại mục 1 ...": the stretches of the headings so numbered, with all that stands under them. */
export function headsNamed(nodes: readonly Node[], named: ReadonlySet<string>): Span[] {
  return nodes.flatMap((node) => {
    const label = node.paragraph.marker?.text.replace(/[^\p{L}\d.]|\.$/gu, '') ?? '';
    const within = node.children;
    if (within.length === 0) return [];
    return named.has(label) ? [[node.from, endOf(node)] as Span] : headsNamed(within, named);
  });
}

function endOf(node: Node): number {
  const last = node.children.at(-1);
  return last ? endOf(last) : node.to;
}

import type { Span } from './model.ts';

/**
 * Where a quotation stands in a text, line breaks and runs of spaces not counted, letter case neither; inside `within`
 * where given. Null where it does not stand there.
 */
export function locate(text: string, quote: string, within: Span = [0, text.length]): Span | null {
  const words = quote
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return null;
  const found = new RegExp(words.join('\\s+'), 'iu').exec(text.slice(within[0], within[1]));
  return found ? [within[0] + found.index, within[0] + found.index + found[0].length] : null;
}

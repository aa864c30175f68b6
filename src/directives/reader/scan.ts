/** Letters before the stretch that a form may look back at. */
const LOOK_BACK = 40;

/**
 * Every match of a global form that begins between `from` and `to`, with its place in the whole text. The form sees no
 * further than `to`: a search that ran on to the end of the document would make the reading's cost grow with its square.
 */
export function* matchesIn(
  form: RegExp,
  text: string,
  from: number,
  to: number,
): Generator<{ at: number; end: number; words: string }> {
  const base = Math.max(0, from - LOOK_BACK);
  const part = text.slice(base, to);
  form.lastIndex = from - base;
  for (let match = form.exec(part); match; match = form.exec(part)) {
    const next = form.lastIndex;
    yield { at: base + match.index, end: base + match.index + match[0].length, words: match[0] };
    // Another search with the same form may have run meanwhile.
    form.lastIndex = match[0].length > 0 ? next : next + 1;
  }
}

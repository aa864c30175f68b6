import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

/**
 * Parts of a page that are the same for many requests: rendered and encoded once, then copied as bytes. Rendering a list and
 * turning its Vietnamese into UTF-8 costs more than asking the database for it. What is kept is told apart only by its key,
 * so the key must name all that the part shows.
 */
const kept = new Map<string, Buffer>();
const MOST_KEPT = 20_000;

/** Stands in the text of a page for the next kept part. No text can bring it in: `<` is always escaped. */
const MARK = '<!--kept-->';

/** The parts of the page that is being rendered, in order; null outside a page, where a part is given as text. */
let parts: Buffer[] | null = null;

/** The part in UTF-8, for answers that are no pages. `make` is called only where nothing is kept under `key`. */
export function keptBytes(key: string, make: () => string): Buffer {
  let bytes = kept.get(key);
  if (!bytes) {
    bytes = Buffer.from(make());
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, bytes);
  }
  return bytes;
}

/** HTML that stands for the part: to be placed raw. `render` is called only where nothing is kept under `key`. */
export function keptHtml(key: string, render: () => VNode): string {
  const bytes = keptBytes(key, () => whole(render()));
  if (!parts) return bytes.toString();
  parts.push(bytes);
  return MARK;
}

/** A part within a page, see `keptHtml`. */
export function Kept({ by, render }: { by: string; render: () => VNode }): VNode {
  return jsxTemplate([keptHtml(by, render)]);
}

/** A part is kept with what it holds itself. */
function whole(part: VNode): string {
  const outer = parts;
  parts = null;
  try {
    return renderToString(part);
  } finally {
    parts = outer;
  }
}

/** Renders a page by `build`, which gives its text, and puts the kept parts in their places. */
export function assemble(build: () => string): Buffer<ArrayBuffer> {
  const own: Buffer[] = [];
  parts = own;
  let text: string;
  try {
    text = build();
  } finally {
    parts = null;
  }
  const pieces: Buffer[] = [];
  let from = 0;
  for (const part of own) {
    const at = text.indexOf(MARK, from);
    pieces.push(Buffer.from(text.slice(from, at)), part);
    from = at + MARK.length;
  }
  pieces.push(Buffer.from(text.slice(from)));
  return Buffer.concat(pieces);
}

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Elements after and before which a line ends. */
const BLOCKS =
  /^(p|div|section|article|header|footer|main|h[1-6]|ul|ol|table|tbody|thead|tr|blockquote|pre|figure|dl|dt|dd|hr|address|form|li)$/;
const SKIPPED = /^(script|style|noscript|template|svg|iframe|object|button|select|input|textarea|head|nav)$/;
/** A tree this deep is made to overflow the stack. */
const MAX_DEPTH = 500;
/** The reading view's cost grows with the square of the depth; news pages are some 30 elements deep. */
const MAX_ARTICLE_DEPTH = 100;

/**
 * The text of a web page without its furniture: of a news page the article (as a browser's reading view finds it),
 * of a plain page all its text. Nothing is loaded and no script runs.
 */
export function extractHtml(html: string): string {
  const { document } = parseHTML(html);
  const root = document.body ?? document.documentElement;
  const whole = lines(root);
  const article = depthOf(root) <= MAX_ARTICLE_DEPTH ? articleOf(html) : undefined;
  // A page that is the document itself has no furniture; the reading view may then drop half of it as "links".
  const text = article && article.length > 200 && article.length > whole.length * 0.25 ? article : whole;
  return text.normalize('NFC');
}

function articleOf(html: string): string | undefined {
  const { document } = parseHTML(html);
  try {
    const article = new Readability(document as unknown as Document, { maxElemsToParse: 50_000 }).parse();
    if (!article?.content) return undefined;
    const content = parseHTML(`<html><body>${article.content}</body></html>`).document.body;
    const text = lines(content as unknown as Element);
    const title = article.title?.trim();
    return title && !text.startsWith(title) ? `${title}\n${text}` : text;
  } catch {
    return undefined;
  }
}

/** How deep elements are nested, found without recursion. */
function depthOf(root: Element | null): number {
  let deepest = 0;
  for (let level: Element[] = root ? [root] : []; level.length > 0 && deepest <= MAX_DEPTH; deepest++) {
    level = level.flatMap((element) => [...element.children]);
  }
  return deepest;
}

interface Out {
  text: string;
}

function lines(root: Element | null): string {
  const out: Out = { text: '' };
  if (root) write(root, out, 0);
  return out.text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(element: Element, out: Out, depth: number): void {
  if (depth > MAX_DEPTH) return;
  let item = 0;
  for (const node of element.childNodes) {
    if (node.nodeType === 3) out.text += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    const name = child.localName.toLowerCase();
    if (SKIPPED.test(name)) continue;
    if (name === 'br') out.text += '\n';
    const block = BLOCKS.test(name);
    if (block) out.text += '\n';
    if (name === 'li') out.text += element.localName === 'ol' ? `${++item}. ` : '- ';
    if (name === 'tr') out.text += row(child, depth);
    else write(child, out, depth + 1);
    if (block) out.text += '\n';
  }
}

function row(element: Element, depth: number): string {
  const cells: string[] = [];
  for (const cell of element.children) {
    const out: Out = { text: '' };
    write(cell, out, depth + 1);
    cells.push(out.text.replace(/\s+/g, ' ').trim());
  }
  return cells.join(' | ');
}

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Elements after and before which a line ends. */
const BLOCKS =
  /^(p|div|section|article|header|footer|main|h[1-6]|ul|ol|table|tbody|thead|tr|blockquote|pre|figure|dl|dt|dd|hr|address|form|li)$/;
const SKIPPED = /^(script|style|noscript|template|svg|iframe|object|button|select|input|textarea|head|nav)$/;
/** A tree this deep is made to overflow the stack. */
const MAX_DEPTH = 500;
/** The reading view's cost grows with depth and with depth times elements; news pages are some 30 deep, of some 2 000. */
const MAX_ARTICLE_DEPTH = 100;
const MAX_ARTICLE_SIZE = 400_000;

/**
 * The text of a web page without its furniture: of a news page the article (as a browser's reading view finds it),
 * of a plain page all its text. Nothing is loaded and no script runs.
 */
export function extractHtml(html: string): string {
  const document = parsePage(html);
  const root = document.body ?? document.documentElement;
  const whole = lines(root);
  const article = isCostly(root) ? undefined : articleOf(html);
  // A page that is the document itself has no furniture; the reading view may then drop half of it as "links".
  const text = article && article.length > 200 && article.length > whole.length * 0.25 ? article : whole;
  return text.normalize('NFC');
}

const KEEPS_LINES = /white-space\s*:\s*(?:pre|break-spaces)/i;

/** The page; where it shows the line ends of its source ("pre"), they are elements, which the reading view keeps. */
function parsePage(html: string): Document {
  const { document } = parseHTML(html);
  const page = document as unknown as Document;
  if (isCostly(page.documentElement, html.split('\n').length)) return page;
  const shown = [...page.querySelectorAll('pre, [style*="white-space"]')].filter(
    (element) => element.localName === 'pre' || KEEPS_LINES.test(element.getAttribute('style') ?? ''),
  );
  // Chosen before any is changed: what stands inside another is done with it.
  for (const element of shown.filter((each) => !each.parentElement?.closest('pre, [style*="white-space"]')))
    element.innerHTML = element.innerHTML.replace(/(<[^>]*>)|\r?\n/g, (_, tag?: string) => tag ?? '<br>');
  return page;
}

function articleOf(html: string): string | undefined {
  try {
    const article = new Readability(parsePage(html), { maxElemsToParse: 50_000 }).parse();
    if (!article?.content) return undefined;
    const content = parseHTML(`<html><body>${article.content}</body></html>`).document.body;
    const text = lines(content as unknown as Element);
    const title = article.title?.trim();
    return title && !text.startsWith(title) ? `${title}\n${text}` : text;
  } catch {
    return undefined;
  }
}

/** Is a tree too deep or too large to be worked on? Found without recursion; `more` elements are to come. */
function isCostly(root: Element | null, more = 0): boolean {
  let depth = 0;
  let size = more;
  for (let level: Element[] = root ? [root] : []; level.length > 0 && depth <= MAX_ARTICLE_DEPTH; depth++) {
    level = level.flatMap((element) => [...element.children]);
    size += level.length;
  }
  return depth > MAX_ARTICLE_DEPTH || size * depth > MAX_ARTICLE_SIZE;
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
  let item = Number(element.getAttribute('start')) || 1;
  for (const node of element.childNodes) {
    if (node.nodeType === 3) out.text += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    const name = child.localName.toLowerCase();
    if (SKIPPED.test(name)) continue;
    if (name === 'br') out.text += '\n';
    const block = BLOCKS.test(name);
    if (block) out.text += '\n';
    if (name === 'li') out.text += element.localName === 'ol' ? numberOf(element, item++) : '- ';
    if (name === 'tr') out.text += row(child, depth);
    else write(child, out, depth + 1);
    if (block) out.text += '\n';
  }
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The number that a browser sets before a point of an ordered list. */
function numberOf(list: Element, at: number): string {
  const type = list.getAttribute('type') ?? '';
  if (type === 'a' && at <= 26) return `${String.fromCharCode(96 + at)}) `;
  if (type === 'A' && at <= 26) return `${String.fromCharCode(64 + at)}. `;
  if (/^i$/i.test(type) && ROMANS[at - 1]) return `${ROMANS[at - 1]}. `;
  return `${at}. `;
}

/** Long enough to be a part of the page rather than a cell of data. */
const LINES_OF_A_PART = 8;

/** A row of data in one line; of a table that only lays out the page, its cells one after the other as they stand. */
function row(element: Element, depth: number): string {
  const cells: string[] = [];
  for (const cell of element.children) {
    const out: Out = { text: '' };
    write(cell, out, depth + 1);
    cells.push(out.text.replace(/[^\S\n]+/g, ' ').trim());
  }
  const full = cells.filter((cell) => cell !== '');
  const rows = element.parentElement?.children.length ?? 1;
  const laysOut = full.length < 2 || (rows < 3 && full.some((cell) => cell.split(/\n+/).length >= LINES_OF_A_PART));
  if (laysOut) return full.join('\n\n');
  return cells.map((cell) => cell.replace(/\s+/g, ' ')).join(' | ');
}

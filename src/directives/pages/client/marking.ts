/**
 * Marking text to add a task. The page gives every piece of the document the offset at which it begins (data-start), and
 * the text nodes hold the document's own letters, so that a selection is turned into offsets by adding; no searching.
 */
import { forgetKept } from './keepForms.ts';

/** Shorter selections are slips of the hand. */
const SHORTEST = 8;

/** Shows a button at what is selected in the document; it opens the form for a new task with that passage. */
export function offerMarking(desk: HTMLElement): void {
  const sheet = desk.querySelector<HTMLElement>('.desk-sheet');
  if (!sheet) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button ts-button--small desk-marker';
  button.textContent = 'Thêm nhiệm vụ từ đoạn này';
  button.hidden = true;
  sheet.append(button);
  // A press on the button must not take the selection away first.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const span = selectedSpan(sheet);
    if (span) openForm(desk, span);
  });
  document.addEventListener('selectionchange', () => place(button, sheet));
  fillFromAddress(desk);
}

interface SelectedSpan {
  start: number;
  end: number;
  text: string;
}

/** What is selected inside the document, as offsets in its text (UTF-16 units). */
export function selectedSpan(sheet: HTMLElement): SelectedSpan | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!sheet.contains(range.commonAncestorContainer)) return undefined;
  const pieces = [...sheet.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  );
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const start = Number(first.dataset.start) + offsetIn(first, range.startContainer, range.startOffset, 0);
  const end =
    Number(last.dataset.start) + offsetIn(last, range.endContainer, range.endOffset, last.textContent?.length ?? 0);
  const text = pieces.map((piece) => piece.textContent).join('');
  const from = start - Number(first.dataset.start);
  const chosen = text.slice(from, text.length - ((last.textContent?.length ?? 0) - (end - Number(last.dataset.start))));
  return trimmed({ start, end, text: chosen });
}

/** How far into a piece a boundary lies; a boundary outside the piece means its edge. */
function offsetIn(piece: HTMLElement, node: Node, offset: number, outside: number): number {
  return node.nodeType === Node.TEXT_NODE && piece.contains(node) ? offset : outside;
}

function trimmed({ start, end, text }: SelectedSpan): SelectedSpan | undefined {
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  if (text.trim().length < SHORTEST) return undefined;
  return { start: start + before, end: end - after, text: text.trim() };
}

function place(button: HTMLElement, sheet: HTMLElement): void {
  const span = selectedSpan(sheet);
  button.hidden = !span;
  if (!span) return;
  const box = document.getSelection()!.getRangeAt(0).getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  button.style.top = `${box.bottom - frame.top + sheet.scrollTop + 6}px`;
  button.style.left = `${Math.max(8, Math.min(box.left - frame.left, sheet.clientWidth - 240))}px`;
}

/** The passage is handed on in the address, behind "#", where it reaches no log. */
function openForm(desk: HTMLElement, span: SelectedSpan): void {
  forgetKept(desk, 'them');
  location.href = `/van-ban/${desk.dataset.desk}/doc?them=1#them:${span.start}:${span.end}`;
}

/** The form for a new task, opened from a marked passage: fills in where it stands and what it says. */
function fillFromAddress(desk: HTMLElement): void {
  const [, start, end] = /^#them:(\d+):(\d+)$/.exec(location.hash) ?? [];
  const form = desk.querySelector<HTMLFormElement>('form[action$="/doc/them"]');
  if (!start || !end || !form) return;
  const text = textBetween(desk, Number(start), Number(end));
  set(form, 'tu', start);
  set(form, 'den', end);
  set(form, 'doan', text);
  set(form, 'hanh-dong', text.replace(/\s+/g, ' '));
  // Whoever changes the passage by hand means another one: then it is looked for in the text.
  form.querySelector('[name=doan]')?.addEventListener('input', () => {
    set(form, 'tu', '');
    set(form, 'den', '');
  });
  form.scrollIntoView({ block: 'start' });
  form.querySelector<HTMLElement>('input[list]')?.focus({ preventScroll: true });
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value;
}

function textBetween(desk: HTMLElement, start: number, end: number): string {
  return [...desk.querySelectorAll<HTMLElement>('[data-start]')]
    .map((piece) => {
      const at = Number(piece.dataset.start);
      const text = piece.textContent ?? '';
      return at >= end || at + text.length <= start ? '' : text.slice(Math.max(0, start - at), end - at);
    })
    .filter(Boolean)
    .join('');
}

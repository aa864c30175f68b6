import { currentItem, itemsOf, makeCurrent } from './current.ts';

/** What the help tells, and nothing else. */
const KEYS: [keys: string, meaning: string][] = [
  ['J hoặc ↓', 'nhiệm vụ sau'],
  ['K hoặc ↑', 'nhiệm vụ trước'],
  ['Enter', 'đúng, nhận'],
  ['E', 'sửa'],
  ['S', 'tách'],
  ['G', 'gộp'],
  ['X', 'bỏ'],
  ['Z', 'xem lại, lấy lại'],
  ['?', 'xem bảng phím này'],
];

/** Keys for a clerk who reads many documents. They never act while something is typed or a control has the focus. */
export function watchKeys(desk: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [contenteditable], dialog')) return;
    const arrows = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    // Arrows scroll; only once a task has the focus do they go from task to task. Enter belongs to links and buttons.
    if (arrows && !target.matches('[data-item]')) return;
    if (event.key === 'Enter' && target.closest('a, button, summary')) return;
    if (act(desk, event.key)) event.preventDefault();
  });
}

function act(desk: HTMLElement, key: string): boolean {
  const item = currentItem(desk);
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'j':
    case 'ArrowDown':
      return go(desk, 1);
    case 'k':
    case 'ArrowUp':
      return go(desk, -1);
    case 'Enter':
      return press(item, 'form[action$="/nhan"] button') || press(item, '.desk-acts a[href*="sua="]');
    case 'e':
      return press(item, '.desk-acts a[href*="sua="]');
    case 's':
      return press(item, '.desk-acts a[href*="tach="]');
    case 'g':
      return press(item, '.desk-acts a[href*="gop="]');
    case 'x':
      return press(item, 'form[action$="/bo"] button');
    case 'z':
      return press(item, 'form[action$="/xem-lai"] button');
    case '?':
      showHelp();
      return true;
    default:
      return false;
  }
}

function go(desk: HTMLElement, by: 1 | -1): boolean {
  const items = itemsOf(desk);
  const now = items.findIndex((item) => item.classList.contains('is-current'));
  const next = items[Math.min(items.length - 1, Math.max(0, now + by))];
  if (!next) return false;
  makeCurrent(desk, next, 'both');
  next.focus({ preventScroll: true });
  return true;
}

function press(item: HTMLElement | undefined, selector: string): boolean {
  const control = item?.querySelector<HTMLElement>(selector);
  control?.click();
  return control !== null && control !== undefined;
}

function showHelp(): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-help';
  const title = document.createElement('h2');
  title.textContent = 'Phím tắt ở bàn đọc';
  title.id = 'phim-tat';
  dialog.setAttribute('aria-labelledby', title.id);
  const list = document.createElement('dl');
  for (const [keys, meaning] of KEYS) {
    const term = document.createElement('dt');
    term.textContent = keys;
    const words = document.createElement('dd');
    words.textContent = meaning;
    list.append(term, words);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'govuk-button ts-button--small';
  close.textContent = 'Đóng';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

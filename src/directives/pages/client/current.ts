/** The task being looked at: shown in both columns, and the one that keys act on. */
const CURRENT = 'is-current';

export const itemsOf = (desk: HTMLElement): HTMLElement[] => [...desk.querySelectorAll<HTMLElement>('[data-item]')];

/** The task marked as current, else the one in the address, else the first that is not decided. */
export function currentItem(desk: HTMLElement): HTMLElement | undefined {
  const items = itemsOf(desk);
  return (
    items.find((item) => item.classList.contains(CURRENT)) ??
    items.find((item) => `#${item.id}` === location.hash) ??
    items.find((item) => item.dataset.state === 'found') ??
    items[0]
  );
}

/** Marks a task in both columns; `show` brings it into view in these columns. */
export function makeCurrent(desk: HTMLElement, item: HTMLElement | undefined, show?: 'both' | 'paper' | 'list'): void {
  for (const one of desk.querySelectorAll(`.${CURRENT}`)) one.classList.remove(CURRENT);
  if (!item) return;
  item.classList.add(CURRENT);
  const marks = desk.querySelectorAll<HTMLElement>(`[data-task="${item.dataset.item}"]`);
  for (const mark of marks) mark.classList.add(CURRENT);
  if (show === 'both' || show === 'list') item.scrollIntoView({ block: 'nearest' });
  if ((show === 'both' || show === 'paper') && marks[0] && scrollsByItself(desk))
    marks[0].scrollIntoView({ block: 'center' });
}

/** On a narrow screen the columns stand under each other: leading to one would take the other away. */
const scrollsByItself = (desk: HTMLElement): boolean => {
  const sheet = desk.querySelector('.desk-sheet');
  return sheet !== null && getComputedStyle(sheet).overflowY === 'auto';
};

/** A click in one column shows the task in the other. */
export function followEachOther(desk: HTMLElement): void {
  desk.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const mark = target.closest<HTMLElement>('[data-task]');
    if (mark && document.getSelection()?.isCollapsed !== false) {
      const item = desk.querySelector<HTMLElement>(`[data-item="${mark.dataset.task}"]`);
      if (!target.closest('a:not([data-task])')) makeCurrent(desk, item ?? undefined, 'list');
      else makeCurrent(desk, item ?? undefined);
      return;
    }
    const item = target.closest<HTMLElement>('[data-item]');
    if (item && !target.closest('button, summary, input, textarea, select, label')) makeCurrent(desk, item, 'paper');
  });
  desk.addEventListener('focusin', (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
    if (item && !item.classList.contains(CURRENT)) makeCurrent(desk, item);
  });
}

/** Says something at the foot of the desk, read out by screen readers. */
export function say(text: string, tone: 'status' | 'alert' = 'status'): void {
  const line = document.querySelector<HTMLElement>('[data-desk-state]');
  if (!line) return;
  line.textContent = text;
  line.setAttribute('role', tone);
}

const SHOWN_MS = 9_000;

/** Shows for a while what another clerk did. */
export function tell(lines: readonly string[]): void {
  document.querySelector('.desk-news')?.remove();
  const box = document.createElement('div');
  box.className = 'desk-news';
  box.setAttribute('role', 'status');
  for (const line of lines.slice(-4)) {
    const p = document.createElement('p');
    p.textContent = line;
    box.append(p);
  }
  document.body.append(box);
  setTimeout(() => box.remove(), SHOWN_MS);
}

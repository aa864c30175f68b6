/**
 * Steps at the desk without a new page: the form is sent as it is, the answer is the desk again, and the parts that changed
 * take their places. While the line is down a step is kept in the browser with its key and sent again later; the server
 * counts it once, and refuses it when another clerk has changed the task meanwhile.
 */
import { currentItem, itemsOf, makeCurrent } from './current.ts';
import { keptName, readKept, whatOf, writeKept } from './keepForms.ts';
import { say } from './say.ts';

interface Step {
  url: string;
  body: string;
  at: number;
}

const LIST_ONLY = { 'X-Ban-Doc': 'danh-sach' };
const AGAIN_MS = 5_000;
/** The kept form that is on its way. */
const SENT_FORM = 'ban-doc-gui';
const queueName = (desk: HTMLElement) => keptName(desk, 'hang-doi');
const queueOf = (desk: HTMLElement): Step[] => readKept<{ steps: Step[] }>(queueName(desk))?.steps ?? [];

function setQueue(desk: HTMLElement, steps: Step[]): void {
  if (steps.length === 0) localStorage.removeItem(queueName(desk));
  else writeKept(queueName(desk), { steps, at: Date.now() });
  say(
    steps.length === 0
      ? 'Mọi việc đã làm đều được lưu.'
      : `Mất kết nối: ${steps.length} việc giữ ở máy này, sẽ tự gửi lại.`,
  );
}

/** Sends the one-button forms of the desk (accept, reject, look again) in place. */
export function sendHere(desk: HTMLElement): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !form.action.includes('/doc/')) return;
    if (!form.classList.contains('ts-post')) {
      // Forms with fields go the plain way; what they say is kept here until the page after shows that it was taken.
      if (navigator.onLine) {
        sessionStorage.setItem(SENT_FORM, keptName(desk, whatOf(form)));
        return;
      }
      event.preventDefault();
      say('Mất kết nối: nội dung đã gõ được giữ ở máy này. Khi có mạng hãy bấm lưu lại.', 'alert');
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams(
      [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
    );
    void send(
      desk,
      { url: form.action, body: body.toString(), at: Date.now() },
      form.closest<HTMLElement>('[data-item]'),
    );
  });
}

async function send(desk: HTMLElement, step: Step, item: HTMLElement | null): Promise<void> {
  item?.setAttribute('aria-busy', 'true');
  let answer: Response;
  try {
    answer = await fetch(step.url, {
      method: 'POST',
      body: step.body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...LIST_ONLY },
    });
  } catch {
    setQueue(desk, [...queueOf(desk), step]);
    item?.setAttribute('data-state', 'waiting');
    return;
  } finally {
    item?.removeAttribute('aria-busy');
  }
  await take(desk, answer, item);
}

/** Puts the server's answer in place; what is no desk any more is opened as a page. */
async function take(desk: HTMLElement, answer: Response, item: HTMLElement | null): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector<HTMLElement>('[data-desk]');
  if (!fresh) {
    location.href = answer.redirected ? answer.url : location.pathname;
    return;
  }
  const at = itemsOf(desk).indexOf(item as HTMLElement);
  const refused = page.querySelector('.ts-notice--warning p:last-of-type')?.textContent;
  replaceParts(desk, page, fresh);
  if (!answer.ok) {
    say(refused ?? 'Chưa làm được. Hãy xem lại nhiệm vụ này.', 'alert');
  } else if (at >= 0) {
    const next = itemsOf(desk).find((one, i) => i > at && one.dataset.state === 'found') ?? itemsOf(desk)[at];
    makeCurrent(desk, next, 'both');
    next?.focus({ preventScroll: true });
  }
}

/** Takes over from a freshly loaded desk what has changed: tasks by their version, counts, the foot, the marks' colours. */
export function replaceParts(desk: HTMLElement, page: Document, fresh: HTMLElement): void {
  const current = currentItem(desk)?.dataset.item;
  const ids = (root: HTMLElement) =>
    itemsOf(root)
      .map((one) => one.dataset.item)
      .join();
  const others = ids(desk) !== ids(fresh);
  if (others && desk.querySelector('form.ts-form') === null) {
    desk.querySelector('[data-list]')?.replaceWith(fresh.querySelector('[data-list]')!);
    void replacePaper(desk);
  } else {
    for (const one of itemsOf(fresh)) {
      const old = desk.querySelector<HTMLElement>(`[data-item="${one.dataset.item}"]`);
      const changed = old && (old.dataset.version !== one.dataset.version || old.dataset.state !== one.dataset.state);
      if (changed && !old.querySelector('form.ts-form')) old.replaceWith(one);
    }
  }
  for (const part of ['.desk-bar', '[data-plain]', '[data-foot]']) {
    const replacement = page.querySelector(part);
    if (replacement) document.querySelector(part)?.replaceWith(replacement);
  }
  desk.dataset.last = fresh.dataset.last ?? desk.dataset.last;
  colourMarks(desk);
  makeCurrent(
    desk,
    itemsOf(desk).find((one) => one.dataset.item === current),
  );
}

function colourMarks(desk: HTMLElement): void {
  for (const item of itemsOf(desk)) {
    for (const mark of desk.querySelectorAll<HTMLElement>(`[data-task="${item.dataset.item}"]`)) {
      mark.classList.toggle('desk-mark--found', item.dataset.state === 'found');
      mark.classList.toggle('desk-mark--accepted', item.dataset.state === 'accepted');
      mark.classList.toggle('desk-mark--rejected', item.dataset.state === 'rejected');
    }
  }
}

/** Tasks were split, merged or added: the document is marked anew. */
async function replacePaper(desk: HTMLElement): Promise<void> {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const paper = page.querySelector('[data-paper]');
  if (paper) desk.querySelector('[data-paper]')?.replaceWith(paper);
  makeCurrent(desk, currentItem(desk));
}

/** Loads the desk again without its document. */
export async function refresh(desk: HTMLElement): Promise<void> {
  const answer = await fetch(location.pathname, { headers: LIST_ONLY });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector<HTMLElement>('[data-desk]');
  if (fresh) replaceParts(desk, page, fresh);
}

/** Sends again, in their order, the steps that a lost line left here; from an earlier visit, too. */
export function resendKept(desk: HTMLElement): void {
  const saved = sessionStorage.getItem(SENT_FORM);
  sessionStorage.removeItem(SENT_FORM);
  if (saved && !document.querySelector('.govuk-error-summary')) localStorage.removeItem(saved);
  let busy = false;
  const tryAgain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let [step] = queueOf(desk); step; [step] = queueOf(desk)) {
        const answer = await fetch(step.url, {
          method: 'POST',
          body: step.body,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...LIST_ONLY },
        });
        if (answer.status >= 500) return;
        setQueue(desk, queueOf(desk).slice(1));
        await take(desk, answer, null);
      }
    } catch {
      // Still no line: the next round tries again.
    } finally {
      busy = false;
    }
  };
  addEventListener('online', () => void tryAgain());
  setInterval(() => {
    if (queueOf(desk).length > 0) void tryAgain();
  }, AGAIN_MS);
  void tryAgain();
}

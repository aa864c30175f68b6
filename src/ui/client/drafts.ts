/**
 * Keeps what is typed in this tab until the server has it, so that a lost line, a closed lid or an ended session loses
 * nothing. Kept under the account and the address, and thrown away as another account appears or this one signs out:
 * the next user of a shared computer never sees it. Nothing is kept for the public, nor ever a password or a file.
 */
import { type Draft, hiddenOf, offerDraft } from './offerDraft.ts';

const PREFIX = 'nhap ';
const account = document.body.dataset.account ?? '';
const keptForms = () => [...document.querySelectorAll<HTMLFormElement>('form[data-keep]')];
const nameOf = (form: HTMLFormElement) =>
  `${PREFIX}${account} ${location.pathname} ${form.getAttribute('action')} ${form.dataset.keep}`;

/** Looks, as a page opens, at what became of the drafts: gone when they arrived, offered again when they did not. */
export function settleDrafts(): void {
  const keys = new Set(keptForms().map(writeKey));
  for (const name of Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX))) {
    const draft = read(name);
    const another = account !== '' && draft?.account !== account;
    if (!draft || another || (draft.sent && arrived(draft, keys))) sessionStorage.removeItem(name);
    else if (draft.sent) write(name, { ...draft, sent: false });
  }
  if (!account) return;
  for (const form of keptForms()) {
    const draft = read(nameOf(form));
    // With the same key the server itself has given back what was typed.
    if (draft && draft.key !== writeKey(form)) {
      offerDraft(form, draft, () => sessionStorage.removeItem(nameOf(form)));
    }
  }
}

/** Keeps each change, and warns before a changed form is left without sending. */
export function watchForms(): void {
  const changed = new Set<HTMLFormElement>();
  for (const form of keptForms()) {
    const keep = (sent: boolean) => account && write(nameOf(form), { ...typed(form), sent });
    form.addEventListener('input', () => {
      changed.add(form);
      keep(false);
    });
    // At the document, after whatever may hold the sending back (too large a file, a second click).
    document.addEventListener('submit', (event) => {
      if (event.target !== form || event.defaultPrevented) return;
      changed.delete(form);
      keep(true);
    });
  }
  addEventListener('beforeunload', (event) => {
    if (changed.size > 0) event.preventDefault();
  });
  document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
    changed.clear();
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  });
}

/** The visit that a sending starts begins within this many milliseconds of it, however long the answer takes. */
const SAME_MOMENT = 3000;

/**
 * True when the page now open is where the server led after taking the write: the visit began with the sending, was
 * led on (a failure answers at once, without), belongs to the account (an ended session leads to the sign-in), and
 * does not give the form back.
 */
function arrived(draft: Draft, keysHere: ReadonlySet<string>): boolean {
  if (!account || keysHere.has(draft.key)) return false;
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !!visit && visit.redirectCount > 0 && Math.abs(performance.timeOrigin - draft.at) < SAME_MOMENT;
}

const writeKey = (form: HTMLFormElement): string => hiddenOf(form, 'khoa');

function typed(form: HTMLFormElement): Draft {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('[type=password],[type=hidden]')].map((one) => one.name),
  );
  const values = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.has(entry[0]),
  );
  return { account, key: writeKey(form), version: hiddenOf(form, 'phien-ban'), values, at: Date.now(), sent: false };
}

function read(name: string): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '') as Draft;
  } catch {
    return undefined;
  }
}

function write(name: string, draft: Draft): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A full store keeps nothing more; the form itself still works.
  }
}

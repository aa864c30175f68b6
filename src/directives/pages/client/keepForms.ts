/**
 * Keeps what is half typed in the desk's forms in this browser, under the account, until it is saved: a closed tab or a dead
 * battery loses nothing. (Other pages keep theirs for the tab only; here a closed tab must come back.)
 */
import { type Draft, hiddenOf, offerDraft } from '../../../ui/client/offerDraft.ts';

const PREFIX = 'ban-doc ';
/** Half-typed work of another week is of no use, and should not lie about. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

export const account = (): string => document.body.dataset.account ?? '';

/** The name under which something of this desk and account is kept. */
export const keptName = (desk: HTMLElement, what: string): string =>
  `${PREFIX}${account()} ${desk.dataset.desk} ${what}`;

export function readKept<T>(name: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full store keeps nothing more; the form itself still works.
  }
}

export const forgetKept = (desk: HTMLElement, what: string): void => localStorage.removeItem(keptName(desk, what));

export const whatOf = (form: HTMLFormElement): string => (form.getAttribute('action') ?? '').split('/doc/')[1] ?? '';
const formsOf = (desk: HTMLElement): HTMLFormElement[] =>
  [...desk.querySelectorAll<HTMLFormElement>('form.ts-form')].filter((form) => whatOf(form) !== '');

/** Offers again what was typed before, and keeps each change from now on. */
export function keepForms(desk: HTMLElement): void {
  sweep();
  if (!account()) return;
  for (const form of formsOf(desk)) {
    const name = keptName(desk, whatOf(form));
    const kept = readKept<Draft>(name);
    // A form that failed comes back with what was typed: nothing is to be offered.
    const givenBack = document.querySelector('.govuk-error-summary') !== null;
    if (kept && !givenBack) offerDraft(form, kept, () => localStorage.removeItem(name));
    form.addEventListener('input', () => {
      const values = [...new FormData(form)].filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && entry[0] !== 'khoa' && entry[0] !== 'phien-ban',
      );
      const [key, version] = [hiddenOf(form, 'khoa'), hiddenOf(form, 'phien-ban')];
      writeKept(name, { account: account(), key, version, values, at: Date.now(), sent: false } satisfies Draft);
    });
  }
}

/** Throws away what belongs to another account that used this computer, and what is too old. */
function sweep(): void {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    const kept = readKept<{ at?: number }>(name);
    const another = account() !== '' && !name.startsWith(`${PREFIX}${account()} `);
    if (another || !kept || Date.now() - (kept.at ?? 0) > LONGEST_MS) localStorage.removeItem(name);
  }
  document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  });
}

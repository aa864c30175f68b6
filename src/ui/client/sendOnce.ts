/** How long a sending may take before the button works again, in milliseconds. */
const PATIENCE = 12_000;

/** A second click while a form is on its way does nothing. The write key guards the server all the same. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    mark(form, true);
    setTimeout(() => mark(form, false), PATIENCE);
  });
  // Back from the next page, the browser may show this one as it was left.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('[data-sending]')) mark(form, false);
  });
}

function mark(form: HTMLFormElement, sending: boolean): void {
  if (sending) form.dataset.sending = 'true';
  else delete form.dataset.sending;
  for (const button of form.querySelectorAll('button')) {
    if (sending) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

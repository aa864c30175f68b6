export interface Draft {
  account: string;
  /** The key of the write, by which a sending after the draft is given back still counts once. */
  key: string;
  /** The version of the thing that was seen when it was typed; empty where the form changes nothing that is there. */
  version: string;
  values: [name: string, value: string][];
  /** Epoch milliseconds. */
  at: number;
  /** On its way: the next page tells whether it arrived. */
  sent: boolean;
}

/** What the page wrote into a form for the server: the key of the write, the version. */
export const hiddenOf = (form: HTMLFormElement, name: 'khoa' | 'phien-ban'): string =>
  form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '';

/** Offers what was typed before and has not arrived; nothing is filled in unasked. */
export function offerDraft(form: HTMLFormElement, draft: Draft, forget: () => void): void {
  const box = document.createElement('div');
  box.className = 'ts-notice ts-notice--info ts-restore';
  box.setAttribute('role', 'status');
  const time = new Date(draft.at);
  const words = document.createElement('p');
  words.textContent = `Có nội dung gõ dở lúc ${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')} chưa gửi được.`;
  const row = document.createElement('div');
  row.className = 'ts-link-row';
  row.append(
    button('Điền lại', () => fill(form, draft)),
    button('Bỏ đi', forget),
  );
  box.append(words, row);
  form.before(box);

  function button(text: string, act: () => void): HTMLButtonElement {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'govuk-button govuk-button--secondary ts-button--small';
    one.textContent = text;
    one.addEventListener('click', () => {
      act();
      box.remove();
    });
    return one;
  }
}

/**
 * Puts the values back, the key with them (what arrived after all, sent again, counts once) and the version seen when they were
 * typed (what somebody saved since is not overwritten unseen).
 */
function fill(form: HTMLFormElement, draft: Draft): void {
  const left = [...draft.values];
  const take = (name: string): string | undefined => {
    const at = left.findIndex((entry) => entry[0] === name);
    return at < 0 ? undefined : left.splice(at, 1)[0]![1];
  };
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = draft.values.some(([name, value]) => name === control.name && value === control.value);
    } else if (
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit'].includes(control.type))
    ) {
      control.value = take(control.name) ?? control.value;
    }
  }
  for (const [name, value] of [
    ['khoa', draft.key],
    ['phien-ban', draft.version],
  ] as const) {
    const hidden = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (hidden && value) hidden.value = value;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

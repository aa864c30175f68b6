/**
 * Rows of a form are added, moved and taken away by buttons that send the whole form and get it back. Where scripts run the
 * answer is put in place without leaving the page; whenever that fails, the button sends as it would without them.
 */
document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-rows] button[name="viec"]');
  const form = button?.form;
  const kind = button?.closest<HTMLElement>('[data-rows]')?.dataset.rows;
  if (!button || !form || !kind || button.dataset.plain) return;
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, button) });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(`#${kind}`);
    const old = document.getElementById(kind);
    if (!answer.ok || !fresh || !old) throw new Error('no rows in the answer');
    old.replaceWith(fresh);
    form.dispatchEvent(new Event('input'));
    const rows = [...fresh.querySelectorAll<HTMLElement>('.ts-row')];
    const at = Number(/\d+$/.exec(button.value)?.[0] ?? rows.length + 1) - 2;
    const next = button.value.startsWith('them') ? rows.at(-1) : rows[Math.max(0, at)];
    (next?.querySelector<HTMLElement>('input, select') ?? fresh.querySelector('button'))?.focus();
  } catch {
    button.dataset.plain = 'true';
    button.click();
  }
});

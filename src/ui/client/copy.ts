/** Shows the copy buttons, which mean nothing without a script. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const box = document.getElementById(button.dataset.copy ?? '');
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) continue;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      box.select();
      // The clipboard exists on secure addresses only; the older command serves a plain one inside an office.
      if (navigator.clipboard) await navigator.clipboard.writeText(box.value);
      else document.execCommand('copy');
      button.textContent = 'Đã chép';
      setTimeout(() => {
        button.textContent = words;
      }, 2000);
    });
  }
}

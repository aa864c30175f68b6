/** Tells at once that files are too large, before a slow line has carried them for nothing. */
export function checkFileSizes(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-max-bytes]')) {
    input.addEventListener('change', () => say(input));
  }
  document.addEventListener('submit', (event) => {
    for (const input of (event.target as Element).querySelectorAll<HTMLInputElement>('input[data-max-bytes]')) {
      if (!say(input)) continue;
      event.preventDefault();
      input.focus();
    }
  });
}

/** Shows or takes away the message at the field; true where the files are too large. */
function say(input: HTMLInputElement): boolean {
  const limit = Number(input.dataset.maxBytes);
  const total = [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
  const id = `${input.id}-lon`;
  document.getElementById(id)?.remove();
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  const tooLarge = total > limit;
  if (tooLarge) {
    const message = document.createElement('p');
    message.id = id;
    message.className = 'govuk-error-message';
    message.setAttribute('role', 'alert');
    message.textContent = `Tệp nặng ${megabytes(total)} MB, quá mức ${megabytes(limit)} MB. Hãy chọn tệp nhỏ hơn.`;
    input.before(message);
    described.push(id);
  }
  input.setAttribute('aria-describedby', described.join(' '));
  return tooLarge;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace('.', ',');

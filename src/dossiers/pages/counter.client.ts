/**
 * Helps at the counter, where scripts run: the keyboard starts where it is needed, a scan is sent as the scanner ends it
 * with Enter, photos are made smaller before a slow line carries them, and a wrong clock of this computer is told.
 */
const WRONG_MS = 10 * 60_000;
const LARGEST_SIDE = 2000;
const WORTH_SHRINKING = 600_000;

const scan = document.querySelector<HTMLElement>('[data-scan]');
const first = scan?.querySelector('input') ?? document.querySelector<HTMLInputElement>('main input[name="q"]');
const applicant = document.querySelector<HTMLInputElement>('input[name="ho-ten"]');
const allPapers = document.querySelector<HTMLInputElement>('input[name="du-giay-to"]');
if (!document.querySelector('.govuk-error-summary')) {
  (applicant?.value ? (allPapers ?? applicant) : first)?.focus();
}

const serverNow = Number(scan?.dataset.serverNow);
if (scan && Number.isFinite(serverNow) && Math.abs(Date.now() - serverNow) > WRONG_MS) {
  const told = document.createElement('p');
  told.className = 'govuk-hint';
  told.textContent =
    'Đồng hồ máy này sai so với máy chủ. Giờ tiếp nhận và ngày hẹn trả tính theo máy chủ; hãy chỉnh lại đồng hồ.';
  scan.append(told);
}

/** The photo with its longer side made smaller; itself where that gains nothing or the browser cannot. */
async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < WORTH_SHRINKING) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
    return blob && blob.size < file.size
      ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
      : file;
  } catch {
    return file;
  }
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[type="file"][name="tep"]')) {
  let shrunk = false;
  input.addEventListener(
    'change',
    async (event) => {
      if (shrunk) {
        shrunk = false;
        return;
      }
      event.stopImmediatePropagation();
      const kept = new DataTransfer();
      for (const file of input.files ?? []) kept.items.add(await smaller(file));
      input.files = kept.files;
      shrunk = true;
      input.dispatchEvent(new Event('change'));
    },
    true,
  );
}

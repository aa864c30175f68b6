/** What the page of a file being recognised gains where scripts run: the bar moves by itself, and the desk opens once it is done. */
import './scan.scss';

const EVERY_MS = 1_000;
/** What is read out: not every second. */
const SAID_EVERY = 25;

const box = document.querySelector<HTMLElement>('[data-scan]');
if (box) watch(box);

function watch(box: HTMLElement): void {
  const bar = box.querySelector('progress');
  const words = box.querySelector<HTMLElement>('[data-scan-words]');
  const said = box.querySelector<HTMLElement>('[data-scan-said]');
  let saidAt = 0;
  let asking = false;
  setInterval(async () => {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(`/van-ban/nhan-dang/${box.dataset.scan}/tien-do`);
      if (!answer.ok) return;
      const now = (await answer.json()) as { state: string; words: string; percent: number };
      if (now.state !== 'waiting' && now.state !== 'reading') {
        // What is half typed instead is not taken away.
        const typed = document.querySelector<HTMLTextAreaElement>('textarea')?.value.trim();
        if (!typed) location.reload();
        return;
      }
      if (now.state === 'waiting' && box.dataset.state === 'waiting') return;
      box.dataset.state = now.state;
      if (bar) bar.value = now.percent;
      if (words) words.textContent = now.words.charAt(0).toUpperCase() + now.words.slice(1);
      if (said && now.percent >= saidAt + SAID_EVERY) {
        saidAt = now.percent;
        said.textContent = `${now.words}, ${now.percent} phần trăm`;
      }
    } catch {
      // No line now; the next round asks again.
    } finally {
      asking = false;
    }
  }, EVERY_MS);
}

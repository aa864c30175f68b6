/**
 * The machine, the slip and the screen of the queue numbers, where scripts run: the slip prints itself and leads back for the
 * next visitor; the screen asks every few seconds, goes on asking when the line is lost, and shows no old numbers as if new.
 */
const ASK_MS = 4000;
const GIVE_UP_MS = 10_000;
const OLD_MS = 30_000;
const BACK_MS = 15_000;

const part = document.querySelector<HTMLElement>('[data-kiosk]');
const what = part?.dataset.kiosk;

// A page taken out of the browser's memory would give the next visitor the number of the one before.
if (what === 'machine') addEventListener('pageshow', (event) => event.persisted && location.reload());

if (what === 'slip') {
  const button = part?.querySelector<HTMLButtonElement>('[data-print]');
  button?.removeAttribute('hidden');
  button?.addEventListener('click', () => print());
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Printed as it is given out, not each time that somebody looks at it again.
  if (visit?.redirectCount) print();
  setTimeout(() => location.replace(part?.dataset.back ?? '/'), BACK_MS);
}

if (what === 'screen' || what === 'waiting') {
  let heard = Date.now();
  const ask = async (): Promise<void> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), GIVE_UP_MS);
    try {
      const answer = await fetch(location.pathname, { cache: 'no-store', signal: stop.signal });
      const fresh = new DOMParser()
        .parseFromString(await answer.text(), 'text/html')
        .querySelector('[data-kiosk-live]');
      const live = part?.querySelector<HTMLElement>('[data-kiosk-live]');
      if (!answer.ok || !fresh || !live) throw new Error('no numbers in the answer');
      if (live.innerHTML !== fresh.innerHTML) live.innerHTML = fresh.innerHTML;
      heard = Date.now();
    } catch {
      // Asked again in a moment.
    }
    clearTimeout(timer);
    const old = Date.now() - heard > OLD_MS;
    part?.querySelector('[data-kiosk-lost]')?.toggleAttribute('hidden', !old);
    if (what === 'screen') part?.querySelector('[data-kiosk-live]')?.toggleAttribute('hidden', old);
    setTimeout(ask, ASK_MS);
  };
  setTimeout(ask, ASK_MS);
}

import { tell } from './say.ts';
import { refresh } from './send.ts';

const EVERY_MS = 5_000;

/** Looks every few seconds, while the page is in view, whether another clerk works at the same desk, and shows it. */
export function watchOthers(desk: HTMLElement): void {
  let asking = false;
  setInterval(async () => {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(`/van-ban/${desk.dataset.desk}/doc/thay-doi?sau=${desk.dataset.last ?? 0}`);
      if (!answer.ok) return;
      const { last, state, news } = (await answer.json()) as { last: number; state: string; news: string[] };
      if (state !== 'reading') {
        location.href = `/van-ban/${desk.dataset.desk}`;
        return;
      }
      if (String(last) === desk.dataset.last) return;
      desk.dataset.last = String(last);
      // Without news the steps were one's own, in another window.
      if (news.length > 0) tell(news);
      await refresh(desk);
    } catch {
      // No line now; the next round tries again.
    } finally {
      asking = false;
    }
  }, EVERY_MS);
}

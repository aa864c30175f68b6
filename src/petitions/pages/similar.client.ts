/** Shows, beside the form, which petitions are like the one being typed. Without it the next step shows them. */
const here = document.querySelector<HTMLElement>('[data-similar-here]');
const topic = document.querySelector<HTMLInputElement>('[name="chu-de"]');
const ask = document.querySelector<HTMLTextAreaElement>('[name="noi-dung"]');
const WAIT_MS = 350;
const LEAST = 6;

if (here && topic && ask) {
  let timer = 0;
  let last = '';
  const look = async (): Promise<void> => {
    const text = `${topic.value} ${ask.value.slice(0, 300)}`.trim();
    if (text === last || topic.value.trim().length < LEAST) return;
    last = text;
    try {
      const answer = await fetch(`/kien-nghi/giong?q=${encodeURIComponent(text)}`);
      if (!answer.ok || text !== last) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const found = page.querySelector('[data-similar]');
      if (found) here.replaceChildren(found);
    } catch {
      // Without a line nothing is shown; the next step asks the server anyway.
    }
  };
  for (const box of [topic, ask]) {
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(), WAIT_MS);
    });
  }
  void look();
}

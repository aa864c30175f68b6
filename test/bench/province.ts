import autocannon from 'autocannon';
import { type Figure, median } from './figure.ts';
import { fillTasks } from './tasks.ts';

const LEADERS = ['/', '/tinh'];
const LISTS = {
  tasks: '/nhiem-vu?pham-vi=giao&trang-thai=qua-han',
  petitions: '/kien-nghi?trang-thai=qua-han',
};
const ROUNDS = 60;

/** Milliseconds, in the middle, for a page asked for one after the other; the first ones warm up. */
async function pageTime(address: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS + 10; i++) {
    const started = performance.now();
    const answer = await fetch(address, { headers: { Cookie: cookie } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await answer.arrayBuffer();
    if (i >= 10) times.push(performance.now() - started);
  }
  return median(times);
}

const listTimes = async (url: string, cookie: string) => ({
  tasks: await pageTime(url + LISTS.tasks, cookie),
  petitions: await pageTime(url + LISTS.petitions, cookie),
});

/** The worst of the leaders' pages, ten asking at once. */
async function overviewP99(url: string, cookie: string): Promise<number> {
  const p99s: number[] = [];
  for (const path of LEADERS) {
    const run = (amount: number) =>
      autocannon({ url: url + path, connections: 10, amount, headers: { Cookie: cookie } });
    await run(1000);
    const { latency, non2xx, errors } = await run(1000);
    if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx + errors} requests failed`);
    p99s.push(latency.p99);
  }
  return Math.max(...p99s);
}

/**
 * Pages at ten times the size, in one run on one server: the world grows from 10,000 tasks to 100,000 beside it (and holds the
 * 20,000 petitions all along).
 */
export async function sizeFigures(url: string, cookie: string, databaseUrl: string, many: number): Promise<Figure[]> {
  const small = await listTimes(url, cookie);
  await fillTasks(databaseUrl, many);
  const large = await listTimes(url, cookie);
  return [
    { name: 'tasks.list.growth', value: large.tasks / small.tasks, unit: 'times', target: { most: 1.5 } },
    { name: 'petitions.list.growth', value: large.petitions / small.petitions, unit: 'times', target: { most: 1.5 } },
    { name: 'overview.p99', value: await overviewP99(url, cookie), unit: 'ms', target: { most: 40 } },
  ];
}

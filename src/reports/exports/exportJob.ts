import { dayOf } from '../../kernel/day.ts';
import { isFault } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { type SheetCell, xlsxStream } from '../../platform/spreadsheet/index.ts';
import { type Making, make } from './kinds.ts';
import { type ClaimedExport, claimExport, MOST_TRIES, noteExport } from './store.ts';

type Given = Pick<Services, 'db' | 'files' | 'log' | 'clock'>;

const EVERY_MS = 1000;
const LARGEST = 200 * 1024 * 1024;
const CUT_OFF = 'Việc xuất tệp bị ngắt nhiều lần. Hãy thu hẹp điều kiện lọc rồi xuất lại.';
const BROKEN = 'Máy gặp trục trặc khi xuất tệp này. Hãy thử lại sau ít phút.';

/** Makes the files in line: asked for as somebody wants one, and each minute in case a server was killed half-way. */
export const exportJob = (services: Given): Job => ({
  name: 'report.export',
  cron: '* * * * *',
  work: () => makeExports(services),
});

/** Makes all files in line, one after the other. */
export async function makeExports(services: Given): Promise<void> {
  for (let claimed = await claimExport(services.db.system); claimed; claimed = await claimExport(services.db.system)) {
    await makeOne(services, claimed);
  }
}

async function makeOne(services: Given, claimed: ClaimedExport): Promise<void> {
  const { db, files, log } = services;
  const note = (change: Parameters<typeof noteExport>[2]) => noteExport(db.system, claimed, change);
  if (claimed.tries > MOST_TRIES) return void (await note({ state: 'failed', failure: CUT_OFF }));
  try {
    const today = dayOf(services.clock());
    const making = await make({ db, register: await organRegister(services) }, claimed.askedBy, claimed.wanted, today);
    await note({ total: making.total });
    const counted = counting(making, note);
    const stored = await files.put(xlsxStream(making.columns, counted.rows, 'Dữ liệu'), { limit: LARGEST });
    await note({ state: 'ready', sha256: stored.sha256, size: stored.size, done: counted.done() });
  } catch (error) {
    if (!isFault(error)) log.error({ exportId: claimed.id, err: error }, 'an export could not be made');
    await note({ state: 'failed', failure: isFault(error) ? error.message : BROKEN });
  }
}

/** Rows as they pass, told once a second; when another worker has taken the export over, this one stops. */
function counting(making: Making, note: (change: { done: number }) => Promise<boolean>) {
  let done = 0;
  async function* rows(): AsyncGenerator<SheetCell[]> {
    let told = Date.now();
    for await (const row of making.rows) {
      yield row;
      done++;
      if (Date.now() - told < EVERY_MS) continue;
      told = Date.now();
      if (!(await note({ done }))) throw new Error('another worker has taken this export over');
    }
  }
  return { rows: rows(), done: () => done };
}

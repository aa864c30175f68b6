import { setImmediate } from 'node:timers/promises';
import { dayOf } from '../../kernel/day.ts';
import { isFault } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { dialogueById } from '../dialogues.ts';
import { petitionsChanged } from '../tally.ts';
import { checkTable, plannedPetitions } from './checkTable.ts';
import { askWorker, type ClaimedImport, claimImport, MOST_TRIES, noteProgress, settleImport } from './store.ts';
import { openTable } from './tableRows.ts';
import { takeIn } from './takeIn.ts';

type Given = Pick<Services, 'db' | 'files' | 'log' | 'clock'>;

const EVERY_MS = 700;
/** So many rows are looked at before other requests have their turn. */
const AT_ONCE = 100;
const CUT_OFF = 'Việc nhập tệp này đã bị ngắt nhiều lần. Chưa dòng nào được ghi. Hãy tách thành nhiều tệp nhỏ hơn.';
const BROKEN = 'Máy gặp trục trặc khi nhập tệp này. Chưa dòng nào được ghi. Hãy thử lại sau.';

/**
 * Takes in the tables in line, one a run: asked for as a file comes in, and each minute in case a server was killed half-way.
 * A table is walked twice, first to check every row, then to write them down in one transaction, so that a run cut off leaves
 * only a file in line and memory does not grow with the rows.
 */
export const importJob = (services: Given): Job => ({
  name: 'petition.import',
  cron: '* * * * *',
  work: async () => {
    const claimed = await claimImport(services.db.system);
    if (!claimed) return;
    // What waits is tried again with the minute: asked for at once, its tries would be spent in a moment.
    if (!(await carryOut(services, claimed))) await askWorker(services.db.system);
  },
});

/** @returns whether the file has to wait, as what keeps or reads files cannot be reached */
async function carryOut(services: Given, claimed: ClaimedImport): Promise<boolean> {
  const { db, log } = services;
  try {
    if (claimed.tries > MOST_TRIES) {
      await settleImport(db.system, claimed, { state: 'failed', failure: CUT_OFF });
      return false;
    }
    await importTable(services, claimed);
    return false;
  } catch (error) {
    if (error instanceof TakenOver) return false;
    if (!isFault(error)) log.error({ importId: claimed.id, err: error }, 'petitions could not be imported');
    const waits = isFault(error) && error.kind === 'unavailable' && claimed.tries < MOST_TRIES;
    await settleImport(
      db.system,
      claimed,
      waits ? { state: 'waiting' } : { state: 'failed', failure: isFault(error) ? error.message : BROKEN },
    );
    return waits;
  }
}

/** Another run holds the import now: this one must not write. */
class TakenOver extends Error {}

async function importTable(services: Given, claimed: ClaimedImport): Promise<void> {
  const { db } = services;
  const by = claimed.askedBy;
  const today = dayOf(services.clock());
  const [[dialogue]] = await db.read(by, dialogueById(db.build, claimed.dialogueId));
  const rules = { register: await organRegister(services), bodyId: dialogue!.bodyId, today };
  const table = await openTable(await services.files.get(claimed.sha256), claimed.name);
  const progress = progressOf(services, claimed);
  const checked = await checkTable(table, rules, (count) => progress(count, 0));
  const { rowCount, faultCount, faults } = checked;
  if (faultCount > 0) {
    await settleImport(db.system, claimed, { state: 'faulty', rowCount, faultCount, faults });
    return;
  }
  await db.write(by, async (tx) => {
    const planned = plannedPetitions(table, rules);
    const taken = await takeIn(tx, by, { dialogueId: claimed.dialogueId, planned }, today, (count) =>
      progress(rowCount, count / rowCount),
    );
    if (!(await settleImport(tx, claimed, { state: 'done', rowCount, ...taken }))) throw new TakenOver();
  });
  await petitionsChanged(db);
}

/** Notes the progress every moment, and lets other requests have their turn. */
function progressOf({ db }: Given, claimed: ClaimedImport) {
  let noted = performance.now();
  return async (rowCount: number, done: number): Promise<void> => {
    if (rowCount % AT_ONCE === 0) await setImmediate();
    if (performance.now() - noted < EVERY_MS) return;
    noted = performance.now();
    await noteProgress(db.system, claimed, rowCount, done);
  };
}

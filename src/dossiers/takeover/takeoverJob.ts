import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { dossierRules } from '../rules.ts';
import { type Fitting, type Judged, type JudgeRules, judgeRow, refusal } from './judge.ts';
import { changedSince, knownUnder } from './known.ts';
import { namedIn } from './named.ts';
import { officialsOn } from './officials.ts';
import { codeIn } from './readRow.ts';
import { exportRows } from './sheet.ts';
import {
  askWorker,
  type Claimed,
  claimTakeover,
  holdTakeover,
  lastLine,
  MOST_TRIES,
  type NewRow,
  NoLongerOurs,
  settleTakeover,
  writeRows,
} from './store.ts';
import { takeIn } from './takeIn.ts';

type Given = Pick<Services, 'db' | 'files' | 'log' | 'clock' | 'config'>;

/** Rows of one transaction: what a kill can cost, and how long others wait. */
const BATCH = 250;
const YIELD_EVERY = 50;
/** So many rows of a file change what the database knows of its tables. */
const ANALYZE_AFTER = 1000;
const CUT_OFF =
  'Việc nhập tệp này đã bị ngắt nhiều lần. Hồ sơ đã nhận vẫn còn. Hãy tách thành nhiều tệp nhỏ hơn rồi tải lên.';
const BROKEN =
  'Máy gặp trục trặc khi nhập tệp này. Hồ sơ đã nhận vẫn còn, không bị nhân đôi khi tải lại. Hãy báo quản trị rồi thử lại.';

/**
 * Takes in the exports in line, one a run: asked for as a file comes in, and each minute in case a server was killed half-way.
 * A file goes in by batches, each with its rows' outcomes in one transaction: a run that was cut off goes on after the last row
 * written down, so that nothing is lost and nothing doubled, and memory does not grow with the rows.
 */
export const takeoverJob = (services: Given): Job => ({
  name: 'dossier.takeover',
  cron: '* * * * *',
  work: async () => {
    const claimed = await claimTakeover(services.db.system);
    if (!claimed) return;
    // What waits is tried again with the minute: asked for at once, its tries would be spent in a moment.
    if (!(await carryOut(services, claimed))) await askWorker(services.db.system);
  },
});

/** @returns whether the file has to wait, as what keeps files cannot be reached */
async function carryOut(services: Given, claimed: Claimed): Promise<boolean> {
  const { db, log, clock } = services;
  const settle = (state: 'done' | 'failed' | 'waiting', failure: string | null = null) =>
    settleTakeover(db.system, claimed, state, failure, clock());
  try {
    if (claimed.tries > MOST_TRIES) {
      await settle('failed', CUT_OFF);
      return false;
    }
    await walk(services, claimed);
    await settle('done');
    return false;
  } catch (error) {
    if (error instanceof NoLongerOurs) return false;
    if (!isFault(error)) log.error({ takeoverId: claimed.id, err: error }, 'dossiers could not be taken over');
    const waits = isFault(error) && error.kind === 'unavailable' && claimed.tries < MOST_TRIES;
    if (waits) await settle('waiting');
    else await settle('failed', isFault(error) ? error.message : BROKEN);
    return waits;
  }
}

async function walk(services: Given, claimed: Claimed): Promise<void> {
  const { db } = services;
  const bytes = await services.files.get(claimed.sha256);
  await holdTakeover(db.system, claimed, await countRows(bytes));
  const [rules, register] = await Promise.all([dossierRules(services), organRegister(services)]);
  const named = namedIn({ register, places: rules.places, book: rules.book }, new Set(claimed.centreIds));
  const officials = await officialsOn(db.system, dayOf(rules.now()));
  const given: JudgeRules = { named, rules, officials, now: rules.now() };
  // Receives for each of its centres, as its rights were when it was asked for.
  const by = {
    ...claimed.askedBy,
    organIds: [...new Set([...claimed.askedBy.organIds, ...claimed.centreIds])],
  } as Principal;
  const done = await lastLine(db.system, claimed.id);
  const firstLine = new Map<string, number>();
  let batch: Judged[] = [];
  let looked = 0;
  let written = 0;
  const write = () => db.write(by, (tx) => writeBatch(tx, by, claimed, batch, given));
  const flush = async () => {
    if (batch.length > 0)
      await write().catch((error) => {
        if (!isKnownMeanwhile(error)) throw error;
        return write();
      });
    // A new installation's tables were empty when the planner last looked.
    if (!claimed.trial && written < ANALYZE_AFTER && written + batch.length >= ANALYZE_AFTER)
      await tellPlanner(services);
    written += batch.length;
    batch = [];
  };
  for await (const { line, cell } of exportRows(bytes)) {
    if (++looked % YIELD_EVERY === 0) await setImmediate();
    const code = codeIn(cell);
    const first = firstLine.get(code);
    if (first === undefined && code !== '') firstLine.set(code, line);
    if (line <= done) continue;
    batch.push(
      first === undefined
        ? judgeRow(cell, line, given)
        : {
            fits: false,
            row: refusal(cell, line, 'code', `Trùng mã hồ sơ với dòng ${first}. Hãy giữ một dòng.`, given),
          },
    );
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  if (written >= ANALYZE_AFTER) await tellPlanner(services);
}

/** A counter wrote the same applicant down at the same moment: looked for anew, they are found. */
const isKnownMeanwhile = (error: unknown): boolean =>
  (error as { constraint_name?: string }).constraint_name === 'dossier_applicant_known';

/** After many rows at once the database's planner must look again, or it takes indexes for useless that are not. */
async function tellPlanner({ db }: Pick<Given, 'db'>): Promise<void> {
  await sql`analyze dossier, dossier_applicant, dossier_step, dossier_pause, dossier_origin, takeover_row`.execute(
    db.system,
  );
}

/** How many rows the file has, counted apart from what becomes of them. @throws Fault invalid where there are none */
async function countRows(bytes: Uint8Array): Promise<number> {
  let count = 0;
  for await (const _ of exportRows(bytes)) if (++count % 500 === 0) await setImmediate();
  if (count === 0) throw invalid('takeover.none', 'Bảng chưa có dòng hồ sơ nào dưới dòng tên cột.');
  return count;
}

async function writeBatch(
  tx: Tx,
  by: Principal,
  claimed: Claimed,
  batch: readonly Judged[],
  { rules, now }: JudgeRules,
): Promise<void> {
  await holdTakeover(tx, claimed);
  // Two files with the same dossiers wait for each other, so that the second finds what the first has taken.
  if (!claimed.trial) await sql`select pg_advisory_xact_lock(hashtext('dossier.takeover'))`.execute(tx);
  const known = await knownUnder(tx, batch.filter(asksForKnown).map(codeOf));
  const fresh: Fitting[] = [];
  const rows: NewRow[] = [];
  for (const judged of batch) {
    const here = asksForKnown(judged) ? known.get(codeOf(judged)) : undefined;
    if (here) rows.push(thereRow(judged, here));
    else if (judged.fits) fresh.push(judged.row);
    else rows.push({ ...judged.row, outcome: 'refused' });
  }
  const { id: takeoverId, system, sha256 } = claimed;
  const taken = claimed.trial ? [] : await takeIn(tx, by, rules, fresh, { takeoverId, system, sha256, now });
  fresh.forEach((row, i) => {
    const said = { ...saidOf(row), concerns: row.concerns };
    rows.push({ ...said, outcome: 'taken', ...(taken[i] ? { dossier: taken[i] } : {}) });
  });
  await writeRows(tx, takeoverId, rows);
}

/** A row that cannot be read is mended before anything is asked about it; one that has ended may be here from before. */
const asksForKnown = (judged: Judged): boolean => judged.fits || judged.row.ended;
const codeOf = (judged: Judged): string => (judged.fits ? judged.row.told.code : judged.row.code);

const saidOf = ({ line, told, place }: Fitting) => ({
  ...{ line, code: told.code, status: told.status },
  ...{ centreId: place.receptionId, procedureVersionId: place.procedureVersionId },
});

function thereRow(judged: Judged, known: Parameters<typeof changedSince>[1]): NewRow {
  const dossier = { unitId: known.unitId, id: known.id };
  if (judged.fits) {
    return { ...saidOf(judged.row), outcome: 'there', concerns: changedSince(judged.row, known), dossier };
  }
  const { line, code, status, centreId } = judged.row;
  const words = 'Tệp ghi hồ sơ đã kết thúc ở hệ thống cũ. Hồ sơ ở đây giữ nguyên; hãy xem lại ai đã giải quyết.';
  return { line, code, status, centreId, outcome: 'there', concerns: [{ kind: 'ended', words }], dossier };
}

import { dayOf } from '../../kernel/day.ts';
import { isFault } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import { type ExtractedText, extractText, type Progress } from '../../platform/files/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { agencyContext } from '../agencies.ts';
import { openDirective } from '../openDirective.ts';
import { inKeptText, readText, SECRET } from '../readText.ts';
import { forgetSecret } from './forgetSecret.ts';
import { askWorker, type ClaimedScan, claimScan, MOST_TRIES, noteProgress, settleScan } from './store.ts';

type Given = Pick<Services, 'config' | 'db' | 'files' | 'log' | 'clock'>;

const EVERY_MS = 700;
const CUT_OFF =
  'Việc nhận dạng tệp này đã bị ngắt nhiều lần. Hãy thử lại lúc khác, hoặc quét lại thành tệp nhẹ hơn, hoặc gõ nội dung vào.';
const BROKEN = 'Máy gặp trục trặc khi nhận dạng tệp này. Hãy thử lại; nếu vẫn lỗi, hãy gõ hoặc dán nội dung vào.';

/**
 * Reads the files in line, one a run: asked for as a file comes in, and each minute in case a server was killed half-way.
 * Nothing is stored before a file is read to its end, so that a run cut off leaves only a file in line.
 */
export const readScanJob = (services: Given): Job => ({
  name: 'directive.scan',
  cron: '* * * * *',
  work: async () => {
    const scan = await claimScan(services.db.system);
    if (!scan) return;
    await readClaimed(services, scan);
    await askWorker(services.db.system);
  },
});

async function readClaimed(services: Given, scan: ClaimedScan): Promise<void> {
  const { db, log } = services;
  if (scan.tries > MOST_TRIES) return settleScan(db.system, scan.id, { state: 'failed', failure: CUT_OFF });
  const watch = watchOver(services, scan.id);
  try {
    const bytes = await services.files.get(scan.sha256);
    const { signal, onProgress } = watch;
    await open(services, scan, await extractText(bytes, { name: scan.name, signal, onProgress }));
  } catch (error) {
    if (watch.signal.aborted) return;
    if (!isFault(error)) {
      log.error({ scanId: scan.id, err: error }, 'a scan could not be read');
      await settleScan(db.system, scan.id, { state: 'failed', failure: BROKEN });
    } else if (error.code === SECRET) {
      await forgetSecret(services, scan, error.message);
    } else if (error.kind === 'unavailable') {
      // The server is stopping, or the disk does not answer: in line again.
      await settleScan(db.system, scan.id, { state: 'waiting' });
    } else {
      await settleScan(db.system, scan.id, { state: 'failed', failure: error.message });
    }
  } finally {
    watch.end();
  }
}

/** Notes the progress every moment, and stops the reading once the clerk has cancelled it, on whichever server that was. */
function watchOver({ db, log }: Given, scanId: number) {
  const stop = new AbortController();
  let progress: Progress = { page: 0, pages: 0, done: 0 };
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      if (!(await noteProgress(db.system, scanId, progress))) stop.abort();
    } catch (error) {
      log.warn({ scanId, err: error }, 'the progress of a scan could not be noted');
    } finally {
      busy = false;
    }
  }, EVERY_MS);
  return {
    signal: stop.signal,
    onProgress: (now: Progress) => {
      progress = now;
    },
    end: () => clearInterval(timer),
  };
}

/** Opens what was read at the desk, in the name of whoever fed it in; once, however often a file was read. */
async function open(services: Given, scan: ClaimedScan, extracted: ExtractedText): Promise<void> {
  const by: Principal = scan.askedBy;
  const reading = await readText(services, by, extracted.text, 'tep');
  const at = agencyContext(await organRegister(services), by, dayOf(services.clock()), reading.document.title);
  await services.db.write(by, async (tx) => {
    const held = await tx
      .selectFrom('scan')
      .where('id', '=', scan.id)
      .where('state', '=', 'reading')
      .where('tries', '=', scan.tries)
      .select('id')
      .forUpdate()
      .executeTakeFirst();
    if (!held || by.servesId === null) return;
    const { sha256, size, name, mediaType } = scan;
    const document = {
      source: 'upload' as const,
      original: { sha256, size, name, mediaType },
      reading,
      extracted: inKeptText(extracted.text, extracted),
    };
    const directiveId = await openDirective(tx, by, document, {
      config: services.config,
      issuerOrganId: by.servesId,
      at,
    });
    await settleScan(tx, scan.id, { state: 'read', directiveId });
  });
}

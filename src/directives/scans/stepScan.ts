import { dayOf } from '../../kernel/day.ts';
import { conflict, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import type { Services } from '../../platform/services.ts';
import { agencyContext } from '../agencies.ts';
import { WITHOUT_PAGES } from '../extracted.ts';
import { openDirective } from '../openDirective.ts';
import { readText } from '../readText.ts';
import { tryAgain } from './askScan.ts';
import { mayStep, type ScanStep } from './model.ts';
import { type Scan, scanById } from './store.ts';

/** Stops a reading, or leaves a failed one; the file is kept. The worker ends within a second. @throws Fault notFound, conflict */
export async function cancelScan(tx: Tx, by: Principal, id: number): Promise<void> {
  await heldScan(tx, id, 'cancel');
  await tx.updateTable('scan').set({ state: 'cancelled' }).where('id', '=', id).execute();
  await appendEvent(tx, by, { kind: 'scan.cancelled', subjectType: 'scan', subjectId: id });
}

/** Tries a failed or stopped reading once more. @throws Fault notFound, conflict */
export async function readAgain(tx: Tx, by: Principal, id: number): Promise<void> {
  await heldScan(tx, id, 'again');
  await tryAgain(tx, by, id);
}

/**
 * Opens the text that a clerk typed from a file at the desk; the file itself stays its original.
 * @returns the directive's id
 * @throws Fault notFound, conflict, invalid (field noi-dung)
 */
export async function typeScan(
  services: Services,
  by: Principal,
  key: string,
  id: number,
  text: string,
): Promise<number> {
  const reading = await readText(services, by, text, 'noi-dung');
  const at = agencyContext(await organRegister(services), by, dayOf(services.clock()), reading.document.title);
  return services.db.write(by, (tx) =>
    writeOnce(tx, { key, purpose: `scan.typed.${id}`, personId: by.personId }, async () => {
      const { sha256, size, name, mediaType } = await heldScan(tx, id, 'type');
      if (by.servesId === null) throw notFound('tệp này');
      const directiveId = await openDirective(
        tx,
        by,
        { source: 'upload', original: { sha256, size, name, mediaType }, reading, extracted: WITHOUT_PAGES },
        { config: services.config, issuerOrganId: by.servesId, at },
      );
      await tx.updateTable('scan').set({ state: 'read', directive_id: directiveId }).where('id', '=', id).execute();
      return directiveId;
    }),
  );
}

async function heldScan(tx: Tx, id: number, step: ScanStep): Promise<Scan> {
  const scan = await scanById(tx, id).forUpdate().executeTakeFirst();
  if (!scan) throw notFound('tệp này');
  if (!mayStep(step, scan.state)) {
    throw conflict('scan.state', 'Tệp này đã sang bước khác, không làm được việc vừa chọn. Hãy xem lại trang.');
  }
  return scan;
}

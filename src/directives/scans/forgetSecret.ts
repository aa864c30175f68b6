import type { Services } from '../../platform/services.ts';
import { type Scan, settleScan } from './store.ts';

/**
 * Takes a scan that calls itself secret out of the system: its file, unless the same bytes lie there for another reason, and
 * its name, which may tell what is in it. That it came was put on record as it was read.
 */
export async function forgetSecret(
  { db, files }: Pick<Services, 'db' | 'files'>,
  scan: Scan,
  reason: string,
): Promise<void> {
  await settleScan(db.system, scan.id, { state: 'refused', failure: reason, name: 'tệp đã xóa' });
  const elsewhere = await db.system
    .selectFrom('file')
    .where('sha256', '=', scan.sha256)
    .select('id')
    .executeTakeFirst();
  if (!elsewhere) await files.remove(scan.sha256);
}

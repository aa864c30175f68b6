import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';

/**
 * Sends an issued directive to one more organ, which was charged with one of its tasks later; nothing where it has it already.
 * Only the office that keeps the directive can.
 */
export async function sendAlso(
  tx: Tx,
  by: Principal,
  directiveId: number,
  organId: number,
  reason: 'lead' | 'coordinate',
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('directive')
    .set((e) => ({
      organ_ids: e.fn<number[]>('array_append', ['organ_ids', e.cast(e.val(organId), 'bigint')]),
      version: e('version', '+', 1),
    }))
    .where('id', '=', directiveId)
    .where((e) => e.not(e(e.cast(e.val(organId), 'bigint'), '=', e.fn.any('organ_ids'))))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await tx
    .insertInto('distribution')
    .values({ directive_id: directiveId, organ_id: organId, reason })
    .onConflict((c) => c.columns(['directive_id', 'organ_id']).doNothing())
    .execute();
  await appendEvent(tx, by, {
    kind: 'directive.sent_also',
    subjectType: 'directive',
    subjectId: directiveId,
    data: { organId, reason },
  });
}

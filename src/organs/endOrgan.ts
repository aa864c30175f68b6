import type { Day } from '../kernel/day.ts';
import { invalid, stale } from '../kernel/errors.ts';
import type { OrganId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { announce } from './addOrgan.ts';
import { keptOrgan } from './policy.ts';
import { organById, organsBelow } from './store.ts';

/** What the rooms above do in the same transaction. */
export interface OrganHooks {
  onEnded(
    tx: Tx,
    by: Principal,
    ended: { organId: OrganId; lastDay: Day; successorIds: readonly OrganId[] },
    today: Day,
  ): Promise<void>;
}

/**
 * Ends an organ with its last day, the reason and whoever takes over. Nothing is removed: its documents, tasks and people
 * keep pointing at it, and names in documents lead to the successor. What it left open goes to whom the hooks hand it.
 * @throws Fault notFound, forbidden, stale when it has ended meanwhile, invalid (ngay-cuoi, ke-tiep)
 */
export async function endOrgan(
  tx: Tx,
  by: Principal,
  hooks: OrganHooks,
  id: OrganId,
  given: { lastDay: Day; reason: string; successorIds: readonly OrganId[]; legalBasis: string | null },
  today: Day,
): Promise<void> {
  const organ = keptOrgan(by, await organById(tx, id).executeTakeFirst());
  if (organ.validTo !== null) throw stale();
  if (organ.validFrom !== null && given.lastDay < organ.validFrom)
    throw invalid('organ.end_day', 'Ngày cuối phải từ ngày cơ quan bắt đầu hoạt động trở đi.', 'ngay-cuoi');
  const below = await organsBelow(tx, id, given.lastDay).execute();
  const staying = below.filter((o) => o.validTo === null || o.validTo > given.lastDay);
  if (staying.length > 0)
    throw invalid(
      'organ.has_parts',
      `Còn ${staying.length} cơ quan trực thuộc (${staying.map((o) => o.shortName).join(', ')}). Hãy kết thúc các cơ quan đó trước.`,
      'ngay-cuoi',
    );
  for (const successorId of given.successorIds) {
    const successor = await organById(tx, successorId).executeTakeFirst();
    const there = successor && successor.unitId === organ.unitId && successorId !== id;
    if (!there || (successor.validTo !== null && successor.validTo <= given.lastDay))
      throw invalid('organ.successor', 'Hãy chọn cơ quan kế tiếp đang hoạt động trong cùng đơn vị.', 'ke-tiep');
  }
  const ended = await tx
    .updateTable('organ')
    .set({ valid_to: given.lastDay, end_reason: given.reason })
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) throw stale();
  if (given.successorIds.length > 0) {
    const kind = given.successorIds.length === 1 ? ('merged' as const) : ('split' as const);
    await tx
      .insertInto('organ_lineage')
      .values(
        given.successorIds.map((successor) => ({
          predecessor_id: id,
          successor_id: successor,
          kind,
          legal_basis: given.legalBasis,
        })),
      )
      .execute();
  }
  await appendEvent(tx, by, {
    kind: 'organ.ended',
    subjectType: 'organ',
    subjectId: id,
    reason: given.reason,
    data: { lastDay: given.lastDay, successorIds: given.successorIds },
  });
  await hooks.onEnded(tx, by, { organId: id, lastDay: given.lastDay, successorIds: given.successorIds }, today);
  await announce(tx);
}

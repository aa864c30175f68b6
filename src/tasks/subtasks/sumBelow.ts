import { sql } from 'kysely';
import type { Tx } from '../../platform/db/access.ts';

/** What stands below a charge, or below one of its sub-tasks; undefined where nothing was passed down. */
export async function sumBelow(
  tx: Tx,
  chargeId: number,
  parentId: number | null,
): Promise<{ open: number } | undefined> {
  const { all, open } = await tx
    .selectFrom('subtask')
    .where('charge_id', '=', chargeId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('state', '!=', 'withdrawn')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where state <> 'done')::int`.as('open'),
    ])
    .executeTakeFirstOrThrow();
  return all > 0 ? { open } : undefined;
}

/** Said when somebody reports as done what still has open parts. */
export const openBelow = (open: number): string =>
  `Còn ${open} phần việc đã giao chưa xong. Hãy xác nhận hoặc thôi giao từng phần, rồi báo xong.`;

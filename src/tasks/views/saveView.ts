import { sql } from 'kysely';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import type { Tx } from '../../platform/db/access.ts';

const MOST_VIEWS = 20;
const MOST_NAME = 60;

/**
 * A person keeps a list under a name; under a name they use already the former list is replaced.
 * @throws Fault invalid (field ten), conflict when there are too many
 */
export async function saveView(
  tx: Tx,
  by: Principal,
  input: { name: string; query: string; isDefault: boolean },
): Promise<number> {
  const name = cleanLine(input.name).slice(0, MOST_NAME);
  if (name === '') throw invalid('view.name', 'Hãy đặt tên cho bộ lọc, ví dụ “Quá hạn của các sở”.', 'ten');
  const key = fold(name);
  await endViews(tx, by, (e) => e('name_key', '=', key));
  const { count } = await tx
    .selectFrom('task_view')
    .where('person_id', '=', by.personId)
    .where('ended_at', 'is', null)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= MOST_VIEWS) {
    throw conflict('view.many', `Mỗi người giữ nhiều nhất ${MOST_VIEWS} bộ lọc. Hãy bỏ bớt một bộ lọc.`, 'ten');
  }
  if (input.isDefault) await noDefault(tx, by);
  const { id } = await tx
    .insertInto('task_view')
    .values({ person_id: by.personId, name, name_key: key, query: input.query, is_default: input.isDefault })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The list that opens first from now on; null: the usual one. @throws Fault notFound */
export async function openFirst(tx: Tx, by: Principal, viewId: number | null): Promise<void> {
  await noDefault(tx, by);
  if (viewId === null) return;
  const found = await tx
    .updateTable('task_view')
    .set({ is_default: true })
    .where('id', '=', viewId)
    .where('person_id', '=', by.personId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!found) throw notFound('bộ lọc này');
}

/** The person keeps a list no longer. */
export const dropView = (tx: Tx, by: Principal, viewId: number): Promise<void> =>
  endViews(tx, by, (e) => e('id', '=', viewId));

type Where = (e: (column: 'id' | 'name_key', op: '=', value: number | string) => unknown) => unknown;

async function endViews(tx: Tx, by: Principal, which: Where): Promise<void> {
  await tx
    .updateTable('task_view')
    .set({ ended_at: sql<string>`app_now()`, is_default: false })
    .where('person_id', '=', by.personId)
    .where('ended_at', 'is', null)
    .where((e) => which(e as never) as never)
    .execute();
}

async function noDefault(tx: Tx, by: Principal): Promise<void> {
  await tx
    .updateTable('task_view')
    .set({ is_default: false })
    .where('person_id', '=', by.personId)
    .where('is_default', '=', true)
    .execute();
}

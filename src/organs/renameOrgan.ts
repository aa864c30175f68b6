import { addDays, type Day } from '../kernel/day.ts';
import { conflict, invalid, stale } from '../kernel/errors.ts';
import type { OrganId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { announce, refuseSameName } from './addOrgan.ts';
import { organSearchKey } from './model.ts';
import { keptOrgan } from './policy.ts';
import { namesOf, organById } from './store.ts';

/**
 * Gives an organ another name from a day on. It stays the same organ: its people and tasks stay, and the name until then is
 * kept as a former one with its dates.
 * @param seen the name that the person saw; another one there means that somebody was quicker
 * @throws Fault notFound, forbidden, stale, invalid (tu-ngay), conflict (ten)
 */
export async function renameOrgan(
  tx: Tx,
  by: Principal,
  id: OrganId,
  given: { seen: string; name: string; shortName: string; from: Day; reason: string },
): Promise<void> {
  const organ = keptOrgan(by, await organById(tx, id).executeTakeFirst());
  if (organ.name !== given.seen || organ.validTo !== null) throw stale();
  if (organ.validFrom !== null && given.from <= organ.validFrom)
    throw invalid('organ.rename_day', 'Ngày đổi tên phải sau ngày cơ quan bắt đầu hoạt động.', 'tu-ngay');
  if (given.name !== organ.name) await refuseSameName(tx, organ.unitId!, given.name, given.from);
  const former = (await namesOf(tx, id).execute()).filter((n) => n.kind === 'former' && n.validTo !== null);
  const lastFormer = former
    .map((n) => n.validTo!)
    .sort()
    .at(-1);
  if (lastFormer !== undefined && given.from <= lastFormer)
    throw invalid('organ.rename_order', 'Ngày đổi tên phải sau lần đổi tên trước.', 'tu-ngay');
  await tx
    .insertInto('organ_name')
    .values(
      [...new Set([organ.name, organ.shortName])].map((name) => ({
        organ_id: id,
        name,
        search_key: fold(name),
        kind: 'former' as const,
        valid_from: lastFormer === undefined ? organ.validFrom : addDays(lastFormer, 1),
        valid_to: addDays(given.from, -1),
      })),
    )
    .execute();
  const changed = await tx
    .updateTable('organ')
    .set({
      name: given.name,
      short_name: given.shortName,
      search_key: organSearchKey(given.name, given.shortName),
    })
    .where('id', '=', id)
    .where('name', '=', given.seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw stale();
  await appendEvent(tx, by, {
    kind: 'organ.renamed',
    subjectType: 'organ',
    subjectId: id,
    reason: given.reason,
    data: { from: organ.name, to: given.name, day: given.from },
  });
  await announce(tx);
}

/**
 * Adds a name by which documents also call the organ.
 * @throws Fault notFound, forbidden, conflict (ten) when it has this name already
 */
export async function addName(
  tx: Tx,
  by: Principal,
  id: OrganId,
  given: { name: string; kind: 'alias' | 'abbreviation' },
): Promise<void> {
  const organ = keptOrgan(by, await organById(tx, id).executeTakeFirst());
  const names = [organ.name, organ.shortName, ...(await namesOf(tx, id).execute()).map((n) => n.name)];
  if (names.some((name) => name.toLowerCase() === given.name.toLowerCase()))
    throw conflict('organ.name_there', 'Cơ quan đã có tên gọi này.', 'ten');
  await tx
    .insertInto('organ_name')
    .values({ organ_id: id, name: given.name, search_key: fold(given.name), kind: given.kind })
    .execute();
  await appendEvent(tx, by, { kind: 'organ.name_added', subjectType: 'organ', subjectId: id, data: given });
  await announce(tx);
}

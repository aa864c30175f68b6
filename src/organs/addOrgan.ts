import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { OrganId, UnitId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { organSearchKey } from './model.ts';
import { keepOrgans } from './policy.ts';
import { ORGANS_CHANGED } from './register.ts';
import { organById } from './store.ts';

export interface NewOrgan {
  name: string;
  shortName: string;
  /** An organ of the same unit; its branch and level are the new one's. */
  parentId: OrganId;
  /** The new organ is the office that serves the one above. */
  serves: boolean;
  issues: boolean;
  from: Day;
}

/** Organs that an administrator added follow no template. */
const OWN_TEMPLATE = 'rieng';

/**
 * Adds an organ to the administrator's own unit, below one that is there.
 * @throws Fault forbidden, invalid (co-quan-tren), conflict (ten) when one of this name exists then
 */
export async function addOrgan(tx: Tx, by: Principal, given: NewOrgan): Promise<OrganId> {
  const unitId = by.adminUnitId;
  if (!keepOrgans.allows(by) || unitId === null) throw forbidden('Chỉ quản trị viên của đơn vị mới thêm được cơ quan.');
  const parent = await organById(tx, given.parentId).executeTakeFirst();
  if (!parent || parent.unitId !== unitId)
    throw invalid('organ.parent', 'Hãy chọn cơ quan cấp trên trong đơn vị của bạn.', 'co-quan-tren');
  if (parent.validTo !== null && parent.validTo < given.from)
    throw invalid('organ.parent_ended', 'Cơ quan cấp trên đã kết thúc hoạt động trước ngày này.', 'co-quan-tren');
  await refuseSameName(tx, unitId, given.name, given.from);
  const { id } = await tx
    .insertInto('organ')
    .values({
      unit_id: unitId,
      template: OWN_TEMPLATE,
      level: parent.level,
      branch: parent.branch,
      name: given.name,
      short_name: given.shortName,
      search_key: organSearchKey(given.name, given.shortName),
      parent_id: parent.id,
      serves_id: given.serves ? parent.id : null,
      issues: given.issues,
      valid_from: given.from,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, { kind: 'organ.added', subjectType: 'organ', subjectId: id, unitId, data: { ...given } });
  await announce(tx);
  return id as OrganId;
}

/** @throws Fault conflict (ten) when the unit has an organ of this name on or after the day */
export async function refuseSameName(tx: Tx, unitId: UnitId, name: string, from: Day): Promise<void> {
  const same = await tx
    .selectFrom('organ')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where(sql<boolean>`coalesce(valid_to, 'infinity') >= ${from}::date`)
    .select('id')
    .executeTakeFirst();
  if (same) throw conflict('organ.same_name', 'Đơn vị đã có cơ quan mang tên này. Hãy xem lại tên.', 'ten');
}

/** Tells all processes, once the transaction is through, that the register has changed. */
export const announce = (tx: Tx) => sql`select pg_notify(${ORGANS_CHANGED}, '')`.execute(tx);

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { conflict } from '../kernel/errors.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { communesOf, findProvince, type Unit } from '../units/index.ts';
import { type PlannedOrgan, planOrgans } from './planOrgans.ts';

/** Holds off a second load until the first is done. */
const LOCK = 7_108_246_011;
/** Rows sent in one statement. */
const BATCH = 2000;

/**
 * Creates the organs of the centre, of a province and of its communes of that day, from the templates. Organs that are
 * there stay as they are, so that it can run again when communes were added, and sets nothing back that was changed.
 * @param db as the owner of the tables
 * @param provinceCode the statistics office's
 * @returns how many organs were added
 * @throws Fault conflict when the register of units has no such province
 */
export async function loadOrgans(db: Kysely<DB>, provinceCode: string, day: Day): Promise<{ added: number }> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const province = await findProvince(tx, provinceCode, day);
    if (!province) {
      throw conflict(
        'organs.no_province',
        `Chưa có tỉnh mã ${provinceCode} trong danh mục đơn vị hành chính. Hãy nạp danh mục trước.`,
      );
    }
    const plan = planOrgans(province, await communesOf(tx, provinceCode, day));
    const known = await idsByKey(tx);
    const missing = plan.filter((o) => !known.has(keyOf(o)));
    if (missing.length === 0) return { added: 0 };
    await insertOrgans(tx, missing);
    const ids = await idsByKey(tx);
    const idAt = (place: number | null) => (place === null ? null : ids.get(keyOf(plan[place]!))!);
    await joinUp(tx, missing, ids, idAt);
    await insertNames(tx, missing, ids);
    await insertLineage(tx, missing, ids, idAt);
    await record(tx, province, missing.length);
    await sql`select pg_notify('organ_changed', '')`.execute(tx);
    return { added: missing.length };
  });
}

type Tx = Transaction<DB>;
type Ids = ReadonlyMap<string, number>;

const keyOf = (o: { unitId: number | null; template: string }): string => `${o.unitId ?? ''}:${o.template}`;

async function idsByKey(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('organ')
    .select(['id', 'unit_id as unitId', 'template'])
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}

async function insertOrgans(tx: Tx, organs: readonly PlannedOrgan[]): Promise<void> {
  for (const batch of batches(organs)) {
    const values = batch.map((o) => ({
      unit_id: o.unitId,
      template: o.template,
      level: o.level,
      branch: o.branch,
      name: o.name,
      short_name: o.shortName,
      search_key: o.searchKey,
      issues: o.issues,
      valid_from: o.validFrom,
      valid_to: o.validTo,
    }));
    await tx.insertInto('organ').values(values).execute();
  }
}

/** Sets parent and body served, once all organs have ids. */
async function joinUp(
  tx: Tx,
  organs: readonly PlannedOrgan[],
  ids: Ids,
  idAt: (place: number | null) => number | null,
) {
  const rows = organs
    .filter((o) => o.parent !== null || o.serves !== null)
    .map((o) => ({ id: ids.get(keyOf(o))!, parent: idAt(o.parent), serves: idAt(o.serves) }));
  await sql`update organ set parent_id = j.parent, serves_id = j.serves
    from json_to_recordset(${JSON.stringify(rows)}::json) as j(id bigint, parent bigint, serves bigint)
    where organ.id = j.id`.execute(tx);
}

async function insertNames(tx: Tx, organs: readonly PlannedOrgan[], ids: Ids): Promise<void> {
  const rows = organs.flatMap((o) =>
    o.names.map((n) => ({
      organ_id: ids.get(keyOf(o))!,
      name: n.name,
      search_key: fold(n.name),
      kind: n.kind,
      valid_from: n.validFrom,
      valid_to: n.validTo,
    })),
  );
  for (const batch of batches(rows)) await tx.insertInto('organ_name').values(batch).execute();
}

async function insertLineage(
  tx: Tx,
  organs: readonly PlannedOrgan[],
  ids: Ids,
  idAt: (place: number) => number | null,
) {
  const rows = organs.flatMap((o) =>
    o.into.map((l) => ({
      predecessor_id: ids.get(keyOf(o))!,
      successor_id: idAt(l.successor)!,
      kind: l.kind,
      legal_basis: l.basis,
    })),
  );
  if (rows.length > 0) await tx.insertInto('organ_lineage').values(rows).execute();
}

async function record(tx: Tx, province: Unit, added: number): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      unit_id: province.id,
      kind: 'organ.register_loaded',
      subject_type: 'unit',
      subject_id: province.id,
      data: JSON.stringify({ added }),
    })
    .execute();
}

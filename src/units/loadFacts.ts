import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/schema.generated.ts';
import { provinceFacts, SHIPPED_PROVINCES, type ShippedProvince } from './facts/provinces.ts';
import { type SaveReport, saveRegister } from './register/saveRegister.ts';

/**
 * Loads the register of a province that comes with the product, unless units of that province are there already: what an
 * operator has imported or corrected is never set back.
 * @param db as the owner of the tables
 * @returns what was written, or undefined where nothing was to do
 */
export async function loadFacts(db: Kysely<DB>, province: ShippedProvince): Promise<SaveReport | undefined> {
  const there = await db
    .selectFrom('unit')
    .select('id')
    .where('level', '=', 'province')
    .where('code', '=', SHIPPED_PROVINCES[province])
    .limit(1)
    .executeTakeFirst();
  if (there) return undefined;
  const { units, lineage } = provinceFacts(province);
  return saveRegister(db, units, lineage, { facts: province });
}

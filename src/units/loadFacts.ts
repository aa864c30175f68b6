import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/schema.generated.ts';
import { provinceFacts } from './facts/provinces.ts';
import { type SaveReport, saveRegister } from './register/saveRegister.ts';

/**
 * Loads the register of a province where it comes with the product and no unit holds that code yet: what an operator has
 * imported or corrected is never set back.
 * @param db as the owner of the tables
 * @returns what was written, or undefined where nothing was to do
 */
export async function loadFacts(db: Kysely<DB>, provinceCode: string): Promise<SaveReport | undefined> {
  const facts = provinceFacts(provinceCode);
  if (!facts) return undefined;
  const there = await db.selectFrom('unit').select('id').where('code', '=', provinceCode).limit(1).executeTakeFirst();
  if (there) return undefined;
  return saveRegister(db, facts.units, facts.lineage, { facts: provinceCode });
}

import { loadProcedures } from './dossiers/index.ts';
import { dayOf } from './kernel/day.ts';
import { loadOrgans } from './organs/index.ts';
import type { Services } from './platform/services.ts';
import { findProvince, loadFacts } from './units/index.ts';

/**
 * What a first start needs before anybody can sign in: the register of the province, its organs from the templates, and in a
 * demonstration its half year of work. Later starts find it there and change nothing.
 */
export async function prepare(services: Services): Promise<void> {
  const { db, config } = services;
  await loadFacts(db.system, config.provinceCode);
  const today = dayOf(services.clock());
  // A province that does not come with the product gets its register by import; its organs follow at the next start.
  if (await findProvince(db.system, config.provinceCode, today))
    await loadOrgans(db.system, config.provinceCode, today);
  await loadProcedures(db.system);
  if (config.demo) {
    const { loadDemonstration } = await import('./demonstration/index.ts');
    await loadDemonstration(services);
  }
}

import { dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { type AppContext, principalOf } from '../../platform/http/index.ts';
import { type DossierRules, dossierRules } from '../rules.ts';

/** The signed-in person with the organs whose dossiers they go on with, and the rules of this moment. */
export async function officerOf(c: AppContext): Promise<{ principal: Principal; rules: DossierRules }> {
  const rules = await dossierRules(c.get('services'));
  return { principal: rules.places.withInherited(principalOf(c), dayOf(rules.now())), rules };
}

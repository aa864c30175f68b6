import { organRegister } from '../../organs/index.ts';
import type { Services } from '../../platform/services.ts';
import { type OrganChoice, organChoices } from './organChoices.ts';

/** The kinds of organs that a procedure of this province may name now. */
export async function organsToName(services: Pick<Services, 'db' | 'log'>): Promise<readonly OrganChoice[]> {
  const register = await organRegister(services);
  const provincial = [...register.organs.values()].filter(
    (o) => o.level === 'province' && o.branch === 'government' && o.validTo === null,
  );
  return organChoices(provincial.sort((a, b) => a.shortName.localeCompare(b.shortName, 'vi')));
}

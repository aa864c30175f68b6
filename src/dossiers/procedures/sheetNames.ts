import { dayOf } from '../../kernel/day.ts';
import { organRegister } from '../../organs/index.ts';
import type { Services } from '../../platform/services.ts';
import { dossierRules } from '../rules.ts';
import { namedIn } from '../takeover/named.ts';
import { organsToName } from './organsToName.ts';
import type { SheetNames } from './sheet.ts';

/** What a sheet may name in this province today: kinds of organs, and service centres as a file of dossiers names them. */
export async function sheetNames(services: Services): Promise<SheetNames> {
  const { book, places, now } = await dossierRules(services);
  const today = dayOf(now());
  const open = new Set(places.centres(today).map(({ organId }) => organId));
  const { centre } = namedIn({ register: await organRegister(services), places, book }, open);
  return { organs: await organsToName(services), centre: (text) => centre(text, today) };
}

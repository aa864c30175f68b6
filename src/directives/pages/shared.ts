import { dayOf } from '../../kernel/day.ts';
import { type Fault, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { type OrganRegister, organRegister } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { type AppContext, type Form, principalOf } from '../../platform/http/index.ts';
import { type AgencyContext, agencyContext } from '../agencies.ts';
import { type Directive, directiveById } from '../store/directive.ts';

/** The client entry with the desk's style and script. */
export const DESK_SCRIPT = 'src/directives/pages/desk.client.ts';

export function idOf(c: AppContext, name = 'id'): number {
  const id = parseId(c.req.param(name));
  if (!id) throw notFound('văn bản này');
  return id;
}

/** A directive that the person may see. @throws Fault notFound */
export async function directiveOf(c: AppContext, id = idOf(c)): Promise<Directive> {
  const { db } = c.get('services');
  const [found] = await db.read(principalOf(c), directiveById(db.build, id));
  if (!found[0]) throw notFound('văn bản này');
  return found[0];
}

export const registerOf = (c: AppContext): Promise<OrganRegister> => organRegister(c.get('services'));

/** How agencies typed or read in a directive are understood today. */
export async function contextOf(c: AppContext, title: string | null): Promise<AgencyContext> {
  return agencyContext(await registerOf(c), principalOf(c), dayOf(c.get('services').clock()), title);
}

/** Carries out one write of a form, once per key; gives back the fault that the person can mend, or nothing. */
export async function attempt(
  c: AppContext,
  form: Form,
  purpose: string,
  work: (tx: Tx) => Promise<unknown>,
): Promise<Fault | undefined> {
  const by = principalOf(c);
  try {
    await c
      .get('services')
      .db.write(by, (tx) =>
        writeOnce(
          tx,
          { key: form.key, purpose: `directive.${purpose}`, personId: by.personId },
          async () => (await work(tx)) ?? null,
        ),
      );
    return undefined;
  } catch (error) {
    if (isFault(error) && ['invalid', 'conflict', 'stale'].includes(error.kind)) return error;
    throw error;
  }
}

/** Names of organs in force that the office may mean, for the list that fields offer. */
export function organChoices({ register, context }: AgencyContext): string[] {
  const province = context.issuerUnitId ? register.provinceOf(context.issuerUnitId) : null;
  return [...register.organs.values()]
    .filter(
      (o) =>
        o.validTo === null && o.unitId !== null && (province === null || register.provinceOf(o.unitId) === province),
    )
    .map((o) => o.shortName);
}

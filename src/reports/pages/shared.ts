import { type Day, dayOf } from '../../kernel/day.ts';
import { type Fault, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { type OrganRegister, organRegister } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import { type AppContext, type Form, principalOf, readForm, redirectWith } from '../../platform/http/index.ts';
import { titleName, type Unit } from '../../units/index.ts';

export const todayOf = (c: AppContext): Day => dayOf(c.get('services').clock());
export const registerOf = (c: AppContext): Promise<OrganRegister> => organRegister(c.get('services'));

/** The id in the address. @throws Fault notFound */
export function idOf(c: AppContext, what: string): number {
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound(what);
  return id;
}

/** "Xã Con Cuông" */
export const unitName = (register: OrganRegister, id: number): string => {
  const unit = register.units.get(id as never);
  return unit ? titleName(unit as unknown as Pick<Unit, 'type' | 'name'>) : '';
};

/** A form that was refused: which, as it was sent, and why. */
export interface Failed {
  sent: Form;
  fault: Fault;
}
export type FailStatus = 409 | 422;

/**
 * Carries out one step, once per key, and leads on; refused, it shows the page again with what was typed.
 * @param to where it leads, from what the work gave
 * @param sent the form, where it has been read already
 */
export async function step<T>(
  c: AppContext,
  purpose: string,
  work: (tx: Tx, by: Principal, form: Form) => Promise<T>,
  answer: {
    to: (result: T) => string;
    done: string | ((form: Form) => string);
    again: (failed: Failed, status: FailStatus) => Promise<Response>;
  },
  sent?: Form,
): Promise<Response> {
  const by = principalOf(c);
  const form = sent ?? (await readForm(c));
  let result: T;
  try {
    result = await c
      .get('services')
      .db.write(by, (tx) => writeOnce(tx, { key: form.key, purpose, personId: by.personId }, () => work(tx, by, form)));
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale', 'tooLarge'].includes(error.kind)) throw error;
    return answer.again(
      { sent: form, fault: error },
      error.kind === 'tooLarge' ? 422 : (statusOfFault(error) as FailStatus),
    );
  }
  const text = typeof answer.done === 'string' ? answer.done : answer.done(form);
  return redirectWith(c, answer.to(result), { tone: 'success', text });
}

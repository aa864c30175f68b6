import type { MiddlewareHandler } from 'hono';
import { dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { accountsOf, type Session } from '../../platform/accounts/index.ts';
import type { AppEnv } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { type ChosenPosition, loadPrincipal } from './principal.ts';

const REMEMBER_MS = 30_000;
const REMEMBER_MOST = 20_000;

export const chosenIn = (session: Session): ChosenPosition =>
  session.actingForId !== null
    ? { actingForId: session.actingForId }
    : session.appointmentId !== null
      ? { appointmentId: session.appointmentId }
      : null;

/**
 * Puts the signed-in person, in the position chosen, on the context of each request. Somebody who must first change the
 * password, or whose position has ended, is nobody yet: the sign-in page leads them on.
 */
export function principalMiddleware(services: Services): MiddlewareHandler<AppEnv> {
  const accounts = accountsOf(services);
  const remembered = new Map<string, { principal: Principal | null; personId: number; until: number }>();
  let changes = 0;
  accounts.onChange((personId) => {
    changes += 1;
    for (const [key, entry] of remembered) if (entry.personId === personId) remembered.delete(key);
  });

  const principalOf = (session: Session): Principal | null | Promise<Principal | null> => {
    const key = `${session.personId}:${session.appointmentId}:${session.actingForId}`;
    const now = services.clock();
    const entry = remembered.get(key);
    if (entry && entry.until > now) return entry.principal;
    const seen = changes;
    return loadPrincipal(services.db, session.personId, chosenIn(session), dayOf(now)).then((principal) => {
      if (seen === changes) {
        if (remembered.size >= REMEMBER_MOST) remembered.delete(remembered.keys().next().value!);
        remembered.set(key, { principal, personId: session.personId, until: now + REMEMBER_MS });
      }
      return principal;
    });
  };

  return async (c, next) => {
    const found = accounts.sessionOf(c.req.header('cookie'));
    const session = found instanceof Promise ? await found : found;
    if (session && !session.mustChangePassword) {
      const principal = principalOf(session);
      c.set('principal', principal instanceof Promise ? await principal : principal);
    } else c.set('principal', null);
    await next();
  };
}

import { Fault, forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { App, AppContext } from './context.ts';

/** Who may use a route at all. What a person may do with one thing is checked again in the use case. */
export interface Permission {
  /** Stable and English, shown in the table of routes and roles: `directive.issue`. */
  name: string;
  allows(principal: Principal | null): boolean;
}

/** The two permissions that belong to no room. */
export const everybody: Permission = { name: 'public', allows: () => true };
export const signedIn: Permission = { name: 'signed-in', allows: (principal) => principal !== null };

export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  may: Permission;
  handle: (c: AppContext) => Response | Promise<Response>;
}

/** All routes of an application with their permissions; a route cannot be added without one. */
export type RouteTable = readonly Route[];

/**
 * Mounts the routes. Asked without an account, a page leads to the sign-in and back; a route that the position
 * does not allow answers 403.
 */
export function mountRoutes(app: App, routes: RouteTable): void {
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path, async (c) => {
      const principal = c.get('principal');
      if (!route.may.allows(principal)) {
        if (principal) throw forbidden();
        throw new Fault('signedOut', 'signed_out', 'Bạn cần đăng nhập để tiếp tục.');
      }
      return route.handle(c);
    });
  }
}

/** The signed-in person; routes behind `everybody` must not call it. */
export function principalOf(c: AppContext): Principal {
  const principal = c.get('principal');
  if (!principal) throw new Fault('signedOut', 'signed_out', 'Bạn cần đăng nhập để tiếp tục.');
  return principal;
}

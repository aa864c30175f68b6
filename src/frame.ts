import { navigationFor } from './navigation.ts';
import { type AppContext, takeFlash } from './platform/http/index.ts';
import type { PageFrame } from './ui/index.ts';

/** What stands around every page of one request. */
export function frameOf(c: AppContext, provinceName: string): PageFrame {
  const principal = c.get('principal');
  return {
    provinceName,
    demo: c.get('services').config.demo,
    person: principal
      ? {
          name: principal.personName,
          organName: principal.organName,
          positionName: principal.actingFor
            ? `${principal.positionTitle} (${principal.actingFor.kind} ${principal.actingFor.title})`
            : principal.positionTitle,
          positionCount: principal.positionCount,
          accountKey: String(principal.personId),
        }
      : undefined,
    nav: navigationFor(principal, c.req.path),
    flash: takeFlash(c),
  };
}

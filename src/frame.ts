import type { secureHeaders } from 'hono/secure-headers';
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

/** Our own files only: no script, style or frame from elsewhere, no page of ours within another. */
export const SECURITY_HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
};

import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';

/**
 * Our own files only: no script, style or frame from elsewhere, no page of ours within another. Islands place highlights by
 * style attributes, which is all that 'unsafe-inline' is for.
 */
const HEADERS: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    [
      "default-src 'self'",
      "img-src 'self' data:",
      "style-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ].join('; '),
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/**
 * Sets the headers that guard every answer, on Node's own response where there is one: touching the headers of a finished
 * Response turns it into a stream, which costs more than the page itself (measured; the stock middleware does so).
 */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  const outgoing = (c.env as Partial<HttpBindings> | undefined)?.outgoing;
  if (outgoing && 'setHeader' in outgoing) {
    for (const [name, value] of HEADERS) outgoing.setHeader(name, value);
    return next();
  }
  for (const [name, value] of HEADERS) c.header(name, value);
  c.set('headersSet', true);
  await next();
};

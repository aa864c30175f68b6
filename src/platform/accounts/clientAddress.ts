import { getConnInfo } from '@hono/node-server/conninfo';
import type { AppContext } from '../http/index.ts';

/**
 * Where a request comes from. `X-Forwarded-For` is believed only from the proxies named in the settings, and read from
 * its end: what a client wrote there itself stands before.
 */
export function clientAddress(c: AppContext): string {
  const trusted = new Set(c.get('services').config.trustedProxies.map(plain));
  let address = c.env && 'incoming' in (c.env as object) ? plain(getConnInfo(c).remote.address ?? '') : '';
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()));
  while (trusted.has(address) && forwarded.length > 0) address = forwarded.pop() || address;
  return address || 'unknown';
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.)/i, '').slice(0, 60);

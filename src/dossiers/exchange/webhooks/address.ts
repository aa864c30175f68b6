import { lookup as ask } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { invalid } from '../../../kernel/errors.ts';

/** Where webhooks may go. */
export interface AddressRules {
  /** http://127.0.0.1 is taken in a demonstration only. */
  demo: boolean;
  /** Addresses of the internal network are taken only where the operator said so. */
  internal: boolean;
}

const INTERNAL = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INTERNAL.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INTERNAL.addSubnet(net, prefix, 'ipv6');

/** Addresses of this machine and of networks that the internet does not know. IPv4 within IPv6 counts as IPv4. */
export const isInternal = (address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  const version = isIP(plain);
  return version === 0 || INTERNAL.check(plain, version === 4 ? 'ipv4' : 'ipv6');
};

const isDemo = (url: URL, { demo }: AddressRules) => demo && url.protocol === 'http:' && url.hostname === '127.0.0.1';

/**
 * The address typed, in one form.
 * @throws Fault invalid (field dia-chi)
 */
export function webhookUrl(text: string, rules: AddressRules): URL {
  const url = URL.parse(text.trim());
  if (!url || text.length > 500 || url.username || url.password || (url.protocol !== 'https:' && !isDemo(url, rules)))
    throw invalid('webhook.url', 'Địa chỉ phải bắt đầu bằng https://, không kèm tên và mật khẩu.', 'dia-chi');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && isInternal(host) && !rules.internal && !isDemo(url, rules))
    throw invalid(
      'webhook.internal',
      'Địa chỉ này thuộc mạng nội bộ. Hãy dùng tên miền công khai của hệ thống nhận.',
      'dia-chi',
    );
  return url;
}

/** Looks a name up for one connection and refuses internal addresses there, so that a name cannot be turned inwards later. */
export const guardedLookup =
  (rules: AddressRules): LookupFunction =>
  (host, options, done) => {
    ask(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const bad = found.find((one) => isInternal(one.address));
      if (bad && !rules.internal)
        return done(Object.assign(new Error('internal address'), { code: 'EINTERNAL' }), '', 0);
      if (options.all) return (done as (e: null, all: typeof found) => void)(null, found);
      done(null, found[0]!.address, found[0]!.family);
    });
  };

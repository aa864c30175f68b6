import { gunzipSync } from 'node:zlib';
import { DEMONSTRATION_PASSWORD } from '../../src/demonstration/accounts.ts';

/** Signs in as a person does, by the form; gives back the cookie header. */
export async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ 'ten-dang-nhap': username, 'mat-khau': DEMONSTRATION_PASSWORD }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  if (response.status !== 303 || cookies.length === 0) throw new Error(`sign-in answered ${response.status}`);
  return cookies.join('; ');
}

export interface Weight {
  /** The page and all it loads but fonts, as sent with gzip, in bytes. */
  assets: number;
  fonts: number;
}

/** What a browser loads on a first visit to `path`: the page, its style and scripts, and the fonts that its style names. */
export async function weigh(url: string, path: string, cookie = ''): Promise<Weight> {
  const page = await load(url + path, cookie);
  const linked = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  const weight: Weight = { assets: page.bytes, fonts: 0 };
  for (const file of new Set(linked)) {
    const asset = await load(url + file, '');
    weight.assets += asset.bytes;
    // A browser takes the subsets whose letters stand on the page: Vietnamese and basic Latin.
    for (const [, font] of asset.text.matchAll(/url\(["']?(\/assets\/[^"')]+\.woff2)["']?\)/g))
      weight.fonts += (await load(url + font, '')).bytes;
  }
  return weight;
}

async function load(address: string, cookie: string): Promise<{ bytes: number; text: string }> {
  // Node's fetch unpacks what it gets, so that the size on the wire is asked for by hand.
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'Accept-Encoding': 'gzip', Cookie: cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        if (response.statusCode !== 200) return reject(new Error(`${address} answered ${response.statusCode}`));
        const plain = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        resolve({ bytes: body.length, text: plain.toString('utf8') });
      });
    })
      .on('error', reject)
      .end();
  });
}

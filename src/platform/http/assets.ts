import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { notFound } from '../../kernel/errors.ts';
import type { AssetManifest } from '../../ui/index.ts';
import { everybody, type Route } from './route.ts';

interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer> | null;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface ClientBuild {
  manifest: AssetManifest;
  route: Route;
}

/**
 * The built client files, kept in memory with their compressed form: they are few, small, named by their content and
 * asked for by every browser once.
 * @param folder dist/client
 */
export async function openClientBuild(folder: string): Promise<ClientBuild> {
  const manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8')) as AssetManifest;
  const assets = new Map<string, Asset>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = path.join(entry.parentPath, entry.name);
    const body = new Uint8Array(await readFile(file));
    const compressible = !type.startsWith('font/') && !type.startsWith('image/png') && body.length > 500;
    assets.set(`/${path.relative(folder, file)}`, {
      type,
      body,
      gzip: compressible ? new Uint8Array(gzipSync(body, { level: 9 })) : null,
    });
  }
  return {
    manifest,
    route: {
      method: 'get',
      path: '/assets/*',
      may: everybody,
      handle: (c) => {
        const asset = assets.get(c.req.path);
        if (!asset) throw notFound('tệp này');
        const gzip = asset.gzip !== null && (c.req.header('Accept-Encoding') ?? '').includes('gzip');
        return c.body(gzip ? asset.gzip! : asset.body, 200, {
          'Content-Type': asset.type,
          'Cache-Control': 'public, max-age=31536000, immutable',
          ...(gzip ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
        });
      },
    },
  };
}

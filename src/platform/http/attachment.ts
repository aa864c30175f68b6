import type { AppContext } from './context.ts';

/** A kept file as its row tells it. */
export interface KeptFile {
  sha256: string;
  name: string;
  mediaType: string;
}

/**
 * Answers a kept file, always as a download: it is somebody's upload, never a page of ours, and a shared computer keeps
 * no copy of it. The caller has checked who may see it.
 */
export async function attachment(c: AppContext, file: KeptFile): Promise<Response> {
  const bytes = await c.get('services').files.get(file.sha256);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
}

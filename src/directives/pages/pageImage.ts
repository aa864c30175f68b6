import { isFault, notFound } from '../../kernel/errors.ts';
import { renderPage } from '../../platform/files/index.ts';
import { type AppContext, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { readDirectives } from '../policy.ts';
import { originalsOf } from '../store/distribution.ts';
import { directiveOf } from './shared.ts';

/** Pixels: sharp on the desk's column, and on a telephone turned to twice its size. */
const WIDTH = 1000;
/** A page has some hundred kilobytes. */
const MOST_BYTES = 24_000_000;

export const pageImageRoutes: RouteTable = [
  { method: 'get', path: '/van-ban/:id/trang/:trang', may: readDirectives, handle: show },
];

export const pageImageHref = (directiveId: number, page: number): string => `/van-ban/${directiveId}/trang/${page}.png`;

/** A page of the original as a picture, for whoever may see the directive. */
async function show(c: AppContext): Promise<Response> {
  const number = Number(/^([1-9]\d{0,3})\.png$/.exec(c.req.param('trang') ?? '')?.[1]);
  if (!number) throw notFound('trang này');
  const directive = await directiveOf(c);
  const { db, files } = c.get('services');
  const [originals] = await db.read(principalOf(c), originalsOf(db.build, directive.id));
  const original = originals.find((file) => /^(application\/pdf|image\/)/.test(file.mediaType));
  if (!original) throw notFound('ảnh trang này');
  const tag = `"${original.sha256}-${number}-${WIDTH}"`;
  // Kept by the browser, yet shown only after asking again: whoever has signed out sees nothing of it.
  const headers = { 'Cache-Control': 'private, no-cache', ETag: tag };
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers);
  const png = await drawn(tag, async () => renderPage(await files.get(original.sha256), number, WIDTH)).catch(
    (error) => {
      throw isFault(error) && error.code === 'file.no_page' ? notFound('trang này') : error;
    },
  );
  return c.body(new Uint8Array(png), 200, { ...headers, 'Content-Type': 'image/png' });
}

/** Pictures drawn lately, by the content of their file: a map keeps the order in which they were put in. */
const kept = new Map<string, Promise<Buffer>>();
let keptBytes = 0;

async function drawn(tag: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const known = kept.get(tag);
  if (known) {
    kept.delete(tag);
    kept.set(tag, known);
    return known;
  }
  const drawing = draw();
  kept.set(tag, drawing);
  try {
    keptBytes += (await drawing).length;
  } catch (error) {
    kept.delete(tag);
    throw error;
  }
  for (const [old, picture] of kept) {
    if (keptBytes <= MOST_BYTES || old === tag) break;
    kept.delete(old);
    keptBytes -= (await picture.catch(() => Buffer.alloc(0))).length;
  }
  return drawing;
}

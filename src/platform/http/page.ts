import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren } from 'preact';
import { type Flash, renderPage } from '../../ui/index.ts';
import { answer } from './answer.ts';
import type { AppContext } from './context.ts';

export interface PageOptions {
  title: string;
  status?: ContentfulStatusCode;
  wide?: boolean;
  /** Client entries (as in vite.config.ts) that this page needs beside the common one. */
  scripts?: string[];
}

const gzipped = promisify(gzip);
/** Below this many bytes packing costs more than it saves on the line. */
const WORTH_PACKING = 1400;

/** Answers a whole page in the frame of this request, packed where the browser takes it. */
export async function page(c: AppContext, options: PageOptions, children: ComponentChildren): Promise<Response> {
  const { status = 200, ...rest } = options;
  const frame = c.get('frame')();
  const html = renderPage(frame, { ...rest, children });
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=UTF-8',
    'Cache-Control': c.get('principal') ? 'private, no-store' : 'no-cache',
    Vary: 'Accept-Encoding',
  };
  const packed = html.length > WORTH_PACKING && (c.req.header('Accept-Encoding') ?? '').includes('gzip');
  if (packed) headers['Content-Encoding'] = 'gzip';
  const body = packed ? await gzipped(html, { level: 5 }) : html;
  return answer(c, body, headers, status);
}

const FLASH_COOKIE = 'thongsuot_flash';

/** Leads on to another page (303), which says once what was done. */
export function redirectWith(c: AppContext, to: string, flash?: Flash): Response {
  if (flash) {
    setCookie(c, FLASH_COOKIE, encodeURIComponent(JSON.stringify(flash)), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 60,
    });
  }
  return c.redirect(to, 303);
}

/** The message left by the step before, taken away as it is read. */
export function takeFlash(c: AppContext): Flash | undefined {
  const raw = getCookie(c, FLASH_COOKIE);
  if (!raw) return undefined;
  deleteCookie(c, FLASH_COOKIE, { path: '/' });
  c.set('headersSet', true);
  try {
    const flash = JSON.parse(decodeURIComponent(raw)) as Flash;
    return typeof flash.text === 'string' && ['success', 'info', 'warning'].includes(flash.tone) ? flash : undefined;
  } catch {
    return undefined;
  }
}

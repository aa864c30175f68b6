import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren } from 'preact';
import { type Flash, renderPage } from '../../ui/index.ts';
import type { AppContext } from './context.ts';

export interface PageOptions {
  title: string;
  status?: ContentfulStatusCode;
  wide?: boolean;
  /** Client entries (as in vite.config.ts) that this page needs beside the common one. */
  scripts?: string[];
}

/** Answers a whole page in the frame of this request. */
export function page(c: AppContext, options: PageOptions, children: ComponentChildren): Response {
  const { status = 200, ...rest } = options;
  const frame = c.get('frame')();
  c.header('Cache-Control', c.get('principal') ? 'private, no-store' : 'no-cache');
  return c.html(renderPage(frame, { ...rest, children }), status);
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
  try {
    const flash = JSON.parse(decodeURIComponent(raw)) as Flash;
    return typeof flash.text === 'string' && ['success', 'info', 'warning'].includes(flash.tone) ? flash : undefined;
  } catch {
    return undefined;
  }
}

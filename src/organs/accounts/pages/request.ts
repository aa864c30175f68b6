import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Day, dayOf, parseDay } from '../../../kernel/day.ts';
import { Fault, invalid, isFault } from '../../../kernel/errors.ts';
import { type Id, parseId } from '../../../kernel/ids.ts';
import { cleanLine } from '../../../kernel/vietnamese.ts';
import { accountsOf, type Session } from '../../../platform/accounts/index.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import { type AppContext, type Form, readForm } from '../../../platform/http/index.ts';
import type { FormFault, SentForm } from '../../../ui/index.ts';

/** A form that failed: what was typed, what was wrong, and the status of the answer. */
export interface Failed {
  sent: SentForm;
  fault: FormFault;
  status: ContentfulStatusCode;
}

/** Faults that the form itself can show; the others become pages of their own. */
const SHOWN = new Set(['invalid', 'conflict', 'stale', 'tooMany', 'tooLarge']);

/** Reads the form and does the work; when that fails, shows the form again as it was. */
export async function submit(
  c: AppContext,
  work: (form: Form) => Promise<Response>,
  showAgain: (failed: Failed) => Response | Promise<Response>,
): Promise<Response> {
  const form = await readForm(c);
  try {
    return await work(form);
  } catch (error) {
    if (!isFault(error) || !SHOWN.has(error.kind)) throw error;
    return showAgain({ sent: form, fault: error, status: statusOfFault(error) });
  }
}

export const todayOf = (c: AppContext): Day => dayOf(c.get('services').clock());

/** The session of the request, which may lack a position or owe a new password. */
export async function sessionOf(c: AppContext): Promise<Session | null> {
  return accountsOf(c.get('services')).sessionOf(c.req.header('cookie'));
}
export async function sessionNow(c: AppContext): Promise<Session> {
  const session = await sessionOf(c);
  if (!session) throw new Fault('signedOut', 'signed_out', 'Bạn cần đăng nhập để tiếp tục.');
  return session;
}

export function sendCookies(c: AppContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  c.set('headersSet', true);
}

/** The id in the path; something else than a number is a page that does not exist. */
export function idIn<B extends string>(c: AppContext, name = 'id'): Id<B> {
  const id = parseId<B>(c.req.param(name));
  if (!id) throw new Fault('notFound', 'not_found', 'Không tìm thấy trang này.');
  return id;
}

export const line = (form: Form, field: string): string => cleanLine(form.values[field] ?? '');

/** The day typed in a field. @throws Fault invalid where it is none */
export function dayIn(form: Form, field: string): Day {
  const day = parseDay(form.values[field]);
  if (!day) throw invalid('day', 'Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 5/9/2026.', field);
  return day;
}
export const optionalDayIn = (form: Form, field: string): Day | null => (line(form, field) ? dayIn(form, field) : null);

import { type Day, dayOf, parseDay } from '../../../kernel/day.ts';
import { Fault, invalid } from '../../../kernel/errors.ts';
import { type Id, parseId } from '../../../kernel/ids.ts';
import { cleanLine } from '../../../kernel/vietnamese.ts';
import { accountsOf, type Session } from '../../../platform/accounts/index.ts';
import type { AppContext, Form } from '../../../platform/http/index.ts';

export { type Failed, submit } from '../../../platform/http/index.ts';

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

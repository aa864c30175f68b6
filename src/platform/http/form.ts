import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Fault, type FieldFault, invalid } from '../../kernel/errors.ts';
import { isWriteKey, newWriteKey } from '../../kernel/ids.ts';
import { cleanText } from '../../kernel/vietnamese.ts';
import type { AppContext } from './context.ts';

/** A form as it was sent: cleaned strings (several of one name kept in order) and files. Shown again as it is when it fails. */
export interface Form {
  values: Record<string, string>;
  lists: Record<string, string[]>;
  files: Record<string, File[]>;
  /** The key of this write: the same key counts once. */
  key: string;
  /** The version of the thing that the person saw, where the page carries one. */
  version: number | null;
}

export const KEY_FIELD = 'khoa';
const VERSION_FIELD = 'phien-ban';

/**
 * Reads a posted form.
 * @throws Fault invalid when the body is no form
 */
export async function readForm(c: AppContext): Promise<Form> {
  let body: FormData | URLSearchParams;
  try {
    body = isPlain(c) ? new URLSearchParams(await c.req.text()) : await c.req.formData();
  } catch {
    throw invalid('form.unreadable', 'Không đọc được nội dung gửi lên. Hãy tải lại trang và gửi lại.');
  }
  const form: Form = { values: {}, lists: {}, files: {}, key: newWriteKey(), version: null };
  for (const [name, value] of body.entries()) {
    if (typeof value === 'string') {
      const text = cleanText(value);
      form.values[name] ??= text;
      form.lists[name] = [...(form.lists[name] ?? []), text];
    } else if (value.size > 0 || value.name) {
      form.files[name] = [...(form.files[name] ?? []), value];
    }
  }
  const key = form.values[KEY_FIELD];
  if (isWriteKey(key)) form.key = keyOfContent(key, body);
  const version = form.values[VERSION_FIELD];
  if (version && /^\d{1,9}$/.test(version)) form.version = Number(version);
  return form;
}

/** Without files: the platform's reader of forms, made for files too, takes longer. */
const isPlain = (c: AppContext): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');

/**
 * The key of one sending: that of the page together with what was sent. A double click or a retry sends the same again and
 * counts once; what a person has changed since, on a page given back by the browser, is a sending of its own.
 */
function keyOfContent(pageKey: string, body: FormData | URLSearchParams): string {
  const hash = createHash('sha256').update(pageKey);
  for (const [name, value] of body.entries()) {
    hash.update(`\n${name}=${typeof value === 'string' ? value : `${value.name}:${value.size}`}`);
  }
  const hex = hash.digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/**
 * Checks values against a schema whose messages are Vietnamese sentences.
 * @throws Fault invalid with a fault at each field
 */
export function check<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const fields: FieldFault[] = result.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }));
  throw new Fault('invalid', 'form.invalid', fields[0]?.message ?? 'Có chỗ chưa đúng. Hãy xem lại.', fields);
}

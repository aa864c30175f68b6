import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { newWriteKey } from '../../kernel/ids.ts';
import type { AppContext, AppEnv } from './context.ts';
import { type Form, readForm } from './form.ts';

async function sent(fields: Record<string, string>): Promise<Form> {
  let form: Form | undefined;
  const app = new Hono<AppEnv>();
  app.post('/', async (c) => {
    form = await readForm(c as AppContext);
    return c.text('');
  });
  await app.request('/', { method: 'POST', body: new URLSearchParams(fields) });
  return form!;
}

describe('the key of a form', () => {
  const khoa = newWriteKey();
  it('is the same for a double click and for a retry', async () => {
    expect((await sent({ khoa, 'ghi-chu': 'xong' })).key).toBe((await sent({ khoa, 'ghi-chu': 'xong' })).key);
  });
  it('differs once the person has changed what they wrote, so that nothing typed is swallowed', async () => {
    expect((await sent({ khoa, 'ghi-chu': 'xong' })).key).not.toBe((await sent({ khoa, 'ghi-chu': 'đã xong' })).key);
  });
  it('differs from page to page', async () => {
    expect((await sent({ khoa, a: '1' })).key).not.toBe((await sent({ khoa: newWriteKey(), a: '1' })).key);
  });
});

describe('what was typed', () => {
  it('comes composed, without control characters, its lines kept', async () => {
    const { values } = await sent({ a: 'Đông Lộc\u0000\r\nhai'.normalize('NFD') });
    expect(values.a).toBe('Đông Lộc\nhai');
  });
});

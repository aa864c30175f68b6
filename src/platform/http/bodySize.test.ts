import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../kernel/errors.ts';
import { bodyWithin } from './bodySize.ts';
import type { AppEnv } from './context.ts';

/** Files of two megabytes, and a form's own million bytes around them. */
const app = new Hono<AppEnv>();
app.onError((error, c) =>
  isFault(error) ? c.text(`${error.kind}: ${error.message}`, 413) : c.text(String(error), 500),
);
app.use(bodyWithin(2 * 2 ** 20));
app.post('/', async (c) => c.text(String((await c.req.text()).length)));

const sent = async (body: string | ReadableStream, headers: Record<string, string>) => {
  const answer = await app.request('/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  return `${answer.status} ${await answer.text()}`;
};
const inPieces = (bytes: number) => new Blob(['x'.repeat(bytes)]).stream();
const refusal = /^413 tooLarge: Nội dung gửi lên quá lớn \(tối đa 2 MB\)/;

describe('what is sent', () => {
  it.each([
    ['small, its length told', 'x'.repeat(1000), { 'content-length': '1000' }, /^200 1000$/],
    ['small, in pieces of no told length', inPieces(1000), {}, /^200 1000$/],
    ['as large as files and form may be', inPieces(3_000_000), {}, /^200 3000000$/],
    ['too large, by the length told', 'x', { 'content-length': '3200000' }, refusal],
    ['too large, in pieces of no told length', inPieces(3_200_000), {}, refusal],
    [
      'too large, in pieces beside a told length',
      inPieces(3_200_000),
      { 'content-length': '10', 'transfer-encoding': 'chunked' },
      refusal,
    ],
  ] as [string, string | ReadableStream, Record<string, string>, RegExp][])('%s', async (_, body, headers, answer) => {
    expect(await sent(body, headers)).toMatch(answer);
  });
});

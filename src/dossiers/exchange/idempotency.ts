import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { conflict } from '../../kernel/errors.ts';
import type { Database, Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { type ApiClient, readerOf } from './caller.ts';

/** The header of a write that counts once. */
export const ONCE = z.object({
  'idempotency-key': z
    .string('Thiếu đầu mục Idempotency-Key. Hãy gửi một chuỗi riêng cho mỗi việc, giữ nguyên khi gửi lại.')
    .min(8, 'Idempotency-Key cần từ 8 đến 200 ký tự.')
    .max(200, 'Idempotency-Key cần từ 8 đến 200 ký tự.')
    .openapi({
      description: 'Chuỗi riêng cho mỗi việc gửi (8 đến 200 ký tự), giữ nguyên khi gửi lại',
      example: '6f1b7c1e-3d0a-4a57-9a52-0c5f4a1d2e77',
    }),
});

/**
 * Carries out a write of a system once per key. Keys are the callers' own: the same words of two systems, or for two purposes,
 * are two keys.
 * @param content what was sent: the same key with other content is refused
 * @throws Fault conflict
 */
export async function onceFor<T>(
  db: Database,
  client: ApiClient,
  { key, purpose, content }: { key: string; purpose: string; content: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const seal = createHash('sha256').update(content).digest('hex');
  const hex = createHash('sha256').update(`${purpose} ${client.id} ${key}`).digest('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
  const done = await db.write(readerOf(client), (tx) =>
    writeOnce(tx, { key: uuid, purpose, personId: client.personId }, async () => ({ seal, answer: await work(tx) })),
  );
  if (done.seal !== seal)
    throw conflict(
      'api.key_reused',
      'Idempotency-Key này đã dùng cho nội dung khác. Hãy tạo khóa mới cho mỗi việc gửi.',
      'Idempotency-Key',
    );
  return done.answer;
}

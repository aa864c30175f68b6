import { sql } from 'kysely';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { appendEvent } from '../../../platform/audit/appendEvent.ts';
import type { Tx } from '../../../platform/db/access.ts';
import { STEPS } from '../../steps.ts';
import { type AddressRules, webhookUrl } from './address.ts';

/**
 * Where a connected system wants to be told of changes.
 * @param kinds names of events, separated by spaces or commas; none: all
 * @throws Fault invalid (fields dia-chi, su-kien), notFound where the administrator keeps no such system
 */
export async function addWebhook(
  tx: Tx,
  by: Principal,
  { clientId, url, kinds: typed }: { clientId: number; url: string; kinds: string },
  { secret, rules }: { secret: string; rules: AddressRules },
): Promise<void> {
  const address = webhookUrl(url, rules).href;
  const kinds = typed.split(/[\s,;]+/).filter(Boolean);
  const unknown = kinds.find((kind) => !Object.hasOwn(STEPS, kind));
  if (unknown) {
    const all = Object.keys(STEPS).join(', ');
    throw invalid(
      'webhook.kinds',
      `Không có sự kiện “${unknown}”. Hãy chọn trong: ${all}; để trống là tất cả.`,
      'su-kien',
    );
  }
  const client = await tx
    .selectFrom('api_client')
    .where('id', '=', clientId)
    .where('ended_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  if (!client) throw notFound('hệ thống này');
  await tx.insertInto('webhook').values({ client_id: client.id, url: address, secret, kinds }).execute();
  const data = { url: address, kinds };
  await appendEvent(tx, by, { kind: 'system.webhook_added', subjectType: 'api_client', subjectId: client.id, data });
}

/** Nothing new is told there; what waits is still sent. @throws Fault notFound */
export async function endWebhook(tx: Tx, by: Principal, id: number): Promise<void> {
  const ended = await tx
    .updateTable('webhook')
    .set({ ended_at: sql`app_now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['client_id as clientId', 'url'])
    .executeTakeFirst();
  if (!ended) throw notFound('địa chỉ này');
  const data = { url: ended.url };
  await appendEvent(tx, by, {
    kind: 'system.webhook_ended',
    subjectType: 'api_client',
    subjectId: ended.clientId,
    data,
  });
}

/** What could not be told for a day is tried for another. @throws Fault notFound */
export async function retryDelivery(tx: Tx, unitId: number, id: number): Promise<void> {
  const { rows } = await sql<{ again: boolean }>`select webhook_retry(${unitId}, ${id}) as again`.execute(tx);
  if (!rows[0]?.again) throw notFound('lần gửi này');
}

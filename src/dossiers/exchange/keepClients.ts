import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { tokenHash } from './caller.ts';
import { keepSystems } from './policy.ts';

export interface NewClient {
  /** Stands in dossiers as the owner of their status; never changed. */
  system: string;
  name: string;
  centreIds: readonly number[];
}

/** The token of a write: a double click shows the same again, and it is kept nowhere. */
export const tokenFor = (secret: string, writeKey: string): string =>
  `ts_${createHmac('sha256', secret).update(`api-client ${writeKey}`).digest('base64url')}`;

/** The secret of a webhook, likewise. */
export const secretFor = (secret: string, writeKey: string): string =>
  `tsw_${createHmac('sha256', secret).update(`webhook ${writeKey}`).digest('base64url')}`;

/**
 * Makes another system known to some centres.
 * @param offered the centres that the administrator may open
 * @throws Fault forbidden, invalid (fields ten, ma, trung-tam), conflict
 */
export async function addClient(
  tx: Tx,
  by: Principal,
  input: NewClient,
  { token, offered, today }: { token: string; offered: readonly { organId: number }[]; today: Day },
): Promise<void> {
  if (!keepSystems.allows(by)) throw forbidden('Chỉ quản trị viên của đơn vị mới kết nối hệ thống khác.');
  const name = cleanLine(input.name);
  const system = input.system.trim().toLowerCase();
  if (name === '' || name.length > 120) throw invalid('client.name', 'Hãy ghi tên hệ thống, tối đa 120 ký tự.', 'ten');
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(system)) {
    throw invalid(
      'client.system',
      'Mã hệ thống gồm 2 đến 40 chữ thường không dấu, số, gạch nối; ví dụ cong-tinh.',
      'ma',
    );
  }
  if (input.centreIds.length === 0) throw invalid('client.centres', 'Hãy chọn ít nhất một trung tâm.', 'trung-tam');
  if (!input.centreIds.every((id) => offered.some((centre) => centre.organId === id)))
    throw forbidden('Có trung tâm không thuộc quyền quản trị của bạn.');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`api-client ${system}`}, 0))`.execute(tx);
  const { rows: taken } = await sql<{ taken: boolean }>`select api_client_taken(${system}) as taken`.execute(tx);
  if (taken[0]?.taken)
    throw conflict('client.taken', `Mã hệ thống ${system} đã dùng. Mã đã dùng không cấp lại; hãy chọn mã khác.`, 'ma');
  const { rows } = await sql<{
    id: number;
  }>`select api_client_add(${system}, ${name}, ${fold(name)}, ${tokenHash(token)},
    ${`{${input.centreIds.join(',')}}`}::bigint[], ${today}::date) as id`.execute(tx);
  const data = { system, name, centres: [...input.centreIds] };
  await appendEvent(tx, by, { kind: 'system.added', subjectType: 'api_client', subjectId: Number(rows[0]!.id), data });
}

/** From now on its token opens nothing; what it has sent stays. @throws Fault notFound */
export async function endClient(tx: Tx, by: Principal, id: number): Promise<void> {
  const ended = await tx
    .updateTable('api_client')
    .set({ ended_at: sql`app_now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('system')
    .executeTakeFirst();
  if (!ended) throw notFound('hệ thống này');
  await appendEvent(tx, by, {
    kind: 'system.ended',
    subjectType: 'api_client',
    subjectId: id,
    data: { system: ended.system },
  });
}

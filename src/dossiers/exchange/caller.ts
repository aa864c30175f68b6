import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/day.ts';
import { Fault, forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { loadPrincipal } from '../../organs/index.ts';
import { clientAddress } from '../../platform/accounts/index.ts';
import type { Database, Reader } from '../../platform/db/access.ts';
import type { AppContext, AppEnv } from '../../platform/http/index.ts';
import { countTry } from '../../platform/tries/index.ts';
import { answerFault } from './operation.ts';

/** Another system that calls the API, with the centres for which it may act. */
export interface ApiClient {
  id: number;
  /** As dossier.owner_system names it. */
  system: string;
  name: string;
  personId: number;
  centres: readonly { organId: number; appointmentId: number; unitCode: string }[];
}

/** Paths that other systems call; everything else knows people only. */
export const API_PATH = '/api/v1';
/** Wrong tokens from one address that cost nothing. */
const FREE_TRIES = 20;

const callers = new WeakMap<Principal, ApiClient>();
/** The system that acts as this principal; undefined: a person. */
export const clientOf = (principal: Principal): ApiClient | undefined => callers.get(principal);

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Puts the system whose token a request bears on its context, as the principal of its first centre. Wrong tokens are counted by
 * address, so that they cannot be tried out.
 */
export const apiCallers: MiddlewareHandler<AppEnv> = async (c, next) => {
  try {
    c.set('principal', await callerOf(c as AppContext));
  } catch (error) {
    c.header('WWW-Authenticate', 'Bearer');
    return answerFault(c as AppContext, error);
  }
  await next();
};

async function callerOf(c: AppContext): Promise<Principal> {
  const { db, clock } = c.get('services');
  const token = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const client = token ? await clientByToken(db, token) : undefined;
  if (!client) {
    const wait = !token
      ? 0
      : await countTry(db, [{ subject: `api-from:${clientAddress(c)}`, free: FREE_TRIES }], clock());
    if (wait > 0)
      throw new Fault('tooMany', 'api.wait', `Sai mã truy cập nhiều lần. Hãy đợi ${wait} phút rồi thử lại.`);
    throw new Fault(
      'signedOut',
      'api.token',
      'Thiếu mã truy cập, hoặc mã đã hết hiệu lực. Hãy gửi đầu mục Authorization: Bearer kèm mã do quản trị viên cấp.',
    );
  }
  return principalAt(db, client, client.centres[0]?.organId ?? 0, clock());
}

async function clientByToken(db: Database, token: string): Promise<ApiClient | undefined> {
  const { rows } = await sql<ApiClient>`
    select c.id, c.system, c.name, c.person_id as "personId", coalesce(jsonb_agg(jsonb_build_object('organId', o.id,
      'appointmentId', k.appointment_id, 'unitCode', u.code) order by k.appointment_id) filter (where o.id is not null), '[]') as centres
    from api_client c left join api_client_organ k on k.client_id = c.id
    left join organ o on o.id = k.organ_id left join unit u on u.id = o.unit_id
    where c.token_hash = ${tokenHash(token)} and c.ended_at is null group by c.id`.execute(db.system);
  return rows[0];
}

/**
 * The system as it acts for one of its centres.
 * @throws Fault forbidden where it may not, or its appointment has ended
 */
export async function principalAt(db: Database, client: ApiClient, organId: number, now: number): Promise<Principal> {
  const centre = client.centres.find((one) => one.organId === organId);
  const { appointmentId } = centre ?? { appointmentId: 0 };
  const principal = centre && (await loadPrincipal(db, client.personId, { appointmentId }, dayOf(now)));
  if (!principal) throw forbidden('Hệ thống này không được thay mặt trung tâm đó. Hãy báo quản trị viên của đơn vị.');
  callers.set(principal, client);
  return principal;
}

/** Reads as the system: what the centres for which it may act may see. */
export const readerOf = (client: ApiClient): Reader => ({
  personId: client.personId,
  organIds: client.centres.map((centre) => centre.organId),
  adminUnitId: null,
});

/** The system behind a request; routes behind `callApi` have one. */
export function callingClient(c: AppContext): { client: ApiClient; principal: Principal } {
  const principal = c.get('principal');
  const client = principal ? clientOf(principal) : undefined;
  if (!principal || !client) throw new Error('no system calls here');
  return { client, principal };
}

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
import { countCall, letWait, secondsToWait, tooOften } from './quota.ts';

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
 * Puts the system whose token a request bears on its context, as the principal of its first centre. Calls are counted by system,
 * so that none slows the counters; wrong tokens by address, so that they cannot be tried out.
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
  const { db, clock, config } = c.get('services');
  const now = clock();
  const token = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const hash = token ? tokenHash(token) : undefined;
  const known = hash?.toString('base64') ?? '';
  const refuse = (seconds: number, fault = tooOften(seconds)): Fault => {
    c.header('Retry-After', String(seconds));
    return fault;
  };
  const wait = secondsToWait(known, now);
  if (wait > 0) throw refuse(wait);
  const found = hash && (await clientByToken(db, hash));
  if (!found) {
    const minutes = token ? await countWrong(c) : 0;
    if (minutes === 0) throw noToken();
    letWait(known, minutes * 60, now);
    throw refuse(minutes * 60, wrongTooOften(minutes));
  }
  const { used, wait: rest, ...client } = found;
  if (used > config.apiRate) {
    letWait(known, rest, now);
    throw refuse(rest);
  }
  return principalAt(db, client, client.centres[0]?.organId ?? 0, now);
}

/** Counts a wrong token by the address from which it comes. @returns the minutes to wait; 0: none */
const countWrong = (c: AppContext): Promise<number> => {
  const { db, clock } = c.get('services');
  return countTry(db, [{ subject: `api-from:${clientAddress(c)}`, free: FREE_TRIES }], clock());
};

const wrongTooOften = (minutes: number): Fault =>
  new Fault('tooMany', 'api.wait', `Sai mã truy cập nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`);
const noToken = (): Fault =>
  new Fault(
    'signedOut',
    'api.token',
    'Thiếu mã truy cập, hoặc mã đã hết hiệu lực. Hãy gửi đầu mục Authorization: Bearer kèm mã do quản trị viên cấp.',
  );

async function clientByToken(
  db: Database,
  hash: Buffer,
): Promise<(ApiClient & { used: number; wait: number }) | undefined> {
  const { rows } = await sql<ApiClient & { used: number; wait: number }>`
    with found as (select c.id, c.system, c.name, c.person_id from api_client c where c.token_hash = ${hash} and c.ended_at is null),
      counted as (${countCall('found')})
    select c.id, c.system, c.name, c.person_id as "personId", (select used from counted) as used, (select wait from counted) as wait,
      (select coalesce(jsonb_agg(jsonb_build_object('organId', o.id, 'appointmentId', k.appointment_id, 'unitCode', u.code)
        order by k.appointment_id), '[]') from api_client_organ k join organ o on o.id = k.organ_id join unit u on u.id = o.unit_id
        where k.client_id = c.id) as centres
    from found c`.execute(db.system);
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

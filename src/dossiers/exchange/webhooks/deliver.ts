import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import type { Job } from '../../../platform/jobs/index.ts';
import type { Services } from '../../../platform/services.ts';
import { type Status, statusWords } from '../../status.ts';
import type { StepKind } from '../../steps.ts';
import { isoOf } from '../national.ts';
import { type AddressRules, guardedLookup, webhookUrl } from './address.ts';
import type { Notice } from './notice.ts';
import { signatureOf } from './signature.ts';

interface Held {
  unitId: number;
  id: number;
  key: string;
  tries: number;
  createdAt: number;
  url: string;
  secret: string;
  kind: StepKind;
  happenedAt: number;
  code: string;
  nationalCode: string | null;
  status: Status;
}
export type Sending = Pick<Services, 'config' | 'log' | 'clock'> & { system: Kysely<DB> };

const MINUTE = 60_000;
/** Waits between tries; the last one repeats until a day has passed. */
const DELAYS = [1, 2, 5, 15, 30, 60].map((minutes) => minutes * MINUTE);
const GIVE_UP = 24 * 60 * MINUTE;
/** A sender silent for longer is taken for dead, and its delivery up again: longer than one try may take. */
const LEASE = 2 * MINUTE;
const ANSWER_WITHIN = 15_000;
/** A run ends after this, so that the next one of the minute goes on. */
const RUN = 50_000;

/** Milliseconds to wait after so many tries. */
export const delayAfter = (tries: number): number => DELAYS[Math.min(tries, DELAYS.length) - 1] ?? DELAYS[0]!;

/**
 * Sends what is due, one after another. Killed at any moment nothing is lost: what was being sent is sent again after its lease,
 * under the same key. Of one dossier, one is sent only after those before it.
 * @returns how many arrived
 */
export async function deliverWebhooks(sending: Sending): Promise<number> {
  const { system, clock } = sending;
  const until = clock() + RUN;
  let arrived = 0;
  for (
    let next = await holdNext(system, clock());
    next;
    next = clock() < until ? await holdNext(system, clock()) : undefined
  ) {
    const failure = await post(sending, next);
    if (failure === null) arrived += 1;
    await settle(system, next, failure, clock());
  }
  return arrived;
}

const instant = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;

async function holdNext(system: Kysely<DB>, now: number): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    with next as (
      select x.unit_id, x.id from webhook_delivery x
      where ((x.state = 'queued' and x.next_at <= ${instant(now)}) or (x.state = 'sending' and x.held_until < ${instant(now)}))
        and not exists (select from webhook_delivery b where b.webhook_id = x.webhook_id and b.dossier_id = x.dossier_id
          and b.unit_id = x.unit_id and b.id < x.id and b.state in ('queued', 'sending'))
      order by x.id limit 1 for update skip locked
    )
    update webhook_delivery x set state = 'sending', tries = x.tries + 1, held_until = ${instant(now + LEASE)}
    from next n, webhook w, dossier d
    where x.unit_id = n.unit_id and x.id = n.id and w.id = x.webhook_id and d.unit_id = x.unit_id and d.id = x.dossier_id
    returning x.unit_id as "unitId", x.id, x.key, x.tries, x.created_at as "createdAt", w.url, w.secret, x.kind,
      x.happened_at as "happenedAt", d.code, d.national_code as "nationalCode", d.status`.execute(system);
  return rows[0];
}

/** @returns why it did not arrive; null: it did */
async function post({ config, clock, log }: Sending, held: Held): Promise<string | null> {
  const notice: Notice = {
    Ma: held.key,
    SuKien: held.kind,
    ThoiDiem: isoOf(held.happenedAt)!,
    MaHoSo: held.code,
    MaHoSoNguon: held.nationalCode,
    TrangThaiHoSoId: held.status,
    TenTrangThai: statusWords(held.status),
  };
  const body = JSON.stringify(notice);
  const timestamp = Math.floor(clock() / 1000);
  const rules = { demo: config.demo, internal: config.webhookInternal };
  try {
    const status = await send(webhookUrl(held.url, rules), rules, body, {
      'Content-Type': 'application/json',
      'X-ThongSuot-Ma': held.key,
      'X-ThongSuot-ThoiDiem': String(timestamp),
      'X-ThongSuot-ChuKy': signatureOf(held.secret, timestamp, body),
    });
    return status >= 200 && status < 300 ? null : `HTTP ${status}`;
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? 'EUNKNOWN');
    log.warn({ delivery: held.key, code }, 'a webhook did not arrive');
    return code;
  }
}

/** Follows no redirection: a receiver cannot lead us elsewhere. */
function send(url: URL, rules: AddressRules, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? secureRequest : plainRequest;
    // An address that was written as a number was judged as the URL; a name is judged as it is looked up.
    const asked = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      lookup: guardedLookup(rules),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    asked.end(body);
  });
}

/** Notes how it went, unless another process has taken it up meanwhile. */
async function settle(system: Kysely<DB>, held: Held, failure: string | null, now: number): Promise<void> {
  const dead = now + delayAfter(held.tries) - held.createdAt > GIVE_UP;
  await system
    .updateTable('webhook_delivery')
    .set(
      failure === null
        ? { state: 'sent', sent_at: instant(now) as never, failure: null, held_until: null }
        : {
            state: dead ? 'dead' : 'queued',
            next_at: instant(now + delayAfter(held.tries)) as never,
            failure,
            held_until: null,
          },
    )
    .where('unit_id', '=', held.unitId)
    .where('id', '=', held.id)
    .where('state', '=', 'sending')
    .where('tries', '=', held.tries)
    .execute();
}

/** Each minute, as long as there is anything to tell. */
export const webhookJob = ({ db, ...rest }: Pick<Services, 'db' | 'config' | 'log' | 'clock'>): Job => ({
  name: 'dossier.webhooks',
  cron: '* * * * *',
  work: async () => void (await deliverWebhooks({ ...rest, system: db.system })),
});

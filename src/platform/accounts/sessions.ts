import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { AppointmentId, PersonId } from '../../kernel/ids.ts';
import type { Database } from '../db/access.ts';
import { type AccountSettings, sessionCookieName } from './auth.ts';

/** What a request needs to know of the session it comes with. */
export interface Session {
  /** Of the session, for the list of sessions; never the token. */
  id: string;
  personId: PersonId;
  /** The position chosen; null: none yet. */
  appointmentId: AppointmentId | null;
  /** The delegation chosen (ký thay, thừa lệnh, ủy quyền), which says for whom the person acts. */
  actingForId: number | null;
  /** The password was given by somebody else and must be changed before anything else. */
  mustChangePassword: boolean;
}

export interface Sessions {
  /** The session of a `Cookie` header. Answers at once, without the database, for a cookie seen in the last 30 seconds. */
  sessionOf(cookieHeader: string | null | undefined): Session | null | Promise<Session | null>;
  /** Forgets what is remembered of a person, in this process at once and in the others as they hear of it. */
  changed(personId: number): Promise<void>;
  /** Hears of persons whose account, sessions or appointments have changed, here or elsewhere. */
  onChange(heard: (personId: number) => void): void;
}

const CHANNEL = 'account_changed';
const REMEMBER_MS = 30_000;
const REMEMBER_MOST = 20_000;
/** How exactly the last sign of life is kept. */
const SEEN_EVERY_MS = 5 * 60_000;

interface Remembered {
  session: Session;
  until: number;
}

export function openSessions(db: Database, settings: AccountSettings, clock: () => number): Sessions {
  const name = `${sessionCookieName(settings)}=`;
  const remembered = new Map<string, Remembered>();
  const loading = new Map<string, Promise<Session | null>>();
  const listeners: ((personId: number) => void)[] = [];
  /** Grows with each change, so that what was read before a change is not remembered after it. */
  let changes = 0;

  const forget = (personId: number) => {
    changes += 1;
    loading.clear();
    for (const [cookie, entry] of remembered) if (entry.session.personId === personId) remembered.delete(cookie);
    for (const heard of listeners) heard(personId);
  };
  db.listen(CHANNEL, (payload) => forget(Number(payload))).catch(() => {
    // Without the database nothing is answered anyway; the client reconnects and subscribes again by itself.
  });

  const load = async (cookie: string): Promise<Session | null> => {
    const token = tokenOf(cookie, settings.secret);
    if (!token) return null;
    const seen = changes;
    const found = await findSession(db, token, clock(), settings.idleMinutes * 60_000);
    if (!found) return null;
    if (seen === changes) {
      if (remembered.size >= REMEMBER_MOST) remembered.delete(remembered.keys().next().value!);
      remembered.delete(cookie);
      remembered.set(cookie, { session: found, until: clock() + REMEMBER_MS });
    }
    return found;
  };

  return {
    sessionOf(cookieHeader) {
      const cookie = cookieValue(cookieHeader, name);
      if (!cookie) return null;
      const entry = remembered.get(cookie);
      if (entry && entry.until > clock()) return entry.session;
      const already = loading.get(cookie);
      if (already) return already;
      const promise = load(cookie).finally(() => {
        if (loading.get(cookie) === promise) loading.delete(cookie);
      });
      loading.set(cookie, promise);
      return promise;
    },
    async changed(personId) {
      forget(personId);
      await db.notify(CHANNEL, String(personId));
    },
    onChange: (heard) => void listeners.push(heard),
  };
}

function cookieValue(header: string | null | undefined, name: string): string | undefined {
  if (!header) return undefined;
  let at = header.indexOf(name);
  while (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';') at = header.indexOf(name, at + 1);
  if (at < 0) return undefined;
  const start = at + name.length;
  const end = header.indexOf(';', start);
  const value = end < 0 ? header.slice(start) : header.slice(start, end);
  return value.length > 0 && value.length < 400 ? value : undefined;
}

/** The token of a cookie that we signed ourselves; an invented one never reaches the database. */
function tokenOf(cookie: string, secret: string): string | undefined {
  let value: string;
  try {
    value = decodeURIComponent(cookie);
  } catch {
    return undefined;
  }
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** Reads a live session and notes that it lives, in one round trip. */
async function findSession(db: Database, token: string, now: number, idleMs: number): Promise<Session | null> {
  const at = (ms: number) => new Date(ms).toISOString();
  const { rows } = await sql<{
    id: string;
    person_id: number;
    appointment_id: number | null;
    acting_for_id: number | null;
    must_change_password: boolean;
  }>`
    with live as (
      select s.id, s.appointment_id, s.acting_for_id, s.seen_at, u.person_id, u.must_change_password
      from account_session s join account_user u on u.id = s.user_id join person p on p.id = u.person_id
      where s.token = ${token} and s.expires_at > ${at(now)}::timestamptz
        and s.seen_at > ${at(now - idleMs)}::timestamptz and p.ended_at is null
    ), noted as (
      update account_session s set seen_at = ${at(now)}::timestamptz from live
      where s.id = live.id and live.seen_at < ${at(now - SEEN_EVERY_MS)}::timestamptz
    )
    select id, person_id, appointment_id, acting_for_id, must_change_password from live
  `.execute(db.system);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    personId: Number(row.person_id) as PersonId,
    appointmentId: row.appointment_id === null ? null : (Number(row.appointment_id) as AppointmentId),
    actingForId: row.acting_for_id === null ? null : Number(row.acting_for_id),
    mustChangePassword: row.must_change_password,
  };
}

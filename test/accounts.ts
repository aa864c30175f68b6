import { createHmac } from 'node:crypto';
import type { Day } from '../src/kernel/day.ts';
import { createAccounts } from '../src/organs/accounts/index.ts';
import { type AccountSettings, openAccounts } from '../src/platform/accounts/index.ts';
import { type Database, openDatabase } from '../src/platform/db/access.ts';
import { testDatabase } from './database.ts';

export const TODAY = '2026-03-02' as Day;
export const SETTINGS: AccountSettings = {
  secret: 'a secret for tests, of 32 signs and more',
  url: 'http://127.0.0.1:3000',
  sessionHours: 12,
  idleMinutes: 120,
};
export const PASSWORD = 'con trâu đi cày 47';

/** Two units with an administrator and a head each; the commune's head is also an officer there (kiêm nhiệm). */
export async function twoUnits() {
  const { url, drop } = await testDatabase();
  const db = openDatabase(url, { connections: 4 });
  const unit = async (code: string, name: string) =>
    (
      await db.system
        .insertInto('unit')
        .values({ code, name, level: 'commune', type: 'xa', search_key: name.toLowerCase() })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const organ = async (unitId: number, shortName: string, parentId: number | null, servesId: number | null = null) =>
    (
      await db.system
        .insertInto('organ')
        .values({
          unit_id: unitId,
          template: 'ubnd-xa',
          level: 'commune',
          branch: 'government',
          name: shortName,
          short_name: shortName,
          search_key: shortName.toLowerCase(),
          parent_id: parentId,
          serves_id: servesId,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const con = await unit('16813', 'Xã Con Cuông');
  const dong = await unit('17971', 'Xã Đông Lộc');
  const conCommittee = await organ(con, 'UBND xã Con Cuông', null);
  const conOffice = await organ(con, 'VP HĐND và UBND xã Con Cuông', conCommittee, conCommittee);
  const conCulture = await organ(con, 'Phòng Văn hóa – Xã hội xã Con Cuông', conCommittee);
  const dongCommittee = await organ(dong, 'UBND xã Đông Lộc', null);
  const [conAdmin, conHead, conDeputy, dongAdmin, dongHead] = await createAccounts(
    db,
    [
      { name: 'Quản trị Con Cuông', username: 'qt.concuong', organId: conOffice, title: 'Quản trị', role: 'admin' },
      { name: 'Chủ tịch Con Cuông', username: 'ct.concuong', organId: conCommittee, title: 'Chủ tịch', role: 'head' },
      { name: 'Phó Con Cuông', username: 'pct.concuong', organId: conCommittee, title: 'Phó Chủ tịch', role: 'deputy' },
      { name: 'Quản trị Đông Lộc', username: 'qt.dongloc', organId: dongCommittee, title: 'Quản trị', role: 'admin' },
      { name: 'Chủ tịch Đông Lộc', username: 'ct.dongloc', organId: dongCommittee, title: 'Chủ tịch', role: 'head' },
    ].map((one) => ({
      ...one,
      role: one.role as 'admin' | 'head',
      email: `${one.username}@vidu.vn`,
      password: PASSWORD,
    })),
    TODAY,
  );
  return {
    db,
    url,
    units: { con, dong },
    organs: { conCommittee, conOffice, conCulture, dongCommittee },
    people: {
      conAdmin: conAdmin!,
      conHead: conHead!,
      conDeputy: conDeputy!,
      dongAdmin: dongAdmin!,
      dongHead: dongHead!,
    },
    async close() {
      await db.close();
      await drop();
    },
  };
}
export type TwoUnits = Awaited<ReturnType<typeof twoUnits>>;

export const accountsFor = (db: Database, clock: () => number) => openAccounts(db, SETTINGS, clock);

/** The `Cookie` header that a browser sends after these `Set-Cookie` headers. */
export const cookieHeader = (cookies: readonly string[]): string =>
  cookies
    .filter((one) => !/max-age=0/i.test(one))
    .map((one) => one.split(';')[0])
    .join('; ');

/** The code that a telephone shows now for a secret in base 32 (RFC 6238: SHA-1, 30 seconds, 6 digits). */
export function totp(secret: string): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

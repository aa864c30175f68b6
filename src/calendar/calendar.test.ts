import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type SmallProvince, smallProvince } from '../../test/smallProvince.ts';
import { addWorkingDays, proposedYear, YEAR_2026 } from '../kernel/calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { type Database, openDatabase } from '../platform/db/access.ts';
import { endEntry, enterDay, enterHours } from './enterHours.ts';
import { type EnteredYear, enterYear } from './enterYear.ts';
import { weekFrom } from './model.ts';
import { calendarsNow, workingCalendars } from './register.ts';

const day = (text: string) => text as Day;
let db: Database;
let drop: () => Promise<void>;
let province: SmallProvince;
let admin: Principal;
let communeAdmin: Principal;

beforeAll(async () => {
  const database = await testDatabase();
  db = openDatabase(database.url, { connections: 3 });
  province = await smallProvince(db);
  const keeper = (p: Principal): Principal => ({ ...p, role: 'admin', adminUnitId: p.unitId });
  admin = keeper(await province.person('vanPhong', 'admin'));
  communeAdmin = keeper(await province.person('vanPhongConSon', 'admin'));
  drop = async () => {
    await db.close();
    await database.drop();
  };
});
afterAll(() => drop());

const year = (number: number, over: Partial<EnteredYear> = {}): EnteredYear => ({
  ...proposedYear(number),
  source: 'Thông báo số 1',
  reason: '',
  seenId: null,
  ...over,
});
const enter = (who: Principal, entered: EnteredYear, announced = false) =>
  db.write(who, (tx) => enterYear(tx, who, entered, announced));
const fullWeek = weekFrom({ weekdays: '7:30-12:00, 13:30-17:00', saturday: '7:30-11:30', saturdayIsDuty: false });

describe('a year of public holidays', () => {
  it('counts deadlines as soon as it is entered, in the same transaction and in every process', async () => {
    const log = { error: () => {} } as never;
    const heard = await workingCalendars({ db, log });
    const strikeOut = year(2031, { holidays: [{ day: day('2031-03-05'), name: 'Nghỉ riêng' }] });
    await db.write(admin, async (tx) => {
      await enterYear(tx, admin, strikeOut, false);
      const { state } = await calendarsNow(tx);
      expect(addWorkingDays(state, day('2031-03-04'), 1).day).toBe('2031-03-06');
    });
    await expect.poll(() => heard.state.status(day('2031-03-05')).share).toBe(0);
    expect(heard.state.status(day('2031-03-05')).provisional).toBe(false);
    expect(heard.state.status(day('2032-03-05')).provisional).toBe(true);
  });
  it('ships with 2026, and takes what is entered in its place with a reason', async () => {
    const before = await calendarsNow(db.build);
    expect(before.state.status(day('2026-11-24')).label).toBe('Ngày Văn hóa Việt Nam');
    const without = YEAR_2026.holidays.filter((h) => h.day !== '2026-11-24');
    await expect(enter(admin, year(2026, { holidays: without }), true)).rejects.toMatchObject({
      fields: [{ field: 'ly-do' }],
    });
    await enter(admin, year(2026, { holidays: without, reason: 'Thông báo bổ sung' }), true);
    expect((await calendarsNow(db.build)).state.status(day('2026-11-24')).share).toBe(1);
  });
  it('keeps what it supersedes, and refuses who did not see it', async () => {
    const first = await enter(admin, year(2033));
    await expect(enter(admin, year(2033, { reason: 'Nhầm' }), true)).rejects.toMatchObject({ kind: 'stale' });
    await enter(admin, year(2033, { reason: 'Bổ sung', seenId: first }), true);
    const kept = await db.system.selectFrom('calendar_year').where('year', '=', 2033).select('superseded_at').execute();
    expect(kept.map((k) => k.superseded_at !== null)).toEqual([true, false]);
  });
  it.each([
    ['the administrator of a commune', () => communeAdmin],
    ['somebody who is no administrator', () => ({ ...admin, role: 'clerk' as const })],
  ])('is not for %s to enter', async (_, who) => {
    await expect(enter(who(), year(2034))).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('is kept from others by the database, too', async () => {
    const row = { year: 2035, holidays: '[]', source: 'x', entered_by: communeAdmin.personId };
    await expect(db.write(communeAdmin, (tx) => tx.insertInto('calendar_year').values(row).execute())).rejects.toThrow(
      /row-level security/,
    );
    await expect(db.write(admin, (tx) => tx.deleteFrom('calendar_year').execute())).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      db.write(admin, (tx) => tx.updateTable('calendar_year').set({ source: 'y' }).execute()),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the hours of an organ', () => {
  const saturday = day('2027-03-06');
  it('hold for the organs below it, for its time, and for no other organ', async () => {
    const { dangUyConSon, vanPhongConSon, dangUyHoaBinh } = province.organs;
    await db.write(communeAdmin, (tx) =>
      enterHours(tx, communeAdmin, {
        organId: dangUyConSon,
        week: fullWeek,
        season: null,
        validFrom: day('2027-01-01'),
        validTo: null,
        source: 'Quyết định 5',
      }),
    );
    const calendars = await calendarsNow(db.build);
    const share = (organ: number, on: Day) => calendars.of(organ).status(on).share;
    expect(share(dangUyConSon, saturday)).toBe(0.5);
    expect(share(vanPhongConSon, saturday)).toBe(0.5);
    expect(share(dangUyHoaBinh, saturday)).toBe(0);
    expect(share(dangUyConSon, day('2026-03-07'))).toBe(0);
    expect(calendars.state.status(saturday).share).toBe(0);
  });
  it('move no deadline by duty on Saturdays', async () => {
    const duty = weekFrom({ weekdays: '7:30-12:00, 13:30-17:00', saturday: '7:30-11:30', saturdayIsDuty: true });
    await db.write(admin, (tx) =>
      enterHours(tx, admin, {
        organId: province.organs.taiChinh,
        week: duty,
        season: { from: '04-16', to: '10-15' },
        validFrom: day('2026-01-01'),
        validTo: null,
        source: 'Quyết định 6',
      }),
    );
    const calendars = await calendarsNow(db.build);
    expect(calendars.of(province.organs.taiChinh).status(day('2026-06-06')).share).toBe(0);
    // Out of season the usual week holds.
    expect(calendars.of(province.organs.taiChinh).status(day('2026-12-01')).share).toBe(1);
  });
  it('give way to a single day, which is taken back with a reason', async () => {
    const organId = province.organs.xayDung;
    const closed = { organId, day: day('2026-09-15'), sessions: [], reason: 'Nghỉ do bão' };
    const id = await db.write(admin, (tx) => enterDay(tx, admin, closed));
    const status = async () => (await calendarsNow(db.build)).of(organId).status(closed.day);
    expect(await status()).toMatchObject({ share: 0, label: 'Nghỉ do bão' });
    await expect(db.write(admin, (tx) => enterDay(tx, admin, closed))).rejects.toMatchObject({ kind: 'conflict' });
    const end = (reason: string) => db.write(admin, (tx) => endEntry(tx, admin, 'office_day', id, reason));
    await expect(end('')).rejects.toMatchObject({ fields: [{ field: 'ly-do' }] });
    await end('Bão tan');
    expect(await status()).toMatchObject({ share: 1, reason: 'week' });
  });
  it('are not for another unit’s administrator to set', async () => {
    const entered = { organId: province.organs.taiChinh, day: saturday, sessions: [], reason: 'Nghỉ' };
    await expect(db.write(communeAdmin, (tx) => enterDay(tx, communeAdmin, entered))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

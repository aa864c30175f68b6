import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer } from '../../test/mailServer.ts';
import { type PetitionWorld, petitionWorld } from '../../test/petitionWorld.ts';
import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { openMailer, sendMails } from '../platform/notify/index.ts';
import { chooseMail } from './ownSettings.ts';
import { remindDay } from './remindDay.ts';
import { DEFAULT_RULES } from './rules.ts';
import { setReminderRules } from './setReminderRules.ts';

const calendar = workingCalendar();
const BASE = 'https://dieuhanh.example.vn';
const day = (text: string) => text as Day;
const at = (on: Day) => Date.parse(`${on}T07:05:00+07:00`);

let world: PetitionWorld;
let admin: Principal;
let people: Principal[];
beforeAll(async () => {
  world = await petitionWorld();
  admin = await world.province.person('vanPhong', 'admin');
  people = [world.office, world.finance, world.conSon];
});
afterAll(() => world.close());
beforeEach(async () => {
  const { system } = world.db;
  await system.deleteFrom('notice').execute();
  await system.deleteFrom('mail').execute();
  await system.deleteFrom('reminder_run').execute();
  await system.deleteFrom('reminder_setting').execute();
  await system.deleteFrom('notice_setting').execute();
  await system.deleteFrom('subtask').execute();
  await system.deleteFrom('charge').execute();
  await system.deleteFrom('task').execute();
  for (const p of people) await wants(p, true, `p${p.personId}@example.vn`);
});

const wants = (who: Principal, mail: boolean, email: string) =>
  world.db.write(who, (tx) => chooseMail(tx, who, { mail, email }));
const tell = (on: string, mailBaseUrl: string | null = BASE) =>
  remindDay(world.db.system, { day: day(on), now: at(day(on)), mailBaseUrl: mailBaseUrl ?? undefined, calendar });

/** A task of Sở Tài chính from Tỉnh ủy, due on a day. */
async function task(
  dueOn: string,
  action = 'Báo cáo kết quả sắp xếp trụ sở',
  state: 'working' | 'awaiting' = 'working',
) {
  const { organs, unit } = world.province;
  const { id } = await world.db.system
    .insertInto('task')
    .values({
      unit_id: unit,
      issuer_organ_id: organs.tinhUy,
      owner_organ_id: organs.vanPhong,
      lead_organ_ids: [organs.taiChinh],
      ordinal: 3,
      source: '2040-TB/TU',
      action,
      due_on: day(dueOn),
      state,
      started_on: day('2026-05-01'),
      organ_ids: [organs.tinhUy, organs.vanPhong, organs.taiChinh],
      search_key: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.system
    .insertInto('charge')
    .values({
      task_id: id,
      organ_id: organs.taiChinh,
      role: 'lead',
      state,
      due_on: day(dueOn),
      asked_on: state === 'awaiting' ? day(dueOn) : null,
    })
    .execute();
  return id;
}
const steps = async (who: Principal) =>
  (
    await world.db.system
      .selectFrom('notice')
      .where('person_id', '=', who.personId)
      .orderBy('id')
      .select('step')
      .execute()
  ).map((n) => n.step);
const mails = () =>
  world.db.system
    .selectFrom('mail')
    .orderBy('person_id')
    .select(['person_id as personId', 'subject', 'body'])
    .execute();

describe('the reminders of a day', () => {
  it('one mail a person, grouped, with links and without names', async () => {
    const late = await task('2026-06-10');
    await task('2026-06-11', 'Trình phương án bố trí xe');
    await task('2026-06-16', 'Rà soát hồ sơ đất đai');
    await task('2026-06-09', 'Lập danh sách tài sản', 'awaiting');
    expect(await tell('2026-06-11')).toEqual({ notices: 4, mails: 2 });
    const [office, finance] = await mails();
    expect(office!.personId).toBe(world.office.personId);
    expect(office!.subject).toBe('Nhắc việc 11/6/2026: 1 chờ xác nhận');
    expect(finance!.subject).toBe('Nhắc việc 11/6/2026: 1 quá hạn, 1 đến hạn, 1 sắp đến hạn');
    expect(finance!.body).toBe(
      `Việc cần để ý thứ Năm, 11/6/2026:

QUÁ HẠN (1)
- Báo cáo kết quả sắp xếp trụ sở (2040-TB/TU, hạn 10/6/2026)
  ${BASE}/nhiem-vu/${late}

ĐẾN HẠN HÔM NAY (1)
- Trình phương án bố trí xe (2040-TB/TU, hạn 11/6/2026)
  ${BASE}/nhiem-vu/${late + 1}

SẮP ĐẾN HẠN (1)
- Rà soát hồ sơ đất đai (2040-TB/TU, hạn 16/6/2026)
  ${BASE}/nhiem-vu/${late + 2}

Mọi thông báo: ${BASE}/thong-bao
Đổi địa chỉ hoặc thôi nhận thư này: ${BASE}/thong-bao/cai-dat`,
    );
  });

  it('however often it runs, and by however many servers at once, a day is told once', async () => {
    await task('2026-06-11');
    const told = await Promise.all([tell('2026-06-11'), tell('2026-06-11'), tell('2026-06-11')]);
    expect(told.filter((t) => t !== null)).toEqual([{ notices: 1, mails: 1 }]);
    expect(await tell('2026-06-11')).toBeNull();
    expect(await steps(world.finance)).toEqual(['due']);
  });

  it('a server down for three days tells the latest of each thing in one mail, and misses no escalation', async () => {
    await tell('2026-06-10');
    await task('2026-06-08');
    await task('2026-06-12', 'Trình phương án bố trí xe');
    expect(await tell('2026-06-15')).toMatchObject({ mails: 2 });
    // Due on the 8th: three days late was the 11th, seven the 15th; due on the 12th: the first day late and the third are today.
    expect((await steps(world.finance)).sort()).toEqual(['escalation-1', 'escalation-1', 'late-1']);
    expect(await steps(world.office)).toEqual(['escalation-2']);
    // Both are told once in the mail of the one person who is everything in that department.
    const finance = (await mails()).find((m) => m.personId === world.finance.personId)!;
    expect(finance.subject).toBe('Nhắc việc 15/6/2026: 2 cần chỉ đạo');
  });

  it('a clock that goes back tells nothing again', async () => {
    await task('2026-06-11');
    await tell('2026-06-11');
    expect(await tell('2026-06-10')).toEqual({ notices: 0, mails: 0 });
  });

  it('a due day that is moved is reminded of anew', async () => {
    const id = await task('2026-06-11');
    await tell('2026-06-11');
    await world.db.system
      .updateTable('charge')
      .set({ due_on: day('2026-06-18') })
      .where('task_id', '=', id)
      .execute();
    await tell('2026-06-18');
    expect(await steps(world.finance)).toEqual(['due', 'due']);
  });

  it('who wants no mail, has no address, or whose server has none is told in the application', async () => {
    await task('2026-06-11');
    await wants(world.finance, false, '');
    expect(await tell('2026-06-11')).toEqual({ notices: 1, mails: 0 });
    expect(await steps(world.finance)).toEqual(['due']);
    await wants(world.finance, true, 'p@example.vn');
    await task('2026-06-12');
    expect(await tell('2026-06-12', null)).toMatchObject({ mails: 0 });
  });

  it('rules set by the administrator hold from their day on', async () => {
    await world.db.write(admin, (tx) =>
      setReminderRules(tx, admin, { ...DEFAULT_RULES, before: [5] }, day('2026-06-10')),
    );
    await task('2026-06-16');
    await task('2026-06-18');
    await tell('2026-06-09');
    expect(await steps(world.finance)).toEqual([]);
    await tell('2026-06-11');
    expect(await steps(world.finance)).toEqual(['before-5']);
    await expect(
      world.db.write(world.office, (tx) => setReminderRules(tx, world.office, DEFAULT_RULES, day('2026-06-10'))),
    ).rejects.toThrow('không có quyền');
  });

  it('an organ is reminded of a report that it owes, until it is signed', async () => {
    const { organs, unit } = world.province;
    const { system } = world.db;
    const form = await system
      .insertInto('report_form')
      .values({
        unit_id: unit,
        office_organ_id: organs.vanPhong,
        title: 'Báo cáo công tác quý',
        periodicity: 'quarter',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = await system
      .insertInto('report_form_version')
      .values({ form_id: form.id, number: 1, due_days: 5 })
      .returning('id')
      .executeTakeFirstOrThrow();
    const period = await system
      .insertInto('report_period')
      .values({
        form_id: form.id,
        form_version_id: version.id,
        unit_id: unit,
        office_organ_id: organs.vanPhong,
        key: '2026-Q2',
        label: 'Quý II năm 2026',
        from_on: day('2026-04-01'),
        to_on: day('2026-06-30'),
        due_on: day('2026-06-11'),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const sheet = await system
      .insertInto('report_sheet')
      .values({
        period_id: period.id,
        unit_id: unit,
        organ_id: organs.taiChinh,
        office_organ_id: organs.vanPhong,
        due_on: day('2026-06-11'),
        organ_ids: [organs.taiChinh, organs.vanPhong],
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('2026-06-11');
    expect((await mails())[0]!.body).toContain(
      `- Báo cáo công tác quý (Quý II năm 2026, hạn 11/6/2026)\n  ${BASE}/bao-cao/phieu/${sheet.id}`,
    );
    await system
      .updateTable('report_sheet')
      .set({ state: 'signed', signed_on: day('2026-06-11') })
      .where('id', '=', sheet.id)
      .execute();
    await tell('2026-06-12');
    expect(await steps(world.finance)).toEqual(['due']);
  });

  it('a part passed on to one person reminds that person, by its own day or that of the whole', async () => {
    const id = await task('2026-06-11');
    const charge = await world.db.system
      .selectFrom('charge')
      .where('task_id', '=', id)
      .select('id')
      .executeTakeFirstOrThrow();
    const deputy = await world.province.person('taiChinh', 'deputy');
    const part = (dueOn: string | null, title: string) =>
      world.db.system
        .insertInto('subtask')
        .values({
          task_id: id,
          charge_id: charge.id,
          passer_organ_id: world.province.organs.taiChinh,
          organ_id: world.province.organs.taiChinh,
          appointment_id: deputy.appointmentId,
          title,
          weight: 1,
          started_on: day('2026-06-01'),
          due_on: dueOn === null ? null : day(dueOn),
        })
        .execute();
    await part('2026-06-09', 'Lập biểu');
    await part(null, 'Thẩm tra');
    await tell('2026-06-09');
    expect(await steps(deputy)).toEqual(['due']);
    await tell('2026-06-11');
    expect((await steps(deputy)).sort()).toEqual(['due', 'due', 'late-1']);
    const told = await world.db.system
      .selectFrom('notice')
      .where('person_id', '=', deputy.personId)
      .select('title')
      .execute();
    expect(new Set(told.map((n) => n.title))).toEqual(new Set(['Lập biểu', 'Thẩm tra']));
  });

  it('a long list is cut, so that it is read in a minute', async () => {
    for (let i = 0; i < 30; i++) await task('2026-06-11', `Việc ${i}`);
    await tell('2026-06-11');
    const [mail] = await mails();
    expect(mail!.body.split('\n').filter((l) => l.startsWith('- '))).toHaveLength(8);
    expect(mail!.body).toContain(`… và 22 việc khác: ${BASE}/thong-bao`);
  });
});

it('a mail server that is down for a day: both digests arrive, each once', async () => {
  const server = await mailServer();
  const mailer = openMailer({ url: server.url(), sender: 'nhac@example.vn' });
  let now = at(day('2026-06-11'));
  const send = () =>
    sendMails({ system: world.db.system, mailer, log: { warn() {} }, clock: () => now, maySend: async () => true });
  await task('2026-06-11');
  await task('2026-06-12', 'Trình phương án bố trí xe');
  await tell('2026-06-11');
  await server.down();
  for (; now < at(addDays(day('2026-06-11'), 1)); now += 600_000) await send();
  await tell('2026-06-12');
  await send();
  await server.up();
  now += 3_600_000;
  await send();
  await send();
  expect(server.received.map((m) => m.to)).toEqual(Array(2).fill(`p${world.finance.personId}@example.vn`));
  expect(new Set(server.received.map((m) => m.messageId)).size).toBe(2);
  mailer.close();
  await server.close();
});

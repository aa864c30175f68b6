import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld } from '../../../test/petitionWorld.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import { enqueueMails } from '../../platform/notify/index.ts';
import type { Services } from '../../platform/services.ts';
import { tellEvents } from '../tellEvents.ts';
import { reminderRoutes } from './routes.ts';

let world: PetitionWorld;
let admin: Principal;
let otherAdmin: Principal;
let app: Hono<AppEnv>;
let who: Principal | null = null;
const now = Date.parse('2026-11-23T09:00:00+07:00');

beforeAll(async () => {
  world = await petitionWorld();
  admin = await world.province.person('vanPhong', 'admin');
  otherAdmin = await world.province.person('vanPhongConSon', 'admin');
  const services = {
    db: world.db,
    clock: () => now,
    config: { publicUrl: 'https://dieuhanh.example.vn', secret: 'x'.repeat(32), smtpUrl: 'smtp://127.0.0.1:9' },
    log: { error: (details: unknown) => console.error(details), warn() {}, info() {} },
  } as unknown as Services;
  app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('requestId', 'test');
    c.set('principal', who);
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, reminderRoutes);
  app.onError((error, c) => failurePage(error, c));
});
afterAll(() => world.close());
beforeEach(() => {
  who = world.office;
});

const get = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
async function post(path: string, fields: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
  const answer = await app.request(path, { method: 'POST', body });
  return { status: answer.status, text: await answer.text() };
}

describe('my notices', () => {
  it('unread ones first; one or all are marked read, of nobody else', async () => {
    await world.raise(world.conSon, { 'chu-de': 'Sửa đường vào bản' });
    await world.raise(world.conSon, { 'chu-de': 'Bố trí xe <b>cứu hộ</b>' });
    await tellEvents(world.db.system, Date.now());
    const page = await get('/thong-bao');
    expect(page.text).toContain('2 thông báo chưa đọc');
    expect(page.text).toContain('Sửa đường vào bản');
    expect(page.text).not.toContain('<b>cứu hộ</b>');
    const id = /name="mot" value="(\d+)"/.exec(page.text)![1]!;
    who = world.finance;
    await post('/thong-bao/da-doc', { mot: id });
    who = world.office;
    expect((await get('/thong-bao')).text).toContain('2 thông báo chưa đọc');
    await post('/thong-bao/da-doc', { mot: id });
    expect((await get('/thong-bao')).text).toContain('1 thông báo chưa đọc');
    await post('/thong-bao/da-doc', { den: '999999' });
    expect((await get('/thong-bao')).text).toContain('Không có thông báo chưa đọc');
    expect((await get('/thong-bao?xem=tat-ca')).text).toContain('Sửa đường vào bản');
  });

  it('a wrong form or address of a page changes nothing', async () => {
    expect((await post('/thong-bao/da-doc', { mot: '1 or 1=1' })).status).toBe(303);
    expect((await get('/thong-bao?truoc=abc')).status).toBe(200);
  });
});

describe('how I am told', () => {
  it('a wrong address is shown again with what is wrong; a right one is kept, and the log does not hold it', async () => {
    const wrong = await post('/thong-bao/cai-dat', { 'nhan-thu': 'co', 'thu-dien-tu': 'văn thư' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Địa chỉ thư chưa đúng');
    expect(wrong.text).toContain('value="văn thư"');
    expect((await post('/thong-bao/cai-dat', { 'nhan-thu': 'co', 'thu-dien-tu': '' })).text).toContain(
      'Hãy ghi địa chỉ thư',
    );
    const fields = { 'nhan-thu': 'co', 'thu-dien-tu': 'vanthu@example.vn' };
    expect((await post('/thong-bao/cai-dat', fields)).status).toBe(303);
    const kept = await world.db.system
      .selectFrom('person')
      .where('id', '=', world.office.personId)
      .select('email')
      .executeTakeFirst();
    expect(kept!.email).toBe('vanthu@example.vn');
    const events = await world.db.system
      .selectFrom('event')
      .where('kind', '=', 'notice.settings_changed')
      .selectAll()
      .execute();
    expect(JSON.stringify(events)).not.toContain('example.vn');
  });

  it('the same form sent twice makes one calendar address; a new one ends the old', async () => {
    const khoa = newWriteKey();
    await post('/thong-bao/lich', { khoa });
    await post('/thong-bao/lich', { khoa });
    const token = async () =>
      (
        await world.db.system
          .selectFrom('notice_setting')
          .where('person_id', '=', world.office.personId)
          .select('calendar_token')
          .executeTakeFirstOrThrow()
      ).calendar_token!;
    const first = await token();
    const events = await world.db.system
      .selectFrom('event')
      .where('kind', '=', 'notice.calendar_renewed')
      .selectAll()
      .execute();
    expect(events).toHaveLength(1);
    expect((await get(`/lich/${first}.ics`)).status).toBe(200);
    await post('/thong-bao/lich');
    expect((await get(`/lich/${first}.ics`)).status).toBe(404);
    expect((await get(`/lich/${await token()}.ics`)).status).toBe(200);
  });
});

describe('the calendar', () => {
  it('holds the due days of my organ, and no name and no word of a petition', async () => {
    const id = await world.raise(world.conSon, { 'chu-de': 'Đơn của ông Nguyễn Văn A, bản Côn' });
    await world.assign(world.office, id);
    who = world.finance;
    await post('/thong-bao/lich');
    const { calendar_token: token } = await world.db.system
      .selectFrom('notice_setting')
      .where('person_id', '=', world.finance.personId)
      .select('calendar_token')
      .executeTakeFirstOrThrow();
    who = null;
    const { text, headers } = await get(`/lich/${token}.ics`);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    expect(unfolded).toContain(`SUMMARY:Hạn trả lời kiến nghị ${id}`);
    // Ten working days from 23/11/2026, the 24th being a holiday.
    expect(unfolded).toMatch(/DTSTART;VALUE=DATE:20261208/);
    expect(unfolded).not.toContain('Nguyễn');
    expect(unfolded).not.toContain(world.finance.personName);
    // RFC 5545: lines end with CRLF and have 75 octets at most.
    expect(text.split('\r\n').every((line) => !line.includes('\n') && Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR(\r\n)?$/);
  });

  it('is nobody’s at a wrong address, and ends with the account', async () => {
    who = null;
    for (const tep of ['x.ics', `${'a'.repeat(43)}.ics`, 'x', `${'%27'.repeat(40)}.ics`])
      expect((await get(`/lich/${tep}`)).status).toBe(404);
    who = world.construction;
    await post('/thong-bao/lich');
    const { calendar_token: token } = await world.db.system
      .selectFrom('notice_setting')
      .where('person_id', '=', world.construction.personId)
      .select('calendar_token')
      .executeTakeFirstOrThrow();
    await world.db.system
      .updateTable('person')
      .set({ ended_at: new Date().toISOString() })
      .where('id', '=', world.construction.personId)
      .execute();
    expect((await get(`/lich/${token}.ics`)).status).toBe(404);
  });
});

describe("the administrator's pages", () => {
  const failedMail = async () => {
    await enqueueMails(
      world.db.system,
      [
        {
          personId: world.office.personId,
          kind: 'digest',
          day: '2026-11-20' as never,
          subject: 'bí mật của thư',
          body: 'nội dung thư',
        },
      ],
      now,
      'example.vn',
    );
    await world.db.system.updateTable('mail').set({ state: 'failed', failure: 'EENVELOPE 550' }).execute();
    return (await world.db.system.selectFrom('mail').select('id').executeTakeFirstOrThrow()).id;
  };

  it('shows what failed and why, never what a mail says; another unit’s administrator sees and moves nothing', async () => {
    const id = await failedMail();
    who = admin;
    const page = await get('/thong-bao/thu?trang-thai=khong-gui-duoc');
    expect(page.text).toContain(world.office.personName);
    expect(page.text).toContain('Máy chủ thư từ chối địa chỉ này (EENVELOPE 550)');
    expect(page.text).not.toContain('bí mật');
    await expect(world.db.write(admin, (tx) => tx.selectFrom('mail').select('body').execute())).rejects.toThrow(
      /permission denied/,
    );
    who = otherAdmin;
    expect((await get('/thong-bao/thu')).text).not.toContain(world.office.personName);
    expect((await post(`/thong-bao/thu/${id}/gui-lai`)).status).toBe(409);
    who = admin;
    const khoa = newWriteKey();
    expect((await post(`/thong-bao/thu/${id}/gui-lai`, { khoa })).status).toBe(303);
    expect((await post(`/thong-bao/thu/${id}/gui-lai`, { khoa })).status).toBe(303);
    expect((await world.db.system.selectFrom('mail').select('state').executeTakeFirstOrThrow()).state).toBe('queued');
    who = world.office;
    expect((await get('/thong-bao/thu')).status).toBe(403);
  });

  const RULES = {
    'truoc-han': '5, 2',
    'lap-lai': '10',
    'cap-1': '2',
    'cap-2': '5',
    'cap-3': '9',
    'chua-nhan': '1',
    'cho-xac-nhan': '3',
    'nghi-tu': '17h30',
    'nghi-den': '8:00',
  };
  it.each([
    ['truoc-han', '3, x', 'Hãy ghi các số ngày làm việc'],
    ['truoc-han', '1,2,3,4,5,6', 'nhiều nhất 5 số'],
    ['lap-lai', '0', 'từ 1 đến 90'],
    ['cap-2', '1', 'Cấp trên phải được báo sau cấp dưới'],
    ['chua-nhan', '', 'Hãy ghi các số ngày làm việc'],
    ['nghi-tu', '25:00', 'Hãy ghi giờ dạng 18:00'],
    ['nghi-den', '17:30', 'không được trùng nhau'],
  ])('rules: %s = %s is refused with a sentence, and all that was typed stays', async (field, value, sentence) => {
    who = admin;
    const answer = await post('/thong-bao/quy-tac', { ...RULES, [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain('value="3"');
  });

  it('rules that make sense are kept from today', async () => {
    who = admin;
    expect((await post('/thong-bao/quy-tac', RULES)).status).toBe(303);
    const page = await get('/thong-bao/quy-tac');
    for (const value of ['5, 2', '17:30', '08:00']) expect(page.text).toContain(`value="${value}"`);
    who = otherAdmin;
    expect((await get('/thong-bao/quy-tac')).status).toBe(403);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, taskOffice } from '../../../test/taskOffice.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { openFileStore } from '../../platform/files/index.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { setAssets } from '../../ui/index.ts';
import type { TaskRoom } from '../room.ts';
import { openTallies } from '../tally.ts';
import { taskPages } from './routes.tsx';

let office: TaskOffice;
let folder: string;
let app: Hono<AppEnv>;
const people = new Map<string, Principal>();

beforeAll(async () => {
  office = await taskOffice();
  const { db, province } = office;
  folder = mkdtempSync(join(tmpdir(), 'nhiem-vu-'));
  people.set('office', office.clerk);
  people.set('finance', await province.person('taiChinh', 'head'));
  people.set('officer', await province.person('taiChinh', 'officer'));
  people.set('construction', office.construction);
  people.set('other', office.commune);
  const services = {
    db,
    files: openFileStore(folder),
    clock: () => Date.parse('2026-11-22T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
  setAssets({ 'src/ui/client.ts': { file: 'c.js' } } as never);
  const room = {
    tallies: await openTallies(db),
    organName: (id: number) => `Cơ quan ${id}`,
    organVersion: () => 1,
  } as TaskRoom;
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', people.get(c.req.header('x-who') ?? '') ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, taskPages(room));
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get(who: string, path: string) {
  const answer = await app.request(path, { headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text() };
}
async function post(who: string, path: string, fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
  const answer = await app.request(path, { method: 'POST', body, headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
}
const chargeOf = async (id: number, role: 'lead' | 'coordinate') =>
  String((await office.look(office.clerk, id)).charges.find((c) => c.role === role)!.id);

describe('the page of a task', () => {
  it('explains the due date line by line, with the holiday on the way', async () => {
    const { text } = await get('finance', `/nhiem-vu/${await office.assign()}`);
    expect(text).toContain('Vì sao hạn là ngày này');
    expect(text).toContain('nghỉ 24/11');
    expect(text).toContain('hạn: thứ Hai 30/11/2026');
  });

  it('takes an opinion with its document, and shows it to the lead', async () => {
    const id = await office.assign();
    const sent = await post('construction', `/nhiem-vu/${id}/y-kien`, {
      'phan-viec': await chargeOf(id, 'coordinate'),
      'y-kien': 'Đề nghị bổ sung nguồn vốn',
      tep: new File(['Góp ý'], 'gop-y.txt', { type: 'text/plain' }),
    });
    expect(sent.status).toBe(303);
    const { text } = await get('finance', `/nhiem-vu/${id}`);
    expect(text).toContain('Đề nghị bổ sung nguồn vốn');
    expect(text).toContain('gop-y.txt');
  });

  it('a form that fails comes back with what was typed and the fault at its field', async () => {
    const id = await office.assign();
    const page = await post('finance', `/nhiem-vu/${id}/xin-gia-han`, {
      'phan-viec': await chargeOf(id, 'lead'),
      han: '31/02/2027',
      'ly-do': 'Chờ số liệu của các xã',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.');
    expect(page.text).toContain('31/02/2027');
    expect(page.text).toContain('Chờ số liệu của các xã');
  });

  it('a second click asks for more time once; the office grants it on its own page', async () => {
    const id = await office.assign();
    const fields = {
      khoa: newWriteKey(),
      'phan-viec': await chargeOf(id, 'lead'),
      han: '15/12/2026',
      'ly-do': 'Chờ số liệu',
    };
    for (let i = 0; i < 2; i++) expect((await post('finance', `/nhiem-vu/${id}/xin-gia-han`, fields)).status).toBe(303);
    const { extensions } = await office.look(office.clerk, id);
    expect(extensions).toHaveLength(1);
    expect((await get('office', `/nhiem-vu/${id}`)).text).toContain('Đồng ý gia hạn');
    expect((await get('construction', `/nhiem-vu/${id}`)).text).not.toContain('Đồng ý gia hạn');
    const decided = { 'de-nghi': String(extensions[0]!.id), viec: 'dong-y', han: '10/12/2026' };
    expect((await post('office', `/nhiem-vu/${id}/gia-han`, decided)).status).toBe(303);
    expect((await office.look(office.clerk, id)).task.dueOn).toBe('2026-12-10');
  });

  it('an old page is told so, and nothing is decided twice', async () => {
    const id = await office.assign();
    const chargeId = await chargeOf(id, 'lead');
    await office.progress(office.finance, id, Number(chargeId), { done: true });
    const version = String((await office.look(office.clerk, id)).charges[0]!.version);
    const confirm = { 'phan-viec': chargeId, 'phien-ban': version, viec: 'xac-nhan' };
    expect((await post('office', `/nhiem-vu/${id}/xac-nhan`, confirm)).status).toBe(303);
    const late = await post('office', `/nhiem-vu/${id}/xac-nhan`, {
      ...confirm,
      viec: 'tra-lai',
      'ly-do': 'Thiếu phụ lục ba',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Nội dung đã được người khác thay đổi');
    expect(late.text).toContain('Thiếu phụ lục ba');
  });
});

describe('a form that somebody was faster than', () => {
  it('is sent again with what was typed, once its page has told so', async () => {
    const id = await office.assign();
    const chargeId = await chargeOf(id, 'lead');
    const opened = String((await office.look(office.clerk, id)).charges[0]!.version);
    await office.progress(office.finance, id, Number(chargeId), { percent: 10 });
    const mine = { 'phan-viec': chargeId, 'phien-ban': opened, viec: 'ghi', 'tien-do': '40', 'ghi-chu': 'Đã tổng hợp' };
    const told = await post('finance', `/nhiem-vu/${id}/tien-do`, mine);
    expect(told.status).toBe(409);
    const form = told.text.slice(told.text.indexOf(`id="tien-do-${chargeId}"`));
    const version = /name="phien-ban" value="(\d+)"/.exec(form)![1]!;
    expect((await post('finance', `/nhiem-vu/${id}/tien-do`, { ...mine, 'phien-ban': version })).status).toBe(303);
    expect((await office.look(office.clerk, id)).charges[0]!.percent).toBe(40);
  });
});

describe('passing work down', () => {
  it('offers the people of the organ, keeps what was typed when refused, and leads to the new part', async () => {
    const id = await office.assign();
    const chargeId = await chargeOf(id, 'lead');
    const form = await get('finance', `/nhiem-vu/${id}/giao-viec?phan-viec=${chargeId}`);
    expect(form.text).toContain('Sở Tài chính (officer)');
    const to = `nguoi-${people.get('officer')!.appointmentId}`;
    const fields = { 'phan-viec': chargeId, 'giao-cho': to, 'noi-dung': 'Tổng hợp số liệu', 'ty-trong': '2' };
    const refused = await post('finance', `/nhiem-vu/${id}/giao-viec`, { ...fields, han: '1/12/2026' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hạn không thể sau hạn của việc được giao (30/11/2026).');
    expect(refused.text).toContain('Tổng hợp số liệu');
    const sent = await post('finance', `/nhiem-vu/${id}/giao-viec`, { ...fields, han: '27/11/2026' });
    expect(sent.status).toBe(303);
    expect((await get('officer', sent.to!)).text).toContain('Ghi tiến độ');
    expect((await get('officer', '/nhiem-vu/phan-viec')).text).toContain('Tổng hợp số liệu');
    expect((await get('other', sent.to!)).status).toBe(404);
  });

  it('is not offered to an officer, and refused by the address', async () => {
    const id = await office.assign();
    const path = `/nhiem-vu/${id}/giao-viec`;
    expect((await get('officer', `/nhiem-vu/${id}`)).text).not.toContain('Giao phần việc cho');
    expect((await get('officer', `${path}?phan-viec=${await chargeOf(id, 'lead')}`)).status).toBe(403);
    expect((await get('office', `${path}?phan-viec=${await chargeOf(id, 'lead')}`)).status).toBe(403);
  });
});

describe('events that tasks wait for', () => {
  it('are recorded from one page, faults at their field; when somebody was faster the page says so', async () => {
    const condition = 'khi có nghị quyết của Hội đồng nhân dân tỉnh';
    const id = await office.assign({ dueOn: null, condition, deadlineText: 'trong 5 ngày làm việc' });
    const path = '/nhiem-vu/cho-dieu-kien';
    expect((await get('office', path)).text).toContain(condition);
    const fields = { 'dieu-kien': condition, ngay: '20/11/2026', 'can-cu': '' };
    const refused = await post('office', path, fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hãy ghi căn cứ');
    const given = { ...fields, 'can-cu': 'Nghị quyết số 7 ngày 20/11/2026' };
    expect((await post('office', path, given)).status).toBe(303);
    expect((await office.look(office.clerk, id)).task).toMatchObject({ state: 'working', dueOn: '2026-11-30' });
    const late = await post('office', path, given);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Có thể người khác vừa ghi nhận');
    expect(late.text).toContain('Nghị quyết số 7 ngày 20/11/2026');
  });
});

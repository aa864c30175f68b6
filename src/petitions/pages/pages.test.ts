import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type SmallProvince, smallProvince } from '../../../test/smallProvince.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import { openFileStore } from '../../platform/files/index.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { setAssets } from '../../ui/index.ts';
import { petitionRoutes } from '../index.ts';

let testing: TestDatabase;
let db: Database;
let folder: string;
let province: SmallProvince;
let app: Hono<AppEnv>;
const people = new Map<string, Principal>();

beforeAll(async () => {
  testing = await testDatabase();
  db = openDatabase(testing.url, { connections: 4 });
  folder = mkdtempSync(join(tmpdir(), 'kien-nghi-'));
  province = await smallProvince(db);
  people.set('office', await province.person('vanPhong', 'clerk'));
  people.set('finance', await province.person('taiChinh', 'officer'));
  people.set('asker', await province.person('vanPhongConSon', 'clerk'));
  people.set('other', await province.person('dangUyHoaBinh', 'clerk'));
  const services = {
    db,
    config: { petitionJudgeDays: 15 },
    files: openFileStore(folder),
    clock: () => Date.parse('2026-11-23T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
  setAssets({
    'src/ui/client.ts': { file: 'c.js' },
    'src/petitions/pages/similar.client.ts': { file: 's.js' },
  } as never);
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', people.get(c.req.header('x-who') ?? '') ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, petitionRoutes);
});
afterAll(async () => {
  await db.close();
  await testing.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function get(who: string, path: string) {
  const answer = await app.request(path, { headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
}
async function post(who: string, path: string, fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
  const answer = await app.request(path, { method: 'POST', body, headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
}
const words = () => ({
  'chu-de': 'Thay cầu tràn ở bản Lưu Thắng',
  'noi-dung': 'Đầu tư thay cầu tràn bằng cầu cứng',
  'ly-do': 'Mỗi mùa lũ hai bản bị chia cắt',
  'linh-vuc': 'ha-tang',
  'muc-do': 'urgent',
  'gui-den': String(province.organs.tinhUy),
});

describe('from two steps of a form to the verdict, without scripts', () => {
  let at: string;

  it('what is missing is said at its field, and what was typed stays', async () => {
    const page = await post('asker', '/kien-nghi/gui/xem', { ...words(), 'ly-do': '', 'linh-vuc': '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Hãy ghi khó khăn, lý do.');
    expect(page.text).toContain('Hãy chọn lĩnh vực.');
    expect(page.text).toContain('Thay cầu tràn ở bản Lưu Thắng');
  });

  it('the second step says what goes along and sends, with a file', async () => {
    const review = await post('asker', '/kien-nghi/gui/xem', words());
    expect(review.status).toBe(200);
    expect(review.text).toContain('Chưa thấy kiến nghị nào giống');
    const key = newWriteKey();
    const fields = {
      ...words(),
      khoa: key,
      viec: 'gui',
      'chia-se': 'co',
      tep: new File(['Ảnh cầu tràn'], 'cau-tran.txt', { type: 'text/plain' }),
    };
    const sent = await post('asker', '/kien-nghi/gui', fields);
    expect(sent.status).toBe(303);
    at = sent.to!;
    expect((await post('asker', '/kien-nghi/gui', fields)).to).toBe(at);
    const page = await get('asker', at);
    expect(page.text).toContain('cau-tran.txt');
    expect(page.text).toContain('Chờ giao');
    expect((await get('other', at)).status).toBe(404);
  });

  it('another commune finds it while typing and joins with one button', async () => {
    const found = await get('other', '/kien-nghi/giong?q=thay%20cau%20tran');
    expect(found.text).toContain('Thay cầu tràn ở bản Lưu Thắng');
    expect(found.text).not.toContain('Mỗi mùa lũ');
    expect((await post('other', `${at}/tham-gia`, {})).to).toBe(at);
    expect((await get('other', at)).text).toContain('Mỗi mùa lũ');
    expect((await post('other', `${at}/tham-gia`, {})).status).toBe(303);
  });

  it('the office is told which organ it does not know, then assigns; the page explains the limit', async () => {
    const wrong = await post('office', `${at}/giao`, { 'chu-tri': 'Sở Tài chánh', 'so-ngay': '10' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Không có cơ quan nào tên “Sở Tài chánh”');
    expect(
      (
        await post('office', `${at}/giao`, {
          'chu-tri': 'so tai chinh',
          'so-ngay': '10',
          'noi-gui': 'Văn phòng Tỉnh ủy',
        })
      ).status,
    ).toBe(303);
    const page = await get('office', at);
    expect(page.text).toContain('Vì sao hạn là ngày này');
    expect(page.text).toContain('8/12/2026');
    expect((await get('office', '/kien-nghi?trang-thai=dang-xu-ly')).text).toContain('Thay cầu tràn');
    expect((await get('office', '/kien-nghi')).text).toMatch(/Đang xử lý<span class="ts-tab-count"> 1</);
  });

  it('the draft is for the answerers until it is sent, then everybody who asked reads it and judges', async () => {
    const drafted = await post('finance', `${at}/tra-loi`, {
      'tra-loi': 'Đã đưa vào kế hoạch vốn 2027',
      muc: 'day-du',
    });
    expect(drafted.status).toBe(303);
    expect((await get('asker', at)).text).not.toContain('kế hoạch vốn 2027');
    expect((await get('asker', at)).text).toContain('Đang xử lý');
    expect((await get('office', at)).text).toContain('kế hoạch vốn 2027');
    expect((await get('office', '/kien-nghi')).text).toMatch(/Chờ gửi trả lời<span class="ts-tab-count"> 1</);
    await post('office', `${at}/gui-tra-loi`, {});
    expect((await get('other', at)).text).toContain('kế hoạch vốn 2027');
    const unsaid = await post('asker', `${at}/danh-gia`, { 'ket-qua': 'chua' });
    expect(unsaid.status).toBe(422);
    await post('asker', `${at}/danh-gia`, { 'ket-qua': 'da-giai-quyet' });
    await post('other', `${at}/danh-gia`, { 'ket-qua': 'chua', 'y-kien': 'Xã tôi chưa có tên' });
    expect((await get('office', at)).text).toContain('Khép lại, chưa giải quyết');
  });

  it('a version that has moved on is refused, and what was typed stays', async () => {
    const page = await post('asker', `${at}/mo-lai`, { 'y-kien': 'Cần rõ tiến độ', 'phien-ban': '1' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Cần rõ tiến độ');
  });

  it('the public reads only what the office allowed', async () => {
    expect((await get('', '/kien-nghi/cong-khai')).text).toContain('Chưa có kiến nghị nào được công khai');
    await post('office', `${at}/cong-khai`, {
      'tieu-de': 'Cầu tràn',
      'tom-tat': 'Đưa vào kế hoạch.',
      'khong-ca-nhan': 'co',
    });
    const page = await get('', '/kien-nghi/cong-khai');
    expect(page.text).toContain('Đưa vào kế hoạch.');
    expect(page.text).not.toContain('Mỗi mùa lũ');
    expect((await get('', at)).status).toBe(303);
  });

  it('the list downloads as it stands, and as JSON', async () => {
    const csv = await get('office', '/kien-nghi/tai-ve.csv?pham-vi=tat-ca');
    expect(csv.text).toContain('Thay cầu tràn ở bản Lưu Thắng');
    const json = JSON.parse((await get('office', '/api/kien-nghi?pham-vi=tat-ca')).text);
    expect(json.petitions[0]).toMatchObject({ field: 'ha-tang', status: 'chua-giai-quyet', askers: [{}, {}] });
  });

  it('an address that makes no sense answers with a list or with not found', async () => {
    expect((await get('office', '/kien-nghi?trang-thai=x&linh-vuc=toString&sap=%00&trang=-3&co-quan=abc')).status).toBe(
      200,
    );
    expect((await get('office', '/kien-nghi/abc')).status).toBe(404);
    expect((await get('office', '/kien-nghi/999999')).status).toBe(404);
    expect((await post('other', '/kien-nghi/999999/tham-gia', {})).status).toBe(404);
  });
});

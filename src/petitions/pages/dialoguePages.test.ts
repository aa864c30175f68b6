import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld } from '../../../test/petitionWorld.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { closeExtraction, openFileStore } from '../../platform/files/index.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import { closePrinting } from '../../platform/print/index.ts';
import type { Services } from '../../platform/services.ts';
import { setAssets } from '../../ui/index.ts';
import { importJob, petitionRoutes } from '../index.ts';

let world: PetitionWorld;
let services: Services;
let app: Hono<AppEnv>;
const folder = mkdtempSync(join(tmpdir(), 'doi-thoai-'));

beforeAll(async () => {
  world = await petitionWorld();
  const people: Record<string, Principal> = {
    office: world.office,
    finance: world.finance,
    asker: world.conSon,
    other: world.hoaBinh,
  };
  services = {
    db: world.db,
    config: { petitionJudgeDays: 15, uploadLimit: 20_000_000 },
    files: openFileStore(folder),
    clock: () => Date.parse('2026-11-23T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
  setAssets({
    'src/ui/client.ts': { file: 'c.js' },
    'src/petitions/pages/similar.client.ts': { file: 's.js' },
    'src/petitions/pages/import.client.ts': { file: 'i.js' },
  } as never);
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', people[c.req.header('x-who') ?? ''] ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, petitionRoutes);
});
afterAll(async () => {
  await closePrinting();
  await closeExtraction();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (who: string, path: string) => {
  const answer = await app.request(path, { headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.clone().text(), bytes: Buffer.from(await answer.arrayBuffer()) };
};
const post = async (who: string, path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.set(name, value);
  const answer = await app.request(path, { method: 'POST', headers: { 'x-who': who }, body });
  return { status: answer.status, location: answer.headers.get('Location') ?? '', text: await answer.text() };
};
const open = async (over: Record<string, string> = {}) => {
  const { location } = await post('office', '/kien-nghi/doi-thoai', {
    ten: 'Gặp mặt 2026',
    ngay: '1/12/2026',
    ...over,
  });
  return location;
};
const sheet = (text: string, name = 'bang.csv') => new File([text], name);
const HEAD = 'Nơi kiến nghị,Lĩnh vực,Chủ đề,Đề nghị\n';

describe('the pages of a dialogue', () => {
  it('a table with faults shows its rows, a mended one is taken in, sorted, given out, and read as a book', async () => {
    const at = await open();
    const faulty = await post('office', `${at}/nhap`, { tep: sheet(`${HEAD}Xã lạ,,Trạm,Xây\n`) });
    expect(faulty.status).toBe(303);
    expect((await get('office', faulty.location)).text).toContain('data-import-runs');
    await importJob(services).work(undefined);
    const faults = (await get('office', faulty.location)).text;
    expect(faults).toContain('Chưa dòng nào được ghi.');
    expect(faults).toContain('Không có cơ quan nào tên “Xã lạ”');

    const rows = `${HEAD}Đảng ủy xã Côn Sơn,,Trạm y tế,Xây trạm\nĐảng ủy xã Hòa Bình,Giáo dục,Trường,Sửa trường\n`;
    const taken = await post('office', `${at}/nhap`, { tep: sheet(rows) });
    await importJob(services).work(undefined);
    expect((await get('office', taken.location)).text).toContain('Đã thêm 2 kiến nghị từ 2 dòng.');
    expect((await get('finance', taken.location)).status).toBe(403);

    const sorting = await get('office', `${at}/phan-loai`);
    expect(sorting.text).toContain('Trạm y tế');
    const name = /name="(kn-\d+)"/.exec(sorting.text)![1]!;
    const sorted = await post('office', `${at}/phan-loai`, { 'dang-xem': 'khac', [name]: 'y-te' });
    expect(sorted.status).toBe(303);
    expect((await get('office', `${at}/phan-loai`)).text).toContain('Không còn kiến nghị nào');
    expect((await post('office', `${at}/phan-loai`, { 'dang-xem': 'y-te', [name]: 'vu-tru' })).status).toBe(422);

    const form = { 'linh-vuc': 'y-te', 'chu-tri': 'so tai chinh', 'phoi-hop': 'Sở Xây dựng', 'so-ngay': '15' };
    const given = await post('office', `${at}/giao`, { ...form, 'theo-doi': 'Không có' });
    expect(given.status).toBe(422);
    expect(given.text).toContain('Không có cơ quan nào tên');
    expect((await post('office', `${at}/giao`, form)).status).toBe(303);

    const book = await get('office', `${at}/so-tra-loi`);
    expect(book.text).toContain('Đang xử lý, Sở Tài chính chủ trì trả lời.');
    expect((await get('other', `${at}/so-tra-loi`)).text).not.toContain('Trạm y tế');
    expect((await get('office', `${at}/so-tra-loi/tai-ve/pdf`)).bytes.subarray(0, 4).toString()).toBe('%PDF');
    expect((await get('office', `${at}/so-tra-loi/tai-ve/docx`)).bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await get('office', `${at}/so-tra-loi/tai-ve/exe`)).status).toBe(404);
  });

  it('what is no table is refused at the field, and what comes from elsewhere is not shown', async () => {
    const at = await open();
    for (const tep of [sheet('', 'bang.csv'), sheet('x', 'anh.png')]) {
      const answer = await post('office', `${at}/nhap`, { tep });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('nhap-tep');
    }
    expect((await get('office', `${at}/nhap/999999`)).status).toBe(404);
    expect((await post('asker', `${at}/nhap`, { tep: sheet(HEAD) })).status).toBe(403);
  });

  it('a commune raises into it until its day, to the body that holds it', async () => {
    const late = await post('office', '/kien-nghi/doi-thoai', { ten: 'x', ngay: '1/12/2026', 'nhan-den': '2/12/2026' });
    expect(late.status).toBe(422);
    const closed = await open();
    expect((await get('asker', `/kien-nghi/gui?doi-thoai=${closed.split('/').pop()}`)).status).toBe(409);
    const at = await open({ 'nhan-den': '30/11/2026' });
    const id = at.split('/').pop()!;
    expect((await get('asker', at)).text).toContain(`/kien-nghi/gui?doi-thoai=${id}`);
    const form = await get('asker', `/kien-nghi/gui?doi-thoai=${id}`);
    expect(form.text).toContain(`name="doi-thoai" value="${id}"`);
    const words = {
      'doi-thoai': id,
      'chu-de': 'Cầu treo',
      'linh-vuc': 'ha-tang',
      'noi-dung': 'Sửa cầu',
      'ly-do': 'Hỏng',
      'muc-do': 'normal',
      'gui-den': String(world.province.organs.tinhUy),
    };
    expect((await post('asker', '/kien-nghi/gui/xem', words)).text).toContain('Gặp mặt 2026');
    expect((await post('asker', '/kien-nghi/gui', { ...words, 'chia-se': 'co' })).status).toBe(303);
    expect((await get('office', `${at}/so-tra-loi`)).text).toContain('Cầu treo');
    expect((await post('office', `${at}/nhan-den`, { 'nhan-den': '' })).status).toBe(303);
    expect((await post('asker', '/kien-nghi/gui', { ...words, 'chu-de': 'Cầu khác' })).status).toBe(409);
  });

  it('the year is told on a page, as a sheet and as a paper, whatever year is asked', async () => {
    expect((await get('office', '/kien-nghi/doi-thoai/bao-cao')).text).toContain('Kết quả đối thoại năm 2026');
    expect((await get('office', '/kien-nghi/doi-thoai/bao-cao?nam=99999')).text).toContain('năm 2026');
    expect((await get('asker', '/kien-nghi/doi-thoai/bao-cao?nam=2031')).text).toContain('Chưa có kiến nghị nào');
    for (const [kind, starts] of [
      ['xlsx', 'PK'],
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const { bytes } = await get('office', `/kien-nghi/doi-thoai/bao-cao/tai-ve/${kind}`);
      expect(bytes.subarray(0, starts.length).toString()).toBe(starts);
    }
  });
});

import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportWorld, reportWorld, today } from '../../../test/reportWorld.ts';
import type { Principal } from '../../kernel/principal.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import { closePrinting } from '../../platform/print/index.ts';
import { setAssets } from '../../ui/index.ts';
import { closePeriod } from '../closePeriod.ts';
import { reportRoutes } from '../index.ts';

let world: ReportWorld;
let at: Awaited<ReturnType<ReportWorld['opened']>>;
beforeAll(async () => {
  setAssets({ 'src/ui/client.ts': { file: 'c.js' }, 'src/reports/pages/sheet.client.ts': { file: 's.js' } });
  world = await reportWorld();
  at = await world.opened();
});
afterAll(async () => {
  await closePrinting();
  await world.close();
});

/** The room's pages as one person sees them. */
function as(principal: Principal) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', { db: world.db, clock: () => Date.parse(`${today}T09:00:00+07:00`), log: world.log } as never);
    c.set('principal', principal);
    c.set('requestId', 'test');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, reportRoutes);
  app.onError((error, c) => failurePage(error, c));
  return {
    get: async (path: string) => {
      const response = await app.request(path);
      return { status: response.status, text: await response.text() };
    },
    bytes: async (path: string) => new Uint8Array(await (await app.request(path)).arrayBuffer()),
    post: async (path: string, fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      const response = await app.request(path, { method: 'POST', body });
      return { status: response.status, text: await response.text(), to: response.headers.get('location') };
    },
  };
}

describe('the pages of reports', () => {
  it('show a commune what it owes and until when, and nothing of others', async () => {
    const home = (await as(world.conSonClerk).get('/bao-cao')).text;
    expect(home).toContain(`/bao-cao/phieu/${at.conSon}`);
    expect(home).toContain('18/12/2026');
    expect(home).not.toContain(`/bao-cao/phieu/${at.hoaBinh}`);
    expect((await as(world.conSonClerk).get(`/bao-cao/phieu/${at.hoaBinh}`)).status).toBe(404);
    expect((await as(world.conSonHead).get(`/bao-cao/ky/${at.periodId}`)).status).toBe(403);
    expect((await as(world.finance).get(`/bao-cao/ky/${at.periodId}`)).status).toBe(404);
  });

  it('give back what was typed, with the fault at its field', async () => {
    const sent = { 'ct-ho-so-tiep-nhan': '=1+1', 'ct-kho-khan': '<b>“mạng” yếu</b>', viec: 'luu' };
    const { status, text } = await as(world.conSonClerk).post(`/bao-cao/phieu/${at.conSon}`, sent);
    expect(status).toBe(422);
    expect(text).toContain('hãy ghi số, không ghi công thức');
    expect(text).toContain('value="=1+1"');
    expect(text).toContain('&lt;b>“mạng” yếu&lt;/b>');
  });

  it('count a double click once, and tell a page that was overtaken', async () => {
    const clerk = as(world.conSonClerk);
    const { version } = (await world.sheet(world.conSonClerk, at.conSon))!;
    const sent = { khoa: crypto.randomUUID(), 'phien-ban': String(version), 'ct-ho-so-tiep-nhan': '5', viec: 'luu' };
    for (let click = 0; click < 2; click++)
      expect(await clerk.post(`/bao-cao/phieu/${at.conSon}`, sent)).toMatchObject({ status: 303 });
    expect((await world.sheet(world.conSonClerk, at.conSon))!.version).toBe(version + 1);
    const late = { ...sent, khoa: crypto.randomUUID(), 'ct-ho-so-tiep-nhan': '7' };
    const overtaken = await clerk.post(`/bao-cao/phieu/${at.conSon}`, late);
    expect(overtaken.status).toBe(409);
    expect(overtaken.text).toContain('value="7"');
  });

  it('say at each field what a new form lacks', async () => {
    const { status, text } = await as(world.office).post('/bao-cao/bieu-mau', { ten: 'x', 'so-ngay': 'mai' });
    expect(status).toBe(422);
    for (const said of ['ít nhất 5 ký tự', 'Hãy chọn kỳ', 'ít nhất một nhóm', 'từ 0 đến 60'])
      expect(text).toContain(said);
  });

  it('answer a sheet template and the roll-up as Word and PDF', async () => {
    const magic = async (path: string) => new TextDecoder().decode((await as(world.office).bytes(path)).subarray(0, 4));
    expect(await magic(`/bao-cao/phieu/${at.conSon}/mau.xlsx`)).toMatch(/^PK/);
    expect(await magic(`/bao-cao/ky/${at.periodId}/tong-hop.docx`)).toMatch(/^PK/);
    expect(await magic(`/bao-cao/ky/${at.periodId}/tong-hop.pdf`)).toBe('%PDF');
    expect(await magic('/bao-cao/nhiem-vu/tai-ve.pdf?theo=thang')).toBe('%PDF');
    expect(await magic('/bao-cao/nhiem-vu/tai-ve.xlsx')).toMatch(/^PK/);
  });

  it('stand a broken address', async () => {
    const office = as(world.office);
    expect((await office.get('/bao-cao/nhiem-vu?theo=x&tu=31/2/2026&den=x&co-quan=-1&trang=0')).status).toBe(200);
    expect((await office.get('/bao-cao/nhiem-vu/danh-sach?o=x&trang=99999')).status).toBe(200);
    for (const path of ['/bao-cao/ky/x', '/bao-cao/phieu/999999', '/bao-cao/bieu-mau/0', '/bao-cao/xuat/1'])
      expect((await office.get(path)).status).toBe(404);
  });

  it('refuse a closed period with a sentence, and nothing typed is lost', async () => {
    await world.as(world.office, (tx, by) => closePeriod(tx, by, { periodId: at.periodId, seen: null }));
    const { status, text } = await as(world.conSonClerk).post(`/bao-cao/phieu/${at.conSon}`, {
      'ct-ho-so-tiep-nhan': '987',
      viec: 'luu',
    });
    expect(status).toBe(409);
    expect(text).toContain('Kỳ báo cáo này đã khóa sổ');
    expect(text).toContain('Hồ sơ tiếp nhận: 987');
  });
});

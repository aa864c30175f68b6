import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Day } from '../../kernel/day.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import type { AppEnv } from '../../platform/http/context.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { mountRoutes } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { loadFacts } from '../loadFacts.ts';
import { findUnit } from '../registerReads.ts';
import { unitRoutes } from './routes.tsx';

const NOW = '2026-11-23' as Day;
let made: TestDatabase;
let db: Database;
let app: Hono<AppEnv>;

beforeAll(async () => {
  made = await testDatabase();
  db = openDatabase(made.url);
  await loadFacts(db.system, '40');
  await loadFacts(db.system, '33');
  const services = { db, config: { provinceCode: '40' }, clock: () => Date.parse(`${NOW}T03:00:00Z`) };
  app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', services as unknown as Services);
    c.set('principal', null);
    c.set('frame', () => ({ provinceName: 'Tỉnh Nghệ An', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, unitRoutes);
  app.onError((error, c) => failurePage(error, c));
});
afterAll(async () => {
  await db.close();
  await made.drop();
});

/** The page as a reader has it: status, and its main text without the marks. */
async function read(path: string): Promise<{ status: number; text: string; html: string }> {
  const response = await app.request(path);
  const html = await response.text();
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const text = main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
  return { status: response.status, text, html };
}
const search = (words: string, rest = '') => read(`/don-vi?tu-khoa=${encodeURIComponent(words)}${rest}`);

describe('the list of units', () => {
  it('shows the communes of the own province today, fifty a page, with how many of each type', async () => {
    const { status, text } = await read('/don-vi');
    expect(status).toBe(200);
    expect(text).toContain('Theo ngày 23/11/2026');
    expect(text).toContain('Tất cả 130');
    expect(text).toContain('Xã 119');
    expect(text).toContain('Phường 11');
    expect(text).toContain('1–50 trong 130');
    const last = await read('/don-vi?trang=3');
    expect(last.text).toContain('101–130 trong 130');
    expect(last.html).not.toContain('rel="next"');
  });

  it('narrows by type and by mountain', async () => {
    expect((await read('/don-vi?loai=phuong')).text).toContain('Phường Thành Vinh');
    expect((await read('/don-vi?loai=phuong')).text).not.toContain('Xã Đông Lộc');
    const { text } = await read('/don-vi?mien-nui=co');
    expect(text).toContain('Tất cả 75');
    expect(text).not.toContain('Xã Đông Lộc');
  });

  it('finds a former name without marks and says what it is now', async () => {
    const { text, html } = await search('nghi thach');
    const dongLoc = await findUnit(db.system, '17878', NOW);
    expect(text).toContain('Xã Nghi Thạch huyện Nghi Lộc đến 30/6/2025, nay là xã Đông Lộc');
    expect(html).toContain(`href="/don-vi/${dongLoc!.id}"`);
  });

  it('puts present units first, of these the one that is called just that', async () => {
    const { text } = await search('hung nguyen');
    const order = ['Xã Hưng Nguyên tỉnh', 'Xã Hưng Nguyên Nam tỉnh', 'Thị trấn Hưng Nguyên huyện'].map((t) =>
      text.indexOf(t),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('shows the list as of a day, with districts above', async () => {
    const { text } = await read('/don-vi?ngay=2025-06-30');
    expect(text).toContain('Theo ngày 30/6/2025');
    expect(text).toContain('1–50 trong 412');
    expect(text).toContain('huyện');
  });

  it('says that a day is none, and shows today', async () => {
    const { status, text } = await read('/don-vi?ngay=31/2/2026');
    expect(status).toBe(200);
    expect(text).toContain('“31/2/2026” không phải một ngày có thật');
    expect(text).toContain('1–50 trong 130');
  });

  it.each([["' or 1=1 --"], ['<script>alert(1)</script>'], ['%%%'], ['\u0000x\u0301'], ['a'.repeat(5000)]])(
    'answers calmly to %j',
    async (words) => {
      const { status, html } = await search(words);
      expect(status).toBe(200);
      expect(html).not.toContain('<script>alert');
    },
  );

  it('says what to do where nothing is found', async () => {
    expect((await search('khong co xa nay')).text).toContain('Không có đơn vị nào như vậy');
    expect((await read('/don-vi?trang=99')).text).toContain('Trang này không có đơn vị nào');
  });
});

describe('one unit', () => {
  const pathOf = async (code: string, day = NOW) => `/don-vi/${(await findUnit(db.system, code, day))!.id}`;

  it('tells area, people, basis, and from what it was made', async () => {
    const { text } = await read(await pathOf('17878'));
    expect(text).toContain('Xã Đông Lộc');
    expect(text).toContain('29,32 km²');
    expect(text).toContain('31.219 người');
    for (const old of ['Xã Khánh Hợp', 'Xã Nghi Thạch', 'Xã Thịnh Trường']) expect(text).toContain(old);
    expect(text).toContain('Nghị quyết 1678/NQ-UBTVQH15, khoản 51');
  });

  it('of a split unit tells each part', async () => {
    const { text } = await read(await pathOf('11989', '2025-06-30' as Day));
    expect(text).toContain('Đã kết thúc: đến 30/6/2025');
    expect(text).toContain('Xã Lạc Đạo tách ra để nhập một phần một phần');
    expect(text).toContain('Xã Đại Đồng tách ra để nhập một phần một phần');
  });

  it('as of an earlier day tells what stood there', async () => {
    const { text } = await read(`${await pathOf('17878')}?ngay=2025-06-30`);
    expect(text).toContain('Ngày 30/6/2025 chưa có xã Đông Lộc');
    expect(text).toContain('Khi đó nơi này là: xã Khánh Hợp xã Nghi Thạch xã Thịnh Trường');
  });

  it('of a district lists what was under it and where that is now', async () => {
    const { text } = await read(await pathOf('422', '2025-06-30' as Day));
    expect(text).toContain('Huyện Con Cuông');
    expect(text).toMatch(
      /của huyện Con Cuông nay nằm trong:.* xã Bình Chuẩn .* xã Con Cuông .*trực thuộc trước đây.*Xã Bình Chuẩn/,
    );
  });

  it.each(['/don-vi/999999', '/don-vi/0', '/don-vi/abc', '/don-vi/1%20or%201=1'])(
    'is not found at %s',
    async (path) => {
      const { status, text } = await read(path);
      expect(status).toBe(404);
      expect(text).toContain('Không tìm thấy đơn vị này');
    },
  );
});

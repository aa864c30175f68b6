import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { deskOf, officeOf } from './offices.ts';
import { type Place, scannedPdf } from './scannedNotice.ts';

const HEAD = [
  'TỈNH ỦY NGHỆ AN',
  'Số 7301-TB/TU',
  'Nghệ An, ngày 14 tháng 8 năm 2026',
  'THÔNG BÁO',
  'kết luận của Thường trực Tỉnh ủy về việc chuẩn bị phòng tiếp dân ở các xã',
  'Thường trực Tỉnh ủy giao nhiệm vụ như sau:',
];
const TASKS = [
  '1. Giao Sở Y tế chủ trì rà soát trang thiết bị của các trạm y tế, hoàn thành trước ngày 30/9/2026.',
  '2. Giao Tổ giúp việc phòng tiếp dân chủ trì hướng dẫn bố trí bàn ghế và biển chỉ dẫn.',
];
const OVERLEAF = [
  '3. Giao Sở Nội vụ chủ trì tổng hợp số người trực của các xã, báo cáo trước ngày 15/10/2026.',
  'Nơi nhận:',
  '- Sở Y tế,',
  '- Sở Nội vụ,',
  '- Lưu Văn phòng Tỉnh ủy.',
  'T/L BAN THƯỜNG VỤ',
  'CHÁNH VĂN PHÒNG',
];

// OCR takes seconds a page, and more where the machine is busy.
test.describe.configure({ timeout: 120_000 });

const items = (page: Page) => page.locator('[data-item]');

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/van-ban/moi');
  const mimeType = name.endsWith('.png') ? 'image/png' : 'application/pdf';
  await page.getByLabel(/^Tệp văn bản/).setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.waitForURL(/\/van-ban\/nhan-dang\/\d+$/);
}

/** Several pages of the same text under a number of their own: enough for a reading to be seen under way. */
const longScan = async (browser: Browser, number: number, pages: number): Promise<Buffer> =>
  (
    await scannedPdf(
      browser,
      Array.from({ length: pages }, (_, i) => [
        `Số ${number}-TB/TU, tờ ${i + 1}`,
        ...Array.from({ length: 12 }, () => TASKS[0]!.slice(3)),
      ]),
    )
  ).bytes;

test.describe
  .serial('a scanned notice, from the file to its issue', () => {
    let clerk: Page;
    let places: Place[];
    let bytes: Buffer;
    let id = 0;

    test.beforeAll(async ({ browser }) => {
      clerk = await officeOf(browser, 'vptu');
      ({ bytes, places } = await scannedPdf(browser, [[...HEAD, ...TASKS], OVERLEAF]));
    });
    test.afterAll(() => clerk?.context().close());

    test('it is recognised beside the request, its progress is shown, and the desk opens by itself', async () => {
      await send(clerk, 'thông báo quét.pdf', bytes);
      await expect(clerk.getByRole('progressbar', { name: /chờ|mở tệp|trang \d/ })).toBeVisible();
      const { violations } = await new AxeBuilder({ page: clerk }).analyze();
      expect(violations).toEqual([]);
      id = await deskOf(clerk);
      await expect(items(clerk)).toHaveCount(3);
      await expect(clerk.locator('.desk-head')).toContainText('Số 7301-TB/TU · 14/8/2026');
      await clerk.getByText(/^Máy đọc lưu ý/).click();
      await expect(clerk.locator('main')).toContainText('nhận dạng chữ từ ảnh quét');
    });

    test('the same file again leads to the same document', async () => {
      await clerk.goto('/van-ban/moi');
      await clerk
        .getByLabel(/^Tệp văn bản/)
        .setInputFiles({ name: 'lại.pdf', mimeType: 'application/pdf', buffer: bytes });
      await clerk.getByRole('button', { name: 'Đọc văn bản' }).click();
      await clerk.waitForURL(`**/van-ban/${id}`);
      await expect(clerk.locator('main')).toContainText('đã được nhận trước đây');
    });

    test('each task is marked on the picture of its page, where it stands', async () => {
      await clerk.goto(`/van-ban/${id}/doc`);
      await expect(clerk.locator('[data-start]').first(), 'the text comes first').toBeVisible();
      await clerk.getByRole('link', { name: 'Ảnh trang' }).click();
      const image = clerk.getByRole('img', { name: /^Trang 1 trên 2/ });
      await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1000);
      for (const task of [0, 1]) {
        const mark = clerk.getByRole('link', { name: `Nhiệm vụ ${task + 1}`, exact: true });
        const place = await placeOn(image, mark);
        expect(overlap(place, places[HEAD.length + task]!), `task ${task + 1}`).toBeGreaterThan(0.75);
      }
      await clerk.getByRole('link', { name: 'Nhiệm vụ 2', exact: true }).locator('.desk-box').last().click();
      await expect(items(clerk).nth(1)).toHaveClass(/is-current/);
      const { violations } = await new AxeBuilder({ page: clerk }).analyze();
      expect(violations).toEqual([]);
    });

    test('it fits a telephone', async () => {
      await clerk.setViewportSize({ width: 360, height: 740 });
      await clerk.goto(`/van-ban/${id}/doc?xem=anh`);
      await expect(clerk.getByRole('link', { name: 'Nhiệm vụ 1', exact: true })).toBeVisible();
      expect(await clerk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await clerk.setViewportSize({ width: 1366, height: 768 });
    });

    test('nobody else sees the pages before it is issued', async ({ browser }) => {
      for (const username of ['sotaichinh', 'vpubnd']) {
        const other = await officeOf(browser, username);
        expect((await other.request.get(`/van-ban/${id}/trang/1.png`)).status(), username).toBe(404);
        await other.context().close();
      }
      expect((await clerk.request.get(`/van-ban/${id}/trang/3.png`)).status(), 'there is no third page').toBe(404);
    });

    test('a wrong reading is corrected beside the picture, and the document is issued', async () => {
      await clerk.goto(`/van-ban/${id}/doc`);
      await expect(clerk.getByRole('img', { name: /^Trang 1/ }), 'the view stays as chosen').toBeVisible();
      const wrong = items(clerk).nth(1);
      await wrong.locator('.desk-what').last().click();
      await wrong.getByRole('link', { name: /^Chọn cơ quan/ }).click();
      await clerk.getByLabel('Là cơ quan').fill('Văn phòng Tỉnh ủy');
      await clerk.getByLabel('Nội dung nhiệm vụ').fill('hướng dẫn các xã bố trí phòng tiếp dân');
      await clerk.getByRole('button', { name: 'Lưu và nhận' }).click();
      await expect(wrong).toHaveAttribute('data-state', 'accepted');
      await expect(wrong).toContainText('hướng dẫn các xã bố trí phòng tiếp dân');
      for (let left = await clerk.locator('[data-state=found]').count(); left > 0; left--) {
        const next = clerk.locator('[data-state=found]').first();
        await next.locator('.desk-what').last().click();
        await next.getByRole('button', { name: /nhận/ }).click();
        await expect(clerk.locator('[data-state=found]')).toHaveCount(left - 1);
      }
      await clerk.getByRole('link', { name: 'Ban hành…' }).click();
      await clerk.getByLabel('Người ký', { exact: true }).fill('Chánh Văn phòng');
      await clerk.getByLabel(/^Trích yếu/).fill('kết luận về việc chuẩn bị phòng tiếp dân ở các xã');
      await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
      await expect(clerk.getByText('Đã ban hành 7301-TB/TU.')).toBeVisible();
    });

    test('who received it sees its pages now', async ({ browser }) => {
      const health = await officeOf(browser, 'sotaichinh');
      expect((await health.request.get(`/van-ban/${id}/trang/1.png`)).status(), 'not among the recipients').toBe(404);
      await health.context().close();
      const answer = await clerk.request.get(`/van-ban/${id}/trang/2.png`);
      expect(answer.headers()['content-type']).toBe('image/png');
      const again = await clerk.request.get(`/van-ban/${id}/trang/2.png`, {
        headers: { 'If-None-Match': answer.headers().etag! },
      });
      expect(again.status()).toBe(304);
    });
  });

test('a reading is stopped by the clerk, who types the text instead', async ({ browser }) => {
  const clerk = await officeOf(browser, 'vptu');
  await send(clerk, 'nhiều trang.pdf', await longScan(browser, 7302, 6));
  await expect(clerk.getByRole('progressbar', { name: /trang \d+ trên 6/ })).toBeVisible({ timeout: 30_000 });
  await clerk.getByRole('button', { name: 'Dừng nhận dạng' }).click();
  await expect(clerk.getByRole('heading', { name: 'Đã dừng nhận dạng' })).toBeVisible();
  await clerk.getByLabel('Nội dung văn bản').fill('ngắn');
  await clerk.getByRole('button', { name: 'Đọc nội dung này' }).click();
  await expect(clerk.locator('.govuk-error-summary')).toBeVisible();
  await clerk.getByLabel('Nội dung văn bản').fill([...HEAD, ...TASKS].join('\n').replace('7301', '7302'));
  await clerk.getByRole('button', { name: 'Đọc nội dung này' }).click();
  const id = await deskOf(clerk);
  await expect(items(clerk)).toHaveCount(2);
  await clerk.goto(`/van-ban/${id}`);
  await expect(clerk.getByRole('link', { name: 'nhiều trang.pdf' }), 'the file stays the original').toBeVisible();
  await clerk.context().close();
});

test('a picture without text says why it was not taken, and is kept', async ({ browser }) => {
  const clerk = await officeOf(browser, 'vptu');
  const picture = new PNG({ width: 600, height: 850 });
  for (let i = 0; i < picture.data.length; i += 4) {
    const [x, y] = [(i / 4) % 600, Math.floor(i / 4 / 600)];
    const inDisc = (x - 300) ** 2 + (y - 400) ** 2 < 220 ** 2;
    picture.data.fill(inDisc ? 60 : 255, i, i + 3);
    picture.data[i + 3] = 255;
  }
  await send(clerk, 'hình tròn.png', PNG.sync.write(picture));
  await expect(clerk.getByRole('heading', { name: 'Không nhận dạng được tệp này' })).toBeVisible({ timeout: 60_000 });
  await expect(clerk.locator('.ts-notice--warning')).toContainText(/Không đọc được chữ nào/);
  await clerk.goto('/van-ban');
  await expect(clerk.getByRole('link', { name: 'hình tròn.png' })).toBeVisible();
  await clerk.getByRole('link', { name: 'hình tròn.png' }).click();
  await clerk.getByRole('button', { name: 'Bỏ tệp này' }).click();
  await expect(clerk.getByRole('heading', { name: 'Đã dừng nhận dạng' })).toBeVisible();
  await clerk.context().close();
});

test('without scripts the page loads itself again until the desk opens', async ({ browser }) => {
  const clerk = await officeOf(browser, 'vptu', { javaScriptEnabled: false });
  await send(clerk, 'không kịch bản.pdf', await longScan(browser, 7303, 1));
  await expect(clerk.getByRole('link', { name: 'Tải lại ngay' })).toBeVisible();
  await clerk.waitForURL(/\/van-ban\/\d+\/doc$/, { timeout: 45_000 });
  await clerk.context().close();
});

async function placeOn(image: ReturnType<Page['locator']>, mark: ReturnType<Page['locator']>): Promise<Place> {
  const [page, box] = [(await image.boundingBox())!, (await mark.boundingBox())!];
  return {
    left: ((box.x - page.x) / page.width) * 100,
    top: ((box.y - page.y) / page.height) * 100,
    width: (box.width / page.width) * 100,
    height: (box.height / page.height) * 100,
  };
}

/** How much two places share, of what both cover together: 1 for the same. */
function overlap(a: Place, b: Place): number {
  const wide = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const high = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const shared = Math.max(0, wide) * Math.max(0, high);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

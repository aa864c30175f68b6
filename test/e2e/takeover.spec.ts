import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { addDays, dayOf, formatDay } from '../../src/kernel/day.ts';
import { readRows, XLSX_TYPE, xlsxStream } from '../../src/platform/spreadsheet/index.ts';
import { officeOf } from './offices.ts';

test.describe.configure({ timeout: 120_000 });

const HEADS = [
  'MaHoSo',
  'MaTTHC',
  'ChuHoSo',
  'DienThoai',
  'NgayTiepNhan',
  'NgayHenTra',
  'TrangThaiHoSoId',
  'Ghi chú riêng',
];
const today = dayOf(Date.now());
const [received, due] = [`${formatDay(addDays(today, -9))} 09:30`, `${formatDay(addDays(today, 12))} 17:00`];
/** Three hundred running dossiers; every thirtieth has a fault of its own kind, one has ended. */
const faults: Record<number, [column: string, wrong: string, mended: string]> = {
  10: ['NgayHenTra', '31/04/2026', due],
  40: ['NgayHenTra', '', due],
  70: ['MaTTHC', '9.999999', '1.001612'],
  100: ['ChuHoSo', '', 'Lô Thị Mẫu'],
  130: ['TrangThaiHoSoId', 'đang bay', '4'],
  160: ['NgayTiepNhan', formatDay(addDays(today, 3)), received],
  190: ['DienThoai', '12', '0912345678'],
  220: ['MaHoSo', '', ''],
};
const run = `${Date.now()}`.slice(-6);
function rows(): string[][] {
  return Array.from({ length: 300 }, (_, i) => {
    const code = `H41.012-260608-${run}${String(i).padStart(3, '0')}`.replace(/-(\d{6})(\d{3})$/, '-$2$1');
    const cells = [code, '1.001612', `Vi Văn Mẫu ${i}`, '', received, due, i === 250 ? '10' : '4', 'giữ nguyên'];
    const fault = faults[i];
    if (fault) cells[HEADS.indexOf(fault[0])] = fault[1];
    return cells;
  });
}
const sheet = async (heads: readonly string[], cells: readonly (readonly string[])[]) =>
  Buffer.from(
    await new Response(
      xlsxStream(
        heads.map((header) => ({ header })),
        cells,
      ),
    ).arrayBuffer(),
  );

async function rehearse(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/ho-so/nhap');
  await page.getByLabel('Tệp xuất từ hệ thống cũ').setInputFiles({ name, mimeType: XLSX_TYPE, buffer: bytes });
  await page.getByLabel(/^Tên ngắn của hệ thống cũ/).fill('igate-thu');
  await page.getByRole('button', { name: 'Tải lên và chạy thử' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kết quả chạy thử', { timeout: 60_000 });
}
async function inEarnest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Nhập thật/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kết quả nhập hồ sơ', { timeout: 60_000 });
}
const checks = (page: Page) => page.locator('table', { hasText: 'Đếm được' });

test('an office brings over three hundred dossiers: rehearses, reads what is wrong, mends those rows alone, and the sums agree', async ({
  browser,
}) => {
  const page = await officeOf(browser, 'chutich.concuong');
  await page.goto('/ho-so');
  await page.getByRole('link', { name: 'Chuyển từ hệ thống khác' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chuyển hồ sơ từ hệ thống khác');

  await rehearse(page, 'xuat-igate.xlsx', await sheet(HEADS, rows()));
  await expect(page.locator('.ts-key-fact')).toContainText('291 hồ sơ trong 300 dòng');
  await expect(page.locator('main')).toContainText('Chưa hồ sơ nào được ghi');
  await expect(page.locator('main')).toContainText('9 dòng không nhận');
  await inEarnest(page);
  await expect(page.locator('.ts-key-fact')).toContainText('291 hồ sơ trong 300 dòng');
  await expect(checks(page).getByText('khớp', { exact: true })).toHaveCount(3);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải dòng cần sửa (Excel)' }).click(),
  ]);
  const [head, ...bad] = await readRows(await readFile((await download.path())!), { rows: 400, columns: 20 });
  expect(head!.cells).toEqual([...HEADS, 'Lý do không nhận', 'Cột cần sửa']);
  expect(bad).toHaveLength(8);
  const mended = bad.map(({ cells }, i) => {
    const [column, , right] = Object.values(faults)[i]!;
    expect(cells[8], cells.join()).toBeTruthy();
    expect(cells[7]).toBe('giữ nguyên');
    const next = [...cells];
    next[HEADS.indexOf(column)] = column === 'MaHoSo' ? `H41.012-260608-9${run}` : right;
    return next;
  });
  await rehearse(page, 'da-sua.xlsx', await sheet(head!.cells, mended));
  await expect(page.locator('.ts-key-fact')).toContainText('8 hồ sơ trong 8 dòng');
  await inEarnest(page);
  await expect(checks(page).getByText('khớp', { exact: true })).toHaveCount(3);

  // The whole file once more: everything is here, only what had no code and what has ended is not.
  await rehearse(page, 'xuat-igate.xlsx', await sheet(HEADS, rows()));
  await expect(page.locator('.ts-key-fact')).toContainText('0 hồ sơ trong 300 dòng');
  await expect(page.locator('main')).toContainText('291 dòng đã có từ trước');

  // The old code finds it, and its promise is the old one.
  await page.goto(`/ho-so/tim?q=${encodeURIComponent(rows()[0]![0]!)}`);
  await expect(page.locator('.ts-key-fact')).toContainText(formatDay(addDays(today, 12)));
  await expect(page.locator('main')).toContainText('Nhập từ tệp của hệ thống igate-thu');
  await expect(page.locator('main')).toContainText('theo hệ thống igate-thu, ghi ở đây');
  await page.context().close();
});

test('the report reads well on a telephone, and a wrong file is told at its field', async ({ browser }) => {
  const page = await officeOf(browser, 'chutich.concuong', { viewport: { width: 360, height: 740 } });
  await page.goto('/ho-so/nhap');
  await page.getByRole('button', { name: 'Tải lên và chạy thử' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('Hãy chọn tệp xuất từ hệ thống cũ');
  await rehearse(page, 'mot-phan.xlsx', await sheet(HEADS, rows().slice(5, 75)));
  for (const path of [page.url(), '/ho-so/nhap']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.context().close();
});

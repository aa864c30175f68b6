import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIResponse, expect, type Page, test } from '@playwright/test';
import { XLSX_TYPE, xlsxStream } from '../../src/platform/spreadsheet/index.ts';
import { officeOf, signIn, takeIn } from './offices.ts';

/** Which account of the demonstration sits in which column of the table of routes and roles. */
const COLUMNS: readonly [username: string, column: string][] = [
  ['vptu', 'office clerk'],
  ['sotaichinh.lanhdao', 'department head'],
  ['vpubnd', 'government office clerk'],
  ['sotaichinh', 'department officer'],
  ['danguy.concuong', 'commune clerk'],
  ['ubnd.concuong', 'commune government clerk'],
  ['chutich.concuong', 'commune committee head'],
  ['motcua.concuong', 'service centre clerk'],
  ['quantri', 'province administrator'],
];

const [head, ...lines] = readFileSync(join(import.meta.dirname, '../routes.table.txt'), 'utf8')
  .trim()
  .split('\n');
const columns = head!.slice(2).split(', ');
/** Pages that need no id in their address. */
const pages = lines
  .map((line) => line.split(/ +/))
  .filter(([method, path]) => method === 'GET' && !path!.includes(':') && !path!.startsWith('/api/'))
  .map(([, path, , ...marks]) => ({ path: path!, marks }));

const opens = (path: string, column: string): boolean =>
  pages.find((page) => page.path === path)!.marks[columns.indexOf(column)] === 'x';

/** A sentence that says what is wrong, and a way back. */
async function expectRefusal(answer: APIResponse, status: number, title: string): Promise<void> {
  const html = await answer.text();
  expect(answer.status(), answer.url()).toBe(status);
  expect(html).toContain(`>${title}</h1>`);
  expect(html).toMatch(/<p class="govuk-body-l">[^<]{15,}\.<\/p>/);
  expect(html).toContain('Về trang chính');
  expect(html).not.toMatch(/\bat .+\.(ts|js):\d+/);
}

for (const [username, column] of COLUMNS) {
  test(`${username} opens the pages of this role and no others: ${column}`, async ({ browser }) => {
    const page = await officeOf(browser, username);
    for (const { path } of pages) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      if (!opens(path, column)) await expectRefusal(answer, 403, 'Không có quyền');
      else expect([200, 303], `${username} ${path}`).toContain(answer.status());
    }
    await page.context().close();
  });
}

test('who is not signed in is led to the sign-in, and from there to the page wanted', async ({ page }) => {
  for (const { path } of pages.filter((one) => !opens(one.path, 'public'))) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(303);
    expect(answer.headers().location).toBe(`/dang-nhap?tiep=${encodeURIComponent(path)}`);
  }
  await page.goto('/nhiem-vu?pham-vi=toi');
  await page.getByLabel('Tên đăng nhập').fill('sotaichinh');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await page.getByLabel('Mật khẩu', { exact: true }).fill('thongsuot-thu');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL('**/nhiem-vu?pham-vi=toi');
});

test("another organ's task and another office's document are not there at all", async ({ browser }) => {
  const [office, finance, government] = await Promise.all([
    officeOf(browser, 'vptu'),
    officeOf(browser, 'sotaichinh'),
    officeOf(browser, 'vpubnd'),
  ]);
  const tasksOf = async (page: Page): Promise<number[]> => {
    const { tasks } = await (await page.request.get('/api/nhiem-vu?pham-vi=tat-ca&q=giống cây trồng')).json();
    return (tasks as { id: number }[]).map((task) => task.id);
  };
  const seen = await tasksOf(finance);
  const foreign = (await tasksOf(office)).find((id) => !seen.includes(id))!;
  expect(foreign).toBeGreaterThan(0);
  await expectRefusal(await finance.request.get(`/nhiem-vu/${foreign}`), 404, 'Không tìm thấy');
  const write = (page: Page, path: string, form: Record<string, string>) =>
    page.request.post(path, { form, headers: { origin: new URL(page.url()).origin } });
  const progress = { 'ghi-chu': 'Việc của cơ quan khác', 'tien-do': '100', viec: 'xong' };
  await expectRefusal(await write(finance, `/nhiem-vu/${foreign}/tien-do`, progress), 404, 'Không tìm thấy');
  await expectRefusal(await finance.request.get('/nhiem-vu/999999999'), 404, 'Không tìm thấy');

  const reading = await takeIn(office, 'TỈNH ỦY NGHỆ AN\n\nTHÔNG BÁO\nvề việc riêng\n\n1. Giao Sở Y tế báo cáo.');
  await expectRefusal(await government.request.get(`/van-ban/${reading}`), 404, 'Không tìm thấy');
  await expectRefusal(await government.request.get(`/van-ban/${reading}/doc`), 404, 'Không tìm thấy');
  await expectRefusal(await finance.request.get(`/van-ban/${reading}/doc`), 403, 'Không có quyền');
  expect((await finance.request.get(`/api/van-ban/${reading}`)).status()).toBe(404);
  await Promise.all([office, finance, government].map((page) => page.context().close()));
});

test('signing out ends the session for good', async ({ browser }) => {
  const page = await officeOf(browser, 'sotaichinh');
  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('link', { name: 'Cán bộ đăng nhập' })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto('/nhiem-vu');
  expect(new URL(page.url()).pathname, 'the old cookie opens nothing').toBe('/dang-nhap');
  await page.context().close();
});

test('an administrator makes an account and gives it a second position; its holder changes between the two', async ({
  browser,
}) => {
  const admin = await officeOf(browser, 'quantri');
  await admin.goto('/to-chuc/tai-khoan/moi');
  await admin.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(admin.locator('.govuk-error-summary a'), 'every gap is named').toHaveCount(5);
  await admin.getByLabel('Họ tên').fill('Chuyên viên kiêm nhiệm');
  await admin.getByLabel('Tên đăng nhập').fill('kiemnhiem.thu');
  await admin.getByLabel('Cơ quan').selectOption({ label: 'Sở Tài chính' });
  await admin.getByLabel('Chức danh').fill('Chuyên viên ngân sách');
  await admin.getByLabel('Vai trò').selectOption('officer');
  await admin.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const password = await admin.getByLabel('Mật khẩu ban đầu').inputValue();
  expect(password.length).toBeGreaterThanOrEqual(10);

  await admin.goto('/to-chuc/bo-nhiem/moi');
  await admin.getByLabel('Người được bổ nhiệm').selectOption({ label: 'Chuyên viên kiêm nhiệm (kiemnhiem.thu)' });
  await admin.getByLabel('Cơ quan').selectOption({ label: 'Sở Nội vụ' });
  await admin.getByLabel('Chức danh').fill('Tổ trưởng tổ công tác');
  await admin.getByLabel('Vai trò').selectOption('officer');
  await admin.getByRole('radio', { name: /^Kiêm nhiệm/i }).check();
  await admin.getByRole('button', { name: 'Bổ nhiệm', exact: true }).click();
  await expect(admin.locator('main')).toContainText('Tổ trưởng tổ công tác');
  await admin.context().close();

  const page = await (await browser.newContext()).newPage();
  await signIn(page, 'kiemnhiem.thu', password);
  await page.waitForURL('**/tai-khoan/mat-khau**');
  await page.getByLabel('Mật khẩu hiện tại').fill(password);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một mật khẩu riêng 47');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('một mật khẩu riêng 47');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.locator('.ts-who'), 'the main position is where one starts').toContainText('Sở Tài chính');
  await page.getByRole('link', { name: 'Đổi chức vụ' }).click();
  await page.getByLabel('Tổ trưởng tổ công tác, Sở Nội vụ').check();
  await page.getByRole('button', { name: 'Làm việc với chức vụ này' }).click();
  await expect(page.locator('.ts-who')).toContainText('Sở Nội vụ');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(page, 'kiemnhiem.thu', 'một mật khẩu riêng 47');
  expect(new URL(page.url()).pathname, 'with two positions one is asked').toBe('/chuc-vu');
  await page.context().close();
});

test('accounts come in from a spreadsheet whole or not at all: the faulty row is named', async ({ browser }) => {
  const admin = await officeOf(browser, 'quantri');
  const good = ['Văn thư Sở', 'vanthu.soytethu', 'Sở Y tế', 'Văn thư', 'Chuyên viên', ''];
  const upload = async (rows: string[][]) => {
    await admin.goto('/to-chuc/tai-khoan/nhap');
    const buffer = await sheet(rows);
    await admin.getByLabel(/^Tệp Excel/).setInputFiles({ name: 'tai-khoan.xlsx', mimeType: XLSX_TYPE, buffer });
    await admin.getByRole('button', { name: 'Kiểm tra và tạo tài khoản' }).click();
  };
  await upload([good, ['', 'vanthu.sonoivuthu', 'Sở Không Có', 'Văn thư', 'Chuyên viên', '']]);
  const faults = admin.getByRole('table', { name: 'Các lỗi trong tệp' });
  await expect(faults.getByRole('row', { name: /^3 Họ tên Chưa có họ tên/ })).toBeVisible();
  await expect(faults.getByRole('row', { name: /^3 Cơ quan Không có cơ quan/ })).toBeVisible();
  await expect(faults.getByRole('row')).toHaveCount(3);
  await admin.goto('/to-chuc/tai-khoan?tim=soytethu');
  await expect(admin.locator('main'), 'nothing was made').not.toContainText('vanthu.soytethu');

  await upload([good]);
  await expect(admin.getByRole('heading', { name: 'Đã tạo 1 tài khoản' })).toBeVisible();
  const password = await admin.locator('td code').textContent();
  const fresh = await officeOf(browser, 'vanthu.soytethu', {}, password!);
  expect(new URL(fresh.url()).pathname).toBe('/tai-khoan/mat-khau');
  await fresh.context().close();
  await admin.context().close();
});

async function sheet(rows: string[][]): Promise<Buffer> {
  const heads = ['Họ tên', 'Tên đăng nhập', 'Cơ quan', 'Chức danh', 'Vai trò', 'Thư điện tử'];
  const stream = xlsxStream(
    heads.map((header) => ({ header })),
    rows,
    'Tài khoản',
  );
  return Buffer.from(await new Response(stream).arrayBuffer());
}

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { officeOf } from './offices.ts';

const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target).join(', ')}`,
  );

const MILLIMETRE = 72 / 25.4;

/** The slip as the printer gets it: one page, as wide as the paper of 80 mm, however long its words are. */
async function printsOnOnePage(page: Page): Promise<void> {
  for (const words of [undefined, 'Trung tâm Phục vụ hành chính công phường có tên dài như thế này, cơ sở hai']) {
    if (words)
      await page
        .locator('.ts-slip > p')
        .first()
        .evaluate((p, text) => (p.textContent = text), words);
    const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    expect(paper.getPageCount()).toBe(1);
    expect(Math.abs(paper.getPage(0).getWidth() - 80 * MILLIMETRE)).toBeLessThan(1);
  }
}

test('a visitor takes a number at the door, without scripts too; a counter calls it and the screen shows it by itself', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const counter = await officeOf(browser, 'motcua.monson');
  await counter.goto('/ho-so/so-cho');
  const make = counter.getByRole('button', { name: 'Tạo liên kết' });
  if (await make.count()) await make.click();
  await counter.getByText('Máy lấy số và màn hình gọi số').click();
  const machineAt = new URL(await counter.getByLabel('Mở trên máy lấy số').inputValue()).pathname;
  const screenAt = new URL(await counter.getByLabel('Mở trên màn hình').inputValue()).pathname;

  const screen = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await screen.goto(screenAt);
  const numbers: string[] = [];
  for (const javaScriptEnabled of [false, true]) {
    const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await visitor.goto(machineAt);
    if (javaScriptEnabled) expect(await axe(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await visitor.waitForURL(/\/phieu\/\d+$/);
    numbers.push(/\d{3}/.exec((await visitor.getByRole('heading', { level: 1 }).textContent())!)![0]);
    if (javaScriptEnabled) expect(await axe(visitor)).toEqual([]);
    await printsOnOnePage(visitor);
    await visitor.getByRole('link', { name: 'Người tiếp theo lấy số' }).click();
    await expect(visitor.getByRole('button', { name: 'Nhận kết quả' })).toBeVisible();
    await visitor.context().close();
  }
  expect(Number(numbers[1])).toBe(Number(numbers[0]) + 1);

  await counter.goto('/ho-so/so-cho');
  await counter.getByLabel('Quầy số').fill('');
  await counter.getByRole('button', { name: /ọi số tiếp$/ }).click();
  await expect(counter.locator('.govuk-error-summary')).toContainText('Hãy ghi số quầy của bạn');
  await counter.getByLabel('Quầy số').fill('2');
  await counter.getByRole('button', { name: /ọi số tiếp$/ }).click();
  await expect(counter.getByText(`Đã gọi số ${numbers[0]}.`)).toBeVisible();
  expect(await axe(counter)).toEqual([]);
  await expect(screen.locator('.ts-kiosk-calls')).toContainText(`${numbers[0]} Quầy 2`);
  expect(await axe(screen)).toEqual([]);

  await counter.getByRole('button', { name: 'Vắng mặt' }).click();
  await counter.getByRole('button', { name: 'Gọi số tiếp' }).click();
  await expect(screen.locator('.ts-kiosk-calls')).toContainText(`${numbers[1]} Quầy 2`);
  await expect(screen.locator('.ts-kiosk-calls')).not.toContainText(numbers[0]!);
  await counter.getByRole('button', { name: `Gọi lại ${numbers[0]} (vắng)` }).click();
  await expect(counter.getByText(`Đã gọi số ${numbers[0]}.`)).toBeVisible();
  await counter.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).click();
  await expect(counter.getByLabel('Thủ tục', { exact: true })).toBeFocused();
  await counter.goto('/ho-so/so-cho');
  await counter.getByRole('button', { name: 'Xong, nghỉ gọi' }).click();

  expect((await screen.request.get('/quay/khong-co-lien-ket')).status()).toBe(404);
  await screen.context().close();
  await counter.context().close();
});

test('the screen says so when the line is lost, shows no old number, and comes back by itself', async ({ browser }) => {
  const counter = await officeOf(browser, 'motcua.luongminh');
  await counter.goto('/ho-so/so-cho');
  const make = counter.getByRole('button', { name: 'Tạo liên kết' });
  if (await make.count()) await make.click();
  await counter.getByText('Máy lấy số và màn hình gọi số').click();
  const screen = await (await browser.newContext()).newPage();
  await screen.clock.install();
  await screen.goto(new URL(await counter.getByLabel('Mở trên màn hình').inputValue()).pathname);
  const lost = screen.getByText('Mất kết nối, số trên màn hình có thể đã cũ.');
  await expect(lost).toBeHidden();
  await screen.context().setOffline(true);
  await screen.clock.fastForward(35_000);
  await expect(lost).toBeVisible();
  await expect(screen.locator('[data-kiosk-live]')).toBeHidden();
  await screen.context().setOffline(false);
  await screen.clock.fastForward(5000);
  await expect(lost).toBeHidden();
  await expect(screen.locator('[data-kiosk-live]')).toBeVisible();
  await screen.context().close();
  await counter.context().close();
});

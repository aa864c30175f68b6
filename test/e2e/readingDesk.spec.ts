import { expect, type Page, test } from '@playwright/test';
import { threeCommunes } from '../../src/demonstration/texts/threeCommunes.ts';
import { officeOf, takeIn } from './offices.ts';

/** A notice of its own for each test: the same content again would lead to the first. */
const notice = (mark: string): string =>
  `${threeCommunes({
    number: 7100,
    day: 'ngày 16 tháng 7 năm 2025',
    date: () => 'Ngày 11/7/2025',
    inDays: () => '30/9/2025',
    communes: ['Con Cuông', 'Lượng Minh', 'Chiêu Lưu'],
  })}\nBản dùng cho ${mark}.`;

const states = (page: Page): Promise<string[]> =>
  page.locator('[data-item]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.state!));

test.describe('the reading desk with scripts', () => {
  let clerk: Page;
  test.beforeEach(async ({ browser }) => {
    clerk = await officeOf(browser, 'vptu');
  });
  test.afterEach(() => clerk.context().close());

  test('is worked by keys, which never act while something is typed', async () => {
    const id = await takeIn(clerk, notice('phím'));
    await clerk.keyboard.press('j');
    const second = clerk.locator('[data-item]').nth(1);
    await expect(second).toHaveClass(/is-current/);
    await expect(second).toBeFocused();
    await clerk.keyboard.press('Enter');
    await expect.poll(() => states(clerk)).toContainEqual('accepted');
    expect((await states(clerk))[1]).toBe('accepted');
    await clerk.keyboard.press('x');
    await expect.poll(async () => (await states(clerk))[2]).toBe('rejected');
    await clerk.keyboard.press('?');
    await expect(clerk.getByRole('dialog', { name: 'Phím tắt ở bàn đọc' })).toBeVisible();
    await clerk.keyboard.press('Escape');
    await clerk.keyboard.press('e');
    await clerk.waitForURL(/sua=/);
    const before = await states(clerk);
    const action = clerk.getByLabel('Nội dung nhiệm vụ');
    await action.fill('');
    await action.pressSequentially('xej?k');
    await expect(action).toHaveValue('xej?k');
    expect(await states(clerk)).toEqual(before);
    expect(clerk.url()).toContain(`/van-ban/${id}/doc?sua=`);
  });

  test('turns a marked passage into a task that stands there', async () => {
    await takeIn(clerk, notice('đánh dấu'));
    const marked = await clerk.evaluate(() => {
      const piece = [...document.querySelectorAll('.desk-paragraph [data-start]')].find(
        (one) => !one.closest('mark') && (one.textContent ?? '').trim().length > 60,
      )!;
      const range = document.createRange();
      range.setStart(piece.firstChild!, 2);
      range.setEnd(piece.firstChild!, 50);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
      return range.toString().trim();
    });
    await clerk.getByRole('button', { name: 'Thêm nhiệm vụ từ đoạn này' }).click();
    await expect(clerk.getByLabel(/^Đoạn trong văn bản/)).toHaveValue(marked);
    await clerk.getByLabel(/^Thêm cơ quan \(/).fill('Sở Y tế');
    await clerk.getByRole('button', { name: 'Thêm', exact: true }).click();
    const added = clerk.locator('[data-item]', { hasText: 'Sở Y tế' }).last();
    await expect(added).toHaveAttribute('data-state', 'accepted');
    const number = await added.getAttribute('data-item');
    const highlighted = clerk.locator(`mark[data-task="${number}"] [data-start]`);
    expect((await highlighted.allTextContents()).join('')).toBe(marked);
  });

  test('keeps a step while the line is down, and sends it when it is back', async () => {
    await takeIn(clerk, notice('mất mạng'));
    await clerk.context().setOffline(true);
    await clerk.keyboard.press('Enter');
    await expect(clerk.locator('[data-desk-state]')).toContainText('Mất kết nối: 1 việc');
    await clerk.context().setOffline(false);
    await expect(clerk.locator('[data-desk-state]')).toContainText('đều được lưu', { timeout: 15_000 });
    expect((await states(clerk))[0]).toBe('accepted');
    await clerk.reload();
    expect((await states(clerk))[0]).toBe('accepted');
  });

  test('gives back what was half typed in a closed tab; saved over another person it is asked, not lost', async ({
    browser,
  }) => {
    const id = await takeIn(clerk, notice('hai người'));
    const item = (await clerk.locator('[data-item]').first().getAttribute('data-item'))!;
    const address = `/van-ban/${id}/doc?sua=${item}`;
    await clerk.goto(address);
    await clerk.getByLabel('Nội dung nhiệm vụ').fill('chữ của văn thư');
    const context = clerk.context();
    await clerk.close();

    const leader = await officeOf(browser, 'tinhuy');
    await leader.goto(address);
    await leader.getByLabel('Nội dung nhiệm vụ').fill('chữ của lãnh đạo');
    await leader.getByRole('button', { name: 'Chỉ lưu' }).click();
    await leader.waitForURL((url) => !url.search.includes('sua'));

    clerk = await context.newPage();
    await clerk.goto(address);
    await clerk.getByRole('button', { name: 'Điền lại' }).click();
    await expect(clerk.getByLabel('Nội dung nhiệm vụ')).toHaveValue('chữ của văn thư');
    await clerk.getByRole('button', { name: 'Chỉ lưu' }).click();
    await expect(clerk.locator('.ts-notice--warning')).toContainText('chữ của lãnh đạo');
    await expect(clerk.getByLabel('Nội dung nhiệm vụ')).toHaveValue('chữ của văn thư');

    await clerk.goto(`/van-ban/${id}/doc`);
    const second = leader.locator('[data-item]').nth(1);
    await second.locator('p.desk-what').last().click();
    await second.getByRole('button', { name: /^Bỏ/ }).click();
    await expect(clerk.locator('.desk-news')).toContainText('vừa bỏ nhiệm vụ 2', { timeout: 15_000 });
    await expect.poll(async () => (await states(clerk))[1]).toBe('rejected');
    await leader.context().close();
  });
});

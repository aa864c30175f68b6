import { expect, type Locator, type Page, test } from '@playwright/test';
import { officeOf, takeIn } from './offices.ts';

/** A short notice of its own for each test: one task of two halves, one for an agency that nobody knows, two that belong together. */
const notice = (
  number: number,
  last = `Giao Tổ giúp việc chuyển đổi chủ trì theo dõi phần mềm đợt ${number}.`,
): string => `TỈNH ỦY NGHỆ AN
*
Số ${number}-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Nghệ An, ngày 14 tháng 8 năm 2026

THÔNG BÁO
kết luận của Thường trực Tỉnh ủy về việc chuẩn bị đợt ${number}
-----

Thường trực Tỉnh ủy giao nhiệm vụ như sau:

1. Giao Sở Y tế chủ trì rà soát trang thiết bị của các trạm y tế đợt ${number}; lập danh sách cán bộ cần đào tạo lại.
2. Giao Sở Nội vụ chủ trì hướng dẫn việc bố trí người trực đợt ${number}, hoàn thành trước ngày 30/9/2026.
3. Giao Sở Nội vụ chủ trì tổng hợp số người trực của các xã đợt ${number}.
4. ${last}

Nơi nhận:
- Sở Y tế,
- Sở Nội vụ,
- Lưu Văn phòng Tỉnh ủy.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
`;

const KNOWN = 'Giao Sở Khoa học và Công nghệ chủ trì theo dõi phần mềm.';

const items = (page: Page) => page.locator('[data-item]');

/** The task's own buttons show once it is the current one. */
async function choose(page: Page, words: string): Promise<Locator> {
  const item = items(page).filter({ hasText: words });
  await item.locator('.desk-what').last().click();
  return item;
}

test.describe('the steps of the reading desk', () => {
  let clerk: Page;
  test.beforeEach(async ({ browser }) => {
    clerk = await officeOf(browser, 'vptu');
  });
  test.afterEach(() => clerk.context().close());

  test('an agency that nobody knows is asked, not guessed: nothing is issued until the clerk says who it is', async () => {
    const id = await takeIn(clerk, notice(7201));
    await expect(items(clerk)).toHaveCount(4);
    const asked = items(clerk).nth(3);
    await expect(asked.locator('.desk-ask')).toHaveText('Tổ giúp việc chuyển đổi?');
    await expect(asked.getByRole('button', { name: /nhận/ })).toHaveCount(0);
    await clerk.goto(`/van-ban/${id}/ban-hanh`);
    await expect(clerk.locator('main')).toContainText('Còn cơ quan chưa rõ: phải chọn trước khi ban hành');
    await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await expect(clerk.locator('.govuk-error-summary')).toBeVisible();
    await clerk.goto(`/van-ban/${id}/doc`);
    await (await choose(clerk, 'theo dõi phần mềm')).getByRole('link', { name: 'Chọn cơ quan nhiệm vụ 4' }).click();
    await clerk.getByLabel('Là cơ quan').fill('Sở Khoa học và Công nghệ');
    await clerk.getByRole('button', { name: 'Lưu và nhận' }).click();
    await expect(asked).toHaveAttribute('data-state', 'accepted');
    await expect(asked.locator('.desk-lead')).toHaveText('Sở Khoa học và Công nghệ');
  });

  test('one sentence with two tasks is split; two sentences of one task are merged', async () => {
    await takeIn(clerk, notice(7202));
    await items(clerk).nth(0).getByRole('link', { name: /^Tách/ }).click();
    await expect(clerk.getByLabel('Phần thứ nhất')).toHaveValue(/trạm y tế đợt 7202$/);
    await expect(clerk.getByLabel('Phần thứ hai')).toHaveValue(/^lập danh sách cán bộ cần đào tạo lại/);
    await clerk.getByRole('button', { name: 'Tách làm hai' }).click();
    await expect(items(clerk)).toHaveCount(5);
    await expect(items(clerk).nth(1)).toContainText('Sở Y tế');
    await expect(items(clerk).nth(1)).toContainText('lập danh sách cán bộ cần đào tạo lại');

    const guidance = await choose(clerk, 'hướng dẫn việc bố trí');
    await guidance.getByRole('link', { name: /^Gộp/ }).click();
    await clerk.getByRole('button', { name: 'Gộp làm một' }).click();
    await expect(items(clerk)).toHaveCount(4);
    await expect(guidance).toContainText('tổng hợp số người trực');
    await expect(guidance, 'the limit of one stays').toContainText('30/9/2026');
    await expect(guidance.locator('.desk-lead'), 'the same organ is named once').toHaveText('Sở Nội vụ');
  });

  test('with keys alone a task is edited, accepted, rejected and taken back', async () => {
    await takeIn(clerk, notice(7203));
    await clerk.keyboard.press('j');
    await clerk.keyboard.press('e');
    await clerk.waitForURL(/sua=/);
    const action = clerk.getByLabel('Nội dung nhiệm vụ');
    await expect(action).toBeVisible();
    for (let i = 0; i < 40 && !(await focused(clerk, 'hanh-dong')); i++) await clerk.keyboard.press('Tab');
    expect(await focused(clerk, 'hanh-dong'), 'the field is reached by Tab').toBe(true);
    await clerk.keyboard.press('Control+A');
    await clerk.keyboard.type('hướng dẫn bố trí người trực');
    for (let i = 0; i < 40 && !(await focused(clerk, 'viec', 'nhan')); i++) await clerk.keyboard.press('Tab');
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL((url) => !url.search.includes('sua'));
    const second = items(clerk).nth(1);
    await expect(second).toHaveAttribute('data-state', 'accepted');
    await expect(second).toContainText('hướng dẫn bố trí người trực');
    await clerk.keyboard.press('j');
    await clerk.keyboard.press('x');
    await expect(items(clerk).nth(2)).toHaveAttribute('data-state', 'rejected');
    await clerk.keyboard.press('k');
    await clerk.keyboard.press('z');
    await expect(items(clerk).nth(2)).toHaveAttribute('data-state', 'found');
  });

  test('a double click on issuing issues once; the same number again is refused at its field', async () => {
    const id = await takeIn(clerk, notice(7204, KNOWN));
    await clerk.goto(`/van-ban/${id}/ban-hanh`);
    await settleIssue(clerk);
    await clerk.getByRole('button', { name: 'Ban hành', exact: true }).dblclick();
    await clerk.waitForURL(`**/van-ban/${id}`);
    await expect(clerk.getByText('Đã ban hành 7204-TB/TU.')).toBeVisible();
    const history = clerk.getByRole('list', { name: 'Lịch sử văn bản' });
    await expect(history.getByText('Ban hành', { exact: true })).toHaveCount(1);

    const other = await takeIn(clerk, notice(7205, KNOWN));
    await clerk.goto(`/van-ban/${other}/ban-hanh`);
    await settleIssue(clerk);
    await clerk.getByLabel('Số', { exact: true }).fill('7204');
    await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await expect(clerk.locator('.govuk-error-summary')).toContainText('7204-TB/TU');
    await expect(clerk.getByLabel('Số', { exact: true }), 'what was typed stays').toHaveValue('7204');
    await expect(clerk.locator('.ts-restore'), 'and is not offered a second time').toHaveCount(0);
    await clerk.goto(`/van-ban/${other}`);
    await expect(clerk.getByRole('link', { name: 'Mở bàn đọc' })).toBeVisible();
  });

  test('what another person of the office did since is not issued unseen', async ({ browser }) => {
    const id = await takeIn(clerk, notice(7206, KNOWN));
    await clerk.goto(`/van-ban/${id}/ban-hanh`);
    await settleIssue(clerk);
    const head = await officeOf(browser, 'vptu.lanhdao');
    await head.goto(`/van-ban/${id}/doc`);
    await items(head).first().getByRole('button', { name: /nhận/ }).click();
    await expect(items(head).first()).toHaveAttribute('data-state', 'accepted');
    await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await expect(clerk.locator('.govuk-error-summary')).toBeVisible();
    await expect(clerk.getByRole('heading', { name: 'Giao 1 nhiệm vụ' }), 'the fresh list is shown').toBeVisible();
    await expect(clerk.getByLabel('Người ký', { exact: true }), 'what was typed stays').toHaveValue('Chánh Văn phòng');
    await head.context().close();
  });
});

/** Leaves the tasks out and signs, so that nothing but the step itself is tested. */
async function settleIssue(page: Page): Promise<void> {
  await page.getByLabel(/^Ban hành mà không giao/).check();
  await page.getByLabel('Người ký', { exact: true }).fill('Chánh Văn phòng');
}

const focused = (page: Page, name: string, value?: string): Promise<boolean> =>
  page.evaluate(
    ([wanted, worth]) => {
      const control = document.activeElement as HTMLInputElement | null;
      return control?.name === wanted && (worth === undefined || control.value === worth);
    },
    [name, value] as const,
  );

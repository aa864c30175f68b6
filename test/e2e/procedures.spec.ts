import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { officeOf } from './offices.ts';

for (const javaScriptEnabled of [true, false]) {
  test(`a procedure is entered row by row ${javaScriptEnabled ? 'without leaving the page' : 'without scripts'}`, async ({
    browser,
  }) => {
    const page = await officeOf(browser, 'vpubnd', { javaScriptEnabled });
    const code = javaScriptEnabled ? '1.999001' : '1.999002';
    await page.goto('/thu-tuc');
    await page.getByRole('link', { name: 'Thêm thủ tục' }).click();
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
    await page.getByLabel('Mã thủ tục').fill(code);
    await page.getByLabel('Tên thủ tục').fill('Xác nhận của trình duyệt');
    await page.getByLabel('Lĩnh vực').fill('Thử');
    await page.getByLabel('Cơ quan giải quyết').selectOption({ label: 'UBND cấp xã' });
    await page.getByLabel('Thời hạn', { exact: false }).nth(1).fill('2');
    await page.getByLabel('Kết quả').fill('Giấy xác nhận');
    const papers = page.getByLabel('Tên giấy tờ');
    await papers.nth(0).fill('Đơn');
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click();
    await expect(papers).toHaveCount(3);
    await expect(page.getByLabel('Tên thủ tục')).toHaveValue('Xác nhận của trình duyệt');
    if (javaScriptEnabled) await expect(papers.nth(2)).toBeFocused();
    await papers.nth(2).fill('Bản vẽ');
    await page.getByRole('button', { name: 'Bỏ giấy tờ 2' }).click();
    await expect(papers).toHaveCount(2);
    await page.getByRole('button', { name: 'Đưa giấy tờ 2 lên trên' }).click();
    await expect(papers.nth(0)).toHaveValue('Bản vẽ');
    await page.getByRole('button', { name: 'Bỏ bước 2' }).click();
    await page.getByRole('button', { name: 'Bỏ bước 1' }).click();
    await expect(page.getByLabel('Tên bước')).toHaveCount(0);
    await page.getByRole('button', { name: 'Thêm thủ tục' }).last().click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Thiếu Hiệu lực từ ngày nào.');
    await expect(papers.nth(1)).toHaveValue('Đơn');
    await page.getByLabel('Hiệu lực từ').fill('1/1/2026');
    await page.getByRole('button', { name: 'Thêm thủ tục' }).last().click();
    await expect(page.getByText('Đã lưu bản có hiệu lực từ 1/1/2026.')).toBeVisible();
    await expect(page.getByText('Bản vẽ: xuất trình để đối chiếu')).toBeVisible();
    await page.context().close();
  });
}

import { expect, test } from '@playwright/test';
import { officeOf } from './offices.ts';

test('without JavaScript: chosen tasks become letters that the addressee downloads; a step on many is taken back', async ({
  browser,
}) => {
  const office = await officeOf(browser, 'vptu', { javaScriptEnabled: false });
  await office.goto('/nhiem-vu?pham-vi=giao&trang-thai=trong-han&q=tap huan');
  await office.getByRole('link', { name: 'Chọn nhiều nhiệm vụ' }).click();
  await office.getByRole('button', { name: 'Lập văn bản đôn đốc' }).click();
  await expect(office.getByRole('alert')).toContainText('Chưa chọn nhiệm vụ nào');
  await office.goto('/nhiem-vu/chon?pham-vi=giao&trang-thai=trong-han');
  const boxes = office.getByRole('checkbox', { name: /^Chọn:/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();

  await office.getByRole('button', { name: 'Lập văn bản đôn đốc' }).click();
  await office.getByLabel('Số của văn bản đầu tiên').fill('chưa có');
  await office.getByRole('button', { name: 'Ghi số và lập văn bản' }).click();
  await expect(office.getByText('Hãy ghi số bằng chữ số').first()).toBeVisible();
  await office.getByLabel('Số của văn bản đầu tiên').fill('9101');
  await office.getByRole('button', { name: 'Ghi số và lập văn bản' }).click();
  await office.waitForURL(/\/nhiem-vu\/don-doc\/[0-9a-f-]{36}$/);
  await office.getByRole('link', { name: 'Số 9101-CV/VPTU', exact: true }).click();
  for (const format of ['PDF', 'Word']) {
    const download = office.waitForEvent('download');
    await office.getByRole('link', { name: format }).click();
    expect((await download).suggestedFilename()).toMatch(/^don-doc-9101-CV-VPTU\.(pdf|docx)$/);
  }
  await office.locator('td a').first().click();
  await expect(office.getByText('Đã đôn đốc bằng văn bản').first()).toBeVisible();

  await office.goto('/nhiem-vu/chon?pham-vi=giao&trang-thai=trong-han');
  await office
    .getByRole('checkbox', { name: /^Chọn:/ })
    .first()
    .check();
  await office.getByRole('button', { name: 'Đổi hạn…' }).click();
  await office.getByLabel('Hạn mới').fill('31/12/2031');
  await office.getByRole('button', { name: 'Đổi hạn: 1 nhiệm vụ' }).click();
  await expect(office.getByText('Hãy ghi lý do').first()).toBeVisible();
  await office.getByLabel('Lý do đổi hạn').fill('Do mưa lũ kéo dài');
  await office.getByRole('button', { name: 'Đổi hạn: 1 nhiệm vụ' }).click();
  await expect(office.getByText('1 nhiệm vụ đã đổi hạn.')).toBeVisible();
  await expect(office.getByText('31/12/2031')).toBeVisible();
  await office.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(office.getByText('Đã hoàn tác 1 nhiệm vụ.')).toBeVisible();
  await expect(office.getByText('31/12/2031')).toHaveCount(0);
});

test('two organs talk about a task; who is called is named, and the list opened first is one’s own', async ({
  browser,
}) => {
  const office = await officeOf(browser, 'vptu');
  await office.goto('/nhiem-vu?pham-vi=giao&trang-thai=chua-xong&q=');
  const href = (await office.locator('td a[href^="/nhiem-vu/"]').first().getAttribute('href'))!;
  await office.goto(href);
  const lead = (await office.locator('#trao-doi option[value^="o"]').nth(2).textContent())!;
  await office.getByLabel('Viết trao đổi').fill(`Nhờ @${lead} cho biết tiến độ.`);
  await office.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(office.getByText(`Đã gửi, nhắc tới ${lead}.`)).toBeVisible();
  await office.getByRole('button', { name: 'Theo dõi nhiệm vụ này' }).click();
  await office.goto('/nhiem-vu/theo-doi');
  await expect(office.locator(`a[href="${href}"]`)).toBeVisible();

  await office.goto('/nhiem-vu?pham-vi=giao&trang-thai=cho-xac-nhan');
  await office.getByRole('link', { name: 'Lưu bộ lọc' }).click();
  await office.getByLabel('Tên bộ lọc').fill('Chờ tôi xác nhận');
  await office.getByLabel('Mở danh sách này trước').check();
  await office.getByRole('button', { name: 'Lưu bộ lọc' }).click();
  await office.goto('/nhiem-vu');
  await expect(office).toHaveURL(/trang-thai=cho-xac-nhan/);
  await office.goto('/nhiem-vu/bo-loc');
  await office.getByRole('button', { name: 'Không mở trước nữa: Chờ tôi xác nhận' }).click();
  await office.goto('/nhiem-vu');
  await expect(office).not.toHaveURL(/trang-thai/);
});

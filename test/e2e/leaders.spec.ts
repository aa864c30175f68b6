import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { officeOf } from './offices.ts';

test('The province at a glance: one screen for leaders, the same as a table, one sheet of A4', async ({ browser }) => {
  const page = await officeOf(browser, 'vptu');
  await page.goto('/tinh');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toàn tỉnh hôm nay');
  await page.getByText(/^Bảng \d+ xã, phường/).click();
  await expect(page.getByRole('table', { name: 'Tình hình các xã, phường' }).getByRole('row')).toHaveCount(131);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const sheet = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(sheet.getPageCount()).toBe(1);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});

test('An administrator enters next year from the notice; a wrong line keeps what was typed', async ({ browser }) => {
  const page = await officeOf(browser, 'quantri');
  await page.goto('/to-chuc/lich?nam=2031');
  await expect(page.getByText('Lịch dự kiến')).toBeVisible();
  await page.getByRole('link', { name: 'Nhập theo thông báo' }).click();
  const days = page.getByLabel('Ngày nghỉ lễ, nghỉ bù');
  const proposed = await days.inputValue();
  await days.fill(`${proposed}\n31/2/2031 Ngày không có`);
  await page.getByLabel('Số, ngày của thông báo').fill('Thông báo 1/TB-BNV');
  await page.getByRole('button', { name: 'Xác nhận lịch năm này' }).click();
  await expect(page.getByRole('alert')).toContainText('không có ngày 31/2/2031');
  await expect(days).toHaveValue(/31\/2\/2031 Ngày không có/);
  await days.fill(proposed);
  await page.getByRole('button', { name: 'Xác nhận lịch năm này' }).click();
  await expect(page.getByText('Đã ghi lịch nghỉ năm 2031')).toBeVisible();
  await expect(page.getByText('Lịch dự kiến')).toHaveCount(0);
  await page.context().close();
});

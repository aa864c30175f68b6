import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '../../src/demonstration/accounts.ts';

/** A browser of its own in which this account of the demonstration is signed in. */
export async function officeOf(
  browser: Browser,
  username: string,
  options: BrowserContextOptions = {},
  password = DEMONSTRATION_PASSWORD,
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, username, password);
  return page;
}

export async function signIn(page: Page, username: string, password = DEMONSTRATION_PASSWORD): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
}

/** Takes in a text by pasting it, which leads to the reading desk. @returns the directive's id */
export async function takeIn(page: Page, text: string): Promise<number> {
  await page.goto('/van-ban/moi');
  await page.getByLabel(/^Hoặc dán nội dung/).fill(text);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  return deskOf(page);
}

/** The directive whose reading desk is open now. */
export async function deskOf(page: Page): Promise<number> {
  await page.waitForURL(/\/van-ban\/\d+\/doc$/);
  return Number(/\/van-ban\/(\d+)\//.exec(page.url())![1]);
}

import { type Browser, expect, type Page } from '@playwright/test';
import { officeOf } from './offices.ts';

/** Each account of the demonstration signs in once, in a browser of its own. */
export function seatsOf(browser: Browser) {
  const pages = new Map<string, Page>();
  const seats = async (username: string): Promise<Page> => {
    const page = pages.get(username) ?? (await officeOf(browser, username));
    pages.set(username, page);
    return page;
  };
  return Object.assign(seats, {
    close: async () => {
      for (const page of pages.values()) await page.context().close();
    },
  });
}

/** Nobody real: what the QR of an identity card says, with a number of a province that does not exist. */
export function card(name: string): { text: string; number: string } {
  const number = `090187${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  return { text: `${number}||${name}|02091987|Nữ|Xóm 1, Xã Thử|01062021`, number };
}

/** A keyboard that counts: one for each key, one for a whole scan, which its machine types and ends with Enter. */
export function countingKeyboard(page: Page) {
  const keyboard = {
    pressed: 0,
    press: async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) {
        keyboard.pressed += 1;
        await page.keyboard.press(key);
      }
    },
    type: async (text: string): Promise<void> => {
      keyboard.pressed += [...text].length;
      await page.keyboard.type(text);
    },
    scan: async (text: string): Promise<void> => {
      keyboard.pressed += 1;
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
  };
  return keyboard;
}

export interface Reception {
  procedure: string;
  scan: string;
  /** What else the form needs: pressed before the papers. */
  more?: (page: Page) => Promise<void>;
}

/** Receives at the counter with every required paper. @returns the code of the dossier */
export async function receiveAt(page: Page, { procedure, scan, more }: Reception): Promise<string> {
  await page.goto(`/ho-so/tiep-nhan/${procedure}`);
  await page.getByLabel(/^Quét mã QR/).fill(scan);
  await page.getByLabel(/^Quét mã QR/).press('Enter');
  await expect(page.getByLabel('Người nộp', { exact: true })).not.toHaveValue('');
  await more?.(page);
  await page.getByLabel(/^Đủ \d+ giấy tờ bắt buộc/).check();
  const paid = page.getByLabel('Đã thu phí, lệ phí');
  if (await paid.count()) await paid.check();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).last().click();
  return codeOf(page);
}

/** The code of the dossier that was just received. */
export async function codeOf(page: Page): Promise<string> {
  await page.waitForURL(/\/ho-so\/[^/]+-\d{6}-\d+$/);
  return new URL(page.url()).pathname.slice('/ho-so/'.length);
}

/** Opens a step's form on the dossier's page, fills it and sends it. */
export async function takeStep(
  page: Page,
  code: string,
  title: string,
  submit: string,
  fill: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  const form = page.locator('main details').filter({ has: page.locator('summary', { hasText: title }) });
  if (!(await form.first().evaluate((one) => (one as HTMLDetailsElement).open)))
    await form.locator('summary').first().click();
  await fill(page);
  await form.getByRole('button', { name: submit, exact: true }).click();
  await expect(page.locator('.ts-notice--success')).toBeVisible();
}

/** An office takes a dossier that lies in its queue, found there by a person's eye. */
export async function takeFromQueue(page: Page, code: string): Promise<void> {
  await page.goto('/ho-so');
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await expect(page.getByText('Bạn đã nhận xử lý hồ sơ này.')).toBeVisible();
}

/** A signed result as the counter needs it. */
export const resolve = (page: Page, code: string, number: string): Promise<void> =>
  takeStep(page, code, 'Ghi kết quả', 'Ghi kết quả', async () => {
    await page.getByLabel('Số, ký hiệu').fill(number);
  });

/** What a citizen finds out without an account. */
export async function lookUp(page: Page, code: string, fact: string): Promise<void> {
  await page.goto(`/tra-cuu?ma=${code}`);
  await page.getByLabel(/^Số định danh/).fill(fact);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(page.locator('main')).toContainText(`Hồ sơ ${code}`);
}

/**
 * Takes the pictures of the guide and the README from a running demonstration: `npm run pictures -- http://127.0.0.1:3000`.
 * It takes in one notice for the picture of the desk, which is not issued, and receives one dossier.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { threeCommunes } from '../../src/demonstration/texts/threeCommunes.ts';
import { officeOf, takeIn } from '../e2e/offices.ts';
import { card, receiveAt } from '../e2e/serviceCentre.ts';

const ADDRESS = process.argv[2] ?? 'http://127.0.0.1:3000';
const FOLDER = join(import.meta.dirname, '../../docs/anh');
const MOST_BYTES = 300_000;
const DESKTOP = { width: 1366, height: 768 };
const TELEPHONE = { width: 360, height: 740 };

type Picture = (browser: Browser) => Promise<Page>;

const as = (browser: Browser, username: string, viewport = DESKTOP): Promise<Page> =>
  officeOf(browser, username, { baseURL: ADDRESS, viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });

const at =
  (username: string, path: string): Picture =>
  async (browser) => {
    const page = await as(browser, username);
    await page.goto(path);
    return page;
  };

const PICTURES: Record<string, Picture> = {
  'hom-nay': at('vptu', '/'),
  'danh-sach': at('vptu', '/nhiem-vu?pham-vi=giao&trang-thai=chua-xong'),
  'kien-nghi': at('vptu', '/kien-nghi'),
  'tiep-nhan': counterWithCard,
  'hang-doi': at('motcua.concuong', '/ho-so?xem=co-quan'),
  'ho-so': firstOf('kinhte.concuong', '/ho-so?xem=co-quan'),
  'so-lieu': at('vpubnd', `/ho-so/so-lieu?ky=${new Date().getFullYear()}`),
  'toan-tinh': at('vpubnd', '/tinh'),
  'chuyen-ho-so': firstOf('chutich.concuong', '/ho-so/nhap'),
  'thu-tuc': at('motcua.concuong', '/thu-tuc'),
  'tra-cuu-360': lookedUp,
  'bao-cao-phieu': async (browser) => {
    const page = await as(browser, 'ubnd.concuong');
    await page.goto('/bao-cao');
    await page.locator('main table a').first().click();
    return page;
  },
  'bao-cao-tong-hop': at('vpubnd', '/bao-cao/ky/1/tong-hop'),
  'bao-cao-nhiem-vu': at('vptu', '/bao-cao/nhiem-vu'),
  'ban-doc': readingDesk,
  'nhiem-vu': taskInProgress,
  'tra-cuu-don-vi-360': async (browser) => {
    const page = await (await browser.newContext({ baseURL: ADDRESS, viewport: TELEPHONE })).newPage();
    await page.goto('/don-vi?tu-khoa=dong loc');
    await page.locator('main table a').first().click();
    await page.waitForURL(/\/don-vi\/\d+/);
    return page;
  },
  'hom-nay-xa-360': async (browser) => {
    const page = await as(browser, 'danguy.concuong', TELEPHONE);
    await page.goto('/');
    return page;
  },
};

/** What the first row of a list leads to. */
function firstOf(username: string, list: string): Picture {
  return async (browser) => {
    const page = await as(browser, username);
    await page.goto(list);
    await page.locator('main table a').first().click();
    await page.waitForLoadState();
    return page;
  };
}

/** A certified copy before it is received: the card scanned, the date told. */
async function counterWithCard(browser: Browser): Promise<Page> {
  const page = await as(browser, 'motcua.concuong');
  await page.goto('/ho-so/tiep-nhan/2.000815');
  await page.getByLabel(/^Quét mã QR/).fill(card('Công Dân Mẫu').text);
  await page.getByLabel(/^Quét mã QR/).press('Enter');
  await page.getByLabel('Người nộp', { exact: true }).and(page.locator(':not([value=""])')).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  return page;
}

/** What a citizen is told of a dossier received a moment before. */
async function lookedUp(browser: Browser): Promise<Page> {
  const centre = await as(browser, 'motcua.concuong');
  const applicant = card('Công Dân Mẫu');
  const code = await receiveAt(centre, { procedure: '1.001612', scan: applicant.text });
  await centre.context().close();
  const page = await (await browser.newContext({ baseURL: ADDRESS, viewport: TELEPHONE })).newPage();
  await page.goto(`/tra-cuu?ma=${code}`);
  await page.locator('[name=xac-nhan]').fill(applicant.number);
  await page.locator('[name=xac-nhan]').press('Enter');
  await page.getByText('Hồ sơ đang ở đâu').waitFor();
  return page;
}

/** A notice half checked: some tasks accepted, the current one marked in both columns. */
async function readingDesk(browser: Browser): Promise<Page> {
  const page = await as(browser, 'vptu');
  const text = threeCommunes({
    number: 2290,
    day: 'ngày 16 tháng 11 năm 2026',
    date: () => 'Ngày 11/11/2026',
    inDays: () => '31/12/2026',
    communes: ['Con Cuông', 'Mường Xén', 'Tri Lễ'],
  }).replace('Số 2290-TB/TU', 'Số       -TB/TU');
  const id = await takeIn(page, text);
  for (let accepted = 1; accepted <= 3; accepted++) {
    await page.keyboard.press('Enter');
    await page
      .locator('[data-state=accepted]')
      .nth(accepted - 1)
      .waitFor();
  }
  await page.goto(`/van-ban/${id}/doc`);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  return page;
}

/** A task of the department of finance on which something has been done. */
async function taskInProgress(browser: Browser): Promise<Page> {
  const page = await as(browser, 'sotaichinh');
  await page.goto('/nhiem-vu?pham-vi=toi&trang-thai=trong-han');
  await page.locator('tbody a').first().click();
  await page.waitForURL(/\/nhiem-vu\/\d+/);
  return page;
}

const program = new URL('../../bin/chromium.js', import.meta.url).href;
const { findChromium } = (await import(program)) as { findChromium(): string | undefined };
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [name, picture] of Object.entries(PICTURES)) {
    const page = await picture(browser);
    await page.evaluate(() => document.fonts.ready);
    const path = join(FOLDER, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    await page.context().close();
    const { size } = statSync(path);
    console.log(`${path}  ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES / 1000} kB`);
  }
} finally {
  await browser.close();
}

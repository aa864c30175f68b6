import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { threeCommunes } from '../../src/demonstration/texts/threeCommunes.ts';
import { officeOf, takeIn } from './offices.ts';

/** The columns of test/routes.table.txt by which the pages are visited, and whose account of the demonstration sits there. */
const VISITORS: Record<string, { column: string; username?: string; only?: RegExp }> = {
  'the public': { column: 'public' },
  // The form of the demonstration is theirs.
  'the office that asks for reports': { column: 'office clerk', username: 'vpubnd', only: /^\/bao-cao/ },
  // The commune's Party committee has passed parts of its tasks on.
  'a commune': { column: 'commune clerk', username: 'danguy.concuong', only: /\/giao-viec$|\/viec\/:viec$/ },
  'an office': { column: 'office clerk', username: 'vptu' },
  'an administrator': { column: 'province administrator', username: 'quantri' },
  'a service centre': { column: 'service centre clerk', username: 'motcua.concuong' },
  'the government’s office': { column: 'government office clerk', username: 'vpubnd' },
  'a chair of a commune': { column: 'commune committee head', username: 'chutich.concuong', only: /^\/ho-so\/nhap/ },
};

const [head, ...lines] = readFileSync(join(import.meta.dirname, '../routes.table.txt'), 'utf8')
  .trim()
  .split('\n');
const columns = head!.slice(2).split(', ');
/** Files, JSON, and steps that only lead on are no pages. */
const NO_PAGE =
  /^\/api\/|^\/healthz$|\.(csv|xlsx|docx|pdf)$|\/tep(\/:tep)?$|\/trang\/:trang$|\/tien-do$|\/:dang$|\/thay-doi$|^\/kien-nghi\/giong$|^\/lich\/:tep$|^\/chuc-vu\/sau-dang-nhap$/;
const routes = lines
  .map((line) => line.split(/ +/))
  .map(([method, path, , ...marks]) => ({ method, path: path!.replaceAll('{[0-9]+}', ''), marks }))
  .filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path));

/** Each route is looked at by the first visitor who may open it; what needs a session, by the office. */
const SIGNED_IN_ONLY = ['/chuc-vu', '/tai-khoan/mat-khau'];
function visitorOf({ path, marks }: (typeof routes)[number]): string {
  const may = (column: string) => marks[columns.indexOf(column)] === 'x';
  return Object.keys(VISITORS).find(
    (visitor) =>
      may(VISITORS[visitor]!.column) &&
      (VISITORS[visitor]!.only?.test(path) ?? true) &&
      !(visitor === 'the public' && SIGNED_IN_ONLY.includes(path)),
  )!;
}

type Address = (page: Page) => Promise<string>;
/** The first link of a list that looks like this, as a person would follow it; `end` leads on from there. */
const first =
  (list: string, pattern: RegExp, end = ''): Address =>
  async (page) => {
    const html = await (await page.request.get(list)).text();
    const found = [...html.matchAll(/href="([^"#?]+)"/g)].map((match) => match[1]!).find((href) => pattern.test(href));
    if (!found) throw new Error(`no link like ${pattern} on ${list}`);
    return found + end;
  };
const task = (end = '') => first('/nhiem-vu?pham-vi=tat-ca', /^\/nhiem-vu\/\d+$/, end);
const issued = (end = '') => first('/van-ban?trang-thai=ban-hanh', /^\/van-ban\/\d+$/, end);
const organ = (end = '') => first('/to-chuc', /^\/to-chuc\/\d+$/, end);
const person = (end = '') => first('/to-chuc/tai-khoan', /^\/to-chuc\/tai-khoan\/\d+$/, end);
const petition = (end = '') => first('/kien-nghi?pham-vi=tat-ca', /^\/kien-nghi\/\d+$/, end);
const dialogue = (end = '') => first('/kien-nghi/doi-thoai', /^\/kien-nghi\/doi-thoai\/\d+$/, end);
const letter = first('/nhiem-vu/don-doc', /^\/nhiem-vu\/don-doc\/van-ban\/\d+$/);
/** Two readings of one notice, taken in before. */
let readings: number[] = [];
const reading =
  (end = ''): Address =>
  async () =>
    `/van-ban/${readings[0]}${end}`;

const dossier = (end = '') => first('/ho-so?xem=da-nhan', /^\/ho-so\/[0-9.]+-\d+-\d+$/, end);

const REPORT_FORM = '/bao-cao/bieu-mau/1';
/** What a form sends, as a page of ours does. */
const send = (page: Page, path: string, form: Record<string, string>) => {
  const headers = { Origin: new URL(page.url()).origin };
  return page.request.post(path, { form: { khoa: crypto.randomUUID(), ...form }, headers });
};
/** A page of the draft of the report form; the first who asks begins the draft. */
const reportDraft =
  (end: string): Address =>
  async (page) => {
    await send(page, `${REPORT_FORM}/ban-moi`, {});
    return REPORT_FORM + end;
  };

/** An export of another system, handed in to be rehearsed. */
const fedIn: Address = async (page) => {
  const buffer = await (await page.request.get('/ho-so/nhap/mau.xlsx')).body();
  const tep = { name: 'mau.xlsx', mimeType: 'application/octet-stream', buffer };
  const headers = { Origin: new URL(page.url()).origin };
  const multipart = { khoa: crypto.randomUUID(), tep };
  return new URL((await page.request.post('/ho-so/nhap', { multipart, headers })).url()).pathname;
};

/** Where the ids of a route come from. */
const ADDRESSES: Record<string, Address> = {
  '/bao-cao/bieu-mau/:id': async () => REPORT_FORM,
  '/bao-cao/bieu-mau/:id/chi-tieu': reportDraft('/chi-tieu'),
  '/bao-cao/bieu-mau/:id/chi-tieu/:khoa': reportDraft('/chi-tieu/dan-so'),
  '/bao-cao/bieu-mau/:id/cong-bo': reportDraft('/cong-bo'),
  '/bao-cao/bieu-mau/:id/noi-bao-cao': reportDraft('/noi-bao-cao'),
  '/bao-cao/bieu-mau/:id/xem-truoc': reportDraft('/xem-truoc'),
  '/bao-cao/ky/:id': async () => '/bao-cao/ky/2',
  '/bao-cao/ky/:id/chi-tieu/:khoa': async () => '/bao-cao/ky/1/chi-tieu/ty-le-giai-quyet-dung-han',
  '/bao-cao/ky/:id/tong-hop': async () => '/bao-cao/ky/1/tong-hop',
  '/bao-cao/phieu/:id': first('/bao-cao/ky/2?xem=da-gui', /^\/bao-cao\/phieu\/\d+$/),
  '/bao-cao/xuat/:id': async (page) =>
    new URL((await send(page, '/bao-cao/xuat', { loai: 'tong-hop', ky: '1' })).url()).pathname,
  '/don-vi/:id': first('/don-vi', /^\/don-vi\/\d+$/),
  '/ho-so/:ma': dossier(),
  '/ho-so/:ma/sua': first('/ho-so?xem=co-quan', /^\/ho-so\/[0-9.]+-\d+-\d+$/, '/sua'),
  '/ho-so/nhap/:lan': fedIn,
  '/ho-so/nhap/:lan/can-xem': async (page) => `${await fedIn(page)}/can-xem?ly-do=hen-muon`,
  '/ho-so/tiep-nhan/:thuTuc': async () => '/ho-so/tiep-nhan/2.000815',
  '/kien-nghi/:id': petition(),
  '/kien-nghi/:id/nhiem-vu': petition('/nhiem-vu'),
  '/kien-nghi/doi-thoai/:id': dialogue(),
  '/kien-nghi/doi-thoai/:id/phan-loai': dialogue('/phan-loai'),
  '/kien-nghi/doi-thoai/:id/so-tra-loi': dialogue('/so-tra-loi'),
  '/nhat-ky/:loai/:id': async (page) => (await task()(page)).replace('/nhiem-vu/', '/nhat-ky/task/'),
  '/nhat-ky/nguoi/:id': async (page) => `/nhat-ky/nguoi/${await page.locator('body').getAttribute('data-account')}`,
  '/nhiem-vu/:id': task(),
  '/nhiem-vu/:id/giao-viec': async (page) => {
    const list = await (await page.request.get('/nhiem-vu?pham-vi=toi&trang-thai=chua-xong')).text();
    for (const [, path] of list.matchAll(/href="(\/nhiem-vu\/\d+)"/g)) {
      const found = /href="([^"]*\/giao-viec\?[^"]*)"/.exec(await (await page.request.get(path!)).text());
      if (found) return found[1]!.replaceAll('&amp;', '&');
    }
    throw new Error('no part to pass on');
  },
  '/nhiem-vu/:id/viec/:viec': first('/nhiem-vu/phan-viec', /\/viec\/\d+$/),
  '/nhiem-vu/don-doc/:dot': async (page) => first(await letter(page), /^\/nhiem-vu\/don-doc\/[0-9a-f-]{36}$/)(page),
  '/nhiem-vu/don-doc/van-ban/:van-ban': letter,
  '/nhiem-vu/hang-loat/:lan': async (page) => {
    await page.goto('/nhiem-vu/hang-loat?viec=nhac&pham-vi=giao&trang-thai=trong-han&ca-danh-sach=co');
    await page.getByRole('button', { name: /^Nhắc:/ }).click();
    await page.waitForURL(/\/nhiem-vu\/hang-loat\/\d+$/);
    return new URL(page.url()).pathname;
  },
  '/thu-tuc/:ma': async () => '/thu-tuc/2.000815',
  '/thu-tuc/:ma/bai-bo': async () => '/thu-tuc/2.000815/bai-bo',
  '/thu-tuc/:ma/ban-moi': async () => '/thu-tuc/2.000815/ban-moi',
  '/to-chuc/:id': organ(),
  '/to-chuc/:id/doi-ten': organ('/doi-ten'),
  '/to-chuc/:id/ket-thuc': organ('/ket-thuc'),
  '/to-chuc/:id/ten-goi': organ('/ten-goi'),
  '/to-chuc/bo-nhiem/:id/ket-thuc': first('/to-chuc/bo-nhiem', /^\/to-chuc\/bo-nhiem\/\d+\/ket-thuc$/),
  '/to-chuc/tai-khoan/:id': person(),
  '/to-chuc/tai-khoan/:id/dat-lai': person('/dat-lai'),
  '/to-chuc/tai-khoan/:id/ket-thuc': person('/ket-thuc'),
  '/van-ban/:id': issued(),
  '/van-ban/:id/ban-hanh': reading('/ban-hanh'),
  '/van-ban/:id/doc': reading('/doc'),
  '/van-ban/:id/khong-ban-hanh': reading('/khong-ban-hanh'),
  '/van-ban/:id/so-sanh/:khac': async () => `/van-ban/${readings[0]}/so-sanh/${readings[1]}`,
  '/van-ban/:id/thay-the': issued('/thay-the'),
  '/van-ban/:id/thu-hoi': issued('/thu-hoi'),
};
/**
 * Nobody in the demonstration acts for another, so that there is nothing to end; scan.spec.ts and dialogue.spec.ts look at the pages of
 * files on their way in, kiosk.spec.ts at the machine that gives numbers.
 */
const NOTHING_THERE = [
  '/to-chuc/thay-mat/:id/ket-thuc',
  '/van-ban/nhan-dang/:id',
  '/kien-nghi/doi-thoai/:id/nhap/:lan',
  '/quay/:ma',
  '/quay/:ma/man-hinh',
  '/quay/:ma/phieu/:so',
];

/** What the same pages look like with a form open, filtered, not found. */
const MORE: Record<string, readonly Address[]> = {
  'the public': [async () => '/khong-co-trang-nay', async () => '/don-vi?q=con cuong'],
  'an office': [
    async () => '/',
    async () => '/tim?q=con cuong',
    async () => '/nhiem-vu?pham-vi=tat-ca&trang-thai=qua-han&q=tap huan',
    async () => '/nhiem-vu?q=khong co chu nao nhu the',
    async () => '/nhiem-vu/don-doc?pham-vi=giao&trang-thai=qua-han&ca-danh-sach=co',
    async () => '/nhiem-vu/hang-loat?viec=han&pham-vi=giao&trang-thai=trong-han&ca-danh-sach=co',
    async () => '/nhiem-vu/bo-loc?pham-vi=giao&trang-thai=qua-han',
    ...['sua=van-ban', 'them=1'].map((query) => reading(`/doc?${query}`)),
    ...['sua', 'tach', 'gop'].map(
      (form): Address =>
        async (page) => {
          const html = await (await page.request.get(`/van-ban/${readings[0]}/doc`)).text();
          return `/van-ban/${readings[0]}/doc?${form}=${/data-item="(\d+)"/.exec(html)![1]}`;
        },
    ),
  ],
  'the office that asks for reports': [
    async () => '/bao-cao/ky/1',
    async () => '/bao-cao/nhiem-vu?theo=van-ban&tu=2026-09-15',
    async () => '/bao-cao/nhiem-vu/danh-sach?o=qua-han',
  ],
  'an administrator': [async () => '/'],
  'a service centre': [
    async () => '/ho-so?xem=da-nhan',
    async () => '/ho-so/tim?q=khong co ai',
    async () => `/ho-so/so-lieu?ky=${new Date().getFullYear()}`,
    async () => '/ho-so/so-lieu/danh-sach?so=nhan-moi',
    async () => '/ho-so/so-lieu/danh-sach?so=tre-han',
  ],
};

async function addressesOf(visitor: string, page: Page): Promise<string[]> {
  const own = routes.filter((route) => visitorOf(route) === visitor && !NOTHING_THERE.includes(route.path));
  const known = own.map(({ path }) => (path.includes(':') ? ADDRESSES[path] : async () => path));
  expect(
    own.filter((_, i) => !known[i]).map(({ path }) => path),
    'routes whose ids nobody has told here',
  ).toEqual([]);
  return Promise.all([...(known as Address[]), ...(MORE[visitor] ?? [])].map((address) => address(page)));
}

const visit = async (browser: Browser, visitor: string, options: Parameters<Browser['newContext']>[0] = {}) =>
  VISITORS[visitor]!.username
    ? officeOf(browser, VISITORS[visitor]!.username!, options)
    : (await browser.newContext(options)).newPage();

/** Faults by address; the message shows them all at once. */
type Faults = Record<string, string[]>;

function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    // A page that is not there is told by its status, which the browser prints too.
    if (message.type() === 'error' && !/status of 40[34]/.test(message.text())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const over = root.scrollWidth - root.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.scrollWidth > root.clientWidth).at(-1);
    return [`${root.clientWidth} px: scrolls sideways by ${over}: ${wide?.outerHTML.slice(0, 160)}`];
  });

const noFaults = (faults: Faults) =>
  expect(Object.fromEntries(Object.entries(faults).filter(([, f]) => f.length))).toEqual({});

const LARGE = { width: 1366, height: 768 };
const SMALL = { width: 360, height: 740 };

// Long ones beside each other: this file alone would keep one worker busy for most of the run.
test.describe.configure({ mode: 'parallel' });

test.beforeAll(async ({ browser }, { workerIndex }) => {
  const page = await officeOf(browser, 'vptu');
  const text = threeCommunes({
    // A new worker, after a failure, takes in texts of its own.
    number: 7320 + workerIndex,
    day: 'ngày 16 tháng 7 năm 2025',
    date: () => 'Ngày 11/7/2025',
    inDays: () => '30/9/2025',
    communes: ['Con Cuông', 'Lượng Minh', 'Chiêu Lưu'],
  });
  readings = [await takeIn(page, text), await takeIn(page, `Bản tin.\n${text}`)];
  await page.goto('/kien-nghi/doi-thoai');
  await page.getByText('Mở chương trình đối thoại').click();
  await page.getByLabel('Tên chương trình').fill(`Đối thoại với các xã, lần ${workerIndex + 1}`);
  await page.getByLabel('Ngày tổ chức').fill('30/10/2026');
  await page.getByRole('button', { name: 'Mở chương trình', exact: true }).click();
  await page.waitForURL(/doi-thoai\/\d+$/);
  await page.context().close();
});

for (const visitor of Object.keys(VISITORS)) {
  test(`axe finds no fault, nothing scrolls sideways and no script complains: the pages of ${visitor}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const page = await visit(browser, visitor, { viewport: LARGE });
    const heard = listen(page);
    const faults: Faults = {};
    for (const address of await addressesOf(visitor, page)) {
      const answer = await page.goto(address);
      const found = [200, 404].includes(answer!.status()) ? [] : [`answers ${answer!.status()}`];
      const { violations } = await new AxeBuilder({ page })
        // Pages of one document each: the way for frames of strangers opens a second page every time, and takes twice as long.
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      found.push(...violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0]!.html.slice(0, 160)}`));
      found.push(...(await sideways(page)));
      await page.setViewportSize(SMALL);
      found.push(...(await sideways(page)));
      await page.setViewportSize(LARGE);
      faults[address] = [...found, ...heard.splice(0)];
    }
    noFaults(faults);
    await page.context().close();
  });

  test(`without scripts every page is there: ${visitor}`, async ({ browser }) => {
    const page = await visit(browser, visitor);
    const faults: Faults = {};
    for (const address of await addressesOf(visitor, page)) {
      // The page as it was sent is all that a browser without scripts has.
      const answer = await page.request.get(address);
      const found = [200, 404].includes(answer.status()) ? [] : [`answers ${answer.status()}`];
      const sent = await page.evaluate(
        (html) => {
          const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
          const main = documentElement.querySelector('main');
          return {
            headings: documentElement.querySelectorAll('h1').length,
            words: (main?.textContent ?? '').length,
            parts: main?.querySelectorAll('form, table, ul, ol, dl, p').length ?? 0,
          };
        },
        await answer.text(),
      );
      if (sent.headings !== 1) found.push('has not one heading of the first rank');
      if (sent.words < 60) found.push('says nothing');
      if (sent.parts === 0) found.push('is empty');
      faults[address] = found;
    }
    noFaults(faults);
    await page.context().close();
  });
}

test('without scripts the whole way can be gone: take in, accept, issue, acknowledge, progress, return, confirm', async ({
  browser,
}) => {
  const plain = { javaScriptEnabled: false };
  const [clerk, finance] = await Promise.all([
    officeOf(browser, 'vptu', plain),
    officeOf(browser, 'sotaichinh', plain),
  ]);
  const id = await takeIn(
    clerk,
    `TỈNH ỦY NGHỆ AN\n*\nSố 7399-TB/TU\n\nNghệ An, ngày 14 tháng 8 năm 2026\n\nTHÔNG BÁO\nvề sổ sách không cần máy\n\n` +
      '1. Giao Sở Tài chính chủ trì rà soát sổ sách không cần máy, hoàn thành trước ngày 30/9/2026.\n' +
      '2. Giao Sở Y tế chủ trì tập huấn không cần máy.\n',
  );
  await clerk.getByRole('button', { name: 'Đúng, nhận nhiệm vụ 1' }).click();
  await expect(clerk.locator('[data-state=accepted]')).toHaveCount(1);
  await clerk.getByRole('link', { name: 'Sửa nhiệm vụ 2' }).click();
  await clerk.getByLabel(/^Nội dung nhiệm vụ/).fill('tập huấn cho mọi người');
  await clerk.getByRole('button', { name: 'Lưu và nhận' }).click();
  await expect(clerk.locator('[data-state=accepted]')).toHaveCount(2);
  await clerk.getByRole('link', { name: 'Ban hành…' }).click();
  await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await expect(clerk.locator('.govuk-error-summary'), 'a signer is needed').toBeVisible();
  await clerk.getByLabel('Người ký', { exact: true }).fill('Chánh Văn phòng');
  await clerk.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await expect(clerk.getByText('Đã ban hành 7399-TB/TU.')).toBeVisible();

  await finance.goto(`/van-ban/${id}`);
  await finance.getByRole('button', { name: /Đã nhận/ }).click();
  await finance.getByRole('link', { name: 'Các nhiệm vụ của văn bản' }).click();
  await finance.locator('tbody a').first().click();
  const place = new URL(finance.url()).pathname;
  await finance.getByLabel('Đã làm được gì').fill('Đã xem hết sổ.');
  await finance.getByLabel('Tiến độ', { exact: true }).fill('100');
  await finance.getByRole('button', { name: 'Đã xong, đề nghị xác nhận' }).click();
  await expect(finance.locator('.ts-heading')).toContainText('Chờ xác nhận');
  await clerk.goto(place);
  await clerk.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await expect(clerk.locator('.ts-heading')).toContainText('Xong');
  await Promise.all([clerk.context().close(), finance.context().close()]);
});

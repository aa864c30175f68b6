import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import {
  card,
  codeOf,
  countingKeyboard,
  lookUp,
  receiveAt,
  resolve,
  seatsOf,
  takeFromQueue,
  takeStep,
} from './serviceCentre.ts';

const SIGNATURE = '2.000884';
const BIRTH = '1.001193';
const LAND = '1.012783';
const SHOP = '1.001612';

test.describe.configure({ timeout: 120_000 });

test('a certified copy for a known applicant: received within 60 seconds and 25 keys, then signed and returned in the same visit', async ({
  browser,
}) => {
  const seats = seatsOf(browser);
  const counter = await seats('motcua.concuong');
  const applicant = card('Lô Thị Mẫu Sao');
  await receiveAt(counter, { procedure: SIGNATURE, scan: applicant.text });

  await counter.goto('/ho-so');
  await counter.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).focus();
  const keyboard = countingKeyboard(counter);
  const begun = performance.now();
  await keyboard.press('Enter');
  await expect(counter.getByLabel('Thủ tục', { exact: true })).toBeFocused();
  await keyboard.type('sao y');
  await keyboard.press('Enter');
  await expect(counter.getByLabel(/^Quét mã QR/)).toBeFocused();
  await keyboard.scan(applicant.text);
  await expect(counter.getByLabel('Người nộp', { exact: true })).toHaveValue('Lô Thị Mẫu Sao');
  const allPapers = counter.getByLabel(/^Đủ 2 giấy tờ bắt buộc/);
  await expect(allPapers).toBeFocused();
  await keyboard.press('Space');
  const paid = counter.getByLabel('Đã thu phí, lệ phí');
  while (!(await paid.evaluate((one) => one === document.activeElement))) await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(counter.locator('main')).toContainText(/Nhận lúc .* thì hẹn trả/);
  await keyboard.press('Enter');
  const code = await codeOf(counter);
  const seconds = (performance.now() - begun) / 1000;
  console.log(`certified copy: ${keyboard.pressed} keys, ${seconds.toFixed(1)} s of the program`);
  expect(keyboard.pressed).toBeLessThanOrEqual(25);
  expect(seconds).toBeLessThan(60);

  const receipt = await counter.request.get(`/ho-so/${code}/mau/01/pdf`);
  expect(receipt.headers()['content-type']).toContain('application/pdf');
  await expect(counter.locator(`a[href="/ho-so/${code}/mau/01/pdf"]`).first()).toBeVisible();

  await takeFromQueue(await seats('ubnd.concuong'), code);
  await takeStep(await seats('ubnd.concuong'), code, 'Chuyển xử lý', 'Chuyển');
  await resolve(await seats('chutich.concuong'), code, '15/SY');
  await takeStep(counter, code, 'Trả kết quả', 'Trả kết quả', async (page) => {
    await page.getByLabel(/^Người nhận, ký nhận/).fill('Chính người nộp, ký sổ');
  });
  await expect(counter.locator('.ts-heading')).toContainText('Đã trả kết quả');
  await seats.close();
});

test('a birth registration is asked for a paper, the clock stands still, and the result goes home by post', async ({
  browser,
}) => {
  const seats = seatsOf(browser);
  const counter = await seats('motcua.concuong');
  const office = await seats('ubnd.concuong');
  const applicant = card('Vi Thị Mẫu Sinh');
  const code = await receiveAt(counter, {
    procedure: BIRTH,
    scan: applicant.text,
    more: (page) => page.getByLabel(/bưu chính/i).check(),
  });
  await takeFromQueue(office, code);
  await takeStep(office, code, 'Yêu cầu bổ sung', 'Gửi yêu cầu bổ sung', async (page) => {
    await page.getByLabel(/^Còn thiếu, sai gì/).fill('Giấy chứng sinh chưa đóng dấu của cơ sở y tế.');
  });
  await expect(office.locator('main')).toContainText('Đồng hồ dừng từ');

  const citizen = await (await browser.newContext()).newPage();
  await lookUp(citizen, code, applicant.number);
  await expect(citizen.locator('main')).toContainText('Cần người nộp bổ sung');
  await expect(citizen.locator('main')).toContainText('chưa đóng dấu của cơ sở y tế');

  await takeStep(counter, code, 'Người dân đã bổ sung', 'Ghi đã bổ sung', async (page) => {
    await page.getByLabel('Đã nộp gì').fill('Giấy chứng sinh có dấu');
  });
  await expect(counter.locator('main')).not.toContainText('Đồng hồ dừng từ');
  await takeStep(office, code, 'Chuyển xử lý', 'Chuyển');
  await resolve(await seats('chutich.concuong'), code, '88/KS');
  await takeStep(counter, code, 'Gửi bưu chính', 'Ghi đã gửi', async (page) => {
    await page.getByLabel('Số vận đơn').fill('EB123456789VN');
  });
  await lookUp(citizen, code, applicant.number);
  await expect(citizen.locator('main')).toContainText('Đang trên đường gửi bưu chính');
  await takeStep(counter, code, 'Trả kết quả', 'Trả kết quả', async (page) => {
    await page.getByLabel(/^Người nhận, ký nhận/).fill('Ký giao của bưu chính');
  });
  await expect(counter.locator('.ts-heading')).toContainText('Đã trả kết quả');
  await citizen.context().close();
  await seats.close();
});

test('a land dossier is received in one commune, resolved by a department and returned in another commune', async ({
  browser,
}) => {
  const seats = seatsOf(browser);
  const counter = await seats('motcua.concuong');
  const department = await seats('sonongnghiepmoitruong');
  const elsewhere = await seats('motcua.luongminh');
  const code = await receiveAt(counter, {
    procedure: LAND,
    scan: card('Kha Thị Mẫu Đất').text,
    more: async (page) => {
      await page.getByText('Nơi giải quyết, nơi trả, số bộ, trích yếu').click();
      const at = page.getByLabel('Nơi trả kết quả');
      await at.selectOption((await at.locator('option', { hasText: 'Lượng Minh' }).getAttribute('value'))!);
    },
  });
  await takeFromQueue(department, code);
  await takeStep(department, code, 'Chuyển xử lý', 'Chuyển');
  await resolve(department, code, 'CS 0123');

  await elsewhere.goto('/ho-so?xem=tra');
  await elsewhere.getByRole('link', { name: code }).click();
  await takeStep(elsewhere, code, 'Trả kết quả', 'Trả kết quả', async (page) => {
    await page.getByLabel(/^Người nhận, ký nhận/).fill('Chính người nộp, ký sổ');
  });
  await counter.goto(`/ho-so/${code}`);
  await expect(counter.locator('.ts-heading')).toContainText('Đã trả kết quả');
  await expect(counter.locator('main')).toContainText('Lượng Minh');

  const third = await seats('motcua.monson');
  expect((await third.request.get(`/ho-so/${code}`)).status(), 'no other commune sees it').toBe(404);
  await seats.close();
});

test('one that will be late is promised anew with an apology before its date, and the citizen reads both on a small telephone', async ({
  browser,
}) => {
  const seats = seatsOf(browser);
  const counter = await seats('motcua.concuong');
  const applicant = card('Lương Thị Mẫu Quán');
  const code = await receiveAt(counter, { procedure: SHOP, scan: applicant.text });
  await takeFromQueue(await seats('kinhte.concuong'), code);
  const head = await seats('chutich.concuong');
  await takeStep(head, code, 'Xin lỗi, hẹn lại ngày trả', 'Hẹn lại', async (page) => {
    const hint = await page.getByText(/^Từ .* trở đi$/).textContent();
    await page.getByLabel(/^Ngày hẹn mới/).fill(/\d+\/\d+\/\d{4}/.exec(hint!)![0]);
    await page
      .locator('form[action$="/xin-loi"]')
      .getByLabel('Lý do')
      .fill('Cần xác minh địa điểm; chúng tôi xin lỗi vì chậm trễ.');
  });

  const citizen = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await citizen.goto('/tra-cuu');
  const axe = async () =>
    (await new AxeBuilder({ page: citizen }).analyze()).violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.target).join(', ')}`,
    );
  expect(await axe()).toEqual([]);
  await lookUp(citizen, code, '000000000000').catch(() => undefined);
  await expect(citizen.locator('.govuk-error-summary')).toBeVisible();
  expect(await axe()).toEqual([]);
  await lookUp(citizen, code, applicant.number);
  const main = citizen.locator('main');
  await expect(main).toContainText('Xin lỗi người nộp: Cần xác minh địa điểm');
  await expect(main).toContainText('thay cho');
  await expect(main).not.toContainText('Lương Thị Mẫu Quán');
  expect(await axe()).toEqual([]);
  const wide = await citizen.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, 'nothing runs out of the screen').toBeLessThanOrEqual(360);
  await citizen.context().close();
  await seats.close();
});

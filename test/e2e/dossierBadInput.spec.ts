import { randomFillSync } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { officeOf } from './offices.ts';
import { card, codeOf, receiveAt, seatsOf } from './serviceCentre.ts';

const SHOP = '1.001612';
const FORM = `/ho-so/tiep-nhan/${SHOP}`;

test.describe.configure({ timeout: 90_000 });

test('the line is lost between typing and saving: what was typed is offered again, and counts once', async ({
  browser,
}) => {
  const counter = await officeOf(browser, 'motcua.concuong');
  const { text } = card('Lô Thị Mẫu Mạng');
  await counter.goto(FORM);
  await counter.getByLabel(/^Quét mã QR/).fill(text);
  await counter.getByLabel(/^Quét mã QR/).press('Enter');
  await expect(counter.getByLabel('Người nộp', { exact: true })).toHaveValue('Lô Thị Mẫu Mạng');
  await counter.getByLabel(/^Điện thoại/).fill('0900000123');
  await counter.getByLabel(/^Đủ \d+ giấy tờ bắt buộc/).check();
  await counter.context().setOffline(true);
  await counter.getByRole('button', { name: 'Tiếp nhận', exact: true }).last().click();
  await counter.waitForTimeout(500);
  await counter.context().setOffline(false);

  await counter.goto(FORM);
  await counter.getByRole('button', { name: 'Điền lại' }).click();
  await expect(counter.getByLabel('Người nộp', { exact: true })).toHaveValue('Lô Thị Mẫu Mạng');
  await expect(counter.getByLabel(/^Điện thoại/)).toHaveValue('0900000123');
  await expect(counter.getByLabel(/^Đủ \d+ giấy tờ bắt buộc/)).toBeChecked();
  await counter.getByRole('button', { name: 'Tiếp nhận', exact: true }).last().click();
  await codeOf(counter);
  await counter.context().close();
});

test('a clock set wrong on the computer is told, and the reception time is that of the server', async ({ browser }) => {
  const counter = await officeOf(browser, 'motcua.concuong');
  const year = new Date().getFullYear();
  await counter.clock.setFixedTime(new Date('2019-03-04T09:30:00+07:00'));
  await counter.goto(FORM);
  await expect(counter.getByText('Đồng hồ máy này sai so với máy chủ.')).toBeVisible();
  await receiveAt(counter, { procedure: SHOP, scan: card('Vi Thị Mẫu Giờ').text });
  const main = counter.locator('main');
  await expect(main).toContainText(new RegExp(`Hẹn trả.*${year}`, 's'));
  await expect(main).not.toContainText('2019');
  await counter.context().close();
});

test('two officers work on one dossier: the first counts, the other is told and loses nothing that was written', async ({
  browser,
}) => {
  const seats = seatsOf(browser);
  const code = await receiveAt(await seats('motcua.concuong'), {
    procedure: SHOP,
    scan: card('Trần Thị Mẫu Hai').text,
  });
  const first = await seats('kinhte.concuong');
  const second = await officeOf(browser, 'kinhte.concuong');
  await first.goto(`/ho-so/${code}`);
  await second.goto(`/ho-so/${code}`);
  await first.getByRole('button', { name: 'Nhận xử lý' }).click();
  await expect(first.getByText('Bạn đã nhận xử lý hồ sơ này.')).toBeVisible();

  await second.getByText('Yêu cầu bổ sung', { exact: true }).click();
  await second.getByLabel(/^Còn thiếu, sai gì/).fill('Thiếu bản sao hợp đồng thuê địa điểm.');
  await second.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
  await expect(second.locator('.govuk-error-summary')).toContainText('Nội dung đã được người khác thay đổi.');
  await expect(second.getByLabel(/^Còn thiếu, sai gì/)).toHaveValue('Thiếu bản sao hợp đồng thuê địa điểm.');
  await first.reload();
  await expect(first.locator('main')).not.toContainText('Đồng hồ dừng từ');
  await second.context().close();
  await seats.close();
});

test('a photo of 40 MB is made smaller before the line carries it; thirty files are refused with what to do, and nothing typed is lost', async ({
  browser,
}) => {
  const counter = await officeOf(browser, 'motcua.concuong');
  await counter.goto(FORM);
  await counter.getByLabel(/^Quét mã QR/).fill(card('Kha Thị Mẫu Ảnh').text);
  await counter.getByLabel(/^Quét mã QR/).press('Enter');
  const files = counter.getByLabel(/^Ảnh, bản quét giấy tờ/);
  const photo = test.info().outputPath('anh to.png');
  const noise = new PNG({ width: 3800, height: 3800 });
  randomFillSync(noise.data);
  writeFileSync(photo, PNG.sync.write(noise, { colorType: 2, deflateLevel: 0 }));
  expect(statSync(photo).size).toBeGreaterThan(40_000_000);
  await files.setInputFiles(photo);
  await expect
    .poll(() => files.evaluate((one) => [...((one as HTMLInputElement).files ?? [])].map((file) => file.size)[0]), {
      timeout: 30_000,
    })
    .toBeLessThan(5_000_000);

  await files.setInputFiles(
    Array.from({ length: 30 }, (_, i) => ({
      name: `to ${i}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from('một trang'),
    })),
  );
  await counter.getByLabel(/^Đủ \d+ giấy tờ bắt buộc/).check();
  await counter.getByRole('button', { name: 'Tiếp nhận', exact: true }).last().click();
  await expect(counter.locator('.govuk-error-summary, .govuk-error-message').first()).toContainText(
    'nhiều nhất 10 tệp',
  );
  await expect(counter.getByLabel('Người nộp', { exact: true })).toHaveValue('Kha Thị Mẫu Ảnh');
  await counter.context().close();
});

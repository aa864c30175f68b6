import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { communeUsername } from '../../src/demonstration/seats.ts';
import { type Day, dayOf } from '../../src/kernel/day.ts';
import { loadPrincipal } from '../../src/organs/accounts/principal.ts';
import { openDatabase } from '../../src/platform/db/access.ts';
import { startPostgres } from '../../src/platform/postgres/embedded.ts';
import { saveSheet } from '../../src/reports/saveSheet.ts';
import { signSheet } from '../../src/reports/signSheet.ts';
import { officeOf } from './offices.ts';

/** Another at each try, so that a second one finds its own. */
const TITLE = `Báo cáo thử tình hình quý của các xã, lần ${Date.now()}`;
/** These write by hand in the browser; the others by the same steps, without their pages. */
const BY_HAND = ['Con Cuông', 'Lượng Minh', 'Tương Dương'];
const today: Day = dayOf(Date.now());

test.describe
  .serial('a quarterly report of 130 communes, from the form to the signed roll-up', () => {
    test.describe.configure({ timeout: 120_000 });
    let office: Page;
    let period = '';
    const taken = new Map<string, number>();

    test.beforeAll(async ({ browser }) => {
      office = await officeOf(browser, 'vpubnd');
    });
    test.afterAll(() => office?.context().close());

    test('the office builds the form field by field, looks at it and publishes it', async () => {
      await office.goto('/bao-cao');
      await office.getByRole('link', { name: 'Lập biểu báo cáo' }).click();
      await office.getByLabel('Tên báo cáo').fill(TITLE);
      await office.getByLabel('Hằng quý').check();
      await office.getByLabel('UBND các xã, phường').check();
      await office.getByLabel('Hạn gửi').fill('4');
      await office.getByRole('button', { name: 'Tiếp tục' }).click();
      await addField(office, { name: 'Hồ sơ tiếp nhận', unit: 'hồ sơ', rule: /^Cộng lại/ });
      await addField(office, {
        name: 'Tỷ lệ đúng hạn',
        type: 'percent',
        rule: /^Trung bình/,
        weight: 'Hồ sơ tiếp nhận',
      });
      await addField(office, { name: 'Dân số', unit: 'người', rule: /^Lấy số mới nhất/, source: 'don-vi.dan-so' });
      await office.getByRole('button', { name: 'Chuyển lên: Dân số' }).click();
      await expect(office.getByRole('row').nth(2)).toContainText('Dân số');
      await office.getByRole('link', { name: 'Xem trước' }).click();
      await expect(office.getByLabel('Hồ sơ tiếp nhận')).toBeVisible();
      await office.getByRole('link', { name: 'Quay lại sửa biểu' }).click();
      await office.getByRole('link', { name: 'Công bố…' }).click();
      await office.getByRole('button', { name: 'Công bố' }).click();
      await expect(office.getByText('Đã công bố biểu.')).toBeVisible();
      await expect(office.getByRole('link', { name: 'Thêm chỉ tiêu' })).toHaveCount(0);
    });

    test('the period is opened, and every commune has its sheet', async () => {
      await office.getByRole('button', { name: /^Mở kỳ và gửi biểu/ }).click();
      await expect(office.getByText('Đã mở kỳ báo cáo')).toBeVisible();
      period = new URL(office.url()).pathname;
      await expect(office.locator('main')).toContainText('0/130');
    });

    test('127 communes report by the steps that their pages take', async () => {
      const { url } = await startPostgres(process.env.THONGSUOT_E2E_DATA!, { join: true });
      const db = openDatabase(url, { connections: 2 });
      try {
        const sheets = await db.system
          .selectFrom('report_sheet as s')
          .innerJoin('unit as u', 'u.id', 's.unit_id')
          .where('s.period_id', '=', Number(period.split('/').at(-1)))
          .orderBy('s.id')
          .select(['s.id', 'u.name'])
          .execute();
        const people = await db.system
          .selectFrom('account_user')
          .where('username', 'like', 'chutich.%')
          .select(['username', 'person_id as personId'])
          .execute();
        const chairs = new Map(people.map((p) => [p.username, p.personId]));
        for (const [i, sheet] of sheets.entries()) {
          taken.set(sheet.name, 100 + i);
          if (BY_HAND.includes(sheet.name)) continue;
          const chair = (await loadPrincipal(db, chairs.get(communeUsername('chutich', sheet.name))!, null, today))!;
          const sent = { 'ct-ho-so-tiep-nhan': String(100 + i), 'ct-ty-le-dung-han': '90', 'ct-dan-so': '1.000' };
          await db.write(chair, async (tx) => {
            const of = { sheetId: sheet.id, seen: null };
            await saveSheet(tx, chair, { ...of, sent, covers: true, prefilled: {}, present: true });
            await signSheet(tx, chair, of, today);
          });
        }
      } finally {
        await db.close();
      }
      expect(taken.size).toBe(130);
      await office.reload();
      await expect(office.locator('main')).toContainText('127/130');
    });

    for (const [i, commune] of BY_HAND.entries()) {
      test(`${commune} writes by hand${i === 0 ? ', a wrong figure told at its field' : ''}, and its chair signs`, async ({
        browser,
      }) => {
        const [clerk, chair] = await Promise.all(
          ['ubnd', 'chutich'].map((seat) => officeOf(browser, communeUsername(seat, commune))),
        );
        await openSheet(clerk!);
        if (i === 0) {
          await clerk!.getByLabel('Hồ sơ tiếp nhận').fill('một trăm');
          await clerk!.getByLabel('Tỷ lệ đúng hạn').fill('90');
          await expect(clerk!.getByRole('alert'), 'told while typing').toContainText('hãy ghi một số');
          await clerk!.getByRole('button', { name: 'Lưu và trình ký' }).click();
          await expect(clerk!.locator('.govuk-error-summary')).toContainText('hãy ghi một số');
          await expect(clerk!.getByLabel('Hồ sơ tiếp nhận'), 'nothing typed is lost').toHaveValue('một trăm');
          const { violations } = await new AxeBuilder({ page: clerk! }).withTags(['wcag2a', 'wcag2aa']).analyze();
          expect(violations.map((v) => v.id)).toEqual([]);
        }
        await fill(clerk!, taken.get(commune)!);
        await sign(chair!);
        if (i === 1) {
          await office.goto(`${period}?xem=da-gui`);
          await office.getByRole('link', { name: `UBND xã ${commune}` }).click();
          await office.getByLabel('Cần sửa chỗ nào').fill('Xem lại dân số.');
          await office.getByRole('button', { name: 'Trả lại' }).click();
          await expect(office.getByText('Đã trả lại báo cáo')).toBeVisible();
          await openSheet(clerk!);
          await expect(clerk!.getByText('Xem lại dân số.').first()).toBeVisible();
          await fill(clerk!, taken.get(commune)!);
          await sign(chair!);
        }
        await Promise.all([clerk!.context().close(), chair!.context().close()]);
      });
    }

    test('the roll-up adds up, each number opens its reports, and the head of the office signs', async ({
      browser,
    }) => {
      const sum = [...taken.values()].reduce((all, n) => all + n, 0);
      const head = await officeOf(browser, 'vpubnd.lanhdao');
      await head.goto(period);
      await expect(head.locator('main')).toContainText('130/130');
      await head.getByRole('link', { name: 'Xem tổng hợp' }).click();
      const shown = sum.toLocaleString('vi-VN');
      await expect(head.getByRole('row', { name: /^Hồ sơ tiếp nhận/ })).toContainText(shown);
      await expect(head.getByRole('row', { name: /^Dân số/ })).toContainText('130.000');
      await expect(head.getByRole('row', { name: /^Tỷ lệ đúng hạn/ })).toContainText('90');
      await head.getByRole('link', { name: shown }).click();
      await expect(head.locator('tbody tr')).toHaveCount(130);
      await head.goBack();
      await head.getByRole('button', { name: /^Ký và khóa sổ/ }).click();
      await expect(head.getByText('Chánh Văn phòng, Văn phòng UBND tỉnh ký ngày').first()).toBeVisible();
      const paper = await head.request.get(`${period}/tong-hop.pdf`);
      expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await head.context().close();
    });

    test('a closed period takes nothing more', async ({ browser }) => {
      const clerk = await officeOf(browser, communeUsername('ubnd', BY_HAND[0]!));
      await openSheet(clerk);
      await expect(clerk.getByText('Kỳ báo cáo này đã khóa sổ').first()).toBeVisible();
      await expect(clerk.getByRole('button', { name: 'Lưu nháp' })).toHaveCount(0);
      await clerk.context().close();
    });
  });

async function addField(
  page: Page,
  field: { name: string; rule: RegExp; unit?: string; type?: string; weight?: string; source?: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Thêm chỉ tiêu' }).click();
  await page.getByLabel('Tên chỉ tiêu').fill(field.name);
  if (field.type) await page.getByLabel('Kiểu số liệu').selectOption(field.type);
  if (field.unit) await page.getByLabel(/^Đơn vị tính/).fill(field.unit);
  await page.getByLabel(field.rule).check();
  if (field.weight) await page.getByLabel(/^Trọng số/).selectOption({ label: field.weight });
  if (field.source) await page.getByLabel(/^Tự lấy số từ/).selectOption(field.source);
  await page.getByRole('button', { name: 'Thêm vào biểu' }).click();
  await expect(page.getByText('Đã thêm chỉ tiêu.')).toBeVisible();
}

async function openSheet(page: Page): Promise<void> {
  await page.goto('/bao-cao');
  await page.getByRole('row').filter({ hasText: TITLE }).getByRole('link').click();
}

async function fill(page: Page, count: number): Promise<void> {
  await page.getByLabel('Hồ sơ tiếp nhận').fill(String(count));
  await page.getByLabel('Tỷ lệ đúng hạn').fill('90');
  await page.getByLabel('Dân số').fill('1.000');
  await page.getByRole('button', { name: 'Lưu và trình ký' }).click();
  await expect(page.getByText('Đã lưu và trình lãnh đạo ký.')).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await openSheet(page);
  await page.getByRole('button', { name: 'Ký và gửi báo cáo' }).click();
  await expect(page.getByText('Đã ký và gửi báo cáo.')).toBeVisible();
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { xlsxStream } from '../../src/platform/spreadsheet/index.ts';
import { officeOf } from './offices.ts';

const SEED = join(import.meta.dirname, '../../../shared/seeds/003_9229ddef5bc43529.txt');
/** Communes of the demonstration whose Party committees ask; each several matters. */
const COMMUNES = [
  'Con Cuông',
  'Lượng Minh',
  'Chiêu Lưu',
  'Môn Sơn',
  'Hữu Khuông',
  'Keng Đu',
  'Mường Xén',
  'Tương Dương',
];
const COUNT = 200;
const TITLE = 'Gặp mặt, đối thoại với người đứng đầu cấp ủy, chính quyền cấp xã';

/**
 * What the seed tells: the conclusion on what was asked falls into matters of organisation, which one body answers, and the
 * rest, which the government's side answers; a third sends and reports. The words of the petitions come from its six duties.
 */
function mattersOf(text: string): string[] {
  const told = /6 NHIỆM VỤ TRỌNG TÂM(.+)TẠO SỰ THỐNG NHẤT/su.exec(text)![1]!;
  const clauses = told
    .split(/[.;,\n]/u)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause.length > 40 && clause.length < 200);
  return [...new Set(clauses)];
}

function rowsOf(text: string): string[][] {
  const matters = mattersOf(text);
  return Array.from({ length: COUNT }, (_, i) => {
    const matter = matters[i % matters.length]!;
    const commune = COMMUNES[i % COMMUNES.length]!;
    return [
      `Đảng ủy xã ${commune}`,
      i % 5 === 0 ? 'Tổ chức bộ máy, cán bộ' : i % 5 < 3 ? 'Tài chính, đầu tư công' : 'Nông nghiệp, nông thôn',
      `${matter} (việc ${i + 1})`,
      `Đề nghị hướng dẫn, hỗ trợ: ${matter}`,
      '',
    ];
  });
}

const HEADS = ['Nơi kiến nghị', 'Lĩnh vực', 'Chủ đề', 'Đề nghị', 'Khó khăn, lý do'];
const sheetOf = async (rows: string[][]) => {
  const stream = xlsxStream(
    HEADS.map((header) => ({ header })),
    rows,
  );
  return Buffer.from(await new Response(stream).arrayBuffer());
};

test('a dialogue from its 200 petitions to its answer book', async ({ browser }) => {
  test.setTimeout(120_000);
  test.skip(!existsSync(SEED), `${SEED} is not here: no dialogue of a real notice to follow.`);
  const rows = rowsOf(readFileSync(SEED, 'utf8'));
  const office = await officeOf(browser, 'vptu');
  const dialogue = await test.step('the office opens it and lets communes ask until its day', () =>
    openDialogue(office));

  await test.step('a table with faults takes nothing in, and tells each row', async () => {
    const faulty = rows.map((row, i) => (i === 57 ? ['Xã không có', ...row.slice(1)] : row));
    await feedIn(office, dialogue, await sheetOf(faulty));
    await expect(office.getByText('Chưa dòng nào được ghi.')).toBeVisible({ timeout: 20_000 });
    await expect(office.getByRole('row', { name: /Xã không có/ })).toContainText('59');
  });

  await test.step('the mended table is taken in whole', async () => {
    await feedIn(office, dialogue, await sheetOf(rows));
    await expect(office.getByText(`Đã thêm ${COUNT} kiến nghị`)).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a commune raises one more into it before the meeting', async () => {
    const commune = await officeOf(browser, 'danguy.concuong');
    await commune.goto(dialogue);
    await commune.getByRole('link', { name: 'Gửi kiến nghị cho chương trình' }).click();
    await commune.getByLabel('Chủ đề').fill('Quy định việc điều động cán bộ cấp sở về tăng cường ở xã');
    await commune.getByLabel('Đề nghị cấp trên làm gì').fill('Sớm ban hành quy định để xã chủ động bố trí.');
    await commune.getByLabel('Khó khăn, lý do').fill('Xã thiếu người có chuyên môn.');
    await commune.getByLabel('Lĩnh vực').selectOption('to-chuc');
    await commune.getByRole('button', { name: /rồi gửi/ }).click();
    await commune.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await expect(commune.getByText('Đã gửi kiến nghị.')).toBeVisible();
    await commune.context().close();
  });

  await test.step('each field goes out at once: one body prepares, another sends and reports', async () => {
    await assignField(office, dialogue, 'Tổ chức bộ máy, cán bộ', 'Ban Tổ chức Tỉnh ủy');
    await assignField(office, dialogue, 'Tài chính, đầu tư công', 'Sở Tài chính');
    await expect(office.getByRole('row', { name: /^Tài chính, đầu tư công/ })).toContainText('80');
  });

  await test.step('what is prepared waits for the sender, and what is sent is judged', () =>
    answerOne(browser, dialogue));

  await test.step('the answer book holds all, on a page and as one document', async () => {
    await office.goto(dialogue);
    await office.getByRole('link', { name: 'Sổ trả lời' }).click();
    await expect(office.locator('.ts-lead')).toContainText(`${COUNT + 1} kiến nghị, đã trả lời 1`);
    await expect(office.locator('main')).toContainText('Đã trình ban hành quy định thí điểm.');
    await expect(office.locator('main')).toContainText('Nơi kiến nghị đánh giá: đã giải quyết.');
    for (const [name, starts] of [
      ['Tải Word', 'PK'],
      ['Tải PDF', '%PDF'],
    ] as const) {
      const [download] = await Promise.all([
        office.waitForEvent('download'),
        office.getByRole('link', { name, exact: true }).click(),
      ]);
      expect(readFileSync((await download.path())!, 'latin1').slice(0, starts.length)).toBe(starts);
    }
  });
  await office.context().close();
});

async function openDialogue(office: Page): Promise<string> {
  await office.goto('/kien-nghi');
  await office.getByRole('link', { name: 'Đối thoại' }).click();
  await office.getByText('Mở chương trình đối thoại').click();
  await office.getByLabel('Tên chương trình').fill(TITLE);
  await office.getByLabel('Ngày tổ chức').fill('20/12/2030');
  await office.getByLabel(/^Các nơi tự gửi kiến nghị/).fill('15/12/2030');
  await office.getByRole('button', { name: 'Mở chương trình' }).click();
  await expect(office.getByText('Đã mở chương trình đối thoại.')).toBeVisible();
  return new URL(office.url()).pathname;
}

async function feedIn(office: Page, dialogue: string, buffer: Buffer): Promise<void> {
  await office.goto(dialogue);
  const details = office.locator('details').filter({ hasText: 'Nhập từ bảng (' });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await office.getByLabel(/^Bảng kiến nghị/).setInputFiles({
    name: 'kien-nghi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
  await office.getByRole('button', { name: 'Nhập kiến nghị' }).click();
  await office.waitForURL(/\/nhap\/\d+$/);
}

async function assignField(office: Page, dialogue: string, field: string, lead: string): Promise<void> {
  await office.goto(dialogue);
  const form = office.locator('details').filter({ hasText: `${field}: giao` });
  await form.locator('summary').first().click();
  await form.getByLabel('Cơ quan chủ trì trả lời').fill(lead);
  await form.getByLabel(/^Cơ quan gửi trả lời/).fill('Ban Tuyên giáo và Dân vận Tỉnh ủy');
  await form.getByRole('button', { name: /^Giao cả/ }).click();
  await expect(office.getByText(/^Đã giao \d+ kiến nghị/)).toBeVisible();
}

async function answerOne(browser: Browser, dialogue: string): Promise<void> {
  const list = `/kien-nghi?pham-vi=tra-loi&doi-thoai=${/\d+$/.exec(dialogue)}&q=dieu dong can bo cap so`;
  const openFirst = async (page: Page, at: string) => {
    await page.goto(at);
    await page.getByRole('table', { name: 'Danh sách kiến nghị' }).getByRole('link').first().click();
    await page.waitForURL(/\/kien-nghi\/\d+$/);
    return page.url();
  };
  const prepares = await officeOf(browser, 'bantochuctinhuy');
  const at = await openFirst(prepares, list);
  await prepares.getByLabel('Nội dung trả lời').fill('Đã trình ban hành quy định thí điểm.');
  await prepares.getByRole('button', { name: 'Chuyển dự thảo trả lời' }).click();
  await expect(prepares.getByText('Đã ghi trả lời.')).toBeVisible();
  const asks = await officeOf(browser, 'danguy.concuong');
  await asks.goto(at);
  await expect(asks.locator('main'), 'a draft is not for those who ask').not.toContainText('Đã trình ban hành');
  const sends = await officeOf(browser, 'bantuyengiaodanvantinhuy');
  await sends.goto(at);
  await sends.getByRole('button', { name: /^Gửi đến nơi kiến nghị/ }).click();
  await expect(sends.getByText('Đã gửi trả lời đến mọi nơi kiến nghị.')).toBeVisible();
  await asks.goto(at);
  await asks.getByLabel('Đã giải quyết').check();
  await asks.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(asks.getByText('Đã ghi đánh giá.')).toBeVisible();
  for (const page of [prepares, asks, sends]) await page.context().close();
}

import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskPages, taskPages } from '../../../test/taskPages.ts';
import { closeExtraction, extractText } from '../../platform/files/index.ts';
import { closePrinting } from '../../platform/print/index.ts';
import { groupsOf, type LetterTask } from './model.ts';
import { printLettersJob } from './printLettersJob.ts';

let pages: TaskPages;
beforeAll(async () => {
  pages = await taskPages();
});
afterAll(async () => {
  await Promise.all([closePrinting(), closeExtraction()]);
  await pages.close();
});

const fields = (ids: number[], over: Record<string, string> = {}) => ({
  khoa: randomUUID(),
  nv: ids.map(String),
  viec: 'lap',
  cach: 'each',
  'ban-hanh': String(pages.province.organs.vanPhong),
  so: '7',
  'ky-hieu': 'CV/VPTU',
  'dia-danh': 'Thử',
  ngay: '22/11/2026',
  'trich-yeu': 'đôn đốc thực hiện nhiệm vụ được giao',
  'mo-dau': 'Qua theo dõi, một số nhiệm vụ chưa có kết quả.',
  'bao-cao': '30/11/2026',
  'quyen-han': '',
  'thay-mat': '',
  'chuc-vu': 'Chánh Văn phòng',
  'nguoi-ky': '',
  'noi-nhan': 'Như trên\nLưu Văn phòng Tỉnh ủy',
  ...over,
});
const make = (ids: number[], over: Record<string, string> = {}) =>
  pages.post(pages.clerk, '/nhiem-vu/don-doc', fields(ids, over));
const lettersAt = (to: string) =>
  pages.db.system
    .selectFrom('reminder_letter')
    .where('batch', '=', to.split('/').at(-1)!)
    .orderBy('id')
    .selectAll()
    .execute();
const words = async (bytes: Uint8Array, name: string) => (await extractText(bytes, { name })).text.replace(/\s+/g, ' ');

describe('who gets what', () => {
  const task = (id: number, openLeadIds: number[]) => ({ id, openLeadIds }) as unknown as LetterTask;
  it('each lead gets one letter with all its tasks; a task of two leads stands in both', () => {
    const groups = groupsOf('each', [task(1, [10]), task(2, [10, 20]), task(3, [])]);
    expect(groups.map((g) => [g.organIds, g.tasks.map((t) => t.id)])).toEqual([
      [[10], [1, 2]],
      [[20], [2]],
    ]);
  });
  it('one letter to all names each lead and each task once', () => {
    const [group] = groupsOf('one', [task(1, [10]), task(2, [10, 20]), task(3, [])]);
    expect([group!.organIds, group!.tasks.map((t) => t.id)]).toEqual([
      [10, 20],
      [1, 2],
    ]);
  });
  it('nobody to remind, no letter', () => expect(groupsOf('one', [task(1, [])])).toEqual([]));
});

describe('reminder letters', () => {
  it('one to each organ: numbered on, kept, and written down on every task', async () => {
    const both = await pages.assign({
      leads: [pages.province.organs.taiChinh, pages.province.organs.xayDung],
      coordinators: [],
    });
    const one = await pages.assign();
    const { status, to } = await make([both, one], { so: '21' });
    expect(status).toBe(303);
    const made = await lettersAt(to);
    expect(made.map((l) => [l.number, l.addressee_ids])).toEqual([
      [21, [pages.province.organs.taiChinh]],
      [22, [pages.province.organs.xayDung]],
    ]);
    const { history } = await pages.look(pages.clerk, both);
    expect(history.slice(0, 2).map((e) => [e.kind, (e.data as { letter: string }).letter])).toEqual([
      ['task.reminded_by_letter', 'Số 22-CV/VPTU'],
      ['task.reminded_by_letter', 'Số 21-CV/VPTU'],
    ]);
    const page = await pages.get(pages.finance, `/nhiem-vu/${one}`);
    expect(page.html).toContain(`/nhiem-vu/don-doc/van-ban/${made[0]!.id}`);
  });

  it('the addressee downloads it as PDF and as Word; another organ does not know of it', async () => {
    const { to } = await make([await pages.assign()], { so: '31' });
    const [letter] = await lettersAt(to);
    const href = `/nhiem-vu/don-doc/van-ban/${letter!.id}`;
    for (const format of ['pdf', 'docx'] as const) {
      const answer = await pages.get(pages.finance, `${href}/${format}`);
      const text = await words(answer.bytes, `van-ban.${format}`);
      expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
      expect(text).toContain('Số 31-CV/VPTU');
      expect(text).toContain('Kính gửi: Sở Tài chính');
      expect(text).toContain('báo cáo kết quả trước ngày 30/11/2026');
      expect(text).toContain('CHÁNH VĂN PHÒNG');
    }
    for (const path of [href, `${href}/pdf`]) expect((await pages.get(pages.commune, path)).status).toBe(404);
    expect((await pages.get(pages.commune, `/nhiem-vu/don-doc/${letter!.batch}`)).status).toBe(404);
  });

  it('the job keeps both files, and what is downloaded then is the kept one', async () => {
    const { to } = await make([await pages.assign()], { so: '41' });
    await printLettersJob(pages.services).work({});
    const [letter] = await lettersAt(to);
    const answer = await pages.get(pages.clerk, `/nhiem-vu/don-doc/van-ban/${letter!.id}/pdf`);
    expect(Buffer.from(await pages.services.files.get(letter!.pdf_sha256!)).equals(Buffer.from(answer.bytes))).toBe(
      true,
    );
    expect(letter!.docx_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('one letter to all has the tasks in an annex; the whole batch comes as one ZIP', async () => {
    const ids = [
      await pages.assign(),
      await pages.assign({ leads: [pages.province.organs.xayDung], coordinators: [] }),
    ];
    const { to } = await make(ids, { so: '51', cach: 'one' });
    const zip = await pages.get(pages.clerk, `${to}/pdf`);
    const [name, bytes] = Object.entries(unzipSync(zip.bytes))[0]!;
    expect(name).toBe('don-doc-51-CV-VPTU.pdf');
    const text = await words(bytes, name);
    for (const part of ['- Sở Tài chính;', '- Sở Xây dựng.', 'PHỤ LỤC', 'Kèm theo Công văn số 51-CV/VPTU']) {
      expect(text).toContain(part);
    }
  });

  it('a preview has no number, keeps nothing and says nothing on the task', async () => {
    const id = await pages.assign();
    const before = (await pages.look(pages.clerk, id)).history.length;
    const answer = await make([id], { viec: 'xem', so: '' });
    expect(answer.type).toBe('application/pdf');
    expect((await pages.look(pages.clerk, id)).history).toHaveLength(before);
  });

  it('sent twice counts once; a number used already is refused at its field with nothing lost', async () => {
    const id = await pages.assign();
    const form = fields([id], { so: '61' });
    const first = await pages.post(pages.clerk, '/nhiem-vu/don-doc', form);
    expect((await pages.post(pages.clerk, '/nhiem-vu/don-doc', form)).to).toBe(first.to);
    expect(await lettersAt(first.to)).toHaveLength(1);
    const again = await make([id], { so: '61', 'nguoi-ky': 'Người Ký' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('Số 61 đã dùng');
    expect(again.html).toContain('value="Người Ký"');
  });

  it.each([
    ['so', 'abc', 'bằng chữ số'],
    ['ngay', '32/1/2026', 'Ngày không đúng'],
    ['ngay', '', 'Hãy ghi ngày ban hành'],
    ['bao-cao', '1/11/2026', 'không thể trước ngày ban hành'],
    ['chuc-vu', ' ', 'chức vụ người ký'],
  ])('%s = "%s" is told at its field', async (field, value, message) => {
    const answer = await make([await pages.assign()], { [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(message);
  });

  it('the place and the signer of the last letter are offered again', async () => {
    const id = await pages.assign();
    await make([id], {
      so: '71',
      'nguoi-ky': 'Người Ký Thử',
      'chuc-vu': 'Phó Chánh Văn phòng',
      'quyen-han': 'KT',
      'thay-mat': 'Chánh Văn phòng',
    });
    const form = await pages.get(pages.clerk, `/nhiem-vu/don-doc?nv=${id}`);
    expect(form.html).toContain('value="Người Ký Thử"');
    expect(form.html).toMatch(/<option value="KT" selected/);
  });

  it('in the name of the body served the symbol and the signature are those of the body', async () => {
    const id = await pages.assign();
    const own = await pages.get(pages.clerk, `/nhiem-vu/don-doc?nv=${id}`);
    const href = /href="([^"]+ban-hanh=\d+)"/.exec(own.html)![1]!.replaceAll('&amp;', '&');
    const body = await pages.get(pages.clerk, href);
    expect(body.html).toContain('Cơ quan ban hành: <b>Tỉnh ủy</b>');
    expect(body.html).toContain('value="CV/TU"');
    expect(body.html).toMatch(/<option value="TL" selected/);
    const { to } = await make([id], { so: '91', 'ban-hanh': String(pages.province.organs.tinhUy), 'ky-hieu': 'CV/TU' });
    const [letter] = await lettersAt(to);
    const paper = await pages.get(pages.clerk, `/nhiem-vu/don-doc/van-ban/${letter!.id}/pdf`);
    expect(await words(paper.bytes, 'a.pdf')).toContain('Số 91-CV/TU');
  });

  it('nobody writes to the own office: its tasks stay out', async () => {
    const own = await pages.assign({ leads: [pages.province.organs.vanPhong], coordinators: [] });
    const form = await pages.get(pages.clerk, `/nhiem-vu/don-doc?nv=${own}&nv=${await pages.assign()}`);
    expect(form.html).toContain('1 nhiệm vụ của 1 cơ quan');
    expect(form.html).toContain('1 nhiệm vụ đã chọn không đưa vào văn bản');
  });

  it('only the office that follows the tasks makes letters', async () => {
    const id = await pages.assign();
    expect((await pages.post(pages.finance, '/nhiem-vu/don-doc', fields([id]))).status).toBe(403);
    const head = await pages.province.person('taiChinh', 'head');
    const answer = await pages.post(
      head,
      '/nhiem-vu/don-doc',
      fields([id], { so: '81', 'ban-hanh': String(head.organId) }),
    );
    expect(answer.to).toBe('/nhiem-vu/chon');
    expect((await pages.look(pages.clerk, id)).history).toHaveLength(1);
  });
});

describe('the page to choose', () => {
  it('leads from boxes to the form, and says when nothing was chosen', async () => {
    const id = await pages.assign();
    const list = await pages.get(pages.clerk, '/nhiem-vu/chon?pham-vi=giao&trang-thai=trong-han');
    expect(list.html).toContain(`name="nv" value="${id}"`);
    const none = await pages.get(pages.clerk, '/nhiem-vu/don-doc?pham-vi=giao&trang-thai=trong-han');
    expect(none.status).toBe(422);
    expect(none.html).toContain('Chưa chọn nhiệm vụ nào');
    const all = await pages.get(pages.clerk, '/nhiem-vu/don-doc?pham-vi=giao&trang-thai=trong-han&ca-danh-sach=co');
    expect(all.html).toContain('Lập văn bản đôn đốc');
    expect(all.html).toContain(`name="nv" value="${id}"`);
  });

  it('a step on many shows the tasks once more, asks what it needs and tells the outcome', async () => {
    const id = await pages.assign();
    const asked = await pages.get(pages.clerk, `/nhiem-vu/hang-loat?viec=han&nv=${id}`);
    expect(asked.html).toContain('Đổi hạn: 1 nhiệm vụ');
    const fields = { viec: 'han', nv: [String(id)], han: '32/13/2026', 'ly-do': 'Do mưa lũ' };
    const wrong = await pages.post(pages.clerk, '/nhiem-vu/hang-loat', fields);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Do mưa lũ');
    const done = await pages.post(pages.clerk, '/nhiem-vu/hang-loat', { ...fields, han: '20/12/2026' });
    const result = await pages.get(pages.clerk, done.to);
    expect(result.html).toContain('1 nhiệm vụ đã đổi hạn');
    expect(result.html).toContain('Hoàn tác');
    expect((await pages.get(pages.finance, done.to)).status).toBe(403);
  });
});

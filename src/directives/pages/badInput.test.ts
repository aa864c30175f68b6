import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, NOTICE, openPages, type Pages } from '../../../test/directivePages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

describe('What is fed in badly', () => {
  const file = (bytes: Uint8Array<ArrayBuffer> | string, name: string) => new File([bytes], name);
  const upload = (one: File) => pages.post('clerk', '/van-ban/moi', { tep: one });

  it.each([
    ['an empty file', file('', 'rong.txt'), 'Tệp rỗng'],
    [
      'a program with the name of a Word file',
      file(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]), 'vanban.docx'),
      '',
    ],
    ['a text of nothing but blanks', file(' \n\t \n', 'trang.txt'), ''],
  ])('%s is refused with a sentence, and nothing is stored', async (_what, one, words) => {
    const before = await pages.countOf();
    const answer = await upload(one);
    expect([413, 422]).toContain(answer.status);
    expect(answer.html).toContain('govuk-error-summary');
    expect(answer.html).toContain(words);
    expect(await pages.countOf()).toBe(before);
  });

  it('neither a file nor text, or both at once, is asked for', async () => {
    expect((await pages.paste('')).html).toContain('Hãy chọn tệp văn bản');
    expect(
      (await pages.post('clerk', '/van-ban/moi', { tep: file(NOTICE, 'a.txt'), 'noi-dung': NOTICE })).html,
    ).toContain('Chỉ chọn một cách');
  });

  it('a secret document is refused; neither its text nor its file is kept, only that it came', async () => {
    const before = await pages.countOf();
    const answer = await pages.paste(NOTICE.replace('THÔNG BÁO', 'TỐI MẬT\n\nTHÔNG BÁO'));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('không được đưa vào hệ thống này');
    expect(await pages.countOf()).toBe(before);
    const event = await pages.db.system
      .selectFrom('event')
      .where('kind', '=', 'directive.secret_refused')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(event.data)).not.toContain('kiến nghị');
  });

  it('a notice without number or date, decomposed and with control characters, is read the same', async () => {
    const clean = idIn((await pages.paste(NOTICE.replace('tháng 3', 'tháng 4'))).to);
    const dirty = idIn(
      (
        await pages.paste(
          NOTICE.replace('tháng 3', 'tháng 4').normalize('NFD').replace('Giao', '\u0007Giao\u200b').concat('\u0001 '),
        )
      ).to,
    );
    expect(dirty).not.toBe(clean);
    const shape = async (id: number) =>
      (await pages.draftsOf(id)).map((d) => [d.action, d.topic, d.due_on, d.agencies]);
    expect(await shape(dirty)).toEqual(await shape(clean));
    const row = await pages.db.system
      .selectFrom('directive')
      .where('id', '=', dirty)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect([row.number, row.symbol, row.issued_on]).toEqual([null, null, null]);
    expect(row.text).toBe(row.text.normalize('NFC'));
  });

  it('the same content again leads to the first, and adds nothing; another telling is offered as the same', async () => {
    const first = idIn((await pages.paste(`${NOTICE}\nBản một.`)).to);
    const before = await pages.countOf();
    const again = await pages.paste(`${NOTICE}\nBản một.`);
    expect([again.status, again.to]).toEqual([303, `/van-ban/${first}`]);
    expect(await pages.countOf()).toBe(before);
    const page = `Ngày 2/3/2026, Tỉnh ủy ban hành Thông báo số 216-TB/TU. ${NOTICE.slice(NOTICE.indexOf('Thường trực'), NOTICE.indexOf('Nơi nhận'))}`;
    const news = idIn((await pages.paste(page)).to);
    const desk = await pages.get('clerk', `/van-ban/${news}/doc`);
    const beside = new RegExp(`/van-ban/${news}/so-sanh/(\\d+)`).exec(desk.html);
    expect(beside).not.toBeNull();
    const compared = await pages.get('clerk', `/van-ban/${news}/so-sanh/${first}`);
    expect(compared.status).toBe(200);
    expect(compared.html).toContain('Giữ bản nào làm chính?');
    const joined = await pages.post('clerk', `/van-ban/${news}/so-sanh/${first}`, { giu: String(first), dien: 'co' });
    expect(joined.to).toBe(`/van-ban/${first}`);
    const kept = await pages.db.system
      .selectFrom('directive')
      .where('id', '=', news)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ state: 'discarded', same_as_id: first });
  });

  it('script and SQL in every field stay words', async () => {
    const evil = `<script>alert(1)</script>'); drop table directive; --`;
    const id = idIn((await pages.paste(`${NOTICE}\nPhụ lục: ${evil}`)).to);
    const [draft] = await pages.draftsOf(id);
    await pages.post('clerk', `/van-ban/${id}/doc/thong-tin`, {
      'phien-ban': '1',
      'trich-yeu': evil,
      loai: evil,
      'nguoi-ky': evil,
      'chuc-vu': evil,
    });
    const fields: Record<string, string> = {
      'phien-ban': '1',
      'so-co-quan': '1',
      'vai-0': 'lead',
      'chu-0': evil,
      viec: 'luu',
    };
    for (const name of ['hanh-dong', 'chu-de', 'han-chu', 'dieu-kien', 'dinh-ky', 'bao-cao', 'can-cu'])
      fields[name] = evil;
    expect((await pages.post('clerk', `/van-ban/${id}/doc/${draft!.id}/sua`, fields)).status).toBe(303);
    expect(
      (
        await pages.post('clerk', `/van-ban/${id}/doc/${draft!.id}/sua`, {
          ...fields,
          'phien-ban': '2',
          'co-quan-moi-1': evil,
          han: evil,
        })
      ).status,
    ).toBe(422);
    for (const path of [
      `/van-ban/${id}`,
      `/van-ban/${id}/doc`,
      `/van-ban/${id}/doc?sua=${draft!.id}`,
      `/van-ban/${id}/ban-hanh`,
      `/van-ban?q=${encodeURIComponent(evil)}`,
    ]) {
      const answer = await pages.get('clerk', path);
      expect(answer.status, path).toBe(200);
      expect(answer.html, path).not.toContain('<script>alert');
    }
    expect(await pages.countOf()).toBeGreaterThan(0);
  });

  it('ids that are none, of nobody, or of another office lead to "not found"', async () => {
    for (const path of [
      '/van-ban/abc',
      '/van-ban/0',
      '/van-ban/99999999',
      "/van-ban/1'or'1",
      '/van-ban/-1/doc',
      '/van-ban/99999999/tep/1',
      '/api/van-ban/99999999',
    ]) {
      expect((await pages.get('clerk', path)).status, path).toBe(404);
    }
    const id = idIn((await pages.paste(`${NOTICE}\nRiêng của văn phòng.`)).to);
    expect((await pages.get('department', `/van-ban/${id}`)).status).toBe(404);
    expect((await pages.get('nobody', `/van-ban/${id}`)).status).toBe(303);
  });

  it('300 pages are read within seconds, and the desk shows them', async () => {
    const section = (i: number) =>
      `${i}. Về nội dung thứ ${i}: ${'Tiếp tục rà soát, đánh giá tình hình thực hiện trên địa bàn tỉnh. '.repeat(30)}\n`;
    const long = `${NOTICE.slice(0, NOTICE.indexOf('1. Đối với'))}${Array.from({ length: 320 }, (_, i) => section(i + 1)).join('\n')}`;
    expect(long.length).toBeGreaterThan(600_000);
    const begun = performance.now();
    const id = idIn((await pages.paste(long)).to);
    expect(id).toBeGreaterThan(0);
    const desk = await pages.get('clerk', `/van-ban/${id}/doc`);
    expect(desk.status).toBe(200);
    console.info(
      `300 pages taken in and shown in ${Math.round(performance.now() - begun)} ms, ${Math.round(desk.html.length / 1000)} kB`,
    );
  });

  it('the original comes back byte for byte, as a download, to those who may see it', async () => {
    const bytes = `${NOTICE}\r\nBản tải lên.\r\n`;
    const id = idIn((await upload(file(bytes, 'thông báo.txt'))).to);
    const stored = await pages.db.system
      .selectFrom('file')
      .where('subject_id', '=', id)
      .where('subject_type', '=', 'directive')
      .selectAll()
      .executeTakeFirstOrThrow();
    const answer = await pages.get('clerk', `/van-ban/${id}/tep/${stored.id}`);
    expect(answer.html).toBe(bytes);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect((await pages.get('department', `/van-ban/${id}/tep/${stored.id}`)).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hidden, idIn, NOTICE, openPages, type Pages } from '../../../test/directivePages.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

describe('From a notice to an issued directive', () => {
  it('is read, checked, completed, issued, seen and acknowledged', async () => {
    const taken = await pages.paste(NOTICE);
    expect(taken.status).toBe(303);
    const id = idIn(taken.to);
    const desk = await pages.get('clerk', `/van-ban/${id}/doc`);
    expect(desk.status).toBe(200);
    expect(desk.html).toContain('để trống');
    expect(desk.html).toContain('-TB/TU');
    expect(desk.html).toContain('chưa có ngày');
    const drafts = await pages.draftsOf(id);
    const of = (words: string) => drafts.find((d) => d.action.includes(words) || (d.topic ?? '').includes(words))!;
    for (const draft of drafts) expect(desk.html).toContain(`data-item="${draft.id}"`);
    expect(desk.html).toContain(`href="#doan-${of('công nghệ thông tin').id}"`);

    // The invented company is asked, not guessed; accepting is refused.
    const unclear = of('máy xúc');
    expect(desk.html).toContain('Liên hiệp Máy xúc Trường Sơn?');
    const refused = await pages.post('clerk', `/van-ban/${id}/doc/${unclear.id}/nhan`, { 'phien-ban': '1' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Chưa rõ');

    const edited = await pages.post('clerk', `/van-ban/${id}/doc/${unclear.id}/sua`, {
      'phien-ban': '1',
      'so-co-quan': '1',
      'chu-0': 'Liên hiệp Máy xúc Trường Sơn',
      'vai-0': 'lead',
      'ten-0': 'Sở Xây dựng',
      'hanh-dong': 'tham mưu phương án máy xúc dùng chung',
      han: '31/12/2026',
      viec: 'nhan',
    });
    expect(edited.status).toBe(303);
    for (const draft of await pages.draftsOf(id)) {
      if (draft.state !== 'found') continue;
      const done = await pages.post('clerk', `/van-ban/${id}/doc/${draft.id}/nhan`, {
        'phien-ban': String(draft.version),
      });
      expect(done.status, draft.action).toBe(303);
    }

    const check = await pages.get('clerk', `/van-ban/${id}/ban-hanh`);
    expect(check.html).toContain('UBND xã Chiêu Lưu');
    const fields = {
      dau: hidden(check.html, 'dau'),
      'phien-ban': hidden(check.html, 'phien-ban'),
      khoa: hidden(check.html, 'khoa'),
      so: '215',
      'ky-hieu': '-TB/TU',
      loai: 'Thông báo',
      'trich-yeu': 'kết luận về vận hành chính quyền địa phương hai cấp',
      'nguoi-ky': 'Chánh Văn phòng',
      'so-noi-nhan': '0',
      'gui-them-1': 'Sở Nội vụ',
    };
    const undated = await pages.post('clerk', `/van-ban/${id}/ban-hanh`, fields);
    expect(undated.status).toBe(422);
    expect(undated.html).toContain('Hãy ghi ngày ban hành');
    expect(undated.html).toContain('value="Sở Nội vụ"');
    const done = await pages.post('clerk', `/van-ban/${id}/ban-hanh`, { ...fields, ngay: '2/3/2026' });
    expect(done.status).toBe(303);
    const again = await pages.post('clerk', `/van-ban/${id}/ban-hanh`, { ...fields, ngay: '2/3/2026' });
    expect(again.status).toBe(303);
    expect(pages.issued.filter((d) => d.id === id)).toHaveLength(1);
    expect(pages.issued[0]!.tasks.length).toBe(drafts.length);

    expect((await pages.get('department', `/van-ban/${id}`)).html).toContain('Đã nhận');
    const organId = String(pages.people.get('department')!.organId);
    expect((await pages.post('department', `/van-ban/${id}/da-nhan`, { 'co-quan': organId })).status).toBe(303);
    const page = await pages.get('clerk', `/van-ban/${id}`);
    expect(page.html).toContain('Người department');
    expect(page.html).toContain('chưa xác nhận');
    expect((await pages.get('department', `/van-ban/${id}/doc`)).status).toBe(403);

    const api = JSON.parse((await pages.get('department', `/api/van-ban/${id}`)).html);
    expect(api).toMatchObject({ id, symbol: '215-TB/TU', issuedOn: '2026-03-02' });
    expect(
      JSON.parse((await pages.get('department', '/api/van-ban?q=van%20hanh%20chinh%20quyen')).html).directives.map(
        (d: { id: number }) => d.id,
      ),
    ).toEqual([id]);
    expect(JSON.parse((await pages.get('commune', '/api/van-ban?trang-thai=dang-doc')).html).directives).toEqual([]);
  });
});

describe('Two clerks at one desk', () => {
  it('a stale edit is refused with both versions shown, and what was typed is not lost', async () => {
    const id = idIn((await pages.paste(`${NOTICE}\nBản hai văn thư.`)).to);
    const draft = (await pages.draftsOf(id)).find((d) => d.action.includes('tham mưu'))!;
    const fields = (words: string) => ({
      'phien-ban': '1',
      'so-co-quan': '1',
      'chu-0': 'Sở Tài chính',
      'vai-0': 'lead',
      'co-quan-0': String(pages.people.get('department')!.organId),
      'hanh-dong': words,
      viec: 'luu',
    });
    expect(
      (await pages.post('second', `/van-ban/${id}/doc/${draft.id}/sua`, fields('chữ của người thứ hai'))).status,
    ).toBe(303);
    const late = await pages.post('clerk', `/van-ban/${id}/doc/${draft.id}/sua`, fields('chữ của người thứ nhất'));
    expect(late.status).toBe(409);
    expect(late.html).toContain('chữ của người thứ hai');
    expect(late.html).toContain('chữ của người thứ nhất');
    expect(late.html).toContain('name="phien-ban" value="2"');
    const news = JSON.parse((await pages.get('clerk', `/van-ban/${id}/doc/thay-doi?sau=0`)).html);
    expect(news.news.at(-1)).toMatch(/^Người second vừa sửa nhiệm vụ \d/);
  });
});

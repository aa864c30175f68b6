import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idIn, NOTICE, openPages, type Pages } from '../../../test/directivePages.ts';
import { paragraph, pdfOf } from '../../platform/files/testFiles.ts';

let pages: Pages;
let id: number;
beforeAll(async () => {
  pages = await openPages();
  const lines = [
    'THONG BAO',
    'ket luan ve van hanh chinh quyen dia phuong hai cap',
    '1. Giao UBND xa Con Cuong ra soat tru so.',
    '2. Giao UBND xa Luong Minh bao cao truoc ngay 30/9/2026.',
  ];
  const bytes = new Uint8Array(
    await pdfOf([paragraph(lines, 100), paragraph(['Trang hai khong co nhiem vu nao ca.'], 90)]),
  );
  const { to } = await pages.post('clerk', '/van-ban/moi', {
    tep: new File([bytes], 'thong-bao.pdf', { type: 'application/pdf' }),
  });
  id = idIn(to);
});
afterAll(() => pages.close());

describe('the pages of a file at the desk', () => {
  it('are shown as text first, as pictures on asking, and then at each step until the text is asked for', async () => {
    const text = await pages.get('clerk', `/van-ban/${id}/doc`);
    expect(text.html).toContain('data-start');
    const asked = await pages.get('clerk', `/van-ban/${id}/doc?xem=anh`);
    expect(asked.html).toContain(`/van-ban/${id}/trang/2.png`);
    expect(asked.html).not.toContain('data-start');
    const cookie = asked.headers.get('set-cookie')!.split(';')[0]!;
    const next = await pages.get('clerk', `/van-ban/${id}/doc?them=1`, { cookie });
    expect(next.html).toContain(`/van-ban/${id}/trang/1.png`);
    const back = await pages.get('clerk', `/van-ban/${id}/doc?xem=chu`, { cookie });
    expect(back.html).toContain('data-start');
  });

  it('carry a named link over each task, which leads to it', async () => {
    const drafts = await pages.draftsOf(id);
    const { html } = await pages.get('clerk', `/van-ban/${id}/doc?xem=anh`);
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) {
      expect(html).toMatch(new RegExp(`<a[^>]*href="#nv-${draft.id}" aria-label="Nhiệm vụ ${draft.ordinal}"`));
    }
  });

  it('are pictures for whoever may see the directive, kept only to be asked for again', async () => {
    const image = await pages.get('clerk', `/van-ban/${id}/trang/1.png`);
    expect(image.status).toBe(200);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('cache-control')).toBe('private, no-cache');
    const etag = image.headers.get('etag')!;
    expect((await pages.get('clerk', `/van-ban/${id}/trang/1.png`, { 'If-None-Match': etag })).status).toBe(304);
    const stranger = await pages.get('department', `/van-ban/${id}/trang/1.png`, { 'If-None-Match': etag });
    expect(stranger.status, 'another organ, even with the mark of the picture').toBe(404);
    expect((await pages.get('nobody', `/van-ban/${id}/trang/1.png`)).status, 'to the sign-in').toBe(303);
  });

  it.each(['3.png', '0.png', '1.jpg', '01.png', '99999.png', '%2e%2e.png'])('there is no page %s', async (page) => {
    expect((await pages.get('clerk', `/van-ban/${id}/trang/${page}`)).status).toBe(404);
  });

  it('are not offered for a text, which has none', async () => {
    const typed = idIn((await pages.paste(NOTICE)).to);
    const { html } = await pages.get('clerk', `/van-ban/${typed}/doc?xem=anh`);
    expect(html).toContain('data-start');
    expect(html).not.toContain('Ảnh trang');
    expect((await pages.get('clerk', `/van-ban/${typed}/trang/1.png`)).status).toBe(404);
  });
});

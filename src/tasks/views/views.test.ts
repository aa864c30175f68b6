import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskPages, taskPages } from '../../../test/taskPages.ts';

let pages: TaskPages;
beforeAll(async () => {
  pages = await taskPages();
  await pages.assign();
});
afterAll(() => pages.close());

const LATE = 'pham-vi=giao&trang-thai=qua-han';
const save = (ten: string, over: Record<string, string> = {}) =>
  pages.post(pages.clerk, '/nhiem-vu/bo-loc', { loc: LATE, ten, ...over });
const list = async (by = pages.clerk, path = '/nhiem-vu') => pages.get(by, path);
const idOf = async (name: string) =>
  (
    await pages.db.system
      .selectFrom('task_view')
      .where('name', '=', name)
      .where('ended_at', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id;

describe('lists kept under a name', () => {
  it('stand on the list of their owner and of nobody else', async () => {
    expect((await save('Quá hạn của tôi')).to).toBe(`/nhiem-vu?${LATE}`);
    expect((await list()).html).toContain('Quá hạn của tôi');
    expect((await list(pages.finance)).html).not.toContain('Quá hạn của tôi');
  });

  it('the one to open first opens where no other is asked for, until it is put off again', async () => {
    await save('Mở trước', { 'mac-dinh': 'co' });
    expect(await list()).toMatchObject({ status: 302, to: `/nhiem-vu?${LATE}` });
    expect((await list(pages.clerk, '/nhiem-vu?pham-vi=toi')).status).toBe(200);
    expect((await list(pages.finance)).status).toBe(200);
    await pages.post(pages.clerk, `/nhiem-vu/bo-loc/${await idOf('Mở trước')}`, { viec: 'khong-mo-truoc' });
    expect((await list()).status).toBe(200);
  });

  it('the same name again replaces the former list, marks and capitals ignored', async () => {
    await save('Theo xã');
    await save('THEO XA', { loc: 'pham-vi=giao&trang-thai=cho-xac-nhan' });
    const html = (await pages.get(pages.clerk, '/nhiem-vu/bo-loc')).html;
    expect(html).toContain('THEO XA');
    expect(html).not.toContain('Theo xã');
  });

  it('what is kept is a filter that the list knows, whatever was sent', async () => {
    await save('Lạ', { loc: 'pham-vi=x&trang-thai=<script>&q=a&to=//evil.example' });
    const view = await pages.db.system
      .selectFrom('task_view')
      .where('name', '=', 'Lạ')
      .select('query')
      .executeTakeFirstOrThrow();
    expect(view.query).toBe('pham-vi=giao&q=a');
  });

  it('a list without a name is asked for one; nobody drops the list of another', async () => {
    const nameless = await save('  ');
    expect(nameless.status).toBe(422);
    expect(nameless.html).toContain('Hãy đặt tên');
    await save('Của văn phòng');
    const id = await idOf('Của văn phòng');
    await pages.post(pages.finance, `/nhiem-vu/bo-loc/${id}`, { viec: 'bo' });
    expect(await idOf('Của văn phòng')).toBe(id);
    await pages.post(pages.clerk, `/nhiem-vu/bo-loc/${id}`, { viec: 'bo' });
    expect((await list()).html).not.toContain('Của văn phòng');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskPages, taskPages } from '../../../test/taskPages.ts';
import { callsUnknown, type Mentionable, mentionKey, mentionsIn } from './model.ts';

const organ = (organId: number, label: string): Mentionable => ({ organId, appointmentId: null, label, detail: null });
const person = (organId: number, appointmentId: number, label: string): Mentionable => ({
  organId,
  appointmentId,
  label,
  detail: 'Chuyên viên',
});
const CHOICES = [
  organ(1, 'Sở Tài chính'),
  organ(2, 'Sở Tài'),
  person(1, 7, 'Người Thử'),
  person(1, 8, 'Trùng Tên'),
  person(2, 9, 'Trùng Tên'),
];

describe('whom a comment calls', () => {
  it.each([
    ['@Sở Tài chính cho ý kiến', ['o1']],
    ['nhờ @so tai chinh, @Người Thử xem', ['o1', 'o1-a7']],
    ['@Sở Tài', ['o2']],
    ['@Sở Tài chính @SỞ TÀI CHÍNH', ['o1']],
    ['thư gửi a@so.vn', []],
    ['@Sở Tàichính', []],
    ['@Trùng Tên', []],
    ['@', []],
    ['không nhắc ai', []],
  ])('%s', (body, expected) => {
    expect(mentionsIn(body, '', CHOICES).map(mentionKey)).toEqual(expected);
  });

  it.each([
    ['@Sở Tài chính cho ý kiến', false],
    ['nhờ @Sở Y tế xem', true],
    ['thư gửi a@so.vn', false],
    ['@Trùng Tên xem', true],
  ])('%s: a name that cannot be called is told (%s)', (body, unknown) => {
    expect(callsUnknown(body, mentionsIn(body, '', CHOICES))).toBe(unknown);
  });

  it('the one picked from the list is called too, once, and tells two of one name apart', () => {
    expect(mentionsIn('@Sở Tài chính', 'o1', CHOICES).map(mentionKey)).toEqual(['o1']);
    expect(mentionsIn('xem giúp', 'o2-a9', CHOICES).map(mentionKey)).toEqual(['o2-a9']);
    expect(mentionsIn('xem giúp', 'o99', CHOICES)).toEqual([]);
  });
});

describe('on the page of a task', () => {
  let pages: TaskPages;
  let id: number;
  beforeAll(async () => {
    pages = await taskPages();
    id = await pages.assign();
  });
  afterAll(() => pages.close());
  const say = (fields: Record<string, string>, by = pages.finance) =>
    pages.post(by, `/nhiem-vu/${id}/trao-doi`, fields);

  it('what is said is read by all with a part in it, and who is called stands in the record', async () => {
    const { appointmentId } = pages.construction;
    const key = mentionKey({ organId: pages.province.organs.xayDung, appointmentId });
    // Construction coordinates: its people are offered by name.
    expect((await pages.get(pages.finance, `/nhiem-vu/${id}`)).html).toContain(`value="${key}"`);
    const answer = await say({ 'noi-dung': '@Văn phòng Tỉnh ủy cho xin ý kiến <b>', 'nhac-toi': key });
    expect(answer.status).toBe(303);
    const seen = (await pages.get(pages.clerk, `/nhiem-vu/${id}`)).html;
    expect(seen).toContain('cho xin ý kiến &lt;b');
    expect(seen).toContain('Nhắc tới: ');
    const { history } = await pages.look(pages.clerk, id);
    expect(history.slice(0, 3).map((e) => [e.kind, e.data])).toEqual([
      ['task.mentioned', { commentId: expect.any(Number), organId: pages.province.organs.vanPhong }],
      ['task.mentioned', { commentId: expect.any(Number), organId: pages.province.organs.xayDung, appointmentId }],
      ['task.commented', { commentId: expect.any(Number) }],
    ]);
  });

  it('nobody without a part in the task can read, write or call', async () => {
    expect((await say({ 'noi-dung': 'xin chào' }, pages.commune)).status).toBe(404);
    const key = mentionKey({ organId: pages.province.organs.dangUyHoaBinh, appointmentId: null });
    await say({ 'noi-dung': 'gọi nơi khác', 'nhac-toi': key });
    const rows = await pages.db.system
      .selectFrom('task_mention')
      .where('organ_id', '=', pages.province.organs.dangUyHoaBinh)
      .selectAll()
      .execute();
    expect(rows).toEqual([]);
  });

  it('an empty or endless comment comes back with what was typed', async () => {
    expect((await say({ 'noi-dung': '  ' })).html).toContain('Hãy ghi nội dung trao đổi');
    const long = await say({ 'noi-dung': 'dài '.repeat(1500) });
    expect(long.status).toBe(422);
    expect(long.html).toContain('dài dài dài');
  });

  it('only its author takes a comment back; it stays on record', async () => {
    await say({ 'noi-dung': 'lỡ lời' });
    const comment = await pages.db.system
      .selectFrom('task_comment')
      .where('body', '=', 'lỡ lời')
      .select('id')
      .executeTakeFirstOrThrow();
    const path = `/nhiem-vu/${id}/trao-doi/${comment.id}/rut`;
    expect((await pages.post(pages.clerk, path, {})).status).toBe(404);
    expect((await pages.post(pages.finance, path, {})).status).toBe(303);
    const seen = (await pages.get(pages.clerk, `/nhiem-vu/${id}`)).html;
    expect(seen).not.toContain('lỡ lời');
    expect(seen).toContain('đã rút lại lời này');
  });

  it('who follows a task finds it under what they follow, until they stop', async () => {
    const follow = (viec: string) => pages.post(pages.finance, `/nhiem-vu/${id}/theo-doi`, { viec });
    const shown = async () => (await pages.get(pages.finance, '/nhiem-vu/theo-doi')).html.includes(`/nhiem-vu/${id}"`);
    expect(await shown()).toBe(false);
    await follow('theo-doi');
    await follow('theo-doi');
    expect(await shown()).toBe(true);
    expect((await pages.get(pages.finance, `/nhiem-vu/${id}`)).html).toContain('Thôi theo dõi');
    expect((await pages.get(pages.clerk, '/nhiem-vu/theo-doi')).html).not.toContain(`/nhiem-vu/${id}"`);
    await follow('thoi');
    expect(await shown()).toBe(false);
    expect((await pages.post(pages.commune, `/nhiem-vu/${id}/theo-doi`, { viec: 'theo-doi' })).status).toBe(404);
  });
});

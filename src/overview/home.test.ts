import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TODAY } from '../../test/taskOffice.ts';
import { type TaskPages, taskPages } from '../../test/taskPages.ts';
import type { Principal } from '../kernel/principal.ts';
import { passDown } from '../tasks/index.ts';
import { homeRoutes } from './routes.tsx';

let world: TaskPages;
/** Of the office of commune Côn Sơn's committee, who hands a part to the office itself. */
let clerk: Principal;

beforeAll(async () => {
  world = await taskPages((room) => homeRoutes({ ...room, provinceName: 'Tỉnh thử', communes: async () => [] }));
  clerk = await world.province.person('vanPhongConSon', 'clerk');
});
afterAll(() => world.close());

async function handDown(by: Principal, taskId: number, organId: number, to: string, title: string): Promise<void> {
  const charge = (await world.look(by, taskId)).charges.find((c) => c.organId === organId)!;
  const given = { taskId, chargeId: charge.id, parentId: null, version: null, to, title, weight: 1, dueOn: null };
  await world.db.write(by, (tx) => passDown(tx, by, given, TODAY));
}

describe('the page of the day', () => {
  it('shows whoever was handed a part of a task that part, with its day, and nobody else', async () => {
    const { organs } = world.province;
    const neighbour = await world.province.person('dangUyHoaBinh', 'head');
    const taskId = await world.assign({ leads: [organs.dangUyConSon], coordinators: [] });
    expect((await world.get(clerk, '/')).html).not.toContain('Phần việc được giao');
    await handDown(clerk, taskId, organs.dangUyConSon, `co-quan-${organs.vanPhongConSon}`, 'Soát danh sách hộ nghèo');
    const { html, status } = await world.get(clerk, '/');
    expect(status).toBe(200);
    expect(html).toContain('Soát danh sách hộ nghèo');
    expect(html).toMatch(/Soát danh sách hộ nghèo<\/a>[\s\S]{0,300}>\d{1,2}\/\d{1,2}\/2026</u);
    expect((await world.get(neighbour, '/')).html).not.toContain('Soát danh sách hộ nghèo');
  });

  it('shows a part given to one person to that person, and to no colleague', async () => {
    const { organs } = world.province;
    const taskId = await world.assign({ leads: [organs.taiChinh], coordinators: [] });
    const head = await world.province.person('taiChinh', 'head');
    const officer = await world.province.person('taiChinh', 'officer');
    await handDown(head, taskId, organs.taiChinh, `nguoi-${officer.appointmentId}`, 'Lập bảng đối chiếu');
    expect((await world.get(officer, '/')).html).toContain('Lập bảng đối chiếu');
    expect((await world.get(head, '/')).html).not.toContain('Lập bảng đối chiếu');
  });

  it('tells an officer of the province’s office of the nearest part that is theirs', async () => {
    const { organs } = world.province;
    const taskId = await world.assign({ leads: [organs.taiChinh, organs.vanPhong], coordinators: [] });
    const officer = await world.province.person('vanPhong', 'officer');
    const leader = await world.province.person('vanPhong', 'head');
    expect((await world.get(officer, '/')).html).not.toContain('Phần việc được giao');
    await handDown(leader, taskId, organs.vanPhong, `nguoi-${officer.appointmentId}`, 'Soạn đề cương kiểm tra');
    expect((await world.get(officer, '/')).html).toMatch(/Phần việc được giao: <a[^>]*>Soạn đề cương kiểm tra<\/a>/u);
    expect((await world.get(world.construction, '/')).html).not.toContain('Soạn đề cương kiểm tra');
  });
});

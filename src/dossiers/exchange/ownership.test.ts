import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { docHoSo, guiHoSo, guiTrangThai, type HoSoGui, type TrangThaiGui } from '../../../test/apiClient.generated.ts';
import { taken } from '../../../test/apiClient.ts';
import { type ExchangeWorld, exchangeWorld } from '../../../test/exchangeWorld.ts';
import { dayOf } from '../../kernel/day.ts';
import { recount } from '../figures/recount.ts';
import { passDossier } from '../passDossier.ts';
import { giveStatusAway, keepStatusHere } from './moveOwnership.ts';

let w: ExchangeWorld;
let portal: Awaited<ReturnType<ExchangeWorld['connect']>>;
beforeAll(async () => {
  w = await exchangeWorld();
  portal = await w.connect('cong-bo', [w.organs.conSon.centre]);
});
afterAll(() => w.close());
beforeEach(() => w.at('2026-06-01T09:00'));

let sent = 0;
/** Handed in by the ministry's system, which keeps its status and has received it. */
async function theirs(): Promise<string> {
  const body: HoSoGui = {
    ...{ MaHoSo: `G22.99-260601-${String(++sent).padStart(4, '0')}`, MaTTHC: '1.001612', KenhThucHien: 2 },
    ...{ ChuHoSo: 'Nguyễn Văn Thử', NgayNopHoSo: '2026-06-01T08:30:00+07:00', NoiGiuTrangThai: 'gui' },
  };
  const { MaHoSo: code } = taken(await guiHoSo(`khoa-${Math.random()}`, body, portal));
  expect(
    await push(code, {
      TrangThaiHoSoId: 4,
      ThoiDiem: '2026-06-01T08:45:00+07:00',
      NgayHenTra: '2026-06-12T17:00:00+07:00',
    }),
  ).toMatchObject({ status: 200 });
  return code;
}
const push = (code: string, body: TrangThaiGui) => guiTrangThai(code, body, portal);
const keep = (code: string, who = w.head, reason = 'Bộ ngừng nhận hồ sơ cũ') =>
  w.as(who, (tx, by, rules) => keepStatusHere(tx, by, rules, { code, version: null, reason }));
const give = (code: string, system: string, who = w.head) =>
  w.as(who, (tx, by, rules) => giveStatusAway(tx, by, rules, { code, version: null, system, reason: 'Bộ nhận lại' }));

it('the head of the centre takes the status over: the date stays, work goes on here, and what they push later is refused', async () => {
  const code = await theirs();
  const before = (await w.seen(w.head, code))!;
  expect(before.ownerSystem).toBe('cong-bo');
  await expect(
    w.as(w.economy, (tx, by, r) => passDossier(tx, by, r, { code, version: null, toOrganId: null, note: '' })),
  ).rejects.toThrow();
  await keep(code);
  const d = (await w.seen(w.head, code))!;
  expect(d).toMatchObject({ ownerSystem: '', dueAt: before.dueAt, firstDueAt: before.firstDueAt, status: 4 });
  expect(dayOf(d.dueAt!)).toBe('2026-06-12');
  expect(d).toMatchObject(await w.foldOf(d.id));
  expect((await w.eventsOf(d.id)).at(-1)).toMatchObject({
    kind: 'dossier.ownership_moved',
    personId: w.head.personId,
    reason: 'Bộ ngừng nhận hồ sơ cũ',
    data: { from: 'cong-bo', ownerSystem: '' },
  });
  w.at('2026-06-02T09:00');
  const late = await push(code, { TrangThaiHoSoId: 9, ThoiDiem: '2026-06-02T08:45:00+07:00' });
  expect(late).toMatchObject({ status: 409, data: { code: 'status.kept_here' } });
  await w.as(w.economy, (tx, by, r) => passDossier(tx, by, r, { code, version: null, toOrganId: null, note: '' }));
  expect(await recount(w.db.system)).toEqual([]);
});

it('a webhook tells it, and the other system reads who keeps the status now', async () => {
  const client = await w.db.system
    .selectFrom('api_client')
    .where('system', '=', 'cong-bo')
    .select('id')
    .executeTakeFirstOrThrow();
  await w.db.system
    .insertInto('webhook')
    .values({ client_id: client.id, url: 'https://vidu.vn/bao', secret: 'x' })
    .execute();
  const code = await theirs();
  await keep(code);
  const d = (await w.seen(w.head, code))!;
  const told = await w.db.system
    .selectFrom('webhook_delivery')
    .where('dossier_id', '=', d.id)
    .orderBy('id')
    .select('kind')
    .execute();
  expect(told.map(({ kind }) => kind).at(-1)).toBe('ownership_moved');
  expect(taken(await docHoSo(code, portal))).toMatchObject({ NoiGiuTrangThai: '' });
});

it('and may give it back to the system that sent it, never to one that does not know it', async () => {
  const code = await theirs();
  await keep(code);
  await w.connect('cong-khac', [w.organs.conSon.centre]);
  await expect(give(code, 'cong-khac')).rejects.toThrow('Hãy chọn một hệ thống');
  await give(code, 'cong-bo');
  await expect(give(code, 'cong-bo')).rejects.toThrow('đang do hệ thống cong-bo giữ');
  expect((await w.seen(w.head, code))!.ownerSystem).toBe('cong-bo');
  w.at('2026-06-02T09:00');
  const pushed = await push(code, { TrangThaiHoSoId: 9, ThoiDiem: '2026-06-02T08:45:00+07:00' });
  expect(pushed).toMatchObject({ status: 200 });
  expect(await recount(w.db.system)).toEqual([]);
});

it('nobody else may, not without a reason, and not twice', async () => {
  const code = await theirs();
  for (const who of [w.centre, w.officer, w.economy]) await expect(keep(code, who), who.personName).rejects.toThrow();
  await expect(keep(code, await w.person(w.organs.hoaBinh.ubnd, 'head'))).rejects.toThrow('Không tìm thấy');
  await expect(keep(code, w.head, ' ')).rejects.toThrow('vì sao');
  await keep(code);
  await expect(keep(code)).rejects.toThrow('đã được giữ tại đây');
});

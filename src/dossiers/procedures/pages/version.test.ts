import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../../test/dossierWorld.ts';
import { newWriteKey } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { failurePage } from '../../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../../platform/http/index.ts';
import { setAssets } from '../../../ui/index.ts';
import { endProcedure, keepVersion } from '../keepVersion.ts';
import { procedureRoutes } from './routes.tsx';
import { blankForm, changedRows, formOf, rowsIn } from './versionForm.ts';
import { versionRoutes } from './versionRoutes.tsx';

let w: DossierWorld;
let app: Hono<AppEnv>;
beforeAll(async () => {
  w = await dossierWorld();
  setAssets({ 'src/ui/client.ts': { file: 'c.js' }, 'src/dossiers/pages/rows.client.ts': { file: 'r.js' } } as never);
  const people: Record<string, Principal> = {
    keeper: await w.person(w.organs.provinceOffice, 'clerk'),
    officer: await w.person(w.organs.provinceOffice, 'officer'),
    centre: w.centre,
  };
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', w.services);
    c.set('principal', people[c.req.header('x-who') ?? ''] ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, [...versionRoutes, ...procedureRoutes]);
});
afterAll(() => w.close());

const read = async (answer: Response) => ({ status: answer.status, text: await answer.text() });
const get = async (who: string, path: string) => read(await app.request(path, { headers: { 'x-who': who } }));
const post = async (path: string, fields: Record<string, string>, who = 'keeper') => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
  return read(await app.request(path, { method: 'POST', body, headers: { 'x-who': who } }));
};
const newest = (code: string) => w.rules.book.history(code)[0]!;
const asForm = (code: string, validFrom: string, change: Record<string, string> = {}) => ({
  ...formOf(newest(code), validFrom).values,
  'phien-ban': String(newest(code).edition),
  viec: 'luu',
  ...change,
});
const NEW = {
  ...{ ma: '1.000777', ten: 'Xác nhận thử', 'linh-vuc': 'Thử', 'co-quan': 'ubnd-xa' },
  ...{ 'don-vi-han': 'workingDays', 'thoi-han': '2,5', 'le-phi': '8.000', 'ket-qua': 'Giấy xác nhận' },
  ...{ 'noi-nhan': 'own', 'truc-tuyen': 'full', 'hieu-luc': '1/5/2026', 'can-cu': 'QĐ 1' },
  ...{ 'so-dong-giay-to': '3', 'giay-to-1-ten': 'Đơn', 'giay-to-1-chinh': '1', 'giay-to-3-ten': 'Giấy cũ' },
  ...{ 'so-dong-buoc': '1', 'buoc-1-ten': 'Ký', 'buoc-1-co-quan': 'ubnd-xa', 'buoc-1-vai': 'head', 'buoc-1-gio': '4' },
  viec: 'luu',
};

describe('the rows of the form', () => {
  const form = changedRows(blankForm(), 'them-giay-to')!;
  const filled = {
    ...form,
    values: { ...form.values, 'giay-to-1-ten': 'A', 'giay-to-3-ten': 'C', 'giay-to-3-neu-co': 'co' },
  };
  const names = (one: typeof form | undefined) => rowsIn(one!, 'giay-to').map((row) => row.ten);
  it('are added at the end, taken away and moved, and what was typed stays with its row', () => {
    expect(names(filled)).toEqual(['A', '', 'C']);
    expect(names(changedRows(filled, 'bo-giay-to-2'))).toEqual(['A', 'C']);
    const moved = changedRows(filled, 'len-giay-to-3')!;
    expect(names(moved)).toEqual(['A', 'C', '']);
    expect(moved.lists['giay-to-2-neu-co']).toEqual(['co']);
    expect(moved.lists['giay-to-3-neu-co']).toBeUndefined();
  });
  it.each(['len-giay-to-1', 'bo-giay-to-9', 'len-giay-to-9'])('%s changes nothing', (asked) => {
    expect(names(changedRows(filled, asked))).toEqual(['A', '', 'C']);
  });
  it('are changed by no other word', () => expect(changedRows(filled, 'luu')).toBeUndefined());
});

describe('a procedure entered by hand', () => {
  it('a row is added without saving and without losing anything', async () => {
    const { status, text } = await post('/thu-tuc/moi', { ...NEW, viec: 'them-giay-to' });
    expect(status).toBe(200);
    expect(text).toContain('giay-to-4-ten');
    expect(text).toContain('value="Xác nhận thử"');
    expect(newest('1.000777')).toBeUndefined();
  });
  it('says what is wrong at each field, and keeps what was typed', async () => {
    const wrong = { ma: '12', 'thoi-han': '0,3', 'giay-to-1-chinh': 'vài', 'buoc-1-gio': '', 'hieu-luc': '31/2/2026' };
    const { status, text } = await post('/thu-tuc/moi', { ...NEW, ...wrong });
    expect(status).toBe(422);
    for (const id of ['o-ma', 'o-thoi-han', 'o-giay-to-1-chinh', 'o-buoc-1-gio', 'o-hieu-luc'])
      expect(text, id).toContain(`id="${id}-loi"`);
    expect(text).toContain('value="31/2/2026"');
    expect(text).toContain('value="Xác nhận thử"');
  });
  it('is in the catalogue at once, blank rows left out', async () => {
    expect((await post('/thu-tuc/moi', NEW)).status).toBe(303);
    expect(newest('1.000777')).toMatchObject({
      ...{
        level: 'commune',
        fee: 8000,
        limit: { unit: 'workingDays', amount: 2.5 },
        receivedBy: 'own',
        online: 'full',
      },
      components: [
        { no: 1, name: 'Đơn', original: 1 },
        { no: 2, name: 'Giấy cũ', original: 0 },
      ],
      steps: [{ templates: ['ubnd-xa'], name: 'Ký', role: 'head', hours: 4 }],
    });
    const again = await post('/thu-tuc/moi', NEW);
    expect(again.status).toBe(409);
    expect(again.text).toContain('đã có trong danh mục');
  });
  it('the form of a new version begins with all of the newest', async () => {
    expect((await post('/thu-tuc/1.001612/ban-moi', asForm('1.001612', '1/7/2026'))).status).toBe(303);
    const [after, before] = w.rules.book.history('1.001612');
    const ignored = { id: 0, edition: 0, validFrom: '', validTo: '', source: '', configurable: false, searchKey: '' };
    expect({ ...after, ...ignored }).toEqual({ ...before, ...ignored });
    expect(after!.searchKey.split(' ').sort()).toEqual(before!.searchKey.split(' ').sort());
  });
});

describe('a version', () => {
  const CODE = '2.000815';
  it('in force stays as it is: the new one begins later, and a dossier keeps its own', async () => {
    w.at('2026-06-10T08:00');
    const old = newest(CODE);
    const dossier = await w.receive({ procedure: CODE });
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, asForm(CODE, '20/6/2026', { 'le-phi': '9000' }))).status).toBe(303);
    expect(w.rules.book.byCode(CODE, '2026-06-19' as never)!.fee).toBe(old.fee);
    expect(w.rules.book.byCode(CODE, '2026-06-20' as never)!.fee).toBe(9000);
    expect((await w.seen(w.centre, dossier.code))!.procedureVersionId).toBe(old.id);
    const same = await post(`/thu-tuc/${CODE}/ban-moi`, asForm(CODE, '1/7/2025'));
    expect([same.status, same.text.includes('phải có hiệu lực từ ngày sau đó')]).toEqual([422, true]);
  });
  it('that is not in force yet is put right, and the log keeps what it said', async () => {
    const { id } = newest(CODE);
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, asForm(CODE, '20/6/2026', { 'le-phi': '9500' }))).status).toBe(303);
    expect(newest(CODE)).toMatchObject({ id, fee: 9500 });
    const log = await w.db.system.selectFrom('event').where('kind', '=', 'procedure.corrected').selectAll().execute();
    expect(log).toMatchObject([{ data: { before: { fee: 9000 } } }]);
  });
  it('from a day that has passed is asked about first', async () => {
    w.at('2026-06-25T08:00');
    const form = asForm(CODE, '22/6/2026');
    const { status, text } = await post(`/thu-tuc/${CODE}/ban-moi`, form);
    expect(status).toBe(422);
    expect(text).toContain('name="lui-ngay"');
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, { ...form, 'lui-ngay': 'co' })).status).toBe(303);
  });
  it('is not saved over what somebody else has changed meanwhile', async () => {
    const [first, second] = [asForm(CODE, '1/8/2026'), asForm(CODE, '1/9/2026', { ten: 'Tên tôi gõ' })];
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, first)).status).toBe(303);
    const { status, text } = await post(`/thu-tuc/${CODE}/ban-moi`, second);
    expect([status, text.includes('vừa được người khác sửa'), text.includes('Tên tôi gõ')]).toEqual([409, true, true]);
    expect(newest(CODE).validFrom).toBe('2026-08-01');
  });
  const carried = (text: string) => /name="phien-ban" value="(\d+)"/.exec(text)?.[1] ?? '';
  it('sent again after being told is compared with what was told: a third change is told again', async () => {
    const mine = asForm(CODE, '1/12/2026', { ten: 'Tên tôi gõ', 'le-phi': '777' });
    const theirs = (day: string, name: string) => asForm(CODE, day, { ten: name });
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, theirs('1/9/2026', 'Tên người thứ hai'))).status).toBe(303);
    const told = await post(`/thu-tuc/${CODE}/ban-moi`, mine);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Khác với bản đang lưu');
    expect(told.text).toContain('Tên người thứ hai');
    expect(told.text).toContain('777 đồng');
    const again = { ...mine, 'phien-ban': carried(told.text) };
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, theirs('1/10/2026', 'Tên người thứ ba'))).status).toBe(303);
    const third = await post(`/thu-tuc/${CODE}/ban-moi`, again);
    expect([third.status, third.text.includes('Tên người thứ ba')]).toEqual([409, true]);
    expect(newest(CODE).name).toBe('Tên người thứ ba');
    const seen = { ...mine, 'phien-ban': carried(third.text) };
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, seen)).status).toBe(303);
    expect(newest(CODE).name).toBe('Tên tôi gõ');
  });
  it.each([
    ['a row more', { viec: 'them-giay-to' }, 200],
    ['a mistake', { 'ket-qua': '' }, 422],
  ])('a form given back for %s is still compared with what it was opened on', async (_, change, status) => {
    const opened = asForm(CODE, '1/3/2027');
    const later = newest(CODE).validFrom < '2027-01-01' ? '1/1/2027' : '1/2/2027';
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, asForm(CODE, later))).status).toBe(303);
    const back = await post(`/thu-tuc/${CODE}/ban-moi`, { ...opened, ...change });
    expect(back.status).toBe(status);
    expect(carried(back.text)).toBe(opened['phien-ban']);
    expect((await post(`/thu-tuc/${CODE}/ban-moi`, opened)).status).toBe(409);
  });
});

describe('the end of a procedure', () => {
  const CODE = '1.001612';
  const PATH = `/thu-tuc/${CODE}/bai-bo`;
  const fields = (day: string, change = {}) => ({
    ...{ 'ngay-cuoi': day, 'ly-do': 'Quyết định số 9', 'phien-ban': String(newest(CODE).edition) },
    ...change,
  });
  it('is a day to come, with a ground, and from the next day nothing is received', async () => {
    w.at('2026-07-10T08:00');
    for (const wrong of [fields('9/7/2026'), fields('xx'), fields('15/7/2026', { 'ly-do': '' })])
      expect((await post(PATH, wrong)).status).toBe(422);
    const mistake = await post(PATH, fields('xx', { 'phien-ban': '1' }));
    expect(mistake.text).toContain('name="phien-ban" value="1"');
    expect((await post(PATH, fields('15/7/2026', { 'phien-ban': '1' }))).status).toBe(409);
    expect((await post(PATH, fields('15/7/2026'))).status).toBe(303);
    w.at('2026-07-15T08:00');
    expect((await w.receive({ procedure: CODE })).code).toBeTruthy();
    w.at('2026-07-16T08:00');
    await expect(w.receive({ procedure: CODE })).rejects.toMatchObject({ code: 'dossier.procedure' });
  });
});

it('an organ that has ended meanwhile is offered by its name, so that the version can be kept', async () => {
  w.at('2026-07-20T08:00');
  const organ = { 'co-quan': 'so-nong-nghiep-moi-truong', 'buoc-1-co-quan': 'so-nong-nghiep-moi-truong' };
  const fields = { ...NEW, ...organ, ma: '1.000778', 'hieu-luc': '1/8/2026' };
  expect((await post('/thu-tuc/moi', fields)).status).toBe(303);
  await w.db.system
    .updateTable('organ')
    .set({ valid_to: '2026-07-19' as never })
    .where('template', '=', 'so-nong-nghiep-moi-truong')
    .execute();
  const { text } = await get('keeper', '/thu-tuc/1.000778/ban-moi');
  expect(text).toMatch(/<option value="so-nong-nghiep-moi-truong"[^>]*>Sở Nông nghiệp và Môi trường/);
});

describe('who may not', () => {
  it.each(['centre', 'officer', ''])('%s neither opens the form nor saves', async (who) => {
    const refused = who === '' ? [303, 401] : [403];
    for (const path of ['/thu-tuc/moi', '/thu-tuc/2.000815/ban-moi', '/thu-tuc/2.000815/bai-bo']) {
      expect(refused).toContain((await get(who, path)).status);
      expect(refused).toContain((await post(path, NEW, who)).status);
    }
    expect((await get('centre', '/thu-tuc/2.000815')).text).not.toContain('ban-moi');
    expect((await get('keeper', '/thu-tuc/2.000815')).text).toContain('ban-moi');
  });
  it('past the pages the rules refuse them, too', async () => {
    const today = '2026-07-16' as never;
    const refused = { kind: 'forbidden' };
    const facts = { ...newest('2.000815'), validFrom: '2026-12-01' as never };
    const at = { seen: newest('2.000815').edition, backdated: false, today };
    await expect(w.as(w.centre, (tx, by) => keepVersion(tx, by, facts, at))).rejects.toMatchObject(refused);
    const end = { code: '2.000815', seen: 1, lastDay: today, reason: 'không rõ', today };
    await expect(w.as(w.centre, (tx, by) => endProcedure(tx, by, end))).rejects.toMatchObject(refused);
  });
});

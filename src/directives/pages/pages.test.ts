import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Day } from '../../kernel/day.ts';
import type { PositionRole, Principal } from '../../kernel/principal.ts';
import { loadOrgans, organRegister } from '../../organs/index.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import { closeExtraction, openFileStore } from '../../platform/files/index.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { loadFacts } from '../../units/index.ts';
import { directiveRoutes } from '../index.ts';
import type { IssuedDirective } from '../issueDirective.ts';

const NOTICE = `TỈNH ỦY NGHỆ AN
*
Số        -TB/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Nghệ An, ngày       tháng 3 năm 2026

THÔNG BÁO
kết luận về vận hành chính quyền địa phương hai cấp tại các xã Con Cuông, Lượng Minh, Chiêu Lưu
-----

Thường trực Tỉnh ủy làm việc với các xã và kết luận như sau:

1. Đối với một số kiến nghị, đề xuất của các xã:
- Về nguồn lực hạ tầng công nghệ thông tin: Giao Sở Tài chính chủ trì tham mưu, báo cáo trước ngày 30/9/2026.
- Về di dời cột tiếp sóng: Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Ủy ban nhân dân xã Chiêu Lưu tham mưu phương án.
- Về máy xúc dùng chung: Giao Liên hiệp Máy xúc Trường Sơn chủ trì tham mưu.

2. Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện.

Nơi nhận:
- Sở Tài chính,
- Báo và Phát thanh, truyền hình tỉnh,
- Lưu Văn phòng Tỉnh ủy.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG

Trần Văn Mẫu
`;

let testing: TestDatabase;
let db: Database;
let folder: string;
let app: Hono<AppEnv>;
const people = new Map<string, Principal>();
const issued: IssuedDirective[] = [];

beforeAll(async () => {
  testing = await testDatabase();
  db = openDatabase(testing.url, { connections: 4 });
  folder = mkdtempSync(join(tmpdir(), 'van-ban-'));
  await loadFacts(db.system, '40');
  await loadOrgans(db.system, '40', '2026-03-02' as Day);
  const services = {
    config: {},
    db,
    files: openFileStore(folder),
    clock: () => Date.parse('2026-03-02T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
  const register = await organRegister(services);
  const organ = (name: string) =>
    [...register.organs.values()].find((o) => o.shortName === name && o.validTo === null)!;
  for (const [who, organName, role] of [
    ['clerk', 'Văn phòng Tỉnh ủy', 'clerk'],
    ['second', 'Văn phòng Tỉnh ủy', 'clerk'],
    ['department', 'Sở Tài chính', 'officer'],
    ['commune', 'UBND xã Chiêu Lưu', 'officer'],
  ] as [string, string, PositionRole][]) {
    people.set(who, await principal(who, organ(organName), role));
  }
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', people.get(c.req.header('x-who') ?? '') ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(
    app,
    directiveRoutes({
      onIssued: async (_tx, _by, directive) => void issued.push(directive),
      onRecalled: async () => {},
    }),
  );
});
afterAll(async () => {
  await closeExtraction();
  await db.close();
  await testing.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function principal(
  name: string,
  organ: {
    id: number;
    shortName: string;
    template: string;
    level: string;
    branch: string;
    unitId: number | null;
    servesId: number | null;
  },
  role: PositionRole,
): Promise<Principal> {
  const added = await db.system
    .insertInto('person')
    .values({ unit_id: organ.unitId!, name: `Người ${name}`, search_key: name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const position = await db.system
    .insertInto('position')
    .values({ organ_id: organ.id, title: role, role })
    .returning('id')
    .executeTakeFirstOrThrow();
  const appointment = await db.system
    .insertInto('appointment')
    .values({ person_id: added.id, position_id: position.id, valid_from: '2025-07-01' as Day })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    personId: added.id,
    personName: `Người ${name}`,
    appointmentId: appointment.id,
    positionTitle: role,
    role,
    organId: organ.id,
    organName: organ.shortName,
    organTemplate: organ.template,
    level: organ.level,
    branch: organ.branch,
    unitId: organ.unitId,
    unitName: '',
    servesId: organ.servesId,
    organIds: [organ.id, ...(organ.servesId ? [organ.servesId] : [])],
    adminUnitId: null,
    actingFor: null,
    positionCount: 1,
  } as unknown as Principal;
}

const get = async (who: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers: { 'x-who': who, ...headers } });
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    html: await answer.text(),
    headers: answer.headers,
  };
};
const post = async (who: string, path: string, fields: Record<string, string | string[] | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const answer = await app.request(path, { method: 'POST', body, headers: { 'x-who': who } });
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
};
const paste = (text: string, who = 'clerk') => post(who, '/van-ban/moi', { 'noi-dung': text });
const idIn = (to: string): number => Number(/\/van-ban\/(\d+)/.exec(to)?.[1]);
const draftsOf = (id: number) =>
  db.system
    .selectFrom('draft_task')
    .where('directive_id', '=', id)
    .where('state', '<>', 'superseded')
    .orderBy('ordinal')
    .selectAll()
    .execute();
const countOf = async () =>
  (await db.system.selectFrom('directive').select(db.system.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
/** The value of a hidden field, as a browser would send it back. */
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('From a notice to an issued directive', () => {
  it('is read, checked, completed, issued, seen and acknowledged', async () => {
    const taken = await paste(NOTICE);
    expect(taken.status).toBe(303);
    const id = idIn(taken.to);
    const desk = await get('clerk', `/van-ban/${id}/doc`);
    expect(desk.status).toBe(200);
    expect(desk.html).toContain('để trống');
    expect(desk.html).toContain('-TB/TU');
    expect(desk.html).toContain('chưa có ngày');
    const drafts = await draftsOf(id);
    const of = (words: string) => drafts.find((d) => d.action.includes(words) || (d.topic ?? '').includes(words))!;
    for (const draft of drafts) expect(desk.html).toContain(`data-item="${draft.id}"`);
    expect(desk.html).toContain(`href="#doan-${of('công nghệ thông tin').id}"`);

    // The invented company is asked, not guessed; accepting is refused.
    const unclear = of('máy xúc');
    expect(desk.html).toContain('Liên hiệp Máy xúc Trường Sơn?');
    const refused = await post('clerk', `/van-ban/${id}/doc/${unclear.id}/nhan`, { 'phien-ban': '1' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Chưa rõ');

    const edited = await post('clerk', `/van-ban/${id}/doc/${unclear.id}/sua`, {
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
    for (const draft of await draftsOf(id)) {
      if (draft.state !== 'found') continue;
      const done = await post('clerk', `/van-ban/${id}/doc/${draft.id}/nhan`, { 'phien-ban': String(draft.version) });
      expect(done.status, draft.action).toBe(303);
    }

    const check = await get('clerk', `/van-ban/${id}/ban-hanh`);
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
    const undated = await post('clerk', `/van-ban/${id}/ban-hanh`, fields);
    expect(undated.status).toBe(422);
    expect(undated.html).toContain('Hãy ghi ngày ban hành');
    expect(undated.html).toContain('value="Sở Nội vụ"');
    const done = await post('clerk', `/van-ban/${id}/ban-hanh`, { ...fields, ngay: '2/3/2026' });
    expect(done.status).toBe(303);
    const again = await post('clerk', `/van-ban/${id}/ban-hanh`, { ...fields, ngay: '2/3/2026' });
    expect(again.status).toBe(303);
    expect(issued.filter((d) => d.id === id)).toHaveLength(1);
    expect(issued[0]!.tasks.length).toBe(drafts.length);

    expect((await get('department', `/van-ban/${id}`)).html).toContain('Đã nhận');
    const organId = String(people.get('department')!.organId);
    expect((await post('department', `/van-ban/${id}/da-nhan`, { 'co-quan': organId })).status).toBe(303);
    const page = await get('clerk', `/van-ban/${id}`);
    expect(page.html).toContain('Người department');
    expect(page.html).toContain('chưa xác nhận');
    expect((await get('department', `/van-ban/${id}/doc`)).status).toBe(403);

    const api = JSON.parse((await get('department', `/api/van-ban/${id}`)).html);
    expect(api).toMatchObject({ id, symbol: '215-TB/TU', issuedOn: '2026-03-02' });
    expect(
      JSON.parse((await get('department', '/api/van-ban?q=van%20hanh%20chinh%20quyen')).html).directives.map(
        (d: { id: number }) => d.id,
      ),
    ).toEqual([id]);
    expect(JSON.parse((await get('commune', '/api/van-ban?trang-thai=dang-doc')).html).directives).toEqual([]);
  });
});

describe('Two clerks at one desk', () => {
  it('a stale edit is refused with both versions shown, and what was typed is not lost', async () => {
    const id = idIn((await paste(`${NOTICE}\nBản hai văn thư.`)).to);
    const draft = (await draftsOf(id)).find((d) => d.action.includes('tham mưu'))!;
    const fields = (words: string) => ({
      'phien-ban': '1',
      'so-co-quan': '1',
      'chu-0': 'Sở Tài chính',
      'vai-0': 'lead',
      'co-quan-0': String(people.get('department')!.organId),
      'hanh-dong': words,
      viec: 'luu',
    });
    expect((await post('second', `/van-ban/${id}/doc/${draft.id}/sua`, fields('chữ của người thứ hai'))).status).toBe(
      303,
    );
    const late = await post('clerk', `/van-ban/${id}/doc/${draft.id}/sua`, fields('chữ của người thứ nhất'));
    expect(late.status).toBe(409);
    expect(late.html).toContain('chữ của người thứ hai');
    expect(late.html).toContain('chữ của người thứ nhất');
    expect(late.html).toContain('name="phien-ban" value="2"');
    const news = JSON.parse((await get('clerk', `/van-ban/${id}/doc/thay-doi?sau=0`)).html);
    expect(news.news.at(-1)).toMatch(/^Người second vừa sửa nhiệm vụ \d/);
  });
});

describe('What is fed in badly', () => {
  const file = (bytes: Uint8Array<ArrayBuffer> | string, name: string) => new File([bytes], name);
  const upload = (one: File) => post('clerk', '/van-ban/moi', { tep: one });

  it.each([
    ['an empty file', file('', 'rong.txt'), 'Tệp rỗng'],
    [
      'a program with the name of a Word file',
      file(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]), 'vanban.docx'),
      '',
    ],
    ['a text of nothing but blanks', file(' \n\t \n', 'trang.txt'), ''],
  ])('%s is refused with a sentence, and nothing is stored', async (_what, one, words) => {
    const before = await countOf();
    const answer = await upload(one);
    expect([413, 422]).toContain(answer.status);
    expect(answer.html).toContain('govuk-error-summary');
    expect(answer.html).toContain(words);
    expect(await countOf()).toBe(before);
  });

  it('neither a file nor text, or both at once, is asked for', async () => {
    expect((await paste('')).html).toContain('Hãy chọn tệp văn bản');
    expect((await post('clerk', '/van-ban/moi', { tep: file(NOTICE, 'a.txt'), 'noi-dung': NOTICE })).html).toContain(
      'Chỉ chọn một cách',
    );
  });

  it('a secret document is refused; neither its text nor its file is kept, only that it came', async () => {
    const before = await countOf();
    const answer = await paste(NOTICE.replace('THÔNG BÁO', 'TỐI MẬT\n\nTHÔNG BÁO'));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('không được đưa vào hệ thống này');
    expect(await countOf()).toBe(before);
    const event = await db.system
      .selectFrom('event')
      .where('kind', '=', 'directive.secret_refused')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(event.data)).not.toContain('kiến nghị');
  });

  it('a notice without number or date, decomposed and with control characters, is read the same', async () => {
    const clean = idIn((await paste(NOTICE.replace('tháng 3', 'tháng 4'))).to);
    const dirty = idIn(
      (
        await paste(
          NOTICE.replace('tháng 3', 'tháng 4').normalize('NFD').replace('Giao', '\u0007Giao\u200b').concat('\u0001 '),
        )
      ).to,
    );
    expect(dirty).not.toBe(clean);
    const shape = async (id: number) => (await draftsOf(id)).map((d) => [d.action, d.topic, d.due_on, d.agencies]);
    expect(await shape(dirty)).toEqual(await shape(clean));
    const row = await db.system.selectFrom('directive').where('id', '=', dirty).selectAll().executeTakeFirstOrThrow();
    expect([row.number, row.symbol, row.issued_on]).toEqual([null, null, null]);
    expect(row.text).toBe(row.text.normalize('NFC'));
  });

  it('the same content again leads to the first, and adds nothing; another telling is offered as the same', async () => {
    const first = idIn((await paste(`${NOTICE}\nBản một.`)).to);
    const before = await countOf();
    const again = await paste(`${NOTICE}\nBản một.`);
    expect([again.status, again.to]).toEqual([303, `/van-ban/${first}`]);
    expect(await countOf()).toBe(before);
    const page = `Ngày 2/3/2026, Tỉnh ủy ban hành Thông báo số 216-TB/TU. ${NOTICE.slice(NOTICE.indexOf('Thường trực'), NOTICE.indexOf('Nơi nhận'))}`;
    const news = idIn((await paste(page)).to);
    const desk = await get('clerk', `/van-ban/${news}/doc`);
    const beside = new RegExp(`/van-ban/${news}/so-sanh/(\\d+)`).exec(desk.html);
    expect(beside).not.toBeNull();
    const compared = await get('clerk', `/van-ban/${news}/so-sanh/${first}`);
    expect(compared.status).toBe(200);
    expect(compared.html).toContain('Giữ bản nào làm chính?');
    const joined = await post('clerk', `/van-ban/${news}/so-sanh/${first}`, { giu: String(first), dien: 'co' });
    expect(joined.to).toBe(`/van-ban/${first}`);
    const kept = await db.system.selectFrom('directive').where('id', '=', news).selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ state: 'discarded', same_as_id: first });
  });

  it('script and SQL in every field stay words', async () => {
    const evil = `<script>alert(1)</script>'); drop table directive; --`;
    const id = idIn((await paste(`${NOTICE}\nPhụ lục: ${evil}`)).to);
    const [draft] = await draftsOf(id);
    await post('clerk', `/van-ban/${id}/doc/thong-tin`, {
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
    expect((await post('clerk', `/van-ban/${id}/doc/${draft!.id}/sua`, fields)).status).toBe(303);
    expect(
      (
        await post('clerk', `/van-ban/${id}/doc/${draft!.id}/sua`, {
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
      const answer = await get('clerk', path);
      expect(answer.status, path).toBe(200);
      expect(answer.html, path).not.toContain('<script>alert');
    }
    expect(await countOf()).toBeGreaterThan(0);
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
      expect((await get('clerk', path)).status, path).toBe(404);
    }
    const id = idIn((await paste(`${NOTICE}\nRiêng của văn phòng.`)).to);
    expect((await get('department', `/van-ban/${id}`)).status).toBe(404);
    expect((await get('nobody', `/van-ban/${id}`)).status).toBe(303);
  });

  it('300 pages are read within seconds, and the desk shows them', async () => {
    const section = (i: number) =>
      `${i}. Về nội dung thứ ${i}: ${'Tiếp tục rà soát, đánh giá tình hình thực hiện trên địa bàn tỉnh. '.repeat(30)}\n`;
    const long = `${NOTICE.slice(0, NOTICE.indexOf('1. Đối với'))}${Array.from({ length: 320 }, (_, i) => section(i + 1)).join('\n')}`;
    expect(long.length).toBeGreaterThan(600_000);
    const begun = performance.now();
    const id = idIn((await paste(long)).to);
    expect(id).toBeGreaterThan(0);
    const desk = await get('clerk', `/van-ban/${id}/doc`);
    expect(desk.status).toBe(200);
    console.info(
      `300 pages taken in and shown in ${Math.round(performance.now() - begun)} ms, ${Math.round(desk.html.length / 1000)} kB`,
    );
  });

  it('the original comes back byte for byte, as a download, to those who may see it', async () => {
    const bytes = `${NOTICE}\r\nBản tải lên.\r\n`;
    const id = idIn((await upload(file(bytes, 'thông báo.txt'))).to);
    const stored = await db.system
      .selectFrom('file')
      .where('subject_id', '=', id)
      .where('subject_type', '=', 'directive')
      .selectAll()
      .executeTakeFirstOrThrow();
    const answer = await get('clerk', `/van-ban/${id}/tep/${stored.id}`);
    expect(answer.html).toBe(bytes);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect((await get('department', `/van-ban/${id}/tep/${stored.id}`)).status).toBe(404);
  });
});

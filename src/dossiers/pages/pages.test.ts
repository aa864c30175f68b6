import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import { workingCalendar } from '../../kernel/calendar/index.ts';
import { newWriteKey } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { openFileStore } from '../../platform/files/index.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import { setAssets } from '../../ui/index.ts';
import { dossierRoutes } from '../index.ts';
import { movedPromises, openPromises } from '../promises.ts';

let w: DossierWorld;
let app: Hono<AppEnv>;
let folder: string;
beforeAll(async () => {
  w = await dossierWorld();
  folder = mkdtempSync(join(tmpdir(), 'ho-so-'));
  setAssets({
    'src/ui/client.ts': { file: 'c.js' },
    'src/dossiers/pages/counter.client.ts': { file: 'k.js' },
  } as never);
  const services = { ...w.services, files: openFileStore(folder) };
  const people: Record<string, Principal> = {
    centre: w.centre,
    other: w.other,
    economy: w.economy,
    head: w.head,
    office: w.officer,
    culture: await w.person(w.organs.conSon.culture, 'officer'),
  };
  app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', people[c.req.header('x-who') ?? ''] ?? null);
    c.set('requestId', 'thu');
    c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, dossierRoutes);
});
afterAll(async () => {
  await w.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (who: string, path: string) => {
  const answer = await app.request(path, { headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
};
const post = async (who: string, path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ khoa: newWriteKey(), ...fields })) body.append(name, value);
  const answer = await app.request(path, { method: 'POST', body, headers: { 'x-who': who } });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
};
const CARD = '090187001234||Trần Thị Mẫu Trang|02091987|Nữ|Xóm 1, Xã Thử|01062021';
const FORM = '/ho-so/tiep-nhan/1.001612';
const person = {
  'ho-ten': 'Lê Văn Mẫu Gõ',
  'so-giay-to': '090087001234',
  'du-giay-to': 'co',
  viec: 'nhan',
  'le-phi': '100.000',
};

describe('at the counter, without scripts', () => {
  it('a few letters lead to the procedure, and its form promises a date before anything is received', async () => {
    expect((await get('centre', '/ho-so/tiep-nhan?q=lap+ho+kinh')).to).toBe(FORM);
    w.at('2026-06-01T08:00');
    const { text } = await get('centre', FORM);
    expect(text).toContain('4/6/2026');
    expect(text).toContain('tính 3 ngày làm việc');
  });

  it('a scanned card fills the form, and what else was typed stays', async () => {
    const { status, text } = await post('centre', FORM, { qr: CARD, 'trich-yeu': 'quán ăn', viec: 'tim' });
    expect(status).toBe(200);
    expect(text).toContain('value="Trần Thị Mẫu Trang"');
    expect(text).toContain('value="090187001234"');
    expect(text).toContain('value="2/9/1987"');
    expect(text).toContain('value="quán ăn"');
  });

  it('a wrong scan is told at its field, and nothing typed is lost', async () => {
    const { status, text } = await post('centre', FORM, { qr: 'https://vidu.vn', 'ho-ten': 'Lê Văn Còn', viec: 'tim' });
    expect(status).toBe(422);
    expect(text).toContain('mã QR của một trang web');
    expect(text).toContain('value="Lê Văn Còn"');
  });

  it('receives, counts a double click once, then finds the person by name', async () => {
    const khoa = newWriteKey();
    const [first, second] = [
      await post('centre', FORM, { ...person, khoa }),
      await post('centre', FORM, { ...person, khoa }),
    ];
    expect(first.status).toBe(303);
    expect(second.to).toBe(first.to);
    const found = await post('centre', FORM, { qr: 'le van mau', viec: 'tim' });
    expect(found.text).toContain('value="090087001234"');
    expect((await get('centre', '/ho-so/tim?q=mau+go')).text).not.toContain(first.to!.slice(7));
    expect((await get('centre', '/ho-so/tim?q=go+le')).text).toContain(first.to!);
    expect((await get('centre', '/ho-so/tim?q=1')).to).toBe(first.to);
  });

  it('asks before it takes the same again', async () => {
    const again = await post('centre', FORM, { ...person, 'trich-yeu': 'lần hai' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Vẫn tiếp nhận');
    expect((await post('centre', FORM, { ...person, 'trich-yeu': 'lần hai', trung: 'co' })).status).toBe(303);
  });

  it('missing papers are told one by one', async () => {
    const { status, text } = await post('centre', FORM, { ...person, 'du-giay-to': '', 'so-giay-to': '090087001235' });
    expect(status).toBe(422);
    expect(text).toContain('Chưa nhận: Giấy đề nghị đăng ký hộ kinh doanh.');
  });

  it('an office that is no centre receives nothing', async () => {
    expect((await get('economy', '/ho-so/tiep-nhan')).status).toBe(403);
    expect((await post('economy', FORM, person)).status).toBe(403);
  });
});

describe('one dossier', () => {
  const fresh = async () => (await w.receive({ procedure: '1.001612', passOn: true })).code;

  it('shows the date with its reasons, the name masked; the full facts only on purpose, and on record', async () => {
    w.at('2026-06-01T08:00');
    const { code, id } = await w.receive({ procedure: '1.001612', passOn: true });
    const applicant = (await w.seen(w.centre, code))!.applicantName;
    const { text } = await get('economy', `/ho-so/${code}`);
    expect(text).toContain('hạn: thứ Năm 4/6/2026');
    expect(text).not.toContain(applicant);
    const full = await post('economy', `/ho-so/${code}/nguoi-nop`, {});
    expect(full.text).toContain(applicant);
    expect((await w.eventsOf(id)).at(-1)).toMatchObject({
      kind: 'dossier.applicant_read',
      personId: w.economy.personId,
    });
  });

  it('is not there for another commune, by page or by step', async () => {
    const code = await fresh();
    expect((await get('other', `/ho-so/${code}`)).status).toBe(404);
    expect((await post('other', `/ho-so/${code}/nhan`, {})).status).toBe(404);
    expect((await post('other', `/ho-so/${code}/nguoi-nop`, {})).status).toBe(404);
    expect((await get('other', `/ho-so/tim?q=${code}`)).text).toContain('Không tìm thấy hồ sơ');
  });

  it('a code that two systems gave shows both dossiers, one that one gave leads there, however its letters are typed', async () => {
    const codes = [await fresh(), await fresh()];
    const give = (own: string, national: string) =>
      w.db.system.updateTable('dossier').set({ national_code: national }).where('code', '=', own).execute();
    for (const code of codes) await give(code, 'HS/2026/09');
    const both = (await get('centre', '/ho-so/tim?q=hs/2026/09')).text;
    for (const code of codes) expect(both).toContain(code);
    await give(codes[1]!, 'HS/2026/10');
    expect((await get('centre', '/ho-so/tim?q=hs/2026/09')).to).toBe(`/ho-so/${codes[0]}`);
    expect((await get('other', '/ho-so/tim?q=hs/2026/09')).text).toContain('Không tìm thấy hồ sơ');
  });

  it('a step from a stale page is refused with what was typed, a failed one shows its fault in its own form', async () => {
    const code = await fresh();
    const stale = await post('economy', `/ho-so/${code}/chuyen`, { 'phien-ban': '1', 'ghi-chu': 'ghi chú của tôi' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('ghi chú của tôi');
    const empty = await post('economy', `/ho-so/${code}/yeu-cau-bo-sung`, { 'noi-dung': '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Hãy ghi rõ giấy tờ còn thiếu');
    const day = await post('economy', `/ho-so/${code}/yeu-cau-bo-sung`, {
      'noi-dung': 'thiếu',
      'nop-truoc': '31/2/2026',
    });
    expect(day.text).toContain('Ngày này không có thật');
  });

  it('what another organ is asked, and what it says, is read on the page', async () => {
    const code = await fresh();
    const at = `/ho-so/${code}`;
    const question = { 'noi-hoi': String(w.organs.conSon.culture), 'cau-hoi': 'Có phải di tích không?' };
    expect((await post('economy', `${at}/lay-y-kien`, question)).status).toBe(303);
    const asked = (await get('economy', at)).text;
    expect(asked).toContain('Có phải di tích không?');
    expect(asked).toContain('chờ trả lời');
    expect((await post('culture', `${at}/y-kien`, { 'y-kien': 'Không trong khu di tích.' })).status).toBe(303);
    const { text } = await get('economy', at);
    expect(text.split('Không trong khu di tích.')).toHaveLength(3);
    expect(text).not.toContain('chờ trả lời');
  });

  it('an opinion is no longer waited for once the dossier has ended', async () => {
    const code = await fresh();
    const waiting = async () => /Được hỏi ý kiến\D*(\d+)/.exec((await get('culture', '/ho-so')).text)?.[1];
    const before = Number(await waiting());
    const question = { 'noi-hoi': String(w.organs.conSon.culture), 'cau-hoi': 'Có phải di tích không?' };
    await post('economy', `/ho-so/${code}/lay-y-kien`, question);
    expect(await waiting()).toBe(String(before + 1));
    expect((await post('centre', `/ho-so/${code}/rut`, { 'ly-do': 'Đơn rút hồ sơ' })).status).toBe(303);
    expect(await waiting()).toBe(String(before));
    const { text } = await get('culture', `/ho-so/${code}`);
    expect(text).toContain('không trả lời');
    expect(text).not.toContain('Gửi ý kiến');
  });

  it('what is still to be paid is told before the result is handed over', async () => {
    const code = await fresh();
    const result = { 'ket-qua': 'Giấy', so: '7', 'ngay-ky': '1/6/2026', ky: 'co' };
    expect((await post('economy', `/ho-so/${code}/ket-qua`, result)).status).toBe(303);
    expect((await get('centre', `/ho-so/${code}`)).text).toContain('Còn 100.000 đồng chưa nộp');
    expect((await post('centre', `/ho-so/${code}/da-nop`, {})).status).toBe(303);
    expect((await get('centre', `/ho-so/${code}`)).text).not.toContain('chưa nộp: ghi ở');
  });

  it('goes its whole way by forms: taken, passed, resolved with a file, returned', async () => {
    const code = await fresh();
    const at = `/ho-so/${code}`;
    expect((await post('economy', `${at}/nhan`, {})).status).toBe(303);
    expect((await post('economy', `${at}/chuyen`, { 'noi-nhan': '', 'ghi-chu': 'đủ' })).status).toBe(303);
    const paper = new File(['%PDF-1.4\n%%EOF'], 'giay.pdf', { type: 'application/pdf' });
    const result = { 'ket-qua': 'Giấy chứng nhận', so: '7', 'ngay-ky': '1/6/2026', ky: 'co', tep: paper };
    expect((await post('head', `${at}/ket-qua`, result)).status).toBe(303);
    expect((await post('centre', `${at}/da-nop`, {})).status).toBe(303);
    expect((await post('centre', `${at}/tra`, { 'cach-tra': 'counter', 'nguoi-nhan-kq': 'Người nộp' })).status).toBe(
      303,
    );
    const { text } = await get('centre', at);
    expect(text).toContain('Đã trả kết quả');
    const file = /\/ho-so\/[^"]+\/tep\/\d+/.exec(text)![0];
    expect((await get('centre', file)).status).toBe(200);
    expect((await get('other', file)).status).toBe(404);
  });

  it('a correction keeps what was typed where its reason is missing', async () => {
    const code = await fresh();
    const typed = { 'ho-ten': 'Phạm Thị Mẫu Sửa', 'so-bo': '2', 'cach-tra': 'counter', 'le-phi': '0', 'ly-do': '' };
    const { status, text } = await post('centre', `/ho-so/${code}/sua`, typed);
    expect(status).toBe(422);
    expect(text).toContain('value="Phạm Thị Mẫu Sửa"');
    expect((await post('centre', `/ho-so/${code}/sua`, { ...typed, 'ly-do': 'gõ nhầm' })).status).toBe(303);
    const old = await post('centre', `/ho-so/${code}/sua`, { ...typed, 'phien-ban': '1', 'ho-ten': '' });
    expect([old.status, old.text.includes('name="phien-ban" value="1"')]).toEqual([422, true]);
    const stale = { ...typed, 'phien-ban': '1', 'ly-do': 'gõ nhầm' };
    expect((await post('centre', `/ho-so/${code}/sua`, stale)).status).toBe(409);
  });
});

describe('the queue', () => {
  it('shows each office its own, the soonest due first, and nonsense in the address breaks nothing', async () => {
    const { text } = await get('economy', '/ho-so?xem=x&sau=abc&tre=9');
    expect(text).toContain('Cơ quan tôi đang giữ');
    expect((await get('other', '/ho-so')).text).toContain('Không có hồ sơ nào');
    for (const view of ['toi', 'tra', 'hoi', 'da-nhan'])
      expect((await get('centre', `/ho-so?xem=${view}`)).status).toBe(200);
  });
});

describe('a holiday entered after dates were promised', () => {
  it('moves no promise, and lists it for a decision', async () => {
    w.at('2026-06-01T08:00');
    const { code } = await w.receive({ procedure: '1.001612', passOn: true });
    expect((await get('economy', '/ho-so/lich-doi')).text).toContain('Mọi ngày đã hẹn đều khớp');
    const storm = workingCalendar({ overrides: [{ day: '2026-06-03' as never, sessions: [], reason: 'tránh bão' }] });
    const [open] = await w.db.read(
      w.economy,
      openPromises(w.db.build, w.rules.places.queueOf(w.economy, '2026-06-01' as never), w.now()),
    );
    const moved = movedPromises({ calendarOf: () => storm }, open).find((p) => p.code === code)!;
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    expect([day(moved.dueAt), day(moved.nowDueAt)]).toEqual(['2026-06-04', '2026-06-05']);
    expect(day((await w.seen(w.centre, code))!.dueAt!)).toBe('2026-06-04');
  });
});

describe('the catalogue', () => {
  it('is searched without marks and shows one procedure with papers, stages and time', async () => {
    expect((await get('office', '/thu-tuc?q=khai+tu')).text).toContain('Đăng ký khai tử');
    const { text } = await get('office', '/thu-tuc/1.001612');
    expect(text).toContain('3 ngày làm việc');
    expect(text).toContain('Cần đối chiếu');
    expect((await get('office', '/thu-tuc/khong-co')).status).toBe(404);
  });
});

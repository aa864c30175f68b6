import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import type { AppEnv } from '../../platform/http/context.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { mountRoutes } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { loadFacts } from '../../units/index.ts';
import { createAccounts, loadPrincipal } from '../accounts/index.ts';
import { loadOrgans } from '../loadOrgans.ts';
import { organRegister } from '../register.ts';
import { type OrganRegister, resolveAgency } from '../resolve/index.ts';
import { organRoutes } from './routes.tsx';

const NOW = '2026-03-02' as Day;
let made: TestDatabase;
let db: Database;
let app: Hono<AppEnv>;
let register: OrganRegister;
let principal: Principal | null = null;
let people: Record<'admin' | 'otherAdmin' | 'officer', Principal>;

const organId = (shortName: string): number =>
  [...register.organs.values()].find((o) => o.shortName === shortName && (o.validTo === null || o.validTo >= NOW))!.id;

beforeAll(async () => {
  made = await testDatabase();
  db = openDatabase(made.url, { connections: 3 });
  await loadFacts(db.system, '40');
  await loadOrgans(db.system, '40', NOW);
  const log = pino({ level: 'silent' });
  const services = { db, log, config: { provinceCode: '40' }, clock: () => Date.parse(`${NOW}T03:00:00Z`) };
  register = await organRegister(services);
  const seat = async (organ: string, title: string, role: 'admin' | 'officer') => {
    const username = `u${organId(organ)}${role}`;
    const account = {
      name: `${title} ${organ}`,
      username,
      organId: organId(organ),
      title,
      role,
      email: `${username}@vidu.vn`,
    };
    const [made] = await createAccounts(db, [{ ...account, password: 'con trâu đi cày 47' }], NOW);
    return (await loadPrincipal(db, made!.personId, null, NOW))!;
  };
  people = {
    admin: await seat('Văn phòng HĐND và UBND xã Con Cuông', 'Quản trị', 'admin'),
    otherAdmin: await seat('Văn phòng HĐND và UBND xã Lượng Minh', 'Quản trị', 'admin'),
    officer: await seat('Phòng Kinh tế xã Con Cuông', 'Chuyên viên', 'officer'),
  };
  app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', services as unknown as Services);
    c.set('principal', principal);
    c.set('frame', () => ({ provinceName: 'Tỉnh Nghệ An', demo: true, nav: [] }));
    await next();
  });
  mountRoutes(app, organRoutes({ onEnded: async () => {} }));
  app.onError((error, c) => failurePage(error, c));
});
afterAll(async () => {
  await db.close();
  await made.drop();
});
beforeEach(() => {
  principal = null;
});

async function answerOf(response: Response) {
  const html = await response.text();
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const text = main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
  return { status: response.status, text, html, location: response.headers.get('location') };
}
const read = async (path: string) => answerOf(await app.request(path));
async function post(path: string, values: Record<string, string | string[]>, key = randomUUID()) {
  const body = new FormData();
  body.set('khoa', key);
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one);
  return answerOf(await app.request(path, { method: 'POST', body }));
}

describe('the register for everybody', () => {
  it('shows the organs of the province by branch', async () => {
    const { status, text } = await read('/to-chuc');
    expect(status).toBe(200);
    expect(text).toContain('Cơ quan, tổ chức của tỉnh Nghệ An');
    for (const name of ['Tỉnh ủy', 'Sở Nông nghiệp và Môi trường', 'Ủy ban MTTQ Việt Nam tỉnh', 'Công an tỉnh'])
      expect(text).toContain(name);
    expect(text).not.toContain('Sở Kế hoạch và Đầu tư');
  });
  it('shows them as of a day', async () => {
    const { text } = await read('/to-chuc?ngay=2025-02-28');
    expect(text).toContain('Theo ngày 28/2/2025');
    expect(text).toContain('Sở Kế hoạch và Đầu tư');
    expect(text).not.toContain('Sở Nông nghiệp và Môi trường');
  });
  it('shows the organs of a commune', async () => {
    const unitId = register.organs.get(organId('UBND xã Con Cuông') as never)!.unitId;
    const { text } = await read(`/to-chuc?don-vi=${unitId}`);
    expect(text).toContain('Cơ quan, tổ chức của xã Con Cuông');
    expect(text).toContain('Ban Xây dựng Đảng xã Con Cuông');
    expect(text).not.toContain('Sở Tài chính');
  });
  it('finds an organ without marks, by an old name too, and says by which', async () => {
    expect((await read('/to-chuc?tu-khoa=so+tai+chinh')).text).toContain('Sở Tài chính');
    expect((await read('/to-chuc?tu-khoa=vptu')).text).toContain('Văn phòng Tỉnh ủy (tìm thấy theo tên “VPTU”)');
    expect((await read('/to-chuc?tu-khoa=ke+hoach+va+dau+tu')).text).toContain('Không có cơ quan nào như vậy');
    expect((await read('/to-chuc?tu-khoa=ke+hoach+va+dau+tu&moi-luc=co')).text).toContain('đến 28/2/2025');
  });
  it('looks in all units, the one chosen first', async () => {
    const unitId = register.organs.get(organId('UBND xã Con Cuông') as never)!.unitId;
    expect((await read(`/to-chuc?tu-khoa=so+tai+chinh&don-vi=${unitId}`)).text).toContain('Sở Tài chính tỉnh Nghệ An');
    const { text } = await read(`/to-chuc?tu-khoa=uy+ban+nhan+dan&don-vi=${unitId}`);
    expect(text.indexOf('UBND xã Con Cuông xã')).toBeLessThan(text.indexOf('UBND tỉnh tỉnh'));
  });
  it('tells where an organ comes from, what it serves and what it is also called, but not who works there', async () => {
    const { text } = await read(`/to-chuc/${organId('Sở Tài chính')}`);
    expect(text).toContain('hợp nhất từ Sở Kế hoạch và Đầu tư (đến 28/2/2025; Nghị quyết kỳ họp thứ 27 HĐND tỉnh');
    expect(text).not.toContain('Người giữ');
    const office = await read(`/to-chuc/${organId('Văn phòng Tỉnh ủy')}`);
    expect(office.text).toContain('Giúp việc cho Tỉnh ủy');
    expect(office.text).toContain('VPTU viết tắt');
  });
  it.each(['/to-chuc/999999', '/to-chuc?don-vi=999999'])('is not found at %s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });
  it.each(["' or 1=1 --", '<script>alert(1)</script>', '%%'])('answers calmly to %s', async (words) => {
    const { status, html } = await read(
      `/to-chuc?tu-khoa=${encodeURIComponent(words)}&ngay=${encodeURIComponent(words)}`,
    );
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
  });
});

describe('who is signed in', () => {
  it('sees positions and holders', async () => {
    principal = people.officer;
    const { text, html } = await read(`/to-chuc/${organId('Phòng Kinh tế xã Con Cuông')}`);
    expect(text).toContain('Chuyên viên Phòng Kinh tế xã Con Cuông');
    expect(html).not.toContain('/doi-ten');
  });
});

describe('who may not', () => {
  const path = () => `/to-chuc/${organId('Phòng Văn hóa - Xã hội xã Con Cuông')}/doi-ten`;
  it('somebody without an account is led to sign in', async () => {
    expect((await post(path(), {})).status).not.toBe(200);
    expect((await read('/to-chuc/moi')).text).not.toContain('Tên đầy đủ');
  });
  it('an officer of the unit', async () => {
    principal = people.officer;
    expect((await read(path())).status).toBe(403);
    expect((await post('/to-chuc/moi', {})).status).toBe(403);
  });
  it('the administrator of another unit, on the page or by a form sent directly', async () => {
    principal = people.otherAdmin;
    expect((await read(path())).status).toBe(403);
    const sent = {
      'ten-cu': 'Phòng Văn hóa - Xã hội xã Con Cuông',
      ten: 'Phòng khác',
      'tu-ngay': '1/4/2026',
      'ly-do': 'thử',
    };
    expect((await post(path(), sent)).status).toBe(403);
    const end = path().replace('doi-ten', 'ket-thuc');
    expect((await post(end, { 'ngay-cuoi': '1/4/2026', 'ly-do': 'thử' })).status).toBe(403);
    expect((await post(path().replace('doi-ten', 'ten-goi'), { ten: 'Tên lạ' })).status).toBe(403);
  });
  it('nobody puts an organ under another unit', async () => {
    principal = people.admin;
    const { status, text } = await post('/to-chuc/moi', {
      ten: 'Phòng Dân tộc',
      'co-quan-tren': String(organId('UBND xã Lượng Minh')),
      'tu-ngay': '1/4/2026',
    });
    expect(status).toBe(422);
    expect(text).toContain('Hãy chọn cơ quan cấp trên trong đơn vị của bạn');
  });
});

describe('an administrator', () => {
  beforeEach(() => {
    principal = people.admin;
  });
  it('adds an organ once, however often the form is sent', async () => {
    const key = randomUUID();
    const values = {
      ten: 'Trung tâm Dịch vụ tổng hợp xã Con Cuông',
      'co-quan-tren': String(organId('UBND xã Con Cuông')),
      'tu-ngay': '1/3/2026',
    };
    const first = await post('/to-chuc/moi', values, key);
    expect(first.status).toBe(303);
    expect((await post('/to-chuc/moi', values, key)).location).toBe(first.location);
    expect((await post('/to-chuc/moi', values)).text).toContain('Đơn vị đã có cơ quan mang tên này');
    expect((await read(first.location!)).text).toContain('Cấp trên UBND xã Con Cuông');
  });
  it('is told what is missing, and finds what was typed', async () => {
    const { status, text, html } = await post('/to-chuc/moi', {
      ten: '',
      'ten-ngan': 'Tên tôi đã gõ',
      'tu-ngay': 'mai',
    });
    expect(status).toBe(422);
    expect(text).toContain('Hãy nhập tên đầy đủ của cơ quan');
    expect(html).toContain('value="Tên tôi đã gõ"');
  });
  it('adds a name that documents are then resolved by', async () => {
    const id = organId('Phòng Kinh tế xã Con Cuông');
    expect((await post(`/to-chuc/${id}/ten-goi`, { ten: 'Phòng KT xã Con Cuông', loai: 'viet-tat' })).status).toBe(303);
    const found = resolveAgency('Phòng KT xã Con Cuông', register, { day: NOW, issuerLevel: 'province' });
    expect(found.organIds).toEqual([id]);
    expect((await post(`/to-chuc/${id}/ten-goi`, { ten: 'phòng kt xã con cuông' })).status).toBe(409);
  });
  it('renames an organ: the page of an earlier day has the old name, and documents find it by both', async () => {
    const id = organId('Phòng Văn hóa - Xã hội xã Con Cuông');
    const values = {
      'ten-cu': 'Phòng Văn hóa - Xã hội xã Con Cuông',
      ten: 'Phòng Văn hóa, Xã hội và Dân tộc xã Con Cuông',
      'tu-ngay': '1/3/2026',
      'ly-do': 'Quyết định về cơ cấu mới',
    };
    expect((await post(`/to-chuc/${id}/doi-ten`, values)).status).toBe(303);
    expect((await read(`/to-chuc/${id}`)).html).toContain('<h1>Phòng Văn hóa, Xã hội và Dân tộc xã Con Cuông</h1>');
    expect((await read(`/to-chuc/${id}?ngay=2026-02-28`)).html).toContain(
      '<h1>Phòng Văn hóa - Xã hội xã Con Cuông</h1>',
    );
    const old = resolveAgency('Phòng Văn hóa - Xã hội xã Con Cuông', register, { day: NOW, issuerLevel: 'province' });
    expect(old.organIds).toEqual([id]);
    expect((await post(`/to-chuc/${id}/doi-ten`, values)).status).toBe(409);
  });
  it('ends an organ with a successor; names lead there afterwards and nothing is removed', async () => {
    const id = organId('Ban Chỉ huy Quân sự xã Con Cuông');
    const heir = organId('Công an xã Con Cuông');
    const values = { 'ngay-cuoi': '1/3/2026', 'ly-do': 'Sắp xếp lại', 'ke-tiep': [String(heir)] };
    expect((await post(`/to-chuc/${id}/ket-thuc`, values)).status).toBe(303);
    const { text } = await read(`/to-chuc/${id}`);
    expect(text).toContain('Đã kết thúc hoạt động');
    expect(text).toContain('hợp nhất vào Công an xã Con Cuông');
    expect((await post(`/to-chuc/${id}/ket-thuc`, values)).status).toBe(409);
    const found = resolveAgency('Ban Chỉ huy Quân sự xã Con Cuông', register, { day: NOW, issuerLevel: 'province' });
    expect(found).toMatchObject({ kind: 'resolved', organIds: [heir], confirm: true });
  });
  it('does not end an organ that others still stand under', async () => {
    const { status, text } = await post(`/to-chuc/${organId('UBND xã Con Cuông')}/ket-thuc`, {
      'ngay-cuoi': '1/3/2026',
      'ly-do': 'thử',
    });
    expect(status).toBe(422);
    expect(text).toContain('cơ quan trực thuộc');
  });
  it('leaves an event for each change, in the own unit', async () => {
    const rows = await db.system
      .selectFrom('event')
      .where('person_id', '=', people.admin.personId)
      .where('subject_type', '=', 'organ')
      .select(['kind', 'unit_id'])
      .orderBy('id')
      .execute();
    expect(rows.map((r) => r.kind)).toEqual(['organ.added', 'organ.name_added', 'organ.renamed', 'organ.ended']);
    expect(new Set(rows.map((r) => r.unit_id))).toEqual(new Set([people.admin.unitId]));
  });
});

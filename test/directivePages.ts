import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { directiveRoutes } from '../src/directives/index.ts';
import type { IssuedDirective } from '../src/directives/issueDirective.ts';
import type { Day } from '../src/kernel/day.ts';
import type { PositionRole, Principal } from '../src/kernel/principal.ts';
import { loadOrgans, organRegister } from '../src/organs/index.ts';
import { type Database, openDatabase } from '../src/platform/db/access.ts';
import { closeExtraction, openFileStore } from '../src/platform/files/index.ts';
import { failurePage } from '../src/platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../src/platform/http/index.ts';
import type { Services } from '../src/platform/services.ts';
import { loadFacts } from '../src/units/index.ts';
import { testDatabase } from './database.ts';

/** A notice in the genre: number and date blank, an agency that does not exist, a recipient outside. */
export const NOTICE = `TỈNH ỦY NGHỆ AN
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

/** The pages of the directives on a register of a whole province, asked as somebody by name: clerk, second, department, commune. */
export async function openPages() {
  const people = new Map<string, Principal>();
  const issued: IssuedDirective[] = [];
  const testing = await testDatabase();
  const db = openDatabase(testing.url, { connections: 4 });
  const folder = mkdtempSync(join(tmpdir(), 'van-ban-'));
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
    people.set(who, await principal(db, who, organ(organName), role));
  }
  const app = new Hono<AppEnv>();
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
  const draftsOf = (id: number) =>
    db.system
      .selectFrom('draft_task')
      .where('directive_id', '=', id)
      .where('state', '<>', 'superseded')
      .orderBy('ordinal')
      .selectAll()
      .execute();
  const countOf = async () =>
    (await db.system.selectFrom('directive').select(db.system.fn.countAll<number>().as('n')).executeTakeFirstOrThrow())
      .n;

  return {
    db,
    people,
    issued,
    get,
    post,
    paste,
    draftsOf,
    countOf,
    close: async () => {
      await closeExtraction();
      await db.close();
      await testing.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Pages = Awaited<ReturnType<typeof openPages>>;

/** The directive to which an answer leads. */
export const idIn = (to: string): number => Number(/\/van-ban\/(\d+)/.exec(to)?.[1]);

/** The value of a hidden field, as a browser would send it back. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

async function principal(
  db: Database,
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

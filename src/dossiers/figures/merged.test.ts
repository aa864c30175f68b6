import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { failurePage } from '../../platform/http/failure.tsx';
import { type AppEnv, mountRoutes } from '../../platform/http/index.ts';
import { setAssets } from '../../ui/index.ts';
import { resolveDossier } from '../resolveDossier.ts';
import { figureRoutes } from './pages/routes.tsx';
import { linesOf } from './units.ts';

describe('the lines of units', () => {
  it('hold every unit once, whatever was merged into what and whoever reads', () => {
    const units = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 });
    const successors = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(units, successors, fc.boolean(), (known, next, merged) => {
        // A unit is merged only into one of a higher number: no circles.
        const heir = (id: number): number => (next[id]! > id ? heir(next[id]!) : id);
        const lines = linesOf({ centreUnits: () => known, unitAfter: heir }, known, merged, '2026-07-02' as Day);
        const all = lines.flatMap((line) => line.of);
        expect(all.toSorted((a, b) => a - b)).toEqual(known.toSorted((a, b) => a - b));
        for (const { unitId, of } of lines) for (const id of of) expect([id, heir(id)]).toContain(unitId);
        if (!merged) expect(lines.length).toBe(known.length);
      }),
    );
  });
});

describe('Côn Sơn was merged into Hòa Bình', () => {
  let w: DossierWorld;
  let app: Hono<AppEnv>;
  const people: Record<string, Principal> = {};
  beforeAll(async () => {
    w = await dossierWorld();
    setAssets({ 'src/ui/client.ts': { file: 'c.js' } } as never);
    app = new Hono<AppEnv>();
    app.onError((error, c) => failurePage(error, c));
    app.use(async (c, next) => {
      c.set('services', w.services);
      c.set('principal', people[c.req.header('x-who') ?? '']!);
      c.set('requestId', 'thu');
      c.set('frame', () => ({ provinceName: 'Tỉnh thử', demo: true, nav: [] }));
      await next();
    });
    mountRoutes(app, figureRoutes);
    people.successor = w.other;
    people.province = await w.person(w.organs.provinceOffice);

    const atHoaBinh = { procedure: '1.001612', authorityUnitId: w.units.hoaBinh };
    for (let i = 0; i < 3; i++) {
      w.at(`2026-06-0${i + 1}T08:00`);
      const { code } = await w.receive({ procedure: '2.000815' });
      if (i > 0) continue;
      const result = { title: 'Bản sao', number: '1', issuedOn: null, granted: true, signed: true };
      await w.as(w.centre, (tx, by, rules) => resolveDossier(tx, by, rules, { code, version: null, ...result }));
    }
    for (let i = 0; i < 2; i++) await w.receive(atHoaBinh, w.other);
    for (const key of ['ubnd', 'office', 'economy', 'culture', 'centre'] as const) {
      await w.db.system
        .updateTable('organ')
        .set({ valid_to: '2026-06-30' as never })
        .where('id', '=', w.organs.conSon[key])
        .execute();
      const link = {
        predecessor_id: w.organs.conSon[key],
        successor_id: w.organs.hoaBinh[key],
        kind: 'merged',
      } as const;
      await w.db.system.insertInto('organ_lineage').values(link).execute();
    }
    await w.refreshOrgans();
    w.at('2026-07-02T08:00');
    await w.receive(atHoaBinh, w.other);
  });
  afterAll(() => w.close());

  const open = async (who: string, search: string, page = '') => {
    const answer = await app.request(`/ho-so/so-lieu${page}?${search}`, { headers: { 'x-who': who } });
    return { status: answer.status, text: (await answer.text()).replaceAll('&amp;', '&') };
  };
  const COUNTS = ['ky-truoc', 'nhan-moi', 'dung-han', 'truoc-han', 'dang-trong-han', 'dang-qua-han', 'tre-han'];
  /** Of one figure as the page of its dossiers tells it. */
  const count = async (who: string, search: string, figure: string): Promise<number> =>
    Number(/(\d+) hồ sơ/.exec((await open(who, `${search}&so=${figure}`, '/danh-sach')).text)![1]);

  it.each(['2026', '2026-06', '2026-07', '2026-q2'])('in %s the parts add up to the whole', async (period) => {
    const [own, before] = [w.units.hoaBinh, w.units.conSon].map((id) => `ky=${period}&don-vi=${id}`);
    for (const figure of COUNTS) {
      const parts = [await count('successor', own!, figure), await count('successor', before!, figure)];
      expect(await count('successor', `${own}&gom=co`, figure), figure).toBe(parts[0]! + parts[1]!);
    }
  });
  it('its people are told their own as it is, and have the choice; both parts are named', async () => {
    const alone = await open('successor', 'ky=2026');
    expect(alone.text).toContain('gộp xã cũ');
    expect(await count('successor', 'ky=2026', 'nhan-moi')).toBe(3);
    expect(await count('successor', 'ky=2026&gom=co', 'nhan-moi')).toBe(6);
    const { text } = await open('successor', 'ky=2026&gom=co');
    expect(text).toContain(`don-vi=${w.units.conSon}`);
    expect(text).toMatch(/Gồm các đơn vị[\s\S]*Côn Sơn/);
  });
  it('the province’s whole is the same by either choice, with the merged unit by itself or in its successor', async () => {
    const received = (text: string) => /Nhận mới<\/dt>\s*<dd[^>]*>\s*(?:<[^>]*>)*\s*(\d+)/.exec(text)?.[1];
    const [apart, added] = [await open('province', 'ky=2026'), await open('province', 'ky=2026&gom=co')];
    expect(received(apart.text)).toBe('6');
    expect(received(added.text)).toBe('6');
    expect(apart.text).toContain(`don-vi=${w.units.conSon}`);
    expect(added.text).not.toContain(`don-vi=${w.units.conSon}`);
  });
  it('a unit without dossiers in the period is named below the table, and has no row of noughts', async () => {
    const link = `don-vi=${w.units.hoaBinh}`;
    const idle = 'đơn vị chưa có hồ sơ, số liệu trong kỳ';
    const [table, below] = (await open('province', 'ky=2026-02')).text.split(idle);
    expect(table).not.toContain(link);
    expect(below).toContain(link);
    const busy = (await open('province', 'ky=2026-06')).text;
    expect(busy).toContain(link);
    expect(busy).not.toContain(idle);
  });
  it('nobody else gets them by asking', async () => {
    people.department = w.departmentOfficer;
    for (const search of [`ky=2026&don-vi=${w.units.hoaBinh}&gom=co`, 'ky=2026&gom=co'])
      expect(await count('department', search, 'nhan-moi')).toBe(0);
  });
});

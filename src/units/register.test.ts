import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { Day } from '../kernel/day.ts';
import { type Database, openDatabase } from '../platform/db/access.ts';
import { importUnits } from './importUnits.ts';
import { loadFacts } from './loadFacts.ts';
import { displayName } from './model.ts';
import { RegisterFault } from './register/registerFault.ts';
import type { SaveReport } from './register/saveRegister.ts';
import { communesOf, findUnit, unitNames, unitsStandingFor } from './registerReads.ts';
import { linksInLine, listUnits, unitsAbove, unitsInLine } from './store.ts';

const NOW = '2026-11-23' as Day;
const BEFORE = '2025-06-30' as Day;
const NGHE_AN = '40';
const HUNG_YEN = '33';

let made: TestDatabase;
let db: Database;
const open = async () => {
  made = await testDatabase();
  db = openDatabase(made.url);
};
const close = async () => {
  await db.close();
  await made.drop();
};
const unit = async (code: string, day: Day) => (await findUnit(db.system, code, day))!;
const names = (units: readonly Parameters<typeof displayName>[0][]) => units.map(displayName).sort();

describe('Nghệ An and Hưng Yên as they come with the product', () => {
  beforeAll(async () => {
    await open();
    await loadFacts(db.system, NGHE_AN);
    await loadFacts(db.system, HUNG_YEN);
  });
  afterAll(close);

  it('Nghệ An: 130 communes, from 412', async () => {
    expect(await communesOf(db.build, NGHE_AN, NOW)).toHaveLength(130);
    expect(await communesOf(db.build, NGHE_AN, BEFORE)).toHaveLength(412);
  });

  it('Hưng Yên: 104 communes, from the 161 and 220 of two provinces', async () => {
    expect(await communesOf(db.build, HUNG_YEN, NOW)).toHaveLength(104);
    const before = await Promise.all(['33', '34'].map((code) => communesOf(db.build, code, BEFORE)));
    expect(before.flat()).toHaveLength(381);
    expect(before.every((list) => list.length > 0)).toBe(true);
  });

  it('Đông Lộc came from Khánh Hợp, Nghi Thạch and Thịnh Trường', async () => {
    const dongLoc = await unit('17878', NOW);
    expect(displayName(dongLoc)).toBe('xã Đông Lộc');
    expect(names(await unitsStandingFor(db.build, dongLoc.id, BEFORE))).toEqual([
      'xã Khánh Hợp',
      'xã Nghi Thạch',
      'xã Thịnh Trường',
    ]);
  });

  it('the nine that nothing was joined to stand for themselves', async () => {
    const nine = [
      'Keng Đu',
      'Mỹ Lý',
      'Bắc Lý',
      'Huồi Tụ',
      'Mường Lống',
      'Bình Chuẩn',
      'Hữu Khuông',
      'Lượng Minh',
      'Châu Bình',
    ];
    const now = await communesOf(db.build, NGHE_AN, NOW);
    const unchanged: string[] = [];
    for (const one of now) {
      const links = await linksInLine(db.build, one.id).execute();
      if (links.some((l) => l.kind === 'unchanged')) unchanged.push(one.name);
    }
    expect(unchanged.sort()).toEqual(nine.sort());
  });

  it('a commune that was split is stood for by all its parts: Ngọc Thanh, Đình Dù and Lạc Đạo', async () => {
    const split = await db.system
      .selectFrom('unit_lineage as l')
      .innerJoin('unit as u', 'u.id', 'l.predecessor_id')
      .where('l.part', '=', 'part')
      .select(['u.id', 'u.name'])
      .distinct()
      .execute();
    expect(split.map((s) => s.name).sort()).toEqual(['Lạc Đạo', 'Ngọc Thanh', 'Đình Dù'].sort());
    const dinhDu = await unit('11989', BEFORE);
    expect(names(await unitsStandingFor(db.build, dinhDu.id, NOW))).toEqual(['xã Lạc Đạo', 'xã Đại Đồng']);
  });

  it('a district is stood for by what its communes became', async () => {
    const conCuong = await unit('422', BEFORE);
    const now = await unitsStandingFor(db.build, conCuong.id, NOW);
    expect(now.map((u) => u.name)).toContain('Con Cuông');
    expect(now.map((u) => u.name)).toContain('Bình Chuẩn');
    expect(now.every((u) => u.level === 'commune' && u.validTo === null)).toBe(true);
  });

  it('the names a document may use lead to the units of the day', async () => {
    const all = await unitNames(db.build, NGHE_AN, NOW);
    const named = (fullText: string) => all.filter((n) => n.fullName === fullText);
    const [conCuong] = named('xã Con Cuông');
    expect(conCuong).toMatchObject({ former: false, keys: ['xa con cuong'], currentIds: [conCuong!.unitId] });
    const dongLoc = await unit('17878', NOW);
    for (const old of ['xã Khánh Hợp', 'xã Nghi Thạch', 'xã Thịnh Trường']) {
      expect(named(old)).toMatchObject([{ former: true, currentIds: [dongLoc.id] }]);
    }
    expect(named('huyện Con Cuông')[0]!.currentIds.length).toBeGreaterThan(3);
    expect(all.every((n) => n.currentIds.length > 0)).toBe(true);
  });

  it('a search ignores marks, reaches former names, and counts all it found', async () => {
    const search = (words: string, provinceCode: string | null = null) =>
      listUnits(
        db.build,
        { provinceCode, day: NOW, atAnyTime: true, level: 'commune', type: null, mountainous: false, words },
        { offset: 0, limit: 20 },
      ).execute();
    expect(names(await search('dong loc'))).toContain('xã Đông Lộc');
    expect(names(await search('Nghi Thach'))).toEqual(['xã Nghi Thạch']);
    expect(names(await search('xã ĐÔNG LỘC', NGHE_AN))).toEqual(['xã Đông Lộc']);
    expect((await search('xa'))[0]!.total).toBeGreaterThan(500);
    expect(await search("' or 1=1 --%")).toEqual([]);
    // Thái Bình went into Hưng Yên: its communes are found under Hưng Yên, not under Nghệ An.
    expect((await search('Vũ Quý', HUNG_YEN)).length).toBeGreaterThan(0);
    expect(await search('Vũ Quý', NGHE_AN)).toEqual([]);
  });

  it('knows the units above, nearest first, the province in each of its times', async () => {
    const khanhHop = await unit('17878', BEFORE);
    const above = await unitsAbove(db.build, khanhHop.id).execute();
    expect(above.map((u) => [displayName(u), u.validTo])).toEqual([
      ['huyện Nghi Lộc', BEFORE],
      ['tỉnh Nghệ An', BEFORE],
      ['tỉnh Nghệ An', null],
    ]);
  });

  it('is not loaded over what is there already', async () => {
    expect(await loadFacts(db.system, NGHE_AN)).toBeUndefined();
  });

  it('the application itself may not take a unit away', async () => {
    await expect(db.build.deleteFrom('unit').execute()).rejects.toThrow('permission denied');
  });
});

describe('importing a register', () => {
  const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
  const HEADER = 'code,level,type,name,parent_code,valid_from,valid_to,area_km2,population,legal_basis,alt_names';
  const file = (...lines: string[]) => ({ name: 'units.csv', bytes: bytes(HEADER, ...lines) });
  const count = async () =>
    Number(
      (
        await db.system
          .selectFrom('unit')
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );

  beforeAll(open);
  afterAll(close);

  it('loads nothing of a file with a bad row, and names the row', async () => {
    const wrong = file('40,province,tinh,Nghệ An,,2025-07-01,,,,,', '17878,commune,xa,Đông Lộc,41,2025-07-01,,,,,');
    const fault = await importUnits(db.system, { units: wrong }).catch((e: unknown) => e);
    expect(fault).toBeInstanceOf(RegisterFault);
    expect((fault as RegisterFault).message).toBe(
      'Chưa nạp gì: có 1 chỗ sai. Hãy sửa các dòng nêu dưới đây rồi nạp lại.',
    );
    expect((fault as RegisterFault).fields.map((f) => f.message)).toEqual([
      'Tệp đơn vị, dòng 3, cột parent_code: không có đơn vị cấp trên mã 41 vào ngày 1/7/2025.',
    ]);
    expect(await count()).toBe(0);
  });

  it('corrects what a later file tells differently, keeps what it does not tell, and records each load', async () => {
    await importUnits(db.system, { units: file('40,province,tinh,Nghệ An,,2025-07-01,,16493.7,,,') });
    const again = await importUnits(db.system, { units: file('40,province,tinh,Nghệ An,,2025-07-01,,,3470988,,') });
    expect(again.units).toEqual({ added: 0, changed: 1, same: 0 });
    expect(await unit('40', NOW)).toMatchObject({ areaKm2: 16493.7, population: 3470988 });
    const events = await db.system.selectFrom('event').select(['kind', 'data']).orderBy('id').execute();
    expect(events.map((e) => e.kind)).toEqual(['unit.register_loaded', 'unit.register_loaded']);
    expect(events[1]!.data).toMatchObject({ units: { changed: 1 } });
  });
});

const shared = join(import.meta.dirname, '../../../shared/data/units');
describe.skipIf(!existsSync(shared))(
  'the whole country (files in ../shared/data/units; skipped where they are absent)',
  () => {
    const files = () => ({
      units: { name: 'units.csv', bytes: readFileSync(join(shared, 'units.csv')) },
      lineage: { name: 'lineage.csv', bytes: readFileSync(join(shared, 'lineage.csv')) },
    });
    let first: SaveReport;
    beforeAll(async () => {
      await open();
      await loadFacts(db.system, NGHE_AN);
      first = await importUnits(db.system, files());
    });
    afterAll(close);

    it('34 provinces and 3,321 communes, since 20/9/2026 with 9 cities and 709 phường', async () => {
      const valid = (day: Day) =>
        db.system
          .selectFrom('unit')
          .where('valid_from', '<=', day)
          .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', day)]))
          .select(['level', 'type', (e) => e.fn.countAll<number>().as('n')])
          .groupBy(['level', 'type'])
          .execute();
      const total = async (day: Day, level: string) =>
        (await valid(day)).filter((r) => r.level === level).reduce((sum, r) => sum + Number(r.n), 0);
      expect([await total('2025-07-01' as Day, 'province'), await total('2025-07-01' as Day, 'commune')]).toEqual([
        34, 3321,
      ]);
      expect([await total(NOW, 'province'), await total(NOW, 'commune')]).toEqual([34, 3321]);
      const types = Object.fromEntries((await valid(NOW)).map((r) => [`${r.level} ${r.type}`, Number(r.n)]));
      expect(types).toMatchObject({
        'province thanh-pho': 9,
        'commune xa': 2599,
        'commune phuong': 709,
        'commune dac-khu': 13,
      });
    });

    it('corrects nothing in the facts that ship, and a second time changes nothing', async () => {
      expect(first).toMatchObject({ units: { changed: 0, same: 564 }, links: { changed: 0, same: 413 } });
      const again = await importUnits(db.system, files());
      expect(again).toMatchObject({ units: { added: 0, changed: 0 }, links: { added: 0, changed: 0 } });
    });

    it('a province that became a city keeps its communes', async () => {
      // Bắc Ninh has been a city since 20/9/2026; 12 of its 99 communes became phường that day.
      const before = await communesOf(db.build, '24', '2026-09-19' as Day);
      const after = await communesOf(db.build, '24', NOW);
      expect(after.length).toBe(before.length);
      expect(after.filter((u) => u.type === 'phuong').length - before.filter((u) => u.type === 'phuong').length).toBe(
        12,
      );
      const retyped = after.find((u) => u.validFrom === '2026-09-20')!;
      expect(await unitsStandingFor(db.build, retyped.id, '2026-09-19' as Day)).toMatchObject([
        { name: retyped.name, type: 'xa' },
      ]);
    });

    it('an island district that became a special zone is found as that', async () => {
      const condao = await unit('755', BEFORE);
      expect(names(await unitsStandingFor(db.build, condao.id, NOW))).toEqual(['đặc khu Côn Đảo']);
    });

    it('a line of descent ends: no unit stands in the line of all others', async () => {
      const dongLoc = await unit('17878', NOW);
      expect(await unitsInLine(db.build, dongLoc.id).execute()).toHaveLength(4);
    });
  },
);

import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { Day } from '../kernel/day.ts';
import type { OrganId } from '../kernel/ids.ts';
import { type Database, NOBODY, openDatabase } from '../platform/db/access.ts';
import { loadFacts } from '../units/index.ts';
import { createAccounts, loadPrincipal } from './accounts/index.ts';
import { loadOrgans } from './loadOrgans.ts';
import { nameOn } from './model.ts';
import { organRegister } from './register.ts';
import { type OrganRegister, resolveAgency } from './resolve/index.ts';
import { searchOrgans } from './store.ts';

const TODAY = '2026-03-02' as Day;
let made: TestDatabase;
let db: Database;
let register: OrganRegister;
let added: number;
let seconds: number;

beforeAll(async () => {
  made = await testDatabase();
  db = openDatabase(made.url, { connections: 3 });
  await loadFacts(db.system, '40');
  const begun = performance.now();
  ({ added } = await loadOrgans(db.system, '40', TODAY));
  seconds = (performance.now() - begun) / 1000;
  register = await organRegister({ db, log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await db.close();
  await made.drop();
});

const organ = (shortName: string, day = TODAY) =>
  [...register.organs.values()].find(
    (o) => o.shortName === shortName && (o.validFrom ?? '') <= day && day <= (o.validTo ?? '9999'),
  )!;

describe('loading the organs of a province', () => {
  it('makes those of the centre, of the province and of its 130 communes', () => {
    const count = (level: string) => [...register.organs.values()].filter((o) => o.level === level).length;
    expect(added).toBe(register.organs.size);
    expect(count('commune')).toBe(130 * 20);
    expect(count('province')).toBeGreaterThan(60);
    console.info(`${added} organs in ${seconds.toFixed(2)} s`);
  });
  it('gives a xã its Phòng Kinh tế and a phường its Phòng Kinh tế, Hạ tầng và Đô thị', () => {
    expect(organ('Phòng Kinh tế xã Con Cuông')).toBeDefined();
    expect(organ('Phòng Kinh tế phường Vinh Phú')).toBeUndefined();
    expect(organ('Phòng Kinh tế, Hạ tầng và Đô thị phường Vinh Phú')).toBeDefined();
  });
  it('sets who stands above whom, across the tiers', () => {
    expect(organ('Đảng ủy xã Con Cuông').parentId).toBe(organ('Tỉnh ủy').id);
    expect(organ('UBND xã Con Cuông').parentId).toBe(organ('UBND tỉnh').id);
    expect(organ('Phòng Kinh tế xã Con Cuông').parentId).toBe(organ('UBND xã Con Cuông').id);
    expect(organ('Văn phòng Tỉnh ủy').servesId).toBe(organ('Tỉnh ủy').id);
  });
  it('adds nothing a second time', async () => {
    expect(await loadOrgans(db.system, '40', TODAY)).toEqual({ added: 0 });
  });
  it('refuses a province that the register of units does not have', async () => {
    await expect(loadOrgans(db.system, '99', TODAY)).rejects.toThrow('Chưa có tỉnh mã 99');
  });
});

describe('what a position lets see', () => {
  const organsSeenFrom = async (shortName: string): Promise<string[]> => {
    const [account] = await createAccounts(
      db,
      [
        {
          name: shortName,
          username: `x.${organ(shortName).id}`,
          organId: organ(shortName).id,
          title: 'Chuyên viên',
          role: 'officer',
          email: `x${organ(shortName).id}@vidu.vn`,
          password: 'con trâu đi cày 47',
        },
      ],
      TODAY,
    );
    const principal = await loadPrincipal(db, account!.personId, null, TODAY);
    return principal!.organIds.map((id) => register.shortName(id));
  };
  it('the office of Tỉnh ủy sees the Party committee and everything under it, no department and no commune', async () => {
    const seen = await organsSeenFrom('Văn phòng Tỉnh ủy');
    expect(seen).toContain('Tỉnh ủy');
    expect(seen).toContain('Ban Tổ chức Tỉnh ủy');
    expect(seen).not.toContain('Sở Tài chính');
    expect(seen.some((name) => name.includes('xã'))).toBe(false);
  });
  it('a commune’s People’s Committee sees its own offices, not the Party’s', async () => {
    const seen = await organsSeenFrom('UBND xã Con Cuông');
    expect(seen).toContain('Phòng Kinh tế xã Con Cuông');
    expect(seen).not.toContain('Đảng ủy xã Con Cuông');
    expect(seen).not.toContain('Công an xã Con Cuông');
  });
  it('a lower office sees only itself', async () => {
    expect(await organsSeenFrom('Phòng Kinh tế xã Lượng Minh')).toEqual(['Phòng Kinh tế xã Lượng Minh']);
    expect(await organsSeenFrom('Sở Tài chính')).toEqual(['Sở Tài chính']);
  });
});

describe('searching the register', () => {
  const search = async (words: string, day: Day | null = TODAY) => {
    const [rows] = await db.read(NOBODY, searchOrgans(db.build, { words, day, near: null }, { offset: 0, limit: 20 }));
    return rows;
  };
  it.each([
    ['so tai chinh', 'Sở Tài chính'],
    ['UBND xa con cuong', 'UBND xã Con Cuông'],
    ['vptu', 'Văn phòng Tỉnh ủy'],
  ])('finds %s without marks, by full, short or other name', async (words, name) => {
    expect((await search(words))[0]!.shortName).toBe(name);
  });
  it('finds a department of the past only where all times are asked for, and in its own time', async () => {
    expect(await search('ke hoach va dau tu')).toEqual([]);
    expect((await search('ke hoach va dau tu', null))[0]!.shortName).toBe('Sở Kế hoạch và Đầu tư');
    expect((await search('ke hoach va dau tu', '2024-01-01' as Day))[0]!.shortName).toBe('Sở Kế hoạch và Đầu tư');
  });
  it.each(["' or 1=1 --", '%', '_', '\\'])('takes %s for words', async (words) => {
    expect((await search(words)).length).toBeLessThanOrEqual(20);
  });
});

describe('the register in memory', () => {
  it('resolves from the database as from the templates', () => {
    const found = resolveAgency('Ban Thường vụ Đảng ủy các xã Con Cuông, Lượng Minh và Chiêu Lưu', register, {
      day: TODAY,
      issuerLevel: 'province',
      branchHint: 'party',
    });
    expect(found.organIds.map((id) => register.shortName(id))).toEqual([
      'Đảng ủy xã Con Cuông',
      'Đảng ủy xã Lượng Minh',
      'Đảng ủy xã Chiêu Lưu',
    ]);
  });
  it('hears of a change made by another process, and stays the same object', async () => {
    const before = register.version;
    const id = organ('Sở Tài chính').id as OrganId;
    await db.system
      .insertInto('organ_name')
      .values({ organ_id: id, name: 'Sở Tài chính - Kế hoạch', search_key: 'so tai chinh ke hoach', kind: 'alias' })
      .execute();
    await db.notify('organ_changed', '');
    await expect.poll(() => register.version).toBeGreaterThan(before);
    const found = resolveAgency('Sở Tài chính - Kế hoạch', register, { day: TODAY, issuerLevel: 'province' });
    expect(found.organIds).toEqual([id]);
  });
});

describe('two provinces on one installation', () => {
  it('keep their names apart: each directive means the organs of its own province', async () => {
    await loadFacts(db.system, '33');
    const before = register.version;
    expect((await loadOrgans(db.system, '33', TODAY)).added).toBeGreaterThan(2000);
    await expect.poll(() => register.version).toBeGreaterThan(before);
    const [ngheAn, hungYen] = ['40', '33'].map((code) => register.provinces.find((p) => p.code === code)!.id);
    const from = (text: string, issuerUnitId?: typeof ngheAn) => {
      const found = resolveAgency(text, register, {
        day: TODAY,
        issuerLevel: 'province',
        issuerUnitId,
        branchHint: 'party',
      });
      return {
        kind: found.kind,
        units: [...new Set(found.organIds.map((id) => register.organs.get(id)!.unitId))],
        found,
      };
    };
    expect(from('Sở Tài chính', ngheAn)).toMatchObject({ kind: 'resolved', units: [ngheAn] });
    expect(from('Sở Tài chính', hungYen)).toMatchObject({ kind: 'resolved', units: [hungYen] });
    expect(from('Sở Tài chính').kind).toBe('unresolved');
    expect(from('Sở Tài chính tỉnh Hưng Yên', ngheAn)).toMatchObject({ kind: 'resolved', units: [hungYen] });
    expect(from('Ban Quản lý Khu kinh tế Đông Nam', hungYen).kind).toBe('unresolved');
    expect(from('UBND các xã, phường', hungYen).found.organIds).toHaveLength(104);
    expect(from('UBND xã Con Cuông', hungYen).kind).toBe('unresolved');
  });
});

describe('the name on a day', () => {
  it('is the former one while it was in use', () => {
    const names = [{ name: 'Tên cũ', kind: 'former' as const, validFrom: null, validTo: '2025-12-31' as Day }];
    expect(nameOn({ name: 'Tên mới' }, names, '2025-12-31' as Day)).toBe('Tên cũ');
    expect(nameOn({ name: 'Tên mới' }, names, '2026-01-01' as Day)).toBe('Tên mới');
  });
});

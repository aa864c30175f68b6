import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../test/dossierWorld.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { parseCode } from './code.ts';
import { codeFrom, faultOfPattern, mayClash, USUAL_PATTERN } from './codePattern.ts';
import { type CodeRule, setCodeRule } from './codes.ts';
import { lookUp } from './lookup/lookUp.ts';

const DAY = '2026-07-11' as Day;
const of = (pattern: string, sequence = 3) => codeFrom(pattern, { province: '40', unit: '17230', day: DAY, sequence });

describe('a pattern of codes', () => {
  it.each([
    [USUAL_PATTERN.commune, '40.17230-260711-0003'],
    ['000.00.{XA}.H41-{NGAY}-{SO}', '000.00.17230.H41-260711-0003'],
    ['H41.{XA}-{NGAY}-{SO}', 'H41.17230-260711-0003'],
    ['{NGAY}.{SO}-{XA}', '260711.0003-17230'],
  ])('%s makes %s, which is read in any writing', (pattern, code) => {
    expect(faultOfPattern(pattern, 'commune')).toBeUndefined();
    expect(of(pattern)).toBe(code);
    expect(parseCode(` ${code.toLowerCase().replaceAll('-', ' – ')} `)).toBe(code);
  });
  it('gives longer numbers past 9999', () => expect(of(USUAL_PATTERN.commune, 12345)).toBe('40.17230-260711-12345'));

  it.each([
    ['', 'Hãy ghi'],
    ['{TINH}-{NGAY}-{SO}', 'Thiếu ô {XA}'],
    ['{XA}-{NGAY}', 'Thiếu ô {SO}'],
    ['{XA}-{NGAY}-{SO}-{SO}', 'một lần'],
    ['H{XA}-{NGAY}-{SO}', 'Chỉ dùng'],
    ['đ.{XA}-{NGAY}-{SO}', 'Chỉ dùng'],
    ['{XA}/{NGAY}-{SO}', 'Chỉ dùng'],
    ['{XA}.{NGAY}.{SO}', 'gạch ngang'],
    ['{GIO}-{XA}-{NGAY}-{SO}', '{GIO}'],
    [`${'A'.repeat(10)}.`.repeat(5) + USUAL_PATTERN.commune, 'dài quá'],
  ])('%s is refused', (pattern, why) => expect(faultOfPattern(pattern, 'commune')).toContain(why));
  it('of the province has no unit', () => {
    expect(faultOfPattern(USUAL_PATTERN.province, 'province')).toBeUndefined();
    expect(faultOfPattern(USUAL_PATTERN.commune, 'province')).toContain('{XA}');
  });

  const patterns = fc
    .tuple(
      fc.shuffledSubarray(['{XA}', '{NGAY}', '{SO}'], { minLength: 3 }),
      fc.array(fc.stringMatching(/^[A-Z0-9]{1,6}$/), { maxLength: 4 }),
      fc.array(fc.constantFrom('.', '-'), { minLength: 8, maxLength: 8 }),
    )
    .map(([parts, fixed, separators]) =>
      [...parts, ...fixed].reduce((made, word, i) => (i === 0 ? word : `${made}${separators[i]}${word}`), ''),
    )
    .filter((pattern) => faultOfPattern(pattern, 'commune') === undefined);
  const told = fc.record({
    unit: fc.integer({ min: 10000, max: 10003 }).map(String),
    day: fc.integer({ min: 0, max: 400 }).map((n) => addDays(DAY, n)),
    sequence: fc.integer({ min: 1, max: 20000 }),
  });
  it('that passes makes codes that are read, whatever the day and the number', () => {
    fc.assert(
      fc.property(patterns, told, (pattern, values) => {
        const code = codeFrom(pattern, { province: '40', ...values });
        expect(parseCode(code)).toBe(code);
      }),
    );
  });
  it('two that do not clash never make one code for two dossiers', () => {
    fc.assert(
      fc.property(patterns, patterns, told, told, (a, b, x, y) => {
        fc.pre(!mayClash({ pattern: a, level: 'commune' }, { pattern: b, level: 'commune' }));
        const same = x.day === y.day && x.unit === y.unit && x.sequence === y.sequence;
        const made = [codeFrom(a, { province: '40', ...x }), codeFrom(b, { province: '40', ...y })];
        expect(made[0] !== made[1] || same).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['0912.345.678', '0912-345678', '0100109106-001', 'Nguyễn Thị Lan', '40.17230-261399-0007', '', undefined])(
    '%s is no code',
    (text) => expect(parseCode(text)).toBeUndefined(),
  );
});

describe('a change in the middle of the year', () => {
  let w: DossierWorld;
  let admin: Principal;
  beforeAll(async () => {
    w = await dossierWorld();
    const keeper = await w.person(w.organs.provinceOffice, 'admin');
    admin = { ...keeper, role: 'admin', adminUnitId: keeper.unitId };
  });
  afterAll(() => w.close());
  const today = '2026-06-01' as Day;
  const rule: CodeRule = {
    ...{ validFrom: '2026-07-01' as Day, source: 'Thông tư số 3' },
    ...{ commune: '000.00.{XA}.H90-{NGAY}-{SO}', province: '000.00.00.H90-{NGAY}-{SO}' },
  };
  const set = (who: Principal, over: Partial<CodeRule> = {}) =>
    w.as(who, (tx, by) => setCodeRule(tx, by, { ...rule, ...over }, today));

  it('is for the administrator of the province alone, and for a day to come', async () => {
    for (const who of [w.centre, w.head, { ...admin, level: 'commune' } as Principal])
      await expect(set(who)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      w.db.write(w.head, (tx) =>
        tx
          .insertInto('code_pattern')
          .values({ valid_from: today as never, commune: 'x', province: 'x', source: 'x' })
          .execute(),
      ),
    ).rejects.toThrow(/row-level/);
    await expect(set(admin, { validFrom: today })).rejects.toMatchObject({ fields: [{ field: 'tu-ngay' }] });
    await expect(set(admin, { source: '' })).rejects.toMatchObject({ fields: [{ field: 'can-cu' }] });
    await expect(set(admin, { commune: 'x' })).rejects.toMatchObject({ fields: [{ field: 'xa' }] });
  });
  it.each([
    ['the province’s own looks like a commune’s', { province: '90.90001-{NGAY}-{SO}', commune: USUAL_PATTERN.commune }],
    ['the day stands elsewhere than in a former one', { commune: '{TINH}.{XA}-{SO}-{NGAY}' }],
  ])('is refused where codes could be the same: %s', async (_, over) => {
    await expect(set(admin, over)).rejects.toMatchObject({ message: expect.stringContaining('trùng') });
  });
  it('decides by the day of reception; former codes are found as before, numbers go on from 1 each day', async () => {
    await set(admin, { commune: 'SAI.{XA}-{NGAY}-{SO}' });
    await set(admin);
    await new Promise((heard) => setTimeout(heard, 200));
    w.at('2026-06-30T16:00');
    const before = await w.receive();
    w.at('2026-07-01T08:00');
    const after = [await w.receive(), await w.receive()];
    expect([before.code, ...after.map((d) => d.code)]).toEqual([
      '90.90001-260630-0001',
      '000.00.90001.H90-260701-0001',
      '000.00.90001.H90-260701-0002',
    ]);
    for (const { code } of [before, ...after]) {
      expect((await w.seen(w.centre, parseCode(code)!))!.code).toBe(code);
      const asked = lookUp(w.db, { code, fact: '000', address: `10.0.0.${code.at(-1)}` }, w.now());
      await expect(asked).rejects.not.toMatchObject({ code: 'lookup.code' });
    }
  });
});

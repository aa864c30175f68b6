import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type DossierWorld, dossierWorld, somebody } from '../../../test/dossierWorld.ts';
import type { Day } from '../../kernel/day.ts';
import { apologise } from '../apologise.ts';
import { takeDossier } from '../passDossier.ts';
import { resolveDossier } from '../resolveDossier.ts';
import { askSupplement } from '../suspendDossier.ts';
import { lookUp, rate } from './lookUp.ts';
import { isPass, passFor } from './pass.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());
beforeEach(() => w.at('2026-06-01T08:00'));

let addresses = 0;
const elsewhere = () => `10.1.0.${++addresses}`;
const look = (code: string, fact: string, address = elsewhere()) => lookUp(w.db, { code, fact, address }, w.now());

describe('a citizen looks up a dossier without an account', () => {
  it('by its code and the number told at reception, however it is written', async () => {
    const applicant = somebody({ idNumber: '038085001234', phone: '0912345678' });
    const { code } = await w.receive({ applicant });
    expect(await look(code, '038 085 001 234')).toMatchObject({
      code,
      status: 2,
      applicantName: applicant.name,
      stars: null,
    });
    expect(await look(` ${code.toLowerCase()} `, '0912.345.678')).toMatchObject({ code });
  });

  it('by the day of birth only where neither number was told', async () => {
    const birthDay = '1985-09-02' as Day;
    const bare = await w.receive({ applicant: somebody({ idNumber: null, phone: null, birthDay }) });
    expect(await look(bare.code, '02/09/1985')).toMatchObject({ code: bare.code });
    const known = await w.receive({ applicant: somebody({ birthDay }) });
    await expect(look(known.code, '02091985')).rejects.toMatchObject({ code: 'lookup.none' });
  });

  it('hears the same of a wrong number and of a code that nobody has', async () => {
    const { code } = await w.receive();
    const wrong = await look(code, '999999999999').catch((fault) => fault.message);
    const unknown = await look(code.replace(/\d{4}$/, '9999'), '999999999999').catch((fault) => fault.message);
    expect(wrong).toBe(unknown);
    await expect(look('xin chào', '1')).rejects.toMatchObject({ code: 'lookup.code' });
    await expect(look(code, ' ')).rejects.toMatchObject({ code: 'lookup.fact' });
  });

  it('cannot try numbers out on one code, nor codes from one place', async () => {
    const applicant = somebody({ idNumber: '038085009999' });
    const { code } = await w.receive({ applicant });
    for (let i = 0; i < 5; i++) await look(code, `99999999999${i}`).catch(() => {});
    await expect(look(code, '038085009999')).rejects.toMatchObject({ kind: 'tooMany' });
    w.at('2026-06-01T10:00');
    expect(await look(code, '038085009999')).toMatchObject({ code });

    const from = elsewhere();
    const tries = Array.from({ length: 45 }, (_, i) =>
      look(code.replace(/\d{4}$/, String(8000 + i)), '1', from).catch((f) => f.kind),
    );
    expect((await Promise.all(tries)).filter((kind) => kind === 'tooMany').length).toBeGreaterThan(0);
    await expect(look(code, '038085009999', from)).rejects.toMatchObject({ kind: 'tooMany' });
  });

  it('sees what is asked of them, and the apology with the new date', async () => {
    const applicant = somebody({ idNumber: '038085007777' });
    const { code } = await w.receive({ applicant, procedure: '1.001612', passOn: true });
    await w.as(w.economy, (tx, by, rules) => takeDossier(tx, by, rules, { code, version: null }));
    await w.as(w.economy, (tx, by, rules) =>
      apologise(tx, by, rules, { code, version: null, reason: 'cần xác minh tại thôn', to: '2026-06-12' as Day }),
    );
    expect(await look(code, '038085007777')).toMatchObject({ apology: 'cần xác minh tại thôn' });
    await w.as(w.economy, (tx, by, rules) =>
      askSupplement(tx, by, rules, { code, version: null, reason: 'thiếu bản vẽ', answerBy: null }),
    );
    expect(await look(code, '038085007777')).toMatchObject({ status: 5, pauseReason: 'thiếu bản vẽ' });
  });

  it('rates the service once, when it has ended', async () => {
    const applicant = somebody({ idNumber: '038085006666' });
    const { code } = await w.receive({ applicant, procedure: '1.001612', passOn: true });
    expect(await rate(w.db, code, 5, 'quá nhanh'), 'not while it is worked on').toBe(false);
    const result = { code, version: null, title: 'Giấy', number: '1', issuedOn: null, signed: true, granted: true };
    await w.as(w.economy, (tx, by, rules) => resolveDossier(tx, by, rules, result));
    expect(await rate(w.db, code, 4, 'nhanh')).toBe(true);
    expect(await rate(w.db, code, 1, 'đổi ý')).toBe(false);
    expect(await look(code, '038085006666')).toMatchObject({ stars: 4 });
    const seen = await w.db.read(w.centre, w.db.build.selectFrom('dossier_rating').selectAll());
    expect(seen[0]).toMatchObject([{ stars: 4, words: 'nhanh' }]);
    expect((await w.db.read(w.other, w.db.build.selectFrom('dossier_rating').selectAll()))[0]).toEqual([]);
  });
});

describe('the pass of a rating', () => {
  const now = Date.parse('2026-06-01T08:00:00Z');
  const pass = passFor('s3cret', 'A-1', now);
  test.each([
    ['for its dossier, in time', 's3cret', 'A-1', pass, 0, true],
    ['for another dossier', 's3cret', 'A-2', pass, 0, false],
    ['hours later', 's3cret', 'A-1', pass, 3 * 3_600_000, false],
    ['under another secret', 'other', 'A-1', pass, 0, false],
    ['prolonged by hand', 's3cret', 'A-1', pass.replace(/^\d/, '9'), 0, false],
    ['empty', 's3cret', 'A-1', '', 0, false],
    ['nonsense', 's3cret', 'A-1', '1.2.3', 0, false],
  ])('%s', (_, secret, code, given, later, good) => {
    expect(isPass(secret, code, given, now + later)).toBe(good);
  });
});

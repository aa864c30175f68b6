import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import { procedureBook, refreshBook } from './book.ts';
import { importProcedures } from './importProcedures.ts';
import { loadProcedures } from './loadProcedures.ts';
import { otherWords } from './model.ts';
import { organChoices } from './organChoices.ts';
import { planProcedures, SHEET_COLUMNS } from './sheet.ts';
import { sheetNames } from './sheetNames.ts';
import { SHIPPED } from './shipped.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());

const organs = organChoices([
  { template: 'so-nong-nghiep-moi-truong', shortName: 'Sở Nông nghiệp và Môi trường', name: 'Sở' },
]);
type Cells = Partial<Record<(typeof SHEET_COLUMNS)[number]['key'], string>>;
const sheet = (...rows: Cells[]): SheetRow[] => [
  { line: 1, cells: SHEET_COLUMNS.map((c) => c.head) },
  ...rows.map((cells, i) => ({ line: i + 2, cells: SHEET_COLUMNS.map((c) => cells[c.key] ?? c.example) })),
];
const names = async () => ({ ...(await sheetNames(w.services)), organs });
const planOf = async (rows: readonly SheetRow[]) =>
  planProcedures(rows, await procedureBook(w.services), await names());
const plan = (...rows: Cells[]) => planOf(sheet(...rows));
/** As the sheet was before these columns were in it. */
const without = (keys: readonly string[], rows: readonly SheetRow[]): SheetRow[] =>
  rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => !keys.includes(SHEET_COLUMNS[i]!.key)) }));

describe('a sheet of procedures', () => {
  it('is read with papers, stages and limits', async () => {
    const { planned, faults } = await plan(
      {},
      { code: '1.000001', authority: 'Sở Nông nghiệp và Môi trường', unit: 'trong ngày', amount: '', steps: '' },
    );
    expect(faults).toEqual([]);
    expect(planned[0]).toMatchObject({
      code: '1.001612',
      level: 'commune',
      limit: { unit: 'workingDays', amount: 3 },
      components: [
        { no: 1, name: 'Giấy đề nghị', original: 1, optional: false },
        { no: 2, name: 'Biên bản họp', copy: 1, optional: true },
      ],
      steps: [
        { name: 'Thẩm tra', hours: 14, role: 'officer' },
        { name: 'Ký duyệt', templates: ['ubnd-xa'], role: 'head' },
      ],
      receivedBy: 'province',
      online: 'full',
    });
    expect(planned[1]).toMatchObject({ level: 'province', limit: { unit: 'sameDay', amount: 0 }, steps: [] });
  });

  it.each([
    [{ code: '12' }, 'Mã thủ tục “12”'],
    [{ name: '' }, 'Thiếu Tên thủ tục.'],
    [{ authority: 'Sở Lạ' }, 'Không có cơ quan “Sở Lạ”'],
    [{ amount: '-3' }, 'Thời hạn “-3”'],
    [{ amount: '0,3' }, 'Thời hạn “0,3”'],
    [{ unit: 'tuần' }, 'Đơn vị thời hạn “tuần”'],
    [{ from: '31/2/2026' }, 'không có thật'],
    [{ papers: 'Tờ khai [vài tờ]' }, 'Không hiểu số lượng'],
    [{ steps: 'Thẩm tra' }, 'Không hiểu bước'],
    [{ fee: 'tùy' }, 'Phí, lệ phí'],
    [{ unit: 'tuần' }, 'một trong: trong ngày, giờ'],
    [{ authority: 'Nơi tiếp nhận' }, 'Không có cơ quan “Nơi tiếp nhận”'],
    [{ place: 'huyện' }, 'Nơi tiếp nhận “huyện” không hiểu được; hãy ghi một trong: tại chỗ, toàn tỉnh'],
    [{ place: 'Trung tâm được giao' }, 'Thiếu Trung tâm được giao'],
    [{ place: '', centres: 'Xã Không Có' }, 'Không có trung tâm nào tên hoặc mã “Xã Không Có”'],
    [{ centres: 'Xã Côn Sơn' }, 'không phải “toàn tỉnh”'],
    [{ words: 'x'.repeat(301) }, 'Từ khác để tìm dài quá 300 ký tự'],
    [{ from: '1/7/2025' }, 'đã có bản hiệu lực từ 1/7/2025'],
  ])('%o is told with its row', async (wrong, sentence) => {
    const { planned, faults } = await plan({ code: '1.000002' }, wrong as Cells);
    expect(planned).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 3, message: expect.stringContaining(sentence) }]);
  });

  it('the same code twice, and a heading without its columns', async () => {
    expect((await plan({}, {})).faults[0]!.message).toContain('trùng với dòng 2');
    const book = await procedureBook(w.services);
    const named = await names();
    expect(() => planProcedures([{ line: 1, cells: ['Mã thủ tục'] }], book, named)).toThrow('thiếu cột: Tên thủ tục');
  });

  it('names the centres where it is received, by code or name, each once', async () => {
    const { name } = w.rules.places.centres('2026-06-01' as never).find((c) => c.organId === w.centre.organId)!;
    const { planned, faults } = await plan({
      ...{ code: '1.000004', place: '', centres: `Côn Sơn; ${name};` },
    });
    expect(faults).toEqual([]);
    expect(planned[0]).toMatchObject({ receivedBy: 'listed', centreIds: [w.centre.organId] });
  });
});

describe('other words of a procedure', () => {
  const CODE = '2.000815';
  const known = () => w.rules.book.history(CODE)[0]!;
  const keep = async (rows: readonly SheetRow[]) => {
    const keeper = await w.person(w.organs.provinceOffice, 'clerk');
    const planned = await planOf(rows);
    expect(planned.faults).toEqual([]);
    await w.as(keeper, (tx, by) => importProcedures(tx, by, planned));
    await refreshBook(w.services);
    return planned;
  };
  it('stay with a new version from a sheet that has no such column, or says nothing in it', async () => {
    expect(otherWords(known())).toContain('sao y');
    await keep(without(['words', 'centres'], sheet({ code: CODE, from: '2/7/2026' })));
    await keep(sheet({ code: CODE, from: '3/7/2026', words: '' }));
    expect([known().validFrom, otherWords(known())]).toEqual(['2026-07-03', expect.stringContaining('sao y')]);
  });
  it('are changed where they stand, and nothing else is; the log keeps the old ones', async () => {
    const before = known();
    const row = { code: CODE, from: '3/7/2026', words: 'Photo công chứng' };
    expect(await keep(sheet(row))).toMatchObject({ planned: [], unchanged: 0 });
    const ignored = { edition: 0, searchKey: '' };
    expect({ ...known(), ...ignored }).toEqual({ ...before, ...ignored });
    expect(w.rules.book.search('photo cong chung', '2026-07-03' as never).map((v) => v.code)).toEqual([CODE]);
    const log = await w.db.system.selectFrom('event').where('kind', '=', 'procedure.reworded').selectAll().execute();
    expect(log).toMatchObject([{ data: { words: 'Photo công chứng', before: { searchKey: before.searchKey } } }]);
    expect(await keep(sheet(row))).toMatchObject({ planned: [], reworded: [], unchanged: 1 });
  });
});

describe('a new version', () => {
  it('is in force from its day; what was received before keeps the old one and its date', async () => {
    w.at('2026-06-29T08:00');
    const before = (await w.seen(w.centre, (await w.receive({ procedure: '1.001612' })).code))!;
    const keeper = await w.person(w.organs.provinceOffice, 'clerk');
    const planned = await plan({ amount: '2' });
    await w.as(keeper, (tx, by) => importProcedures(tx, by, planned));
    await refreshBook(w.services);
    const yesterday = (await w.seen(w.centre, (await w.receive({ procedure: '1.001612' })).code))!;
    w.at('2026-07-01T08:00');
    const after = (await w.seen(w.centre, (await w.receive({ procedure: '1.001612' })).code))!;
    expect([before, yesterday, after].map((d) => d.limit.amount)).toEqual([3, 3, 2]);
    const again = (await w.seen(w.centre, before.code))!;
    expect([again.limit.amount, again.dueAt]).toEqual([3, before.dueAt]);
    expect((await plan({ amount: '2' })).unchanged).toBe(1);
  });

  it('comes from those who keep the catalogue alone', async () => {
    const planned = await plan({ code: '1.000003' });
    await expect(w.as(w.centre, (tx, by) => importProcedures(tx, by, planned))).rejects.toThrow('danh mục thủ tục');
  });
});

describe('two sheets at once', () => {
  it('the same version is added once; the second is told, and nothing of its sheet is in', async () => {
    const keeper = await w.person(w.organs.provinceOffice, 'clerk');
    const plans = await Promise.all([
      plan({ code: '1.000010' }, { code: '1.000011' }),
      plan({ code: '1.000012' }, { code: '1.000010' }),
    ]);
    const ended = await Promise.allSettled(plans.map((p) => w.as(keeper, (tx, by) => importProcedures(tx, by, p))));
    const lost = ended.findIndex((one) => one.status === 'rejected');
    expect(ended[lost]).toMatchObject({ reason: { kind: 'stale' } });
    expect(ended[1 - lost]!.status).toBe('fulfilled');
    await refreshBook(w.services);
    expect(w.rules.book.history('1.000010')).toHaveLength(1);
    expect(w.rules.book.history(lost === 0 ? '1.000011' : '1.000012')).toEqual([]);
  });
});

describe('what ships', () => {
  it('is some 25 procedures with papers and results, none twice, loaded once', async () => {
    expect(SHIPPED.length).toBeGreaterThanOrEqual(25);
    expect(new Set(SHIPPED.map((v) => v.code)).size).toBe(SHIPPED.length);
    for (const v of SHIPPED) expect(v.components.length, v.code).toBeGreaterThan(0);
    expect(await loadProcedures(w.db.system)).toEqual({ added: 0 });
  });
  it('every stage finds its organ in a commune', () => {
    const { places } = w.rules;
    const arrival = { authorityId: w.organs.conSon.ubnd, receptionId: w.centre.organId };
    for (const v of SHIPPED) {
      const authorityId = places.authorityOf(v, w.units.conSon, '2026-07-02' as never);
      for (const step of v.steps)
        expect(places.stageOrgan(step, { ...arrival, authorityId }, '2026-07-02' as never)).toBeGreaterThan(0);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import { type OrganRegister, organRegister } from '../organs/index.ts';
import type { SheetRow } from '../platform/spreadsheet/index.ts';
import { answerBook, assignField, openDialogue, tallyDialogue } from './dialogues.ts';
import { importPetitions, planImport } from './importPetitions.ts';
import { sortPetition } from './sortPetition.ts';

let world: PetitionWorld;
let register: OrganRegister;
beforeAll(async () => {
  world = await petitionWorld();
  register = await organRegister({ db: world.db, log: { error() {} } as never });
});
afterAll(() => world.close());

const HEADING = ['Nơi kiến nghị', 'Lĩnh vực', 'Chủ đề', 'Đề nghị', 'Khó khăn, lý do'];
const sheet = (...rows: string[][]): SheetRow[] => [HEADING, ...rows].map((cells, i) => ({ line: i + 1, cells }));
const plan = (rows: SheetRow[]) => planImport(rows, register, world.province.organs.tinhUy, today);
const open = () =>
  world.as(world.office, (tx, by) => openDialogue(tx, by, { title: 'Đối thoại 2026', heldOn: '2026-12-01' as Day }));
/** Two communes ask about 100 matters each, in two fields. */
const twoHundred = () =>
  sheet(
    ...Array.from({ length: 200 }, (_, i) => [
      i % 2 ? 'Đảng ủy xã Côn Sơn' : 'dang uy xa hoa binh',
      i < 120 ? 'Y tế' : 'giao duc',
      `Việc thứ ${i} của đợt này`,
      `Bố trí việc ${i}`,
      '',
    ]),
  );

describe('the sheet of a dialogue', () => {
  it('tells every row that cannot be taken by its number, and what to do', () => {
    const { planned, faults } = plan(
      sheet(
        ['Đảng ủy xã Côn Sơn', 'Y tế', 'Trạm y tế', 'Xây trạm', 'Dột'],
        ['Đảng ủy xã Không Có', 'Y tế', 'Trạm y tế', 'Xây trạm', ''],
        ['', 'Y tế', 'Trạm y tế', 'Xây trạm', ''],
        ['Đảng ủy xã Hòa Bình', 'Vũ trụ', 'Tên lửa', 'Phóng', ''],
        ['Đảng ủy xã Hòa Bình', '', '', 'Thiếu chủ đề', ''],
        ['Đảng ủy xã Côn Sơn', '', 'TRAM Y TE', 'Xây trạm', ''],
      ),
    );
    expect(planned.map((p) => p.line)).toEqual([2]);
    expect(faults.map((f) => [f.line, f.message])).toEqual([
      [3, expect.stringContaining('Đảng ủy xã Không Có')],
      [4, 'Thiếu nơi kiến nghị.'],
      [5, 'Không có lĩnh vực “Vũ trụ”.'],
      [6, 'Hãy ghi chủ đề.'],
      [7, 'Trùng nơi kiến nghị và chủ đề với dòng 2.'],
    ]);
  });
  it('without a column that is needed is refused as a whole', () => {
    expect(() => plan([{ line: 1, cells: ['Nơi kiến nghị', 'Lĩnh vực'] }])).toThrow('Chủ đề, Đề nghị');
  });
});

describe('a dialogue', () => {
  it('takes 200 petitions, goes out field by field, and ends as one answer book', async () => {
    const { office, finance, conSon, as, db, province } = world;
    const dialogueId = await open();
    const { planned, faults } = plan(twoHundred());
    expect(faults).toEqual([]);
    const add = () => as(office, (tx, by) => importPetitions(tx, by, { dialogueId, planned }, today));
    expect(await add()).toBe(200);
    expect(await add()).toBe(0);
    const given = await as(office, (tx, by) =>
      assignField(
        tx,
        by,
        { dialogueId, field: 'y-te', leadId: province.organs.taiChinh, forwarderId: null, days: 15 },
        today,
      ),
    );
    expect(given).toBe(120);
    const [tally] = await db.read(office, tallyDialogue(db.build, dialogueId));
    expect(Object.fromEntries(tally.map((t) => [`${t.field} ${t.state}`, t.count]))).toEqual({
      'y-te working': 120,
      'giao-duc raised': 80,
    });
    const [[first]] = await db.read(conSon, answerBook(db.build, dialogueId));
    await world.answer(finance, (await db.read(finance, answerBook(db.build, dialogueId)))[0][0]!.id);
    const [book] = await db.read(office, answerBook(db.build, dialogueId));
    expect(book).toHaveLength(200);
    expect(book.filter((e) => e.answers.length > 0)).toHaveLength(1);
    expect(first!.askerIds).toEqual([province.organs.dangUyConSon]);
    // Those who asked read their own part of it, not the others'.
    expect((await db.read(conSon, answerBook(db.build, dialogueId)))[0]).toHaveLength(100);
  });

  it('its office alone opens, fills, sorts and gives out', async () => {
    const { finance, conSon, office, as, raise } = world;
    const dialogueId = await open();
    const { planned } = plan(sheet(['Đảng ủy xã Côn Sơn', '', 'Việc riêng', 'Làm', '']));
    for (const who of [finance, conSon]) {
      await expect(as(who, (tx, by) => openDialogue(tx, by, { title: 'x', heldOn: today }))).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(as(who, (tx, by) => importPetitions(tx, by, { dialogueId, planned }, today))).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    const id = await raise(conSon);
    const sort = (who: typeof office, field: string) =>
      as(who, (tx, by) => sortPetition(tx, by, { petitionId: id, version: null, field }));
    await expect(sort(conSon, 'y-te')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(sort(office, 'toString')).rejects.toMatchObject({ kind: 'invalid' });
    await sort(office, 'y-te');
    expect(await world.seen(office, id)).toMatchObject({ field: 'y-te', state: 'raised' });
  });
});

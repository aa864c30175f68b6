import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, TableCell, TableRow, VerticalMergeType, Table as WordTable } from 'docx';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld } from '../../../test/petitionWorld.ts';
import type { Day } from '../../kernel/day.ts';
import { Fault } from '../../kernel/errors.ts';
import { closeExtraction, openFileStore } from '../../platform/files/index.ts';
import type { Services } from '../../platform/services.ts';
import { xlsxStream } from '../../platform/spreadsheet/index.ts';
import { openDialogue } from '../dialogues.ts';
import { askImport } from './askImport.ts';
import { importJob } from './importJob.ts';
import { importById, MOST_TRIES, type PetitionImport } from './store.ts';

const HEADS = ['Nơi kiến nghị', 'Lĩnh vực', 'Chủ đề', 'Đề nghị', 'Khó khăn, lý do'];
let world: PetitionWorld;
let services: Services;
const folder = mkdtempSync(join(tmpdir(), 'nhap-'));
beforeAll(async () => {
  world = await petitionWorld();
  services = {
    db: world.db,
    files: openFileStore(folder),
    clock: () => Date.parse('2026-11-23T03:00:00Z'),
    log: pino({ level: 'silent' }),
  } as unknown as Services;
});
afterAll(async () => {
  await closeExtraction();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

type Rows = Iterable<readonly (string | null)[]>;
const xlsx = async (rows: Rows, heads = HEADS) =>
  new Uint8Array(
    await new Response(
      xlsxStream(
        heads.map((header) => ({ header })),
        rows,
      ),
    ).arrayBuffer(),
  );
const csv = (text: string) => new TextEncoder().encode(text);
const open = () =>
  world.as(world.office, (tx, by) =>
    openDialogue(tx, by, { title: 'Đối thoại', heldOn: '2026-12-01' as Day, raiseUntil: null }),
  );
const run = () => importJob(services).work(undefined);
const ask = async (dialogueId: number, bytes: Uint8Array, name: string) => {
  const stored = await services.files.put(bytes);
  return world.as(world.office, (tx, by) => askImport(tx, by, { dialogueId, file: { ...stored, name } }));
};
const look = async (id: number): Promise<PetitionImport> =>
  (await world.db.read(world.office, importById(world.db.build, id)))[0][0]!;
const feed = async (dialogueId: number, bytes: Uint8Array, name = 'bang.xlsx') => {
  const id = await ask(dialogueId, bytes, name);
  await run();
  return look(id);
};
const held = async (dialogueId: number): Promise<number> => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from petition where dialogue_id = ${dialogueId}`.execute(world.db.system);
  return rows[0]!.n;
};
function* many(count: number): Generator<string[]> {
  for (let i = 0; i < count; i++) {
    yield [i % 2 ? 'Đảng ủy xã Côn Sơn' : 'dang uy xa hoa binh', 'Y tế', `Việc thứ ${i}`, `Bố trí việc ${i}`, ''];
  }
}

describe('a table of petitions', () => {
  it('is taken in whole, and once more only what is new', async () => {
    const dialogueId = await open();
    expect(await feed(dialogueId, await xlsx(many(300)))).toMatchObject({ state: 'done', added: 300, rowCount: 300 });
    expect(await feed(dialogueId, await xlsx(many(310)))).toMatchObject({ state: 'done', added: 10, known: 300 });
    expect(await held(dialogueId)).toBe(310);
    const { rows } = await sql<{ events: number; findable: number }>`
      select count(distinct e.id)::int as events, count(distinct s.petition_id)::int as findable
      from petition p join event e on e.subject_type = 'petition' and e.subject_id = p.id
      join petition_shingle s on s.petition_id = p.id where p.dialogue_id = ${dialogueId}`.execute(world.db.system);
    expect(rows[0]).toEqual({ events: 310, findable: 310 });
  });

  it('tells every row that cannot be taken by its number, and then takes none', async () => {
    const dialogueId = await open();
    const found = await feed(
      dialogueId,
      await xlsx([
        ['Đảng ủy xã Côn Sơn', 'Y tế', 'Trạm y tế', 'Xây trạm', 'Dột'],
        ['Đảng ủy xã Không Có', 'Y tế', 'Trạm y tế', 'Xây trạm', ''],
        [null, 'Y tế', 'Trạm y tế', 'Xây trạm', ''],
        ['Đảng ủy xã Hòa Bình', 'Vũ trụ', 'Tên lửa', 'Phóng', ''],
        ['Đảng ủy xã Hòa Bình', '', '', 'Thiếu chủ đề', ''],
        ['Đảng ủy xã Côn Sơn', '', 'TRAM Y TE', 'Xây trạm', ''],
        ['Đảng ủy xã Côn Sơn', '', '=1+1', 'Xây trạm', ''],
        ['Tỉnh ủy', '', 'Tự hỏi mình', 'Xem', ''],
      ]),
    );
    expect(found).toMatchObject({ state: 'faulty', faultCount: 7, rowCount: 8 });
    expect(found.faults.map((f) => [f.line, f.message])).toEqual([
      [3, expect.stringContaining('Đảng ủy xã Không Có')],
      [4, 'Thiếu nơi kiến nghị.'],
      [5, 'Không có lĩnh vực “Vũ trụ”.'],
      [6, 'Hãy ghi chủ đề.'],
      [7, 'Trùng nơi kiến nghị và chủ đề với dòng 2.'],
      [8, expect.stringContaining('Ô C8 là công thức')],
      [9, expect.stringContaining('không phải nơi gửi kiến nghị')],
    ]);
    expect(await held(dialogueId)).toBe(0);
  });

  it('may be CSV with a title above its heading', async () => {
    const dialogueId = await open();
    const text = 'TỔNG HỢP KIẾN NGHỊ;;\n\nĐơn vị;Tiêu đề;Nội dung\nĐảng ủy xã Côn Sơn;Trạm;"Xây;\nngay"\n';
    expect(await feed(dialogueId, csv(text), 'bang.csv')).toMatchObject({ state: 'done', added: 1 });
  });

  it('may be a table in a Word document, with merged cells and the heading again on the next page', async () => {
    const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
      new TableCell({ children: [new Paragraph(text)], verticalMerge });
    const heading = () =>
      new TableRow({ children: ['TT', 'Đơn vị', 'Chủ đề', 'Nội dung kiến nghị'].map((t) => cell(t)) });
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph('TỔNG HỢP KIẾN NGHỊ'),
            new WordTable({
              rows: [
                heading(),
                new TableRow({
                  children: [
                    cell('1'),
                    cell('Đảng ủy xã Côn Sơn', VerticalMergeType.RESTART),
                    cell('Cầu tràn'),
                    cell('Thay cầu tràn | cầu treo'),
                  ],
                }),
                new TableRow({
                  children: [cell('2'), cell('', VerticalMergeType.CONTINUE), cell('Trạm y tế'), cell('Xây trạm')],
                }),
                heading(),
                new TableRow({ children: ['3', 'Đảng ủy xã Hòa Bình', 'Đường', 'Sửa đường'].map((t) => cell(t)) }),
              ],
            }),
          ],
        },
      ],
    });
    const dialogueId = await open();
    const found = await feed(dialogueId, await Packer.toBuffer(document), 'bang.docx');
    expect(found).toMatchObject({ state: 'done', added: 3 });
    const { rows } = await sql<{ asker: string; n: number }>`
      select o.name as asker, count(*)::int as n from petition p join organ o on o.id = p.asker_organ_ids[1]
      where dialogue_id = ${dialogueId} group by 1 order by 1`.execute(world.db.system);
    expect(rows).toEqual([
      { asker: 'Đảng ủy xã Côn Sơn', n: 2 },
      { asker: 'Đảng ủy xã Hòa Bình', n: 1 },
    ]);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'bang.xlsx', 'Tệp rỗng'],
    ['a sheet without a column that is needed', csv('Đơn vị,Lĩnh vực\na,b'), 'bang.csv', 'thiếu Chủ đề, Đề nghị'],
    ['a heading alone', csv(HEADS.map((h) => `"${h}"`).join(',')), 'bang.csv', 'chưa có dòng kiến nghị nào'],
    ['no Word document at all', csv('xin chào'), 'bang.docx', 'dòng tên cột'],
    ['another encoding', new Uint8Array([0xc3, 0x28, 0xff]), 'bang.csv', 'bảng mã'],
  ])('%s is refused with what to do', async (_, bytes, name, words) => {
    const dialogueId = await open();
    const found = await feed(dialogueId, bytes, name);
    expect(found).toMatchObject({ state: 'failed', failure: expect.stringContaining(words) });
  });
});

describe('an import that is cut off', () => {
  it('leaves nothing half taken in, and the next run takes all', async () => {
    const dialogueId = await open();
    const id = await ask(dialogueId, await xlsx(many(600)), 'bang.xlsx');
    // The file is read a first time; while it is written down, the server dies after some rows.
    const died = new Error('killed');
    let batches = 0;
    const write = world.db.write;
    const killed = {
      ...services,
      db: {
        ...world.db,
        write: (reader: never, work: never) =>
          write(reader, async (tx) => {
            await (work as (t: typeof tx) => Promise<unknown>)(tx);
            batches += 1;
            throw died;
          }),
      },
    } as unknown as Services;
    await importJob(killed).work(undefined);
    expect(batches).toBe(1);
    expect(await held(dialogueId)).toBe(0);
    // As a killed server leaves it: still being worked at, without a sign of life.
    await sql`update petition_import set state = 'working', seen_at = now() - interval '1 minute' where id = ${id}`.execute(
      world.db.system,
    );
    await run();
    expect(await look(id)).toMatchObject({ state: 'done', added: 600 });
    expect(await held(dialogueId)).toBe(600);
    await run();
    expect(await held(dialogueId)).toBe(600);
  });

  it('too often is given up with a sentence', async () => {
    const id = await ask(await open(), await xlsx(many(2)), 'bang.xlsx');
    await sql`update petition_import set tries = 3 where id = ${id}`.execute(world.db.system);
    await run();
    expect(await look(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('bị ngắt nhiều lần') });
  });

  it('by the file store is not tried again at once; given up, it says what is wrong there', async () => {
    const system = world.db.system;
    await sql`create schema graphile_worker`.execute(system);
    await sql`create table graphile_worker.asked (at timestamptz default now())`.execute(system);
    await sql`create function graphile_worker.add_job(name text, job_key text, max_attempts int) returns void language sql
      as 'insert into graphile_worker.asked default values'`.execute(system);
    const asked = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from graphile_worker.asked`.execute(system)).rows[0]!.n;
    try {
      const id = await ask(await open(), await xlsx(many(5)), 'bang.xlsx');
      const atFirst = await asked();
      const damaged = new Fault('unavailable', 'file.store_damaged', 'Tệp gốc trong kho không còn nguyên vẹn.');
      const broken = { ...services, files: { ...services.files, get: () => Promise.reject(damaged) } } as Services;
      await importJob(broken).work(undefined);
      expect((await look(id)).state).toBe('waiting');
      expect(await asked()).toBe(atFirst);
      for (let tries = 1; tries < MOST_TRIES; tries++) await importJob(broken).work(undefined);
      expect(await look(id)).toMatchObject({ state: 'failed', failure: damaged.message });
    } finally {
      await sql`drop schema graphile_worker cascade`.execute(system);
    }
  });

  it('the same file sent twice stands in line once', async () => {
    const dialogueId = await open();
    const bytes = await xlsx(many(3));
    expect(await ask(dialogueId, bytes, 'bang.xlsx')).toBe(await ask(dialogueId, bytes, 'bang.xlsx'));
    await run();
  });

  it('is seen by its office alone', async () => {
    const id = await ask(await open(), await xlsx(many(4)), 'bang.xlsx');
    const seen = await world.db.read(world.finance, importById(world.db.build, id));
    expect(seen[0]).toEqual([]);
    await run();
  });
});

describe('fifty thousand rows', () => {
  it('are looked at one by one: each fault with its row, and not one row is taken in', async () => {
    const dialogueId = await open();
    function* rows(): Generator<string[]> {
      let i = 0;
      for (const row of many(50_000)) yield ++i % 5_000 === 0 ? ['Xã lạ', ...row.slice(1)] : row;
    }
    const found = await feed(dialogueId, await xlsx(rows()));
    expect(found).toMatchObject({ state: 'faulty', rowCount: 50_000, faultCount: 10 });
    expect(found.faults.map((f) => f.line)).toEqual([
      5_001, 10_001, 15_001, 20_001, 25_001, 30_001, 35_001, 40_001, 45_001, 50_001,
    ]);
    expect(await held(dialogueId)).toBe(0);
  });
});

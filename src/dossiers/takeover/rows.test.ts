import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { takeoverWorld } from '../../../test/takeoverWorld.ts';
import { Fault } from '../../kernel/errors.ts';
import type { Services } from '../../platform/services.ts';
import { xlsxStream } from '../../platform/spreadsheet/index.ts';
import { rememberApplicant } from '../applicants/store.ts';
import { recount } from '../figures/recount.ts';
import { balanceOf } from './report.ts';
import { MOST_TRIES } from './store.ts';

const world = await takeoverWorld();
const { w, services, HEADS, row, csv, run, rehearse, start, look, load, dossiers, outcomes } = world;
afterAll(() => world.close());
beforeEach(() => w.at('2026-06-15T09:00'));

describe('a row that cannot be taken', () => {
  it.each([
    ['no code', { MaHoSo: '' }, 'Mã hồ sơ', 'Thiếu mã'],
    ['a code with marks', { MaHoSo: 'hồ sơ 1' }, 'Mã hồ sơ', 'chữ không dấu'],
    ['no name', { ChuHoSo: '' }, 'Tên người nộp', 'họ tên'],
    ['a huge name', { ChuHoSo: 'a'.repeat(100_000) }, 'Tên người nộp', 'Dài quá 200'],
    ['an unknown procedure', { MaTTHC: '9.999999' }, 'Mã thủ tục', 'Danh mục chưa có'],
    [
      'a procedure that was not in force',
      { NgayTiepNhan: '01/02/2001', NgayHenTra: '02/02/2001', MaDonVi: '90001' },
      'Mã thủ tục',
      'không có bản nào',
    ],
    ['an unknown centre', { MaDonVi: 'Xã Không Có' }, 'Đơn vị tiếp nhận', 'Không có trung tâm'],
    ["another commune's centre", { MaDonVi: '90002' }, 'Đơn vị tiếp nhận', 'không thuộc đơn vị bạn'],
    ['an unknown status', { TrangThaiHoSoId: '11' }, 'Trạng thái', 'Không hiểu trạng thái'],
    ['no status', { TrangThaiHoSoId: '' }, 'Trạng thái', 'Thiếu trạng thái'],
    ['no reception', { NgayTiepNhan: '' }, 'Ngày tiếp nhận', 'Thiếu ngày tiếp nhận'],
    [
      'a reception to come',
      { NgayTiepNhan: '16/06/2026', NgayHenTra: '20/06/2026' },
      'Ngày tiếp nhận',
      'ở sau hôm nay',
    ],
    ['an impossible day', { NgayTiepNhan: '31/04/2026' }, 'Ngày tiếp nhận', 'không phải ngày có thật'],
    ['the month first', { NgayHenTra: '06/25/2026' }, 'Ngày hẹn trả', 'không phải ngày có thật'],
    ['due before it was received', { NgayHenTra: '05/06/2026' }, 'Ngày hẹn trả', 'ở trước ngày tiếp nhận'],
    ['no promise', { NgayHenTra: '' }, 'Ngày hẹn trả', 'Thiếu ngày hẹn trả'],
    ['a stop without its day', { TrangThaiHoSoId: '5' }, 'Ngày tạm dừng', 'thiếu ngày tạm dừng'],
    [
      'a stop before it began',
      { TrangThaiHoSoId: '5', NgayYeuCauBoSung: '01/06/2026' },
      'Ngày tạm dừng',
      'ở trước ngày tiếp nhận',
    ],
    ['an end without its day', { TrangThaiHoSoId: '9' }, 'Ngày kết thúc xử lý', 'thiếu ngày kết thúc'],
    ['an office that is nowhere', { DonViXuLy: 'Phòng Vũ trụ' }, 'Đơn vị xử lý', 'Không có cơ quan'],
    ['a number that nobody has', { SoDinhDanh: 'abc' }, 'Số định danh', 'Số giấy tờ không đúng'],
    ['finished there', { TrangThaiHoSoId: '10' }, 'Trạng thái', 'đã kết thúc ở hệ thống cũ'],
  ])('because of %s is told with its column and what to do, and the others go in', async (_, change, field, words) => {
    const before = await dossiers();
    const { rows, all } = await load(csv([row(), row(change as Record<string, string>), row()]));
    expect(outcomes({ rows })).toEqual(['taken', 'refused', 'taken']);
    expect(rows[1]).toMatchObject({ field, reason: expect.stringContaining(words), line: 3 });
    expect(all).toMatchObject({ rows: 3, taken: 2, refused: 1, held: 2 });
    expect(await dossiers()).toBe(before + 2);
  });

  it('because its code stands in the file before is told with that row', async () => {
    const a = row();
    const { rows } = await load(csv([a, row(), a]));
    expect(outcomes({ rows })).toEqual(['taken', 'taken', 'refused']);
    expect(rows[2]!.reason).toBe('Trùng mã hồ sơ với dòng 2. Hãy giữ một dòng.');
  });

  it('mended and sent again goes in, and the rest is there', async () => {
    const bad = row({ NgayHenTra: '' });
    const good = row();
    await load(csv([good, bad]));
    bad[6] = '11/06/2026';
    expect(outcomes(await load(csv([good, bad])))).toEqual(['there', 'taken']);
  });
});

describe('a file', () => {
  const rows = () => [row(), row()];
  const heading = HEADS.split(';');
  it.each([
    ['UTF-8 with its mark', () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(rows())])],
    [
      'UTF-16',
      () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(new TextDecoder().decode(csv(rows())), 'utf16le')]),
    ],
    [
      'UTF-16 the other way round',
      () =>
        Buffer.concat([
          Buffer.from([0xfe, 0xff]),
          Buffer.from(new TextDecoder().decode(csv(rows())), 'utf16le').swap16(),
        ]),
    ],
    ['tabs', () => Buffer.from(new TextDecoder().decode(csv(rows())).replaceAll(';', '\t'))],
    [
      'a title above its heading',
      () => Buffer.from(`DANH SÁCH HỒ SƠ;;\r\n\r\n${new TextDecoder().decode(csv(rows()))}`),
    ],
    [
      'a title of one cell above its heading',
      () => Buffer.from(`DANH SÁCH HỒ SƠ\n\n${new TextDecoder().decode(csv(rows()))}`),
    ],
    [
      'plain Vietnamese headings',
      () =>
        csv(
          rows(),
          'Mã hồ sơ (*);Mã thủ tục;Đơn vị tiếp nhận;Họ và tên;Số CCCD;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Ngày yêu cầu bổ sung;Lý do;Ngày có kết quả;Đơn vị đang xử lý',
        ),
    ],
  ])('may be in %s', async (_, bytes) => {
    expect(outcomes(await load(new Uint8Array(bytes())))).toEqual(['taken', 'taken']);
  });

  it('may be in Windows-1258, with the marks of names where they belong', async () => {
    const text = new TextDecoder().decode(
      csv(
        [row({ ChuHoSo: 'TEN' })],
        'Mã hồ sơ;MaTTHC;MaDonVi;ChuHoSo;SoDinhDanh;NgayTiepNhan;NgayHenTra;TrangThaiHoSoId;a;b;c;d',
      ),
    );
    const bytes = Buffer.from(text.replace('Mã hồ sơ', 'M@1 h@2 s@3').replace('TEN', 'Tr@4n V@5n Th@6'), 'latin1');
    const signs: Record<string, number[]> = {
      1: [0x61, 0xde],
      2: [0xf4, 0xcc],
      3: [0xf5],
      4: [0xe2, 0xcc],
      5: [0xe3],
      6: [0xfd, 0xd2],
    };
    const out: number[] = [];
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === 0x40) out.push(...signs[String.fromCharCode(bytes[++i]!)]!);
      else out.push(bytes[i]!);
    }
    const { rows } = await load(new Uint8Array(out));
    expect(outcomes({ rows })).toEqual(['taken']);
    expect((await w.seen(w.head, rows[0]!.ownCode!))!.applicantName).toBe('Trần Văn Thử');
  });

  it('may be a sheet of Excel whose dates are dates', async () => {
    const cells: (string | number | null)[] = row();
    const columns = heading.map((header) => ({
      header,
      ...(header === 'NgayTiepNhan' ? { kind: 'day' as const } : {}),
    }));
    cells[5] = '2026-06-08';
    cells[6] = '46184.7083333333';
    const bytes = new Uint8Array(await new Response(xlsxStream(columns, [cells])).arrayBuffer());
    const { rows } = await load(bytes, w.head, 'xuat.xlsx');
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect([d.receivedAt, d.dueAt]).toEqual(
      ['2026-06-08T08:00:00+07:00', '2026-06-11T17:00:00+07:00'].map((t) => Date.parse(t)),
    );
  });

  it.each([
    ['that is empty', new Uint8Array(), 'Tệp rỗng'],
    ['without a column that is needed', csv([], 'MaHoSo;ChuHoSo;MaTTHC;NgayTiepNhan;NgayHenTra'), 'thiếu Trạng thái'],
    ['with a heading alone', csv([]), 'chưa có dòng hồ sơ nào'],
    ['that is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8, 1, 2, 3, 4]), 'dòng tên cột'],
    ['that is an old Excel book', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'Excel đời cũ'],
    ['that is a torn sheet', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'Không đọc được bảng tính'],
    ['whose quotes never end', Buffer.from(`${HEADS}\r\n"a;b`), 'dấu nháy kép'],
  ])('%s is turned away with what to do', async (_, bytes, words) => {
    expect((await load(new Uint8Array(bytes))).failed).toContain(words);
  });
});

describe('a run that is cut off', () => {
  it('goes on after the last row written down: nothing lost, nothing doubled', async () => {
    const rows = Array.from({ length: 620 }, (_, i) => row(i % 10 === 3 ? { NgayHenTra: 'mai' } : {}));
    const trialId = await rehearse(csv(rows));
    await run();
    const before = await dossiers();
    const realId = await start(trialId);
    // The server dies in the third batch, its dossiers written and not committed.
    let batches = 0;
    const dying = {
      ...services,
      log: { ...services.log, error() {} },
      db: {
        ...w.db,
        write: (reader: never, work: never) =>
          w.db.write(reader, async (tx) => {
            await (work as (t: typeof tx) => Promise<unknown>)(tx);
            if (++batches === 3) throw new Error('killed');
          }),
      },
    } as unknown as Services;
    await run(dying);
    expect(batches).toBe(3);
    expect(await dossiers()).toBe(before + 450);
    // As a killed server leaves it: being worked at, without a sign of life.
    await sql`update takeover set state = 'working', ended_at = null, failure = null, seen_at = now() - interval '2 minutes' where id = ${realId}`.execute(
      w.db.system,
    );
    await run();
    const { found, all, doubled } = await look(realId);
    expect(found).toMatchObject({ state: 'done', rowCount: 620 });
    expect(all).toMatchObject({ rows: 620, taken: 558, there: 0, refused: 62, held: 558 });
    expect(balanceOf(found, all, doubled.length).holds).toBe(true);
    expect(await dossiers()).toBe(before + 558);
    await run();
    expect(await dossiers()).toBe(before + 558);
    expect(await recount(w.db.system)).toEqual([]);
    const { rows: codes } = await sql<{ n: number; codes: number }>`
      select count(*)::int as n, count(distinct (unit_id, code))::int as codes from dossier`.execute(w.db.system);
    expect(codes[0]!.codes).toBe(codes[0]!.n);
  }, 60_000);
});

describe('a run beside a busy counter', () => {
  it('finds an applicant whom the counter writes down at the same moment', async () => {
    const cells = row();
    const trialId = await rehearse(csv([cells, row()]));
    await run();
    const id = await start(trialId);
    const centre = { unitId: w.units.conSon, organId: w.organs.conSon.centre };
    const facts = { kind: 'person', name: 'Lê Văn Thử', idNumber: cells[4]!, address: 'Xóm 1' } as const;
    let running: Promise<unknown> | undefined;
    await w.db.write(w.centre, async (tx) => {
      await rememberApplicant(tx, centre, { ...facts, birthDay: null, phone: null, email: null }, undefined);
      running = run();
      const waits = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await waits.execute(w.db.system)).rows[0]!.n).toBe(1);
    });
    await running;
    const { found, all } = await look(id);
    expect(found).toMatchObject({ state: 'done', failure: null });
    expect(all).toMatchObject({ taken: 2, held: 2 });
  });
});

describe('a run whose file the store cannot give', () => {
  it('is not tried again at once; given up, it says what is wrong with the store', async () => {
    await sql`create schema graphile_worker`.execute(w.db.system);
    await sql`create table graphile_worker.asked (at timestamptz default now())`.execute(w.db.system);
    await sql`create function graphile_worker.add_job(name text, job_key text, max_attempts int) returns void language sql
      as 'insert into graphile_worker.asked default values'`.execute(w.db.system);
    const asked = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from graphile_worker.asked`.execute(w.db.system)).rows[0]!.n;
    try {
      const id = await rehearse(csv([row()]));
      const atFirst = await asked();
      const damaged = new Fault('unavailable', 'file.store_damaged', 'Tệp gốc trong kho không còn nguyên vẹn.');
      const broken = { ...services, files: { ...services.files, get: () => Promise.reject(damaged) } };
      await run(broken);
      expect((await look(id)).found.state).toBe('waiting');
      expect(await asked()).toBe(atFirst);
      for (let tries = 1; tries < MOST_TRIES; tries++) await run(broken);
      expect((await look(id)).found).toMatchObject({ state: 'failed', failure: damaged.message });
      expect(await asked(), 'for the next in line').toBe(atFirst + 1);
    } finally {
      await sql`drop schema graphile_worker cascade`.execute(w.db.system);
    }
  });
});

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '-1',
      '99999999999',
      'null',
      '=1+1',
      '31/12/2026',
      '08/06/2026',
      '20260608093000',
      '1',
      '5',
      '9',
      '10',
      '😀',
    ),
    fc.string({ maxLength: 30 }),
  );
  it('each row ends as exactly one of taken, there, refused; sums and figures agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.constantFrom(...HEADS.split(';')), cell, { maxKeys: 3 }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (changes) => {
          const quoted = changes.map((change) =>
            row(change as Record<string, string>).map((c) => `"${c.replaceAll('"', '""')}"`),
          );
          const { found, all } = await load(csv(quoted));
          if (found.state === 'done') expect(all.taken + all.there + all.refused).toBe(found.rowCount);
        },
      ),
      { numRuns: 25 },
    );
    expect(await recount(w.db.system)).toEqual([]);
  }, 60_000);
});

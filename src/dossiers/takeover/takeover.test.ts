import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../../test/dossierWorld.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import { openFileStore } from '../../platform/files/index.ts';
import type { Services } from '../../platform/services.ts';
import { xlsxStream } from '../../platform/spreadsheet/index.ts';
import { apologise } from '../apologise.ts';
import { recount } from '../figures/recount.ts';
import { lookUp } from '../lookup/lookUp.ts';
import { passDossier } from '../passDossier.ts';
import { receiveSupplement } from '../suspendDossier.ts';
import { askReal, askTrial, cancelTakeover } from './askTakeover.ts';
import { centresFor } from './policy.ts';
import { balanceOf, doubledIn, sumsOf } from './report.ts';
import { reportRows, type Takeover, type TakeoverRow, takeoverById } from './store.ts';
import { takeoverJob } from './takeoverJob.ts';

let w: DossierWorld;
let services: Services;
const folder = mkdtempSync(join(tmpdir(), 'chuyen-'));
beforeAll(async () => {
  w = await dossierWorld();
  services = { ...w.services, files: openFileStore(folder) };
});
afterAll(async () => {
  await w.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => w.at('2026-06-15T09:00'));

const HEADS =
  'MaHoSo;MaTTHC;MaDonVi;ChuHoSo;SoDinhDanh;NgayTiepNhan;NgayHenTra;TrangThaiHoSoId;NgayYeuCauBoSung;LyDo;NgayKetThucXuLy;DonViXuLy';
let made = 0;
/** Received on Monday 8/6, three working days: the old system promised Thursday 11/6, as ours would. */
const row = (change: Partial<Record<string, string>> = {}) => {
  made += 1;
  const told: Record<string, string> = {
    MaHoSo: `H41.012-260608-${String(made).padStart(5, '0')}`,
    MaTTHC: '1.001612',
    MaDonVi: '90001',
    ChuHoSo: 'Lê Văn Thử',
    SoDinhDanh: `0901${String(made).padStart(8, '0')}`,
    NgayTiepNhan: '08/06/2026 09:30',
    NgayHenTra: '11/06/2026 17:00',
    TrangThaiHoSoId: '4',
    ...change,
  };
  return HEADS.split(';').map((head) => told[head] ?? '');
};
const csv = (rows: readonly (readonly string[])[], heads = HEADS) =>
  new TextEncoder().encode([heads, ...rows.map((cells) => cells.join(';'))].join('\r\n'));
const scopeOf = async (who: Principal) =>
  centresFor(w.rules.places.withInherited(who, dayOf(w.now())), await organRegister(services));
const run = (given = services) => takeoverJob(given).work(undefined);

async function rehearse(bytes: Uint8Array, who = w.head, name = 'xuat.csv'): Promise<number> {
  const stored = await services.files.put(bytes);
  const centreIds = await scopeOf(who);
  return w.as(who, (tx, by) => askTrial(tx, by, { system: 'igate-cu', centreIds, file: { ...stored, name } }));
}
const start = async (trialId: number, who = w.head) => {
  const centreIds = await scopeOf(who);
  return w.as(who, (tx, by) => askReal(tx, by, { trialId, centreIds }));
};
async function look(id: number, who = w.head) {
  const reader = { ...who, organIds: [...who.organIds, ...(await scopeOf(who))] } as Principal;
  const [[found], rows, sums, doubled] = await w.db.read(
    reader,
    takeoverById(w.db.build, id),
    reportRows(w.db.build, id, 'all', { limit: 100_000 }),
    sumsOf(w.db.build, id),
    doubledIn(w.db.build, id),
  );
  const all = sums.find((s) => s.by === 'all')!;
  return { found: found as Takeover, rows: rows as TakeoverRow[], sums, all, doubled };
}
/** Rehearsed, then taken in earnest; the two reports must tell the same. */
async function load(bytes: Uint8Array, who = w.head, name?: string) {
  const trialId = await rehearse(bytes, who, name);
  const before = await dossiers();
  await run();
  expect(await dossiers(), 'a rehearsal writes no dossier').toBe(before);
  const trial = await look(trialId, who);
  if (trial.found.state !== 'done') return { ...trial, failed: trial.found.failure };
  const realId = await start(trialId, who);
  await run();
  const real = await look(realId, who);
  const said = (rows: TakeoverRow[]) => rows.map(({ ownCode: _, ...r }) => r);
  expect(said(real.rows), 'the rehearsal tells what will come').toEqual(said(trial.rows));
  expect(balanceOf(real.found, real.all, real.doubled.length).holds).toBe(true);
  expect(balanceOf(trial.found, trial.all, 0).lines[0]!.right).toBe(real.found.rowCount);
  return { ...real, failed: null };
}
const dossiers = async () =>
  Number(
    (
      await w.db.system
        .selectFrom('dossier')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
const outcomes = ({ rows }: { rows: TakeoverRow[] }) => rows.map((r) => r.outcome);

describe('a running dossier of another system', () => {
  it('keeps what was promised, its old code and its stage, and is ours from then on', async () => {
    const cells = row({ NgayHenTra: '19/06/2026 16:00' });
    const { rows } = await load(csv([cells]));
    expect(rows[0]).toMatchObject({
      outcome: 'taken',
      difference: 'Đã hẹn 19/6/2026; tính theo thủ tục là 11/6/2026.',
    });
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    const promised = Date.parse('2026-06-19T16:00:00+07:00');
    expect(d).toMatchObject({
      nationalCode: cells[0],
      status: 4,
      ownerSystem: '',
      receivedAt: Date.parse('2026-06-08T09:30:00+07:00'),
      dueAt: promised,
      firstDueAt: promised,
      holderId: w.organs.conSon.economy,
      authorityId: w.organs.conSon.ubnd,
    });
    expect(d.code).toMatch(/^90\.90001-260608-\d{4}$/);
    const { unitId: _u, ...row_ } = d;
    expect(row_).toMatchObject(await w.foldOf(d.id));
    const events = await w.eventsOf(d.id);
    expect(events.map((e) => e.kind)).toEqual(['dossier.received', 'dossier.passed', 'dossier.ownership_moved']);
    expect(events[2]).toMatchObject({
      personId: w.head.personId,
      data: { from: 'igate-cu', ownerSystem: '', line: 2, foreignCode: cells[0] },
    });
    // Whoever holds it goes on as with any other; more time is promised upon the old promise.
    w.at('2026-06-16T09:00');
    await w.as(w.economy, (tx, by, r) =>
      apologise(tx, by, r, { code: d.code, version: null, reason: 'cần xác minh', to: '2026-06-24' as never }),
    );
    expect(await recount(w.db.system)).toEqual([]);
  });

  it('whose clock stands goes on standing; the answer lengthens the old promise by as long as it stood', async () => {
    // Promised to 17/6, not to the 11/6 of the law; stopped on 9/6.
    const cells = row({
      ...{ TrangThaiHoSoId: '5', NgayHenTra: '17/06/2026', NgayYeuCauBoSung: '09/06/2026 10:00' },
      ...{ LyDo: 'thiếu bản vẽ', DonViXuLy: 'Phòng Kinh tế' },
    });
    const { rows } = await load(csv([cells]));
    const before = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect(before).toMatchObject({
      status: 5,
      pausedAt: Date.parse('2026-06-09T10:00:00+07:00'),
      supplements: 1,
      holderId: w.organs.conSon.economy,
    });
    expect(before.pauses[0]!.reason).toBe('thiếu bản vẽ');
    await w.as(w.centre, (tx, by, r) => receiveSupplement(tx, by, r, { code: before.code, version: null, note: 'đủ' }));
    // 10/6 to 15/6 stood still: 10, 11, 12 and 15 were working days; four working days after 17/6 is 23/6.
    const after = (await w.seen(w.head, before.code))!;
    expect(dayOf(after.dueAt!)).toBe('2026-06-23');
    expect(after.dueLines[0]).toBe('hệ thống trước đã hẹn 17/6/2026: giữ lời hẹn đó');
    expect(await recount(w.db.system)).toEqual([]);
  });

  it('that was promised anew keeps both dates', async () => {
    const heads = `${HEADS};NgayHenTraLanDau;NgayGiaHan;LyDoGiaHan`;
    const { rows } = await load(
      csv([[...row({ NgayHenTra: '22/06/2026' }), '11/06/2026', '10/06/2026 15:00', 'xác minh']], heads),
    );
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect([dayOf(d.firstDueAt!), dayOf(d.dueAt!), d.apologies]).toEqual(['2026-06-11', '2026-06-22', 1]);
    expect(d.extension).toEqual({ at: Date.parse('2026-06-10T15:00:00+07:00'), to: '2026-06-22' });
  });

  it.each([
    ['1', { NgayTiepNhan: '', NgayHenTra: '', NgayNopHoSo: '14/06/2026 20:00' }, { status: 1, receivedAt: null }],
    ['2', {}, { status: 2 }],
    ['6', { NgayYeuCauBoSung: '10/06/2026' }, { status: 6, money: 'due' }],
    ['9', { NgayKetThucXuLy: '10/06/2026 11:00' }, { status: 9, delivery: 'ready' }],
    ['Đang xử lý', {}, { status: 4 }],
    ['Chờ bổ sung', { NgayYeuCauBoSung: '10/06/2026' }, { status: 5 }],
  ])('of status %s stands as told', async (status, change, expected) => {
    const heads = `${HEADS};NgayNopHoSo`;
    const cells = [
      ...row({ TrangThaiHoSoId: status, ...change }),
      (change as Record<string, string>).NgayNopHoSo ?? '',
    ];
    const { rows } = await load(csv([cells], heads));
    expect(rows[0]).toMatchObject({ outcome: 'taken' });
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect(d).toMatchObject(expected);
    expect(d).toMatchObject(await w.foldOf(d.id));
    expect(await recount(w.db.system)).toEqual([]);
  });

  it('counts in the period in which it was received, and as carried over since', async () => {
    const { rows } = await load(csv([row({ NgayTiepNhan: '11/05/2026', NgayHenTra: '30/06/2026', SoDinhDanh: '' })]));
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    const { rows: kept } = await sql<{ measure: string; amount: number }>`
      select measure, sum(amount)::int as amount from dossier_figure where unit_id = ${d.unitId} and grain = 'd' and day = '2026-05-11'
      group by 1 order by 1`.execute(w.db.system);
    expect(kept).toEqual([
      { measure: 'open', amount: 1 },
      { measure: 'received', amount: 1 },
    ]);
    expect(await recount(w.db.system)).toEqual([]);
  });
});

describe('a file loaded again', () => {
  it('changes nothing, and tells what it says otherwise than before', async () => {
    const [a, b] = [row(), row()];
    expect(outcomes(await load(csv([a, b])))).toEqual(['taken', 'taken']);
    const before = await dossiers();
    const d = (await w.seen(w.head, (await load(csv([a, b]))).rows[0]!.ownCode!))!;
    // The dossier moves on here; the file of old still says the same.
    await w.as(w.economy, (tx, by, r) =>
      passDossier(tx, by, r, { code: d.code, version: null, toOrganId: null, note: '' }),
    );
    const changed = [...b];
    changed[6] = '18/06/2026 17:00';
    const { rows } = await load(csv([a, changed, row()]));
    expect(rows.map((r) => [r.outcome, r.difference])).toEqual([
      ['there', ''],
      ['there', 'Tệp ghi khác lúc đã nhận: Ngày hẹn trả, Ngày hẹn trả lần đầu. Hồ sơ ở đây giữ nguyên.'],
      ['taken', ''],
    ]);
    expect(await dossiers()).toBe(before + 1);
    expect((await w.seen(w.head, rows[1]!.ownCode!))!.dueAt).toBe(Date.parse('2026-06-11T17:00:00+07:00'));
    // Finished there meanwhile: told, not overwritten.
    const ended = [...a];
    ended[7] = '10';
    expect((await load(csv([ended]))).rows[0]).toMatchObject({
      outcome: 'there',
      difference: expect.stringContaining('đã kết thúc'),
    });
    expect(await recount(w.db.system)).toEqual([]);
  });

  it('pressed twice is one run', async () => {
    const trialId = await rehearse(csv([row()]));
    await run();
    expect(await start(trialId)).toBe(await start(trialId));
    await run();
  });

  it('is not taken in earnest before it was rehearsed, nor after it was stopped', async () => {
    const trialId = await rehearse(csv([row()]));
    await expect(start(trialId)).rejects.toThrow('chạy thử');
    await w.as(w.head, (tx, by) => cancelTakeover(tx, by, trialId));
    await run();
    expect((await look(trialId)).found.state).toBe('cancelled');
    await expect(start(trialId)).rejects.toThrow('chạy thử');
  });
});

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

describe('who may', () => {
  it('not: clerks, offices, departments, administrators; nor leaders for another commune', async () => {
    for (const who of [
      w.centre,
      w.officer,
      w.economy,
      w.departmentHead,
      await w.person(w.organs.conSon.office, 'admin'),
    ]) {
      expect(await scopeOf(who), who.personName).toEqual([]);
      await expect(
        w.as(who, (tx, by) =>
          askTrial(tx, by, {
            system: '',
            centreIds: [w.organs.conSon.centre],
            file: { sha256: 'a'.repeat(64), size: 1, name: 'a' },
          }),
        ),
      ).rejects.toThrow('Chỉ lãnh đạo');
    }
    expect(await scopeOf(w.head)).toEqual([w.organs.conSon.centre]);
    const neighbour = await w.person(w.organs.hoaBinh.ubnd, 'head');
    const id = await rehearse(csv([row()]));
    await run();
    expect((await w.db.read(neighbour, takeoverById(w.db.build, id)))[0]).toEqual([]);
    expect((await w.db.read(neighbour, reportRows(w.db.build, id, 'all', { limit: 10 })))[0]).toEqual([]);
    await expect(start(id, neighbour)).rejects.toThrow('Không tìm thấy');
  });

  it("the province's office for all its communes, each dossier seen by its own centre alone", async () => {
    const office = await w.person(w.organs.provinceOffice, 'head');
    const { rows } = await load(csv([row(), row({ MaDonVi: 'Hòa Bình' })]), office);
    expect(outcomes({ rows })).toEqual(['taken', 'taken']);
    expect(await w.seen(w.other, rows[1]!.ownCode!)).toMatchObject({ receptionId: w.organs.hoaBinh.centre });
    expect(await w.seen(w.centre, rows[1]!.ownCode!)).toBeUndefined();
    expect(await w.seen(office, rows[0]!.ownCode!)).toBeUndefined();
  });
});

describe('a former unit', () => {
  it('keeps its dossiers under its own name; whoever took over works on them', async () => {
    const w2 = await dossierWorld();
    try {
      for (const key of ['ubnd', 'office', 'economy', 'culture', 'centre'] as const) {
        await w2.db.system
          .updateTable('organ')
          .set({ valid_to: '2026-06-30' as never })
          .where('id', '=', w2.organs.conSon[key])
          .execute();
        const link = {
          predecessor_id: w2.organs.conSon[key],
          successor_id: w2.organs.hoaBinh[key],
          kind: 'merged' as const,
        };
        await w2.db.system.insertInto('organ_lineage').values(link).execute();
      }
      await w2.refreshOrgans();
      w2.at('2026-07-06T09:00');
      const given = { ...w2.services, files: services.files };
      const heir = w2.rules.places.withInherited(await w2.person(w2.organs.hoaBinh.ubnd, 'head'), dayOf(w2.now()));
      const centreIds = centresFor(heir, await organRegister(given));
      expect(centreIds.sort()).toEqual([w2.organs.conSon.centre, w2.organs.hoaBinh.centre].sort());
      const bytes = csv([
        row({ MaDonVi: 'Xã Côn Sơn', NgayTiepNhan: '29/06/2026', NgayHenTra: '10/07/2026' }),
        row({ MaDonVi: 'Xã Côn Sơn', NgayTiepNhan: '02/07/2026', NgayHenTra: '10/07/2026' }),
      ]);
      const stored = await services.files.put(bytes);
      const trialId = await w2.as(heir, (tx, by) =>
        askTrial(tx, by, { system: '', centreIds, file: { ...stored, name: 'a.csv' } }),
      );
      await run(given);
      const id = await w2.as(heir, (tx, by) => askReal(tx, by, { trialId, centreIds }));
      await run(given);
      const [rows] = await w2.db.read(heir, reportRows(w2.db.build, id, 'all', { limit: 9 }));
      expect(rows.map((r) => [r.outcome, r.reason])).toEqual([
        ['taken', ''],
        ['refused', expect.stringContaining('đã kết thúc ngày 30/6/2026; hãy ghi đơn vị kế tục')],
      ]);
      const d = (await w2.seen(heir, rows[0]!.ownCode!))!;
      expect(d).toMatchObject({
        unitId: w2.units.conSon,
        receptionId: w2.organs.conSon.centre,
        holderId: w2.organs.conSon.economy,
      });
      expect(d.code).toMatch(/^90\.90001-260629-/);
      const successor = w2.rules.places.withInherited(await w2.person(w2.organs.hoaBinh.economy), dayOf(w2.now()));
      await w2.as(successor, (tx, by, r) =>
        passDossier(tx, by, r, { code: d.code, version: null, toOrganId: null, note: '' }),
      );
      expect(await recount(w2.db.system)).toEqual([]);
    } finally {
      await w2.close();
    }
  }, 30_000);
});

describe('the applicant', () => {
  it('finds the dossier by the code on the old receipt', async () => {
    const cells = row();
    const { rows } = await load(csv([cells]));
    const found = await lookUp(w.db, { code: cells[0]!, fact: cells[4]!, address: '127.0.0.1' }, w.now());
    expect(found.code).toBe(rows[0]!.ownCode);
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

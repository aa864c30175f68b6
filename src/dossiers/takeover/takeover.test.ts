import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { dossierWorld } from '../../../test/dossierWorld.ts';
import { takeoverWorld } from '../../../test/takeoverWorld.ts';
import { dayOf } from '../../kernel/day.ts';
import { organRegister } from '../../organs/index.ts';
import { apologise } from '../apologise.ts';
import { recount } from '../figures/recount.ts';
import { lookUp } from '../lookup/lookUp.ts';
import { passDossier } from '../passDossier.ts';
import { movedPromises, openPromises } from '../promises.ts';
import { receiveSupplement } from '../suspendDossier.ts';
import { askReal, askTrial, cancelTakeover } from './askTakeover.ts';
import { centresFor } from './policy.ts';
import { concernGroups } from './report.ts';
import { reportRows, takeoverById } from './store.ts';

const world = await takeoverWorld();
const { w, services, HEADS, row, csv, scopeOf, run, rehearse, start, look, load, dossiers, outcomes } = world;
afterAll(() => world.close());
beforeEach(() => w.at('2026-06-15T09:00'));

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

  it('with the new promise beside the first keeps both dates; a new one before the first is refused by its name', async () => {
    const heads = `${HEADS};NgayHenLai`;
    const { rows } = await load(csv([[...row({ NgayHenTra: '11/06/2026' }), '22/06/2026']], heads));
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect([dayOf(d.firstDueAt!), dayOf(d.dueAt!), d.apologies]).toEqual(['2026-06-11', '2026-06-22', 1]);
    const { rows: letters } = await load(csv([[...row({ NgayHenTra: '22/06/2026' }), '10/06/2026']], heads));
    expect(letters[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('10/6/2026 ở trước') });
  });

  it.each([
    ['1', { NgayTiepNhan: '', NgayHenTra: '', NgayNopHoSo: '14/06/2026 20:00' }, { status: 1, receivedAt: null }],
    ['2', {}, { status: 2 }],
    ['6', { NgayYeuCauBoSung: '10/06/2026' }, { status: 6, money: 'due' }],
    ['9', { NgayKetThucXuLy: '10/06/2026 11:00' }, { status: 9, delivery: 'ready' }],
    ['Đang xử lý', {}, { status: 4 }],
    ['4', { DonViXuLy: 'Trung tâm Phục vụ hành chính công' }, { status: 4 }],
    ['Chờ bổ sung', { NgayYeuCauBoSung: '10/06/2026' }, { status: 5 }],
  ])('of status %s stands as told', async (status, change, expected) => {
    const heads = `${HEADS};NgayNopHoSo`;
    const cells = [
      ...row({ TrangThaiHoSoId: status, ...change }),
      (change as Record<string, string>).NgayNopHoSo ?? '',
    ];
    const { rows, all } = await load(csv([cells], heads));
    expect(rows[0]).toMatchObject({ outcome: 'taken' });
    expect(all.moved, 'with another status than the file tells').toBe(0);
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect(d).toMatchObject(expected);
    expect(d).toMatchObject(await w.foldOf(d.id));
    expect(await recount(w.db.system)).toEqual([]);
  });

  it.each([
    ['08/06/2026 07:30', '08/06/2026', '07:30'],
    ['08/06/2026', '08/06/2026 09:30', '09:30'],
    ['08/06/2026', '07/06/2026 21:00', '08:00'],
  ])(
    'received %s, handed in %s: a day without its hour contradicts no hour of that day',
    async (received, handed, at) => {
      const cells = [...row({ NgayTiepNhan: received }), handed];
      const { rows } = await load(csv([cells], `${HEADS};NgayNopHoSo`));
      expect(rows[0]).toMatchObject({ outcome: 'taken', reason: '' });
      const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
      expect(d.receivedAt).toBe(Date.parse(`2026-06-08T${at}:00+07:00`));
    },
  );

  it('promised to the minute is not said to have been moved by a holiday', async () => {
    const cells = row({ MaTTHC: '2.000927', NgayTiepNhan: '15/06/2026 08:00', NgayHenTra: '15/06/2026 16:00' });
    const code = (await load(csv([cells]))).rows[0]!.ownCode!;
    expect(await w.seen(w.head, code)).toMatchObject({
      dueAt: Date.parse('2026-06-15T16:00:00+07:00'),
      dueExact: true,
    });
    const queue = w.rules.places.queueOf(w.head, dayOf(w.now()));
    const [open] = await w.db.read(w.head, openPromises(w.db.build, queue, w.now()));
    expect(open.map((p) => p.code)).toContain(code);
    expect(movedPromises(w.rules, open).map((p) => p.code)).not.toContain(code);
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

describe('what somebody has to decide about', () => {
  it('is counted by reason, promises by procedure, and the rows of a reason are found again', async () => {
    const heads = `${HEADS};NguoiXuLy`;
    const lines = [
      [...row({ NgayHenTra: '19/06/2026' }), ''],
      [...row({ NgayHenTra: '22/06/2026' }), 'không ai cả'],
      [...row({ NgayHenTra: '10/06/2026' }), ''],
      [...row(), ''],
    ];
    const takeoverId = (await load(csv(lines, heads))).found.id;
    const db = w.db;
    const [groups, late, sooner, none, official] = await db.read(
      w.head,
      concernGroups(db.build, takeoverId),
      reportRows(db.build, takeoverId, { kind: 'promised_later', procedure: '1.001612' }, { limit: 50 }),
      reportRows(db.build, takeoverId, { kind: 'promised_sooner', procedure: null }, { limit: 50 }),
      reportRows(db.build, takeoverId, { kind: 'promised_later', procedure: '2.000815' }, { limit: 50 }),
      reportRows(db.build, takeoverId, { kind: 'official', procedure: null }, { limit: 50 }),
    );
    expect(groups).toEqual([
      { kind: 'promised_later', procedure: '1.001612', rows: 2 },
      { kind: 'official', procedure: null, rows: 1 },
      { kind: 'promised_sooner', procedure: '1.001612', rows: 1 },
    ]);
    expect([late, sooner, none, official].map((rows) => rows.map((r) => r.line))).toEqual([[2, 3], [4], [], [3]]);
    expect(official[0]!.difference).toContain('Đã hẹn 22/6/2026');
    expect(official[0]!.difference).toContain('Người xử lý “không ai cả” không có ở');
  });
});

describe('the official in charge', () => {
  const heads = `${HEADS};CanBoXuLy`;
  const holderOf = async (name: string, change: Record<string, string> = {}) => {
    const { rows } = await load(csv([[...row(change), name]], heads));
    const d = (await w.seen(w.head, rows[0]!.ownCode!))!;
    expect(d).toMatchObject(await w.foldOf(d.id));
    return { person: d.holderPersonId, told: rows[0]!.difference };
  };
  const nameOf = async (id: number) =>
    (await w.db.system.selectFrom('person').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
  it('goes with the dossier where the name means one person of the office that holds it', async () => {
    const name = await nameOf(w.economy.personId);
    expect(await holderOf(name.toUpperCase())).toEqual({ person: w.economy.personId, told: '' });
  });
  it('is nobody where nobody, or more than one there, has the name; the row tells it', async () => {
    const elsewhere = await holderOf(await nameOf(w.head.personId));
    expect(elsewhere).toEqual({ person: null, told: expect.stringContaining('hồ sơ ở lại cơ quan, chưa giao ai') });
    const { personId } = await w.person(w.organs.conSon.economy, 'officer');
    const name = await nameOf(w.economy.personId);
    await w.db.system.updateTable('person').set({ name }).where('id', '=', personId).execute();
    expect(await holderOf(name)).toEqual({ person: null, told: expect.stringContaining('là tên của nhiều người') });
  });
  it('is of no account once the result is there', async () => {
    const done = { TrangThaiHoSoId: '9', NgayKetThucXuLy: '10/06/2026 11:00' };
    expect(await holderOf('không ai cả', done)).toEqual({ person: null, told: '' });
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
  it.each([
    ['a code like ours', {}],
    ['a code of another kind', { MaHoSo: 'hs/2026/00123' }],
    ['a bare number', { MaHoSo: '2606080077' }],
    ['small letters, typed large', { MaHoSo: 'h49.12-260608-0078' }, 'H49.12-260608-0078'],
    ['large letters, typed small', { MaHoSo: 'HS/2026/00124' }, 'hs/2026/00124'],
  ])('finds the dossier by the code on the old receipt: %s', async (_, change, typed?: string) => {
    const cells = row(change);
    const { rows } = await load(csv([cells]));
    const found = await lookUp(w.db, { code: typed ?? cells[0]!, fact: cells[4]!, address: '127.0.0.1' }, w.now());
    expect(found.code).toBe(rows[0]!.ownCode);
  });
});

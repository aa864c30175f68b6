import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld, somebody } from '../../test/dossierWorld.ts';
import { applicantById, findApplicants } from './applicants/store.ts';
import { acceptDossier, registerDossier } from './receiveDossier.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());

describe('reception at the counter', () => {
  it('gives a code of the unit and the day, starts the clock and promises the date', async () => {
    w.at('2026-06-01T08:00');
    const received = await w.receive();
    expect(received.code).toMatch(/^90\.90001-260601-\d{4}$/);
    const d = (await w.seen(w.centre, received.code))!;
    expect(d).toMatchObject({
      status: 2,
      money: 'due',
      fee: 2000,
      delivery: 'waiting',
      sync: 'local',
      holderId: w.centre.organId,
    });
    expect(new Date(d.dueAt!).toISOString()).toBe('2026-06-01T10:00:00.000Z');
    expect(d.firstDueAt).toBe(d.dueAt);
    expect(d.dueLines.at(-1)).toContain('hạn: thứ Hai 1/6/2026');
    expect(d.authorityId).toBe(w.organs.conSon.ubnd);
    expect(d.handovers).toMatchObject([{ no: 1, organId: w.centre.organId, personId: w.centre.personId }]);
  });

  it('after 15:00 promises the next working day', async () => {
    w.at('2026-06-05T15:01');
    const d = (await w.seen(w.centre, (await w.receive()).code))!;
    expect(new Date(d.dueAt!).toISOString()).toBe('2026-06-08T10:00:00.000Z');
  });

  it('counts once however often it is sent', async () => {
    w.at('2026-06-02T08:00');
    const key = crypto.randomUUID();
    const applicant = somebody();
    const answers = await Promise.all([1, 2, 3].map(() => w.receive({ applicant }, w.centre, key)));
    expect(new Set(answers.map((a) => a.code)).size).toBe(1);
    expect(await w.eventsOf(answers[0]!.id)).toHaveLength(1);
  });

  it('gives no code twice to those who come at once, and each unit counts for itself', async () => {
    w.at('2026-06-03T08:00');
    const both = [w.centre, w.other];
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, i) => w.receive({ authorityUnitId: both[i % 2]!.unitId }, both[i % 2])),
    );
    const codes = many.map((d) => d.code).sort();
    expect(new Set(codes).size).toBe(20);
    expect(codes[0]).toBe('90.90001-260603-0001');
    expect(codes.at(-1)).toBe('90.90002-260603-0010');
  });

  it('warns when the same person hands in the same procedure on the same day, and takes it when that is meant', async () => {
    w.at('2026-06-04T08:00');
    const applicant = somebody();
    const first = await w.receive({ applicant });
    await expect(w.receive({ applicant })).rejects.toThrow(`hồ sơ ${first.code}`);
    await expect(w.receive({ applicant: { ...applicant, phone: '0900000001' } })).rejects.toThrow(first.code);
    await w.receive({ applicant, procedure: '2.000635' });
    await w.receive({ applicant, sure: true });
    w.at('2026-06-05T08:00');
    await w.receive({ applicant });
  });

  it('knows at the second counter, at the same moment, whom the first writes down', async () => {
    w.at('2026-06-04T10:00');
    for (let i = 0; i < 5; i++) {
      const applicant = somebody();
      const two = await Promise.all([w.receive({ applicant }), w.receive({ applicant, procedure: '2.000635' })]);
      const [a, b] = await Promise.all(two.map(({ code }) => w.seen(w.centre, code)));
      expect(a!.applicantId).toBe(b!.applicantId);
    }
    const applicant = somebody();
    const twice = await Promise.allSettled([w.receive({ applicant }), w.receive({ applicant })]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'dossier.duplicate' } });
  });

  it('warns also of somebody without a number, by name', async () => {
    w.at('2026-06-04T09:00');
    const applicant = somebody({ idNumber: null, name: 'Lê Văn Không Giấy' });
    await w.receive({ applicant });
    await expect(w.receive({ applicant })).rejects.toThrow('Hôm nay người này đã nộp');
  });

  it('remembers the applicant, and keeps what earlier dossiers were received under', async () => {
    w.at('2026-06-08T08:00');
    const applicant = somebody({ name: 'Phạm Thị Nhớ', address: 'Xóm Cũ' });
    const before = (await w.seen(w.centre, (await w.receive({ applicant })).code))!;
    w.at('2026-06-09T08:00');
    const after = (await w.seen(
      w.centre,
      (
        await w.receive({ applicant: { ...applicant, address: 'Xóm Mới' } })
      ).code,
    ))!;
    expect(after.applicantId).not.toBe(before.applicantId);
    const [[old], found, byGiven] = await w.db.read(
      w.centre,
      applicantById(w.db.build, before.unitId, before.applicantId),
      findApplicants(w.db.build, before.unitId, applicant.idNumber!),
      findApplicants(w.db.build, before.unitId, 'nhớ phạm'),
    );
    expect(old!.address).toBe('Xóm Cũ');
    expect(found.map((a) => a.address)).toEqual(['Xóm Mới']);
    expect(byGiven.map((a) => a.id)).toEqual([after.applicantId]);
    w.at('2026-06-10T08:00');
    const same = (await w.seen(w.centre, (await w.receive({ applicant: { ...applicant, address: 'Xóm Mới' } })).code))!;
    expect(same.applicantId).toBe(after.applicantId);
  });

  it('is handed to the first stage at once where the officer says so, with the stage’s own target', async () => {
    w.at('2026-06-01T08:00');
    const { code } = await w.receive({ procedure: '1.001612', passOn: true });
    const d = (await w.seen(w.economy, code))!;
    expect(d).toMatchObject({ status: 4, stepNo: 1, holderId: w.organs.conSon.economy, holderPersonId: null });
    // 14 working hours from Monday 8:00: 7.5 that day, 6.5 the next, which ends at 15:30.
    expect(new Date(d.targetAt!).toISOString()).toBe('2026-06-02T08:30:00.000Z');
    expect(d.handovers.map((h) => h.outcome)).toEqual(['passed', null]);
  });

  it('refuses what cannot be received, each with its sentence', async () => {
    w.at('2026-06-01T08:00');
    const { papers } = w.input();
    await expect(w.receive({ papers: papers.slice(1) })).rejects.toThrow('Còn thiếu 1 giấy tờ bắt buộc');
    await expect(w.receive({ procedureCode: '9.999999' })).rejects.toThrow('không còn hiệu lực');
    await expect(w.receive({ applicant: somebody({ birthDay: '2026-06-02' as never }) })).rejects.toThrow(
      'sau hôm nay',
    );
    await expect(w.receive({}, w.officer)).rejects.toThrow('Chỉ Trung tâm');
    await expect(w.receive({ submittedAt: w.now() + 60_000 })).rejects.toThrow('sau hiện tại');
  });

  it('receives for another commune, and for a department, where the procedure allows it', async () => {
    const across = (await w.seen(w.centre, (await w.receive({ authorityUnitId: w.units.hoaBinh })).code))!;
    expect(across.authorityId).toBe(w.organs.hoaBinh.ubnd);
    const land = (await w.seen(w.departmentOfficer, (await w.receive({ procedure: '1.012783' })).code))!;
    expect(land).toMatchObject({
      authorityId: w.organs.department,
      receptionId: w.centre.organId,
      unitId: w.units.conSon,
    });
  });

  it('keeps the procedure as it was when it was received, though another version follows', async () => {
    const { code } = await w.receive({ procedure: '1.001731' });
    const d = (await w.seen(w.centre, code))!;
    expect(d.limit).toEqual({ unit: 'workingDays', amount: 5 });
  });
});

describe('what was handed in online', () => {
  it('has no clock until it is accepted, and then the day of acceptance counts', async () => {
    w.at('2026-06-01T20:00');
    const online = w.input({ channel: 'online', procedure: '1.001731', papers: [], nationalCode: 'G15.1-260601-0001' });
    const { code } = await w.as(w.centre, (tx, by, rules) => registerDossier(tx, by, rules, online));
    const before = (await w.seen(w.centre, code))!;
    expect(before).toMatchObject({ status: 1, receivedAt: null, dueAt: null, nationalCode: 'G15.1-260601-0001' });
    w.at('2026-06-02T08:00');
    await w.as(w.centre, (tx, by, rules) => acceptDossier(tx, by, rules, { code, version: before.version }));
    const after = (await w.seen(w.centre, code))!;
    expect(after.status).toBe(2);
    expect(new Date(after.dueAt!).toISOString()).toBe('2026-06-09T10:00:00.000Z');
    await expect(
      w.as(w.centre, (tx, by, rules) => acceptDossier(tx, by, rules, { code, version: after.version })),
    ).rejects.toThrow('đã được tiếp nhận');
  });
});

it('the row is what its events add up to', async () => {
  w.at('2026-06-01T08:00');
  const { id, code } = await w.receive({ procedure: '1.001612', passOn: true });
  const row = (await w.seen(w.centre, code))!;
  expect(row).toMatchObject(JSON.parse(JSON.stringify(await w.foldOf(id))));
});

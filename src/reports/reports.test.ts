import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportWorld, reportWorld, today } from '../../test/reportWorld.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { closePeriod, reopenPeriod, signRollUp } from './closePeriod.ts';
import { addField, arrangeField, beginVersion, changeField } from './editForm.ts';
import { lateReports } from './index.ts';
import { openDuePeriods } from './openPeriodsJob.ts';
import { returnSheet } from './returnSheet.ts';
import { rollUpOf } from './rollUpOf.ts';
import { liveFigures } from './sources.ts';
import { signedSheets, versionsOf } from './store.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});
afterAll(() => world.close());

const whole = { 'ct-ho-so-tiep-nhan': '1.200', 'ct-ty-le-dung-han': '95,5', 'ct-dan-so': '8.000' };
const refusal = (kind: string, said: RegExp) => ({ kind, message: expect.stringMatching(said) });

describe('a report form', () => {
  it('is built field by field; a field that makes no sense is refused at its input', async () => {
    const id = await world.newForm([]);
    const add = (sent: Record<string, string>) => world.as(world.office, (tx, by) => addField(tx, by, id, null, sent));
    await expect(add({ ten: '', kieu: 'integer', 'tong-hop': 'sum' })).rejects.toMatchObject({
      fields: [{ field: 'ten' }],
    });
    await add({ ten: 'Hồ sơ', kieu: 'integer', 'tong-hop': 'sum' });
    await expect(add({ ten: 'ho so', kieu: 'integer', 'tong-hop': 'sum' })).rejects.toMatchObject({
      fields: [{ field: 'ten' }],
    });
    const percent = { ten: 'Tỷ lệ', kieu: 'percent' };
    await expect(add({ ...percent, 'tong-hop': 'sum' })).rejects.toMatchObject({ fields: [{ field: 'tong-hop' }] });
    await expect(add({ ...percent, 'tong-hop': 'weighted' })).rejects.toMatchObject({
      fields: [{ field: 'trong-so' }],
    });
    await add({ ...percent, 'tong-hop': 'weighted', 'trong-so': 'ho-so' });
    await expect(
      world.as(world.office, (tx, by) => arrangeField(tx, by, id, null, 'ho-so', 'bo')),
    ).rejects.toMatchObject(refusal('conflict', /trọng số của “Tỷ lệ”/));
    await world.as(world.office, (tx, by) => arrangeField(tx, by, id, null, 'ty-le', 'len'));
    const [[draft]] = await world.db.read(world.office, versionsOf(world.db.build, id));
    expect(draft!.fields.map((f) => f.key)).toEqual(['ty-le', 'ho-so']);
  });

  it('two people change it at once: the second is told', async () => {
    const id = await world.newForm();
    const [[draft]] = await world.db.read(world.office, versionsOf(world.db.build, id));
    const add = (ten: string) =>
      world.as(world.office, (tx, by) =>
        addField(tx, by, id, draft!.version, { ten, kieu: 'integer', 'tong-hop': 'sum' }),
      );
    await add('Một');
    await expect(add('Hai')).rejects.toMatchObject({ kind: 'stale' });
  });

  it('never changes once published, in the program or in the database; the next version has its own time', async () => {
    const id = await world.newForm();
    await world.publish(id, '2026-09-15');
    const change = world.as(world.office, (tx, by) =>
      changeField(tx, by, id, null, 'dan-so', { ten: 'Người', kieu: 'integer', 'tong-hop': 'sum' }),
    );
    await expect(change).rejects.toMatchObject(refusal('conflict', /tạo bản mới/));
    await expect(
      world.db.system.updateTable('report_form_version').set({ due_days: 9 }).where('form_id', '=', id).execute(),
    ).rejects.toThrow(/never changes/);
    await world.as(world.office, (tx, by) => beginVersion(tx, by, id));
    await expect(world.publish(id, '2026-09-01')).rejects.toMatchObject({ fields: [{ field: 'hieu-luc' }] });
    await world.publish(id, '2026-12-15');
    const [versions] = await world.db.read(world.office, versionsOf(world.db.build, id));
    expect(versions.map((v) => [v.number, v.validFrom, v.validTo])).toEqual([
      [2, '2026-12-15', null],
      [1, '2026-09-15', '2026-12-14'],
    ]);
  });

  it('an empty form is not published', async () => {
    const id = await world.newForm([]);
    await expect(world.publish(id)).rejects.toMatchObject({ fields: [{ field: 'hieu-luc' }] });
  });
});

describe('a period', () => {
  it('is opened once, with a sheet for every organ that reports and a due day that is explained', async () => {
    const { formId, periodId, sheets } = await world.opened();
    expect(sheets.map((s) => s.organId).sort()).toEqual(
      [world.province.organs.dangUyConSon, world.province.organs.dangUyHoaBinh].sort(),
    );
    const period = await world.period(periodId);
    expect(period).toMatchObject({ from: '2026-09-15', to: '2026-12-14', dueOn: '2026-12-18', state: 'open' });
    expect(period.dueLines.join('\n')).toContain('Nghị định 09/2019');
    await expect(world.open(formId)).rejects.toMatchObject(refusal('conflict', /đã được mở/));
    await expect(world.open(formId, '2026-Q1')).rejects.toMatchObject(refusal('conflict', /Không có bản công bố/));
    await expect(world.open(formId, 'x')).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('opens by itself a week before the cut-off, once', async () => {
    const id = await world.newForm();
    await world.publish(id);
    const services = { db: world.db, log: world.log, clock: () => 0 } as never;
    const open = async (day: string) => {
      await openDuePeriods(services, day as Day);
      const rows = await world.db.system.selectFrom('report_period').where('form_id', '=', id).select('key').execute();
      return rows.map((r) => r.key);
    };
    expect(await open('2026-12-06')).toEqual([]);
    expect(await open('2026-12-07')).toEqual(['2026-Q4']);
    expect(await open('2026-12-14')).toEqual(['2026-Q4']);
    expect(await open('2026-12-15')).toEqual(['2026-Q4']);
  });
});

describe('a report', () => {
  it('goes from a draft over the head to the office, back with remarks, and there again', async () => {
    const { conSon } = await world.opened();
    const { save, sign, sheet, conSonClerk, conSonHead, office } = world;
    await save(conSonClerk, conSon, { 'ct-ho-so-tiep-nhan': '12' });
    expect(await sheet(conSonClerk, conSon)).toMatchObject({ state: 'draft', values: { 'ho-so-tiep-nhan': 12 } });
    await save(conSonClerk, conSon, whole, { present: true });
    expect(await sheet(conSonClerk, conSon)).toMatchObject({ state: 'presented' });
    await sign(conSonHead, conSon);
    expect(await sheet(office, conSon)).toMatchObject({ state: 'signed', signedOn: today });
    await expect(save(conSonClerk, conSon, whole)).rejects.toMatchObject(refusal('conflict', /đã ký gửi/));
    const back = (remarks: string) =>
      world.as(office, (tx, by) => returnSheet(tx, by, { sheetId: conSon, seen: null, remarks }));
    await expect(back(' ')).rejects.toMatchObject({ fields: [{ field: 'ly-do' }] });
    await back('Xem lại dân số.');
    expect(await sheet(conSonClerk, conSon)).toMatchObject({
      state: 'returned',
      remarks: 'Xem lại dân số.',
      values: { 'dan-so': 8000 },
    });
    await save(conSonClerk, conSon, { ...whole, 'ct-dan-so': '8.100' });
    await sign(conSonHead, conSon);
    expect(await sheet(office, conSon)).toMatchObject({ state: 'signed', remarks: null, values: { 'dan-so': 8100 } });
  });

  it('is not presented or signed while something required is missing, and faults stand at their fields', async () => {
    const { conSon } = await world.opened();
    await expect(
      world.save(world.conSonClerk, conSon, { 'ct-dan-so': 'nhiều' }, { present: true }),
    ).rejects.toMatchObject({ fields: [{ field: 'ct-dan-so' }, { field: 'ct-ho-so-tiep-nhan' }] });
    await expect(world.sign(world.conSonHead, conSon)).rejects.toMatchObject({
      fields: [{ field: 'ct-ho-so-tiep-nhan' }],
    });
  });

  it('a page that was overtaken is told so', async () => {
    const { conSon } = await world.opened();
    await world.save(world.conSonClerk, conSon, whole);
    await expect(world.save(world.conSonClerk, conSon, whole, { seen: 1 })).rejects.toMatchObject({ kind: 'stale' });
  });

  it('in a closed period it holds still, in the program and in the database, until the office reopens it with a reason', async () => {
    const { conSon, periodId } = await world.opened();
    const { as, office, conSonClerk } = world;
    await as(office, (tx, by) => closePeriod(tx, by, { periodId, seen: null }));
    await expect(world.save(conSonClerk, conSon, whole)).rejects.toMatchObject(refusal('conflict', /đã khóa sổ/));
    await expect(
      world.db.system.updateTable('report_sheet').set({ remarks: 'x' }).where('id', '=', conSon).execute(),
    ).rejects.toThrow(/closed/);
    const reopen = (reason: string) => as(office, (tx, by) => reopenPeriod(tx, by, { periodId, seen: null, reason }));
    await expect(reopen('')).rejects.toMatchObject({ fields: [{ field: 'ly-do' }] });
    await reopen('Bổ sung số liệu của một xã.');
    await world.save(conSonClerk, conSon, whole);
  });

  it('is listed as late from the day after its due day until it is signed, and stays known as late', async () => {
    const { conSon, periodId } = await world.opened();
    const late = async (day: string) => {
      const [rows] = await world.db.read(world.office, lateReports(world.db.build, day as Day));
      return rows.filter((r) => r.periodId === periodId).map((r) => r.sheetId);
    };
    expect(await late('2026-12-18')).toEqual([]);
    expect(await late('2026-12-19')).toHaveLength(2);
    await world.save(world.conSonClerk, conSon, whole);
    await world.sign(world.conSonHead, conSon, '2026-12-21' as Day);
    expect(await late('2026-12-22')).not.toContain(conSon);
  });
});

describe('prefilling', () => {
  it('counts what the organ had to do in the period, and takes what the registers know of its unit', async () => {
    const { conSon } = await world.opened();
    const sheet = (await world.sheet(world.conSonClerk, conSon))!;
    await world.db.system
      .updateTable('unit')
      .set({ population: 8123, area_km2: 70.5 as never })
      .where('id', '=', sheet.unitId)
      .execute();
    const period = { from: '2026-09-15' as Day, to: '2026-12-14' as Day };
    const live = await liveFigures(world.db, world.conSonClerk, sheet, period, today);
    expect(live['don-vi.dan-so']).toMatchObject({ value: 8123 });
    expect(live['don-vi.dien-tich']).toMatchObject({ value: 70.5 });
    expect(live['nhiem-vu.qua-han']).toMatchObject({ value: 0, href: expect.stringContaining(`den=${today}`) });
  });
});

describe('the roll-up', () => {
  it('is signed by the head of the office, which closes the period and keeps its figures', async () => {
    const { conSon, hoaBinh, periodId } = await world.opened();
    const { as, office, officeHead, register } = world;
    const signUp = (who: typeof office) =>
      as(who, (tx, by) => signRollUp(tx, by, register, { periodId, seen: null }, addDays(today, 30)));
    await expect(signUp(officeHead)).rejects.toMatchObject(refusal('conflict', /Chưa có báo cáo nào/));
    await world.save(world.conSonClerk, conSon, whole);
    await world.sign(world.conSonHead, conSon);
    await world.save(world.hoaBinhHead, hoaBinh, {
      'ct-ho-so-tiep-nhan': '400',
      'ct-ty-le-dung-han': '80',
      'ct-dan-so': '5.000',
    });
    await world.sign(world.hoaBinhHead, hoaBinh);
    await expect(signUp(office)).rejects.toMatchObject({ kind: 'forbidden' });
    await signUp(officeHead);
    const period = await world.period(periodId);
    expect(period).toMatchObject({ state: 'closed', signedBy: expect.stringContaining('Văn phòng Tỉnh ủy') });
    expect(Object.fromEntries(period.rolledUp!.fields.map((f) => [f.key, f.total]))).toEqual({
      'ho-so-tiep-nhan': 1600,
      'ty-le-dung-han': 91.625,
      'dan-so': 13_000,
      'kho-khan': null,
    });
    await expect(signUp(officeHead)).rejects.toMatchObject(refusal('conflict', /đã ký/));
    const reason = 'Một xã sửa số liệu.';
    await as(office, (tx, by) => reopenPeriod(tx, by, { periodId, seen: null, reason }));
    expect(await world.period(periodId)).toMatchObject({ state: 'open', signedOn: null, rolledUp: null });
    const kept = await world.db.system
      .selectFrom('event')
      .where('kind', '=', 'report.period_reopened')
      .where('subject_id', '=', periodId)
      .select(['reason', 'data'])
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ reason, data: { rolledUp: { sheets: 2 } } });
  });

  it('counts a unit that ended in the period through its lineage, once', async () => {
    const { conSon, hoaBinh, periodId } = await world.opened();
    const { units, unitSuccessors } = world.register;
    const [sheetOfEnded, sheetOfSuccessor] = [
      await world.sheet(world.office, conSon),
      await world.sheet(world.office, hoaBinh),
    ];
    for (const [who, id, count] of [
      [world.conSonHead, conSon, '100'],
      [world.hoaBinhHead, hoaBinh, '900'],
    ] as const) {
      await world.save(who, id, { 'ct-ho-so-tiep-nhan': count });
      await world.sign(who, id);
    }
    const [signed] = await world.db.read(world.office, signedSheets(world.db.build, periodId));
    const ended = { ...units.get(sheetOfEnded!.unitId as never)!, validTo: '2026-10-31' as Day };
    const after = {
      units: new Map<unknown, unknown>([...units, [ended.id, ended]]),
      unitSuccessors: new Map<unknown, unknown>([
        ...unitSuccessors,
        [ended.id, [{ successorId: sheetOfSuccessor!.unitId }]],
      ]),
    } as never;
    const period = await world.period(periodId);
    const total = (sheets: typeof signed) => rollUpOf(period, sheets, after).fields[0]!.total;
    expect(total(signed)).toBe(900);
    expect(total(signed.map((s) => (s.id === hoaBinh ? { ...s, covers: false } : s)))).toBe(1000);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../test/dossierWorld.ts';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { apologise } from './apologise.ts';
import { consult, giveOpinion } from './consult.ts';
import { correctDossier } from './correctDossier.ts';
import { refuseDossier, stopDossier, withdrawDossier } from './endDossier.ts';
import { assignDossier, passDossier, rerouteDossier, sendBack, takeDossier } from './passDossier.ts';
import { deliverResult, postResult, resolveDossier, signResult } from './resolveDossier.ts';
import { askPayment, askSupplement, notePayment, receiveSupplement } from './suspendDossier.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());

const local = (epochMs: number | null) => new Date(epochMs! + 7 * 3_600_000).toISOString().slice(0, 16);
const RESULT = { title: 'Giấy chứng nhận', number: '12/GCN', issuedOn: null, signed: true, granted: true };
/** A step of whoever, on the dossier as it is now. */
const step = <I>(
  use: (tx: never, by: Principal, rules: never, input: I) => Promise<unknown>,
  who: Principal,
  code: string,
  input: Omit<I, 'code' | 'version'>,
) => w.as(who, (tx, by, rules) => use(tx as never, by, rules as never, { code, version: null, ...input } as I));
const business = async () => (await w.receive({ procedure: '1.001612', passOn: true })).code;
const look = async (code: string) => (await w.seen(w.centre, code))!;

describe('the way of a dossier', () => {
  it('from the counter through its stages to the counter, every hand-over on record', async () => {
    w.at('2026-06-01T08:00');
    const { code, id } = await w.receive({ procedure: '1.001612', passOn: true });
    await step(takeDossier, w.economy, code, {});
    w.at('2026-06-02T09:00');
    await step(passDossier, w.economy, code, { toOrganId: null, note: 'đủ điều kiện' });
    expect(await look(code)).toMatchObject({ holderId: w.organs.conSon.ubnd, stepNo: 2, status: 4 });
    w.at('2026-06-03T09:00');
    await step(resolveDossier, w.head, code, RESULT);
    expect(await look(code)).toMatchObject({ status: 9, delivery: 'ready', holderId: w.centre.organId });
    await step(notePayment, w.centre, code, { note: '' });
    await step(deliverResult, w.centre, code, { way: 'counter', receiver: 'Chính người nộp, ký sổ' });
    const done = await look(code);
    expect(done).toMatchObject({ status: 10, delivery: 'delivered', money: 'paid' });
    expect(done.handovers.map((h) => [h.title, h.outcome])).toEqual([
      ['Tiếp nhận', 'passed'],
      ['Thẩm tra hồ sơ', 'passed'],
      ['Ký duyệt', 'passed'],
      ['Trả kết quả', 'finished'],
    ]);
    expect(done).toMatchObject(JSON.parse(JSON.stringify(await w.foldOf(id))));
  });

  it('is sent back to where it came from, with what is to be mended', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    await step(takeDossier, w.economy, code, {});
    await step(passDossier, w.economy, code, { toOrganId: null, note: '' });
    await expect(step(sendBack, w.head, code, { reason: ' ' })).rejects.toThrow('vì sao chuyển trả');
    await step(sendBack, w.head, code, { reason: 'thiếu chữ ký' });
    expect(await look(code)).toMatchObject({
      holderId: w.organs.conSon.economy,
      holderPersonId: w.economy.personId,
      stepNo: 1,
    });
  });

  it('a leader gives it to somebody of the office, with a reason where another has it', async () => {
    const code = await business();
    const leader = await w.person(w.organs.conSon.economy, 'head');
    const second = await w.person(w.organs.conSon.economy);
    await step(assignDossier, leader, code, { personId: w.economy.personId, reason: '' });
    await expect(step(takeDossier, second, code, {})).rejects.toThrow('người khác đang làm');
    await expect(step(assignDossier, leader, code, { personId: second.personId, reason: '' })).rejects.toThrow('lý do');
    await expect(step(assignDossier, leader, code, { personId: w.officer.personId, reason: 'x' })).rejects.toThrow(
      'không thuộc',
    );
    await step(assignDossier, leader, code, { personId: second.personId, reason: 'nghỉ phép' });
    expect((await look(code)).holderPersonId).toBe(second.personId);
  });

  it('going another way never moves the date', async () => {
    w.at('2026-06-01T08:00');
    const { code } = await w.receive({ procedure: '1.012783', passOn: true });
    const before = await look(code);
    w.at('2026-06-04T08:00');
    await step(rerouteDossier, w.departmentOfficer, code, {
      toOrganId: w.organs.conSon.economy,
      reason: 'thuộc thẩm quyền xã',
    });
    const after = await look(code);
    expect(after).toMatchObject({ authorityId: w.organs.conSon.economy, holderId: w.organs.conSon.economy });
    expect([after.dueAt, after.firstDueAt, after.dueLines]).toEqual([before.dueAt, before.firstDueAt, before.dueLines]);
    // The department that had it may still read it, and no more.
    expect(await w.seen(w.departmentOfficer, code)).toBeDefined();
    await expect(step(takeDossier, w.departmentOfficer, code, {})).rejects.toThrow();
  });

  it('a form with several mistakes tells them all at once', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    const ask = { organId: 0, question: ' ', answerBy: '2026-05-01' as Day };
    const fieldsOf = (work: Promise<unknown>) =>
      work.catch((fault) => fault.fields.map((f: { field: string }) => f.field));
    expect(await fieldsOf(step(consult, w.economy, code, ask))).toEqual(['noi-hoi', 'cau-hoi', 'tra-loi-truoc']);
    expect(await fieldsOf(step(apologise, w.head, code, { to: null, reason: '' }))).toEqual(['ngay-hen', 'ly-do']);
  });

  it('another organ is asked while the clock runs, and answers once', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    const { dueAt } = await look(code);
    expect(await w.seen(w.departmentOfficer, code)).toBeUndefined();
    const ask = { organId: w.organs.department, question: 'Đất có tranh chấp không?', answerBy: '2026-06-02' as Day };
    await step(consult, w.economy, code, ask);
    await step(giveOpinion, w.departmentOfficer, code, { answer: 'Không.' });
    await expect(step(giveOpinion, w.departmentOfficer, code, { answer: 'Có.' })).rejects.toThrow('đã trả lời');
    const d = await look(code);
    expect(d.consultations).toMatchObject([{ answer: 'Không.', answeredAt: w.now() }]);
    expect(d.dueAt).toBe(dueAt);
  });
});

describe('the clock of a dossier', () => {
  it('stands while a supplement is awaited, and each request is counted', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    expect(local((await look(code)).dueAt)).toBe('2026-06-04T17:00');
    w.at('2026-06-02T10:00');
    await step(askSupplement, w.economy, code, { reason: 'Thiếu biên bản họp', answerBy: '2026-06-10' as Day });
    expect(await look(code)).toMatchObject({ status: 5, pausedAt: w.now(), supplements: 1 });
    await expect(step(passDossier, w.economy, code, { toOrganId: null, note: '' })).rejects.toThrow('tạm dừng');
    w.at('2026-06-08T09:00');
    await step(receiveSupplement, w.centre, code, { note: 'đã nộp đủ' });
    const d = await look(code);
    // Two of three working days were left on Tuesday; 3, 4, 5 and 8/6 do not count.
    expect(local(d.dueAt)).toBe('2026-06-10T17:00');
    expect(d).toMatchObject({ status: 4, pausedAt: null });
    expect(local(d.firstDueAt)).toBe('2026-06-04T17:00');
    await step(askSupplement, w.economy, code, { reason: 'Thiếu bản sao', answerBy: null });
    expect((await look(code)).supplements).toBe(2);
  });

  it('stands while a financial duty is unpaid', async () => {
    w.at('2026-06-01T08:00');
    const { code } = await w.receive({ procedure: '1.012783', passOn: true });
    w.at('2026-06-03T08:00');
    await expect(step(askPayment, w.departmentOfficer, code, { fee: 0, reason: 'x', answerBy: null })).rejects.toThrow(
      'Số tiền',
    );
    await step(askPayment, w.departmentOfficer, code, { fee: 1_500_000, reason: 'Thuế', answerBy: null });
    expect(await look(code)).toMatchObject({ status: 6, money: 'due', fee: 1_500_000 });
    w.at('2026-06-05T08:00');
    await step(notePayment, w.centre, code, { note: 'biên lai 7' });
    const d = await look(code);
    expect(d).toMatchObject({ status: 4, money: 'paid' });
    // Ten working days from 1/6 end on 15/6; two did not count.
    expect(local(d.dueAt)).toBe('2026-06-17T17:00');
  });

  it('an apology comes before the date passes, once, with a working day and a reason', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    const give = (to: string, reason = 'Chờ ý kiến cơ quan khác') =>
      step(apologise, w.head, code, { to: to as Day, reason });
    await expect(give('2026-06-04')).rejects.toThrow('từ 5/6/2026');
    await expect(give('2026-06-06')).rejects.toThrow('ngày nghỉ');
    await expect(give('2026-06-09', '')).rejects.toThrow('người dân sẽ đọc');
    await expect(step(apologise, w.centre, code, { to: '2026-06-09' as Day, reason: 'x' })).rejects.toThrow(
      'nơi giải quyết',
    );
    w.at('2026-06-04T23:59');
    await give('2026-06-09');
    const d = await look(code);
    expect(local(d.dueAt)).toBe('2026-06-09T17:00');
    expect(local(d.firstDueAt)).toBe('2026-06-04T17:00');
    expect(d.apologies).toBe(1);
    await expect(give('2026-06-12')).rejects.toThrow('một lần');
    // What stops the clock later lengthens the new date too: 4/6 gave three days, one is left.
    w.at('2026-06-08T08:00');
    await step(askSupplement, w.economy, code, { reason: 'Thiếu', answerBy: null });
    w.at('2026-06-11T08:00');
    await step(receiveSupplement, w.centre, code, { note: '' });
    expect(local((await look(code)).dueAt)).toBe('2026-06-12T17:00');
  });

  it('no apology once the date has passed', async () => {
    w.at('2026-06-01T08:00');
    const code = await business();
    w.at('2026-06-05T00:00');
    await expect(step(apologise, w.head, code, { to: '2026-06-09' as Day, reason: 'x' })).rejects.toThrow(
      'Đã quá ngày hẹn trả',
    );
  });
});

describe('how a dossier ends', () => {
  it.each([
    ['refused', refuseDossier, 3],
    ['stopped', stopDossier, 8],
  ] as const)('%s by its holder, with the ground', async (_, end, status) => {
    w.at('2026-06-01T08:00');
    const code = await business();
    await expect(step(end, w.economy, code, { reason: '' })).rejects.toThrow('lý do');
    await step(end, w.economy, code, { reason: 'Không đủ điều kiện' });
    expect(await look(code)).toMatchObject({
      status,
      ending: 'Không đủ điều kiện',
      closedAt: w.now(),
      finishedAt: w.now(),
    });
    await expect(step(resolveDossier, w.economy, code, RESULT)).rejects.toThrow('tạm dừng hoặc đã có kết quả');
  });

  it('withdrawn by the applicant at the counter, also while a supplement is awaited', async () => {
    const { code, id } = await w.receive({ procedure: '1.001612', passOn: true });
    await step(askSupplement, w.economy, code, { reason: 'Thiếu', answerBy: null });
    await step(withdrawDossier, w.centre, code, { reason: 'Đơn xin rút ngày 1/6' });
    const d = await look(code);
    expect(d).toMatchObject({ status: 7, pausedAt: null });
    expect(d.pauses[0]!.to).toBe(w.now());
    expect(d).toMatchObject(JSON.parse(JSON.stringify(await w.foldOf(id))));
  });

  it('a result must be signed and the fee paid before it is handed out', async () => {
    const { code } = await w.receive({ procedure: '1.001612', passOn: true });
    await step(resolveDossier, w.economy, code, { ...RESULT, signed: false });
    const give = () => step(deliverResult, w.centre, code, { way: 'counter', receiver: 'Người nộp' });
    await expect(give()).rejects.toThrow('chưa ký');
    await step(signResult, w.centre, code, {});
    await expect(give()).rejects.toThrow('phí chưa nộp');
    await step(notePayment, w.centre, code, { note: '' });
    await expect(step(deliverResult, w.centre, code, { way: 'counter', receiver: '' })).rejects.toThrow('ai nhận');
    await step(postResult, w.centre, code, { tracking: 'VN123' });
    expect((await look(code)).delivery).toBe('sent');
    await step(deliverResult, w.centre, code, { way: 'post', receiver: 'Bưu tá báo phát' });
    await expect(give()).rejects.toThrow('đã trả rồi');
  });

  it('is handed out by the centre that the receipt names, though another received it', async () => {
    const { code } = await w.receive({ procedure: '1.001612', passOn: true, returnId: w.other.organId, fee: 0 });
    await step(resolveDossier, w.economy, code, RESULT);
    expect((await look(code)).holderId).toBe(w.other.organId);
    await step(deliverResult, w.other, code, { way: 'counter', receiver: 'Chính người nộp' });
  });
});

describe('what was received is put right, never silently changed', () => {
  it('with a reason, telling what it was; personal data only masked', async () => {
    const { code, id } = await w.receive();
    const d = await look(code);
    const applicant = { ...w.input().applicant, name: 'Ngô Thị Đúng', phone: '0912345678' };
    const now = {
      applicant,
      proxy: '',
      summary: 'sao bằng',
      papers: d.papers,
      copies: 3,
      deliveryWay: 'post',
      returnId: d.returnId,
    } as const;
    await expect(step(correctDossier, w.centre, code, { ...now, reason: '' })).rejects.toThrow('vì sao sửa');
    await step(correctDossier, w.centre, code, { ...now, reason: 'gõ nhầm' });
    expect(await look(code)).toMatchObject({
      applicantName: 'Ngô Thị Đúng',
      copies: 3,
      deliveryWay: 'post',
      summary: 'sao bằng',
    });
    const event = (await w.eventsOf(id)).at(-1)!;
    expect(event).toMatchObject({ kind: 'dossier.corrected', reason: 'gõ nhầm' });
    const told = JSON.stringify(event.data);
    expect(told).toContain('"copies":[1,3]');
    expect(told).not.toContain('0912345678');
    expect(told).not.toContain('Đúng');
    await expect(step(correctDossier, w.head, code, { ...now, reason: 'x' })).rejects.toThrow('trung tâm đã tiếp nhận');
  });
});

it('two officers on one dossier: the second is told that it has changed', async () => {
  const code = await business();
  const { version } = await look(code);
  const pass = () =>
    w.as(w.economy, (tx, by, rules) => passDossier(tx, by, rules, { code, version, toOrganId: null, note: '' }));
  await pass();
  await expect(pass()).rejects.toThrow('người khác thay đổi');
});

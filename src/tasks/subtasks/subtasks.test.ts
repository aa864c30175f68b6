import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, TODAY, taskOffice } from '../../../test/taskOffice.ts';
import type { Day } from '../../kernel/day.ts';
import type { PositionRole, Principal } from '../../kernel/principal.ts';
import { loadPrincipal } from '../../organs/index.ts';
import { decideCharge } from '../decideCharge.ts';
import { taskById } from '../store.ts';
import { withdrawTask } from '../withdrawTask.ts';
import { decideSubtask } from './decideSubtask.ts';
import { noteSubtask } from './noteSubtask.ts';
import { type PassedDown, passDown } from './passDown.ts';
import { ownSubtaskIds, ownSubtasks } from './store.ts';
import { withdrawSubtask } from './withdrawSubtask.ts';

let office: TaskOffice;
/** Of the office that serves the Party committee of commune Côn Sơn; of its body for Party building; and two of its people. */
let clerk: Principal;
let board: number;
let boardHead: Principal;
let boardOfficer: Principal;
let neighbour: Principal;

beforeAll(async () => {
  office = await taskOffice();
  const { organs, communes } = office.province;
  board = (
    await office.db.system
      .insertInto('organ')
      .values({
        unit_id: communes.conSon,
        template: 'ban-xay-dung-dang-xa',
        level: 'commune',
        branch: 'party',
        name: 'Ban Xây dựng Đảng xã Côn Sơn',
        short_name: 'Ban Xây dựng Đảng xã Côn Sơn',
        search_key: 'ban xay dung dang xa con son',
        parent_id: organs.dangUyConSon,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  clerk = await seat(organs.vanPhongConSon, 'clerk');
  boardHead = await seat(board, 'head');
  boardOfficer = await seat(board, 'officer');
  neighbour = await seat(organs.dangUyHoaBinh, 'head');
});
afterAll(() => office.close());

/** A new person in a new position of an organ, as the sign-in would load them. */
async function seat(organId: number, role: PositionRole): Promise<Principal> {
  const { system } = office.db;
  const organ = await system.selectFrom('organ').selectAll().where('id', '=', organId).executeTakeFirstOrThrow();
  const name = `${organ.short_name} (${role})`;
  const person = await system
    .insertInto('person')
    .values({ unit_id: organ.unit_id!, name, search_key: name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const position = await system
    .insertInto('position')
    .values({ organ_id: organId, title: role, role })
    .returning('id')
    .executeTakeFirstOrThrow();
  await system
    .insertInto('appointment')
    .values({ person_id: person.id, position_id: position.id, valid_from: '2025-07-01' as Day })
    .execute();
  return (await loadPrincipal(office.db, person.id, null, TODAY))!;
}

/** A task that the commune's committee leads. */
async function given() {
  const id = await office.assign({ leads: [office.province.organs.dangUyConSon], coordinators: [] });
  const charge = (await office.look(clerk, id)).charges[0]!;
  return { id, chargeId: charge.id };
}
const toOrgan = (id: number) => `co-quan-${id}`;
const toPerson = (p: Principal) => `nguoi-${p.appointmentId}`;
const pass = (who: Principal, on: { id: number; chargeId: number }, to: string, over: Partial<PassedDown> = {}) =>
  office.db.write(who, (tx) =>
    passDown(
      tx,
      who,
      {
        taskId: on.id,
        chargeId: on.chargeId,
        parentId: null,
        version: null,
        to,
        title: 'Rà soát danh sách',
        weight: 1,
        dueOn: null,
        ...over,
      },
      TODAY,
    ),
  );
const note = (who: Principal, taskId: number, subtaskId: number, percent: number, done = false) =>
  office.db.write(who, (tx) =>
    noteSubtask(tx, who, { taskId, subtaskId, version: null, percent, note: 'Đã làm', files: [], done }, TODAY),
  );
const decide = (who: Principal, taskId: number, subtaskId: number, confirmed = true, reason = '') =>
  office.db.write(who, (tx) => decideSubtask(tx, who, { taskId, subtaskId, version: null, confirmed, reason }));
const percentOf = async (id: number) => (await office.look(clerk, id)).charges[0]!.percent;

describe('what is passed down', () => {
  it('adds up by its weights to the percent of the charge, through every level', async () => {
    const on = await given();
    const first = await pass(clerk, on, toOrgan(board), { weight: 3 });
    const second = await pass(clerk, on, toOrgan(office.province.organs.vanPhongConSon));
    const deeper = await pass(boardHead, on, toPerson(boardOfficer), { parentId: first });
    await note(boardOfficer, on.id, deeper, 80);
    expect(await percentOf(on.id)).toBe(60);
    await note(boardOfficer, on.id, deeper, 100, true);
    expect((await office.look(clerk, on.id)).subtasks.map((s) => s.percent)).toEqual([99, 0, 100]);
    await decide(boardHead, on.id, deeper);
    await note(boardHead, on.id, first, 100, true);
    await decide(clerk, on.id, first);
    expect(await percentOf(on.id)).toBe(75);
    expect(second).toBeGreaterThan(first);
  });

  it('is reported and confirmed or returned like a task, each step on record', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board), { title: 'Lập danh sách đảng viên' });
    await note(boardOfficer, on.id, part, 100, true);
    await expect(decide(clerk, on.id, part, false)).rejects.toMatchObject({ code: 'subtask.return.reason' });
    await decide(clerk, on.id, part, false, 'Thiếu chi bộ cơ quan');
    expect((await office.look(clerk, on.id)).subtasks[0]).toMatchObject({ state: 'returned', percent: 99 });
    await note(boardOfficer, on.id, part, 100, true);
    await decide(clerk, on.id, part);
    const { subtasks, history } = await office.look(clerk, on.id);
    expect(subtasks[0]).toMatchObject({ state: 'done', percent: 100, doneOn: TODAY });
    expect(history.map((e) => e.kind).slice(0, 5)).toEqual([
      'task.subtask_confirmed',
      'task.subtask_reported',
      'task.subtask_returned',
      'task.subtask_reported',
      'task.subtask_given',
    ]);
    expect(history[0]!.data).toMatchObject({ title: 'Lập danh sách đảng viên', organId: board });
  });

  it('must be closed before the charge can be reported as done', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board));
    await expect(office.progress(clerk, on.id, on.chargeId, { done: true })).rejects.toMatchObject({
      code: 'task.subtasks.open',
    });
    await note(boardHead, on.id, part, 100, true);
    await decide(clerk, on.id, part);
    await office.progress(clerk, on.id, on.chargeId, { done: true });
    expect((await office.look(clerk, on.id)).task.state).toBe('awaiting');
  });

  it('is taken back with a reason, with what stands below it, and then counts no more', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board));
    const other = await pass(clerk, on, toOrgan(office.province.organs.vanPhongConSon));
    await pass(boardHead, on, toPerson(boardOfficer), { parentId: part });
    const take = (reason: string) =>
      office.db.write(clerk, (tx) =>
        withdrawSubtask(tx, clerk, { taskId: on.id, subtaskId: part, version: null, reason }),
      );
    await expect(take('')).rejects.toMatchObject({ code: 'subtask.withdraw.reason' });
    await take('Giao lại cho Văn phòng');
    const { subtasks } = await office.look(clerk, on.id);
    expect(subtasks.map((s) => s.state)).toEqual(['withdrawn', 'working', 'withdrawn']);
    await note(clerk, on.id, other, 40);
    expect(await percentOf(on.id)).toBe(40);
  });

  it('ends when the office withdraws the task', async () => {
    const on = await given();
    await pass(clerk, on, toOrgan(board));
    await office.db.write(office.clerk, (tx) => withdrawTask(tx, office.clerk, on.id, 'Không còn cần'));
    expect((await office.look(clerk, on.id)).subtasks[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('any mix of weights and percents adds up to the weighted mean, rounded down', async () => {
    const on = await given();
    const parts = [
      await pass(clerk, on, toOrgan(board), { weight: 2 }),
      await pass(clerk, on, toPerson(await seat(office.province.organs.vanPhongConSon, 'officer')), { weight: 5 }),
    ];
    const holders = [boardHead, undefined];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 99 }), async (percent) => {
        await note(holders[0]!, on.id, parts[0]!, percent);
        expect(await percentOf(on.id)).toBe(Math.floor((2 * percent) / 7));
      }),
      { numRuns: 8 },
    );
  });
});

describe('what is refused with a sentence at its field', () => {
  it.each([
    ['a day before the start', { dueOn: '2026-11-21' as Day }, 'subtask.due.early', 'han'],
    ['a day after that of the task', { dueOn: '2026-12-01' as Day }, 'subtask.due.late', 'han'],
    ['no words', { title: '' }, 'subtask.title', 'noi-dung'],
    ['a weight that is none', { weight: 0 }, 'subtask.weight', 'ty-trong'],
    ['nobody', { to: '' }, 'subtask.receiver', 'giao-cho'],
  ])('%s', async (_, over, code, field) => {
    const on = await given();
    await expect(pass(clerk, on, toOrgan(board), over)).rejects.toMatchObject({ code, fields: [{ field }] });
  });
  it('a day after that of the sub-task above', async () => {
    const on = await given();
    const parentId = await pass(clerk, on, toOrgan(board), { dueOn: '2026-11-25' as Day });
    await expect(
      pass(boardHead, on, toPerson(boardOfficer), { parentId, dueOn: '2026-11-26' as Day }),
    ).rejects.toMatchObject({ code: 'subtask.due.late' });
  });
  it('another organ that does not stand below', async () => {
    const on = await given();
    await expect(pass(clerk, on, toOrgan(office.province.organs.taiChinh))).rejects.toMatchObject({
      code: 'subtask.receiver',
    });
  });
  it('a circle: back to the organ that holds the charge, to who passed it on, or to oneself', async () => {
    const on = await given();
    const deputy = await seat(board, 'deputy');
    const first = await pass(clerk, on, toPerson(await seat(office.province.organs.vanPhongConSon, 'deputy')));
    const chain = await pass(clerk, on, toOrgan(board));
    const second = await pass(boardHead, on, toPerson(deputy), { parentId: chain });
    const third = await pass(deputy, on, toPerson(boardHead), { parentId: second });
    expect(first).toBeLessThan(second);
    await expect(pass(boardHead, on, toPerson(deputy), { parentId: third })).rejects.toMatchObject({
      code: 'subtask.circular',
      message: expect.stringContaining('vòng tròn'),
    });
    await expect(pass(clerk, on, toPerson(clerk))).rejects.toMatchObject({ code: 'subtask.self' });
  });
});

describe('the database itself', () => {
  it('refuses a sub-task below itself, and one that comes back to its holder', async () => {
    const on = await given();
    const first = await pass(clerk, on, toOrgan(board));
    const second = await pass(boardHead, on, toPerson(boardOfficer), { parentId: first });
    const { system } = office.db;
    await expect(
      system.updateTable('subtask').set({ parent_id: second }).where('id', '=', first).execute(),
    ).rejects.toMatchObject({ constraint_name: 'subtask_circular' });
    await expect(
      system
        .insertInto('subtask')
        .values({
          task_id: on.id,
          charge_id: on.chargeId,
          parent_id: second,
          passer_organ_id: board,
          organ_id: board,
          title: 'Trở lại',
          weight: 1,
          started_on: TODAY,
        })
        .execute(),
    ).rejects.toMatchObject({ constraint_name: 'subtask_circular' });
  });
  it('shows the task to whoever got a part of it, and to nobody beside', async () => {
    const on = await given();
    const see = async (who: Principal) => (await office.db.read(who, taskById(office.db.build, on.id)))[0].length;
    expect(await see(boardOfficer)).toBe(0);
    const part = await pass(clerk, on, toOrgan(board));
    expect([await see(boardOfficer), await see(boardHead), await see(neighbour)]).toEqual([1, 1, 0]);
    const open = ownSubtaskIds(office.db.build, boardOfficer, { open: true });
    const [ids] = await office.db.read(boardOfficer, open);
    expect((await ownSubtasks(office.db, boardOfficer, ids)).map((one) => one.id)).toContain(part);
    expect(await ownSubtasks(office.db, neighbour, ids)).toEqual([]);
    await office.db.write(neighbour, async (tx) => {
      expect(await tx.selectFrom('subtask').select('id').where('id', '=', part).execute()).toEqual([]);
    });
  });
  it('lets who passed nothing on change no part of it, even where they see it', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board));
    await office.db.write(office.clerk, async (tx) => {
      const changed = await tx.updateTable('subtask').set({ percent: 90 }).where('id', '=', part).executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
    });
  });
});

describe('who may not', () => {
  it('an officer, the office that gave the task, or another organ cannot pass it down', async () => {
    const on = await given();
    const officer = await seat(office.province.organs.vanPhongConSon, 'officer');
    for (const who of [officer, office.clerk]) {
      await expect(pass(who, on, toOrgan(board))).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(pass(neighbour, on, toOrgan(board))).rejects.toMatchObject({ kind: 'notFound' });
  });
  it('what was given to a person is theirs alone to note, not even their head does it', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board));
    const own = await pass(boardHead, on, toPerson(boardOfficer), { parentId: part });
    await expect(note(boardHead, on.id, own, 50)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(note(clerk, on.id, own, 50)).rejects.toMatchObject({ kind: 'forbidden' });
  });
  it('nobody confirms what they did themselves, and the office of the task does not step in between', async () => {
    const on = await given();
    const part = await pass(clerk, on, toOrgan(board));
    await note(boardHead, on.id, part, 100, true);
    await expect(decide(boardHead, on.id, part)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(decide(office.clerk, on.id, part)).rejects.toMatchObject({ kind: 'forbidden' });
    await decide(clerk, on.id, part);
  });
  it('nothing is passed down of work that was reported as done', async () => {
    const on = await given();
    await office.progress(clerk, on.id, on.chargeId, { done: true });
    await expect(pass(clerk, on, toOrgan(board))).rejects.toMatchObject({ kind: 'conflict' });
    await office.db.write(office.clerk, (tx) =>
      decideCharge(tx, office.clerk, {
        taskId: on.id,
        chargeId: on.chargeId,
        version: null,
        confirmed: true,
        reason: '',
      }),
    );
    await expect(pass(clerk, on, toOrgan(board))).rejects.toMatchObject({ kind: 'conflict' });
  });
});

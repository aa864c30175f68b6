import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskOffice, TODAY, taskOffice } from '../../../test/taskOffice.ts';
import type { Day } from '../../kernel/day.ts';
import type { OrganId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { endOrgan } from '../../organs/index.ts';
import { askExtension } from '../extensions/askExtension.ts';
import { taskById } from '../store.ts';
import { passDown } from '../subtasks/passDown.ts';
import { type Reassignment, reassignLead } from './reassignLead.ts';
import { takeOver, takeOverFromEnded } from './takeOver.ts';

const YESTERDAY = '2026-11-21' as Day;
let office: TaskOffice;
let admin: Principal;
beforeAll(async () => {
  office = await taskOffice();
  admin = await office.province.person('vanPhong', 'admin');
});
afterAll(() => office.close());

const look = (id: number) => office.look(office.clerk, id);
const see = async (who: Principal, id: number) => (await office.db.read(who, taskById(office.db.build, id)))[0].length;

describe('giving the lead to another organ', () => {
  const reassign = async (who: Principal, taskId: number, over: Partial<Reassignment> = {}) => {
    const chargeId = (await look(taskId)).charges[0]!.id;
    await office.db.write(who, (tx) =>
      reassignLead(
        tx,
        who,
        {
          taskId,
          chargeId,
          version: null,
          toOrganId: office.province.organs.dangUyHoaBinh,
          reason: 'Việc thuộc địa bàn xã',
          ...over,
        },
        TODAY,
      ),
    );
  };

  it('ends the part of the former lead, which stays in view; the new one begins with the same limit and sees it all', async () => {
    const id = await office.assign();
    await office.progress(office.finance, id, (await look(id)).charges[0]!.id, { percent: 60 });
    expect(await see(office.commune, id)).toBe(0);
    await reassign(office.clerk, id);
    const { task, charges, history } = await office.look(office.commune, id);
    expect(task).toMatchObject({ state: 'working', leadIds: [office.province.organs.dangUyHoaBinh] });
    expect(charges.filter((c) => c.role === 'lead')).toMatchObject([
      { organId: office.province.organs.taiChinh, state: 'withdrawn', percent: 60 },
      { organId: office.province.organs.dangUyHoaBinh, state: 'working', percent: 0, dueOn: '2026-11-30' },
    ]);
    expect(history[0]).toMatchObject({
      kind: 'task.reassigned',
      reason: 'Việc thuộc địa bàn xã',
      data: { fromOrganId: office.province.organs.taiChinh, toOrganId: office.province.organs.dangUyHoaBinh },
    });
    expect(await see(office.finance, id)).toBe(1);
    const directive = await office.db.read(
      office.commune,
      office.db.build.selectFrom('directive').select('id').where('id', '=', task.directiveId),
    );
    expect(directive[0]).toHaveLength(1);
  });

  it('a coordinator becomes the lead and owes no opinion to itself', async () => {
    const id = await office.assign();
    await reassign(office.clerk, id, { toOrganId: office.province.organs.xayDung });
    const { task, charges } = await look(id);
    expect(task).toMatchObject({ leadIds: [office.province.organs.xayDung], coordinatorIds: [] });
    expect(charges.filter((c) => c.state !== 'withdrawn')).toMatchObject([{ role: 'lead', state: 'working' }]);
  });

  it('and back again, what was waiting for an answer being settled', async () => {
    const id = await office.assign();
    const head = await office.province.person('taiChinh', 'head');
    const ask = { taskId: id, version: null, dueOn: '2026-12-31' as Day, reason: 'Chờ' };
    const { charges } = await look(id);
    await office.db.write(head, (tx) => askExtension(tx, head, { ...ask, chargeId: charges[0]!.id }, TODAY));
    await reassign(office.clerk, id);
    expect((await look(id)).extensions[0]).toMatchObject({ state: 'refused', decision: 'Đã chuyển cơ quan chủ trì.' });
    const current = (await look(id)).charges.find((c) => c.state === 'working' && c.role === 'lead')!;
    await reassign(office.clerk, id, { chargeId: current.id, toOrganId: office.province.organs.taiChinh });
    expect((await look(id)).task).toMatchObject({ state: 'working', leadIds: [office.province.organs.taiChinh] });
  });

  it.each<[string, () => Partial<Reassignment>, string]>([
    ['without a reason', () => ({ reason: '' }), 'task.reassign.reason'],
    ['to the organ that leads already', () => ({ toOrganId: office.province.organs.taiChinh }), 'task.reassign.same'],
  ])('%s is refused', async (_, over, code) => {
    const id = await office.assign();
    await expect(reassign(office.clerk, id, over())).rejects.toMatchObject({ code });
  });

  it('nobody but the office may, not even the lead itself', async () => {
    const id = await office.assign();
    const head = await office.province.person('taiChinh', 'head');
    for (const who of [head, office.construction, await office.province.person('vanPhong', 'officer')]) {
      await expect(reassign(who, id)).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});

describe('an organ that has ended', () => {
  let number = 0;
  /** A new department with a person in it, and one that will come after it. */
  async function departments() {
    const { system } = office.db;
    const add = async (name: string) =>
      (
        await system
          .insertInto('organ')
          .values({
            unit_id: office.province.unit,
            template: 'so-thu',
            level: 'province',
            branch: 'government',
            name,
            short_name: name,
            search_key: name,
            issues: true,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id as OrganId;
    number++;
    return { ended: await add(`Sở Cũ ${number}`), successor: await add(`Sở Mới ${number}`) };
  }
  const end = (organId: OrganId, successorIds: OrganId[], lastDay = YESTERDAY) =>
    office.db.write(admin, (tx) =>
      endOrgan(
        tx,
        admin,
        { onEnded: (t, by, given, today) => takeOver(t, by, given, today).then(() => {}) },
        organId,
        { lastDay, reason: 'Sắp xếp bộ máy', successorIds, legalBasis: null },
        TODAY,
      ),
    );

  it('leaves its open charges to its successor, with all that was noted and the link; what is done stays its own', async () => {
    const { ended, successor } = await departments();
    const lead = await office.assign({ leads: [ended], coordinators: [office.province.organs.xayDung] });
    const helps = await office.assign({ coordinators: [ended] });
    const done = await office.assign({ leads: [ended], coordinators: [] });
    const { system } = office.db;
    await system
      .updateTable('charge')
      .set({ percent: 70, last_note: 'Đã có dự thảo', target_on: '2026-11-25' as Day })
      .where('task_id', '=', lead)
      .where('organ_id', '=', ended)
      .execute();
    for (const table of ['charge', 'task'] as const) {
      await system
        .updateTable(table)
        .set({ state: 'done', done_on: YESTERDAY } as never)
        .where(table === 'task' ? 'id' : ('task_id' as never), '=', done)
        .execute();
    }
    await end(ended, [successor]);
    const after = await look(lead);
    expect(after.task).toMatchObject({ leadIds: [successor], coordinatorIds: [office.province.organs.xayDung] });
    expect(after.charges.find((c) => c.organId === successor)).toMatchObject({
      role: 'lead',
      state: 'working',
      percent: 70,
      lastNote: 'Đã có dự thảo',
      dueOn: '2026-11-30',
      targetOn: '2026-11-25',
      receivedFromId: ended,
    });
    expect(after.charges.find((c) => c.organId === ended)).toMatchObject({ state: 'withdrawn' });
    expect(after.history[0]).toMatchObject({
      kind: 'task.taken_over',
      data: { fromOrganId: ended, toOrganId: successor },
    });
    expect((await look(helps)).task.coordinatorIds).toEqual([successor]);
    expect((await look(done)).task).toMatchObject({ leadIds: [ended], state: 'done' });
  });

  it('whose successor has a part already: both become one, the weightier role stands', async () => {
    const { ended, successor } = await departments();
    const id = await office.assign({ leads: [ended], coordinators: [successor] });
    await end(ended, [successor]);
    const { task, charges } = await look(id);
    expect(task).toMatchObject({ leadIds: [successor], coordinatorIds: [], state: 'working' });
    expect(charges.filter((c) => c.state === 'working')).toMatchObject([{ organId: successor, role: 'lead' }]);
  });

  it('loses nothing that it had passed down', async () => {
    const { ended, successor } = await departments();
    const id = await office.assign({ leads: [ended], coordinators: [] });
    const officer = await office.db.system
      .insertInto('position')
      .values({ organ_id: ended, title: 'Chuyên viên', role: 'officer' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: appointmentId } = await office.db.system
      .insertInto('appointment')
      .values({ person_id: office.finance.personId, position_id: officer.id, valid_from: '2025-07-01' as Day })
      .returning('id')
      .executeTakeFirstOrThrow();
    const head = {
      ...(await office.province.person('taiChinh', 'head')),
      organId: ended,
      organIds: [ended],
      servesId: ended,
    };
    const charge = (await look(id)).charges[0]!;
    const part = await office.db.write(head, (tx) =>
      passDown(
        tx,
        head,
        {
          taskId: id,
          chargeId: charge.id,
          parentId: null,
          version: null,
          to: `nguoi-${appointmentId}`,
          title: 'Tổng hợp số liệu',
          weight: 1,
          dueOn: null,
        },
        TODAY,
      ),
    );
    await end(ended, [successor]);
    const { subtasks, charges } = await look(id);
    expect(subtasks).toMatchObject([
      { id: part, state: 'working', organId: successor, passerOrganId: successor, appointmentId: null },
    ]);
    expect(subtasks[0]!.chargeId).toBe(charges.find((c) => c.organId === successor)!.id);
  });

  it('leaves the tasks that it watched to its successor, who can confirm them', async () => {
    const { ended, successor } = await departments();
    const id = await office.assign();
    await office.db.system
      .updateTable('task')
      .set((e) => ({ owner_organ_id: ended, organ_ids: e.fn<number[]>('array_append', ['organ_ids', e.val(ended)]) }))
      .where('id', '=', id)
      .execute();
    await end(ended, [successor]);
    expect((await look(id)).task.ownerOrganId).toBe(successor);
  });

  it('works until its last day: what ends later is handed on by the daily run, once', async () => {
    const { ended, successor } = await departments();
    const id = await office.assign({ leads: [ended], coordinators: [] });
    await end(ended, [successor], TODAY);
    expect((await look(id)).task.leadIds).toEqual([ended]);
    expect(await takeOverFromEnded(office.db, TODAY)).toBe(0);
    expect(await takeOverFromEnded(office.db, '2026-11-23' as Day)).toBe(1);
    expect((await look(id)).task.leadIds).toEqual([successor]);
    expect(await takeOverFromEnded(office.db, '2026-11-23' as Day)).toBe(0);
  });

  it('cannot be handed on by anybody but the administrator of its unit', async () => {
    const { ended, successor } = await departments();
    await end(ended, [successor], TODAY);
    const given = { organId: ended, lastDay: YESTERDAY, successorIds: [successor] };
    const other = await office.province.person('dangUyHoaBinh', 'admin');
    for (const who of [office.clerk, other]) {
      await expect(office.db.write(who, (tx) => takeOver(tx, who, given, TODAY))).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});

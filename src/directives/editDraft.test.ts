import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, eventsOf, type Office, onTheDesk, openOffice, TEXT, task } from '../../test/directiveOffice.ts';
import type { Day } from '../kernel/day.ts';
import {
  acceptDraft,
  acceptPlain,
  addDraft,
  discardDirective,
  editDraft,
  mergeDrafts,
  rejectDraft,
  restoreDraft,
  splitDraft,
} from './editDraft.ts';
import { draftsIn } from './store/draft.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const unknown = (text: string) => agency(0, { text, organIds: [], state: 'unresolved' });
const read = (id: number) => office.db.write(office.clerk, (tx) => draftsIn(tx, id));

describe('A clerk at the reading desk', () => {
  it('accepts, rejects and takes back, each once on the record', async () => {
    const { id, draftIds } = await onTheDesk(office, [
      task(1, [agency(office.organs.department)]),
      task(2, [agency(office.organs.party)]),
    ]);
    const [one, two] = draftIds as [number, number];
    await office.db.write(office.clerk, (tx) =>
      acceptDraft(tx, office.clerk, { directiveId: id, draftId: one, version: 1 }),
    );
    await office.db.write(office.clerk, (tx) =>
      rejectDraft(tx, office.clerk, { directiveId: id, draftId: two, version: 1 }),
    );
    await office.db.write(office.clerk, (tx) =>
      restoreDraft(tx, office.clerk, { directiveId: id, draftId: two, version: 2 }),
    );
    expect((await read(id)).map((d) => [d.state, d.version])).toEqual([
      ['accepted', 2],
      ['found', 3],
    ]);
    expect((await eventsOf(office.db, id)).map((e) => e.kind)).toEqual([
      'directive.task_accepted',
      'directive.task_rejected',
      'directive.task_restored',
    ]);
  });

  it('cannot accept a task whose agency is not known', async () => {
    const { id, draftIds } = await onTheDesk(office, [task(1, [unknown('Đoàn công tác số 3')])]);
    await expect(
      office.db.write(office.clerk, (tx) =>
        acceptDraft(tx, office.clerk, { directiveId: id, draftId: draftIds[0]!, version: 1 }),
      ),
    ).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('Đoàn công tác số 3') });
  });

  it('accepts in one go only what is plain', async () => {
    const { department, party } = office.organs;
    const { id } = await onTheDesk(office, [
      task(1, [agency(department)]),
      task(2, [agency(department)], { sure: false }),
      task(3, [unknown('ai đó')]),
      task(4, [agency(party, { state: 'class' })]),
    ]);
    expect(await office.db.write(office.clerk, (tx) => acceptPlain(tx, office.clerk, id))).toBe(1);
    expect((await read(id)).map((d) => d.state)).toEqual(['accepted', 'found', 'found', 'found']);
  });

  it('does not overwrite what another clerk saved meanwhile', async () => {
    const { id, draftIds } = await onTheDesk(office, [task(1, [agency(office.organs.department)])]);
    const ref = { directiveId: id, draftId: draftIds[0]!, version: 1 };
    const [draft] = await read(id);
    await office.db.write(office.secondClerk, (tx) =>
      editDraft(
        tx,
        office.secondClerk,
        ref,
        { ...draft!, action: 'bản của người thứ hai', dueOn: '2026-09-30' as Day },
        false,
      ),
    );
    await expect(
      office.db.write(office.clerk, (tx) =>
        editDraft(tx, office.clerk, ref, { ...draft!, action: 'bản của người thứ nhất' }, true),
      ),
    ).rejects.toMatchObject({ kind: 'stale' });
    expect((await read(id))[0]).toMatchObject({ action: 'bản của người thứ hai', dueOn: '2026-09-30', version: 2 });
  });

  it('two clerks at the same instant: one wins, the other is told', async () => {
    const { id, draftIds } = await onTheDesk(office, [task(1, [agency(office.organs.department)])]);
    const ref = { directiveId: id, draftId: draftIds[0]!, version: 1 };
    const results = await Promise.allSettled([
      office.db.write(office.clerk, (tx) => acceptDraft(tx, office.clerk, ref)),
      office.db.write(office.secondClerk, (tx) => rejectDraft(tx, office.secondClerk, ref)),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await eventsOf(office.db, id)).length).toBe(1);
  });

  it('splits into two that stand where their words stand, and keeps the whole on record', async () => {
    const { id, draftIds } = await onTheDesk(office, [
      task(1, [agency(office.organs.department)], { evidence: [0, 68] }),
      task(2, [agency(office.organs.party)]),
    ]);
    await office.db.write(office.clerk, (tx) =>
      splitDraft(tx, office.clerk, { directiveId: id, draftId: draftIds[0]!, version: 1 }, [
        'chủ trì tham mưu',
        'báo cáo kết quả',
      ]),
    );
    const drafts = await read(id);
    expect(drafts.map((d) => [d.ordinal, d.origin, d.action])).toEqual([
      [1.1, 'split', 'chủ trì tham mưu'],
      [1.2, 'split', 'báo cáo kết quả'],
      [2, 'read', 'việc 2'],
    ]);
    expect(TEXT.slice(...drafts[1]!.evidence!)).toBe('báo cáo kết quả');
    expect(drafts[0]!.fromIds).toEqual([draftIds[0]]);
  });

  it('merges two, and the split or merged ones cannot be worked on any more', async () => {
    const { id, draftIds } = await onTheDesk(office, [
      task(1, [agency(office.organs.department)]),
      task(2, [agency(office.organs.party)]),
    ]);
    await office.db.write(office.clerk, (tx) =>
      mergeDrafts(tx, office.clerk, { directiveId: id, draftId: draftIds[1]!, version: 1 }, draftIds[0]!),
    );
    const drafts = await read(id);
    expect(drafts.map((d) => [d.ordinal, d.action, d.fromIds])).toEqual([[1, 'việc 1; việc 2', draftIds]]);
    await expect(
      office.db.write(office.clerk, (tx) =>
        acceptDraft(tx, office.clerk, { directiveId: id, draftId: draftIds[0]!, version: 2 }),
      ),
    ).rejects.toMatchObject({ kind: 'stale' });
  });

  it('adds a task from a marked passage or a quotation; a passage that is not there is refused', async () => {
    const { id } = await onTheDesk(office, [task(1, [agency(office.organs.department)])]);
    const content = task(0, [agency(office.organs.party)], { action: 'tổ chức thực hiện' });
    await office.db.write(office.clerk, (tx) =>
      addDraft(tx, office.clerk, id, content, { quote: 'Đảng ủy xã Thử  tổ chức\nthực hiện' }),
    );
    const added = (await read(id)).find((d) => d.origin === 'clerk')!;
    expect(TEXT.slice(...added.evidence!)).toBe('Đảng ủy xã Thử tổ chức thực hiện');
    expect([added.ordinal, added.state]).toEqual([1.1, 'accepted']);
    for (const place of [
      { quote: 'không có đoạn này' },
      { span: [5, 9999] as [number, number] },
      { span: [9, 3] as [number, number] },
    ]) {
      await expect(
        office.db.write(office.clerk, (tx) => addDraft(tx, office.clerk, id, content, place)),
      ).rejects.toMatchObject({ kind: 'invalid' });
    }
  });
});

describe('Who may not work at a desk', () => {
  it.each([
    ['an officer of the office', () => office.officer, 'forbidden'],
    ['the clerk of another office, who does not even learn that it exists', () => office.stranger, 'notFound'],
    ['a department', () => office.departmentOfficer, 'notFound'],
    ['a commune', () => office.partyClerk, 'notFound'],
  ] as const)('%s', async (_who, principal, kind) => {
    const { id, draftIds } = await onTheDesk(office, [task(1, [agency(office.organs.department)])]);
    const by = principal();
    const ref = { directiveId: id, draftId: draftIds[0]!, version: 1 };
    for (const work of [acceptDraft, rejectDraft, restoreDraft]) {
      await expect(office.db.write(by, (tx) => work(tx, by, ref))).rejects.toMatchObject({ kind });
    }
    await expect(office.db.write(by, (tx) => discardDirective(tx, by, id, 'nhầm'))).rejects.toMatchObject({ kind });
    expect((await read(id))[0]).toMatchObject({ state: 'found', version: 1 });
  });

  it('row-level security alone hides desk and tasks from other offices', async () => {
    const { id } = await onTheDesk(office, [task(1, [agency(office.organs.department)])]);
    const { db } = office;
    for (const by of [office.stranger, office.departmentOfficer, office.partyClerk]) {
      const [directives, drafts] = await db.read(
        by,
        db.build.selectFrom('directive').where('id', '=', id).select('id'),
        db.build.selectFrom('draft_task').where('directive_id', '=', id).select('id'),
      );
      expect([directives, drafts]).toEqual([[], []]);
    }
  });
});

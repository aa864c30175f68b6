import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, eventsOf, FACTS, type Office, onTheDesk, openOffice, task } from '../../test/directiveOffice.ts';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { writeOnce } from '../platform/db/writeOnce.ts';
import { acknowledge } from './acknowledge.ts';
import { editFacts } from './editFacts.ts';
import {
  asIssueFault,
  type DirectiveHooks,
  deskMark,
  type Issue,
  type IssuedDirective,
  issueDirective,
} from './issueDirective.ts';
import { recallDirective, replaceDirective } from './recallDirective.ts';
import { draftsIn } from './store/draft.ts';

let office: Office;
let issued: IssuedDirective[] = [];
let recalled: [number, string][] = [];
const hooks: DirectiveHooks = {
  onIssued: async (_tx, _by, directive) => void issued.push(directive),
  onRecalled: async (_tx, _by, id, reason) => void recalled.push([id, reason]),
};
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

let number = 100;
/** A symbol of its own for each test, because a number may be in force only once. */
const freshFacts = () => ({ ...FACTS, number: String(++number), symbol: `${number}-TB/TU` });

async function issue(id: number, change: Partial<Issue> = {}, by: Principal = office.clerk): Promise<void> {
  const drafts = await office.db.write(office.clerk, (tx) => draftsIn(tx, id));
  await office.db.write(by, (tx) =>
    issueDirective(tx, by, hooks, {
      id,
      version: 1,
      mark: deskMark(drafts),
      facts: freshFacts(),
      recipients: [],
      leaveOut: false,
      pastLimits: false,
      ...change,
    }),
  );
}
const accepted = (ordinal: number, organId: number, change = {}) =>
  task(ordinal, [agency(organId)], { state: 'accepted', ...change });
const stateOf = async (id: number) =>
  await office.db.system.selectFrom('directive').where('id', '=', id).selectAll().executeTakeFirstOrThrow();

describe('Issuing a directive', () => {
  it('hands on the accepted tasks, sends to recipients and charged organs, and lets them see it', async () => {
    const { body, office: own, department, party, otherBody } = office.organs;
    const { id } = await onTheDesk(office, [
      accepted(1, department, { dueOn: '2026-09-30' as Day }),
      task(2, [agency(party), agency(department, { role: 'coordinate' })], { state: 'accepted' }),
      task(3, [agency(party)], { state: 'rejected' }),
    ]);
    issued = [];
    await issue(id, { recipients: [otherBody, party, own, body] });
    expect(issued).toHaveLength(1);
    expect(issued[0]!.tasks.map((t) => [t.ordinal, t.leads, t.coordinators, t.dueOn])).toEqual([
      [1, [department], [], '2026-09-30'],
      [2, [party], [department], null],
    ]);
    const row = await stateOf(id);
    expect(row).toMatchObject({ state: 'issued', issued_by: office.clerk.personId, version: 2 });
    expect([...row.organ_ids].sort()).toEqual([body, own, department, party, otherBody].sort());
    const sent = await office.db.system
      .selectFrom('distribution')
      .where('directive_id', '=', id)
      .select(['organ_id', 'reason'])
      .execute();
    expect(Object.fromEntries(sent.map((s) => [s.organ_id, s.reason]))).toEqual({
      [department]: 'lead',
      [party]: 'lead',
      [otherBody]: 'recipient',
    });
    expect((await eventsOf(office.db, id)).map((e) => e.kind)).toEqual(['directive.issued']);
  });

  it.each([
    ['without a number', { facts: { ...FACTS, number: null, symbol: null } }, ['so']],
    ['without a symbol', { facts: { ...FACTS, symbol: null } }, ['ky-hieu']],
    ['without a date and a signer', { facts: { ...FACTS, issuedOn: null, signer: null } }, ['ngay', 'nguoi-ky']],
    ['without a title', { facts: { ...FACTS, title: '' } }, ['trich-yeu']],
  ] as [string, Partial<Issue>, string[]][])('%s is asked at the field', async (_what, change, fields) => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    await expect(issue(id, change)).rejects.toMatchObject({
      kind: 'invalid',
      fields: fields.map((field) => ({ field })),
    });
    expect((await stateOf(id)).state).toBe('reading');
  });

  it('is blocked by an agency that is not known, even when undecided tasks are left out', async () => {
    const { id } = await onTheDesk(office, [task(1, [agency(0, { organIds: [], state: 'unresolved' })])]);
    await expect(issue(id, { leaveOut: true })).rejects.toMatchObject({ fields: [{ field: 'nhiem-vu' }] });
  });

  it('names undecided tasks and issues without them only when told so', async () => {
    const { id } = await onTheDesk(office, [
      accepted(1, office.organs.department),
      task(2, [agency(office.organs.party)]),
    ]);
    await expect(issue(id)).rejects.toMatchObject({
      fields: [{ field: 'bo-lai', message: expect.stringContaining('2') }],
    });
    issued = [];
    await issue(id, { leaveOut: true });
    expect(issued[0]!.tasks).toHaveLength(1);
  });

  it('asks about a limit before the day of issue', async () => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department, { dueOn: '2026-01-31' as Day })]);
    await expect(issue(id)).rejects.toMatchObject({ fields: [{ field: 'han-som' }] });
    await issue(id, { pastLimits: true });
  });

  it('refuses a number in force, at its field, and takes it again in another year', async () => {
    const facts = freshFacts();
    const [one, two, three] = [await onTheDesk(office, []), await onTheDesk(office, []), await onTheDesk(office, [])];
    await issue(one.id, { facts });
    await expect(issue(two.id, { facts })).rejects.toMatchObject({ kind: 'conflict', fields: [{ field: 'so' }] });
    await issue(three.id, { facts: { ...facts, issuedOn: '2027-03-02' as Day } });
  });

  it('two desks issuing the same number at the same instant: one is issued, the other told', async () => {
    const facts = freshFacts();
    const [one, two] = [await onTheDesk(office, []), await onTheDesk(office, [])];
    const results = await Promise.allSettled(
      [one, two].map(({ id }) =>
        issue(id, { facts }).catch((error) => {
          throw asIssueFault(error, facts.symbol);
        }),
      ),
    );
    const refused = results.filter((r) => r.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ kind: 'conflict', fields: [{ field: 'so' }] });
  });

  it('sent twice is issued once', async () => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    issued = [];
    const facts = freshFacts();
    const drafts = await office.db.write(office.clerk, (tx) => draftsIn(tx, id));
    const key = crypto.randomUUID();
    const send = () =>
      office.db.write(office.clerk, (tx) =>
        writeOnce(tx, { key, purpose: 'issue', personId: office.clerk.personId }, () =>
          issueDirective(tx, office.clerk, hooks, {
            id,
            version: 1,
            mark: deskMark(drafts),
            facts,
            recipients: [],
            leaveOut: false,
            pastLimits: false,
          }),
        ),
      );
    await Promise.all([send(), send()]);
    expect(issued).toHaveLength(1);
  });

  it('what was checked is what is issued: a change after the check page is refused', async () => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    await expect(issue(id, { mark: '1.99.1' })).rejects.toMatchObject({ kind: 'stale' });
    await office.db.write(office.secondClerk, (tx) => editFacts(tx, office.secondClerk, id, 1, freshFacts()));
    await expect(issue(id)).rejects.toMatchObject({ kind: 'stale' });
  });

  it('when the hook fails nothing is issued', async () => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    const drafts = await office.db.write(office.clerk, (tx) => draftsIn(tx, id));
    const broken = { ...hooks, onIssued: () => Promise.reject(new Error('đĩa đầy')) };
    await expect(
      office.db.write(office.clerk, (tx) =>
        issueDirective(tx, office.clerk, broken, {
          id,
          version: 1,
          mark: deskMark(drafts),
          facts: freshFacts(),
          recipients: [],
          leaveOut: false,
          pastLimits: false,
        }),
      ),
    ).rejects.toThrow('đĩa đầy');
    expect((await stateOf(id)).state).toBe('reading');
    expect(await eventsOf(office.db, id)).toEqual([]);
  });

  it('is not for officers, other offices, departments or communes', async () => {
    const { id } = await onTheDesk(office, []);
    await expect(issue(id, {}, office.officer)).rejects.toMatchObject({ kind: 'forbidden' });
    for (const by of [office.stranger, office.departmentOfficer, office.partyClerk]) {
      await expect(issue(id, {}, by)).rejects.toMatchObject({ kind: 'notFound' });
    }
  });
});

describe('Receiving a directive', () => {
  it('is acknowledged once, by the organ itself, with time and person', async () => {
    const { department } = office.organs;
    const { id } = await onTheDesk(office, [accepted(1, department)]);
    await issue(id);
    const by = office.departmentOfficer;
    for (let i = 0; i < 2; i++) await office.db.write(by, (tx) => acknowledge(tx, by, id, department));
    const row = await office.db.system
      .selectFrom('distribution')
      .where('directive_id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ acknowledged_by: by.personId, acknowledged_appointment_id: by.appointmentId });
    expect(row.acknowledged_at).toBeGreaterThan(0);
    expect((await eventsOf(office.db, id)).filter((e) => e.kind === 'directive.acknowledged')).toHaveLength(1);
  });

  it('is not acknowledged for another organ, nor by one to whom it was not sent', async () => {
    const { department, party } = office.organs;
    const { id } = await onTheDesk(office, [accepted(1, department), accepted(2, party)]);
    await issue(id);
    const by = office.departmentOfficer;
    await expect(office.db.write(by, (tx) => acknowledge(tx, by, id, party))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      office.db.write(office.stranger, (tx) => acknowledge(tx, office.stranger, id, office.organs.otherBody)),
    ).rejects.toMatchObject({ kind: 'notFound' });
    await expect(
      office.db.write(office.clerk, (tx) => acknowledge(tx, office.clerk, id, office.organs.body)),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('a recipient reads but changes nothing, by row-level security alone', async () => {
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    await issue(id);
    const by = office.departmentOfficer;
    const changed = await office.db.write(by, (tx) =>
      tx.updateTable('directive').set({ title: 'x' }).where('id', '=', id).returning('id').execute(),
    );
    expect(changed).toEqual([]);
    const [seen] = await office.db.read(by, office.db.build.selectFrom('directive').where('id', '=', id).select('id'));
    expect(seen).toHaveLength(1);
  });
});

describe('Ending a directive', () => {
  it('is recalled with a reason, kept, its tasks withdrawn, and its number free again', async () => {
    const facts = freshFacts();
    const { id } = await onTheDesk(office, [accepted(1, office.organs.department)]);
    await issue(id, { facts });
    recalled = [];
    await expect(
      office.db.write(office.clerk, (tx) => recallDirective(tx, office.clerk, hooks, id, '')),
    ).rejects.toMatchObject({ fields: [{ field: 'ly-do' }] });
    await office.db.write(office.clerk, (tx) => recallDirective(tx, office.clerk, hooks, id, 'nhầm số liệu'));
    expect(recalled).toEqual([[id, 'Thu hồi văn bản: nhầm số liệu']]);
    expect(await stateOf(id)).toMatchObject({ state: 'recalled', end_reason: 'nhầm số liệu' });
    const again = await onTheDesk(office, []);
    await issue(again.id, { facts });
  });

  it('is replaced by another directive in force; both lead to each other', async () => {
    const [old, next] = [await onTheDesk(office, [accepted(1, office.organs.department)]), await onTheDesk(office, [])];
    await issue(old.id);
    const replace = (byId: number | null) =>
      office.db.write(office.clerk, (tx) =>
        replaceDirective(tx, office.clerk, hooks, { id: old.id, byId, reason: 'bổ sung đơn vị' }),
      );
    await expect(replace(next.id)).rejects.toMatchObject({ fields: [{ field: 'thay-bang' }] });
    await expect(replace(old.id)).rejects.toMatchObject({ fields: [{ field: 'thay-bang' }] });
    await issue(next.id);
    recalled = [];
    await replace(next.id);
    expect(recalled.map(([id]) => id)).toEqual([old.id]);
    expect(await stateOf(old.id)).toMatchObject({ state: 'replaced', replaced_by_id: next.id });
    expect(await stateOf(next.id)).toMatchObject({ state: 'issued', replaces_id: old.id });
  });
});

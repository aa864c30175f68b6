import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type SmallProvince, smallProvince } from '../../../test/smallProvince.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Config } from '../../platform/config/index.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import { startJobs } from '../../platform/jobs/index.ts';
import { isPlain } from '../model.ts';
import { readDirective } from '../reader/index.ts';
import { draftsIn, insertDrafts } from '../store/draft.ts';
import { askForProposals, assistantJob, PROPOSED_REASON } from './assistantJob.ts';
import { type StandIn, standIn, tells } from './standIn.fixture.ts';

const paragraph =
  'Liên quan nội dung này, trong bối cảnh mới, các xã cần phải được Sở Tài chính hướng dẫn quyết toán trước ngày 30/11/2025.';
const text = `Số 12-TB/TU\nCôn Sơn, ngày 03 tháng 11 năm 2025\nTHÔNG BÁO\nvề hoạt động của Trung tâm\n1. ${paragraph}\n`;
const reading = readDirective(text);
const task = {
  evidence: paragraph,
  lead: ['Sở Tài chính'],
  coordinate: ['các xã'],
  deadline: 'trước ngày 30/11/2025',
  action: 'hướng dẫn quyết toán',
};

let database: TestDatabase;
let db: Database;
let province: SmallProvince;
let clerk: Principal;
let server: StandIn;
let config: Config;
let jobs: { stop(): Promise<void> };
const log = pino({ level: 'silent' });
const warned = vi.spyOn(log, 'warn');

beforeAll(async () => {
  [database, server] = await Promise.all([testDatabase(), standIn()]);
  db = openDatabase(database.url);
  province = await smallProvince(db);
  clerk = await province.person('vanPhong', 'clerk');
  const { url, key, model } = server.service;
  config = { assistantUrl: url, assistantKey: key, assistantModel: model } as Config;
  jobs = await startJobs(database.url, [assistantJob({ config, db, log, clock: Date.now })], log);
});
afterAll(async () => {
  await jobs.stop();
  await Promise.all([db.close(), server.close()]);
  await database.drop();
});
beforeEach(() => {
  server.requests.length = 0;
  warned.mockClear();
});

/** Takes the text in and asks for proposals, as intake does; `before` is done in the same transaction. */
async function takenIn(of = config, before: (id: number) => Promise<unknown> = async () => {}): Promise<number> {
  const { organs, unit } = province;
  const { id } = await db.system
    .insertInto('directive')
    .values({
      unit_id: unit,
      owner_organ_id: organs.vanPhong,
      issuer_organ_id: organs.tinhUy,
      state: 'reading',
      source: 'paste',
      text,
      reading: JSON.stringify({ warnings: [] }),
      organ_ids: [organs.vanPhong, organs.tinhUy],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await before(id);
  await db.write(clerk, (tx) => askForProposals(tx, of, id, reading));
  return id;
}
const draftsOf = (id: number) => db.write(clerk, (tx) => draftsIn(tx, id));
const askedOf = (id: number) =>
  db.system
    .selectFrom('event')
    .where('subject_id', '=', id)
    .where('kind', '=', 'directive.assistant_asked')
    .select('data')
    .execute();
const wasAsked = (id: number) => vi.waitFor(async () => expect(await askedOf(id)).toHaveLength(1), { timeout: 8000 });

describe('proposals come to the desk after intake', () => {
  it('marked as such, never to be accepted with the plain ones, with the organs that the register knows', async () => {
    server.behave(tells([task]));
    const id = await takenIn();
    await wasAsked(id);
    const [draft, ...more] = await draftsOf(id);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      origin: 'assistant',
      state: 'found',
      sure: false,
      reason: PROPOSED_REASON,
      dueOn: '2025-11-30',
      ordinal: 0.1,
    });
    expect(draft!.agencies[0]).toMatchObject({ role: 'lead', organIds: [province.organs.taiChinh], state: 'resolved' });
    expect(isPlain(draft!)).toBe(false);
    const { rule, changed_by } = await db.system
      .selectFrom('draft_task')
      .where('id', '=', draft!.id)
      .select(['rule', 'changed_by'])
      .executeTakeFirstOrThrow();
    expect({ rule, changed_by }).toEqual({ rule: 'assistant', changed_by: null });
  });

  it('are not asked for where no assistant is set, nor where the reader is sure of everything', async () => {
    const id = await takenIn({} as Config);
    const sure = readDirective('Giao Sở Tài chính chủ trì rà soát kinh phí, báo cáo trước ngày 30/11/2025.');
    await db.write(clerk, (tx) => askForProposals(tx, config, id, sure));
    const { rows: asked } = await sql`
      select key from graphile_worker.jobs where key = ${`directive.assistant:${id}`}`.execute(db.system);
    expect(asked).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('do not speak into what a clerk has decided meanwhile', async () => {
    server.behave(tells([task]));
    const id = await takenIn(config, (directiveId) =>
      db.write(clerk, (tx) =>
        insertDrafts(tx, directiveId, clerk.personId, [
          {
            ordinal: 1,
            state: 'rejected',
            origin: 'read',
            evidence: [text.indexOf(paragraph), text.indexOf(paragraph) + paragraph.length],
            topic: null,
            action: 'quyết toán',
            dueOn: null,
            deadlineText: null,
            condition: null,
            recurrence: null,
            reportTo: [],
            basis: [],
            agencies: [],
          },
        ]),
      ),
    );
    await wasAsked(id);
    expect((await draftsOf(id)).map((d) => d.origin)).toEqual(['read']);
  });

  it('come once, even where the job runs twice, and not to a directive that is no longer at the desk', async () => {
    server.behave(tells([task]));
    const id = await takenIn();
    await wasAsked(id);
    const work = assistantJob({ config, db, log, clock: Date.now }).work;
    await work({ directiveId: id });
    expect(await draftsOf(id)).toHaveLength(1);
    const unasked = await takenIn({} as Config);
    await Promise.all([work({ directiveId: unasked }), work({ directiveId: unasked })]);
    expect(await draftsOf(unasked)).toHaveLength(1);
    expect(await askedOf(unasked)).toHaveLength(1);
    const discarded = await takenIn({} as Config);
    await db.system.updateTable('directive').set({ state: 'discarded' }).where('id', '=', discarded).execute();
    await work({ directiveId: discarded });
    expect(await draftsOf(discarded)).toEqual([]);
  });

  it('fail with one warning, to the clerk and in the log, and without a word of the document', async () => {
    server.behave((response) => void response.writeHead(500).end());
    const id = await takenIn();
    await wasAsked(id);
    expect(await draftsOf(id)).toEqual([]);
    const { reading: kept, version } = await db.system
      .selectFrom('directive')
      .where('id', '=', id)
      .select(['reading', 'version'])
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ warnings: [{ code: 'assistant_failed', message: expect.stringMatching(/^Trợ lý không/) }] });
    expect(version).toBe(1);
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      { directiveId: id, failure: 'assistant answered 500' },
      'the assistant was of no help',
    );
  });
});

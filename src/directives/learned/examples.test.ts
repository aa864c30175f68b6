import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnedFigures } from '../../../test/bench/learned.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type SmallProvince, smallProvince } from '../../../test/smallProvince.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister, readerLexicon } from '../../organs/index.ts';
import { type Database, openDatabase } from '../../platform/db/access.ts';
import { openFileStore } from '../../platform/files/index.ts';
import type { Services } from '../../platform/services.ts';
import { editDraft } from '../editDraft.ts';
import { issueAsRead } from '../issueAsRead.ts';
import { readDirective } from '../reader/index.ts';
import { draftsIn, insertDrafts } from '../store/draft.ts';
import { takeIn } from '../takeIn.ts';
import { readExamples, writeExamples } from './exampleFiles.ts';
import { examplesIn, judge } from './examples.ts';
import { keepExample, keepReading } from './keepExample.ts';

const text = `1. Giao Sở Tài chính chủ trì rà soát kinh phí sửa trụ sở các xã, báo cáo trước ngày 30/11/2025.
2. Giao Sở Xây dựng chủ trì hướng dẫn các xã sửa trụ sở, hoàn thành trong tháng 12 năm 2025.
`;
let database: TestDatabase;
let db: Database;
let province: SmallProvince;
let clerk: Principal;
const folder = mkdtempSync(join(tmpdir(), 'thongsuot-learned-'));
const exported = join(folder, 'mau');

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
  province = await smallProvince(db);
  clerk = await province.person('vanPhong', 'clerk');
  await keep({ symbol: '1-TB/TU', dueOn: null });
});
afterAll(async () => {
  await db.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Issues the text above, its tasks accepted as read but for the first one's date where `dueOn` is given. */
async function keep({ symbol, dueOn }: { symbol: string; dueOn: Day | null }): Promise<number> {
  const { organs, unit } = province;
  const { id } = await db.system
    .insertInto('directive')
    .values({
      unit_id: unit,
      owner_organ_id: organs.vanPhong,
      issuer_organ_id: organs.tinhUy,
      state: 'issued',
      symbol,
      issued_on: '2025-11-01' as Day,
      source: 'paste',
      text,
      reading: '{}',
      organ_ids: [organs.vanPhong, organs.tinhUy, organs.taiChinh],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.write(clerk, async (tx) => {
    const drafts = readDirective(text).tasks.map((t, i) => ({
      ordinal: i + 1,
      state: 'accepted' as const,
      origin: 'read' as const,
      evidence: t.evidence,
      topic: null,
      action: t.action,
      dueOn: i === 0 && dueOn ? dueOn : t.deadline,
      deadlineText: t.deadlineText,
      condition: t.condition,
      recurrence: t.recurrence,
      reportTo: t.reportTo,
      basis: t.basis,
      agencies: t.lead.map((name) => ({
        role: 'lead' as const,
        text: name,
        organIds: [organs.taiChinh],
        state: 'resolved' as const,
        candidates: [],
      })),
    }));
    await keepReading(tx, id, readDirective(text));
    await insertDrafts(tx, id, clerk.personId, drafts);
    await keepExample(tx, id);
  });
  return id;
}

describe('the examples of an office', () => {
  it('come of taking a document in and issuing it, with what the reader had said and what the clerk set right', async () => {
    const notice = `TỈNH ỦY THỬ\nSố 40-TB/TU\nCôn Sơn, ngày 03 tháng 11 năm 2025\nTHÔNG BÁO\nkết luận về trụ sở các xã\n${text}`;
    const services = { db, files: openFileStore(folder), clock: Date.now, log: pino({ level: 'silent' }), config: {} };
    const given = services as unknown as Services;
    const { id } = await takeIn(given, clerk, randomUUID(), { kind: 'paste', text: notice });
    const [example] = await db.system
      .selectFrom('reading_example')
      .selectAll()
      .where('directive_id', '=', id)
      .execute();
    expect(example).toMatchObject({ gold: null, read_as: { document: { symbol: '40-TB/TU' } } });
    const [, second] = await db.write(clerk, (tx) => draftsIn(tx, id));
    await db.write(clerk, (tx) =>
      editDraft(
        tx,
        clerk,
        { directiveId: id, draftId: second!.id, version: second!.version },
        { ...second!, dueOn: '2025-12-15' as Day },
        true,
      ),
    );
    await issueAsRead(given, clerk, id, 'Người ký', { onIssued: async () => {}, onRecalled: async () => {} });
    const kept = (await examplesIn(db.system)).find((e) => e.name === `${id}-40-TB-TU`)!;
    expect(judge(kept)).toMatchObject({ corrected: true, worse: false });
    expect(judge(kept).wrong.map((w) => w.words)).toEqual([
      expect.stringMatching(/^Hạn: đọc 31\/12\/2025, đúng là 15\/12\/2025/),
    ]);
  });

  it('are kept with the text they belong to, the corrected ones marked', async () => {
    const id = await keep({ symbol: '2-TB/TU', dueOn: '2025-11-20' as Day });
    const row = await db.system.selectFrom('reading_example').selectAll().where('directive_id', '=', id).execute();
    expect(row).toMatchObject([{ corrected: true, kept_at: expect.any(Number) }]);
    const found = (await examplesIn(db.system)).find((e) => e.name === `${id}-2-TB-TU`)!;
    expect(found.text).toBe(text);
    expect(found.gold.tasks[0]).toMatchObject({ lead: ['Sở Tài chính'], deadline: '2025-11-20' });
    expect(found.readAs!.tasks[0]).toMatchObject({ deadline: '2025-11-30' });
  });

  it('are seen by that office alone, and never changed', async () => {
    const department = await province.person('taiChinh', 'officer');
    const of = (who: Principal) => db.read(who, db.build.selectFrom('reading_example').select('directive_id'));
    expect((await of(clerk))[0].length).toBeGreaterThan(0);
    expect((await of(department))[0]).toEqual([]);
    await expect(
      db.write(clerk, (tx) => tx.updateTable('reading_example').set({ read_as: '{}' }).execute()),
    ).rejects.toThrow(/permission denied/);
    const settled = await db.write(clerk, (tx) =>
      tx.updateTable('reading_example').set({ corrected: false }).returning('directive_id').execute(),
    );
    expect(settled).toEqual([]);
    await expect(db.write(clerk, (tx) => tx.deleteFrom('reading_example').execute())).rejects.toThrow(
      /permission denied/,
    );
  });

  it('show a reader that does worse than when they were kept, and one that does as well', async () => {
    const [example] = await examplesIn(db.system);
    expect(judge(example!)).toMatchObject({ worse: false, corrected: false, wrong: [] });
    const missed = { ...example!.gold, tasks: [] };
    expect(judge({ ...example!, readAs: missed })).toMatchObject({ worse: false, corrected: true });
    const impossible = structuredClone(example!.gold);
    impossible.tasks[0]!.lead = ['Công an tỉnh'];
    const regressed = judge({ ...example!, gold: impossible, readAs: impossible });
    expect(regressed).toMatchObject({ worse: true, corrected: false });
    expect(regressed.wrong[0]!.words).toMatch(/^Chủ trì: đọc “Sở Tài chính”, đúng là “Công an tỉnh”/);
  });

  it('go out as files and come back the same, and give the same figures', async () => {
    const examples = await examplesIn(db.system);
    const lexicon = readerLexicon(await organRegister({ db, log: pino() }));
    await writeExamples(exported, { examples, lexicon });
    expect(readdirSync(exported)).toHaveLength(examples.length * 3 + 1);
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(await readExamples(exported)).toMatchObject({ examples: [...examples].sort(byName), lexicon });
    const figures = await learnedFigures(exported);
    expect(figures).toEqual(await learnedFigures(database.url));
    expect(figures.find((f) => f.name === 'learned.worse')).toMatchObject({ value: 0, target: { most: 0 } });
  });

  it('leave out a text that is no longer the one to which the offsets belong', async () => {
    const id = await keep({ symbol: '3-TB/TU', dueOn: null });
    await db.system
      .updateTable('directive')
      .set({ text: `x${text}` })
      .where('id', '=', id)
      .execute();
    expect((await examplesIn(db.system)).map((e) => e.name)).not.toContain(`${id}-3-TB-TU`);
  });
});

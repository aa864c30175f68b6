import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportWorld, reportWorld, today } from '../../../test/reportWorld.ts';
import type { Principal } from '../../kernel/principal.ts';
import { openFileStore } from '../../platform/files/index.ts';
import { readRows } from '../../platform/spreadsheet/index.ts';
import { askExport } from './askExport.ts';
import { makeExports } from './exportJob.ts';
import type { Wanted } from './kinds.ts';
import { claimExport, exportById } from './store.ts';

let world: ReportWorld;
const folder = mkdtempSync(join(tmpdir(), 'thongsuot-exports-'));
const files = openFileStore(folder);
let at: Awaited<ReturnType<ReportWorld['opened']>>;
beforeAll(async () => {
  world = await reportWorld();
  at = await world.opened();
  await world.save(world.conSonClerk, at.conSon, { 'ct-ho-so-tiep-nhan': '1.200', 'ct-kho-khan': '=1+1' });
  await world.sign(world.conSonHead, at.conSon);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (who: Principal, wanted: Wanted) => world.as(who, (tx, by) => askExport(tx, by, wanted, today));
const run = () => makeExports({ db: world.db, files, log: world.log, clock: Date.now } as never);
const look = async (who: Principal, id: number) => (await world.db.read(who, exportById(world.db.build, id)))[0][0];

describe('a large export', () => {
  it('is made beside the request, one row an organ; text that looks like a formula stays text', async () => {
    const id = await ask(world.office, { kind: 'tong-hop', periodId: at.periodId });
    expect(await look(world.office, id)).toMatchObject({ state: 'waiting' });
    await run();
    const made = await look(world.office, id);
    expect(made).toMatchObject({ state: 'ready', done: 2, total: 2 });
    const rows = await readRows(await files.get(made!.sha256!), { rows: 10, columns: 10 });
    expect(rows[1]!.cells).toEqual(expect.arrayContaining(['Đảng ủy xã Côn Sơn', 'Đã gửi', '1200', '=1+1']));
  });

  it('only its asker sees it', async () => {
    const id = await ask(world.office, { kind: 'tong-hop', periodId: at.periodId });
    expect(await look(world.officeHead, id)).toBeUndefined();
    expect(await look(world.conSonClerk, id)).toBeUndefined();
    await run();
  });

  it('cut off by a kill it is made by the next worker, and not tried for ever', async () => {
    const id = await ask(world.office, { kind: 'nhiem-vu', query: 'o=qua-han' });
    const killed = () =>
      sql`update export_job set seen_at = now() - interval '1 minute' where id = ${id}`.execute(world.db.system);
    expect((await claimExport(world.db.system))?.id).toBe(id);
    expect(await claimExport(world.db.system)).toBeUndefined();
    await killed();
    await run();
    expect(await look(world.office, id)).toMatchObject({ state: 'ready' });
    const hopeless = await ask(world.office, { kind: 'nhiem-vu', query: '' });
    await sql`update export_job set tries = 3 where id = ${hopeless}`.execute(world.db.system);
    await run();
    expect(await look(world.office, hopeless)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('bị ngắt'),
    });
  });

  it('of a period that the asker does not keep says so and gives nothing', async () => {
    const id = await ask(world.conSonHead, { kind: 'tong-hop', periodId: at.periodId });
    await run();
    expect(await look(world.conSonHead, id)).toMatchObject({ state: 'failed', sha256: null });
  });
});

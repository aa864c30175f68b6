import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { askReal, askTrial } from '../src/dossiers/takeover/askTakeover.ts';
import { centresFor } from '../src/dossiers/takeover/policy.ts';
import { balanceOf, doubledIn, sumsOf } from '../src/dossiers/takeover/report.ts';
import { reportRows, type Takeover, type TakeoverRow, takeoverById } from '../src/dossiers/takeover/store.ts';
import { takeoverJob } from '../src/dossiers/takeover/takeoverJob.ts';
import { dayOf } from '../src/kernel/day.ts';
import type { Principal } from '../src/kernel/principal.ts';
import { organRegister } from '../src/organs/index.ts';
import { openFileStore } from '../src/platform/files/index.ts';
import type { Services } from '../src/platform/services.ts';
import { dossierWorld } from './dossierWorld.ts';

/** The world of dossiers with what is needed to feed an old system's export into it. */
export async function takeoverWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'chuyen-'));
  const w = await dossierWorld();
  const services: Services = { ...w.services, files: openFileStore(folder) };
  const HEADS =
    'MaHoSo;MaTTHC;MaDonVi;ChuHoSo;SoDinhDanh;NgayTiepNhan;NgayHenTra;TrangThaiHoSoId;NgayYeuCauBoSung;LyDo;NgayKetThucXuLy;DonViXuLy';
  let made = 0;
  /** Received on Monday 8/6, three working days: the old system promised Thursday 11/6, as ours would. */
  const row = (change: Partial<Record<string, string>> = {}) => {
    made += 1;
    const told: Record<string, string> = {
      MaHoSo: `H41.012-260608-${String(made).padStart(5, '0')}`,
      MaTTHC: '1.001612',
      MaDonVi: '90001',
      ChuHoSo: 'Lê Văn Thử',
      SoDinhDanh: `0901${String(made).padStart(8, '0')}`,
      NgayTiepNhan: '08/06/2026 09:30',
      NgayHenTra: '11/06/2026 17:00',
      TrangThaiHoSoId: '4',
      ...change,
    };
    return HEADS.split(';').map((head) => told[head] ?? '');
  };
  const csv = (rows: readonly (readonly string[])[], heads = HEADS) =>
    new TextEncoder().encode([heads, ...rows.map((cells) => cells.join(';'))].join('\r\n'));
  const scopeOf = async (who: Principal) =>
    centresFor(w.rules.places.withInherited(who, dayOf(w.now())), await organRegister(services));
  const run = (given = services) => takeoverJob(given).work(undefined);

  async function rehearse(bytes: Uint8Array, who = w.head, name = 'xuat.csv'): Promise<number> {
    const stored = await services.files.put(bytes);
    const centreIds = await scopeOf(who);
    return w.as(who, (tx, by) => askTrial(tx, by, { system: 'igate-cu', centreIds, file: { ...stored, name } }));
  }
  const start = async (trialId: number, who = w.head) => {
    const centreIds = await scopeOf(who);
    return w.as(who, (tx, by) => askReal(tx, by, { trialId, centreIds }));
  };
  async function look(id: number, who = w.head) {
    const reader = { ...who, organIds: [...who.organIds, ...(await scopeOf(who))] } as Principal;
    const [[found], rows, sums, doubled] = await w.db.read(
      reader,
      takeoverById(w.db.build, id),
      reportRows(w.db.build, id, 'all', { limit: 100_000 }),
      sumsOf(w.db.build, id),
      doubledIn(w.db.build, id),
    );
    const all = sums.find((s) => s.by === 'all')!;
    return { found: found as Takeover, rows: rows as TakeoverRow[], sums, all, doubled };
  }
  /** Rehearsed, then taken in earnest; the two reports must tell the same. */
  async function load(bytes: Uint8Array, who = w.head, name?: string) {
    const trialId = await rehearse(bytes, who, name);
    const before = await dossiers();
    await run();
    expect(await dossiers(), 'a rehearsal writes no dossier').toBe(before);
    const trial = await look(trialId, who);
    if (trial.found.state !== 'done') return { ...trial, failed: trial.found.failure };
    const realId = await start(trialId, who);
    await run();
    const real = await look(realId, who);
    const said = (rows: TakeoverRow[]) => rows.map(({ ownCode: _, ...r }) => r);
    expect(said(real.rows), 'the rehearsal tells what will come').toEqual(said(trial.rows));
    expect(balanceOf(real.found, real.all, real.doubled.length).holds).toBe(true);
    expect(balanceOf(trial.found, trial.all, 0).lines[0]!.right).toBe(real.found.rowCount);
    return { ...real, failed: null };
  }
  const dossiers = async () =>
    Number(
      (
        await w.db.system
          .selectFrom('dossier')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  const outcomes = ({ rows }: { rows: TakeoverRow[] }) => rows.map((r) => r.outcome);
  return {
    ...{ w, services, HEADS, row, csv, scopeOf, run, rehearse, start, look, load, dossiers, outcomes },
    close: async () => {
      await w.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

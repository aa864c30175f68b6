import type { Day } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { OrganRegister } from '../../organs/index.ts';
import type { Database } from '../../platform/db/access.ts';
import type { SheetCell, SheetColumn } from '../../platform/spreadsheet/index.ts';
import { GRAMMAR, taskGrammar, tasksBehind } from '../../tasks/index.ts';
import { titleName, type Unit } from '../../units/index.ts';
import { isNumeric, SHEET_STATES } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { type PeriodDetail, periodById, sheetsOfPeriod, signedSheets } from '../store.ts';
import { readFigures, sumOf } from '../taskFigures.ts';

/** What can be asked for, and what tells which. */
export type Wanted = { kind: 'tong-hop'; periodId: number } | { kind: 'nhiem-vu'; query: string };

/** A sheet that is about to be written. */
export interface Making {
  columns: SheetColumn[];
  total: number;
  rows: AsyncIterable<SheetCell[]>;
}
interface Given {
  db: Database;
  register: OrganRegister;
}

/** Begins to make what somebody wants, seen with their eyes. @throws Fault notFound where they may not see it (any more) */
export const make = (given: Given, by: Principal, wanted: Wanted, today: Day): Promise<Making> =>
  wanted.kind === 'tong-hop' ? everySheet(given, by, wanted.periodId) : everyTask(given, by, wanted.query, today);

/** The period, if the person keeps it. @throws Fault notFound */
export async function keptPeriod(db: Database, by: Principal, periodId: number): Promise<PeriodDetail> {
  const [periods] = await db.read(by, periodById(db.build, periodId));
  const period = periods[0];
  if (!period || !mayKeep(by, period)) throw notFound('kỳ báo cáo này');
  return period;
}

/** One row an organ, one column a field. */
async function everySheet({ db, register }: Given, by: Principal, periodId: number): Promise<Making> {
  const period = await keptPeriod(db, by, periodId);
  const [sheets, signed] = await db.read(by, sheetsOfPeriod(db.build, periodId), signedSheets(db.build, periodId));
  const figures = new Map(signed.map((s) => [s.id, s.values]));
  return {
    columns: [
      { header: 'Cơ quan', width: 36 },
      { header: 'Đơn vị', width: 24 },
      { header: 'Tình trạng', width: 14 },
      { header: 'Ngày ký', kind: 'day' },
      ...period.fields.map((f) => ({
        header: f.unit ? `${f.label} (${f.unit})` : f.label,
        kind: isNumeric(f.type) ? ('number' as const) : ('text' as const),
        width: 18,
      })),
    ],
    total: sheets.length,
    rows: (async function* () {
      for (const sheet of sheets) {
        const unit = register.units.get(sheet.unitId as never);
        const values = figures.get(sheet.id) ?? {};
        yield [
          register.shortName(sheet.organId),
          unit ? titleName(unit as unknown as Pick<Unit, 'type' | 'name'>) : '',
          SHEET_STATES[sheet.state].label,
          sheet.signedOn,
          ...period.fields.map((f) => values[f.key] ?? null),
        ];
      }
    })(),
  };
}

const BATCH = 1000;

async function everyTask({ db, register }: Given, by: Principal, address: string, today: Day): Promise<Making> {
  const query = readFigures(Object.fromEntries(new URLSearchParams(address)), today);
  const [totals] = await db.read(by, taskGrammar(db.build, query, 'all'));
  const labels = new Map(GRAMMAR.map((g) => [g.key, `${g.done ? 'Xong' : 'Chưa xong'} ${g.label.toLowerCase()}`]));
  return {
    columns: [
      { header: 'Văn bản', width: 16 },
      { header: 'Nội dung về', width: 30 },
      { header: 'Nhiệm vụ', width: 60 },
      { header: 'Chủ trì', width: 30 },
      { header: 'Người ký văn bản', width: 26 },
      { header: 'Ngày giao', kind: 'day' },
      { header: 'Hạn', kind: 'day' },
      { header: 'Ngày xong', kind: 'day' },
      { header: 'Tình trạng', width: 22 },
    ],
    total: totals[0] ? sumOf(totals[0], true) + sumOf(totals[0], false) : 0,
    rows: (async function* () {
      for (let offset = 0; ; offset += BATCH) {
        const [rows] = await db.read(by, tasksBehind(db.build, query, query.cell, { limit: BATCH, offset }));
        for (const row of rows) {
          yield [
            row.source,
            row.topic,
            row.action,
            register.shortName(row.organId),
            row.signer,
            row.startedOn,
            row.dueOn,
            row.doneOn,
            labels.get(row.cell)!,
          ];
        }
        if (rows.length < BATCH) return;
      }
    })(),
  };
}

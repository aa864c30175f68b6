import type { Day } from '../../kernel/day.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { answerPaper } from '../../platform/print/index.ts';
import { type SheetColumn, XLSX_TYPE, xlsxStream } from '../../platform/spreadsheet/index.ts';
import { GRAMMAR, type GrammarRow, taskGrammar, tasksBehind } from '../../tasks/index.ts';
import { periodOf } from '../periods.ts';
import { readReports } from '../policy.ts';
import { type FiguresQuery, figuresPaper, GROUPS, type NamedRow, readFigures, sumOf } from '../taskFigures.ts';
import { letterheadOf } from './periodRoutes.tsx';
import { registerOf, todayOf, unitName } from './shared.ts';
import { BehindFigurePage, FiguresPage, type FiguresView } from './tasksPage.tsx';

const BASE = '/bao-cao/nhiem-vu';
const PAGE_SIZE = 50;

/** How tasks stand by the national grammar: as a page, as sheets and papers, and the list behind each number. */
export const taskFigureRoutes: RouteTable = [
  { method: 'get', path: BASE, may: readReports, handle: showFigures },
  { method: 'get', path: `${BASE}/danh-sach`, may: readReports, handle: showBehind },
  { method: 'get', path: `${BASE}/tai-ve.xlsx`, may: readReports, handle: download },
  { method: 'get', path: `${BASE}/tai-ve.docx`, may: readReports, handle: (c) => paper(c, 'docx') },
  { method: 'get', path: `${BASE}/tai-ve.pdf`, may: readReports, handle: (c) => paper(c, 'pdf') },
];

async function figures(c: AppContext): Promise<{ query: FiguresQuery; rows: NamedRow[]; today: Day }> {
  const { db } = c.get('services');
  const today = todayOf(c);
  const query = readFigures(c.req.query(), today);
  const [rows] = await db.read(principalOf(c), taskGrammar(db.build, query, GROUPS[query.by]!.group));
  return { query, rows: await namedRows(c, query.by, rows), today };
}

/** The groups with their names, in the order of their names. */
async function namedRows(c: AppContext, by: string, rows: readonly GrammarRow[]): Promise<NamedRow[]> {
  const register = await registerOf(c);
  const symbols =
    by === 'van-ban'
      ? await symbolsOf(
          c,
          rows.map((r) => Number(r.key)),
        )
      : new Map<number, string>();
  const nameOf = (key: string): string => {
    if (by === 'thang') return key === '' ? '' : `Tháng ${Number(key.slice(5))}/${key.slice(0, 4)}`;
    if (key === '') return by === 'nguoi-ky' ? 'Không ghi người ký' : 'Không theo văn bản';
    if (by === 'co-quan') return register.shortName(Number(key));
    if (by === 'don-vi') return unitName(register, Number(key));
    return by === 'van-ban' ? (symbols.get(Number(key)) ?? `văn bản ${key}`) : key;
  };
  const named = rows.map((row) => ({ ...row, name: nameOf(row.key) }));
  return by === 'thang' ? named : named.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

async function symbolsOf(c: AppContext, ids: readonly number[]): Promise<Map<number, string>> {
  const { db } = c.get('services');
  const [rows] = await db.read(
    principalOf(c),
    db.build
      .selectFrom('directive')
      .where('id', 'in', [0, ...ids.filter((id) => id > 0)])
      .select(['id', 'symbol', 'title']),
  );
  return new Map(rows.map((d) => [d.id, d.symbol ?? d.title]));
}

/** The conditions in force, in words, each with the change that takes it away. */
async function namedConditions(c: AppContext, q: FiguresQuery): Promise<FiguresView['named']> {
  const register = await registerOf(c);
  const symbols = q.directiveId ? await symbolsOf(c, [q.directiveId]) : new Map<number, string>();
  return [
    ...(q.organId ? [{ label: register.shortName(q.organId) || 'cơ quan', change: { organId: null } }] : []),
    ...(q.unitId ? [{ label: unitName(register, q.unitId) || 'đơn vị', change: { unitId: null } }] : []),
    ...(q.directiveId ? [{ label: symbols.get(q.directiveId) ?? 'văn bản', change: { directiveId: null } }] : []),
    ...(q.signer ? [{ label: `Người ký: ${q.signer}`, change: { signer: null } }] : []),
  ];
}

async function showFigures(c: AppContext): Promise<Response> {
  const { query, rows, today } = await figures(c);
  const periods = (['month', 'quarter', 'half', 'year'] as const).map((kind) => periodOf(kind, today));
  return page(
    c,
    { title: 'Thống kê nhiệm vụ', wide: true },
    <FiguresPage {...{ query, rows, today, periods }} named={await namedConditions(c, query)} />,
  );
}

async function showBehind(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const today = todayOf(c);
  const query = readFigures(c.req.query(), today);
  const offset = (query.page - 1) * PAGE_SIZE;
  const [rows, totals] = await db.read(
    principalOf(c),
    tasksBehind(db.build, query, query.cell, { limit: PAGE_SIZE, offset }),
    taskGrammar(db.build, query, 'all'),
  );
  const register = await registerOf(c);
  return page(
    c,
    { title: 'Các nhiệm vụ' },
    <BehindFigurePage
      {...{ query, rows, today }}
      total={totals[0] ? countIn(totals[0], query.cell) : 0}
      pageSize={PAGE_SIZE}
      organName={(id) => register.shortName(id)}
      named={await namedConditions(c, query)}
    />,
  );
}

function countIn(row: GrammarRow, cell: FiguresQuery['cell']): number {
  if (cell === 'xong' || cell === 'chua-xong') return sumOf(row, cell === 'xong');
  return cell === null ? sumOf(row, true) + sumOf(row, false) : row[cell];
}

async function download(c: AppContext): Promise<Response> {
  const { query, rows, today } = await figures(c);
  const number = (header: string): SheetColumn => ({ header, kind: 'number', width: 14 });
  const columns: SheetColumn[] = [
    { header: GROUPS[query.by]!.label, width: 50 },
    number('Tổng'),
    number('Đã xong'),
    ...GRAMMAR.filter((g) => g.done).map((g) => number(`Xong ${g.label.toLowerCase()}`)),
    number('Chưa xong'),
    ...GRAMMAR.filter((g) => !g.done).map((g) => number(`Chưa xong ${g.label.toLowerCase()}`)),
  ];
  const body = rows.map((row) => [
    row.name,
    sumOf(row, true) + sumOf(row, false),
    sumOf(row, true),
    ...GRAMMAR.filter((g) => g.done).map((g) => row[g.key]),
    sumOf(row, false),
    ...GRAMMAR.filter((g) => !g.done).map((g) => row[g.key]),
  ]);
  return c.body(xlsxStream(columns, body, 'Nhiệm vụ'), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': `attachment; filename="thong-ke-nhiem-vu-${today}.xlsx"`,
    'Cache-Control': 'private, no-store',
  });
}

async function paper(c: AppContext, format: 'docx' | 'pdf'): Promise<Response> {
  const { query, rows, today } = await figures(c);
  const head = letterheadOf(await registerOf(c), principalOf(c).organId);
  return answerPaper(c, figuresPaper(query, rows, head, today), format, `thong-ke-nhiem-vu-${today}`);
}

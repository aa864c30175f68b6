import { type Day, formatDay, parseDay } from '../kernel/day.ts';
import { parseId } from '../kernel/ids.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { PrintDocument } from '../platform/print/index.ts';
import { GRAMMAR, type GrammarCell, type GrammarFilter, type GrammarGroup, type GrammarRow } from '../tasks/index.ts';
import { headOf, type Letterhead } from './paper.ts';

export const GROUPS: Record<string, { group: GrammarGroup; label: string }> = {
  'co-quan': { group: 'organ', label: 'Cơ quan chủ trì' },
  'don-vi': { group: 'unit', label: 'Đơn vị hành chính' },
  'van-ban': { group: 'directive', label: 'Văn bản giao' },
  'nguoi-ky': { group: 'signer', label: 'Lãnh đạo ký văn bản' },
  thang: { group: 'month', label: 'Tháng giao' },
};

export interface FiguresQuery extends GrammarFilter {
  /** A key of `GROUPS`. */
  by: string;
  /** Of the list: the cell, or a half of them. */
  cell: GrammarCell | 'xong' | 'chua-xong' | null;
  page: number;
}

/** Reads the address; what makes no sense falls back, because a bookmark must never break. */
export function readFigures(query: Readonly<Record<string, string | undefined>>, today: Day): FiguresQuery {
  const cell = query.o;
  const asOf = parseDay(query.den);
  const page = Number(query.trang ?? '1');
  const signer = query['nguoi-ky'];
  return {
    by: query.theo !== undefined && query.theo in GROUPS ? query.theo : 'co-quan',
    from: parseDay(query.tu) ?? null,
    asOf: asOf && asOf < today ? asOf : today,
    organId: parseId(query['co-quan']) ?? null,
    unitId: parseId(query['don-vi']) ?? null,
    directiveId: parseId(query['van-ban']) ?? null,
    signer: signer ? cleanLine(signer).slice(0, 200) : null,
    cell: cell === 'xong' || cell === 'chua-xong' || GRAMMAR.some((g) => g.key === cell) ? (cell as GrammarCell) : null,
    page: Number.isInteger(page) && page >= 1 && page <= 4000 ? page : 1,
  };
}

/** The address of the figures, or of the list behind one of them. */
export function figuresHref(
  q: FiguresQuery,
  today: Day,
  change: Partial<FiguresQuery> = {},
  path = '/bao-cao/nhiem-vu',
): string {
  const f = { ...q, page: 1, ...change };
  const query = new URLSearchParams();
  if (f.by !== 'co-quan') query.set('theo', f.by);
  if (f.from) query.set('tu', f.from);
  if (f.asOf !== today) query.set('den', f.asOf);
  if (f.organId) query.set('co-quan', String(f.organId));
  if (f.unitId) query.set('don-vi', String(f.unitId));
  if (f.directiveId) query.set('van-ban', String(f.directiveId));
  if (f.signer) query.set('nguoi-ky', f.signer);
  if (f.cell) query.set('o', f.cell);
  if (f.page > 1) query.set('trang', String(f.page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** What narrows the figures to one of their groups; months and what has no name are not narrowed to. */
export function narrowedTo(by: string, key: string): Partial<FiguresQuery> | undefined {
  if (key === '') return undefined;
  if (by === 'co-quan') return { organId: Number(key) };
  if (by === 'don-vi') return { unitId: Number(key) };
  if (by === 'van-ban') return { directiveId: Number(key) };
  if (by === 'nguoi-ky') return { signer: key };
  return undefined;
}

export interface NamedRow extends GrammarRow {
  name: string;
}

export const sumOf = (row: GrammarRow, done: boolean): number =>
  GRAMMAR.filter((g) => g.done === done).reduce((sum, g) => sum + row[g.key], 0);

/** All groups together. */
export function totalOf(rows: readonly GrammarRow[]): GrammarRow {
  const total = { key: '' } as GrammarRow;
  for (const { key } of GRAMMAR) total[key] = rows.reduce((sum, row) => sum + row[key], 0);
  return total;
}

/** "Từ 15/9/2026 đến 23/11/2026" */
export const periodWords = (q: Pick<FiguresQuery, 'from' | 'asOf'>): string =>
  q.from ? `Từ ${formatDay(q.from)} đến ${formatDay(q.asOf)}` : `Tính đến ${formatDay(q.asOf)}`;

/** The figures as a paper to be filed or sent on. */
export function figuresPaper(q: FiguresQuery, rows: readonly NamedRow[], head: Letterhead, day: Day): PrintDocument {
  const cells = (row: GrammarRow): string[] => [
    String(sumOf(row, true) + sumOf(row, false)),
    String(sumOf(row, true)),
    ...GRAMMAR.filter((g) => g.done).map((g) => String(row[g.key])),
    String(sumOf(row, false)),
    ...GRAMMAR.filter((g) => !g.done).map((g) => String(row[g.key])),
  ];
  const right = (title: string) => ({ title, width: 0.8, align: 'right' as const });
  return {
    title: 'Thống kê nhiệm vụ',
    style: head.party ? 'party' : 'state',
    landscape: true,
    blocks: [
      headOf(head, day),
      { type: 'title', name: 'THỐNG KÊ', about: 'tình hình thực hiện nhiệm vụ được giao', note: `(${periodWords(q)})` },
      {
        type: 'table',
        columns: [
          { title: 'TT', width: 0.5, align: 'center' },
          { title: GROUPS[q.by]!.label, width: 3 },
          right('Tổng số'),
          right('Đã xong'),
          ...GRAMMAR.filter((g) => g.done).map((g) => right(`Xong ${g.label.toLowerCase()}`)),
          right('Chưa xong'),
          ...GRAMMAR.filter((g) => !g.done).map((g) => right(`Chưa xong ${g.label.toLowerCase()}`)),
        ],
        rows: rows.map((row, i) => [String(i + 1), row.name, ...cells(row)]),
        total: ['', 'Tổng cộng', ...cells(totalOf(rows))],
      },
      {
        type: 'paragraph',
        text: 'Mỗi cơ quan chủ trì của một nhiệm vụ được tính một lần; nhiệm vụ đã thôi giao không tính.',
      },
    ],
  };
}

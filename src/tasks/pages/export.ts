import { type AppContext, principalOf } from '../../platform/http/index.ts';
import {
  CSV_TYPE,
  csvStream,
  type SheetCell,
  type SheetColumn,
  XLSX_TYPE,
  xlsxStream,
} from '../../platform/spreadsheet/index.ts';
import { parseFilter } from '../filter.ts';
import { RECURRENCES, statusByKey, statusOf } from '../model.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { listTasks } from '../store.ts';

const COLUMNS: SheetColumn[] = [
  { header: 'Văn bản', width: 16 },
  { header: 'Mục', kind: 'number', width: 6 },
  { header: 'Nội dung về', width: 30 },
  { header: 'Nhiệm vụ', width: 60 },
  { header: 'Chủ trì', width: 30 },
  { header: 'Phối hợp', width: 30 },
  { header: 'Ngày giao', kind: 'day' },
  { header: 'Hạn', kind: 'day' },
  { header: 'Định kỳ', width: 14 },
  { header: 'Điều kiện', width: 24 },
  { header: 'Ngày xong', kind: 'day' },
  { header: 'Trạng thái', width: 18 },
];
const BATCH = 1000;

/** Exactly what the list shows, all pages of it, as a stream: the filter is the list's own, order included. */
export async function exportTasks(c: AppContext, room: TaskRoom, kind: 'csv' | 'xlsx'): Promise<Response> {
  const today = todayOf(c);
  const rows = taskRows(c, room);
  const name = `nhiem-vu-${today}.${kind}`;
  return c.body(kind === 'csv' ? csvStream(COLUMNS, rows) : xlsxStream(COLUMNS, rows, 'Nhiệm vụ'), 200, {
    'Content-Type': kind === 'csv' ? CSV_TYPE : XLSX_TYPE,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  });
}

/** Rows in batches, each asked for when the one before has been taken: memory does not grow with the list. */
async function* taskRows(c: AppContext, room: TaskRoom): AsyncGenerator<SheetCell[]> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  for (let offset = 0; ; offset += BATCH) {
    const [rows] = await db.read(principal, listTasks(db.build, filter, principal, today, { limit: BATCH, offset }));
    for (const row of rows) {
      yield [
        row.source,
        row.ordinal,
        row.topic,
        row.action,
        row.leadIds.map(room.organName).join('; '),
        row.coordinatorIds.map(room.organName).join('; '),
        row.startedOn,
        row.dueOn,
        row.recurrence && (RECURRENCES[row.recurrence] ?? row.recurrence),
        row.condition,
        row.doneOn,
        statusByKey.get(statusOf(row, today))!.label,
      ];
    }
    if (rows.length < BATCH) return;
  }
}

import { organRegister } from '../../organs/index.ts';
import { type AppContext, principalOf } from '../../platform/http/index.ts';
import {
  CSV_TYPE,
  csvStream,
  type SheetCell,
  type SheetColumn,
  XLSX_TYPE,
  xlsxStream,
} from '../../platform/spreadsheet/index.ts';
import { fieldLabel, URGENCIES } from '../fields.ts';
import { parseFilter } from '../filter.ts';
import { statusOf } from '../model.ts';
import { listPetitions } from '../store.ts';
import { namesFrom, todayOf } from './names.ts';

const COLUMNS: SheetColumn[] = [
  { header: 'Số', kind: 'number', width: 8 },
  { header: 'Chủ đề', width: 60 },
  { header: 'Lĩnh vực', width: 26 },
  { header: 'Mức độ', width: 12 },
  { header: 'Đơn vị', width: 24 },
  { header: 'Miền núi', width: 10 },
  { header: 'Nơi kiến nghị', width: 40 },
  { header: 'Cơ quan trả lời', width: 30 },
  { header: 'Ngày gửi', kind: 'day' },
  { header: 'Hạn', kind: 'day' },
  { header: 'Ngày trả lời', kind: 'day' },
  { header: 'Trạng thái', width: 24 },
];
const BATCH = 1000;

/** Exactly what the list shows, all pages of it, as a stream: the filter is the list's own, order included. */
export function exportPetitions(c: AppContext, kind: 'csv' | 'xlsx'): Response {
  const rows = petitionRows(c);
  return c.body(kind === 'csv' ? csvStream(COLUMNS, rows) : xlsxStream(COLUMNS, rows, 'Kiến nghị'), 200, {
    'Content-Type': kind === 'csv' ? CSV_TYPE : XLSX_TYPE,
    'Content-Disposition': `attachment; filename="kien-nghi-${todayOf(c)}.${kind}"`,
    'Cache-Control': 'private, no-store',
  });
}

async function* petitionRows(c: AppContext): AsyncGenerator<SheetCell[]> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const names = namesFrom(await organRegister(c.get('services')));
  const filter = parseFilter(c.req.query(), principal);
  for (let offset = 0; ; offset += BATCH) {
    const [rows] = await db.read(
      principal,
      listPetitions(db.build, filter, principal, today, { limit: BATCH, offset }),
    );
    for (const row of rows) {
      yield [
        row.id,
        row.topic,
        fieldLabel(row.field),
        URGENCIES[row.urgency],
        names.unit(row.unitId),
        row.mountainous ? 'có' : '',
        row.askerIds.map(names.organ).join('; '),
        row.leadId && names.organ(row.leadId),
        row.raisedOn,
        row.dueOn,
        row.answeredOn,
        statusOf(row).label,
      ];
    }
    if (rows.length < BATCH) return;
  }
}

import type { AppContext } from '../../../platform/http/index.ts';
import {
  CSV_TYPE,
  csvStream,
  type SheetColumn,
  type SheetRows,
  XLSX_TYPE,
  xlsxStream,
} from '../../../platform/spreadsheet/index.ts';
import { exportRows } from '../sheet.ts';

/** What stands beside a row that is given back; a file sent again with these columns is read as if they were not there. */
const WHY = ['Lý do không nhận', 'Cột cần sửa'] as const;

/** Answers a sheet as XLSX, or as CSV where the address ends so. */
export function answerSheet(
  c: AppContext,
  format: 'xlsx' | 'csv',
  name: string,
  { columns, rows, sheet }: { columns: readonly SheetColumn[]; rows: SheetRows; sheet: string },
): Response {
  const body = format === 'csv' ? csvStream(columns, rows) : xlsxStream(columns, rows, sheet);
  return c.body(body, 200, {
    'Content-Type': format === 'csv' ? CSV_TYPE : XLSX_TYPE,
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Cache-Control': 'private, no-store',
  });
}

/**
 * The rows of an export that were turned away, as they stand in the file, with the reason beside each: to be mended and sent
 * again. Read anew from the kept original, so that no second copy of anybody's data is kept.
 */
export async function givenBack(
  bytes: Uint8Array,
  refused: ReadonlyMap<number, { field: string; reason: string }>,
): Promise<{ columns: SheetColumn[]; rows: SheetRows; sheet: string }> {
  let heads: readonly string[] = [];
  const source = exportRows(bytes, (cells) => {
    heads = cells;
  });
  const first = await source.next();
  const kept = heads.map((head, i) => ({ head, i })).filter(({ head }) => !WHY.includes(head as never));
  async function* rows() {
    for (let next = first; !next.done; next = await source.next()) {
      const why = refused.get(next.value.line);
      if (why) yield [...kept.map(({ i }) => next.value!.cells[i] ?? ''), why.reason, why.field];
    }
  }
  const columns = [...kept.map(({ head }) => ({ header: head })), { header: WHY[0], width: 70 }, { header: WHY[1] }];
  return { columns, rows: rows(), sheet: 'Dòng cần sửa' };
}

/** A sample whose codes and people are made up. */
export function sample(centre: string): { columns: SheetColumn[]; rows: SheetRows; sheet: string } {
  const cells: [string, string, string, string][] = [
    ['Mã hồ sơ', 'H41.012-260608-0001', 'H41.012-260608-0002', 'H41.012-260609-0001'],
    ['Mã thủ tục', '1.001612', '1.001193', '1.001612'],
    ['Đơn vị tiếp nhận', centre, centre, centre],
    ['Tên người nộp', 'Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Lê Văn Mẫu'],
    ['Số định danh', '', '', ''],
    ['Ngày sinh', '02/09/1985', '', ''],
    ['Địa chỉ', 'Xóm 1', 'Xóm 2', 'Xóm 3'],
    ['Điện thoại', '', '', ''],
    ['Ngày tiếp nhận', '08/06/2026 09:30', '08/06/2026 10:00', '09/06/2026 08:15'],
    ['Ngày hẹn trả', '11/06/2026 17:00', '09/06/2026 17:00', '12/06/2026'],
    ['Ngày hẹn trả lần đầu', '', '', ''],
    ['Ngày gia hạn', '', '', ''],
    ['Trạng thái', '4', '5', '9'],
    ['Ngày tạm dừng', '', '08/06/2026 14:00', ''],
    ['Số lần yêu cầu bổ sung', '', '1', ''],
    ['Lý do', '', 'Thiếu giấy chứng sinh', ''],
    ['Đơn vị xử lý', '', '', ''],
    ['Người xử lý', '', '', ''],
    ['Ngày kết thúc xử lý', '', '', '11/06/2026 15:00'],
    ['Tên giấy tờ', '', '', 'Giấy chứng nhận đăng ký hộ kinh doanh'],
    ['Mã giấy tờ kết quả', '', '', '12/GCN'],
    ['Kênh thực hiện', '1', '2', '1'],
    ['Hình thức trả', '1', '1', '2'],
    ['Lệ phí', '100000', '', '100000'],
    ['Đã thanh toán', 'có', '', 'có'],
  ];
  return {
    columns: cells.map(([header]) => ({ header })),
    rows: [0, 1, 2].map((i) => cells.map((cell) => cell[i + 1]!)),
    sheet: 'Hồ sơ',
  };
}

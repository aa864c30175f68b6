import type { PositionRole } from '../../kernel/principal.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import { isUsername } from '../../platform/accounts/index.ts';
import type { NewAccount } from './createAccounts.ts';
import { ROLES, roleOf } from './model.ts';

export const MAX_IMPORT_ROWS = 5_000;

/** The columns of the sheet in the order of the template; they may stand in another order, under these heads. */
export const IMPORT_COLUMNS = [
  { key: 'name', header: 'Họ tên', required: true },
  { key: 'username', header: 'Tên đăng nhập', required: true },
  { key: 'organ', header: 'Cơ quan', required: true },
  { key: 'title', header: 'Chức danh', required: true },
  { key: 'role', header: 'Vai trò', required: true },
  { key: 'email', header: 'Thư điện tử', required: false },
] as const;
type ColumnKey = (typeof IMPORT_COLUMNS)[number]['key'];

export interface ImportFault {
  /** As the sheet numbers it. */
  line: number;
  column: string;
  message: string;
}
export interface ImportSurroundings {
  /** The unit's organs by each folded name; two organs of one name share a key. */
  organs: ReadonlyMap<string, readonly number[]>;
}
export interface ImportReading {
  accounts: NewAccount[];
  /** The sheet's line of each account. */
  lines: number[];
  faults: ImportFault[];
}

/** Reads a whole sheet: all accounts, or every fault by line and column. The first row holds the heads. */
export function readImport(
  rows: readonly { line: number; cells: readonly string[] }[],
  { organs }: ImportSurroundings,
): ImportReading {
  const [head, ...body] = rows;
  const places = new Map<ColumnKey, number>();
  for (const { key, header } of IMPORT_COLUMNS) {
    const place = head?.cells.findIndex((cell) => fold(cell) === fold(header)) ?? -1;
    if (place >= 0) places.set(key, place);
  }
  const faults: ImportFault[] = IMPORT_COLUMNS.filter(({ key, required }) => required && !places.has(key)).map(
    ({ header }) => ({
      line: head?.line ?? 1,
      column: header,
      message: `Thiếu cột "${header}" ở dòng tiêu đề. Hãy dùng tệp mẫu.`,
    }),
  );
  if (faults.length === 0 && body.length === 0)
    faults.push({ line: 2, column: 'Họ tên', message: 'Bảng chưa có dòng nào dưới dòng tiêu đề.' });
  if (faults.length > 0) return { accounts: [], lines: [], faults };

  const seen = new Map<string, number>();
  const accounts: NewAccount[] = [];
  for (const { line, cells } of body) {
    const cell = (key: ColumnKey) => cleanLine(cells[places.get(key) ?? -1] ?? '');
    const wrong = (key: ColumnKey, message: string) =>
      faults.push({ line, column: IMPORT_COLUMNS.find((one) => one.key === key)!.header, message });
    const username = cell('username').toLowerCase();
    const organ = organs.get(fold(cell('organ'))) ?? [];
    const role = roleOf(cell('role'));
    const email = cell('email');

    if (!cell('name')) wrong('name', 'Chưa có họ tên.');
    else if (cell('name').length > 100) wrong('name', 'Họ tên dài quá 100 ký tự.');
    if (!isUsername(username)) wrong('username', USERNAME_RULE);
    else if (seen.has(username)) wrong('username', `Tên đăng nhập "${username}" đã có ở dòng ${seen.get(username)}.`);
    else seen.set(username, line);
    if (organ.length === 0)
      wrong('organ', cell('organ') ? `Không có cơ quan "${cell('organ')}" trong đơn vị.` : 'Chưa có cơ quan.');
    if (organ.length > 1) wrong('organ', `Có ${organ.length} cơ quan tên "${cell('organ')}". Hãy ghi tên đầy đủ.`);
    if (!cell('title')) wrong('title', 'Chưa có chức danh.');
    else if (cell('title').length > 150) wrong('title', 'Chức danh dài quá 150 ký tự.');
    if (!role) wrong('role', `Vai trò phải là một trong: ${ROLES.map((one) => one.label).join('; ')}.`);
    if (email && !isEmail(email)) wrong('email', `"${email}" không phải địa chỉ thư điện tử.`);
    accounts.push({
      name: cell('name'),
      username,
      organId: organ[0] ?? 0,
      title: cell('title'),
      role: role as PositionRole,
      email: email || null,
    });
  }
  return { accounts, lines: body.map((row) => row.line), faults };
}

export const USERNAME_RULE =
  'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; bắt đầu và kết thúc bằng chữ hoặc số.';

export const isEmail = (text: string): boolean =>
  text.length <= 200 && /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/.test(text);

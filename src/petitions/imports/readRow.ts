import type { Day } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { OrganRegister } from '../../organs/index.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import { FIELDS } from '../fields.ts';
import { organNamed } from '../named.ts';
import { type PetitionWords, petitionWords } from '../raisePetition.ts';

/** The columns of the table, with the heads by which each is known. */
export const IMPORT_COLUMNS = [
  { key: 'co-quan', head: 'Nơi kiến nghị', also: ['don vi', 'co quan', 'don vi kien nghi'], required: true },
  { key: 'linh-vuc', head: 'Lĩnh vực', also: [], required: false },
  { key: 'chu-de', head: 'Chủ đề', also: ['tieu de'], required: true },
  { key: 'noi-dung', head: 'Đề nghị', also: ['noi dung', 'noi dung kien nghi', 'kien nghi'], required: true },
  { key: 'ly-do', head: 'Khó khăn, lý do', also: ['ly do', 'kho khan', 'thuc trang'], required: false },
] as const;
type ColumnKey = (typeof IMPORT_COLUMNS)[number]['key'];
export type Columns = ReadonlyMap<ColumnKey, number>;

export interface RowFault {
  /** The row's number in the table, as people see it. */
  line: number;
  message: string;
}

export interface PlannedPetition {
  line: number;
  askerId: number;
  unitId: number;
  words: PetitionWords;
}

/** The columns of a heading, or those that it lacks. */
export function columnsOf(heading: SheetRow): { at: Columns; missing: string[] } {
  const heads = heading.cells.map(fold);
  const at = new Map<ColumnKey, number>();
  for (const { key, head, also } of IMPORT_COLUMNS) {
    const index = heads.findIndex((h) => h === fold(head) || (also as readonly string[]).includes(h));
    if (index >= 0) at.set(key, index);
  }
  const missing = IMPORT_COLUMNS.filter((column) => column.required && !at.has(column.key)).map(({ head }) => head);
  return { at, missing };
}

export interface RowRules {
  register: OrganRegister;
  /** The body that is asked. */
  bodyId: number;
  today: Day;
}

/**
 * One row as a petition. A field left empty is "Lĩnh vực khác", a reason left empty is told as not stated.
 * @throws Fault invalid, with a sentence for whoever mends the table
 */
export function readRow(row: SheetRow, at: Columns, { register, bodyId, today }: RowRules): PlannedPetition {
  const cell = (key: ColumnKey): string => row.cells[at.get(key) ?? -1] ?? '';
  for (const [, index] of at) {
    if (row.cells[index]?.startsWith('=')) {
      throw invalid('import.formula', `Ô ${cellName(index, row.line)} là công thức. Hãy ghi nội dung bằng chữ.`);
    }
  }
  const field = fieldOf(cell('linh-vuc'));
  if (!field) throw invalid('import.field', `Không có lĩnh vực “${cell('linh-vuc')}”.`);
  const words = petitionWords.safeParse({
    'chu-de': cell('chu-de'),
    'linh-vuc': field,
    'noi-dung': cell('noi-dung'),
    'ly-do': cell('ly-do') || 'Nêu tại chương trình đối thoại.',
    'muc-do': 'normal',
    'gui-den': String(bodyId),
  });
  if (!words.success) throw invalid('import.words', words.error.issues[0]!.message);
  const askerId = organNamed(register, cell('co-quan'), 'co-quan', today);
  if (askerId === undefined) throw invalid('import.asker', 'Thiếu nơi kiến nghị.');
  const unitId = register.organs.get(askerId as never)?.unitId;
  if (!unitId || askerId === bodyId) {
    throw invalid('import.asker', `${cell('co-quan')} không phải nơi gửi kiến nghị đến chương trình này.`);
  }
  return { line: row.line, askerId, unitId, words: words.data };
}

/** The row's fault as people read it, or what was thrown where it is none. */
export function faultOf(line: number, error: unknown): RowFault {
  if (!isFault(error)) throw error;
  return { line, message: error.message };
}

/** By which the same petition is known again: who asks, and the topic whatever its marks. */
export const sameKey = (askerId: number, topic: string): string => `${askerId} ${fold(topic)}`;

function fieldOf(text: string) {
  const key = fold(text);
  if (key === '') return 'khac';
  return FIELDS.find((f) => fold(f.label) === key || fold(f.key) === key)?.key;
}

/** "C7": as the program shows it in which the table was made. */
function cellName(column: number, line: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name + line;
}

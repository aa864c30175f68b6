import { invalid, isFault } from '../../kernel/errors.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import type { ProcedureBook } from './book.ts';
import type { LimitUnit } from './model.ts';
import { type OrganChoice, organByName } from './organChoices.ts';
import type { VersionFacts } from './store.ts';
import { demandLater, sameVersion, versionFrom, type WrittenVersion } from './versionRules.ts';

/** The columns of the sheet, with the heads by which each is known. */
export const SHEET_COLUMNS = [
  { key: 'code', head: 'Mã thủ tục', required: true, example: '1.001612' },
  { key: 'name', head: 'Tên thủ tục', required: true, example: 'Đăng ký thành lập hộ kinh doanh' },
  { key: 'field', head: 'Lĩnh vực', required: true, example: 'Đăng ký hộ kinh doanh' },
  { key: 'authority', head: 'Cơ quan giải quyết', required: true, example: 'UBND xã' },
  { key: 'amount', head: 'Thời hạn', required: true, example: '3' },
  { key: 'unit', head: 'Đơn vị thời hạn', required: true, example: 'ngày làm việc' },
  { key: 'papers', head: 'Giấy tờ', required: true, example: 'Giấy đề nghị [1 chính]; Biên bản họp [1 sao, nếu có]' },
  { key: 'steps', head: 'Các bước', required: false, example: 'Thẩm tra | Phòng Kinh tế | 14; Ký duyệt | UBND xã | 4' },
  { key: 'fee', head: 'Phí, lệ phí', required: false, example: '100000' },
  { key: 'feeNote', head: 'Mức phí chi tiết', required: false, example: '' },
  { key: 'result', head: 'Kết quả', required: true, example: 'Giấy chứng nhận đăng ký hộ kinh doanh' },
  { key: 'place', head: 'Nơi tiếp nhận', required: false, example: 'toàn tỉnh' },
  { key: 'online', head: 'Trực tuyến', required: false, example: 'toàn trình' },
  { key: 'from', head: 'Hiệu lực từ', required: true, example: '1/7/2026' },
  { key: 'source', head: 'Căn cứ', required: false, example: 'Quyết định công bố số ...' },
] as const;
type Key = (typeof SHEET_COLUMNS)[number]['key'];
export const MOST_ROWS = 2000;

export interface SheetFault {
  /** The row's number in the sheet, as people see it. */
  line: number;
  message: string;
}

const UNITS: Record<string, LimitUnit> = {
  'trong ngay': 'sameDay',
  gio: 'hours',
  'gio lam viec': 'hours',
  ngay: 'days',
  'ngay lam viec': 'workingDays',
  thang: 'months',
};
const ONLINE: Record<string, VersionFacts['online']> = {
  '': 'none',
  khong: 'none',
  'mot phan': 'partial',
  'toan trinh': 'full',
};
const PLACES: Record<string, VersionFacts['receivedBy']> = { '': 'own', 'tai cho': 'own', 'toan tinh': 'province' };

const wrong = (message: string) => invalid('procedure.sheet', message);
const pick = <T>(from: Record<string, T>, text: string, what: string): T => {
  const found = from[fold(text)];
  if (found === undefined)
    throw wrong(
      `${what} “${text}” không hiểu được; hãy ghi một trong: ${Object.keys(from).filter(Boolean).join(', ')}.`,
    );
  return found;
};

/**
 * Reads the rows of a sheet, heading first. A row that cannot be taken is told with its number.
 * @param organs kinds of organs that a row may name
 * @throws Fault invalid (field tep) where the heading lacks a column
 */
export function planProcedures(
  rows: readonly SheetRow[],
  book: ProcedureBook,
  organs: readonly OrganChoice[],
): { planned: VersionFacts[]; unchanged: number; faults: SheetFault[] } {
  const at = columnsOf(rows[0]);
  const planned: VersionFacts[] = [];
  const faults: SheetFault[] = [];
  const firstLine = new Map<string, number>();
  let unchanged = 0;
  for (const row of rows.slice(1)) {
    try {
      const facts = versionFrom(writtenIn((key) => row.cells[at.get(key) ?? -1] ?? '', organs));
      const before = firstLine.get(facts.code);
      if (before) throw wrong(`Mã ${facts.code} trùng với dòng ${before}.`);
      firstLine.set(facts.code, row.line);
      if (isKnown(facts, book)) unchanged += 1;
      else planned.push(facts);
    } catch (error) {
      if (!isFault(error)) throw error;
      faults.push({ line: row.line, message: error.message });
    }
  }
  return { planned, unchanged, faults };
}

/** @returns true where this very version is in the catalogue. @throws Fault where another begins on the day, or a later one exists */
function isKnown(facts: VersionFacts, book: ProcedureBook): boolean {
  const newest = book.history(facts.code)[0];
  if (!newest) return false;
  if (sameVersion(facts, newest)) return true;
  demandLater(facts, newest);
  return false;
}

/** A row in the words of the rules. */
function writtenIn(cell: (key: Key) => string, organs: readonly OrganChoice[]): WrittenVersion {
  const unit = cell('unit') === '' ? undefined : pick(UNITS, cell('unit'), 'Đơn vị thời hạn');
  return {
    code: cell('code'),
    name: cell('name'),
    words: '',
    field: cell('field'),
    authority: cell('authority') === '' ? undefined : organIn(cell('authority'), organs),
    limitAmount: cell('amount'),
    limitUnit: unit,
    components: papersIn(cell('papers')),
    steps: stepsIn(cell('steps'), organs),
    fee: cell('fee'),
    feeNote: cell('feeNote'),
    result: cell('result'),
    receivedBy: pick(PLACES, cell('place'), 'Nơi tiếp nhận'),
    centreIds: [],
    online: pick(ONLINE, cell('online'), 'Trực tuyến'),
    validFrom: cell('from'),
    source: cell('source'),
  };
}

function organIn(text: string, organs: readonly OrganChoice[]): OrganChoice {
  const choice = organByName(organs, text);
  if (choice) return choice;
  throw wrong(`Không có cơ quan “${text}”; hãy ghi UBND xã, Phòng Kinh tế, hoặc tên sở của tỉnh.`);
}

const parted = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** `Tờ khai [1 chính]; Bản vẽ [2 sao, nếu có]`; nothing in brackets: shown for comparison. */
const papersIn = (text: string): WrittenVersion['components'] =>
  parted(text).map((part, i) => {
    const match = /^(.+?)(?:\s*\[([^\]]*)\])?$/.exec(part)!;
    const told = fold(match[2] ?? '');
    const count = (word: string): string => new RegExp(`(\\d+) (?:ban )?${word}`).exec(told)?.[1] ?? '';
    const paper = { original: count('chinh'), copy: count('sao'), electronic: count('dien tu') };
    if (match[2] !== undefined && Object.values(paper).every((n) => n === '') && !told.includes('neu co')) {
      throw wrong(`Không hiểu số lượng “[${match[2]}]”; hãy ghi như [1 chính, 2 sao, nếu có].`);
    }
    return { row: i + 1, name: match[1]!, ...paper, optional: told.includes('neu co') };
  });

/** `Thẩm tra | Phòng Kinh tế | 14; Ký duyệt | UBND xã | 4`: name, organ, working hours. */
const stepsIn = (text: string, organs: readonly OrganChoice[]): WrittenVersion['steps'] =>
  parted(text).map((part, i) => {
    const [name = '', organ = '', hours = ''] = part.split('|').map((piece) => piece.trim());
    if (name === '' || organ === '' || hours === '') {
      throw wrong(`Không hiểu bước “${part}”; hãy ghi: tên bước | cơ quan | số giờ.`);
    }
    const role = /ky|duyet/.test(fold(name)) ? 'head' : 'officer';
    return { row: i + 1, name, templates: organIn(organ, organs).templates, role, hours };
  });

function columnsOf(heading: SheetRow | undefined): Map<Key, number> {
  const heads = (heading?.cells ?? []).map(fold);
  const at = new Map<Key, number>();
  for (const { key, head } of SHEET_COLUMNS) {
    const index = heads.indexOf(fold(head));
    if (index >= 0) at.set(key, index);
  }
  const missing = SHEET_COLUMNS.filter((column) => column.required && !at.has(column.key));
  if (missing.length === 0) return at;
  const names = missing.map((m) => m.head).join(', ');
  throw invalid('procedure.heading', `Dòng đầu của bảng thiếu cột: ${names}. Hãy dùng mẫu tải về.`, 'tep');
}

import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import type { ProcedureBook } from './book.ts';
import type { Component, Limit, LimitUnit, ProcedureStep } from './model.ts';
import type { VersionFacts } from './store.ts';

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
const COMMUNE_ORGANS: Record<string, string[]> = {
  'ubnd xa': ['ubnd-xa'],
  'uy ban nhan dan cap xa': ['ubnd-xa'],
  'ubnd cap xa': ['ubnd-xa'],
  'phong kinh te': ['phong-kinh-te-xa', 'phong-kinh-te-ha-tang-do-thi-phuong'],
  'phong van hoa xa hoi': ['phong-van-hoa-xa-hoi-xa'],
  'van phong hdnd va ubnd': ['van-phong-hdnd-ubnd-xa'],
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
 * @param provincial the template of a provincial organ by its folded short name: "so xay dung"
 * @throws Fault invalid (field tep) where the heading lacks a column
 */
export function planProcedures(
  rows: readonly SheetRow[],
  book: ProcedureBook,
  provincial: ReadonlyMap<string, string>,
): { planned: VersionFacts[]; unchanged: number; faults: SheetFault[] } {
  const at = columnsOf(rows[0]);
  const planned: VersionFacts[] = [];
  const faults: SheetFault[] = [];
  const firstLine = new Map<string, number>();
  let unchanged = 0;
  for (const row of rows.slice(1)) {
    try {
      const facts = versionFrom((key) => row.cells[at.get(key) ?? -1] ?? '', provincial);
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

/** The database keeps the keys of an object in an order of its own. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** @returns true where this very version is in the catalogue. @throws Fault where another begins on the day, or a later one exists */
function isKnown(facts: VersionFacts, book: ProcedureBook): boolean {
  const newest = book.history(facts.code)[0];
  if (!newest || newest.validFrom < facts.validFrom) return false;
  const same = (Object.keys(facts) as (keyof VersionFacts)[])
    .filter((key) => key !== 'words' && key !== 'configurable')
    .every((key) => inOneOrder(facts[key]) === inOneOrder(newest[key as keyof typeof newest]));
  if (same) return true;
  throw wrong(
    `Thủ tục ${facts.code} đã có bản hiệu lực từ ${formatDay(newest.validFrom)}. Bản mới phải có hiệu lực từ ngày sau đó.`,
  );
}

function versionFrom(cell: (key: Key) => string, provincial: ReadonlyMap<string, string>): VersionFacts {
  for (const { key, head, required } of SHEET_COLUMNS) {
    if (required && cell(key) === '' && !(key === 'amount' && UNITS[fold(cell('unit'))] === 'sameDay'))
      throw wrong(`Thiếu ${head}.`);
  }
  const code = cell('code');
  if (!/^\d\.\d{6}(\.[\dA-Z]{2,3}){0,5}$/.test(code)) throw wrong(`Mã thủ tục “${code}” không đúng; ví dụ 1.001612.`);
  const validFrom = parseDay(cell('from'));
  if (!validFrom) throw wrong(`Ngày hiệu lực “${cell('from')}” không có thật; hãy ghi như 1/7/2026.`);
  const authorityTemplates = organFrom(cell('authority'), provincial);
  return {
    code,
    name: cell('name'),
    field: cell('field'),
    level: Object.hasOwn(COMMUNE_ORGANS, fold(cell('authority'))) ? 'commune' : 'province',
    authorityTemplates,
    components: papersFrom(cell('papers')),
    fee: feeFrom(cell('fee')),
    feeNote: cell('feeNote'),
    limit: limitFrom(cell('amount'), cell('unit')),
    steps: stepsFrom(cell('steps'), provincial),
    result: cell('result'),
    receivedBy: pick(PLACES, cell('place'), 'Nơi tiếp nhận'),
    centreIds: [],
    online: pick(ONLINE, cell('online'), 'Trực tuyến'),
    source: cell('source'),
    configurable: false,
    validFrom: validFrom as Day,
  };
}

function organFrom(text: string, provincial: ReadonlyMap<string, string>): string[] {
  const known = COMMUNE_ORGANS[fold(text)];
  if (known) return known;
  const template = provincial.get(fold(text));
  if (!template) throw wrong(`Không có cơ quan “${text}”; hãy ghi UBND xã, Phòng Kinh tế, hoặc tên sở của tỉnh.`);
  return [template];
}

function limitFrom(amountText: string, unitText: string): Limit {
  const unit = pick(UNITS, unitText, 'Đơn vị thời hạn');
  if (unit === 'sameDay') return { unit, amount: 0 };
  const amount = Number(amountText.replace(',', '.'));
  const step = unit === 'workingDays' ? 0.5 : unit === 'hours' ? 0.25 : 1;
  if (!(amount > 0 && amount <= 1000) || amount % step !== 0) {
    throw wrong(`Thời hạn “${amountText}” không đúng; hãy ghi một số lớn hơn 0.`);
  }
  return { unit, amount };
}

function feeFrom(text: string): number {
  const fee = Number(text.replace(/[\s.]|đồng/g, '') || '0');
  if (!Number.isSafeInteger(fee) || fee < 0 || fee > 2_000_000_000)
    throw wrong(`Phí, lệ phí “${text}” không đúng; hãy ghi số đồng.`);
  return fee;
}

/** `Tờ khai [1 chính]; Bản vẽ [2 sao, nếu có]`; nothing in brackets: shown for comparison. */
function papersFrom(text: string): Component[] {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.map((part, i) => {
    const match = /^(.+?)(?:\s*\[([^\]]*)\])?$/.exec(part)!;
    const told = fold(match[2] ?? '');
    const count = (word: string) => Number(new RegExp(`(\\d+) (?:ban )?${word}`).exec(told)?.[1] ?? 0);
    const paper = { original: count('chinh'), copy: count('sao'), electronic: count('dien tu') };
    if (match[2] !== undefined && paper.original + paper.copy + paper.electronic === 0 && !told.includes('neu co')) {
      throw wrong(`Không hiểu số lượng “[${match[2]}]”; hãy ghi như [1 chính, 2 sao, nếu có].`);
    }
    return { no: i + 1, name: match[1]!, ...paper, optional: told.includes('neu co') };
  });
}

/** `Thẩm tra | Phòng Kinh tế | 14; Ký duyệt | UBND xã | 4`: name, organ, working hours. */
function stepsFrom(text: string, provincial: ReadonlyMap<string, string>): ProcedureStep[] {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.map((part) => {
    const [name = '', organ = '', hoursText = ''] = part.split('|').map((piece) => piece.trim());
    const hours = Number(hoursText.replace(',', '.'));
    if (name === '' || organ === '' || !(hours >= 0 && hours <= 4000)) {
      throw wrong(`Không hiểu bước “${part}”; hãy ghi: tên bước | cơ quan | số giờ.`);
    }
    const role = /ky|duyet/.test(fold(name)) ? 'head' : 'officer';
    return { templates: organFrom(organ, provincial), name, role, hours };
  });
}

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

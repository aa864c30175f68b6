import { invalid, isFault } from '../../kernel/errors.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';
import type { ProcedureBook } from './book.ts';
import { type LimitUnit, otherWords, type ProcedureVersion } from './model.ts';
import { authorityChoices, type OrganChoice, organByName } from './organChoices.ts';
import type { VersionFacts } from './store.ts';
import { demandLater, sameVersion, versionFrom, type WrittenVersion } from './versionRules.ts';

/** The columns of the sheet, with the heads by which each is known, and how each is written where it is not plain. */
export const SHEET_COLUMNS = [
  { key: 'code', head: 'Mã thủ tục', required: true, example: '1.001612', how: 'Mã quốc gia' },
  { key: 'name', head: 'Tên thủ tục', required: true, example: 'Đăng ký thành lập hộ kinh doanh', how: '' },
  {
    ...{ key: 'words', head: 'Từ khác để tìm', required: false, example: 'giấy phép kinh doanh' },
    how: 'Tên người dân hay gọi. Để trống thì giữ các từ đang có',
  },
  { key: 'field', head: 'Lĩnh vực', required: true, example: 'Đăng ký hộ kinh doanh', how: '' },
  {
    ...{ key: 'authority', head: 'Cơ quan giải quyết', required: true, example: 'UBND xã' },
    how: 'UBND xã, Phòng Kinh tế, hoặc tên sở của tỉnh',
  },
  { key: 'amount', head: 'Thời hạn', required: true, example: '3', how: 'Một số; để trống nếu trong ngày' },
  {
    ...{ key: 'unit', head: 'Đơn vị thời hạn', required: true, example: 'ngày làm việc' },
    how: 'trong ngày, giờ, ngày, ngày làm việc, hoặc tháng',
  },
  {
    ...{
      key: 'papers',
      head: 'Giấy tờ',
      required: true,
      example: 'Giấy đề nghị [1 chính]; Biên bản họp [1 sao, nếu có]',
    },
    how: 'Cách nhau bằng dấu chấm phẩy; số bản trong ngoặc vuông. Không ghi số bản: chỉ xuất trình',
  },
  {
    ...{
      key: 'steps',
      head: 'Các bước',
      required: false,
      example: 'Thẩm tra | Phòng Kinh tế | 14; Ký duyệt | UBND xã | 4',
    },
    how: 'Tên bước | cơ quan | số giờ làm việc; các bước cách nhau bằng dấu chấm phẩy',
  },
  { key: 'fee', head: 'Phí, lệ phí', required: false, example: '100000', how: 'Số đồng' },
  { key: 'feeNote', head: 'Mức phí chi tiết', required: false, example: '', how: '' },
  { key: 'result', head: 'Kết quả', required: true, example: 'Giấy chứng nhận đăng ký hộ kinh doanh', how: '' },
  {
    ...{ key: 'place', head: 'Nơi tiếp nhận', required: false, example: 'toàn tỉnh' },
    how: 'tại chỗ, toàn tỉnh, hoặc trung tâm được giao',
  },
  {
    ...{ key: 'centres', head: 'Trung tâm được giao', required: false, example: '' },
    how: 'Mã hoặc tên các xã, phường, cách nhau bằng dấu chấm phẩy',
  },
  {
    ...{ key: 'online', head: 'Trực tuyến', required: false, example: 'toàn trình' },
    how: 'không, một phần, hoặc toàn trình',
  },
  { key: 'from', head: 'Hiệu lực từ', required: true, example: '1/7/2026', how: 'Ngày bản này bắt đầu có hiệu lực' },
  { key: 'source', head: 'Căn cứ', required: false, example: 'Quyết định công bố số ...', how: '' },
] as const;
type Key = (typeof SHEET_COLUMNS)[number]['key'];
export const MOST_ROWS = 2000;

export interface SheetFault {
  /** The row's number in the sheet, as people see it. */
  line: number;
  message: string;
}

/** What the names in a sheet mean in this province. */
export interface SheetNames {
  /** Kinds of organs that a row may name. */
  organs: readonly OrganChoice[];
  /** A service centre of today by its unit's code or name, or its own name; else the sentence that says what to write. */
  centre(text: string): { organId: number } | { refused: string };
}

const UNITS: Record<string, LimitUnit> = {
  'trong ngày': 'sameDay',
  giờ: 'hours',
  'giờ làm việc': 'hours',
  ngày: 'days',
  'ngày làm việc': 'workingDays',
  tháng: 'months',
};
const ONLINE: Record<string, VersionFacts['online']> = {
  không: 'none',
  'một phần': 'partial',
  'toàn trình': 'full',
};
const PLACES: Record<string, VersionFacts['receivedBy']> = {
  'tại chỗ': 'own',
  'toàn tỉnh': 'province',
  'trung tâm được giao': 'listed',
};

const wrong = (message: string) => invalid('procedure.sheet', message);
const pick = <T>(from: Record<string, T>, text: string, what: string): T => {
  const found = Object.entries(from).find(([words]) => fold(words) === fold(text));
  if (found) return found[1];
  throw wrong(`${what} “${text}” không hiểu được; hãy ghi một trong: ${Object.keys(from).join(', ')}.`);
};

/** What a sheet asks for. */
export interface SheetPlan {
  /** Versions that are not in the catalogue yet. */
  planned: VersionFacts[];
  /** Those that are, to be found by other words from now on. */
  reworded: { known: ProcedureVersion; facts: VersionFacts }[];
  unchanged: number;
  faults: SheetFault[];
}

/**
 * Reads the rows of a sheet, heading first. A row that cannot be taken is told with its number.
 * @throws Fault invalid (field tep) where the heading lacks a column
 */
export function planProcedures(rows: readonly SheetRow[], book: ProcedureBook, names: SheetNames): SheetPlan {
  const at = columnsOf(rows[0]);
  const plan: SheetPlan = { planned: [], reworded: [], unchanged: 0, faults: [] };
  const firstLine = new Map<string, number>();
  for (const row of rows.slice(1)) {
    try {
      const written = writtenIn((key) => row.cells[at.get(key) ?? -1] ?? '', names);
      const newest = book.history(written.code)[0];
      const words = newest ? otherWords(newest) : '';
      const facts = versionFrom({ ...written, words: written.words || words });
      const before = firstLine.get(facts.code);
      if (before) throw wrong(`Mã ${facts.code} trùng với dòng ${before}.`);
      firstLine.set(facts.code, row.line);
      if (newest && sameVersion(facts, newest)) {
        if (fold(facts.words ?? '') === words) plan.unchanged += 1;
        else plan.reworded.push({ known: newest, facts });
      } else {
        if (newest) demandLater(facts, newest);
        plan.planned.push(facts);
      }
    } catch (error) {
      if (!isFault(error)) throw error;
      plan.faults.push({ line: row.line, message: error.message });
    }
  }
  return plan;
}

/** A row in the words of the rules. */
function writtenIn(cell: (key: Key) => string, { organs, centre }: SheetNames): WrittenVersion {
  const unit = cell('unit') === '' ? undefined : pick(UNITS, cell('unit'), 'Đơn vị thời hạn');
  return {
    code: cell('code').trim(),
    name: cell('name'),
    words: cell('words'),
    field: cell('field'),
    authority: cell('authority') === '' ? undefined : organIn(cell('authority'), authorityChoices(organs)),
    limitAmount: cell('amount'),
    limitUnit: unit,
    components: papersIn(cell('papers')),
    steps: stepsIn(cell('steps'), organs),
    fee: cell('fee'),
    feeNote: cell('feeNote'),
    result: cell('result'),
    ...placesIn(cell('place'), cell('centres'), centre),
    online: cell('online') === '' ? 'none' : pick(ONLINE, cell('online'), 'Trực tuyến'),
    validFrom: cell('from'),
    source: cell('source'),
  };
}

/** Centres that are named mean that it is received there and nowhere else. */
function placesIn(
  place: string,
  centres: string,
  centre: SheetNames['centre'],
): Pick<WrittenVersion, 'receivedBy' | 'centreIds'> {
  const named = [...new Set(parted(centres).map((text) => centreIn(text, centre)))];
  const receivedBy = place === '' ? (named.length > 0 ? 'listed' : 'own') : pick(PLACES, place, 'Nơi tiếp nhận');
  if (receivedBy !== 'listed' && named.length > 0)
    throw wrong(`Đã ghi Trung tâm được giao thì Nơi tiếp nhận phải là “trung tâm được giao”, không phải “${place}”.`);
  if (receivedBy === 'listed' && named.length === 0)
    throw wrong('Thiếu Trung tâm được giao; hãy ghi mã hoặc tên xã, phường, cách nhau bằng dấu chấm phẩy.');
  return { receivedBy, centreIds: named };
}

function centreIn(text: string, centre: SheetNames['centre']): number {
  const found = centre(text);
  if ('organId' in found) return found.organId;
  throw wrong(found.refused);
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

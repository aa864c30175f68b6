import { formatDay } from '../../../kernel/day.ts';
import { parseId } from '../../../kernel/ids.ts';
import type { SentForm } from '../../../ui/index.ts';
import { type LimitUnit, otherWords, type ProcedureStep, type ProcedureVersion } from '../model.ts';
import { authorityChoices, type OrganChoice, templatesKey } from '../organChoices.ts';
import type { WrittenVersion } from '../versionRules.ts';

/** The parts of the form that repeat, with the fields of a row. Named `giay-to-1-ten`, `buoc-2-gio`. */
export const ROW_FIELDS = {
  'giay-to': ['ten', 'chinh', 'sao', 'dien-tu', 'neu-co'],
  buoc: ['ten', 'co-quan', 'vai', 'gio'],
} as const;
export type RowKind = keyof typeof ROW_FIELDS;
type FormRow = Readonly<Record<string, string>>;

const MOST_ROWS = 60;
export const countField = (kind: RowKind): string => `so-dong-${kind}`;
export const roleWords: Record<ProcedureStep['role'], string> = {
  officer: 'Chuyên viên',
  head: 'Lãnh đạo',
  clerk: 'Văn thư',
};

/** The rows of a kind as they stand in the form, blank ones too. */
export function rowsIn({ values }: SentForm, kind: RowKind): FormRow[] {
  const told = Number(values[countField(kind)]);
  const count = Number.isInteger(told) ? Math.min(Math.max(told, 0), MOST_ROWS) : 0;
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(ROW_FIELDS[kind].map((field) => [field, values[`${kind}-${i + 1}-${field}`] ?? ''])),
  );
}

function withRows(form: SentForm, kind: RowKind, rows: readonly FormRow[]): SentForm {
  const outside = (name: string) => !new RegExp(`^${kind}-\\d+-`).test(name);
  const named = rows.flatMap((row, i) =>
    Object.entries(row)
      .filter(([, text]) => text !== '')
      .map(([field, text]) => [`${kind}-${i + 1}-${field}`, text] as const),
  );
  const rest = Object.entries(form.values).filter(([name]) => outside(name));
  const values = { ...Object.fromEntries([...rest, ...named]), [countField(kind)]: String(rows.length) };
  const lists = {
    ...Object.fromEntries(Object.entries(form.lists).filter(([name]) => outside(name))),
    ...Object.fromEntries(named.map(([name, text]) => [name, [text]])),
  };
  return { ...form, values, lists };
}

/** `them-buoc`, `bo-giay-to-3`, `len-buoc-2`: the form with a row more, a row less, a row one place up; undefined for anything else. */
export function changedRows(form: SentForm, asked: string): SentForm | undefined {
  const match = /^(them|bo|len)-(giay-to|buoc)(?:-(\d{1,2}))?$/.exec(asked);
  if (!match) return undefined;
  const kind = match[2] as RowKind;
  const rows = rowsIn(form, kind);
  const at = Number(match[3]) - 1;
  if (match[1] === 'them') return withRows(form, kind, rows.length < MOST_ROWS ? [...rows, {}] : rows);
  if (match[1] === 'bo') return withRows(form, kind, rows.toSpliced(at, 1));
  const [row] = rows.slice(at, at + 1);
  return withRows(form, kind, row && at > 0 ? rows.toSpliced(at, 1).toSpliced(at - 1, 0, row) : rows);
}

const pick = <T extends string>(text: string | undefined, known: readonly T[]): T | undefined =>
  known.find((one) => one === text);
const UNITS: readonly LimitUnit[] = ['sameDay', 'hours', 'days', 'workingDays', 'months'];
const isBlank = (row: FormRow): boolean => Object.entries(row).every(([field, text]) => text === '' || field === 'vai');

/** What was typed, in the words of the rules. @param centres ids that may be chosen */
export function writtenIn(
  form: SentForm,
  organs: readonly OrganChoice[],
  centres: ReadonlySet<number>,
): WrittenVersion {
  const text = (name: string): string => form.values[name] ?? '';
  const organ = (key: string | undefined, among = organs) =>
    among.find((choice) => templatesKey(choice.templates) === key);
  const filled = (kind: RowKind) =>
    rowsIn(form, kind)
      .map((row, i) => ({ row: i + 1, ...row }) as FormRow & { row: number })
      .filter(({ row: _, ...fields }) => !isBlank(fields as FormRow));
  return {
    code: text('ma'),
    name: text('ten'),
    words: text('tu-khac'),
    field: text('linh-vuc'),
    authority: organ(text('co-quan'), authorityChoices(organs)),
    limitAmount: text('thoi-han'),
    limitUnit: pick(text('don-vi-han'), UNITS),
    components: filled('giay-to').map((one) => ({
      row: one.row,
      name: one.ten ?? '',
      original: one.chinh ?? '',
      copy: one.sao ?? '',
      electronic: one['dien-tu'] ?? '',
      optional: one['neu-co'] === 'co',
    })),
    steps: filled('buoc').map((one) => ({
      row: one.row,
      name: one.ten ?? '',
      templates: organ(one['co-quan'])?.templates,
      role: pick(one.vai, ['officer', 'head', 'clerk']),
      hours: one.gio ?? '',
    })),
    fee: text('le-phi'),
    feeNote: text('muc-phi'),
    result: text('ket-qua'),
    receivedBy: pick(text('noi-nhan'), ['own', 'province', 'listed']),
    centreIds: (form.lists['trung-tam'] ?? [])
      .map(parseId)
      .filter((id) => id !== undefined && centres.has(id)) as number[],
    online: pick(text('truc-tuyen'), ['none', 'partial', 'full']),
    validFrom: text('hieu-luc'),
    source: text('can-cu'),
  };
}

const number = (n: number): string => (n === 0 ? '' : String(n).replace('.', ','));

/** A version as the form shows it: what a new one begins with. */
export function formOf(v: ProcedureVersion, validFrom: string): SentForm {
  const values: Record<string, string> = {
    ...{ ma: v.code, ten: v.name, 'tu-khac': otherWords(v), 'linh-vuc': v.field },
    'co-quan': templatesKey(v.authorityTemplates),
    ...{ 'thoi-han': number(v.limit.amount), 'don-vi-han': v.limit.unit },
    ...{ 'le-phi': String(v.fee), 'muc-phi': v.feeNote, 'ket-qua': v.result },
    ...{ 'noi-nhan': v.receivedBy, 'truc-tuyen': v.online, 'hieu-luc': validFrom, 'can-cu': '' },
  };
  const papers = v.components.map((c) => ({
    ...{ ten: c.name, chinh: number(c.original), sao: number(c.copy), 'dien-tu': number(c.electronic) },
    'neu-co': c.optional ? 'co' : '',
  }));
  const steps = v.steps.map((s) => ({
    ...{ ten: s.name, 'co-quan': templatesKey(s.templates), vai: s.role, gio: String(s.hours).replace('.', ',') },
  }));
  const plain = { values, lists: { 'trung-tam': v.centreIds.map(String) } };
  return withRows(withRows(plain, 'giay-to', papers), 'buoc', steps);
}

/** A procedure that does not exist yet: a few blank rows to begin with. */
export const blankForm = (): SentForm => {
  const values = { 'don-vi-han': 'workingDays', 'noi-nhan': 'province', 'truc-tuyen': 'none', 'le-phi': '0' };
  const plain = { values, lists: {} };
  return withRows(withRows(plain, 'giay-to', [{}, {}]), 'buoc', [{ vai: 'officer' }, { vai: 'head' }]);
};

/** The day that a new version is offered to begin on: that of the one still ahead, else none. */
export const offeredDay = (newest: ProcedureVersion, today: string): string =>
  newest.validFrom > today ? formatDay(newest.validFrom) : '';

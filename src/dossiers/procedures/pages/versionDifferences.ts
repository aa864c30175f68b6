import { cleanLine, fold } from '../../../kernel/vietnamese.ts';
import type { SentForm } from '../../../ui/index.ts';
import { countWords, otherWords, type ProcedureVersion, unitWords } from '../model.ts';
import { formOf, type RowKind, roleWords, rowsIn } from './versionForm.ts';
import { ONLINE, RECEIVED } from './versionWords.ts';

/** One part in which a version that is kept and one that was typed are not the same; a part that is not there: ''. */
export interface Difference {
  what: string;
  kept: readonly string[];
  typed: readonly string[];
}

/** Names of what the form holds only as a value. */
export interface FormNames {
  organ(key: string): string;
  centre(id: number): string;
}

type Reader = (form: SentForm, names: FormNames) => string | readonly string[];
const field =
  (name: string): Reader =>
  ({ values }) =>
    cleanLine(values[name] ?? '');
const chosen =
  (name: string, words: Record<string, string>): Reader =>
  ({ values }) =>
    words[values[name] ?? ''] ?? '';
const rowsAs =
  (kind: RowKind, words: (row: Readonly<Record<string, string>>, names: FormNames) => string): Reader =>
  (form, names) =>
    rowsIn(form, kind)
      .filter((row) => cleanLine(row.ten ?? '') !== '')
      .map((row) => words(row, names));
const count = (text: string | undefined): number => Number(text || 0);

/** What the page tells, in the order of the form; each as people read it. */
const PARTS: readonly (readonly [what: string, read: Reader])[] = [
  ['Tên thủ tục', field('ten')],
  ['Lĩnh vực', field('linh-vuc')],
  ['Từ khác để tìm', field('tu-khac')],
  ['Cơ quan giải quyết', ({ values }, names) => names.organ(values['co-quan'] ?? '')],
  ['Thời hạn', ({ values }) => limitWords(values)],
  [
    'Giấy tờ',
    rowsAs('giay-to', (row) => {
      const counts = { original: count(row.chinh), copy: count(row.sao), electronic: count(row['dien-tu']) };
      return `${cleanLine(row.ten!)}: ${countWords(counts)}${row['neu-co'] ? ', nếu có' : ''}`;
    }),
  ],
  [
    'Các bước',
    rowsAs('buoc', (row, names) => {
      const role = roleWords[row.vai as keyof typeof roleWords] ?? '';
      return `${cleanLine(row.ten!)}: ${[names.organ(row['co-quan'] ?? ''), role, `${row.gio} giờ`].filter(Boolean).join(', ')}`;
    }),
  ],
  ['Phí, lệ phí', ({ values }) => `${(values['le-phi'] ?? '').replace(/[\s.]|đồng/g, '') || '0'} đồng`],
  ['Mức phí chi tiết', field('muc-phi')],
  ['Kết quả', field('ket-qua')],
  ['Nơi tiếp nhận', chosen('noi-nhan', RECEIVED)],
  [
    'Trung tâm được giao',
    ({ values, lists }, names) =>
      values['noi-nhan'] === 'listed' ? (lists['trung-tam'] ?? []).map((id) => names.centre(Number(id))).sort() : [],
  ],
  ['Trực tuyến', chosen('truc-tuyen', ONLINE)],
  ['Hiệu lực từ', field('hieu-luc')],
  ['Căn cứ', field('can-cu')],
];

function limitWords(values: SentForm['values']): string {
  const unit = values['don-vi-han'] ?? '';
  return unit === 'sameDay' ? 'trong ngày' : `${values['thoi-han'] ?? ''} ${unitWords[unit as 'days'] ?? ''}`.trim();
}

/** Other words are kept without marks; asked for in a search, "Sao y" and "sao y" are the same. */
const sameText = (what: string, a: string, b: string): boolean =>
  what === 'Từ khác để tìm' ? fold(a) === fold(b) : a === b;

/**
 * Where what was typed is not what is kept now: both beside each other, of papers and stages only those that the other
 * does not have.
 * @param keptFrom the day of the kept version, as the form writes it
 */
export function differences(
  kept: ProcedureVersion,
  keptFrom: string,
  typed: SentForm,
  names: FormNames,
): readonly Difference[] {
  const plain = formOf(kept, keptFrom);
  const now: SentForm = {
    ...plain,
    values: { ...plain.values, 'tu-khac': otherWords(kept), 'can-cu': kept.source },
  };
  return PARTS.flatMap(([what, read]): Difference[] => {
    const [a, b] = [read(now, names), read(typed, names)];
    if (typeof a === 'string' || typeof b === 'string') {
      const [x, y] = [String(a), String(b)];
      return sameText(what, x, y) ? [] : [{ what, kept: [x], typed: [y] }];
    }
    if (a.join('\n') === b.join('\n')) return [];
    const [onlyKept, onlyTyped] = [a.filter((one) => !b.includes(one)), b.filter((one) => !a.includes(one))];
    const moved = onlyKept.length + onlyTyped.length === 0;
    return [{ what, kept: moved ? a : onlyKept, typed: moved ? b : onlyTyped }];
  });
}

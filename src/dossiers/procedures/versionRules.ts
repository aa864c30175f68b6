import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { Fault, type FieldFault } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Component, Limit, LimitUnit, ProcedureStep, ProcedureVersion } from './model.ts';
import type { VersionFacts } from './store.ts';

/** A version as it was written down, by form or sheet; what is a number or a day is still text. */
export interface WrittenVersion {
  code: string;
  name: string;
  /** Other words by which people look for it. */
  words: string;
  field: string;
  authority: { level: ProcedureVersion['level']; templates: readonly string[] } | undefined;
  limitAmount: string;
  limitUnit: LimitUnit | undefined;
  components: readonly (Record<'name' | 'original' | 'copy' | 'electronic', string> & Row & { optional: boolean })[];
  steps: readonly ({
    name: string;
    templates: readonly string[] | undefined;
    role: ProcedureStep['role'] | undefined;
    hours: string;
  } & Row)[];
  fee: string;
  feeNote: string;
  result: string;
  receivedBy: ProcedureVersion['receivedBy'] | undefined;
  centreIds: readonly number[];
  online: ProcedureVersion['online'] | undefined;
  validFrom: string;
  source: string;
}
/** Where a part stands in the form. */
interface Row {
  row: number;
}

const LONGEST = { name: 500, field: 200, feeNote: 500, result: 500, source: 500, words: 300, part: 500 };
const MOST_PARTS = 40;

/**
 * The rules of a version, the same for the form and for the sheet.
 * @throws Fault invalid with one fault at each field (names as in the form)
 */
export function versionFrom(written: WrittenVersion): VersionFacts {
  const faults: FieldFault[] = [];
  const wrong = (field: string, message: string): void => void faults.push({ field, message });
  const line = (field: string, what: string, text: string, longest: number, required = true): string => {
    const clean = cleanLine(text);
    if (required && clean === '') wrong(field, `Thiếu ${what}.`);
    if (clean.length > longest) wrong(field, `${what} dài quá ${longest} ký tự. Hãy rút gọn.`);
    return clean;
  };
  const code = cleanLine(written.code);
  if (code === '') wrong('ma', 'Thiếu Mã thủ tục.');
  else if (!/^\d\.\d{6}(\.[\dA-Z]{2,3}){0,5}$/.test(code)) {
    wrong('ma', `Mã thủ tục “${code}” không đúng; ví dụ 1.001612.`);
  }
  const name = line('ten', 'Tên thủ tục', written.name, LONGEST.name);
  const words = line('tu-khac', 'Từ khác để tìm', written.words, LONGEST.words, false);
  const field = line('linh-vuc', 'Lĩnh vực', written.field, LONGEST.field);
  const { authority } = written;
  if (!authority) wrong('co-quan', 'Thiếu Cơ quan giải quyết.');
  const limit = limitFrom(written, wrong);
  const components = componentsFrom(written, wrong, line);
  const steps = stepsFrom(written, wrong, line);
  const fee = feeFrom(written.fee, wrong);
  const feeNote = line('muc-phi', 'Mức phí chi tiết', written.feeNote, LONGEST.feeNote, false);
  const result = line('ket-qua', 'Kết quả', written.result, LONGEST.result);
  const { receivedBy, online } = written;
  if (!receivedBy) wrong('noi-nhan', 'Hãy chọn nơi tiếp nhận.');
  if (receivedBy === 'listed' && written.centreIds.length === 0) wrong('trung-tam', 'Hãy chọn ít nhất một trung tâm.');
  if (!online) wrong('truc-tuyen', 'Hãy chọn mức trực tuyến.');
  const source = line('can-cu', 'Căn cứ', written.source, LONGEST.source, false);
  const validFrom = validFromOf(written.validFrom, wrong);
  if (faults.length > 0 || !authority || !limit || !receivedBy || !online || !validFrom) {
    throw new Fault('invalid', 'procedure.version', faults[0]!.message, faults);
  }
  return {
    ...{ code, name, field, level: authority.level, authorityTemplates: [...authority.templates] },
    ...{ components, fee, feeNote, limit, steps, result, receivedBy, online, source, validFrom },
    centreIds: receivedBy === 'listed' ? [...written.centreIds] : [],
    configurable: false,
    ...(words && { words }),
  };
}

type Wrong = (field: string, message: string) => void;
type Line = (field: string, what: string, text: string, longest: number) => string;

function validFromOf(text: string, wrong: Wrong): Day | undefined {
  const clean = text.trim();
  const day = parseDay(clean);
  if (!day)
    wrong(
      'hieu-luc',
      clean === '' ? 'Thiếu Hiệu lực từ ngày nào.' : `Ngày hiệu lực “${clean}” không có thật; hãy ghi như 1/7/2026.`,
    );
  return day;
}

function limitFrom({ limitAmount, limitUnit: unit }: WrittenVersion, wrong: Wrong): Limit | undefined {
  if (!unit) {
    wrong('don-vi-han', 'Hãy chọn đơn vị thời hạn.');
    return undefined;
  }
  if (unit === 'sameDay') return { unit, amount: 0 };
  const text = limitAmount.trim();
  const amount = Number(text.replace(',', '.'));
  const step = unit === 'workingDays' ? 0.5 : unit === 'hours' ? 0.25 : 1;
  if (text === '') wrong('thoi-han', 'Thiếu Thời hạn.');
  else if (!(amount > 0 && amount <= 1000) || amount % step !== 0) {
    wrong('thoi-han', `Thời hạn “${text}” không đúng; hãy ghi một số lớn hơn 0.`);
  } else return { unit, amount };
  return undefined;
}

function feeFrom(text: string, wrong: Wrong): number {
  const fee = Number(text.replace(/[\s.]|đồng/g, '') || '0');
  if (Number.isSafeInteger(fee) && fee >= 0 && fee <= 2_000_000_000) return fee;
  wrong('le-phi', `Phí, lệ phí “${text}” không đúng; hãy ghi số đồng.`);
  return 0;
}

function componentsFrom(written: WrittenVersion, wrong: Wrong, line: Line): Component[] {
  if (written.components.length === 0) wrong('giay-to-1-ten', 'Thiếu Giấy tờ: hãy ghi ít nhất một.');
  if (written.components.length > MOST_PARTS) wrong('giay-to-1-ten', `Nhiều quá ${MOST_PARTS} giấy tờ.`);
  return written.components.map((one, i) => {
    const count = (key: 'original' | 'copy' | 'electronic', field: string): number => {
      const number = Number(one[key].trim() || '0');
      if (Number.isInteger(number) && number >= 0 && number <= 20) return number;
      wrong(`giay-to-${one.row}-${field}`, `Số bản “${one[key]}” không đúng; hãy ghi số từ 0 đến 20.`);
      return 0;
    };
    return {
      no: i + 1,
      name: line(`giay-to-${one.row}-ten`, `Tên giấy tờ ${one.row}`, one.name, LONGEST.part),
      original: count('original', 'chinh'),
      copy: count('copy', 'sao'),
      electronic: count('electronic', 'dien-tu'),
      optional: one.optional,
    };
  });
}

function stepsFrom(written: WrittenVersion, wrong: Wrong, line: Line): ProcedureStep[] {
  if (written.steps.length > MOST_PARTS) wrong('buoc-1-ten', `Nhiều quá ${MOST_PARTS} bước.`);
  return written.steps.map((one) => {
    const at = `buoc-${one.row}`;
    const hours = Number(one.hours.trim().replace(',', '.'));
    if (one.hours.trim() === '' || !(hours >= 0 && hours <= 4000)) {
      wrong(`${at}-gio`, `Số giờ “${one.hours}” của bước ${one.row} không đúng; hãy ghi một số, ví dụ 14.`);
    }
    if (!one.templates) wrong(`${at}-co-quan`, `Thiếu cơ quan làm bước ${one.row}.`);
    if (!one.role) wrong(`${at}-vai`, `Thiếu người làm bước ${one.row}.`);
    return {
      templates: [...(one.templates ?? [])],
      name: line(`${at}-ten`, `Tên bước ${one.row}`, one.name, LONGEST.part),
      role: one.role ?? 'officer',
      hours,
    };
  });
}

/** The database keeps the keys of an object in an order of its own. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** Whether two versions say the same, from the same day on. */
export const sameVersion = (facts: VersionFacts, known: ProcedureVersion): boolean =>
  (Object.keys(facts) as (keyof VersionFacts)[])
    .filter((key) => key !== 'words' && key !== 'configurable')
    .every((key) => inOneOrder(facts[key]) === inOneOrder(known[key as keyof ProcedureVersion]));

/**
 * A version begins after the newest one there is: what was published is superseded, never overwritten.
 * @throws Fault invalid (field hieu-luc)
 */
export function demandLater(facts: Pick<VersionFacts, 'code' | 'validFrom'>, newest: ProcedureVersion): void {
  if (facts.validFrom > newest.validFrom) return;
  const message = `Thủ tục ${facts.code} đã có bản hiệu lực từ ${formatDay(newest.validFrom)}. Bản mới phải có hiệu lực từ ngày sau đó.`;
  throw new Fault('invalid', 'procedure.not_later', message, [{ field: 'hieu-luc', message }]);
}

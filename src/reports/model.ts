import type { Day } from '../kernel/day.ts';
import type { Periodicity } from './periods.ts';

export type FieldType = 'integer' | 'number' | 'percent' | 'text' | 'choice';
/**
 * How the figures of many reports become one.
 *   sum: what happened in the period (dossiers received): all add up, also those of a unit that has ended since.
 *   latest: what stands at its end (people, hectares): of one unit's line only the newest figure counts, units add up.
 *   weighted: a mean or a share, weighted by another field of the same report. none: it is only listed.
 */
export type RollUpRule = 'sum' | 'latest' | 'weighted' | 'none';

/** One line of a report form. */
export interface ReportField {
  /** Stays the same over versions, so that a period can be set beside the one before: `ho-so-tiep-nhan`. */
  key: string;
  label: string;
  /** Unit of measure: "hồ sơ", "ha"; empty for text. */
  unit: string;
  type: FieldType;
  rule: RollUpRule;
  /** The field by which a weighted one is weighted. */
  weightBy: string | null;
  min: number | null;
  max: number | null;
  required: boolean;
  /** The answers offered by a choice. */
  choices: string[];
  /** The live figure from which it is prefilled: a key of `SOURCES`. */
  source: string | null;
}

export const FIELD_TYPES: Record<FieldType, string> = {
  integer: 'Số nguyên',
  number: 'Số có phần thập phân',
  percent: 'Tỷ lệ phần trăm',
  text: 'Chữ',
  choice: 'Chọn một trong danh sách',
};
export const RULES: Record<RollUpRule, string> = {
  sum: 'Cộng lại (số phát sinh trong kỳ)',
  latest: 'Lấy số mới nhất của mỗi đơn vị rồi cộng (số có đến cuối kỳ)',
  weighted: 'Trung bình có trọng số theo một chỉ tiêu khác',
  none: 'Không tổng hợp, chỉ liệt kê',
};
export const isNumeric = (type: FieldType): boolean => type === 'integer' || type === 'number' || type === 'percent';

/** The answer to one field: a number as it was meant (12,5 % is 12.5), or text. */
export type Value = number | string;
export type Values = Record<string, Value>;

export type SheetState = 'waiting' | 'draft' | 'presented' | 'signed' | 'returned';

export const SHEET_STATES: Record<SheetState, { label: string; tone: 'none' | 'wait' | 'good' | 'soon' }> = {
  waiting: { label: 'Chưa làm', tone: 'none' },
  draft: { label: 'Đang làm', tone: 'wait' },
  presented: { label: 'Chờ lãnh đạo ký', tone: 'wait' },
  signed: { label: 'Đã gửi', tone: 'good' },
  returned: { label: 'Bị trả lại', tone: 'soon' },
};

/** The steps of a report, and the states from which each can be taken. */
export const SHEET_STEPS = {
  save: {
    from: ['waiting', 'draft', 'presented', 'returned'],
    refused: 'Báo cáo đã ký gửi, không sửa được nữa. Nếu có sai sót, hãy đề nghị cơ quan nhận trả lại để sửa.',
  },
  present: { from: ['waiting', 'draft', 'returned'], refused: 'Báo cáo đã trình hoặc đã gửi rồi.' },
  sign: { from: ['waiting', 'draft', 'presented', 'returned'], refused: 'Báo cáo này đã ký gửi rồi.' },
  return: { from: ['signed'], refused: 'Chỉ trả lại được báo cáo đã gửi. Có thể đơn vị đang sửa.' },
} as const satisfies Record<string, { from: readonly SheetState[]; refused: string }>;
export type SheetStep = keyof typeof SHEET_STEPS;
export const stepAllowed = (step: SheetStep, state: SheetState): boolean =>
  (SHEET_STEPS[step].from as readonly SheetState[]).includes(state);

/** A report is late from the day after its due day until it is signed; signed later, it stays known as late. */
export const isLate = (sheet: { dueOn: Day; signedOn: Day | null }, today: Day): boolean =>
  (sheet.signedOn ?? today) > sheet.dueOn;

/** A published form as a period uses it. */
export interface FormVersion {
  id: number;
  formId: number;
  number: number;
  state: 'draft' | 'published';
  reporters: string[];
  dueDays: number;
  fields: ReportField[];
  validFrom: Day | null;
  validTo: Day | null;
  version: number;
}

export interface ReportForm {
  id: number;
  title: string;
  periodicity: Periodicity;
  officeId: number;
}

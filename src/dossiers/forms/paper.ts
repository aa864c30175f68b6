import { type Day, dayOf, formatDay, formatInstant } from '../../kernel/day.ts';
import type { Block, PrintDocument } from '../../platform/print/index.ts';
import { type ApplicantFacts, kindWords } from '../applicants/model.ts';
import type { DossierRules } from '../rules.ts';
import type { DossierDetail } from '../store.ts';

/** What a form is filled in from. */
export interface FormData {
  d: DossierDetail;
  applicant: ApplicantFacts;
  rules: Pick<DossierRules, 'book' | 'places'>;
  /** The names of those who had it in hand, by id. */
  people: ReadonlyMap<number, string>;
  /** Who prints: signs as the officer. */
  officer: string;
  /** Reasons of events that the rows do not keep, by kind: the last one. */
  reasons: ReadonlyMap<string, { reason: string; at: number }>;
  /** Where a citizen looks the dossier up. */
  lookupUrl: string;
  /** The day on which it is printed. */
  today: Day;
}

/** The head of a centre's paper: its unit's committee above it. */
export function head({ d, rules, today }: FormData, organId: number = d.receptionId, day: Day = today): Block {
  const { places } = rules;
  const unit = places.unitName(places.unitOf(organId));
  return {
    type: 'head',
    superior: `UBND ${unit}`,
    issuer: places.name(organId),
    number: undefined,
    symbol: 'PHS',
    place: unit,
    day,
  };
}

export const procedureOf = ({ d, rules }: FormData) => rules.book.version(d.procedureVersionId)!;

/** Who handed it in, line by line; what was not told leaves no line. */
export function applicantFacts({ applicant, d }: FormData): { label: string; value: string }[] {
  const told: [string, string | null][] = [
    ['Họ và tên, tên tổ chức', applicant.name],
    ['Loại', applicant.kind === 'person' ? null : kindWords[applicant.kind]],
    ['Số định danh, mã số thuế', applicant.idNumber],
    ['Địa chỉ', applicant.address],
    ['Số điện thoại', applicant.phone],
    ['Thư điện tử', applicant.email],
    ['Người nộp thay', d.proxy],
  ];
  return told.filter(([, value]) => value).map(([label, value]) => ({ label, value: value! }));
}

/** `08 giờ 30 phút, ngày 05/9/2026`, as the forms write a moment. */
export const momentWords = (at: number): string => {
  const time = formatInstant(at).slice(0, 5);
  return `${time.replace(':', ' giờ ')} phút, ngày ${formatDay(dayOf(at))}`;
};

/** An official form with its number in Phụ lục I of Thông tư 03/2025/TT-VPCP. */
export const paper = (data: FormData, name: string, blocks: readonly Block[]): PrintDocument => ({
  title: `${name} ${data.d.code}`,
  style: 'state',
  blocks,
});

export const dayWords = (at: number): string => {
  const [year, month, day] = dayOf(at).split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
};

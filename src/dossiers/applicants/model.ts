import { z } from 'zod';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';

export type ApplicantKind = 'person' | 'business' | 'organ';

/** The least that a receipt and an answer need. */
export interface ApplicantFacts {
  kind: ApplicantKind;
  name: string;
  /** Identity number of a person, tax code of a business; a foreigner's passport. */
  idNumber: string | null;
  birthDay: Day | null;
  address: string;
  phone: string | null;
  email: string | null;
}

export const kindWords: Record<ApplicantKind, string> = {
  person: 'Cá nhân',
  business: 'Doanh nghiệp, hộ kinh doanh',
  organ: 'Cơ quan, tổ chức',
};

const line = (max: number) =>
  z
    .string()
    .default('')
    .transform(cleanLine)
    .pipe(z.string().max(max, `Dài quá ${max} ký tự. Hãy rút gọn.`));
const orNull = (text: string): string | null => (text === '' ? null : text);

/** The applicant's part of a form; the messages are what a person reads at the field. */
export const applicantForm = z.object({
  'loai-nguoi-nop': z.enum(['person', 'business', 'organ'], { error: 'Hãy chọn loại người nộp.' }).default('person'),
  'ho-ten': line(200).refine((text) => /\p{L}/u.test(text), 'Hãy nhập họ tên hoặc tên tổ chức.'),
  'so-giay-to': line(20)
    .transform((text) => text.replace(/[\s.]/g, '').toUpperCase())
    .refine(
      (text) => text === '' || /^(\d{9}|\d{10}|\d{12}|\d{10}-?\d{3}|[A-Z]{1,2}\d{6,9})$/.test(text),
      'Số giấy tờ không đúng: số định danh có 12 chữ số, mã số thuế có 10 hoặc 13 chữ số.',
    )
    .transform(orNull),
  'ngay-sinh': line(20).transform((text, context) => {
    if (text === '') return null;
    const digits = /^\d{8}$/.test(text) ? `${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4)}` : text;
    const day = parseDay(digits);
    if (day && day >= '1900-01-01') return day;
    context.addIssue({ code: 'custom', message: 'Ngày sinh không có thật. Hãy viết như 2/9/1985 hoặc 02091985.' });
    return z.NEVER;
  }),
  'dia-chi': line(300),
  'dien-thoai': line(20)
    .transform((text) => text.replace(/[\s.-]/g, '').replace(/^\+84/, '0'))
    .refine(
      (text) => text === '' || /^0\d{8,10}$/.test(text),
      'Số điện thoại không đúng: bắt đầu bằng 0, có 10 chữ số.',
    )
    .transform(orNull),
  email: line(150)
    .refine(
      (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      'Địa chỉ thư điện tử không đúng. Hãy viết như ten@vidu.vn, hoặc để trống.',
    )
    .transform(orNull),
});

export const applicantFrom = (form: z.output<typeof applicantForm>): ApplicantFacts => ({
  kind: form['loai-nguoi-nop'],
  name: form['ho-ten'],
  idNumber: form['so-giay-to'],
  birthDay: form['ngay-sinh'],
  address: form['dia-chi'],
  phone: form['dien-thoai'],
  email: form.email,
});

/** The keys by which a name is found: as written, and by the given name, which stands last. */
export function nameKeys(name: string): { nameKey: string; givenKey: string } {
  const words = fold(name).split(' ');
  const given = words.at(-1) ?? '';
  return { nameKey: words.join(' '), givenKey: [given, ...words.slice(0, -1)].join(' ') };
}

/** A name for lists that stand open at a counter: "Nguyễn T. L***". */
export function maskedName(name: string): string {
  const words = name.split(' ').filter(Boolean);
  if (words.length < 2) return `${name.slice(0, 1)}***`;
  const middle = words.slice(1, -1).map((word) => `${[...word][0]}.`);
  return [words[0], ...middle, `${[...words.at(-1)!][0]}***`].join(' ');
}

/** Only the last three characters. */
export const maskedNumber = (text: string | null): string => (text === null ? '' : `${'•'.repeat(6)}${text.slice(-3)}`);

/** Whether the facts told now are those that are remembered. */
export const sameFacts = (a: ApplicantFacts, b: ApplicantFacts): boolean =>
  a.kind === b.kind &&
  a.name === b.name &&
  a.idNumber === b.idNumber &&
  a.birthDay === b.birthDay &&
  a.address === b.address &&
  a.phone === b.phone &&
  a.email === b.email;

/** An applicant in the fields of the counter's form; the other way of `applicantFrom`. */
export const applicantFields = (a: ApplicantFacts): Record<string, string> => ({
  'ho-ten': a.name,
  'so-giay-to': a.idNumber ?? '',
  'ngay-sinh': a.birthDay ? formatDay(a.birthDay) : '',
  'dia-chi': a.address,
  'dien-thoai': a.phone ?? '',
  email: a.email ?? '',
  'loai-nguoi-nop': a.kind,
});

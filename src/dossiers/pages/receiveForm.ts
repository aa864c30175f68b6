import { z } from 'zod';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { check, type Form } from '../../platform/http/index.ts';
import { type ApplicantFacts, applicantForm, applicantFrom } from '../applicants/model.ts';
import type { Component, ProcedureVersion } from '../procedures/model.ts';
import type { Paper } from '../standing.ts';

/** The counter's form, beside the applicant's part. */
const rest = z.object({
  'nop-thay': z.string().default('').transform(cleanLine).pipe(z.string().max(300, 'Dài quá 300 ký tự. Hãy rút gọn.')),
  'trich-yeu': z.string().default('').transform(cleanLine).pipe(z.string().max(500, 'Dài quá 500 ký tự. Hãy rút gọn.')),
  'so-bo': z.coerce
    .number({ error: 'Số bộ phải là số từ 1 đến 200.' })
    .int()
    .min(1, 'Số bộ phải là số từ 1 đến 200.')
    .max(200, 'Số bộ phải là số từ 1 đến 200.')
    .default(1),
  'cach-tra': z.enum(['counter', 'post', 'online'], { error: 'Hãy chọn cách nhận kết quả.' }).default('counter'),
  'le-phi': z
    .string()
    .default('0')
    .transform((text) => Number(text.replace(/[\s.]/g, '') || '0'))
    .refine(
      (fee) => Number.isSafeInteger(fee) && fee >= 0 && fee <= 2_000_000_000,
      'Phí, lệ phí phải là số đồng, ví dụ 10.000.',
    ),
});

export interface ReceptionForm {
  applicant: ApplicantFacts;
  proxy: string;
  summary: string;
  copies: number;
  deliveryWay: 'counter' | 'post' | 'online';
  fee: number;
  papers: Paper[];
}

/**
 * What was typed at the counter.
 * @throws Fault invalid with a fault at each field
 */
export function receptionFrom(form: Form, version: Pick<ProcedureVersion, 'components'>): ReceptionForm {
  const all = check(z.object({ ...applicantForm.shape, ...rest.shape }), form.values);
  return {
    applicant: applicantFrom(all),
    proxy: all['nop-thay'],
    summary: all['trich-yeu'],
    copies: all['so-bo'],
    deliveryWay: all['cach-tra'],
    fee: all['le-phi'],
    papers: papersFrom(form, version.components),
  };
}

/** The papers ticked; "all" ticks every one that must be there. */
export function papersFrom(form: Form, components: readonly Component[]): Paper[] {
  const all = form.values['du-giay-to'] === 'co';
  return components
    .filter((c) => (all && !c.optional) || form.values[`giay-to-${c.no}`] === 'co')
    .filter((c) => c.original + c.copy + c.electronic > 0)
    .map(({ no, original, copy, electronic }) => ({ no, original, copy, electronic }));
}

export const unitFrom = (form: Form, own: number): number => parseId(form.values['don-vi']) ?? own;

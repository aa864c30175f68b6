import { z } from 'zod';
import { forbidden } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { PERIODICITIES, type Periodicity } from './periods.ts';
import { keepReports } from './policy.ts';
import { REPORTERS } from './reporters.ts';

const MOST_DAYS = 60;

/** Who reports and when, by the names of the inputs. */
export const termWords = z.object({
  'noi-bao-cao': z
    .array(z.string())
    .default([])
    .refine(
      (list) => list.length > 0 && list.every((key) => key in REPORTERS),
      'Hãy chọn ít nhất một nhóm cơ quan báo cáo.',
    ),
  'so-ngay': z
    .string()
    .default('')
    .transform((text) => Number(text.trim().replace(',', '.') || Number.NaN))
    .refine(
      (days) => Number.isInteger(days * 2) && days >= 0 && days <= MOST_DAYS,
      `Hãy ghi số ngày làm việc từ 0 đến ${MOST_DAYS}, ví dụ 4.`,
    ),
});

export const formWords = termWords.extend({
  ten: z
    .string()
    .default('')
    .transform(cleanLine)
    .pipe(z.string().min(5, 'Hãy ghi tên báo cáo, ít nhất 5 ký tự.').max(200, 'Tên báo cáo tối đa 200 ký tự.')),
  ky: z.enum(Object.keys(PERIODICITIES) as [Periodicity], 'Hãy chọn kỳ báo cáo.'),
});
export type FormWords = z.output<typeof formWords>;

/**
 * Begins a report form of the person's office, with an empty first version to be filled.
 * @returns the form's id
 * @throws Fault forbidden
 */
export async function createForm(tx: Tx, by: Principal, words: FormWords): Promise<number> {
  if (!keepReports.allows(by)) throw forbidden();
  const { id } = await tx
    .insertInto('report_form')
    .values({
      unit_id: by.unitId,
      office_organ_id: by.organId,
      title: words.ten,
      periodicity: words.ky,
      created_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('report_form_version')
    .values({ form_id: id, number: 1, reporters: words['noi-bao-cao'], due_days: words['so-ngay'] })
    .execute();
  await appendEvent(tx, by, {
    kind: 'report.form_created',
    subjectType: 'report_form',
    subjectId: id,
    data: { title: words.ten, periodicity: words.ky },
  });
  return id;
}

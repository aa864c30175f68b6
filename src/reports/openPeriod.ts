import { type Kysely, sql } from 'kysely';
import { calendarsNow } from '../calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import { conflict, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { isValidOn } from '../kernel/validity.ts';
import type { OrganRegister } from '../organs/index.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { DB } from '../platform/db/schema.generated.ts';
import { ownForm } from './editForm.ts';
import type { FormVersion, ReportForm } from './model.ts';
import { dueOf, type Period, periodNamed } from './periods.ts';
import { organsThatReport } from './reporters.ts';
import { versionsOf } from './store.ts';

/**
 * Opens a period of a form by hand and issues a sheet to every organ that reports.
 * @param key of the period: `2026-Q4`
 * @returns the period's id
 * @throws Fault invalid (field ky), conflict where it is open already or no version is in force, forbidden
 */
export async function openPeriod(
  tx: Tx,
  by: Principal,
  register: OrganRegister,
  formId: number,
  key: string,
  today: Day,
): Promise<number> {
  const form = await ownForm(tx, by, formId);
  const period = periodNamed(form.periodicity, key);
  if (!period) throw invalid('report.period', 'Hãy chọn kỳ báo cáo trong danh sách.', 'ky');
  const { rows } = await tx.executeQuery(versionsOf(tx, formId).compile());
  const version = (rows as FormVersion[]).find((v) => v.state === 'published' && isValidOn(v, period.to));
  if (!version) {
    throw conflict('report.no_version', `Không có bản công bố nào của biểu áp dụng cho ${period.label}.`, 'ky');
  }
  const opened = await issue(tx, { ...form, unitId: by.unitId }, version, period, register, today);
  if (!opened) throw conflict('report.opened', `${period.label} đã được mở rồi.`, 'ky');
  if (opened.sheets === 0) throw conflict('report.nobody', 'Không có cơ quan nào thuộc các nhóm phải báo cáo.', 'ky');
  await appendEvent(tx, by, {
    kind: 'report.period_opened',
    subjectType: 'report_period',
    subjectId: opened.id,
    data: { key: period.key, sheets: opened.sheets },
  });
  return opened.id;
}

/**
 * Writes a period and a sheet for each organ; nothing where the period is there already.
 * Organs are those that exist when figures are cut off, or now where that day is still to come.
 */
export async function issue(
  db: Tx | Kysely<DB>,
  form: ReportForm & { unitId: number },
  version: FormVersion,
  period: Period,
  register: OrganRegister,
  today: Day,
): Promise<{ id: number; sheets: number } | undefined> {
  const due = dueOf((await calendarsNow(db)).state, period, version.dueDays);
  const opened = await db
    .insertInto('report_period')
    .values({
      form_id: form.id,
      form_version_id: version.id,
      unit_id: form.unitId,
      office_organ_id: form.officeId,
      key: period.key,
      label: period.label,
      from_on: period.from,
      to_on: period.to,
      due_on: due.day,
      due_lines: [...due.lines],
    })
    .onConflict((c) => c.columns(['form_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!opened) return undefined;
  const office = register.organs.get(form.officeId as never);
  const organs = organsThatReport(register, version.reporters, period.to < today ? period.to : today);
  if (organs.length > 0) {
    await db
      .insertInto('report_sheet')
      .values(
        organs.map((organ) => ({
          period_id: opened.id,
          unit_id: organ.unitId!,
          organ_id: organ.id,
          office_organ_id: form.officeId,
          due_on: due.day,
          organ_ids: sql<
            number[]
          >`${[...new Set([organ.id, form.officeId, office?.servesId ?? form.officeId])]}::bigint[]`,
        })),
      )
      .execute();
  }
  return { id: opened.id, sheets: organs.length };
}

import { sql } from 'kysely';
import { addDays, type Day, formatDay } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { checkPublishable, ownDraft } from './editForm.ts';
import type { FormVersion } from './model.ts';
import { versionsOf } from './store.ts';

/**
 * Publishes a draft from a day on: it never changes again, and the version before it ends the day before.
 * @throws Fault invalid (field hieu-luc), conflict, stale, forbidden
 */
export async function publishForm(
  tx: Tx,
  by: Principal,
  formId: number,
  seen: number | null,
  validFrom: Day | undefined,
): Promise<void> {
  const draft = await ownDraft(tx, by, formId, seen);
  checkPublishable(draft);
  if (!validFrom) throw invalid('report.from', 'Hãy ghi ngày biểu bắt đầu áp dụng, ví dụ 15/12/2026.', 'hieu-luc');
  const { rows } = await tx.executeQuery(versionsOf(tx, formId).compile());
  const before = (rows as FormVersion[]).find((v) => v.state === 'published');
  if (before?.validFrom && validFrom <= before.validFrom) {
    throw invalid(
      'report.from.before',
      `Bản ${before.number} áp dụng từ ${formatDay(before.validFrom)}. Hãy chọn ngày sau ngày đó.`,
      'hieu-luc',
    );
  }
  if (before) {
    await tx
      .updateTable('report_form_version')
      .set({ valid_to: addDays(validFrom, -1) })
      .where('id', '=', before.id)
      .execute();
  }
  await tx
    .updateTable('report_form_version')
    .set({ state: 'published', valid_from: validFrom, published_at: sql`app_now()` })
    .where('id', '=', draft.id)
    .execute();
  await appendEvent(tx, by, {
    kind: 'report.form_published',
    subjectType: 'report_form',
    subjectId: formId,
    data: { version: draft.number, validFrom, fields: draft.fields.length },
  });
}

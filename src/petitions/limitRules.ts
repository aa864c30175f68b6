import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { Urgency } from './fields.ts';
import { keepLimits } from './policy.ts';

/** Working days proposed when a petition is assigned or passed up; whoever does it may set others. */
export interface LimitRule {
  id: number;
  validFrom: Day;
  normal: number;
  urgent: number;
  /** For an organ above, to which a petition is passed up. */
  upper: number;
  source: string;
}
export type ProposedDays = Pick<LimitRule, 'normal' | 'urgent' | 'upper'>;

/** Where nobody has set others. */
export const USUAL_DAYS: ProposedDays = { normal: 10, urgent: 3, upper: 15 };
const MOST_DAYS = 260;

/** All rules that hold, now or later, the latest first. */
export const limitRules = (build: Database['build']): Query<LimitRule> =>
  build
    .selectFrom('petition_limit')
    .where('superseded_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .select([
      'id',
      'valid_from as validFrom',
      sql<number>`normal_days::float8`.as('normal'),
      sql<number>`urgent_days::float8`.as('urgent'),
      sql<number>`upper_days::float8`.as('upper'),
      'source',
    ]) as unknown as Query<LimitRule>;

/** What holds on a day. */
export const proposedOn = (rules: readonly LimitRule[], day: Day): ProposedDays =>
  rules.find((r) => r.validFrom <= day) ?? USUAL_DAYS;

export const daysFor = (proposed: ProposedDays, urgency: Urgency): number =>
  urgency === 'urgent' ? proposed.urgent : proposed.normal;

/**
 * Sets the working days from a day on. What was set for the same day is superseded; petitions that have their limit keep it.
 * @throws Fault forbidden, invalid (fields thuong, gap, cap-tren, tu-ngay, can-cu)
 */
export async function setLimits(tx: Tx, by: Principal, rule: Omit<LimitRule, 'id'>, today: Day): Promise<number> {
  if (!keepLimits.allows(by)) throw forbidden('Chỉ quản trị viên của tỉnh mới đặt được thời hạn này.');
  for (const [field, days] of [
    ['thuong', rule.normal],
    ['gap', rule.urgent],
    ['cap-tren', rule.upper],
  ] as const) {
    if (!Number.isFinite(days) || days <= 0 || days > MOST_DAYS || days * 2 !== Math.trunc(days * 2)) {
      throw invalid('petition.limit.days', `Số ngày làm việc từ 0,5 đến ${MOST_DAYS}, lẻ đến nửa ngày.`, field);
    }
  }
  if (rule.validFrom < today) {
    throw invalid('petition.limit.past', 'Thời hạn mới áp dụng từ hôm nay hoặc một ngày sau.', 'tu-ngay');
  }
  if (rule.source.length < 3) throw invalid('petition.limit.source', 'Hãy ghi căn cứ.', 'can-cu');
  await tx
    .updateTable('petition_limit')
    .set({ superseded_at: sql`app_now()`, end_reason: rule.source })
    .where('valid_from', '=', rule.validFrom)
    .where('superseded_at', 'is', null)
    .execute();
  const { id } = await tx
    .insertInto('petition_limit')
    .values({
      valid_from: rule.validFrom,
      normal_days: rule.normal,
      urgent_days: rule.urgent,
      upper_days: rule.upper,
      source: rule.source,
      entered_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'petition.limits_set',
    subjectType: 'petition_limit',
    subjectId: id,
    data: { ...rule },
  });
  return id;
}

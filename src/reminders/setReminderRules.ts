import type { Day } from '../kernel/day.ts';
import { Fault, type FieldFault, forbidden } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { setRules } from './policy.ts';
import type { ReminderRules } from './rules.ts';

type Values = Readonly<Record<string, string>>;

/**
 * The rules as typed, with a fault at each field that cannot be used.
 * @throws Fault invalid (fields truoc-han, lap-lai, cap-1, cap-2, cap-3, chua-nhan, cho-xac-nhan, nghi-tu, nghi-den)
 */
export function rulesFrom(values: Values): ReminderRules {
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  const text = (field: string) => cleanLine(values[field] ?? '');
  const whole = (field: string, most: number): number => {
    const number = /^\d{1,3}$/.test(text(field)) ? Number(text(field)) : 0;
    if (number < 1 || number > most) fault(field, `Hãy ghi một số ngày từ 1 đến ${most}.`);
    return number;
  };
  const list = (field: string, least: number): number[] => {
    const parts = text(field)
      .split(/[\s,;]+/)
      .filter(Boolean);
    const numbers = parts.map((p) => (/^\d{1,2}$/.test(p) ? Number(p) : 0));
    if (parts.length < least || parts.length > 5 || numbers.some((n) => n < 1 || n > 60)) {
      fault(field, 'Hãy ghi các số ngày làm việc từ 1 đến 60, cách nhau bằng dấu phẩy, nhiều nhất 5 số. Ví dụ: 3, 1.');
    }
    return [...new Set(numbers)];
  };
  const time = (field: string): string => {
    const [, hour, minute = '00'] = /^(\d{1,2})(?:[:hg](\d{2})?)?$/.exec(text(field)) ?? [];
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) fault(field, 'Hãy ghi giờ dạng 18:00.');
    return `${(hour ?? '').padStart(2, '0')}:${minute}`;
  };
  const rules: ReminderRules = {
    before: list('truoc-han', 0),
    every: whole('lap-lai', 90),
    escalateAfter: [whole('cap-1', 365), whole('cap-2', 365), whole('cap-3', 365)],
    acknowledgeAfter: list('chua-nhan', 1),
    confirmAfter: list('cho-xac-nhan', 1),
    quietFrom: time('nghi-tu'),
    quietTo: time('nghi-den'),
  };
  const [first, second, third] = rules.escalateAfter;
  if (faults.length === 0 && (first > second || second > third)) {
    fault(
      first > second ? 'cap-2' : 'cap-3',
      'Cấp trên phải được báo sau cấp dưới: hãy ghi số ngày lớn hơn hoặc bằng.',
    );
  }
  if (faults.length === 0 && rules.quietFrom === rules.quietTo) {
    fault('nghi-den', 'Giờ bắt đầu và kết thúc không được trùng nhau, nếu không sẽ chẳng còn giờ nào để gửi.');
  }
  if (faults.length > 0) throw new Fault('invalid', 'reminder.rules', faults[0]!.message, faults);
  return rules;
}

/** New rules hold from today; those before stay on record with their days. @throws Fault forbidden */
export async function setReminderRules(tx: Tx, by: Principal, rules: ReminderRules, today: Day): Promise<void> {
  if (!setRules.allows(by)) throw forbidden();
  const { id } = await tx
    .insertInto('reminder_setting')
    .values({ valid_from: today, rules: JSON.stringify(rules), created_by: by.personId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'reminder.rules_changed',
    subjectType: 'reminder_setting',
    subjectId: id,
    data: { ...rules },
  });
}

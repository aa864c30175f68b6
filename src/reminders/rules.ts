import { z } from 'zod';

const days = (most: number) => z.number().int().min(1).max(most);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When people are reminded: numbers that an administrator may set from a day on. No law prescribes them. */
export const reminderRules = z.object({
  /** Working days before the due day, the farthest first. */
  before: z.array(days(60)).max(5),
  /** Calendar days between two reminders of the same late or waiting thing. */
  every: days(90),
  /** Calendar days late from which the head of the organ, the issuing office, and the leader of the issuing body are told. */
  escalateAfter: z.tuple([days(365), days(365), days(365)]),
  /** Working days after which an organ is reminded of a directive that it has not acknowledged. */
  acknowledgeAfter: z.array(days(60)).min(1).max(5),
  /** Working days after which the office is reminded of a completion that waits for its confirmation. */
  confirmAfter: z.array(days(60)).min(1).max(5),
  /** Nobody is written to from `quietFrom` to `quietTo` (HH:MM), nor on a day on which nobody works. */
  quietFrom: time,
  quietTo: time,
});
export type ReminderRules = z.output<typeof reminderRules>;

export const DEFAULT_RULES: ReminderRules = {
  before: [3, 1],
  every: 7,
  escalateAfter: [3, 7, 15],
  acknowledgeAfter: [1, 3],
  confirmAfter: [2],
  quietFrom: '18:00',
  quietTo: '07:00',
};

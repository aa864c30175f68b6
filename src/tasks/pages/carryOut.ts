import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import { type AppContext, type Form, principalOf, readForm, redirectWith } from '../../platform/http/index.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import type { FailedForm } from './detailView.ts';

/** A form that was sent, with what a use case needs beside it. */
export interface Sent {
  tx: Tx;
  by: Principal;
  form: Form;
  today: Day;
}

export const textIn = (form: Form, field: string): string => (form.values[field] ?? '').trim();

/** A whole number of per cent, or no number. */
export function percentIn(form: Form): number {
  const typed = textIn(form, 'tien-do');
  return /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** A day typed, null where left empty. @throws Fault invalid at the field */
export function dayIn(form: Form, field: string): Day | null {
  const typed = textIn(form, field);
  if (typed === '') return null;
  const day = parseDay(typed);
  if (!day) throw invalid('task.due.unreadable', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', field);
  return day;
}

/**
 * One step: carried out once per key, then the page at `to` says `done`; when refused, `again` shows the page of the form
 * with what was typed.
 */
export async function carryOut<T>(
  c: AppContext,
  room: TaskRoom,
  step: {
    purpose: string;
    done: string;
    to: (result: T) => string;
    work: (sent: Sent) => Promise<T>;
    again: (failed: Omit<FailedForm, 'form'>, status: 409 | 422) => Promise<Response>;
  },
): Promise<Response> {
  const by = principalOf(c);
  const form = await readForm(c);
  let result: T;
  try {
    result = await c
      .get('services')
      .db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: step.purpose, personId: by.personId }, () =>
          step.work({ tx, by, form, today: todayOf(c) }),
        ),
      );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale'].includes(error.kind)) throw error;
    const overtaken = error.kind !== 'invalid';
    return step.again({ sent: form, fault: error, overtaken }, statusOfFault(error) as 409 | 422);
  }
  await room.tallies.changed();
  return redirectWith(c, step.to(result), { tone: 'success', text: step.done });
}

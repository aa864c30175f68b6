import { calendarsNow } from '../calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { limitFrom } from './limit.ts';
import { demandStep, type LockedPetition, lockPetition, takeStep } from './lockPetition.ts';
import { askerOf } from './policy.ts';

interface AskerInput {
  petitionId: number;
  version: number | null;
  /** What the asker says, or the reason. */
  text: string;
}

async function asAsker(tx: Tx, by: Principal, input: AskerInput): Promise<[LockedPetition, number]> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  const organId = askerOf(by, petition);
  if (organId === undefined) throw forbidden('Chỉ nơi kiến nghị mới làm được việc này.');
  return [petition, organId];
}

/**
 * An asker says whether the answer solved the matter. When all askers have said so, the petition closes.
 * @throws Fault forbidden, invalid (field y-kien) where unsolved without a word, conflict, stale
 */
export async function judgePetition(tx: Tx, by: Principal, input: AskerInput & { solved: boolean }): Promise<void> {
  const [petition, askerId] = await asAsker(tx, by, input);
  demandStep(petition, 'judged');
  if (!input.solved && input.text === '') {
    throw invalid('petition.judged.why', 'Hãy ghi điều gì chưa được giải quyết.', 'y-kien');
  }
  await takeStep(tx, by, petition, { kind: 'judged', askerId, solved: input.solved, text: input.text });
}

/**
 * An asker is not content and wants another answer: the same answerer has as many working days again, from today. One that
 * was never assigned waits for the office.
 * @throws Fault forbidden, invalid (field y-kien), conflict, stale
 */
export async function reopenPetition(tx: Tx, by: Principal, input: AskerInput, today: Day): Promise<void> {
  const [petition, askerId] = await asAsker(tx, by, input);
  demandStep(petition, 'reopened');
  if (input.text === '') {
    throw invalid('petition.reopened.why', 'Hãy ghi cần trả lời lại điều gì.', 'y-kien');
  }
  const { state: calendar } = await calendarsNow(tx);
  const limit =
    petition.limitDays === null
      ? { days: null, dueOn: null, lines: [] }
      : limitFrom(calendar, today, { days: petition.limitDays });
  await takeStep(tx, by, petition, { kind: 'reopened', askerId, ...limit }, { reason: input.text });
}

/**
 * An asker no longer asks. Others who joined go on; without any the petition ends.
 * @throws Fault forbidden, invalid (field ly-do), conflict, stale
 */
export async function withdrawPetition(tx: Tx, by: Principal, input: AskerInput): Promise<void> {
  const [petition, askerId] = await asAsker(tx, by, input);
  demandStep(petition, 'withdrawn');
  if (input.text === '') throw invalid('petition.withdrawn.why', 'Hãy ghi lý do rút kiến nghị.', 'ly-do');
  await takeStep(tx, by, petition, { kind: 'withdrawn', askerId }, { reason: input.text });
}

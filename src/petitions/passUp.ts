import { calendarsNow } from '../calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import { forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { limitFrom } from './limit.ts';
import { demandStep, lockPetition, takeStep } from './lockPetition.ts';
import { mayLead } from './policy.ts';

/** An organ above the lead; `outside` where it does not work here, as a ministry. */
export interface UpperOrgan {
  id: number;
  name: string;
  outside: boolean;
}

/**
 * The lead has not the authority: the petition goes up, with the reason, to an organ that owes the answer from then on, by a
 * limit of its own. One that works here leads from now on, and whoever passed it up prepares with it; of one outside, the
 * lead writes down the answer when it comes.
 * @throws Fault forbidden, invalid (fields ly-do, cap-tren, so-ngay, han), conflict, stale
 */
export async function passUp(
  tx: Tx,
  by: Principal,
  input: {
    petitionId: number;
    version: number | null;
    /** The organ named, as `upperOrgan` finds it for this lead; undefined where none was named. */
    upperFor: (leadId: number) => UpperOrgan | undefined;
    limit: { days: number } | { dueOn: Day } | null;
    reason: string;
  },
  today: Day,
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!mayLead(by, petition)) throw forbidden('Kiến nghị này không giao cho cơ quan bạn trả lời.');
  demandStep(petition, 'passed_up');
  const upper = input.upperFor(petition.leadId!);
  if (!upper) throw invalid('petition.passed_up.to', 'Hãy ghi cơ quan cấp trên có thẩm quyền.', 'cap-tren');
  if (upper.id === petition.leadId || petition.askerIds.includes(upper.id)) {
    throw invalid(
      'petition.passed_up.self',
      'Không chuyển cho chính cơ quan đang trả lời hoặc nơi kiến nghị. Hãy ghi cơ quan khác.',
      'cap-tren',
    );
  }
  if (input.reason === '') {
    throw invalid('petition.passed_up.reason', 'Hãy ghi vì sao vượt thẩm quyền của cơ quan bạn.', 'ly-do');
  }
  if (!input.limit) {
    throw invalid('petition.passed_up.limit', 'Hãy ghi thời hạn cho cơ quan cấp trên trả lời.', 'so-ngay');
  }
  const { state: calendar } = await calendarsNow(tx);
  await takeStep(
    tx,
    by,
    petition,
    {
      kind: 'passed_up',
      to: upper.name,
      toId: upper.id,
      outside: upper.outside,
      ...limitFrom(calendar, today, input.limit),
    },
    { reason: input.reason },
  );
}

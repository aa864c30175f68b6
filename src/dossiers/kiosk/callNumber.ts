import { sql } from 'kysely';
import { dayOf } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, stale } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { receiveDossiers } from '../policy.ts';

/** Where the clerk sits and whom the page showed as being served. */
export interface AtCounter {
  /** As typed: "2", "Quầy 2". */
  counter: string;
  /** null: nobody. */
  serving: number | null;
}

const instant = (now: number) => sql<number>`${new Date(now).toISOString()}::timestamptz`;

/** @throws Fault invalid (field quay) */
function counterFrom(typed: string): string {
  const counter = cleanLine(typed).replace(/^quầy\s+(số\s+)?/i, '');
  if (counter === '') throw invalid('kiosk.counter', 'Hãy ghi số quầy của bạn, ví dụ 2.', 'quay');
  if (counter.length > 10)
    throw invalid('kiosk.counter.long', 'Số quầy dài quá 10 ký tự. Hãy ghi ngắn, ví dụ 2.', 'quay');
  return counter;
}

/** What happened to a number is on record: who, at which counter, when (epoch milliseconds); nothing tells of the visitor. */
const tell = (
  tx: Tx,
  by: Principal,
  what: 'called' | 'recalled' | 'missed' | 'done',
  { number, counter, at }: { number: number; counter: string; at: number },
): Promise<void> =>
  appendEvent(tx, by, {
    kind: `kiosk.${what}`,
    subjectType: 'kiosk',
    subjectId: by.organId,
    data: { day: dayOf(at), number, counter, at },
  });

/** One call at a time in a centre: whoever comes second sees what the first did. */
async function lockRoom(tx: Tx, by: Principal): Promise<void> {
  if (!receiveDossiers.allows(by)) throw forbidden('Chỉ người của trung tâm mới gọi số.');
  await tx.selectFrom('kiosk').where('organ_id', '=', by.organId).forUpdate().select('organ_id').execute();
}

const ofToday = (tx: Tx, by: Principal, now: number) =>
  tx.updateTable('kiosk_ticket').where('organ_id', '=', by.organId).where('day', '=', dayOf(now));

/**
 * Calls the visitor who has waited longest; the one served before is done. Counters that call at once get different numbers.
 * @returns the number called; null where nobody waits
 * @throws Fault forbidden, invalid (field quay), stale where the page showed somebody else as being served
 */
export async function callNext(tx: Tx, by: Principal, now: number, at: AtCounter): Promise<number | null> {
  await lockRoom(tx, by);
  const counter = counterFrom(at.counter);
  await leave(tx, by, now, at.serving);
  const called = await ofToday(tx, by, now)
    .set({ called_at: instant(now), last_called_at: instant(now), counter, person_id: by.personId })
    .where('number', '=', (eb) =>
      eb
        .selectFrom('kiosk_ticket')
        .where('organ_id', '=', by.organId)
        .where('day', '=', dayOf(now))
        .where('called_at', 'is', null)
        .select((e) => e.fn.min('number').as('first')),
    )
    .returning('number')
    .executeTakeFirst();
  if (!called) return null;
  await tell(tx, by, 'called', { number: called.number, counter, at: now });
  return called.number;
}

/**
 * Calls a number once more: the one being served here, or one that was absent, which is then served here.
 * @throws Fault forbidden, invalid (field quay), conflict where another counter serves it or it is done, stale
 */
export async function callAgain(tx: Tx, by: Principal, now: number, number: number, at: AtCounter): Promise<void> {
  await lockRoom(tx, by);
  const counter = counterFrom(at.counter);
  if (at.serving !== number) await leave(tx, by, now, at.serving);
  const called = await ofToday(tx, by, now)
    .set({ last_called_at: instant(now), counter, person_id: by.personId, ended_at: null, outcome: null })
    .where('number', '=', number)
    .where((eb) =>
      eb.or([eb('outcome', '=', 'absent'), eb.and([eb('person_id', '=', by.personId), eb('outcome', 'is', null)])]),
    )
    .returning('number')
    .executeTakeFirst();
  if (!called)
    throw conflict(
      'kiosk.taken',
      'Số này không gọi lại được: quầy khác đang tiếp hoặc đã xong. Hãy xem lại danh sách.',
    );
  await tell(tx, by, 'recalled', { number, counter, at: now });
}

/** The visitor being served is done, or did not come. @throws Fault forbidden, stale where it is ended already */
export async function endNumber(
  tx: Tx,
  by: Principal,
  now: number,
  number: number,
  outcome: 'done' | 'absent',
): Promise<void> {
  await lockRoom(tx, by);
  const ended = await ofToday(tx, by, now)
    .set({ ended_at: instant(now), outcome })
    .where('number', '=', number)
    .where('person_id', '=', by.personId)
    .where('outcome', 'is', null)
    .returning(['number', 'counter'])
    .executeTakeFirst();
  if (!ended) throw stale('Số này đã được ghi xong hoặc vắng. Hãy xem lại danh sách.');
  const counter = ended.counter ?? '';
  await tell(tx, by, outcome === 'absent' ? 'missed' : 'done', { number, counter, at: now });
}

/** Ends the visitor whom the page showed, and makes sure that nobody else is being served by this person. */
async function leave(tx: Tx, by: Principal, now: number, serving: number | null): Promise<void> {
  if (serving !== null) await endNumber(tx, by, now, serving, 'done');
  const other = await tx
    .selectFrom('kiosk_ticket')
    .where('organ_id', '=', by.organId)
    .where('day', '=', dayOf(now))
    .where('person_id', '=', by.personId)
    .where('outcome', 'is', null)
    .select('number')
    .executeTakeFirst();
  if (other) throw stale('Bạn đang tiếp một số khác, gọi ở cửa sổ khác. Hãy xem lại danh sách.');
}

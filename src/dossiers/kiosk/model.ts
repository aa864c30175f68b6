/** Kinds of business among which a visitor chooses, the most frequent first. */
export const BUSINESS = {
  submit: 'Nộp hồ sơ',
  copy: 'Chứng thực, sao y',
  result: 'Nhận kết quả',
  advice: 'Hỏi, được hướng dẫn',
} as const;
export type Business = keyof typeof BUSINESS;
export const isBusiness = (text: string): text is Business => Object.hasOwn(BUSINESS, text);

/** One visitor's number of a day; nothing tells who it is. Instants in epoch milliseconds. */
export interface Ticket {
  number: number;
  kind: Business;
  takenAt: number;
  calledAt: number | null;
  lastCalledAt: number | null;
  counter: string | null;
  personId: number | null;
  outcome: 'done' | 'absent' | null;
}

/** As it is printed and called: `007`. */
export const numberWords = (number: number): string => String(number).padStart(3, '0');

export const waiting = (tickets: readonly Ticket[]): Ticket[] => tickets.filter((t) => t.calledAt === null);
/** Whom this person serves now. */
export const servedBy = (tickets: readonly Ticket[], personId: number): Ticket | undefined =>
  tickets.find((t) => t.personId === personId && t.outcome === null);
/** Called and not there; they may still come. */
export const absent = (tickets: readonly Ticket[]): Ticket[] => tickets.filter((t) => t.outcome === 'absent');

/** What the screen shows: the number of each counter, the one called last first. */
export const onScreen = (tickets: readonly Ticket[]): Ticket[] =>
  tickets
    .filter((t) => t.lastCalledAt !== null && t.outcome === null)
    .sort((a, b) => b.lastCalledAt! - a.lastCalledAt! || b.number - a.number);

const HOUR = 3_600_000;
/** Below this many calls in the hour nothing is promised. */
const ENOUGH = 3;

/**
 * How long those called within the last hour had waited: the median.
 * @returns whole minutes, rounded up; null where too few were called to say anything
 */
export function usualWait(tickets: readonly Ticket[], now: number): number | null {
  const waits = tickets
    .filter((t) => t.calledAt !== null && t.calledAt > now - HOUR && t.calledAt <= now)
    .map((t) => t.calledAt! - t.takenAt)
    .sort((a, b) => a - b);
  if (waits.length < ENOUGH) return null;
  const half = waits.length >> 1;
  const median = waits.length % 2 ? waits[half]! : (waits[half - 1]! + waits[half]!) / 2;
  return Math.ceil(median / 60_000);
}

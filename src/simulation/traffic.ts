import { nextWorkingDay, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day, dayOf } from '../kernel/day.ts';

/** A commune as far as traffic hangs on it. */
export interface SimulatedUnit {
  id: number;
  code: string;
  name: string;
  type: string;
  population: number | null;
  mountainous: boolean | null;
}

type Random = () => number;

/** Dossiers a working day, as seen in the first months of the two tiers: mountain 8-30, rural 30-70, ward 100-150, by population. */
export function dailyLoad({ type, population, mountainous }: SimulatedUnit): number {
  const [least, most] = type === 'phuong' ? [100, 150] : mountainous ? [8, 30] : [30, 70];
  const share = Math.min(1, Math.max(0, ((population ?? 15_000) - 5_000) / 45_000));
  return Math.round(least! + (most! - least!) * share);
}

/** How often a procedure comes, by its code; the others share the rest. Certified copies are a third to a half. */
const WEIGHTS: Readonly<Record<string, number>> = {
  '2.000815': 38,
  '2.000884': 7,
  '1.001193': 9,
  '1.000894': 3,
  '1.000656': 3,
  '1.004873': 7,
  '2.000635': 5,
  '1.001612': 4,
  '1.001776': 4,
};
const OTHERS = 20;

/** Chooses procedures in the usual mix from those that are in force. */
export function procedureMix(codes: readonly string[]): (random: Random) => string {
  const rest = codes.filter((code) => WEIGHTS[code] === undefined);
  const weighed = codes.map((code) => [code, WEIGHTS[code] ?? OTHERS / Math.max(1, rest.length)] as const);
  const all = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random() * all;
    for (const [code, weight] of weighed) {
      left -= weight;
      if (left <= 0) return code;
    }
    return weighed.at(-1)![0];
  };
}

export const pick = <T>(random: Random, ...weighed: readonly (readonly [T, number])[]): T => {
  let left = random() * weighed.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighed) {
    left -= weight;
    if (left <= 0) return value;
  }
  return weighed.at(-1)![0];
};

export const MINUTE = 60_000;
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00+07:00`);

/** A moment within the hours of a counter; more come early in the morning and early in the afternoon. */
export function counterMoment(random: Random, day: Day): number {
  const morning = random() < 0.62;
  const early = random() * random();
  const minutes = morning ? 7 * 60 + 35 + early * 235 : 13 * 60 + 35 + early * 195;
  return startOf(day) + Math.floor(minutes * MINUTE + random() * MINUTE);
}

/** The same moment, or the first of the next working day where nobody works then. */
export function atWork(calendar: WorkingCalendar, at: number, random: Random): number {
  const day = dayOf(at);
  const minutes = (at - startOf(day)) / MINUTE;
  const open = minutes >= 7 * 60 + 30 && minutes <= 16 * 60 + 45;
  const working = nextWorkingDay(calendar, day);
  if (open && working === day) return at;
  const next = working === day && minutes < 7 * 60 + 30 ? day : nextWorkingDay(calendar, addDays(day, 1));
  return startOf(next) + Math.floor((7 * 60 + 40 + random() * 90) * MINUTE);
}

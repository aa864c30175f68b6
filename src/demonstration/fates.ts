import { addDays, type Day, daysBetween } from '../kernel/day.ts';
import type { TaskState } from '../tasks/index.ts';

/** What one organ will do with its part of a task, and when; the story plays what lies before today. */
export type Move =
  | { kind: 'progress'; on: Day; percent: number }
  | { kind: 'ask'; on: Day }
  | { kind: 'confirm'; on: Day }
  | { kind: 'return'; on: Day }
  | { kind: 'meet'; on: Day; dueOn: Day };

export interface Part {
  role: 'lead' | 'coordinate';
  state: TaskState;
  startedOn: Day;
  dueOn: Day | null;
  recurrence: string | null;
}

/** How many days a task without a limit takes when it is done at all. */
const OPEN_ENDED_DAYS = 70;

/**
 * The moves of one part. Most work is done in time, some late, some not at all; some is returned once. The shares follow
 * what provinces report: about nine in ten on time.
 */
export function fateOf(part: Part, random: () => number): Move[] {
  const { startedOn, dueOn } = part;
  const after = (from: Day, least: number, most: number): Day =>
    addDays(from, least + Math.floor(random() * (most - least + 1)));
  if (part.state === 'condition' && part.role === 'coordinate') return [];
  if (part.state === 'condition') {
    const metOn = after(startedOn, 25, 60);
    if (random() < 0.6) return [];
    const due = addDays(metOn, 30);
    return [
      { kind: 'meet', on: metOn, dueOn: due },
      ...finish({ ...part, state: 'working', startedOn: metOn, dueOn: due }, random, after),
    ];
  }
  if (part.recurrence) {
    return [30, 60, 90, 120, 150].map((days) => ({
      kind: 'progress',
      on: after(startedOn, days, days + 4),
      percent: 0,
    }));
  }
  if (part.role === 'coordinate') return random() < 0.5 ? [{ kind: 'ask', on: after(startedOn, 3, 25) }] : [];
  if (dueOn === null && random() < 0.35) return [{ kind: 'progress', on: after(startedOn, 8, 40), percent: 30 }];
  return finish(part, random, after);
}

function finish(
  { startedOn, dueOn }: Part,
  random: () => number,
  after: (from: Day, least: number, most: number) => Day,
): Move[] {
  const window = Math.max(1, dueOn ? daysBetween(startedOn, dueOn) : OPEN_ENDED_DAYS);
  const halfway: Move = {
    kind: 'progress',
    on: addDays(startedOn, Math.floor(window * (0.3 + random() * 0.3))),
    percent: 40 + Math.floor(random() * 4) * 10,
  };
  const luck = random();
  if (luck > 0.97) return [];
  if (luck > 0.94) return [halfway];
  const late = luck > 0.87;
  const askOn = late
    ? after(addDays(startedOn, window), 1, 9)
    : addDays(startedOn, Math.max(0, window - Math.floor(random() * Math.min(8, window))));
  const decidedOn = after(askOn, 0, 3);
  if (random() < 0.08) {
    const again = after(decidedOn, 2, 6);
    return [
      halfway,
      { kind: 'ask', on: askOn },
      { kind: 'return', on: decidedOn },
      { kind: 'ask', on: again },
      { kind: 'confirm', on: after(again, 0, 3) },
    ];
  }
  return [halfway, { kind: 'ask', on: askOn }, { kind: 'confirm', on: decidedOn }];
}

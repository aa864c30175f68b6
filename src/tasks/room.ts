import { type Day, dayOf } from '../kernel/day.ts';
import type { AppContext } from '../platform/http/index.ts';
import type { Tallies } from './tally.ts';
import type { KeptViews } from './views/keptViews.ts';

/** What the room is given by the others. */
export interface TaskRoom {
  tallies: Tallies;
  /** The lists that people keep under a name. */
  views: KeptViews;
  /** The short name of an organ, present or ended. */
  organName: (id: number) => string;
  /** Changes when any organ's name does. */
  organVersion: () => number;
}

export const todayOf = (c: AppContext): Day => dayOf(c.get('services').clock());

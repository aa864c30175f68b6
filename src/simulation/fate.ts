import { pick } from './traffic.ts';

type Random = () => number;

/** What becomes of one dossier; decided when it comes, so that the same seed gives the same month. */
export interface Fate {
  channel: 'direct' | 'online' | 'post';
  /** Share of the promised time that the work takes; above 1: late. */
  share: number;
  /** The office asks for papers; after so many days the applicant brings them. */
  supplementDays: number | null;
  /** The applicant takes it back before it is done. */
  withdraws: boolean;
  /** Papers handed in over the counter are scanned there. */
  digitised: boolean;
  /** Days until the applicant fetches the result; null: not within this simulation. */
  fetchDays: number | null;
}

/** Online three of five, some post; nine of ten in time; a few are asked for papers, fewer are withdrawn. */
export function fateOf(random: Random): Fate {
  return {
    channel: pick(random, ['direct' as const, 40], ['online' as const, 59.5], ['post' as const, 0.5]),
    share: random() < 0.965 ? 0.2 + random() * 0.7 : 1.1 + random() * 0.6,
    supplementDays: random() < 0.04 ? 1 + Math.floor(random() * 6) : null,
    withdraws: random() < 0.008,
    digitised: random() < 0.8,
    fetchDays: random() < 0.92 ? Math.floor(random() * 3) : null,
  };
}

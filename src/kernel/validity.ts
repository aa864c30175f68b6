import type { Day } from './day.ts';

/** When something is true: both ends inclusive; no start is "not recorded", no end is "still". */
export interface Validity {
  validFrom: Day | null;
  validTo: Day | null;
}

export const isValidOn = (v: Validity, day: Day): boolean =>
  (v.validFrom === null || v.validFrom <= day) && (v.validTo === null || day <= v.validTo);

export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo) &&
  (b.validFrom === null || a.validTo === null || b.validFrom <= a.validTo);

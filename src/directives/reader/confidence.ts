import type { Draft } from './walk.ts';

/** From here on a task is marked "chắc chắn". */
export const SURE = 0.9;

/** How likely the reading is right, from what the words leave open. Calibrated on real documents by the corpus test. */
export function confidenceOf(draft: Draft, text: string): number {
  let confidence = 0.97;
  if (draft.rule === 'subject') confidence = draft.charge?.strong ? 0.96 : 0.92;
  if (draft.rule === 'under-heading') confidence = draft.doing === 'verb' ? 0.95 : 0.85;
  if (draft.rule === 'under-lead-in') confidence = 0.85;
  if (draft.rule === 'under-letter') confidence = 0.75;
  if (draft.rule === 'under-sibling') confidence = 0.6;
  if (draft.rule === 'table') confidence = 0.9;
  if (draft.charge?.isGuess) confidence = 0.55;
  if (draft.manyLimits) confidence -= 0.15;
  if (draft.limit?.impossible) confidence -= 0.2;
  if (draft.isContinued) confidence -= 0.1;
  for (const lead of draft.leads) {
    const name = text.slice(lead.start, lead.end);
    if (name.length > 110 || (/[:;]/.test(name) && name.length > 90)) confidence -= 0.1;
    if (!/\p{Lu}/u.test(name) && !/liên quan|các /iu.test(name)) confidence -= 0.08;
  }
  if (draft.end - draft.at < 25) confidence -= 0.15;
  return Math.max(0.05, Math.min(0.99, confidence));
}

import type { Reading } from '../reader/index.ts';
import { type AssistantService, askAssistant, PATIENCE_MS } from './askAssistant.ts';
import { gapsIn } from './gaps.ts';
import { type Proposal, proposalsFrom } from './proposals.ts';
import { isClassified } from './secrecy.ts';

export interface Proposed {
  proposals: Proposal[];
  /** How many paragraphs were sent out. */
  asked: number;
  /** Why the assistant was of no help, for the log; null where it answered. */
  failure: string | null;
}

/**
 * Asks the assistant about the paragraphs of which the reader is not sure, one after the other. A document that bears a grade of
 * secrecy is never shown to it. The first failure ends it: then nothing is proposed and the reading stays as it was.
 */
export async function propose(
  service: AssistantService,
  reading: Reading,
  patienceMs = PATIENCE_MS,
): Promise<Proposed> {
  if (isClassified(reading)) return { proposals: [], asked: 0, failure: null };
  const proposals: Proposal[] = [];
  let asked = 0;
  for (const gap of gapsIn(reading)) {
    asked++;
    try {
      proposals.push(...proposalsFrom(await askAssistant(service, gap, patienceMs), gap, reading));
    } catch (error) {
      return { proposals: [], asked, failure: error instanceof Error ? error.message : 'unknown' };
    }
  }
  return { proposals, asked, failure: null };
}

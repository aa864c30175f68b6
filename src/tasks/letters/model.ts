import type { Day } from '../../kernel/day.ts';

/** One letter to each organ, or one to all with the tasks in an annex. */
export type LetterMode = 'each' | 'one';

/** What the office types for its letters. */
export interface LetterForm {
  mode: LetterMode;
  /** In whose name: the office's own, or that of the body it serves. */
  issuerOrganId: number;
  /** The number of the first letter; the next ones follow. Null where only a preview is asked for. */
  number: number | null;
  symbol: string;
  issuedOn: Day;
  subject: string;
  opening: string;
  /** By when an answer is wanted. */
  answerBy: Day | null;
  signed: Signed;
}

/** Place and signature, which the next letter takes over. */
export interface Signed {
  place: string;
  capacity: 'TM' | 'KT' | 'TL' | 'TUQ' | '';
  capacityOf: string;
  title: string;
  acting: boolean;
  name: string;
  recipients: readonly string[];
}

/** A task as a letter tells of it. */
export interface LetterTask {
  id: number;
  title: string;
  source: string;
  dueOn: Day | null;
  /** "quá 12 ngày". */
  due: string;
  openLeadIds: readonly number[];
}

export interface LetterGroup {
  organIds: readonly number[];
  tasks: readonly LetterTask[];
}

/** Who gets which tasks: one group an organ, in the order of their nearest limit, or a single group of all. */
export function groupsOf(mode: LetterMode, tasks: readonly LetterTask[]): LetterGroup[] {
  const byOrgan = new Map<number, LetterTask[]>();
  for (const task of tasks) {
    for (const organId of task.openLeadIds) byOrgan.set(organId, [...(byOrgan.get(organId) ?? []), task]);
  }
  if (byOrgan.size === 0) return [];
  if (mode === 'one') return [{ organIds: [...byOrgan.keys()], tasks: tasks.filter((t) => t.openLeadIds.length > 0) }];
  return [...byOrgan].map(([organId, own]) => ({ organIds: [organId], tasks: own }));
}

/** What a letter is called in the history of a task: "Số 7-CV/VPTU" (Party), "Số 07/VP-TH" (state). */
export const letterName = (party: boolean, number: number, symbol: string): string =>
  party ? `Số ${number}-${symbol}` : `Số ${number < 10 ? `0${number}` : number}/${symbol}`;

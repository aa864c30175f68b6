import { type Day, formatDay } from '../../kernel/day.ts';
import type { Gold } from './gold.ts';
import { compare, type FactKey, type TaskVerdict } from './score.ts';

/** One thing that a clerk had to mend in a reading. */
export interface Correction {
  kind: 'missed' | 'extra' | 'lead' | 'coordinate' | 'deadline' | 'fact';
  /** A Vietnamese line: what was read and what it should have been. */
  words: string;
  /** Where in the text; none for facts of the head. */
  at?: number;
}

const FACT_WORDS: Record<FactKey, string> = {
  number: 'Số',
  symbol: 'Ký hiệu',
  type: 'Loại văn bản',
  date: 'Ngày ban hành',
  signer: 'Người ký',
};

/** How a reading differs from what the clerk made of it, in the order of the text, the head first. */
export function corrections(readAs: Gold, gold: Gold): Correction[] {
  const { tasks, extra, facts } = compare(gold, readAs);
  const inText: Correction[] = [
    ...tasks.filter((verdict) => !verdict.task.optional).flatMap(ofTask),
    ...extra.map(
      (said): Correction => ({
        kind: 'extra',
        words: `Thừa: “${names(said.lead)}” ${short(said.action)}`,
        at: said.evidence[0],
      }),
    ),
  ].sort((a, b) => a.at! - b.at!);
  const inHead = facts
    .filter((fact) => !fact.right)
    .map(({ key }): Correction => {
      const [said, wanted] = [readAs.document[key], gold.document[key]].map((value) => shown(key, value));
      return { kind: 'fact', words: `${FACT_WORDS[key]}: đọc ${said}, đúng là ${wanted}` };
    });
  return [...inHead, ...inText];
}

function ofTask({ task, hits, lead, date, coordinators }: TaskVerdict): Correction[] {
  const at = task.evidence[0];
  if (hits.length === 0) {
    return [{ kind: 'missed', words: `Sót: “${names(task.lead)}” ${short(task.action)}`, at }];
  }
  const found: Correction[] = [];
  const what = short(task.action);
  if (!lead) {
    const said = names(hits.flatMap((hit) => hit.lead));
    found.push({ kind: 'lead', words: `Chủ trì: đọc “${said}”, đúng là “${names(task.lead)}” (${what})`, at });
  }
  if (!date) {
    const said = hits.map((hit) => hit.deadline).find((day) => day !== null) ?? null;
    found.push({
      kind: 'deadline',
      words: `Hạn: đọc ${dayWords(said)}, đúng là ${dayWords(task.deadline)} (${what})`,
      at,
    });
  }
  if (coordinators.right < coordinators.wanted || coordinators.said > coordinators.right) {
    const said = names(hits.flatMap((hit) => hit.coordinate));
    found.push({
      kind: 'coordinate',
      words: `Phối hợp: đọc “${said}”, đúng là “${names(task.coordinate)}” (${what})`,
      at,
    });
  }
  return found;
}

const names = (of: readonly string[]): string => [...new Set(of)].join(', ') || 'không ai';
const short = (action: string): string => (action.length > 80 ? `${action.slice(0, 77).trimEnd()}…` : action);
const dayWords = (day: Day | null): string => (day === null ? 'không hạn' : formatDay(day));
const shown = (key: FactKey, value: string | null | undefined): string =>
  !value ? 'để trống' : key === 'date' ? formatDay(value as Day) : `“${value}”`;

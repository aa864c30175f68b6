import type { Day } from '../kernel/day.ts';

/**
 * reading: fed in, the clerk checks what was read; issued: in force; recalled, replaced: no longer in force, kept and
 * linked; discarded: never to be issued (the other telling of a directive, or fed in by mistake).
 */
export type DirectiveState = 'reading' | 'issued' | 'recalled' | 'replaced' | 'discarded';
export const DIRECTIVE_STATES: Record<DirectiveState, { label: string; tone: 'good' | 'soon' | 'late' | 'none' }> = {
  reading: { label: 'Đang đọc', tone: 'soon' },
  issued: { label: 'Đã ban hành', tone: 'good' },
  recalled: { label: 'Đã thu hồi', tone: 'late' },
  replaced: { label: 'Đã thay thế', tone: 'none' },
  discarded: { label: 'Không ban hành', tone: 'none' },
};

/** superseded: split or merged into others. */
export type DraftState = 'found' | 'accepted' | 'rejected' | 'superseded';
/** assistant: proposed by the optional assistant, in words of the text; counts only once somebody accepts it. */
export type DraftOrigin = 'read' | 'clerk' | 'split' | 'merged' | 'assistant';
export type AgencyRole = 'lead' | 'coordinate';
export type Span = [start: number, end: number];

/** One agency as the text names it, and the organs for which it stands. */
export interface DraftAgency {
  role: AgencyRole;
  /** As written. */
  text: string;
  organIds: number[];
  /** class: stands for several organs, a list that the clerk confirms by accepting; unresolved: must be asked. */
  state: 'resolved' | 'class' | 'unresolved';
  /** Organs that the name might mean; shown where it is unresolved. */
  candidates: number[];
  /** What the clerk should know: "tên cũ của Sở Nội vụ". */
  note?: string;
  /** Resolved, yet by a former or ambiguous name: shown to be looked at. */
  doubtful?: boolean;
}

/** Where the parts of a task stand in the text, to be marked at the desk. */
export interface DraftSpans {
  topic?: Span;
  deadline?: Span;
  agencies?: Span[];
}

/** What a clerk can set in a task. */
export interface DraftContent {
  topic: string | null;
  action: string;
  dueOn: Day | null;
  deadlineText: string | null;
  condition: string | null;
  recurrence: string | null;
  reportTo: string[];
  basis: string[];
  agencies: DraftAgency[];
}

/** One found or added task at the reading desk. */
export interface Draft extends DraftContent {
  id: number;
  directiveId: number;
  ordinal: number;
  state: DraftState;
  origin: DraftOrigin;
  evidence: Span | null;
  spans: DraftSpans;
  reason: string | null;
  sure: boolean;
  optional: boolean;
  fromIds: number[];
  version: number;
}

export const RECURRENCES: Record<string, string> = {
  regular: 'thường xuyên',
  daily: 'hằng ngày',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  yearly: 'hằng năm',
  ongoing: 'năm nay và các năm tiếp theo',
};

/** Types of documents that direct (Nghị định 30/2020/NĐ-CP, Quy định 399-QĐ/TW), as offered in the form. */
export const DIRECTIVE_TYPES = [
  'Thông báo',
  'Kết luận',
  'Chỉ thị',
  'Công điện',
  'Kế hoạch',
  'Công văn',
  'Nghị quyết',
  'Quyết định',
  'Chương trình',
  'Hướng dẫn',
];

export const organsOf = (agencies: readonly DraftAgency[], role: AgencyRole): number[] => [
  ...new Set(agencies.filter((a) => a.role === role).flatMap((a) => a.organIds)),
];

/** Why a task cannot be accepted yet, as a sentence; null where it can. */
export function whatIsMissing(task: DraftContent): string | null {
  if (task.action.trim() === '') return 'Chưa ghi nội dung nhiệm vụ.';
  const unknown = task.agencies.filter((a) => a.state === 'unresolved');
  if (unknown.length > 0) return `Chưa rõ “${unknown.map((a) => a.text).join('”, “')}” là cơ quan nào. Hãy chọn.`;
  if (organsOf(task.agencies, 'lead').length === 0) return 'Chưa có cơ quan chủ trì. Hãy chọn.';
  return null;
}

/** Whether a task may be accepted together with all others of its kind: the reader is sure and nobody need be asked. */
export const isPlain = (d: Draft): boolean =>
  d.state === 'found' &&
  d.sure &&
  !d.optional &&
  whatIsMissing(d) === null &&
  d.agencies.every((a) => a.state === 'resolved' && !a.doubtful);

/** The number by which people call a task: 3, and 3.1 for what was split from it or added after it. */
export const ordinalLabel = (ordinal: number): string => String(ordinal);

/**
 * `count` free numbers right after `after`, one decimal deeper: 3 gives 3.1, 3.2; where these are taken, the next ones.
 * Numbers never change once given, so that two clerks always mean the same task.
 */
export function ordinalsAfter(after: number, taken: readonly number[], count: number): number[] {
  const decimals = (String(after).split('.')[1] ?? '').length + 1;
  const free: number[] = [];
  for (let depth = decimals; free.length < count; depth++) {
    for (let step = 1; step <= 9 && free.length < count; step++) {
      const next = Number((after + step * 10 ** -depth).toFixed(depth));
      if (!taken.includes(next) && !free.includes(next)) free.push(next);
    }
  }
  return free.sort((a, b) => a - b);
}

/** What two tasks become when the clerk joins them: nothing of either is lost, the earlier limit holds until changed. */
export function mergedContent(a: Draft, b: Draft): DraftContent {
  const seen = new Set<string>();
  const both = [...a.agencies, ...b.agencies].sort(
    (x, y) => Number(x.role === 'coordinate') - Number(y.role === 'coordinate'),
  );
  const agencies = both.filter((agency) => {
    const key = agency.state === 'unresolved' ? agency.text : agency.organIds.join(',');
    return seen.has(key) ? false : seen.add(key);
  });
  return {
    topic: joined([a.topic, b.topic], '; '),
    action: joined([a.action, b.action], '; ') ?? '',
    dueOn: [a.dueOn, b.dueOn].filter((d) => d !== null).sort()[0] ?? null,
    deadlineText: joined([a.deadlineText, b.deadlineText], '; '),
    condition: joined([a.condition, b.condition], '; '),
    recurrence: a.recurrence ?? b.recurrence,
    reportTo: [...new Set([...a.reportTo, ...b.reportTo])],
    basis: [...new Set([...a.basis, ...b.basis])],
    agencies,
  };
}

function joined(parts: (string | null)[], by: string): string | null {
  const said = [...new Set(parts.filter((p) => p !== null && p !== ''))] as string[];
  return said.length === 0 ? null : said.join(by);
}

export const mergedEvidence = (a: Draft, b: Draft): Span | null =>
  a.evidence && b.evidence
    ? [Math.min(a.evidence[0], b.evidence[0]), Math.max(a.evidence[1], b.evidence[1])]
    : (a.evidence ?? b.evidence);

/** A first proposal for splitting an action in two: at the semicolon or full stop nearest to its middle. */
export function proposedSplit(action: string): [string, string] {
  const cuts = [...action.matchAll(/[;.]\s+/g)].map((m) => ({ at: m.index, end: m.index + m[0].length }));
  const middle = action.length / 2;
  const cut = cuts.sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle))[0];
  return cut ? [action.slice(0, cut.at).trim(), action.slice(cut.end).trim()] : [action, ''];
}

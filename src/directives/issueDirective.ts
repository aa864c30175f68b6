import type { Day } from '../kernel/day.ts';
import { formatDay } from '../kernel/day.ts';
import { conflict, Fault, type FieldFault, stale } from '../kernel/errors.ts';
import type { OrganId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { factColumns } from './editFacts.ts';
import type { Facts } from './facts.ts';
import { keepExample } from './learned/keepExample.ts';
import { lockDirective } from './lockDirective.ts';
import { type Draft, ordinalLabel, organsOf, whatIsMissing } from './model.ts';
import { withSameSymbol } from './store/directive.ts';
import { draftsIn } from './store/draft.ts';

/** What a directive that has just been issued asks, handed to whoever makes tasks of it. */
export interface IssuedDirective {
  id: number;
  unitId: number;
  ownerOrganId: number;
  issuerOrganId: number;
  issuedOn: Day;
  symbol: string;
  tasks: {
    ordinal: number;
    action: string;
    topic: string | null;
    evidenceStart: number | null;
    evidenceEnd: number | null;
    dueOn: Day | null;
    deadlineText: string | null;
    condition: string | null;
    recurrence: string | null;
    reportTo: string[];
    basis: string[];
    leads: OrganId[];
    coordinators: OrganId[];
  }[];
}

/** What the rooms above do in the same transaction. */
export interface DirectiveHooks {
  onIssued(tx: Tx, by: Principal, issued: IssuedDirective): Promise<void>;
  onRecalled(tx: Tx, by: Principal, directiveId: number, reason: string): Promise<void>;
}

export interface Issue {
  id: number;
  /** Version of the head that the clerk saw. */
  version: number | null;
  /** The desk as the clerk saw it (`deskMark`): what is issued is what was checked. */
  mark: string;
  facts: Facts;
  recipients: number[];
  /** The clerk has said: issue although some found tasks are not accepted; they are not assigned. */
  leaveOut: boolean;
  /** The clerk has said: limits before the day of issue are meant so. */
  pastLimits: boolean;
}

/** Changes with every change of any task on the desk: versions only grow, and tasks are only added. */
export const deskMark = (drafts: readonly Draft[]): string =>
  `${drafts.length}.${drafts.reduce((sum, d) => sum + d.version, 0)}.${drafts.reduce((sum, d) => sum + d.id, 0)}`;

/** What stands between the desk and issuing, for the check page and the step itself. */
export function issueChecks(drafts: readonly Draft[], issuedOn: Day | null) {
  const accepted = drafts.filter((d) => d.state === 'accepted');
  const open = drafts.filter((d) => d.state === 'found');
  return {
    accepted,
    /** Agencies unknown: these must be settled or rejected. */
    blocked: drafts.filter((d) => (d.state === 'found' || d.state === 'accepted') && hasUnknown(d)),
    /** Not decided; issued only when the clerk says they are left out. */
    undecided: open.filter((d) => !hasUnknown(d)),
    /** Due before the directive's own date. */
    early: issuedOn === null ? [] : accepted.filter((d) => d.dueOn !== null && d.dueOn < issuedOn),
  };
}

const hasUnknown = (d: Draft): boolean => d.agencies.some((a) => a.state === 'unresolved');

/**
 * Issues a directive: state, distribution to recipients and to everybody charged, what they may see, and, by the hook, a
 * task for each accepted one; what the clerk made of the reading is kept as an example. All of it or nothing.
 * @throws Fault invalid at the fields so, ky-hieu, ngay, nguoi-ky, nhiem-vu, bo-lai, han-som; conflict when the symbol is
 *   in force already; stale when head or tasks have changed since the check page was shown
 */
export async function issueDirective(tx: Tx, by: Principal, hooks: DirectiveHooks, issue: Issue): Promise<void> {
  const { facts } = issue;
  const held = await lockDirective(tx, by, issue.id, 'reading');
  const drafts = await draftsIn(tx, issue.id);
  if (held.version !== issue.version || deskMark(drafts) !== issue.mark) {
    throw stale('Văn bản vừa được người khác sửa sau khi bạn mở trang này. Hãy kiểm tra lại rồi ban hành.');
  }
  const checks = issueChecks(drafts, facts.issuedOn);
  const faults = faultsOf(issue, checks);
  if (faults.length > 0) throw new Fault('invalid', 'directive.issue.incomplete', faults[0]!.message, faults);
  const symbol = facts.symbol!;
  const issuedOn = facts.issuedOn!;
  const taken = (await withSameSymbol(tx, { ...held, symbol, issuedOn }).execute()).find((d) => d.state === 'issued');
  if (taken) throw symbolTaken(symbol);

  const tasks = checks.accepted.map((d, i) => ({
    ordinal: i + 1,
    action: d.action,
    topic: d.topic,
    evidenceStart: d.evidence?.[0] ?? null,
    evidenceEnd: d.evidence?.[1] ?? null,
    dueOn: d.dueOn,
    deadlineText: d.deadlineText,
    condition: d.condition,
    recurrence: d.recurrence,
    reportTo: d.reportTo,
    basis: d.basis,
    leads: organsOf(d.agencies, 'lead') as OrganId[],
    coordinators: organsOf(d.agencies, 'coordinate') as OrganId[],
  }));
  // Who issues it need not be told of it.
  const others = issue.recipients.filter((organId) => organId !== held.ownerOrganId && organId !== held.issuerOrganId);
  const sent = reasonsToSend(others, tasks);
  await tx
    .updateTable('directive')
    .set((e) => ({
      ...factColumns(facts),
      state: 'issued',
      issued_at: e.fn<number>('app_now'),
      issued_by: by.personId,
      organ_ids: [...new Set([held.ownerOrganId, held.issuerOrganId, ...sent.keys()])],
      version: e('version', '+', 1),
    }))
    .where('id', '=', issue.id)
    .execute();
  await keepExample(tx, issue.id);
  if (sent.size > 0) {
    await tx
      .insertInto('distribution')
      .values([...sent].map(([organ_id, reason]) => ({ directive_id: issue.id, organ_id, reason })))
      .execute();
  }
  await hooks.onIssued(tx, by, {
    id: issue.id,
    unitId: held.unitId,
    ownerOrganId: held.ownerOrganId,
    issuerOrganId: held.issuerOrganId,
    issuedOn,
    symbol,
    tasks,
  });
  await appendEvent(tx, by, {
    kind: 'directive.issued',
    subjectType: 'directive',
    subjectId: issue.id,
    unitId: held.unitId,
    data: { symbol, issuedOn, tasks: tasks.length, organs: sent.size },
  });
}

function faultsOf(issue: Issue, checks: ReturnType<typeof issueChecks>): FieldFault[] {
  const { facts } = issue;
  const numbers = (drafts: readonly Draft[]) => drafts.map((d) => ordinalLabel(d.ordinal)).join(', ');
  const faults: (FieldFault | false)[] = [
    !facts.number && { field: 'so', message: 'Hãy ghi số của văn bản.' },
    !!facts.number && !facts.symbol && { field: 'ky-hieu', message: 'Hãy ghi ký hiệu, ví dụ -TB/TU.' },
    !facts.issuedOn && { field: 'ngay', message: 'Hãy ghi ngày ban hành, ví dụ 5/9/2026.' },
    !facts.title && { field: 'trich-yeu', message: 'Hãy ghi trích yếu của văn bản.' },
    !facts.signer && { field: 'nguoi-ky', message: 'Hãy ghi người ký.' },
    checks.blocked.length > 0 && {
      field: 'nhiem-vu',
      message: `Nhiệm vụ ${numbers(checks.blocked)} còn cơ quan chưa rõ. Hãy chọn cơ quan hoặc bỏ nhiệm vụ đó.`,
    },
    ...checks.accepted
      .filter((d) => whatIsMissing(d) !== null && !hasUnknown(d))
      .map((d) => ({ field: 'nhiem-vu', message: `Nhiệm vụ ${ordinalLabel(d.ordinal)}: ${whatIsMissing(d)}` })),
    checks.undecided.length > 0 &&
      !issue.leaveOut && {
        field: 'bo-lai',
        message: `Nhiệm vụ ${numbers(checks.undecided)} chưa được nhận. Hãy nhận, bỏ, hoặc đánh dấu đồng ý ban hành mà không giao.`,
      },
    checks.early.length > 0 &&
      !issue.pastLimits && {
        field: 'han-som',
        message: `Nhiệm vụ ${numbers(checks.early)} có hạn trước ngày ban hành${facts.issuedOn ? ` (${formatDay(facts.issuedOn)})` : ''}. Hãy sửa hạn hoặc đánh dấu là đúng như vậy.`,
      },
  ];
  return faults.filter((f) => f !== false);
}

/** Why each organ gets the directive; who is charged with a task gets it for that. */
function reasonsToSend(recipients: readonly number[], tasks: IssuedDirective['tasks']) {
  const sent = new Map<number, 'recipient' | 'lead' | 'coordinate'>();
  for (const id of recipients) sent.set(id, 'recipient');
  for (const task of tasks) for (const id of task.coordinators) sent.set(id, 'coordinate');
  for (const task of tasks) for (const id of task.leads) sent.set(id, 'lead');
  return sent;
}

const symbolTaken = (symbol: string): Fault =>
  conflict(
    'directive.number.taken',
    `Số ${symbol} trong năm này đã dùng cho một văn bản đang có hiệu lực. Hãy kiểm tra lại số, hoặc thu hồi, thay thế văn bản kia trước.`,
    'so',
  );

/** Turns the database's refusal of a second symbol (two clerks at once) into the same sentence. */
export function asIssueFault(error: unknown, symbol: string | null): unknown {
  const violation = error as { code?: string; constraint_name?: string };
  return violation?.code === '23505' && violation.constraint_name === 'directive_symbol'
    ? symbolTaken(symbol ?? '')
    : error;
}

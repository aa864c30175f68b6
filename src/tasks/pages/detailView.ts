import type { Day } from '../../kernel/day.ts';
import { isFault } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import type { FormFault, SentForm } from '../../ui/index.ts';
import type { DiscussionView } from '../discuss/discussion.tsx';
import type { ExtensionRow } from '../extensions/store.ts';
import type { ChargeRow, FileRow, PeriodRow, TaskDetail } from '../store.ts';
import type { SubtaskRow } from '../subtasks/model.ts';

/** One task as a person sees it. */
export interface DetailView {
  task: TaskDetail;
  charges: readonly ChargeRow[];
  /** Requests for more time, the latest first. */
  extensions: readonly ExtensionRow[];
  subtasks: readonly SubtaskRow[];
  /** The periods that a recurring duty has made, the latest first. */
  periods: readonly PeriodRow[];
  history: readonly HistoryRow[];
  discussion: DiscussionView;
  files: readonly FileRow[];
  /** Whether the reader may open the directive that assigned it. */
  directiveSeen: boolean;
  principal: Principal;
  today: Day;
  organName: (id: number) => string;
  /** The form that failed, by its name, with what was typed. */
  failed?: FailedForm;
}

export interface FailedForm {
  form: string;
  sent: SentForm;
  fault: FormFault;
  /** Somebody was faster: the form itself may be gone, so the page says it above everything else. */
  overtaken?: boolean;
}

/** What a form shows again after it failed. */
export function failedOf(
  view: Pick<DetailView, 'failed'>,
  form: string,
): { sent?: SentForm; fault?: FormFault | undefined } {
  if (view.failed?.form !== form) return {};
  const { sent, fault, overtaken } = view.failed;
  if (!overtaken) return { sent, fault };
  return { sent: isFault(fault) && fault.kind === 'stale' ? beginningAnew(sent) : sent, fault: undefined };
}

/** The page has told of the change above everything: what is sent next is compared with what stands there now. */
function beginningAnew({ values, ...sent }: SentForm): SentForm {
  return { ...sent, values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'phien-ban')) };
}

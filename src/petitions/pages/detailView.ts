import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import type { FormFault, SentForm } from '../../ui/index.ts';
import type { ProposedDays } from '../limitRules.ts';
import type { SimilarPetition } from '../similar.ts';
import type { FileRow, PetitionDetail } from '../store.ts';
import type { Names } from './names.ts';

/** One petition as a person sees it. */
export interface DetailView {
  petition: PetitionDetail;
  history: readonly HistoryRow[];
  files: readonly FileRow[];
  /** For the office: what may be merged with it. */
  similar: readonly SimilarPetition[];
  offered: readonly string[];
  /** Of one that waits for verdicts: the last day of it. */
  judgedBy: Day | null;
  calendar: WorkingCalendar;
  /** Working days that the forms propose. */
  proposed: ProposedDays;
  principal: Principal;
  today: Day;
  names: Names;
  /** The form that failed, by the last part of its address, with what was typed. */
  failed?: { form: string; sent: SentForm; fault: FormFault };
}

/** What a form shows again after it failed. */
export const failedOf = (view: DetailView, form: string) =>
  view.failed?.form === form ? { sent: view.failed.sent, fault: view.failed.fault } : {};

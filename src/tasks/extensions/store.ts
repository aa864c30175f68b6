import type { Day } from '../../kernel/day.ts';
import type { Database, Query, Tx } from '../../platform/db/access.ts';

export interface ExtensionRow {
  id: number;
  chargeId: number;
  state: 'asked' | 'granted' | 'refused';
  wasDueOn: Day;
  askedDueOn: Day;
  reason: string;
  askedOn: Day;
  grantedDueOn: Day | null;
  decision: string | null;
  decidedOn: Day | null;
  version: number;
}

/** The requests of a task for more time, the latest first. */
export const extensionsOf = (build: Database['build'] | Tx, taskId: number): Query<ExtensionRow> =>
  build
    .selectFrom('task_extension')
    .where('task_id', '=', taskId)
    .orderBy('id', 'desc')
    .select([
      'id',
      'charge_id as chargeId',
      'state',
      'was_due_on as wasDueOn',
      'asked_due_on as askedDueOn',
      'reason',
      'asked_on as askedOn',
      'granted_due_on as grantedDueOn',
      'decision',
      'decided_on as decidedOn',
      'version',
    ]) as unknown as Query<ExtensionRow>;

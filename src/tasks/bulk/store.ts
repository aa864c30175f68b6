import { sql } from 'kysely';
import type { Database, Query } from '../../platform/db/access.ts';
import { TASK_COLUMNS, type TaskRow } from '../store.ts';
import type { BulkInput, BulkKind } from './model.ts';

type Build = Database['build'];

export interface ChosenTask extends TaskRow {
  ownerOrganId: number;
  /** Leads whose part is still open. */
  openLeadIds: number[];
}

/** The tasks chosen, as far as the reader sees them; the nearest limit first. */
export const chosenTasks = (build: Build, ids: readonly number[]): Query<ChosenTask> =>
  build
    .selectFrom('task')
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .orderBy(sql`due_on asc nulls last, id asc`)
    .select([
      ...TASK_COLUMNS,
      'owner_organ_id as ownerOrganId',
      sql<
        number[]
      >`array(select c.organ_id from charge c where c.task_id = task.id and c.role = 'lead' and c.state not in ('done', 'withdrawn') order by c.id)`.as(
        'openLeadIds',
      ),
    ]) as unknown as Query<ChosenTask>;

export interface BulkStepRow {
  id: number;
  kind: BulkKind;
  input: BulkInput;
  taskIds: number[];
  createdAt: number;
  undoneAt: number | null;
}

export const bulkStepById = (build: Build, id: number): Query<BulkStepRow> =>
  build
    .selectFrom('bulk_step')
    .where('id', '=', id)
    .select([
      'id',
      'kind',
      'input',
      'task_ids as taskIds',
      'created_at as createdAt',
      'undone_at as undoneAt',
    ]) as unknown as Query<BulkStepRow>;

export interface BulkItemRow {
  taskId: number;
  refused: string | null;
  before: unknown;
  undone: boolean;
  undoRefused: string | null;
}

export const bulkItemsOf = (build: Build, stepId: number): Query<BulkItemRow> =>
  build
    .selectFrom('bulk_item')
    .where('step_id', '=', stepId)
    .orderBy('task_id')
    .select([
      'task_id as taskId',
      'refused',
      'before',
      'undone',
      'undo_refused as undoRefused',
    ]) as unknown as Query<BulkItemRow>;

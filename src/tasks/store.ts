import { type Expression, type SqlBool, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import { PAGE_SIZE, type TaskFilter } from './filter.ts';
import type { ChargeRole, TaskState } from './model.ts';

export interface TaskRow {
  id: number;
  source: string;
  ordinal: number;
  directiveId: number | null;
  topic: string | null;
  action: string;
  leadIds: number[];
  coordinatorIds: number[];
  state: TaskState;
  dueOn: Day | null;
  doneOn: Day | null;
  condition: string | null;
  recurrence: string | null;
  startedOn: Day;
  /** The task's own: grows with every change of it; state and dates may be those of one charge. */
  version: number;
}

/** All that a list shows of a task: rows with the same key read the same. `organVersion` stands for the organs' names. */
export const rowKey = (row: TaskRow, today: Day, organVersion: number): string =>
  `${row.id},${row.version},${row.state},${row.dueOn},${row.doneOn},${row.leadIds},${row.coordinatorIds},${today},${organVersion}`;

export interface TallyRow {
  state: TaskState;
  timing: 'none' | 'late' | 'in';
  count: number;
}

type Build = Database['build'];

/** The organs whose charges are "my work": the own organ and the body that it serves. */
const ownOrgans = (p: Principal): number[] => [...new Set([p.organId, ...(p.servesId ? [p.servesId] : [])])];

/**
 * The tasks that a filter names, seen by a person. In scope 'toi' state and due date are those of the own charge,
 * elsewhere those of the task. Status, order and page are added by the callers.
 */
function filtered(build: Build, f: TaskFilter, p: Principal) {
  const mine = f.scope === 'toi';
  const own = ownOrgans(p);
  return build
    .selectFrom('task as t')
    .$if(mine, (q) => q.innerJoin('charge as m', 'm.task_id', 't.id').where('m.organ_id', 'in', own) as never)
    .$if(f.scope === 'giao', (q) => q.where('t.issuer_organ_id', '=', p.servesId ?? p.organId))
    .$if(f.directiveId !== null, (q) => q.where('t.directive_id', '=', f.directiveId))
    .$if(f.organId !== null, (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('charge as c')
            .select('c.id')
            .whereRef('c.task_id', '=', 't.id')
            .where('c.organ_id', '=', f.organId!),
        ),
      ),
    )
    .$if(f.unitId !== null, (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('charge as c')
            .innerJoin('organ as o', 'o.id', 'c.organ_id')
            .select('c.id')
            .whereRef('c.task_id', '=', 't.id')
            .where('o.unit_id', '=', f.unitId!),
        ),
      ),
    )
    .$if(fold(f.text) !== '', (q) => q.where('t.search_key', 'like', `%${fold(f.text)}%`));
}

const stateColumn = (f: TaskFilter) => sql<TaskState>`${sql.ref(f.scope === 'toi' ? 'm.state' : 't.state')}`;
const dueColumn = (f: TaskFilter) => sql<Day | null>`${sql.ref(f.scope === 'toi' ? 'm.due_on' : 't.due_on')}`;
const doneColumn = (f: TaskFilter) => sql<Day | null>`${sql.ref(f.scope === 'toi' ? 'm.done_on' : 't.done_on')}`;

/** The condition behind one status on `today`; the same rule as `statusOf`. */
function statusCondition(f: TaskFilter, today: Day): Expression<SqlBool> {
  const state = stateColumn(f);
  const due = dueColumn(f);
  const done = doneColumn(f);
  switch (f.status) {
    case 'chua-xong':
      return sql<SqlBool>`${state} in ('working', 'condition', 'awaiting', 'returned')`;
    case 'qua-han':
      return sql<SqlBool>`${state} = 'working' and ${due} < ${today}`;
    case 'trong-han':
      return sql<SqlBool>`${state} = 'working' and ${due} >= ${today}`;
    case 'khong-han':
      return sql<SqlBool>`${state} = 'working' and ${due} is null`;
    case 'co-dieu-kien':
      return sql<SqlBool>`${state} = 'condition'`;
    case 'cho-xac-nhan':
      return sql<SqlBool>`${state} = 'awaiting'`;
    case 'tra-lai':
      return sql<SqlBool>`${state} = 'returned'`;
    case 'xong-dung-han':
      return sql<SqlBool>`${state} = 'done' and ${done} <= ${due}`;
    case 'xong-qua-han':
      return sql<SqlBool>`${state} = 'done' and ${done} > ${due}`;
    case 'xong-khong-han':
      return sql<SqlBool>`${state} = 'done' and ${due} is null`;
    case 'thoi-giao':
      return sql<SqlBool>`${state} = 'withdrawn'`;
    case null:
      return sql<SqlBool>`true`;
  }
}

const compiled = new Map<string, Query<TaskRow>>();
const MOST_COMPILED = 2000;

/**
 * One page of a list, or `limit` rows from `offset` for an export. Building and compiling a query costs more than its rows do
 * on the way back, so the query of a list is kept by all that stands in it.
 */
export function listTasks(
  build: Build,
  f: TaskFilter,
  p: Principal,
  today: Day,
  { limit = PAGE_SIZE, offset = (f.page - 1) * PAGE_SIZE } = {},
): Query<TaskRow> {
  const { page: _, ...rest } = f;
  const key = JSON.stringify([rest, p.organId, p.servesId, today, limit, offset]);
  const known = compiled.get(key);
  if (known) return known;
  const sqlText = buildList(build, f, p, today, limit, offset).compile();
  const query = { compile: () => sqlText } as Query<TaskRow>;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, query);
  return query;
}

function buildList(
  build: Build,
  f: TaskFilter,
  p: Principal,
  today: Day,
  limit: number,
  offset: number,
): Query<TaskRow> {
  const due = dueColumn(f);
  const order = {
    han: sql`${due} asc nulls last, t.id asc`,
    'han-xa': sql`${due} desc nulls last, t.id desc`,
    moi: sql`t.id desc`,
    muc: sql`t.directive_id desc, t.ordinal asc`,
  }[f.sort];
  return filtered(build, f, p)
    .$if(f.status !== null, (q) => q.where(statusCondition(f, today)))
    .select([
      't.id',
      't.source',
      't.ordinal',
      't.directive_id as directiveId',
      't.topic',
      't.action',
      't.lead_organ_ids as leadIds',
      't.coordinator_organ_ids as coordinatorIds',
      't.condition',
      't.recurrence',
      't.started_on as startedOn',
      stateColumn(f).as('state'),
      due.as('dueOn'),
      doneColumn(f).as('doneOn'),
      't.version',
    ])
    .orderBy(order)
    .limit(limit)
    .offset(offset) as unknown as Query<TaskRow>;
}

/** How many tasks of the filter stand in each state, by how they stand to their limit on `today`. */
export function tallyTasks(build: Build, f: TaskFilter, p: Principal, today: Day): Query<TallyRow> {
  const state = stateColumn(f);
  const due = dueColumn(f);
  const timing = sql<TallyRow['timing']>`case when ${due} is null then 'none'
    when coalesce(${doneColumn(f)}, ${today}::date) > ${due} then 'late' else 'in' end`;
  return filtered(build, f, p)
    .select([state.as('state'), timing.as('timing'), sql<number>`count(*)::int`.as('count')])
    .groupBy([sql`1`, sql`2`]) as unknown as Query<TallyRow>;
}

export interface TaskDetail extends TaskRow {
  unitId: number;
  issuerOrganId: number;
  ownerOrganId: number;
  deadlineText: string | null;
  reportTo: string[];
  basis: string[];
  evidenceStart: number | null;
  evidenceEnd: number | null;
  endReason: string | null;
  /** By when the coordinators owe their opinions. */
  opinionDueOn: Day | null;
  opinionDaySet: boolean | null;
  /** Why the due date is that day, where the calendar computed it. */
  dueLines: string[] | null;
  /** The recurring duty of which this is one period. */
  seriesId: number | null;
  period: string | null;
}

export interface ChargeRow {
  id: number;
  taskId: number;
  organId: number;
  role: ChargeRole;
  state: TaskState;
  percent: number;
  lastNote: string | null;
  askedOn: Day | null;
  doneOn: Day | null;
  /** The binding day; whether a part is late is counted by it. */
  dueOn: Day | null;
  /** The organ's own earlier aim. */
  targetOn: Day | null;
  /** A coordinator's last opinion, and when it was given. */
  opinion: string | null;
  opinionOn: Day | null;
  /** The organ that ended and whose part this was. */
  receivedFromId: number | null;
  /** Why this part is asked no longer. */
  endReason: string | null;
  version: number;
}

/** The columns of a `TaskRow` where it is read from the task alone. */
export const TASK_COLUMNS = [
  'id',
  'source',
  'ordinal',
  'directive_id as directiveId',
  'topic',
  'action',
  'lead_organ_ids as leadIds',
  'coordinator_organ_ids as coordinatorIds',
  'state',
  'due_on as dueOn',
  'done_on as doneOn',
  'condition',
  'recurrence',
  'started_on as startedOn',
  'version',
] as const;

export const taskById = (build: Build | Tx, id: number): Query<TaskDetail> =>
  build
    .selectFrom('task')
    .where('id', '=', id)
    .select([
      ...TASK_COLUMNS,
      'unit_id as unitId',
      'issuer_organ_id as issuerOrganId',
      'owner_organ_id as ownerOrganId',
      'deadline_text as deadlineText',
      'report_to as reportTo',
      'basis',
      'evidence_start as evidenceStart',
      'evidence_end as evidenceEnd',
      'end_reason as endReason',
      'opinion_due_on as opinionDueOn',
      'opinion_day_set as opinionDaySet',
      'due_lines as dueLines',
      'series_id as seriesId',
      'period',
    ]) as unknown as Query<TaskDetail>;

export const chargesOf = (build: Build | Tx, taskId: number): Query<ChargeRow> =>
  build
    .selectFrom('charge')
    .where('task_id', '=', taskId)
    .orderBy(sql`role = 'coordinate', id`)
    .select([
      'id',
      'task_id as taskId',
      'organ_id as organId',
      'role',
      'state',
      'percent',
      'last_note as lastNote',
      'asked_on as askedOn',
      'done_on as doneOn',
      'due_on as dueOn',
      'target_on as targetOn',
      'opinion',
      'opinion_on as opinionOn',
      'received_from_id as receivedFromId',
      'end_reason as endReason',
      'version',
    ]) as unknown as Query<ChargeRow>;

export interface PeriodRow {
  id: number;
  topic: string | null;
  state: TaskState;
  dueOn: Day | null;
  doneOn: Day | null;
}

/** The periods that a recurring duty has made, the latest first. */
export const periodsOf = (build: Build, seriesId: number): Query<PeriodRow> =>
  build
    .selectFrom('task')
    .where('series_id', '=', seriesId)
    .orderBy('id', 'desc')
    .limit(24)
    .select(['id', 'topic', 'state', 'due_on as dueOn', 'done_on as doneOn']) as unknown as Query<PeriodRow>;

/** A row where the reader may open the directive of a task; those who only got a sub-task often may not. */
export const directiveSeen = (build: Build, taskId: number): Query<{ id: number }> =>
  build
    .selectFrom('task as t')
    .innerJoin('directive as d', 'd.id', 't.directive_id')
    .where('t.id', '=', taskId)
    .select('d.id') as unknown as Query<{ id: number }>;

export interface FileRow {
  id: number;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
}

export const filesOf = (build: Build, taskId: number): Query<FileRow> =>
  build
    .selectFrom('file')
    .where('subject_type', '=', 'task')
    .where('subject_id', '=', taskId)
    .orderBy('id')
    .select(['id', 'name', 'size', 'sha256', 'media_type as mediaType']) as unknown as Query<FileRow>;

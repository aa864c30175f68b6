import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Database, Query } from '../platform/db/access.ts';

type Build = Database['build'];

/**
 * The cells in which the State counts tasks: done {on time, late, no limit}, not done {in time, overdue, no limit}
 * (Quyết định 42/2014/QĐ-TTg as amended by 23/2018/QĐ-TTg).
 */
export const GRAMMAR = [
  { key: 'xong-dung-han', label: 'Đúng hạn', done: true, tone: 'good' },
  { key: 'xong-qua-han', label: 'Quá hạn', done: true, tone: 'soon' },
  { key: 'xong-khong-han', label: 'Không hạn', done: true, tone: 'good' },
  { key: 'trong-han', label: 'Trong hạn', done: false, tone: 'wait' },
  { key: 'qua-han', label: 'Quá hạn', done: false, tone: 'late' },
  { key: 'khong-han', label: 'Không hạn', done: false, tone: 'none' },
] as const;
export type GrammarCell = (typeof GRAMMAR)[number]['key'];
export type GrammarCounts = Record<GrammarCell, number>;
export type GrammarGroup = 'organ' | 'unit' | 'directive' | 'signer' | 'month' | 'all';

export interface GrammarFilter {
  /** How things stood at the end of this day. */
  asOf: Day;
  /** Leaves out what was done before this day: what remains was carried over into the period, or assigned in it. */
  from: Day | null;
  organId: number | null;
  unitId: number | null;
  directiveId: number | null;
  /** The leader who signed the directive, as it names them. */
  signer: string | null;
}

/** What the figures of one group are called: an id as text, a signer, a month; empty where there is none. */
export type GrammarRow = GrammarCounts & { key: string };

/** The cell of a lead's part on a day. What was reported as done in time and waits to be confirmed is not overdue. */
function cellOn(asOf: Day) {
  return sql<GrammarCell>`case
    when c.state = 'done' and c.done_on <= ${asOf}::date then case when c.due_on is null then 'xong-khong-han'
      when c.done_on <= c.due_on then 'xong-dung-han' else 'xong-qua-han' end
    when c.due_on is null then 'khong-han'
    when case when c.state = 'awaiting' then least(c.asked_on, ${asOf}::date) else ${asOf}::date end > c.due_on then 'qua-han'
    else 'trong-han' end`;
}

/** Every lead's part that stood or was done in the period; one that has been withdrawn is not asked for any more. */
const counted = (build: Build, f: GrammarFilter) =>
  build
    .selectFrom('charge as c')
    .innerJoin('task as t', 't.id', 'c.task_id')
    .leftJoin('directive as d', 'd.id', 't.directive_id')
    .innerJoin('organ as o', 'o.id', 'c.organ_id')
    .where('c.role', '=', 'lead')
    .where('c.state', '<>', 'withdrawn')
    .where('t.started_on', '<=', f.asOf)
    .$if(f.from !== null, (q) => q.where((e) => e.or([e('c.done_on', 'is', null), e('c.done_on', '>=', f.from)])))
    .$if(f.organId !== null, (q) => q.where('c.organ_id', '=', f.organId!))
    .$if(f.unitId !== null, (q) => q.where('o.unit_id', '=', f.unitId))
    .$if(f.directiveId !== null, (q) => q.where('t.directive_id', '=', f.directiveId))
    .$if(f.signer !== null, (q) => q.where(sql<string>`coalesce(d.signer, '')`, '=', f.signer));

const GROUPS: Record<GrammarGroup, ReturnType<typeof sql<string>>> = {
  organ: sql<string>`c.organ_id::text`,
  unit: sql<string>`coalesce(o.unit_id::text, '')`,
  directive: sql<string>`coalesce(t.directive_id::text, '')`,
  signer: sql<string>`coalesce(d.signer, '')`,
  month: sql<string>`to_char(t.started_on, 'YYYY-MM')`,
  all: sql<string>`''`,
};

/** How many leads' parts stand in each cell, by group; groups without any are not among the rows. As far as the reader may see. */
export function taskGrammar(build: Build, f: GrammarFilter, group: GrammarGroup): Query<GrammarRow> {
  const inner = counted(build, f).select([GROUPS[group].as('key'), cellOn(f.asOf).as('cell')]);
  return build
    .selectFrom(inner.as('x'))
    .groupBy('x.key')
    .orderBy('x.key')
    .select([
      'x.key',
      ...GRAMMAR.map(({ key }) => sql<number>`(count(*) filter (where x.cell = ${key}))::int`.as(key)),
    ]) as unknown as Query<GrammarRow>;
}

export interface GrammarTask {
  id: number;
  source: string;
  topic: string | null;
  action: string;
  organId: number;
  signer: string | null;
  startedOn: Day;
  dueOn: Day | null;
  doneOn: Day | null;
  cell: GrammarCell;
}

/** The parts behind a figure, most pressing first. `cell` null: all of them, 'chua-xong' and 'xong' for half of the cells. */
export const tasksBehind = (
  build: Build,
  f: GrammarFilter,
  cell: GrammarCell | 'xong' | 'chua-xong' | null,
  { limit, offset }: { limit: number; offset: number },
): Query<GrammarTask> =>
  build
    .selectFrom(
      counted(build, f)
        .select([
          't.id',
          't.source',
          't.topic',
          't.action',
          'c.organ_id as organId',
          'd.signer',
          't.started_on as startedOn',
          'c.due_on as dueOn',
          sql<Day | null>`case when c.done_on <= ${f.asOf}::date then c.done_on end`.as('doneOn'),
          cellOn(f.asOf).as('cell'),
        ])
        .as('x'),
    )
    .selectAll()
    .$if(cell !== null, (q) =>
      q.where(
        'x.cell',
        'in',
        GRAMMAR.filter((g) => g.key === cell || cell === (g.done ? 'xong' : 'chua-xong')).map((g) => g.key),
      ),
    )
    .orderBy(sql`x."dueOn" asc nulls last, x.id, x."organId"`)
    .limit(limit)
    .offset(offset) as unknown as Query<GrammarTask>;

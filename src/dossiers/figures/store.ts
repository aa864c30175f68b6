import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { InputKey } from './inputs.ts';
import type { Flow, Stock } from './measures.ts';
import { monthEnd, type Period, type Stretch, stretches, stretchesThrough, stretchesUntil } from './period.ts';

type Build = Database['build'];

export interface FlowRow {
  unitId: number;
  measure: Flow;
  amount: number;
}

const within = (parts: readonly Stretch[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    parts.map((part) => sql`(f.grain = ${part.grain} and f.day between ${part.from}::date and ${part.to}::date)`),
    sql` or `,
  )})`;

/** What flowed in the period, by unit and measure. */
export const flowsIn = (build: Build, units: readonly number[], period: Period): Query<FlowRow> =>
  build
    .selectFrom('dossier_figure as f')
    .where('f.unit_id', 'in', [...units])
    .where(within(stretches(period.from, period.countedTo)))
    .where('f.late_from', '=', sql<Day>`date '9999-12-31'`)
    .where('f.measure', 'not in', ['open', 'open_late', 'waiting', 'waiting_late'])
    .groupBy(['f.unit_id', 'f.measure'])
    .select([
      'f.unit_id as unitId',
      'f.measure',
      sql<number>`sum(f.amount)::int`.as('amount'),
    ]) as unknown as Query<FlowRow>;

export interface StockRow {
  unitId: number;
  measure: Stock;
  /** Of `open`: whether its date has passed at the end of the day. */
  late: boolean;
  amount: number;
  /** In hand when the period began: kỳ trước chuyển sang. */
  carried: number;
}

/** What stood at the end of the period, by unit, and of it how much the growth before the period had left. */
export const stocksIn = (build: Build, units: readonly number[], period: Period): Query<StockRow> =>
  build
    .selectFrom('dossier_figure as f')
    .where('f.unit_id', 'in', [...units])
    .where(within(stretchesThrough(period)))
    .where('f.measure', 'in', ['open', 'open_late', 'waiting', 'waiting_late'])
    .groupBy(['f.unit_id', 'f.measure', sql`3`])
    .select([
      'f.unit_id as unitId',
      'f.measure',
      sql<boolean>`f.late_from <= ${period.to}::date`.as('late'),
      sql<number>`sum(f.amount)::int`.as('amount'),
      sql<number>`coalesce(sum(f.amount) filter (where ${within(stretchesUntil(addDays(period.from, -1)))}), 0)::int`.as(
        'carried',
      ),
    ]) as unknown as Query<StockRow>;

/** The versions of procedures for which dossiers came online in the period; not told by day, so a month counts wholly. */
export const usedOnline = (
  build: Build,
  units: readonly number[],
  period: Period,
): Query<{ unitId: number; versionId: number }> =>
  build
    .selectFrom('dossier_figure as f')
    .where('f.unit_id', 'in', [...units])
    .where(within(stretches(period.from, monthEnd(period.countedTo))))
    .where('f.measure', '=', 'received_online')
    .where('f.amount', '>', 0)
    .select(['f.unit_id as unitId', 'f.procedure_version_id as versionId'])
    .distinct() as unknown as Query<{ unitId: number; versionId: number }>;

export interface InputRow {
  unitId: number;
  month: Day;
  indicator: InputKey;
  numerator: number;
  denominator: number;
  source: string;
}

/** What was entered by hand for the months of a period: of each the last entry. */
export const inputsOf = (build: Build, units: readonly number[], period: Period): Query<InputRow> =>
  build
    .selectFrom('dossier_figure_input as i')
    .where('i.unit_id', 'in', [...units])
    .where('i.month', '>=', period.from)
    .where('i.month', '<=', period.to)
    .distinctOn(['i.unit_id', 'i.month', 'i.indicator'])
    .orderBy('i.unit_id')
    .orderBy('i.month')
    .orderBy('i.indicator')
    .orderBy('i.id', 'desc')
    .select([
      'i.unit_id as unitId',
      'i.month',
      'i.indicator',
      'i.numerator',
      'i.denominator',
      'i.source',
    ]) as unknown as Query<InputRow>;

import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Database, Query } from '../platform/db/access.ts';
import type { FieldKey } from './fields.ts';
import { OPEN_STATES } from './model.ts';

/** What became of what was asked at dialogues. */
export interface DialogueFigures {
  asked: number;
  /** In full, or refused with its ground. */
  answered: number;
  /** Of the answered: by the limit, or without any. */
  inTime: number;
  /** Still open, with a limit that has passed. */
  overdue: number;
  /** Of the answered, by the word of those who asked. */
  solved: number;
  unsolved: number;
}
export const FIGURES = ['asked', 'answered', 'inTime', 'overdue', 'solved', 'unsolved'] as const;

export interface YearRow extends DialogueFigures {
  year: number;
  field: FieldKey;
  leadId: number | null;
}

const OPEN = sql.join(OPEN_STATES.map((state) => sql.lit(state)));

/**
 * The petitions of dialogues held in a year and in the year before it, by field and by the organ that answers; as far as the
 * reader may see them. What was withdrawn or merged into another is not counted again.
 */
export const dialogueYear = (build: Database['build'], year: number, today: Day): Query<YearRow> =>
  build
    .selectFrom('petition as p')
    .innerJoin('dialogue as d', 'd.id', 'p.dialogue_id')
    .where('d.held_on', '>=', `${year - 1}-01-01` as Day)
    .where('d.held_on', '<=', `${year}-12-31` as Day)
    .where('p.state', 'not in', ['withdrawn', 'merged'])
    .groupBy([sql`1`, 'p.field', 'p.lead_organ_id'])
    .select([
      sql<number>`extract(year from d.held_on)::int`.as('year'),
      'p.field',
      'p.lead_organ_id as leadId',
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`(count(*) filter (where p.answered_on is not null))::int`.as('answered'),
      sql<number>`(count(*) filter (where p.answered_on <= coalesce(p.due_on, p.answered_on)))::int`.as('inTime'),
      sql<number>`(count(*) filter (where p.state in (${OPEN}) and p.due_on < ${today}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where p.solved))::int`.as('solved'),
      sql<number>`(count(*) filter (where not p.solved))::int`.as('unsolved'),
    ]) as unknown as Query<YearRow>;

/** The dialogues held in the year, the first first. */
export const dialoguesOfYear = (
  build: Database['build'],
  year: number,
): Query<{ id: number; title: string; heldOn: Day }> =>
  build
    .selectFrom('dialogue')
    .where('held_on', '>=', `${year}-01-01` as Day)
    .where('held_on', '<=', `${year}-12-31` as Day)
    .orderBy('held_on')
    .orderBy('id')
    .select(['id', 'title', 'held_on as heldOn']) as unknown as Query<{ id: number; title: string; heldOn: Day }>;

const NOTHING: DialogueFigures = { asked: 0, answered: 0, inTime: 0, overdue: 0, solved: 0, unsolved: 0 };

export const sumOf = (rows: readonly DialogueFigures[]): DialogueFigures =>
  rows.reduce<DialogueFigures>(
    (sum, row) => Object.fromEntries(FIGURES.map((key) => [key, sum[key] + row[key]])) as unknown as DialogueFigures,
    NOTHING,
  );

export interface YearReport {
  year: number;
  total: DialogueFigures;
  before: DialogueFigures;
  byField: { field: FieldKey; figures: DialogueFigures; before: DialogueFigures }[];
  /** The organ that was asked most first; null: nobody has been charged yet. */
  byOrgan: { leadId: number | null; figures: DialogueFigures; before: DialogueFigures }[];
}

/** The year beside the year before it, from the rows of both. What only the year before had is shown too, as nothing now. */
export function yearReport(rows: readonly YearRow[], year: number): YearReport {
  const split = <Key extends string | number | null>(keyOf: (row: YearRow) => Key) =>
    [...Map.groupBy(rows, keyOf)]
      .map(([key, of]) => ({
        key,
        figures: sumOf(of.filter((r) => r.year === year)),
        before: sumOf(of.filter((r) => r.year === year - 1)),
      }))
      .sort((a, b) => b.figures.asked - a.figures.asked || b.before.asked - a.before.asked);
  return {
    year,
    total: sumOf(rows.filter((r) => r.year === year)),
    before: sumOf(rows.filter((r) => r.year === year - 1)),
    byField: split((r) => r.field).map(({ key, ...of }) => ({ field: key, ...of })),
    byOrgan: split((r) => r.leadId).map(({ key, ...of }) => ({ leadId: key, ...of })),
  };
}

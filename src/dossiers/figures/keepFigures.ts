import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type Counted, type Growth, growthBetween } from './measures.ts';

/**
 * Moves the figures with one step of a dossier, in the transaction of the step.
 * @param before null where the dossier begins with the step
 * @param at the step's instant, in epoch milliseconds
 */
export const keepFigures = (
  tx: Tx,
  unitId: number,
  before: Counted | null,
  after: Counted,
  at: number,
): Promise<void> => keepFiguresOfAll(tx, unitId, [{ before, after, at }]);

/** The same for many steps of a unit's dossiers at once. */
export async function keepFiguresOfAll(
  tx: Tx,
  unitId: number,
  moves: readonly { before: Counted | null; after: Counted; at: number }[],
): Promise<void> {
  const rows = rowsOf(moves.flatMap(({ before, after, at }) => growthBetween(before, after, at)));
  if (rows.length === 0) return;
  const column = <Key extends keyof FigureRow>(key: Key) => `{${rows.map((row) => row[key]).join(',')}}`;
  await sql`select dossier_figures_add(${unitId}, ${column('grain')}::text[], ${column('day')}::date[],
    ${column('measure')}::text[], ${column('authorityId')}::bigint[], ${column('procedureVersionId')}::bigint[],
    ${column('lateFrom')}::date[], ${column('amount')}::integer[])`.execute(tx);
}

type Grain = 'd' | 'm' | 'y';
type FigureRow = Growth & { grain: Grain };

/** The first day of the time that a grain counts. */
export const grainDay = (day: Day, grain: Grain): Day =>
  (grain === 'd' ? day : grain === 'm' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`) as Day;

/** Days are told of all procedures together: who asks for one procedure asks for months. */
function rowsOf(growth: readonly Growth[]): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  for (const one of growth)
    for (const grain of ['d', 'm', 'y'] as const) {
      const row = {
        ...one,
        grain,
        day: grainDay(one.day, grain),
        procedureVersionId: grain === 'd' ? 0 : one.procedureVersionId,
      };
      const key = [grain, row.day, row.measure, row.authorityId, row.procedureVersionId, row.lateFrom].join();
      const known = rows.get(key);
      if (known) known.amount += row.amount;
      else rows.set(key, row);
    }
  return [...rows.values()].filter((row) => row.amount !== 0);
}

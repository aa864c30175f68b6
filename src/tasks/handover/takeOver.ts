import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Tx } from '../../platform/db/access.ts';

/** An organ whose last day is known, and who comes after it. */
export interface EndedOrgan {
  organId: number;
  lastDay: Day;
  successorIds: readonly number[];
}

interface Touched {
  id: number;
  unit_id: number;
  part: 'lead' | 'coordinate' | 'subtask' | 'owner';
}

/**
 * The successor takes over all that an organ left open: its charges, its sub-tasks, and the tasks that it watched as their
 * office. An organ that was divided leaves all to its first successor, so that nothing is without an owner; the office moves
 * on what belongs to another by reassigning. On its last day an organ still works: what ends later waits for the daily run.
 * @param by the administrator who ended it, or null when the daily run does; the reader of `tx` administers the organ's unit
 * @returns the tasks that changed hands
 */
export async function takeOver(tx: Tx, by: Principal | null, ended: EndedOrgan, today: Day): Promise<number[]> {
  const [successor, ...others] = ended.successorIds;
  if (successor === undefined || ended.lastDay >= today) return [];
  const { rows } = await sql<Touched>`
    select * from task_take_over(${ended.organId}::bigint, ${successor}::bigint, ${'Cơ quan đã kết thúc hoạt động; cơ quan kế tiếp tiếp nhận.'})
  `.execute(tx);
  const touched = Map.groupBy(rows, (row) => Number(row.id));
  for (const [taskId, parts] of touched) {
    await tx
      .insertInto('event')
      .values({
        unit_id: Number(parts[0]!.unit_id),
        person_id: by?.personId ?? null,
        appointment_id: by?.appointmentId ?? null,
        organ_id: by?.organId ?? null,
        for_appointment_id: by?.actingFor?.appointmentId ?? null,
        kind: 'task.taken_over',
        subject_type: 'task',
        subject_id: taskId,
        data: JSON.stringify({
          fromOrganId: ended.organId,
          toOrganId: successor,
          parts: parts.map((row) => row.part),
          ...(others.length > 0 ? { otherSuccessors: others } : {}),
        }),
      })
      .execute();
  }
  return [...touched.keys()];
}

/** Hands on what organs left open whose last day has passed since; also what a killed run left. @returns the tasks touched */
export async function takeOverFromEnded(db: Database, today: Day): Promise<number> {
  const ended = await db.system
    .selectFrom('organ as o')
    .innerJoin('organ_lineage as l', 'l.predecessor_id', 'o.id')
    .where('o.valid_to', '<', today)
    .where('o.unit_id', 'is not', null)
    .where((e) =>
      e.or([
        e.exists(
          e
            .selectFrom('charge as c')
            .select('c.id')
            .whereRef('c.organ_id', '=', 'o.id')
            .where('c.state', 'in', ['working', 'condition', 'awaiting', 'returned']),
        ),
        e.exists(
          e
            .selectFrom('subtask as s')
            .select('s.id')
            .where((x) => x.or([x('s.organ_id', '=', x.ref('o.id')), x('s.passer_organ_id', '=', x.ref('o.id'))]))
            .where('s.state', 'in', ['working', 'awaiting', 'returned']),
        ),
      ]),
    )
    .groupBy(['o.id', 'o.unit_id', 'o.valid_to'])
    .select([
      'o.id',
      'o.unit_id as unitId',
      'o.valid_to as lastDay',
      sql<number[]>`array_agg(l.successor_id order by l.successor_id)`.as('successorIds'),
    ])
    .execute();
  let touched = 0;
  for (const organ of ended) {
    const reader = { personId: null, organIds: [], adminUnitId: organ.unitId };
    const tasks = await db.write(reader, (tx) =>
      takeOver(tx, null, { organId: organ.id, lastDay: organ.lastDay!, successorIds: organ.successorIds }, today),
    );
    touched += tasks.length;
  }
  return touched;
}

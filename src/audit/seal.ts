import { type Kysely, sql } from 'kysely';
import type { DB } from '../platform/db/schema.generated.ts';
import type { Job } from '../platform/jobs/index.ts';

/** How far back a run of the sealer looks; whatever is older and unsealed is named by the verification. */
const LOOK_BACK = '2 days';

/**
 * Seals the events that have none yet into each unit's hash chain. Whatever commits late is sealed by the next run, so the
 * chain's order is that of sealing. Two sealers at once wait for each other.
 * @param system the owner's connection: a seal covers events of every organ
 * @returns how many events were sealed
 */
export async function sealEvents(system: Kysely<DB>, { most = 5000, all = false } = {}): Promise<number> {
  const { rows } = await sql<{ sealed: number }>`
    select seal_events(${most}::int, ${all ? sql`'-infinity'::timestamptz` : sql`now() - ${LOOK_BACK}::interval`}) as sealed`.execute(
    system,
  );
  return rows[0]?.sealed ?? 0;
}

export interface ChainFault {
  unitId: number;
  eventId: number;
  seq: number;
  what: 'changed' | 'gap';
}

/** Walks every chain again. A changed event or seal, or a seal taken out of the middle, is named. */
export async function verifyChains(
  system: Kysely<DB>,
): Promise<{ sealed: number; unsealed: number; faults: ChainFault[] }> {
  const { rows: faults } = await sql<ChainFault>`
    select unit_id as "unitId", event_id as "eventId", seq, case when seq <> coalesce(before_seq, 0) + 1 then 'gap' else 'changed' end as what
    from (
      select s.unit_id, s.event_id, s.seq, s.hash, lag(s.seq) over w as before_seq,
        event_digest(e, coalesce(lag(s.hash) over w, ''::bytea)) as expected
      from event_seal s join event e on e.unit_id = s.unit_id and e.id = s.event_id
      window w as (partition by s.unit_id order by s.seq)
    ) walked
    where hash <> expected or seq <> coalesce(before_seq, 0) + 1
    order by unit_id, seq limit 100`.execute(system);
  const { rows } = await sql<{ sealed: number; unsealed: number }>`
    select (select count(*)::int from event_seal) as sealed,
      (select count(*)::int from event e where not exists (select from event_seal s where s.unit_id = e.unit_id and s.event_id = e.id)) as unsealed
    `.execute(system);
  return { ...rows[0]!, faults };
}

/** Seals what happened, every minute, as long as there is something to seal. */
export const sealJob = (system: Kysely<DB>): Job => ({
  name: 'audit.seal',
  cron: '* * * * *',
  work: async () => {
    while ((await sealEvents(system)) > 0);
  },
});

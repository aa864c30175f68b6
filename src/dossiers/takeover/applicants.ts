import { sql } from 'kysely';
import type { Tx } from '../../platform/db/access.ts';
import { type ApplicantFacts, sameFacts } from '../applicants/model.ts';
import { type Applicant, applicantRow } from '../applicants/store.ts';

interface Wanted {
  facts: ApplicantFacts;
  unitId: number;
  organId: number;
}

/**
 * The rows of the applicants of many dossiers, in their order. What a centre remembers already is newer than an old system's
 * file: it stays current, and facts told otherwise become a row of their own that has ended.
 */
export async function rememberAll(tx: Tx, wanted: readonly Wanted[]): Promise<number[]> {
  const known = await currentOnes(tx, wanted);
  const fresh: { wanted: Wanted; current: boolean; at: number[] }[] = [];
  const ids: (number | undefined)[] = [];
  const keyOf = ({ unitId, facts }: Wanted) => `${unitId} ${facts.idNumber}`;
  wanted.forEach((one, i) => {
    const numbered = one.facts.idNumber !== null;
    const remembered = numbered ? known.get(keyOf(one)) : undefined;
    if (remembered && sameFacts(remembered, one.facts)) {
      ids[i] = remembered.id;
      return;
    }
    const twins = numbered ? fresh.filter((f) => keyOf(f.wanted) === keyOf(one)) : [];
    const same = twins.find((f) => sameFacts(f.wanted.facts, one.facts));
    if (same) same.at.push(i);
    else fresh.push({ wanted: one, current: !remembered && twins.length === 0, at: [i] });
  });
  if (fresh.length === 0) return ids as number[];
  // Ids grow in the order of the values, but no statement promises in which order it returns them.
  const rows = fresh.map(({ wanted, current }) => ({ ...applicantRow(wanted, wanted.facts), current }));
  const added = await tx.insertInto('dossier_applicant').values(rows).returning('id').execute();
  const inOrder = added.map(({ id }) => id).sort((a, b) => a - b);
  fresh.forEach(({ at }, i) => {
    for (const index of at) ids[index] = inOrder[i]!;
  });
  return ids as number[];
}

async function currentOnes(tx: Tx, wanted: readonly Wanted[]): Promise<Map<string, Applicant>> {
  const asked = wanted.filter(({ facts }) => facts.idNumber !== null);
  const { rows } = await sql<Applicant & { unitId: number }>`
    select a.unit_id as "unitId", a.id, a.kind, a.name, a.id_number as "idNumber", a.birth_day as "birthDay", a.address, a.phone, a.email
    from dossier_applicant a
    where a.current and a.unit_id = any (${`{${[...new Set(asked.map(({ unitId }) => unitId))].join(',')}}`}::bigint[])
      and a.id_number = any (${`{${[...new Set(asked.map(({ facts }) => facts.idNumber))].join(',')}}`}::text[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [`${row.unitId} ${row.idNumber}`, row]));
}

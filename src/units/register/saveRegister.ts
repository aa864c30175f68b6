import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import { searchKeyOf, UNIT_LEVELS } from '../model.ts';
import { type Assembled, type AssembledUnit, assemble, type KnownUnit } from './assemble.ts';
import { RegisterFault } from './registerFault.ts';
import { type LineageRow, type UnitKey, type UnitRow, unitKey } from './rows.ts';

/** How many rows were new, corrected, or stood as they were. */
export interface SaveCount {
  added: number;
  changed: number;
  same: number;
}

export interface SaveReport {
  units: SaveCount;
  links: SaveCount;
}

/** Rows sent in one statement. */
const BATCH = 1000;

/** Holds off a second import of the register until the first is done. */
const LOCK = 7_108_246_010;

/**
 * Joins the rows with the register and writes them in one transaction: all of them or, where a row does not fit, none.
 * The same rows again change nothing. Rows that the register holds under the same (code, valid_from) are corrected.
 * @param by what is written into the record of events: `import` with the names of files, or `facts`
 * @throws RegisterFault naming each row that does not fit
 */
export function saveRegister(
  db: Kysely<DB>,
  units: readonly UnitRow[],
  lineage: readonly LineageRow[],
  by: Readonly<Record<string, string>>,
): Promise<SaveReport> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const known: KnownUnit[] = (
      await tx.selectFrom('unit').select(['code', 'level', 'type', 'name', 'valid_from', 'valid_to']).execute()
    ).map(({ valid_from, valid_to, ...rest }) => ({ ...rest, validFrom: valid_from, validTo: valid_to }));
    const assembled = assemble(units, lineage, known);
    if (assembled.faults.length > 0) throw new RegisterFault(assembled.faults);
    const report = { units: await saveUnits(tx, assembled.units), links: await saveLinks(tx, assembled) };
    await record(tx, report, by);
    return report;
  });
}

type Tx = Transaction<DB>;

/** The ids of all units by key. */
async function idsByKey(tx: Tx): Promise<Map<UnitKey, number>> {
  const rows = await tx.selectFrom('unit').select(['id', 'code', 'valid_from']).execute();
  return new Map(rows.map((r) => [unitKey({ code: r.code, validFrom: r.valid_from }), r.id]));
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}

/** Adds what a statement's returned rows tell: new rows have never been updated (xmax is 0); rows left alone are not returned. */
function count(total: SaveCount, sent: number, written: readonly { fresh: boolean }[]): void {
  const added = written.filter((w) => w.fresh).length;
  total.added += added;
  total.changed += written.length - added;
  total.same += sent - written.length;
}

async function saveUnits(tx: Tx, units: readonly AssembledUnit[]): Promise<SaveCount> {
  const total: SaveCount = { added: 0, changed: 0, same: 0 };
  // From the top down: a unit needs the id of the one above it.
  for (const level of UNIT_LEVELS) {
    const ids = await idsByKey(tx);
    for (const batch of batches(units.filter((u) => u.level === level))) {
      const written = await tx
        .insertInto('unit')
        .values(
          batch.map((u) => ({
            code: u.code,
            level: u.level,
            type: u.type,
            name: u.name,
            search_key: searchKeyOf(u),
            parent_id: u.parent === null ? null : ids.get(u.parent)!,
            valid_from: u.validFrom,
            valid_to: u.validTo,
            area_km2: u.areaKm2,
            population: u.population,
            mountainous: u.mountainous,
            legal_basis: u.legalBasis,
            alt_names: [...u.altNames],
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['code', 'valid_from'])
            .doUpdateSet((e) => ({
              level: e.ref('excluded.level'),
              type: e.ref('excluded.type'),
              name: e.ref('excluded.name'),
              search_key: e.ref('excluded.search_key'),
              parent_id: e.ref('excluded.parent_id'),
              valid_to: e.ref('excluded.valid_to'),
              // A file that does not tell a fact does not take it away.
              area_km2: e.fn.coalesce('excluded.area_km2', 'unit.area_km2'),
              population: e.fn.coalesce('excluded.population', 'unit.population'),
              mountainous: e.fn.coalesce('excluded.mountainous', 'unit.mountainous'),
              legal_basis: e.fn.coalesce('excluded.legal_basis', 'unit.legal_basis'),
              alt_names: e.ref('excluded.alt_names'),
            }))
            .where(
              sql<boolean>`(unit.level, unit.type, unit.name, unit.search_key, unit.parent_id, unit.valid_to, unit.area_km2,
                  unit.population, unit.mountainous, unit.legal_basis, unit.alt_names)
                is distinct from (excluded.level, excluded.type, excluded.name, excluded.search_key, excluded.parent_id,
                  excluded.valid_to, coalesce(excluded.area_km2, unit.area_km2), coalesce(excluded.population, unit.population),
                  coalesce(excluded.mountainous, unit.mountainous), coalesce(excluded.legal_basis, unit.legal_basis),
                  excluded.alt_names)`,
            ),
        )
        .returning(sql<boolean>`xmax = 0`.as('fresh'))
        .execute();
      count(total, batch.length, written);
    }
  }
  return total;
}

async function saveLinks(tx: Tx, { links }: Assembled): Promise<SaveCount> {
  const total: SaveCount = { added: 0, changed: 0, same: 0 };
  const ids = await idsByKey(tx);
  for (const batch of batches(links)) {
    const written = await tx
      .insertInto('unit_lineage')
      .values(
        batch.map(({ predecessor, successor, ...rest }) => ({
          ...rest,
          predecessor_id: ids.get(predecessor)!,
          successor_id: ids.get(successor)!,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['predecessor_id', 'successor_id'])
          .doUpdateSet((e) => ({
            part: e.ref('excluded.part'),
            kind: e.ref('excluded.kind'),
            area: e.ref('excluded.area'),
            population: e.ref('excluded.population'),
            resolution: e.ref('excluded.resolution'),
            clause: e.ref('excluded.clause'),
          }))
          .where(
            sql<boolean>`(unit_lineage.part, unit_lineage.kind, unit_lineage.area, unit_lineage.population,
                unit_lineage.resolution, unit_lineage.clause)
              is distinct from (excluded.part, excluded.kind, excluded.area, excluded.population, excluded.resolution,
                excluded.clause)`,
          ),
      )
      .returning(sql<boolean>`xmax = 0`.as('fresh'))
      .execute();
    count(total, batch.length, written);
  }
  return total;
}

/** One event of the system for a register that changed, kept with the first province that it holds. */
async function record(tx: Tx, report: SaveReport, by: Readonly<Record<string, string>>): Promise<void> {
  const { units, links } = report;
  if (units.added + units.changed + links.added + links.changed === 0) return;
  const first = await tx
    .selectFrom('unit')
    .select('id')
    .where('level', '=', 'province')
    .orderBy('id')
    .executeTakeFirst();
  if (!first) return;
  await tx
    .insertInto('event')
    .values({
      unit_id: first.id,
      kind: 'unit.register_loaded',
      subject_type: 'unit',
      subject_id: first.id,
      data: JSON.stringify({ ...by, units, links }),
    })
    .execute();
}

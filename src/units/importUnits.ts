import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/schema.generated.ts';
import { readLineageCsv, readUnitsCsv } from './register/readCsv.ts';
import { RegisterFault } from './register/registerFault.ts';
import { type SaveReport, saveRegister } from './register/saveRegister.ts';

export interface RegisterFile {
  /** As the operator knows it, for the record. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Loads a register of units, and where it is given their lineage, from CSV files: checked as a whole first, then written
 * in one transaction. Loading the same files again changes nothing.
 * @param db as the owner of the tables
 * @throws RegisterFault naming each bad row with its line and column; nothing has been loaded then
 */
export async function importUnits(
  db: Kysely<DB>,
  { units, lineage }: { units: RegisterFile; lineage?: RegisterFile | undefined },
): Promise<SaveReport> {
  const unitRows = readUnitsCsv(units.bytes);
  const lineageRows = lineage ? readLineageCsv(lineage.bytes) : { rows: [], faults: [] };
  const faults = [...unitRows.faults, ...lineageRows.faults];
  if (faults.length > 0) throw new RegisterFault(faults);
  return saveRegister(db, unitRows.rows, lineageRows.rows, {
    units: units.name,
    ...(lineage ? { lineage: lineage.name } : {}),
  });
}

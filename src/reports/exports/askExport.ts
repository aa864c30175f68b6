import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../../platform/db/access.ts';
import { XLSX_TYPE } from '../../platform/spreadsheet/index.ts';
import type { Wanted } from './kinds.ts';

/** Puts a file in line to be made beside the requests, in the transaction that asks for it. @returns the export's id */
export async function askExport(tx: Tx, by: Principal, wanted: Wanted, today: Day): Promise<number> {
  const { id } = await tx
    .insertInto('export_job')
    .values({
      unit_id: by.unitId,
      person_id: by.personId,
      asked_by: JSON.stringify(by),
      kind: wanted.kind,
      wanted: JSON.stringify(wanted),
      name: wanted.kind === 'tong-hop' ? `bao-cao-tung-don-vi-${today}.xlsx` : `nhiem-vu-${today}.xlsx`,
      media_type: XLSX_TYPE,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`select ask_export()`.execute(tx);
  return id;
}

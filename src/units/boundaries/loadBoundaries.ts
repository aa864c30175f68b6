import { type Kysely, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import type { UnitId } from '../../kernel/ids.ts';
import type { Database, Query } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import { communesOf } from '../registerReads.ts';
import { type Drawn, drawBoundaries } from './draw.ts';
import { type Boundary, BoundaryFault, readBoundaries } from './read.ts';

export interface BoundaryReport {
  drawn: number;
  /** Communes of the province for which there is no boundary now, by name. */
  missing: readonly string[];
}

/**
 * Loads the boundaries of a province's communes from a GeoJSON file, whole or not at all. Boundaries that were loaded before for
 * the same communes are superseded.
 * @param db as the owner of the tables
 * @param day from which the boundaries hold; the communes are those of that day
 * @throws Fault invalid, BoundaryFault naming each bad feature
 */
export async function loadBoundaries(
  db: Kysely<DB>,
  file: { name: string; bytes: Uint8Array },
  provinceCode: string,
  day: Day,
): Promise<BoundaryReport> {
  const communes = await communesOf(db, provinceCode, day);
  if (communes.length === 0) {
    throw invalid('units.boundaries.province', 'Chưa có danh mục xã, phường của tỉnh. Hãy nạp danh mục đơn vị trước.');
  }
  const byCode = new Map(communes.map((u) => [u.code, u]));
  const drawn = large(readBoundaries(file.bytes, new Set(byCode.keys())));
  const ids = drawn.map((d) => byCode.get(d.code)!.id);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('unit_boundary')
      .set({ superseded_at: sql`app_now()` })
      .where('unit_id', 'in', ids)
      .where('superseded_at', 'is', null)
      .execute();
    await tx
      .insertInto('unit_boundary')
      .values(
        drawn.map((d) => ({
          unit_id: byCode.get(d.code)!.id,
          path: d.path,
          left_x: d.left,
          top_y: d.top,
          right_x: d.right,
          bottom_y: d.bottom,
          source: file.name.slice(0, 200),
          valid_from: day,
        })),
      )
      .execute();
  });
  const { rows } = await db.executeQuery(boundariesOn(db, day).compile());
  const known = new Set(rows.map((r) => r.unitId));
  return { drawn: drawn.length, missing: communes.filter((u) => !known.has(u.id)).map((u) => u.name) };
}

/** @throws BoundaryFault where a unit is too small to be drawn: its file is not of this country's scale */
function large(boundaries: readonly Boundary[]): Drawn[] {
  const drawn = drawBoundaries(boundaries);
  const faults = drawn
    .filter((d) => d.path === '')
    .map((d) => ({ field: d.code, message: `Mã ${d.code}: hình quá nhỏ, không vẽ được. Hãy xem lại tọa độ.` }));
  if (faults.length > 0) throw new BoundaryFault(faults);
  return drawn;
}

export interface UnitBoundary {
  unitId: UnitId;
  path: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boundaries that hold on a day. */
export const boundariesOn = (build: Database['build'], day: Day): Query<UnitBoundary> =>
  build
    .selectFrom('unit_boundary')
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', day)]))
    .orderBy('unit_id')
    .select([
      'unit_id as unitId',
      'path',
      'left_x as left',
      'top_y as top',
      'right_x as right',
      'bottom_y as bottom',
    ]) as unknown as Query<UnitBoundary>;

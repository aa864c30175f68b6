import { sql } from 'kysely';
import type { Database, Query } from '../../platform/db/access.ts';
import type { ConcernKind } from './concern.ts';
import type { Takeover } from './store.ts';

/** Rows of a file by what became of them, beside what the database holds of them at this moment. */
export interface Sums {
  /** What is summed: a status, a centre, or the whole file. */
  by: 'status' | 'centre' | 'all';
  /** The status or the centre's organ; null where the row does not tell, and for the whole. */
  key: number | null;
  rows: number;
  taken: number;
  there: number;
  refused: number;
  /** Refused because they are finished in the other system. */
  ended: number;
  /** Rows with something to decide about. */
  differing: number;
  /** Dossiers that are found here under the row's code; in a rehearsal those to be taken are not. */
  held: number;
  /** Of these, dossiers that have another status by now than the file tells. */
  moved: number;
}

/**
 * Counted anew from the rows and from the dossiers themselves, never from counters that the import has kept. Row by row by the
 * key of the dossier: what a reader may see of a table cannot be estimated, and joined otherwise this took a hundred times longer.
 */
export const sumsOf = (build: Database['build'], takeoverId: number): Query<Sums> =>
  build
    .selectFrom(
      sql<Sums>`(select
        case when grouping(r.status) = 0 then 'status' when grouping(r.centre_organ_id) = 0 then 'centre' else 'all' end as by,
        case when grouping(r.status) = 0 then r.status else r.centre_organ_id end as key,
        count(*)::int as rows, (count(*) filter (where r.outcome = 'taken'))::int as taken,
        (count(*) filter (where r.outcome = 'there'))::int as there, (count(*) filter (where r.outcome = 'refused'))::int as refused,
        (count(*) filter (where r.ended))::int as ended, (count(*) filter (where r.difference <> ''))::int as differing,
        (count(distinct (r.unit_id, r.dossier_id)) filter (where d.status is not null))::int as held,
        (count(*) filter (where d.status <> r.status))::int as moved
        from takeover_row r left join lateral (select d.status from dossier d
          where d.unit_id = r.unit_id and d.id = r.dossier_id and r.code in (d.national_code, d.code) offset 0) d on true
        where r.takeover_id = ${takeoverId}
        group by grouping sets ((r.status), (r.centre_organ_id), ())
        order by 1, 2)`.as('sums'),
    )
    .selectAll();

/** Rows that are to be decided about for the same reason; where a promise differs, of the same procedure. */
export interface ConcernGroup {
  kind: ConcernKind;
  /** The code of the procedure; null where it does not matter. */
  procedure: string | null;
  rows: number;
}

/** A row with two reasons is in two groups. */
export const concernGroups = (build: Database['build'], takeoverId: number): Query<ConcernGroup> =>
  build
    .selectFrom(
      sql<ConcernGroup>`(select k.kind, p.code as procedure, count(*)::int as rows
        from takeover_row r cross join lateral unnest(r.concerns) as k(kind)
        left join procedure_version v on v.id = r.procedure_version_id and k.kind like 'promised%'
        left join procedure p on p.id = v.procedure_id
        where r.takeover_id = ${takeoverId}
        group by 1, 2 order by 3 desc, 1, 2)`.as('groups'),
    )
    .selectAll();

/** Old codes of a file under which the database holds more than one dossier. */
export const doubledIn = (build: Database['build'], takeoverId: number): Query<{ code: string }> =>
  build
    .selectFrom(
      sql<{ code: string }>`(select distinct r.code from takeover_row r
        cross join lateral (select count(*) as found from dossier d where d.national_code = r.code) d
        where r.takeover_id = ${takeoverId} and r.code <> '' and d.found > 1 limit 20)`.as('doubled'),
    )
    .selectAll();

export interface Balance {
  /** Each with whether it holds; a person reads the words. */
  lines: readonly { words: string; left: number; right: number }[];
  holds: boolean;
}

/** What must be equal, or something was lost or doubled. Only of a run that has ended. */
export function balanceOf(t: Pick<Takeover, 'trial' | 'rowCount'>, all: Sums, doubled: number): Balance {
  const lines = [
    {
      words: 'Số dòng của tệp: nhận, đã có và không nhận cộng lại',
      left: t.rowCount,
      right: all.taken + all.there + all.refused,
    },
    t.trial
      ? { words: 'Hồ sơ đã có từ trước: tìm thấy trong hệ thống', left: all.there, right: all.held }
      : {
          words: 'Hồ sơ nhận và đã có: tìm thấy trong hệ thống theo mã cũ',
          left: all.taken + all.there,
          right: all.held,
        },
    { words: 'Mã hồ sơ cũ bị nhân thành nhiều hồ sơ', left: 0, right: doubled },
  ];
  return { lines, holds: lines.every(({ left, right }) => left === right) };
}

import type { Database, Query } from '../db/access.ts';

export interface HistoryRow {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  kind: string;
  personName: string | null;
  organName: string | null;
  reason: string | null;
  data: Record<string, unknown>;
}

/** What happened to one thing, as far as the reader may know of it; the latest first. */
export const historyOf = (build: Database['build'], subjectType: string, subjectId: number): Query<HistoryRow> =>
  build
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('organ as o', 'o.id', 'e.organ_id')
    .where('e.subject_type', '=', subjectType)
    .where('e.subject_id', '=', subjectId)
    .orderBy('e.id', 'desc')
    .select([
      'e.id',
      'e.at',
      'e.kind',
      'p.name as personName',
      'o.short_name as organName',
      'e.reason',
      'e.data',
    ]) as unknown as Query<HistoryRow>;

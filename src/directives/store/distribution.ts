import type { Build } from './directive.ts';

export interface Sent {
  organId: number;
  organName: string;
  reason: 'recipient' | 'lead' | 'coordinate';
  sentAt: number;
  acknowledgedAt: number | null;
  acknowledgedBy: string | null;
}

/** To whom a directive was sent, those who have not acknowledged first. */
export const sentTo = (build: Build, directiveId: number) =>
  build
    .selectFrom('distribution as x')
    .innerJoin('organ as o', 'o.id', 'x.organ_id')
    .leftJoin('person as p', 'p.id', 'x.acknowledged_by')
    .where('x.directive_id', '=', directiveId)
    .orderBy('x.acknowledged_at', (o) => o.desc().nullsFirst())
    .orderBy('o.short_name')
    .select([
      'x.organ_id as organId',
      'o.short_name as organName',
      'x.reason',
      'x.sent_at as sentAt',
      'x.acknowledged_at as acknowledgedAt',
      'p.name as acknowledgedBy',
    ])
    .$castTo<Sent>();

export interface HistoryRow {
  id: number;
  at: number;
  kind: string;
  personId: number | null;
  personName: string | null;
  organName: string | null;
  reason: string | null;
  data: Record<string, unknown>;
}

/** What happened to a directive, the latest first; after the event `since` only, where given. */
export const historyOf = (build: Build, directiveId: number, since = 0) =>
  build
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('organ as o', 'o.id', 'e.organ_id')
    .where('e.subject_type', '=', 'directive')
    .where('e.subject_id', '=', directiveId)
    .where('e.id', '>', since)
    .orderBy('e.id', 'desc')
    .limit(300)
    .select([
      'e.id',
      'e.at',
      'e.kind',
      'e.person_id as personId',
      'p.name as personName',
      'o.short_name as organName',
      'e.reason',
      'e.data',
    ])
    .$castTo<HistoryRow>();

export interface FileRow {
  id: number;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
}

export const originalsOf = (build: Build, directiveId: number) =>
  build
    .selectFrom('file')
    .where('subject_type', '=', 'directive')
    .where('subject_id', '=', directiveId)
    .where('kind', '=', 'original')
    .orderBy('id')
    .select(['id', 'name', 'size', 'sha256', 'media_type as mediaType'])
    .$castTo<FileRow>();

import { type SqlBool, sql } from 'kysely';
import { fold } from '../kernel/vietnamese.ts';
import type { Database, Query } from '../platform/db/access.ts';
import type { WorkQueue } from './places.ts';
import type { Delivery, Money, Status } from './status.ts';

type Build = Database['build'];

/** What a list shows of a dossier; names are masked where they are written. */
export interface DossierRow {
  unitId: number;
  id: number;
  code: string;
  version: number;
  procedureVersionId: number;
  applicantName: string;
  status: Status;
  money: Money;
  delivery: Delivery;
  receivedAt: number | null;
  submittedAt: number;
  dueAt: number | null;
  dueExact: boolean;
  pausedAt: number | null;
  finishedAt: number | null;
  holderId: number;
  holderPersonId: number | null;
  holderName: string | null;
  targetAt: number | null;
}

/** Which list: what I have, what my office has, results to hand out, questions to answer, all that my unit received. */
export type QueueView = 'toi' | 'co-quan' | 'tra' | 'hoi' | 'da-nhan';
export interface QueueFilter {
  view: QueueView;
  /** Only what is past its date. */
  late: boolean;
  text: string;
  /** Lists by day go on after this dossier: `epoch-id`. */
  after: { at: number; id: number } | null;
}

export const PAGE_SIZE = 50;
const VIEWS: readonly QueueView[] = ['toi', 'co-quan', 'tra', 'hoi', 'da-nhan'];

/** Reads the filter from a URL; anything that makes no sense falls back, because a bookmark must never break. */
export function parseQueue(query: Record<string, string | undefined>): QueueFilter {
  const view = VIEWS.find((v) => v === query.xem) ?? 'co-quan';
  const cursor = /^(\d{1,15})-(\d{1,15})$/.exec(query.sau ?? '');
  return {
    view,
    late: query.tre === '1',
    text: (query.q ?? '').trim().slice(0, 100),
    after: cursor ? { at: Number(cursor[1]), id: Number(cursor[2]) } : null,
  };
}

const listed = (organs: readonly number[]) => sql<number[]>`${`{${organs.join(',')}}`}::bigint[]`;
const held = (q: WorkQueue) => sql<SqlBool>`d.holder_organ_id = any (${listed(q.organs)})`;

const rows = (db: Build) =>
  db
    .selectFrom('dossier as d')
    .leftJoin('person as p', 'p.id', 'd.holder_person_id')
    .select([
      'd.unit_id as unitId',
      'd.id',
      'd.code',
      'd.version',
      'd.procedure_version_id as procedureVersionId',
      'd.applicant_name as applicantName',
      'd.status',
      'd.money',
      'd.delivery',
      'd.received_at as receivedAt',
      'd.submitted_at as submittedAt',
      'd.due_at as dueAt',
      'd.due_exact as dueExact',
      'd.paused_at as pausedAt',
      'd.finished_at as finishedAt',
      'd.holder_organ_id as holderId',
      'd.holder_person_id as holderPersonId',
      'p.name as holderName',
      'd.target_at as targetAt',
    ]);

/** One page of a queue: what is due first stands first; by day, the latest first. One row more than a page tells that more follow. */
export function queueRows(db: Build, f: QueueFilter, q: WorkQueue, now: number): Query<DossierRow> {
  const late = (query: ReturnType<typeof rows>) =>
    f.late ? query.where(sql<SqlBool>`d.late_after <= to_timestamp(${now / 1000}) and d.paused_at is null`) : query;
  return inView(late(rows(db)), f, q).limit(PAGE_SIZE + 1) as unknown as Query<DossierRow>;
}

function inView(query: ReturnType<typeof rows>, f: QueueFilter, q: WorkQueue): ReturnType<typeof rows> {
  const open = query.where('d.closed_at', 'is', null);
  switch (f.view) {
    case 'toi':
      return afterDue(open.where('d.holder_person_id', '=', q.personId), f)
        .orderBy('d.due_at')
        .orderBy('d.id');
    case 'co-quan':
      return afterDue(open.where(held(q)), f)
        .orderBy('d.due_at')
        .orderBy('d.id');
    case 'tra':
      return afterDue(open.where(held(q)).where('d.status', '=', 9), f)
        .orderBy('d.due_at')
        .orderBy('d.id');
    case 'hoi':
      return open
        .where(
          sql<SqlBool>`(d.unit_id, d.id) in (select c.unit_id, c.dossier_id from dossier_consultation c
            where c.organ_id = any (${listed(q.organs)}) and c.answered_at is null)`,
        )
        .orderBy('d.due_at')
        .orderBy('d.id');
    case 'da-nhan': {
      const mine = query.where('d.unit_id', 'in', [...q.units]).where('d.received_at', 'is not', null);
      const next = f.after
        ? mine.where(
            sql<SqlBool>`(d.received_at, d.id) < (to_timestamp(${f.after.at}::numeric / 1000), ${f.after.id}::bigint)`,
          )
        : mine;
      return next.orderBy('d.received_at', 'desc').orderBy('d.id', 'desc');
    }
  }
}

const afterDue = (query: ReturnType<typeof rows>, f: QueueFilter): ReturnType<typeof rows> =>
  f.after
    ? query.where(sql<SqlBool>`(d.due_at, d.id) > (to_timestamp(${f.after.at}::numeric / 1000), ${f.after.id}::bigint)`)
    : query;

export interface QueueCounts {
  mine: number;
  office: number;
  late: number;
  toReturn: number;
  asked: number;
}

/** How many wait in each queue of a person. */
export const queueCounts = (db: Build, q: WorkQueue, now: number): Query<QueueCounts> =>
  db
    .selectFrom('dossier as d')
    .where('d.closed_at', 'is', null)
    .where(held(q))
    .select([
      sql<number>`(count(*) filter (where d.holder_person_id = ${q.personId}))::int`.as('mine'),
      sql<number>`count(*)::int`.as('office'),
      sql<number>`(count(*) filter (where d.late_after <= to_timestamp(${now / 1000}) and d.paused_at is null
        and d.finished_at is null))::int`.as('late'),
      sql<number>`(count(*) filter (where d.status = 9))::int`.as('toReturn'),
      // By the key of each dossier asked about: what a reader may see of dossiers cannot be estimated, and may be many.
      sql<number>`(select count(distinct (c.unit_id, c.dossier_id))::int from dossier_consultation c
        cross join lateral (select from dossier o where o.unit_id = c.unit_id and o.id = c.dossier_id
          and o.closed_at is null offset 0) o
        where c.organ_id = any (${listed(q.organs)}) and c.answered_at is null)`.as('asked'),
    ]) as unknown as Query<QueueCounts>;

/**
 * Dossiers of the own unit by the applicant's number, phone or name (whole, or beginning with the given name), the latest
 * first. A code is looked up directly.
 */
export function searchRows(db: Build, text: string, q: WorkQueue): Query<DossierRow> {
  const key = fold(text);
  const digits = text.replace(/\D/g, '');
  const number = digits.length >= 6 && key.replace(/ /g, '') === digits;
  return rows(db)
    .innerJoin('dossier_applicant as a', (j) =>
      j.onRef('a.unit_id', '=', 'd.unit_id').onRef('a.id', '=', 'd.applicant_id'),
    )
    .where('a.unit_id', 'in', [...q.units])
    .where((w) =>
      number
        ? w.or([w('a.id_number', '=', digits), w('a.phone', '=', digits)])
        : w.or([
            w.and([w('a.name_key', '>=', key), w('a.name_key', '<', `${key}\uffff`)]),
            w.and([w('a.given_key', '>=', key), w('a.given_key', '<', `${key}\uffff`)]),
          ]),
    )
    .orderBy('d.submitted_at', 'desc')
    .limit(PAGE_SIZE) as unknown as Query<DossierRow>;
}

/** Dossiers that another system knows under one of these forms of a code; two systems may have given one code. */
export const rowsByForeignCode = (db: Build, forms: readonly string[]): Query<DossierRow> =>
  rows(db)
    .where('d.national_code', 'in', forms)
    .orderBy('d.submitted_at', 'desc')
    .limit(PAGE_SIZE) as unknown as Query<DossierRow>;

export interface HistoryEntry {
  id: number;
  at: number;
  kind: string;
  personName: string | null;
  organName: string | null;
  reason: string | null;
  data: Record<string, unknown>;
}

/** What happened to a dossier, the latest first; by unit, so that one node of a cluster answers. */
export const historyOfDossier = (db: Build, code: string): Query<HistoryEntry> =>
  db
    .selectFrom('dossier as d')
    .innerJoin('event as e', (j) => j.onRef('e.unit_id', '=', 'd.unit_id').onRef('e.subject_id', '=', 'd.id'))
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('organ as o', 'o.id', 'e.organ_id')
    .where('d.code', '=', code)
    .where(sql<SqlBool>`e.subject_type = 'dossier'`)
    .orderBy('e.id', 'desc')
    .select(['e.id', 'e.at', 'e.kind', 'p.name as personName', 'o.short_name as organName', 'e.reason', 'e.data'])
    .$castTo<HistoryEntry>();

export interface DossierFile {
  id: number;
  kind: 'component' | 'supplement' | 'working' | 'result' | 'form';
  /** Which paper of the procedure. */
  componentNo: number | null;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  addedAt: number;
}
export const filesOfDossier = (db: Build, code: string): Query<DossierFile> =>
  db
    .selectFrom('dossier as d')
    .innerJoin('dossier_file as f', (j) => j.onRef('f.unit_id', '=', 'd.unit_id').onRef('f.dossier_id', '=', 'd.id'))
    .where('d.code', '=', code)
    .orderBy('f.id')
    .select([
      'f.id',
      'f.kind',
      'f.component_no as componentNo',
      'f.name',
      'f.size',
      'f.media_type as mediaType',
      'f.sha256',
    ])
    .select('f.added_at as addedAt')
    .$castTo<DossierFile>();

/** People of the office that holds a dossier: to whom a leader can give it. */
export const colleaguesOf = (db: Build, code: string): Query<{ id: number; name: string }> =>
  db
    .selectFrom('dossier as d')
    .innerJoin('position as x', 'x.organ_id', 'd.holder_organ_id')
    .innerJoin('appointment as a', 'a.position_id', 'x.id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('d.code', '=', code)
    .where('a.valid_to', 'is', null)
    .where('p.ended_at', 'is', null)
    .where('x.role', '<>', 'admin')
    .orderBy('p.name')
    .select(['p.id', 'p.name'])
    .distinct();

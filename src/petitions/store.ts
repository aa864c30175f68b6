import { type Expression, type SqlBool, sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { FieldKey, Urgency } from './fields.ts';
import { PAGE_SIZE, type PetitionFilter } from './filter.ts';
import { OPEN_STATES, type PetitionState, type Standing, statusByKey } from './model.ts';

type Build = Database['build'];

export interface PetitionRow {
  id: number;
  topic: string;
  field: FieldKey;
  urgency: Urgency;
  mountainous: boolean;
  unitId: number;
  state: PetitionState;
  solved: boolean | null;
  askerIds: number[];
  leadId: number | null;
  raisedOn: Day;
  dueOn: Day | null;
  answeredOn: Day | null;
}

export interface PetitionDetail extends Standing {
  id: number;
  unitId: number;
  mountainous: boolean;
  field: FieldKey;
  urgency: Urgency;
  topic: string;
  ask: string;
  why: string;
  raisedOn: Day;
  shared: boolean;
  dialogueId: number | null;
  organIds: number[];
  version: number;
}

const OPEN = sql.join(OPEN_STATES.map((state) => sql.lit(state)));

/** The organs for which a person acts: their own, and the body that it serves. */
const own = (p: Principal): string => `{${[...new Set([p.organId, ...(p.servesId ? [p.servesId] : [])])].join(',')}}`;

/** Whose petitions: those I ask, those I answer or send, those I watch, those my office steers, or all that I may see. */
function inScope(f: PetitionFilter, p: Principal): Expression<SqlBool> {
  const withPart = (part: 'asks' | 'answers' | 'watches') =>
    sql<SqlBool>`p.id in (select petition_id from petition_part where organ_id = any (${own(p)}::bigint[]) and part = ${sql.lit(part)})`;
  switch (f.scope) {
    case 'hoi':
      return withPart('asks');
    case 'tra-loi':
      return withPart('answers');
    case 'theo-doi':
      return withPart('watches');
    case 'dieu-phoi':
      return sql<SqlBool>`p.office_organ_id = ${p.organId}`;
    case 'tat-ca':
      return sql<SqlBool>`true`;
  }
}

/** The petitions of a filter but for its status, which its counts leave open. */
const filtered = (build: Build, f: PetitionFilter, p: Principal) =>
  build
    .selectFrom('petition as p')
    .where(inScope(f, p))
    .$if(f.field !== null, (q) => q.where('p.field', '=', f.field!))
    .$if(f.unitId !== null, (q) => q.where('p.unit_id', '=', f.unitId!))
    .$if(f.organId !== null, (q) => q.where('p.lead_organ_id', '=', f.organId))
    .$if(f.dialogueId !== null, (q) => q.where('p.dialogue_id', '=', f.dialogueId))
    .$if(f.highland, (q) => q.where('p.mountainous', '=', true))
    .$if(f.urgent, (q) => q.where('p.urgency', '=', 'urgent'))
    .$if(fold(f.text) !== '', (q) => q.where('p.search_key', 'like', `%${fold(f.text)}%`));

function inStatus(f: PetitionFilter, today: Day): Expression<SqlBool> {
  if (f.status === null) return sql<SqlBool>`true`;
  if (f.status === 'cho-tra-loi') return sql<SqlBool>`p.state in (${OPEN})`;
  if (f.status === 'qua-han') return sql<SqlBool>`p.state in (${OPEN}) and p.due_on < ${today}`;
  const { state, solved } = statusByKey.get(f.status)!;
  return solved === null ? sql<SqlBool>`p.state = ${state}` : sql<SqlBool>`p.state = ${state} and p.solved = ${solved}`;
}

/** One page of a list, or `limit` rows from `offset` for an export. */
export function listPetitions(
  build: Build,
  f: PetitionFilter,
  p: Principal,
  today: Day,
  { limit = PAGE_SIZE, offset = (f.page - 1) * PAGE_SIZE } = {},
): Query<PetitionRow> {
  const order = {
    moi: sql`p.id desc`,
    cu: sql`p.id asc`,
    han: sql`p.due_on asc nulls last, p.id asc`,
    'linh-vuc': sql`p.field, p.id desc`,
  }[f.sort];
  return filtered(build, f, p)
    .where(inStatus(f, today))
    .select([
      'p.id',
      'p.topic',
      'p.field',
      'p.urgency',
      'p.mountainous',
      'p.unit_id as unitId',
      'p.state',
      'p.solved',
      'p.asker_organ_ids as askerIds',
      'p.lead_organ_id as leadId',
      'p.raised_on as raisedOn',
      'p.due_on as dueOn',
      'p.answered_on as answeredOn',
    ])
    .orderBy(order)
    .limit(limit)
    .offset(offset) as unknown as Query<PetitionRow>;
}

export interface TallyRow {
  state: PetitionState;
  solved: boolean | null;
  late: boolean;
  count: number;
}

/** How many petitions of the filter stand in each state, and how many of them are late on `today`. */
export const tallyPetitions = (build: Build, f: PetitionFilter, p: Principal, today: Day): Query<TallyRow> =>
  filtered(build, f, p)
    .select([
      'p.state',
      'p.solved',
      sql<boolean>`p.state in (${OPEN}) and coalesce(p.due_on < ${today}, false)`.as('late'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy([sql`1`, sql`2`, sql`3`]) as unknown as Query<TallyRow>;

export const petitionById = (build: Build | Tx, id: number): Query<PetitionDetail> =>
  build
    .selectFrom('petition')
    .where('id', '=', id)
    .select([
      'id',
      'unit_id as unitId',
      'mountainous',
      'body_organ_id as bodyId',
      'office_organ_id as officeId',
      'asker_organ_ids as askerIds',
      'verdicts',
      'lead_organ_id as leadId',
      'coordinator_organ_ids as coordinatorIds',
      'opinion_organ_ids as opinionIds',
      'forwarder_organ_id as forwarderId',
      'watcher_organ_ids as watcherIds',
      'upper_organ_id as upperId',
      'field',
      'urgency',
      'topic',
      'ask',
      'why',
      'state',
      'solved',
      'raised_on as raisedOn',
      'limit_days as limitDays',
      'due_on as dueOn',
      'due_lines as dueLines',
      'answered_on as answeredOn',
      'task_id as taskId',
      'merged_into_id as mergedIntoId',
      'shared',
      'dialogue_id as dialogueId',
      'organ_ids as organIds',
      'version',
      sql`case when published_on is not null then
        jsonb_build_object('title', public_title, 'answer', public_answer, 'on', published_on) end`.as('published'),
    ]) as unknown as Query<PetitionDetail>;

export interface FileRow {
  id: number;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
  kind: string;
}

export const filesOf = (build: Build, id: number): Query<FileRow> =>
  build
    .selectFrom('file')
    .where('subject_type', '=', 'petition')
    .where('subject_id', '=', id)
    .orderBy('id')
    .select(['id', 'name', 'size', 'sha256', 'media_type as mediaType', 'kind']) as unknown as Query<FileRow>;

export interface PublishedRow {
  id: number;
  title: string;
  answer: string;
  field: FieldKey;
  raisedOn: Day;
  answeredOn: Day | null;
  publishedOn: Day;
  solved: boolean | null;
  unitName: string;
  unitType: string;
}

/** What everybody may read, the newest first. */
export const listPublished = (
  build: Build,
  { field, text, page }: { field: FieldKey | null; text: string; page: number },
  size: number,
): Query<PublishedRow & { total: number }> =>
  build
    .selectFrom('petition_public')
    .$if(field !== null, (q) => q.where('field', '=', field))
    .$if(text !== '', (q) => q.where(sql<SqlBool>`title ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`))
    .select([
      'id',
      'title',
      'answer',
      'field',
      'raised_on as raisedOn',
      'answered_on as answeredOn',
      'published_on as publishedOn',
      'solved',
      'unit_name as unitName',
      'unit_type as unitType',
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size) as unknown as Query<PublishedRow & { total: number }>;

export interface PetitionCounts {
  /** The office has them to assign. */
  toAssign: number;
  /** My organ owes an answer or an opinion, or has an answer to send. */
  toAnswer: number;
  /** Of those that my organ answers or my office steers: past the limit. */
  late: number;
  /** My organ asked and has been answered; its verdict is awaited. */
  toJudge: number;
}

/** What waits for a person's organ, for the first page. */
export function petitionCounts(build: Build, p: Principal, today: Day): Query<PetitionCounts> {
  const mine = sql`${own(p)}::bigint[]`;
  // One narrow look into an index for each figure; a single pass over all petitions costs twenty times as much.
  const figure = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from petition where ${condition})`;
  return build.selectNoFrom([
    figure(sql`office_organ_id = ${p.organId} and state = 'raised'`).as('toAssign'),
    sql<number>`${figure(sql`lead_organ_id = any (${mine}) and state in ('working', 'partial', 'beyond', 'reopened')`)}
      + ${figure(sql`forwarder_organ_id = any (${mine}) and state = 'prepared'`)}
      + ${figure(sql`state in ('working', 'partial', 'reopened') and cardinality(coordinator_organ_ids) > 0
        and coordinator_organ_ids && ${mine} and not opinion_organ_ids && ${mine}`)}`.as('toAnswer'),
    figure(sql`state in (${OPEN}) and due_on < ${today}
      and (lead_organ_id = any (${mine}) or office_organ_id = ${p.organId})`).as('late'),
    figure(sql`state in ('answered', 'refused') and asker_organ_ids && ${mine}`).as('toJudge'),
  ]) as unknown as Query<PetitionCounts>;
}

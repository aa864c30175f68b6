import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { SignatureInfo } from '../../platform/files/index.ts';
import type { DirectiveFilter } from '../filter.ts';
import { PAGE_SIZE } from '../filter.ts';
import type { DirectiveState } from '../model.ts';
import type { TextSection } from '../typeset.ts';

/** A transaction is one, too. */
export type Build = Kysely<DB>;

/** What the reader found beside the tasks; kept as read, whatever the clerk changes later. */
export interface StoredReading {
  sections: TextSection[];
  references: string[];
  recipients: string[];
  warnings: { code: string; message: string }[];
  symbolPartial: string | null;
  datePartial: string | null;
  /** The issuing body as the text names it. */
  issuer: string | null;
  pages: number | null;
  /** Only for a PDF that is signed, oldest first. */
  signatures?: SignatureInfo[];
}

export interface DirectiveHead {
  id: number;
  unitId: number;
  ownerOrganId: number;
  issuerOrganId: number;
  state: DirectiveState;
  type: string | null;
  number: string | null;
  symbol: string | null;
  title: string;
  issuedOn: Day | null;
  createdAt: number;
  version: number;
}

export interface Directive extends DirectiveHead {
  signer: string | null;
  signerTitle: string | null;
  urgency: string | null;
  source: 'upload' | 'paste';
  text: string;
  reading: StoredReading;
  fingerprint: number[];
  sameAsId: number | null;
  replacesId: number | null;
  replacedById: number | null;
  endReason: string | null;
  organIds: number[];
  issuedAt: number | null;
}

const HEAD = [
  'id',
  'unit_id as unitId',
  'owner_organ_id as ownerOrganId',
  'issuer_organ_id as issuerOrganId',
  'state',
  'type',
  'number',
  'symbol',
  'title',
  'issued_on as issuedOn',
  'created_at as createdAt',
  'version',
] as const;

export const directiveById = (build: Build, id: number) =>
  build
    .selectFrom('directive')
    .where('id', '=', id)
    .select([
      ...HEAD,
      'signer',
      'signer_title as signerTitle',
      'urgency',
      'source',
      'text',
      'reading',
      'fingerprint',
      'same_as_id as sameAsId',
      'replaces_id as replacesId',
      'replaced_by_id as replacedById',
      'end_reason as endReason',
      'organ_ids as organIds',
      'issued_at as issuedAt',
    ])
    .$castTo<Directive>();

/** The directives joined to this one: the other tellings, what it replaced, what replaced it. */
export const relatedTo = (build: Build, id: number) =>
  build
    .selectFrom('directive as d')
    .innerJoin('directive as this', (join) => join.on('this.id', '=', id))
    .where((e) =>
      e.or([
        e('d.same_as_id', '=', id),
        e('d.id', '=', e.ref('this.same_as_id')),
        e('d.id', '=', e.ref('this.replaces_id')),
        e('d.id', '=', e.ref('this.replaced_by_id')),
      ]),
    )
    .select([...HEAD.map((column) => `d.${column}` as `d.${(typeof HEAD)[number]}`), 'd.same_as_id as sameAsId'])
    .orderBy('d.id')
    .$castTo<DirectiveHead & { sameAsId: number | null }>();

export type Lookalike = DirectiveHead & { fingerprint: number[]; sameAsId: number | null };

/** Directives that share most fingerprints with this one; the caller decides which are the same (`sameContent`). */
export const lookalikesOf = (build: Build, id: number) =>
  build
    .selectFrom('directive as d')
    .innerJoin('directive as this', (join) => join.on('this.id', '=', id))
    .where(sql<SqlBool>`d.fingerprint && this.fingerprint`)
    .whereRef('d.id', '<>', 'this.id')
    .select([
      ...HEAD.map((column) => `d.${column}` as `d.${(typeof HEAD)[number]}`),
      'd.fingerprint',
      'd.same_as_id as sameAsId',
    ])
    .orderBy(
      sql`cardinality(array(select unnest(d.fingerprint) intersect select unnest(this.fingerprint))) desc, d.id desc`,
    )
    .limit(3)
    .$castTo<Lookalike>();

/** A directive taken in before from a file of the same bytes. */
export const withSameFile = (build: Build, sha256: string) =>
  build
    .selectFrom('file as f')
    .innerJoin('directive as d', 'd.id', 'f.subject_id')
    .where('f.subject_type', '=', 'directive')
    .where('f.kind', '=', 'original')
    .where('f.sha256', '=', sha256)
    .where('d.state', '<>', 'discarded')
    .select(['d.id', 'd.symbol', 'd.title'])
    .orderBy('d.id')
    .limit(1)
    .$castTo<{ id: number; symbol: string | null; title: string }>();

/** Another directive that carries the same symbol in the same year for the same issuer, in force or being read. */
export const withSameSymbol = (
  build: Build,
  d: { id: number; issuerOrganId: number; symbol: string | null; issuedOn: Day | null },
) =>
  build
    .selectFrom('directive')
    .where('id', '<>', d.id)
    .where('issuer_organ_id', '=', d.issuerOrganId)
    .where('symbol', '=', d.symbol ?? '')
    .where('state', 'in', ['issued', 'reading'])
    .$if(d.issuedOn !== null, (q) =>
      q.where(sql<SqlBool>`(issued_on is null or year_of(issued_on) = year_of(${d.issuedOn}::date))`),
    )
    .select([...HEAD])
    .orderBy('id')
    .limit(1)
    .$castTo<DirectiveHead>();

export interface ListRow extends DirectiveHead {
  issuerName: string;
  /** Of those to whom it was sent, how many have not acknowledged. */
  sent: number;
  unacknowledged: number;
  /** Found tasks that the clerk has not decided yet. */
  undecided: number;
}

function conditionsOf(f: DirectiveFilter): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (f.state) conditions.push(sql<SqlBool>`d.state = ${f.state}`);
  else conditions.push(sql<SqlBool>`d.state <> 'discarded'`);
  if (f.issuerId) conditions.push(sql<SqlBool>`d.issuer_organ_id = ${f.issuerId}`);
  if (f.year)
    conditions.push(sql<SqlBool>`coalesce(year_of(d.issued_on), extract(year from d.created_at)::int) = ${f.year}`);
  for (const word of fold(f.text).split(' ').filter(Boolean)) {
    conditions.push(sql<SqlBool>`d.search_key like ${`%${word}%`}`);
  }
  return conditions;
}

export const listDirectives = (build: Build, f: DirectiveFilter) =>
  build
    .selectFrom('directive as d')
    .innerJoin('organ as o', 'o.id', 'd.issuer_organ_id')
    .where((e) => e.and(conditionsOf(f)))
    .select([
      ...HEAD.map((column) => `d.${column}` as `d.${(typeof HEAD)[number]}`),
      'o.short_name as issuerName',
      sql<number>`(select count(*)::int from distribution x where x.directive_id = d.id)`.as('sent'),
      sql<number>`(select count(*)::int from distribution x where x.directive_id = d.id and x.acknowledged_at is null)`.as(
        'unacknowledged',
      ),
      sql<number>`(select count(*)::int from draft_task t where t.directive_id = d.id and t.state = 'found')`.as(
        'undecided',
      ),
    ])
    .orderBy('d.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((f.page - 1) * PAGE_SIZE)
    .$castTo<ListRow>();

export const countDirectives = (build: Build, f: DirectiveFilter) =>
  build
    .selectFrom('directive as d')
    .where((e) => e.and(conditionsOf({ ...f, state: null })))
    .select(['d.state', sql<number>`count(*)::int`.as('count')])
    .groupBy('d.state')
    .$castTo<{ state: DirectiveState; count: number }>();

/** Issuers and years that occur among what the reader may see, for the filters. */
export const filterChoices = (build: Build) =>
  build
    .selectFrom('directive as d')
    .innerJoin('organ as o', 'o.id', 'd.issuer_organ_id')
    .select([
      'o.id as issuerId',
      'o.short_name as issuerName',
      sql<number>`coalesce(year_of(d.issued_on), extract(year from d.created_at)::int)`.as('year'),
    ])
    .distinct()
    .orderBy('issuerName')
    .$castTo<{ issuerId: number; issuerName: string; year: number }>();

/** What a list is searched by. */
export const searchKey = (d: { symbol: string | null; type: string | null; title: string }): string =>
  fold([d.symbol ?? '', d.type ?? '', d.title].join(' '));

import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Database, Query, Tx } from '../../platform/db/access.ts';
import type { PrintDocument } from '../../platform/print/index.ts';
import type { Signed } from './model.ts';

type Build = Database['build'];

export interface LetterRow {
  id: number;
  batch: string;
  issuerOrganId: number;
  number: number;
  symbol: string;
  issuedOn: Day;
  subject: string;
  addresseeIds: number[];
  style: 'state' | 'party';
  taskCount: number;
}

const letterColumns = [
  'l.id',
  'l.batch',
  'l.issuer_organ_id as issuerOrganId',
  'l.number',
  'l.symbol',
  'l.issued_on as issuedOn',
  'l.subject',
  'l.addressee_ids as addresseeIds',
  sql<'state' | 'party'>`l.document ->> 'style'`.as('style'),
  sql<number>`(select count(*)::int from reminder_letter_task t where t.letter_id = l.id)`.as('taskCount'),
] as const;

/** Letters of a batch, or the latest that the reader may see. */
export const letters = (build: Build, batch: string | null, limit = 200): Query<LetterRow> =>
  build
    .selectFrom('reminder_letter as l')
    .$if(batch !== null, (q) => q.where('l.batch', '=', batch!))
    .select([...letterColumns])
    .orderBy('l.id', batch === null ? 'desc' : 'asc')
    .limit(limit) as unknown as Query<LetterRow>;

export interface LetterPaper extends LetterRow {
  document: PrintDocument;
  pdfSha: string | null;
  docxSha: string | null;
}

export const letterById = (build: Build, id: number): Query<LetterPaper> =>
  papers(build).where('l.id', '=', id) as never;

export const papersOfBatch = (build: Build, batch: string): Query<LetterPaper> =>
  papers(build).where('l.batch', '=', batch).orderBy('l.id') as never;

const papers = (build: Build) =>
  build
    .selectFrom('reminder_letter as l')
    .select([...letterColumns, 'l.document', 'l.pdf_sha256 as pdfSha', 'l.docx_sha256 as docxSha']);

export const taskIdsOf = (build: Build, letterId: number): Query<{ taskId: number }> =>
  build.selectFrom('reminder_letter_task').where('letter_id', '=', letterId).select('task_id as taskId') as never;

export interface IssuerRow {
  id: number;
  name: string;
  shortName: string;
  branch: string;
  level: string;
  template: string;
  unitName: string;
  /** The province above a commune, and what it is: "tinh". */
  parentType: string | null;
  parentName: string | null;
  /** What its head is called. */
  headTitle: string | null;
}

/** The organs in whose name the office may write. */
export const issuerRows = (build: Build, organIds: readonly number[]): Query<IssuerRow> =>
  build
    .selectFrom('organ as o')
    .innerJoin('unit as u', 'u.id', 'o.unit_id')
    .leftJoin('unit as p', 'p.id', 'u.parent_id')
    .where('o.id', 'in', [...organIds])
    .select([
      'o.id',
      'o.name',
      'o.short_name as shortName',
      'o.branch',
      'o.level',
      'o.template',
      'u.name as unitName',
      'p.type as parentType',
      'p.name as parentName',
      sql<string | null>`(select min(q.title) from position q where q.organ_id = o.id and q.role = 'head')`.as(
        'headTitle',
      ),
    ]) as unknown as Query<IssuerRow>;

/** What the last letter in an organ's name looked like. */
export const lastLetters = (
  build: Build,
  issuerIds: readonly number[],
): Query<{ issuerOrganId: number; symbol: string; signed: Signed }> =>
  build
    .selectFrom('reminder_letter')
    .distinctOn('issuer_organ_id')
    .where('issuer_organ_id', 'in', [...issuerIds])
    .orderBy('issuer_organ_id')
    .orderBy('id', 'desc')
    .select(['issuer_organ_id as issuerOrganId', 'symbol', 'signed']) as never;

/** Numbers between the two that are used already, in that year. */
export async function numbersTaken(
  tx: Tx,
  { issuerOrganId, symbol, issuedOn }: { issuerOrganId: number; symbol: string; issuedOn: Day },
  from: number,
  to: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('reminder_letter')
    .where('issuer_organ_id', '=', issuerOrganId)
    .where('symbol', '=', symbol)
    .where(sql`extract(year from issued_on)`, '=', Number(issuedOn.slice(0, 4)))
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .select('number')
    .execute();
  return rows.map((row) => row.number);
}

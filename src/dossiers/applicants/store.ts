import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { Database, Query, Tx } from '../../platform/db/access.ts';
import { type ApplicantFacts, nameKeys, sameFacts } from './model.ts';

export interface Applicant extends ApplicantFacts {
  id: number;
}

const COLUMNS = [
  'a.id',
  'a.kind',
  'a.name',
  'a.id_number as idNumber',
  'a.birth_day as birthDay',
  'a.address',
  'a.phone',
  'a.email',
] as const;

/** Told as it stands: an index keeps these rows alone, and a value sent along hides that from the plan, which is then made anew each time. */
const CURRENT = sql<boolean>`a.current`;

/** The applicant that a unit remembers under an identity number or tax code. */
export const applicantByNumber = (db: Database['build'], unitId: number, idNumber: string): Query<Applicant> =>
  db
    .selectFrom('dossier_applicant as a')
    .where('a.unit_id', '=', unitId)
    .where('a.id_number', '=', idNumber)
    .where(CURRENT)
    .select(COLUMNS) as unknown as Query<Applicant>;

export const applicantById = (db: Database['build'], unitId: number, id: number): Query<Applicant> =>
  db
    .selectFrom('dossier_applicant as a')
    .where('a.unit_id', '=', unitId)
    .where('a.id', '=', id)
    .select(COLUMNS) as unknown as Query<Applicant>;

const MOST_FOUND = 20;

/**
 * Applicants of a unit by number, phone, or the beginning of a name (whole or given name first, marks or none). Ranges and
 * equalities only, which row-level security lets an index answer.
 */
export function findApplicants(db: Database['build'], unitId: number, text: string): Query<Applicant> {
  const key = fold(text);
  const digits = text.replace(/\D/g, '');
  return db
    .selectFrom('dossier_applicant as a')
    .where('a.unit_id', '=', unitId)
    .where(CURRENT)
    .where((e) =>
      /^\d{6,}$/.test(digits) && key.replace(/ /g, '') === digits
        ? e.or([e('a.id_number', '=', digits), e('a.phone', '=', digits)])
        : e.or([
            e.and([e('a.name_key', '>=', key), e('a.name_key', '<', `${key}\uffff`)]),
            e.and([e('a.given_key', '>=', key), e('a.given_key', '<', `${key}\uffff`)]),
          ]),
    )
    .orderBy('a.id', 'desc')
    .limit(MOST_FOUND)
    .select(COLUMNS) as unknown as Query<Applicant>;
}

/**
 * The applicant's row for these facts: the one remembered where nothing has changed, else a new one that supersedes it.
 * What earlier dossiers were received under stays as it was.
 */
export async function rememberApplicant(
  tx: Tx,
  place: { unitId: number; organId: number },
  facts: ApplicantFacts,
  known: Applicant | undefined,
): Promise<number> {
  if (known && sameFacts(known, facts)) return known.id;
  if (known) {
    await tx
      .updateTable('dossier_applicant')
      .set({ current: false })
      .where('unit_id', '=', place.unitId)
      .where('id', '=', known.id)
      .execute();
  }
  const { id } = await tx
    .insertInto('dossier_applicant')
    .values(applicantRow(place, facts))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A row of `dossier_applicant`, with the keys by which its name is found. */
export function applicantRow({ unitId, organId }: { unitId: number; organId: number }, facts: ApplicantFacts) {
  const { nameKey, givenKey } = nameKeys(facts.name);
  return {
    unit_id: unitId,
    organ_id: organId,
    kind: facts.kind,
    name: facts.name,
    name_key: nameKey,
    given_key: givenKey,
    id_number: facts.idNumber,
    birth_day: facts.birthDay as never,
    address: facts.address,
    phone: facts.phone,
    email: facts.email,
  };
}

export interface EarlierDossier {
  code: string;
  receivedAt: number;
}

/** Dossiers of the same applicant for the same procedure on the same day, unless ended without a result. */
export function sameDayDossiers(
  db: Database['build'],
  unitId: number,
  who: ApplicantFacts,
  procedureId: number,
  day: Day,
): Query<EarlierDossier> {
  const { nameKey } = nameKeys(who.name);
  const number = who.idNumber;
  return db
    .selectFrom('dossier as d')
    .innerJoin('procedure_version as v', 'v.id', 'd.procedure_version_id')
    .where('d.unit_id', '=', unitId)
    .where('d.applicant_id', 'in', (e) =>
      e
        .selectFrom('dossier_applicant as a')
        .where('a.unit_id', '=', unitId)
        .where((w) =>
          number === null
            ? w.and([w('a.name_key', '=', nameKey), w('a.id_number', 'is', null)])
            : w.or([
                w.and([w('a.id_number', '=', number), CURRENT]),
                w.and([w('a.name_key', '=', nameKey), w('a.id_number', '=', number)]),
              ]),
        )
        .select('a.id'),
    )
    .where('v.procedure_id', '=', procedureId)
    .where('d.received_at', '>=', sql<never>`${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
    .where('d.status', 'not in', [3, 7, 8])
    .orderBy('d.received_at')
    .select(['d.code', 'd.received_at as receivedAt']) as unknown as Query<EarlierDossier>;
}

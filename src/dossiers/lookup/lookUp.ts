import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { Fault, invalid } from '../../kernel/errors.ts';
import { type Database, NOBODY } from '../../platform/db/access.ts';
import { tryToFind } from '../../platform/tries/index.ts';
import { foreignForms, parseCode } from '../code.ts';
import type { Delivery, DeliveryWay, Money, Status } from '../status.ts';

/** What an applicant may see of their dossier. Instants in epoch milliseconds. */
export interface LookedUp {
  code: string;
  procedureVersionId: number;
  applicantName: string;
  receptionId: number;
  authorityId: number;
  returnId: number;
  holderId: number;
  status: Status;
  stepNo: number;
  submittedAt: number;
  receivedAt: number | null;
  firstDueAt: number | null;
  dueAt: number | null;
  dueExact: boolean;
  dueLines: string[];
  pausedAt: number | null;
  pauseReason: string | null;
  answerBy: Day | null;
  apology: string | null;
  apologisedAt: number | null;
  ending: string | null;
  finishedAt: number | null;
  returnedAt: number | null;
  delivery: Delivery;
  deliveryWay: DeliveryWay;
  money: Money;
  /** Đồng. */
  fee: number;
  granted: boolean | null;
  /** Of the rating, where there is one. */
  stars: number | null;
}

/** Tries an hour that are free: of one code, which somebody may mistype, and of one address, which many may share. */
const FREE = { code: 5, address: 40 } as const;

/** How people write numbers: spaces, dots and dashes say nothing. */
const plainFact = (text: string): string =>
  text
    .replaceAll(/[\s./-]/g, '')
    .toUpperCase()
    .slice(0, 30);

/**
 * Looks a dossier up by its code and one fact that only the applicant knows. Wrong code and wrong fact are answered alike, and
 * both count as tries, so that codes cannot be tried out.
 * @param asked.address from which it is asked
 * @throws Fault invalid (fields ma, xac-nhan), tooMany
 */
export async function lookUp(
  db: Database,
  { code: typed, fact: told, address }: { code: string; fact: string; address: string },
  now: number,
): Promise<LookedUp> {
  const foreign = foreignForms(typed);
  // Tries of one code count together, however its letters are written.
  const code = parseCode(typed) ?? foreign[0]?.toUpperCase();
  if (!code) {
    throw invalid(
      'lookup.code',
      'Mã hồ sơ không đúng. Mã in ở góc trên giấy tiếp nhận, ví dụ 40.17230-261123-0007.',
      'ma',
    );
  }
  const fact = plainFact(told);
  if (fact === '') throw invalid('lookup.fact', 'Hãy nhập số giấy tờ hoặc số điện thoại đã ghi khi nộp.', 'xac-nhan');
  const tried = [
    { subject: `lookup:${code}`, free: FREE.code },
    { subject: `lookup-from:${address}`, free: FREE.address },
  ] as const;
  const { wait, found } = await tryToFind(db, tried, now, lookupRow(code, foreign.length > 0 ? foreign : [code], fact));
  if (wait > 0)
    throw new Fault('tooMany', 'lookup.wait', `Đã tra cứu sai nhiều lần. Hãy đợi ${wait} phút rồi thử lại.`);
  if (!found) {
    throw invalid(
      'lookup.none',
      'Mã hồ sơ và số đã nhập không khớp với hồ sơ nào. Hãy xem lại cả hai trên giấy tiếp nhận.',
      'xac-nhan',
    );
  }
  return found;
}

/**
 * The dossier of a code, ours or that which another system gave, for whoever knows one fact that only the applicant knows: the
 * number of the identity paper or the telephone told at reception; the day of birth (ddmmyyyy) only where neither was told.
 */
const lookupRow = (code: string, foreign: readonly string[], fact: string) => sql<LookedUp>`
  select d.code, d.procedure_version_id as "procedureVersionId", d.applicant_name as "applicantName",
    d.reception_organ_id as "receptionId", d.authority_organ_id as "authorityId", d.return_organ_id as "returnId",
    d.holder_organ_id as "holderId", d.status, d.step_no as "stepNo", d.submitted_at as "submittedAt", d.received_at as "receivedAt",
    d.first_due_at as "firstDueAt", d.due_at as "dueAt", d.due_exact as "dueExact", d.due_lines as "dueLines",
    d.paused_at as "pausedAt", p.reason as "pauseReason", p.answer_by as "answerBy", e.reason as apology, e.at as "apologisedAt",
    d.ending, d.finished_at as "finishedAt", d.returned_at as "returnedAt", d.delivery, d.delivery_way as "deliveryWay", d.money, d.fee,
    (d.result ->> 'granted')::boolean as granted, r.stars
  from (select ${code}::text as code, ${fact}::text as fact) asked
  join dossier d on d.code = asked.code or d.national_code in (${sql.join(foreign)})
  join dossier_applicant a on a.unit_id = d.unit_id and a.id = d.applicant_id
  left join lateral (select x.reason, x.answer_by from dossier_pause x
    where x.unit_id = d.unit_id and x.dossier_id = d.id and x.to_at is null order by x.no desc limit 1) p on true
  left join lateral (select x.reason, x.at from event x where d.apologies > 0 and x.unit_id = d.unit_id and x.subject_type = 'dossier'
    and x.subject_id = d.id and x.kind = 'dossier.apologised' order by x.id desc limit 1) e on true
  left join dossier_rating r on r.unit_id = d.unit_id and r.dossier_id = d.id
  where asked.fact <> '' and (a.id_number = asked.fact or a.phone = asked.fact
    or (a.id_number is null and a.phone is null and to_char(a.birth_day, 'DDMMYYYY') = asked.fact))
  order by d.code = asked.code desc limit 1`;

/** Takes the rating of the service. @returns false where the dossier has been rated already, or is not finished */
export async function rate(db: Database, code: string, stars: number, words: string): Promise<boolean> {
  return db.write(NOBODY, async (tx) => {
    const { rows } = await sql<{
      rated: boolean;
    }>`select dossier_rate(${code}, ${stars}::smallint, ${words}) as rated`.execute(tx);
    return rows[0]!.rated;
  });
}

import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { Fault, invalid } from '../../kernel/errors.ts';
import { type Database, NOBODY } from '../../platform/db/access.ts';
import { tryToFind } from '../../platform/tries/index.ts';
import { parseCode } from '../code.ts';
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
  const code = parseCode(typed);
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
  const { wait, found } = await tryToFind(db, tried, now, lookupRow(code, fact));
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

const lookupRow = (code: string, fact: string) => sql<LookedUp>`
  select code, procedure_version_id as "procedureVersionId", applicant_name as "applicantName", reception_organ_id as "receptionId",
    authority_organ_id as "authorityId", return_organ_id as "returnId", holder_organ_id as "holderId", status, step_no as "stepNo",
    submitted_at as "submittedAt", received_at as "receivedAt", first_due_at as "firstDueAt", due_at as "dueAt", due_exact as "dueExact",
    due_lines as "dueLines", paused_at as "pausedAt", pause_reason as "pauseReason", answer_by as "answerBy", apology,
    apologised_at as "apologisedAt", ending, finished_at as "finishedAt", returned_at as "returnedAt", delivery,
    delivery_way as "deliveryWay", money, fee, granted, stars
  from dossier_lookup(${code}, ${fact})`;

/** Takes the rating of the service. @returns false where the dossier has been rated already, or is not finished */
export async function rate(db: Database, code: string, stars: number, words: string): Promise<boolean> {
  return db.write(NOBODY, async (tx) => {
    const { rows } = await sql<{
      rated: boolean;
    }>`select dossier_rate(${code}, ${stars}::smallint, ${words}) as rated`.execute(tx);
    return rows[0]!.rated;
  });
}

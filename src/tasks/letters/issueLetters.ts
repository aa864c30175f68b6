import { sql } from 'kysely';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvents } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { ChosenTask } from '../bulk/store.ts';
import { maySteer } from '../policy.ts';
import { type LetterIssuer, letterDocument } from './letterDocument.ts';
import { groupsOf, type LetterForm, type LetterTask, letterName } from './model.ts';
import { numbersTaken } from './store.ts';

/**
 * The office issues reminder letters for the tasks: numbers them, keeps each as it is, and writes on every task that it was
 * reminded by which letter. All of it in the caller's transaction; the files are printed beside it.
 * @param batch the key of the form, under which the letters are found again
 * @throws Fault forbidden, invalid (fields nv, so), conflict (field so) when a number is used already
 */
export async function issueLetters(
  tx: Tx,
  by: Principal,
  input: {
    batch: string;
    form: LetterForm;
    issuer: LetterIssuer;
    tasks: readonly (LetterTask & Pick<ChosenTask, 'ownerOrganId'>)[];
    organName: (id: number) => string;
  },
): Promise<number[]> {
  const { form, issuer, tasks, organName } = input;
  if (issuer.id !== by.organId && issuer.id !== by.servesId) throw forbidden();
  if (tasks.some((task) => !maySteer(by, task))) {
    throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới đôn đốc bằng văn bản được.');
  }
  const groups = groupsOf(form.mode, tasks);
  if (groups.length === 0)
    throw invalid('letter.none', 'Không còn cơ quan chủ trì nào phải làm các nhiệm vụ đã chọn.', 'nv');
  const first = form.number;
  if (first === null) throw invalid('letter.number', 'Hãy ghi số của văn bản đầu tiên, lấy ở sổ văn bản đi.', 'so');
  await refuseTaken(tx, form, issuer.id, first, first + groups.length - 1);
  const rows = await tx
    .insertInto('reminder_letter')
    .values(
      groups.map((group, i) => ({
        unit_id: by.unitId,
        batch: input.batch,
        office_organ_id: by.organId,
        issuer_organ_id: issuer.id,
        number: first + i,
        symbol: form.symbol,
        issued_on: form.issuedOn,
        subject: form.subject,
        addressee_ids: [...group.organIds],
        document: JSON.stringify(letterDocument(form, issuer, group, first + i, organName)),
        signed: JSON.stringify(form.signed),
        organ_ids: [...new Set([by.organId, issuer.id, ...group.organIds])],
        created_by: by.personId,
      })),
    )
    .returning(['id', 'number'])
    .execute();
  const made = groups.map((group, i) => ({ group, letter: rows.find((row) => row.number === first + i)! }));
  await tx
    .insertInto('reminder_letter_task')
    .values(
      made.flatMap(({ group, letter }) => group.tasks.map((task) => ({ letter_id: letter.id, task_id: task.id }))),
    )
    .execute();
  await appendEvents(
    tx,
    by,
    made.flatMap(({ group, letter }) =>
      group.tasks.map((task) => ({
        kind: 'task.reminded_by_letter',
        subjectType: 'task',
        subjectId: task.id,
        data: {
          letterId: letter.id,
          letter: letterName(issuer.style === 'party', letter.number, form.symbol),
          organIds: group.organIds.filter((id) => task.openLeadIds.includes(id)),
        },
      })),
    ),
  );
  await sql`select ask_letters()`.execute(tx);
  return rows.map((row) => row.id);
}

/** Two clerks at once: the second waits here and finds the numbers taken. */
async function refuseTaken(tx: Tx, form: LetterForm, issuerOrganId: number, from: number, to: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('reminder_letter'), ${issuerOrganId}::int)`.execute(tx);
  const taken = await numbersTaken(tx, { issuerOrganId, symbol: form.symbol, issuedOn: form.issuedOn }, from, to);
  if (taken.length > 0) {
    throw conflict(
      'letter.number.taken',
      `Số ${taken.slice(0, 5).join(', ')} đã dùng cho văn bản đôn đốc khác cùng ký hiệu trong năm. Hãy lấy số khác.`,
      'so',
    );
  }
}

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { isMailAddress } from '../platform/notify/index.ts';

/**
 * A person says whether and where mail reaches them.
 * @throws Fault invalid (field thu-dien-tu)
 */
export async function chooseMail(tx: Tx, by: Principal, wanted: { mail: boolean; email: string }): Promise<void> {
  if (wanted.email !== '' && !isMailAddress(wanted.email)) {
    throw invalid(
      'notice.email',
      'Địa chỉ thư chưa đúng. Hãy ghi một địa chỉ, ví dụ vanthu@example.gov.vn.',
      'thu-dien-tu',
    );
  }
  if (wanted.mail && wanted.email === '') {
    throw invalid(
      'notice.email.missing',
      'Hãy ghi địa chỉ thư để nhận nhắc việc, hoặc bỏ chọn nhận thư.',
      'thu-dien-tu',
    );
  }
  await tx
    .insertInto('notice_setting')
    .values({ person_id: by.personId, mail: wanted.mail })
    .onConflict((c) => c.column('person_id').doUpdateSet({ mail: wanted.mail }))
    .execute();
  await sql`select set_own_email(${wanted.email === '' ? null : wanted.email})`.execute(tx);
  // The address itself does not go into the log.
  await appendEvent(tx, by, {
    kind: 'notice.settings_changed',
    subjectType: 'person',
    subjectId: by.personId,
    data: { mail: wanted.mail },
  });
}

/** A new secret address for the person's calendar; the one before stops working. */
export async function renewCalendar(tx: Tx, by: Principal): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('notice_setting')
    .values({ person_id: by.personId, calendar_token: token })
    .onConflict((c) => c.column('person_id').doUpdateSet({ calendar_token: token }))
    .execute();
  await appendEvent(tx, by, { kind: 'notice.calendar_renewed', subjectType: 'person', subjectId: by.personId });
}

import { randomBytes } from 'node:crypto';
import { forbidden } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { receiveDossiers } from '../policy.ts';

/**
 * Makes the secret link of the centre's machine and screen; the former one is good for nothing any more. The numbers of the
 * day go on. @returns the token @throws Fault forbidden
 */
export async function renewLink(tx: Tx, by: Principal): Promise<string> {
  if (!receiveDossiers.allows(by)) throw forbidden('Chỉ người của trung tâm mới đổi được liên kết máy lấy số.');
  const token = randomBytes(12).toString('base64url');
  await tx
    .insertInto('kiosk')
    .values({ organ_id: by.organId, token })
    .onConflict((c) => c.column('organ_id').doUpdateSet({ token }))
    .execute();
  await appendEvent(tx, by, { kind: 'kiosk.linked', subjectType: 'organ', subjectId: by.organId });
  return token;
}

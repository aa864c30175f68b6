import { conflict, forbidden, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { mayAcknowledge } from './policy.ts';

/**
 * A recipient organ has received a directive (đã nhận): when, and by whom. Saying it again changes nothing.
 * @throws Fault notFound, forbidden, conflict when it was not sent to the organ
 */
export async function acknowledge(tx: Tx, by: Principal, directiveId: number, organId: number): Promise<void> {
  const directive = await tx
    .selectFrom('directive')
    .where('id', '=', directiveId)
    .select(['id', 'unit_id as unitId'])
    .executeTakeFirst();
  if (!directive) throw notFound('văn bản này');
  if (!mayAcknowledge(by, organId)) throw forbidden('Bạn chỉ xác nhận đã nhận thay cho cơ quan của mình.');
  const sent = await tx
    .selectFrom('distribution')
    .where('directive_id', '=', directiveId)
    .where('organ_id', '=', organId)
    .select('acknowledged_at as acknowledgedAt')
    .executeTakeFirst();
  if (!sent) throw conflict('directive.not_sent', 'Văn bản này không gửi cho cơ quan của bạn nên không cần xác nhận.');
  if (sent.acknowledgedAt !== null) return;
  const changed = await tx
    .updateTable('distribution')
    .set((e) => ({
      acknowledged_at: e.fn<number>('app_now'),
      acknowledged_by: by.personId,
      acknowledged_appointment_id: by.appointmentId,
    }))
    .where('directive_id', '=', directiveId)
    .where('organ_id', '=', organId)
    .where('acknowledged_at', 'is', null)
    .returning('organ_id')
    .execute();
  if (changed.length === 0) return;
  await appendEvent(tx, by, {
    kind: 'directive.acknowledged',
    subjectType: 'directive',
    subjectId: directiveId,
    unitId: directive.unitId,
    data: { organId },
  });
}

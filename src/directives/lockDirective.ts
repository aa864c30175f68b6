import { conflict, forbidden, notFound } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import { DIRECTIVE_STATES, type DirectiveState } from './model.ts';
import { mayPrepare } from './policy.ts';

export interface Locked {
  id: number;
  unitId: number;
  ownerOrganId: number;
  issuerOrganId: number;
  state: DirectiveState;
  version: number;
}

/**
 * Holds a directive until the transaction ends, so that two steps on it come one after the other, for somebody who may
 * prepare it.
 * @throws Fault notFound, forbidden, conflict when it is in another state than the step needs
 */
export async function lockDirective(tx: Tx, by: Principal, id: number, state: DirectiveState): Promise<Locked> {
  const found = await tx
    .selectFrom('directive')
    .where('id', '=', id)
    .select([
      'id',
      'unit_id as unitId',
      'owner_organ_id as ownerOrganId',
      'issuer_organ_id as issuerOrganId',
      'state',
      'version',
    ])
    // Without the right to change it the row cannot be locked, only read; the policy then says no.
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('văn bản này');
  if (!mayPrepare(by, found)) throw forbidden('Chỉ văn phòng của cơ quan ban hành mới làm được việc này với văn bản.');
  if (found.state !== state) {
    throw conflict(
      'directive.state',
      `Văn bản này ${DIRECTIVE_STATES[found.state].label.toLowerCase()}, không làm bước này được nữa. Hãy mở lại trang để xem.`,
    );
  }
  return found;
}

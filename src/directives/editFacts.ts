import { stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { Facts } from './facts.ts';
import { lockDirective } from './lockDirective.ts';
import { searchKey } from './store/directive.ts';

/** The columns of a head's facts. */
export const factColumns = (f: Facts) => ({
  type: f.type,
  number: f.number,
  symbol: f.symbol,
  title: f.title,
  issued_on: f.issuedOn,
  signer: f.signer,
  signer_title: f.signerTitle,
  urgency: f.urgency,
  search_key: searchKey(f),
});

/**
 * Sets what the head of a directive says, while it is being read.
 * @throws Fault stale when somebody changed it since `version`
 */
export async function editFacts(
  tx: Tx,
  by: Principal,
  id: number,
  version: number | null,
  facts: Facts,
): Promise<void> {
  const held = await lockDirective(tx, by, id, 'reading');
  if (held.version !== version) throw stale('Thông tin văn bản vừa được người khác sửa. Hãy xem bản mới rồi làm tiếp.');
  await tx
    .updateTable('directive')
    .set((e) => ({ ...factColumns(facts), version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await appendEvent(tx, by, {
    kind: 'directive.facts_edited',
    subjectType: 'directive',
    subjectId: id,
    unitId: held.unitId,
    data: { ...facts },
  });
}

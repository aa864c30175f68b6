import { conflict } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { sameContent } from './fingerprint.ts';
import { lockDirective } from './lockDirective.ts';
import { directiveById, searchKey } from './store/directive.ts';

/**
 * The clerk confirms that two directives are one told twice: `keepId` goes on, `besideId` is kept beside it and never
 * issued by itself. What the kept head leaves blank (number, symbol, date) is filled from the other telling where the
 * clerk wants it.
 * @throws Fault conflict when they do not tell the same, or when one is issued and is not the one kept
 */
export async function joinTellings(
  tx: Tx,
  by: Principal,
  { keepId, besideId, fill }: { keepId: number; besideId: number; fill: boolean },
): Promise<void> {
  const beside = await lockDirective(tx, by, besideId, 'reading');
  const [kept] = await directiveById(tx, keepId).execute();
  const [other] = await directiveById(tx, besideId).execute();
  if (!kept || !other || keepId === besideId || !sameContent(kept.fingerprint, other.fingerprint)) {
    throw conflict('directive.not_same', 'Hai văn bản này không cùng nội dung nên không gộp làm một được.');
  }
  if (kept.state !== 'reading' && kept.state !== 'issued') {
    throw conflict('directive.state', 'Văn bản giữ làm chính không còn hiệu lực. Hãy mở lại trang để xem.');
  }
  await tx
    .updateTable('directive')
    .set((e) => ({
      state: 'discarded',
      same_as_id: keepId,
      end_reason: 'Cùng nội dung, giữ kèm',
      version: e('version', '+', 1),
    }))
    .where('id', '=', besideId)
    .execute();
  const filled = {
    number: kept.number ?? other.number,
    symbol: kept.symbol ?? other.symbol,
    issued_on: kept.issuedOn ?? other.issuedOn,
    signer: kept.signer ?? other.signer,
  };
  if (fill && kept.state === 'reading') {
    await lockDirective(tx, by, keepId, 'reading');
    await tx
      .updateTable('directive')
      .set((e) => ({
        ...filled,
        search_key: searchKey({ ...kept, symbol: filled.symbol }),
        version: e('version', '+', 1),
      }))
      .where('id', '=', keepId)
      .execute();
  }
  for (const [subjectId, data] of [
    [keepId, { besideId, ...(fill ? filled : {}) }],
    [besideId, { keepId }],
  ] as const) {
    await appendEvent(tx, by, {
      kind: 'directive.same_as',
      subjectType: 'directive',
      subjectId,
      unitId: beside.unitId,
      data,
    });
  }
}

import { invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { DirectiveHooks } from './issueDirective.ts';
import { lockDirective } from './lockDirective.ts';

/**
 * Takes an issued directive back, with a reason. It stays to be read; its open tasks are asked no longer.
 * @throws Fault invalid (field ly-do), conflict, forbidden, notFound
 */
export async function recallDirective(
  tx: Tx,
  by: Principal,
  hooks: DirectiveHooks,
  id: number,
  reason: string,
): Promise<void> {
  const held = await lockDirective(tx, by, id, 'issued');
  if (reason === '') throw invalid('directive.recall.reason', 'Hãy ghi lý do thu hồi để nơi nhận biết.', 'ly-do');
  await tx
    .updateTable('directive')
    .set((e) => ({ state: 'recalled', end_reason: reason, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await hooks.onRecalled(tx, by, id, `Thu hồi văn bản: ${reason}`);
  await appendEvent(tx, by, {
    kind: 'directive.recalled',
    subjectType: 'directive',
    subjectId: id,
    unitId: held.unitId,
    reason,
  });
}

/**
 * Another issued directive takes the place of this one. Both stay and lead to each other; the old one's open tasks are
 * asked no longer.
 * @throws Fault invalid (fields thay-bang, ly-do), conflict, forbidden, notFound
 */
export async function replaceDirective(
  tx: Tx,
  by: Principal,
  hooks: DirectiveHooks,
  input: { id: number; byId: number | null; reason: string },
): Promise<void> {
  const held = await lockDirective(tx, by, input.id, 'issued');
  const successor =
    input.byId === null || input.byId === input.id
      ? undefined
      : await tx
          .selectFrom('directive')
          .where('id', '=', input.byId)
          .where('state', '=', 'issued')
          .where('issuer_organ_id', '=', held.issuerOrganId)
          .select(['id', 'symbol'])
          .forUpdate()
          .executeTakeFirst();
  if (!successor) {
    throw invalid(
      'directive.replace.by',
      'Hãy chọn văn bản thay thế: một văn bản đã ban hành của cùng cơ quan.',
      'thay-bang',
    );
  }
  if (input.reason === '')
    throw invalid('directive.replace.reason', 'Hãy ghi lý do thay thế để nơi nhận biết.', 'ly-do');
  await tx
    .updateTable('directive')
    .set((e) => ({
      state: 'replaced',
      replaced_by_id: successor.id,
      end_reason: input.reason,
      version: e('version', '+', 1),
    }))
    .where('id', '=', input.id)
    .execute();
  await tx
    .updateTable('directive')
    .set((e) => ({ replaces_id: input.id, version: e('version', '+', 1) }))
    .where('id', '=', successor.id)
    .execute();
  await hooks.onRecalled(tx, by, input.id, `Thay bằng văn bản ${successor.symbol}: ${input.reason}`);
  for (const [subjectId, data] of [
    [input.id, { replacedById: successor.id, symbol: successor.symbol }],
    [successor.id, { replacesId: input.id }],
  ] as const) {
    await appendEvent(tx, by, {
      kind: subjectId === input.id ? 'directive.replaced' : 'directive.replaces',
      subjectType: 'directive',
      subjectId,
      unitId: held.unitId,
      reason: input.reason,
      data,
    });
  }
}

import { conflict, invalid, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { locate } from './locate.ts';
import { type Locked, lockDirective } from './lockDirective.ts';
import {
  type Draft,
  type DraftContent,
  type DraftState,
  isPlain,
  mergedContent,
  mergedEvidence,
  ordinalLabel,
  ordinalsAfter,
  type Span,
  whatIsMissing,
} from './model.ts';
import { contentColumns, draftsIn, insertDrafts } from './store/draft.ts';

/** One task on the desk, as the clerk saw it. */
export interface DraftRef {
  directiveId: number;
  draftId: number;
  /** The version seen; null where the form carried none, which counts as stale. */
  version: number | null;
}

/** The desk of a directive, held for one step. */
async function deskOf(tx: Tx, by: Principal, directiveId: number): Promise<{ held: Locked; drafts: Draft[] }> {
  const held = await lockDirective(tx, by, directiveId, 'reading');
  return { held, drafts: await draftsIn(tx, directiveId) };
}

function draftOf(drafts: readonly Draft[], ref: DraftRef): Draft {
  const draft = drafts.find((d) => d.id === ref.draftId);
  if (!draft) throw stale('Nhiệm vụ này vừa được tách hoặc gộp. Hãy xem lại danh sách rồi làm tiếp.');
  if (draft.version !== ref.version)
    throw stale(`Nhiệm vụ ${ordinalLabel(draft.ordinal)} vừa được người khác sửa. Hãy xem bản mới rồi làm tiếp.`);
  return draft;
}

async function save(
  tx: Tx,
  by: Principal,
  draft: Draft,
  change: Partial<DraftContent> & { state: DraftState },
): Promise<void> {
  const { state, ...content } = change;
  await tx
    .updateTable('draft_task')
    .set((e) => ({
      ...contentColumns({ ...draft, ...content }),
      state,
      version: e('version', '+', 1),
      changed_by: by.personId,
      changed_at: e.fn<number>('app_now'),
    }))
    .where('id', '=', draft.id)
    .execute();
}

const record = (
  tx: Tx,
  by: Principal,
  held: Locked,
  kind: string,
  drafts: readonly Pick<Draft, 'id' | 'ordinal'>[],
  data: object = {},
) =>
  appendEvent(tx, by, {
    kind: `directive.${kind}`,
    subjectType: 'directive',
    subjectId: held.id,
    unitId: held.unitId,
    data: { draftIds: drafts.map((d) => d.id), ordinals: drafts.map((d) => ordinalLabel(d.ordinal)), ...data },
  });

/**
 * The clerk finds a task right as it is shown; a list of organs for which a class name stands is confirmed with it.
 * @throws Fault invalid while an agency is unknown, stale, conflict
 */
export async function acceptDraft(tx: Tx, by: Principal, ref: DraftRef): Promise<void> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const draft = draftOf(drafts, ref);
  const missing = whatIsMissing(draft);
  if (missing) throw invalid('directive.task.incomplete', missing);
  await save(tx, by, draft, { state: 'accepted' });
  await record(tx, by, held, 'task_accepted', [draft]);
}

/** Accepts every task of which the reader is sure and in which nothing need be asked. Gives back how many. */
export async function acceptPlain(tx: Tx, by: Principal, directiveId: number): Promise<number> {
  const { held, drafts } = await deskOf(tx, by, directiveId);
  const plain = drafts.filter(isPlain);
  for (const draft of plain) await save(tx, by, draft, { state: 'accepted' });
  if (plain.length > 0) await record(tx, by, held, 'task_accepted', plain);
  return plain.length;
}

/** The clerk finds that this is no task, or takes that back: rejected tasks stay in view. */
export async function rejectDraft(tx: Tx, by: Principal, ref: DraftRef): Promise<void> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const draft = draftOf(drafts, ref);
  await save(tx, by, draft, { state: 'rejected' });
  await record(tx, by, held, 'task_rejected', [draft]);
}

/** Takes a decision back: the task is to be looked at again. */
export async function restoreDraft(tx: Tx, by: Principal, ref: DraftRef): Promise<void> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const draft = draftOf(drafts, ref);
  await save(tx, by, draft, { state: 'found' });
  await record(tx, by, held, 'task_restored', [draft]);
}

/**
 * Sets what a task says; with `accept` it is accepted at once.
 * @throws Fault invalid, stale, conflict
 */
export async function editDraft(
  tx: Tx,
  by: Principal,
  ref: DraftRef,
  content: DraftContent,
  accept: boolean,
): Promise<void> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const draft = draftOf(drafts, ref);
  const missing = accept ? whatIsMissing(content) : null;
  if (missing)
    throw invalid('directive.task.incomplete', missing, missing.startsWith('Chưa ghi') ? 'hanh-dong' : 'co-quan-moi-1');
  await save(tx, by, draft, { ...content, state: accept ? 'accepted' : 'found' });
  await record(tx, by, held, 'task_edited', [draft], { before: shortContent(draft), after: shortContent(content) });
}

const shortContent = (c: DraftContent) => ({
  action: c.action,
  dueOn: c.dueOn,
  agencies: c.agencies.map((a) => ({ role: a.role, organIds: a.organIds })),
});

/** Splits a task in two with the same agencies; the parts are looked at anew. The whole stays on record. */
export async function splitDraft(
  tx: Tx,
  by: Principal,
  ref: DraftRef,
  actions: readonly [string, string],
): Promise<number[]> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const whole = draftOf(drafts, ref);
  actions.forEach((action, i) => {
    if (action === '') throw invalid('directive.task.split', `Hãy ghi nội dung phần ${i + 1}.`, `phan-${i + 1}`);
  });
  const text = await textOf(tx, held.id);
  const ordinals = ordinalsAfter(
    whole.ordinal,
    drafts.map((d) => d.ordinal),
    2,
  );
  await save(tx, by, whole, { state: 'superseded' });
  const ids = await insertDrafts(
    tx,
    held.id,
    by.personId,
    actions.map((action, i) => ({
      ...whole,
      action,
      ordinal: ordinals[i]!,
      state: 'found' as const,
      origin: 'split' as const,
      evidence: whole.evidence && (locate(text, action, whole.evidence) ?? whole.evidence),
      fromIds: [whole.id],
    })),
  );
  await record(tx, by, held, 'task_split', [whole], { into: ids });
  return ids;
}

/** Joins two tasks into one under the first one's number; both stay on record. */
export async function mergeDrafts(tx: Tx, by: Principal, ref: DraftRef, otherId: number): Promise<number> {
  const { held, drafts } = await deskOf(tx, by, ref.directiveId);
  const one = draftOf(drafts, ref);
  const other = drafts.find((d) => d.id === otherId);
  if (!other || other.id === one.id) {
    throw invalid('directive.task.merge', 'Hãy chọn nhiệm vụ khác còn trong danh sách để gộp vào.', 'gop-voi');
  }
  const [first, second] = one.ordinal <= other.ordinal ? [one, other] : [other, one];
  await save(tx, by, first, { state: 'superseded' });
  await save(tx, by, second, { state: 'superseded' });
  const [id] = await insertDrafts(tx, held.id, by.personId, [
    {
      ...mergedContent(first, second),
      ordinal: first.ordinal,
      state: 'found',
      origin: 'merged',
      evidence: mergedEvidence(first, second),
      spans: { agencies: [...(first.spans.agencies ?? []), ...(second.spans.agencies ?? [])] },
      fromIds: [first.id, second.id],
    },
  ]);
  await record(tx, by, held, 'task_merged', [first, second], { into: [id] });
  return id!;
}

/**
 * Adds a task that the reader has not found: from the stretch of text that the clerk marked, or a quotation of it.
 * @throws Fault invalid when the stretch is not in the text
 */
export async function addDraft(
  tx: Tx,
  by: Principal,
  directiveId: number,
  content: DraftContent,
  place: { span: Span } | { quote: string },
): Promise<number> {
  const { held, drafts } = await deskOf(tx, by, directiveId);
  const text = await textOf(tx, directiveId);
  const evidence = 'span' in place ? place.span : place.quote === '' ? null : locate(text, place.quote);
  if ('quote' in place && place.quote !== '' && !evidence) {
    throw invalid(
      'directive.task.quote',
      'Không thấy đoạn này trong văn bản. Hãy chép đúng một đoạn liền nhau của văn bản.',
      'doan',
    );
  }
  if (evidence && !(evidence[0] >= 0 && evidence[0] < evidence[1] && evidence[1] <= text.length)) {
    throw invalid('directive.task.span', 'Đoạn đánh dấu nằm ngoài văn bản. Hãy tải lại trang và đánh dấu lại.', 'doan');
  }
  const before = drafts.filter((d) => evidence === null || (d.evidence !== null && d.evidence[0] <= evidence[0]));
  const [ordinal] = ordinalsAfter(
    Math.max(0, ...before.map((d) => d.ordinal)),
    drafts.map((d) => d.ordinal),
    1,
  );
  const [id] = await insertDrafts(tx, directiveId, by.personId, [
    { ...content, ordinal: ordinal!, state: whatIsMissing(content) ? 'found' : 'accepted', origin: 'clerk', evidence },
  ]);
  await record(tx, by, held, 'task_added', [{ id: id!, ordinal: ordinal! }]);
  return id!;
}

async function textOf(tx: Tx, directiveId: number): Promise<string> {
  const row = await tx.selectFrom('directive').where('id', '=', directiveId).select('text').executeTakeFirst();
  if (!row) throw notFound('văn bản này');
  return row.text;
}

/** The office will not issue this: fed in by mistake. It stays on record and can be found under "Không ban hành". */
export async function discardDirective(tx: Tx, by: Principal, directiveId: number, reason: string): Promise<void> {
  const held = await lockDirective(tx, by, directiveId, 'reading');
  if (reason === '') throw invalid('directive.discard.reason', 'Hãy ghi lý do không ban hành.', 'ly-do');
  const changed = await tx
    .updateTable('directive')
    .set((e) => ({ state: 'discarded', end_reason: reason, version: e('version', '+', 1) }))
    .where('id', '=', held.id)
    .returning('id')
    .execute();
  if (changed.length === 0) throw conflict('directive.state', 'Văn bản vừa đổi trạng thái. Hãy mở lại trang.');
  await appendEvent(tx, by, {
    kind: 'directive.discarded',
    subjectType: 'directive',
    subjectId: held.id,
    unitId: held.unitId,
    reason,
  });
}

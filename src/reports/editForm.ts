import type { z } from 'zod';
import { conflict, forbidden, invalid, notFound, stale } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { termWords } from './createForm.ts';
import { readField } from './fieldForm.ts';
import type { FormVersion, ReportField, ReportForm } from './model.ts';
import { mayKeep } from './policy.ts';
import { firstOf, formById, versionsOf } from './store.ts';

const MOST_FIELDS = 300;

/** A form of the person's office. @throws Fault notFound, forbidden */
export async function ownForm(tx: Tx, by: Principal, formId: number): Promise<ReportForm> {
  const form = await firstOf(tx, formById(tx, formId));
  if (!form) throw notFound('biểu báo cáo này');
  if (!mayKeep(by, form)) throw forbidden('Chỉ văn phòng lập biểu báo cáo này mới sửa được.');
  return form;
}

/** Its draft. @throws Fault conflict where all versions are published, stale where it was changed since it was seen */
export async function ownDraft(tx: Tx, by: Principal, formId: number, seen: number | null): Promise<FormVersion> {
  await ownForm(tx, by, formId);
  const { rows } = await tx.executeQuery(versionsOf(tx, formId).compile());
  const draft = (rows as FormVersion[]).find((v) => v.state === 'draft');
  if (!draft) {
    throw conflict('report.published', 'Biểu đã công bố thì không sửa được. Hãy tạo bản mới để thay đổi từ kỳ sau.');
  }
  if (seen !== null && seen !== draft.version) throw stale('Biểu vừa được người khác sửa. Hãy xem lại rồi làm tiếp.');
  return draft;
}

async function keep(
  tx: Tx,
  by: Principal,
  draft: FormVersion,
  change: { fields?: ReportField[]; reporters?: string[]; due_days?: number },
  what: Record<string, unknown>,
): Promise<void> {
  const { fields, ...rest } = change;
  const kept = await tx
    .updateTable('report_form_version')
    .set({ ...rest, ...(fields ? { fields: JSON.stringify(fields) } : {}), version: draft.version + 1 })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw stale('Biểu vừa được người khác sửa. Hãy xem lại rồi làm tiếp.');
  await appendEvent(tx, by, {
    kind: 'report.form_changed',
    subjectType: 'report_form',
    subjectId: draft.formId,
    data: { version: draft.number, ...what },
  });
}

type Sent = Readonly<Record<string, string>>;

/** Adds a field at the end of a draft. @throws Fault as `ownDraft`, invalid with faults at the inputs */
export async function addField(tx: Tx, by: Principal, formId: number, seen: number | null, sent: Sent): Promise<void> {
  const draft = await ownDraft(tx, by, formId, seen);
  if (draft.fields.length >= MOST_FIELDS)
    throw conflict('report.fields', `Một biểu có tối đa ${MOST_FIELDS} chỉ tiêu.`);
  const field = readField(sent, draft.fields);
  await keep(tx, by, draft, { fields: [...draft.fields, field] }, { added: field.key });
}

/** @throws Fault as `addField` */
export async function changeField(
  tx: Tx,
  by: Principal,
  formId: number,
  seen: number | null,
  key: string,
  sent: Sent,
): Promise<void> {
  const draft = await ownDraft(tx, by, formId, seen);
  if (!draft.fields.some((f) => f.key === key)) throw notFound('chỉ tiêu này');
  const field = readField(
    sent,
    draft.fields.filter((f) => f.key !== key),
    key,
  );
  await keep(tx, by, draft, { fields: draft.fields.map((f) => (f.key === key ? field : f)) }, { changed: key });
}

export type Arrange = 'len' | 'xuong' | 'bo';

/** Moves a field up or down, or takes it out of a draft. @throws Fault as `ownDraft`, conflict for a field that another needs */
export async function arrangeField(
  tx: Tx,
  by: Principal,
  formId: number,
  seen: number | null,
  key: string,
  how: Arrange,
): Promise<void> {
  const draft = await ownDraft(tx, by, formId, seen);
  const at = draft.fields.findIndex((f) => f.key === key);
  if (at < 0) throw notFound('chỉ tiêu này');
  const fields = [...draft.fields];
  const [field] = fields.splice(at, 1);
  if (how === 'bo') {
    const user = fields.find((f) => f.weightBy === key);
    if (user)
      throw conflict('report.field.needed', `Chỉ tiêu này là trọng số của “${user.label}”. Hãy sửa chỉ tiêu đó trước.`);
  } else {
    fields.splice(Math.max(0, how === 'len' ? at - 1 : at + 1), 0, field!);
  }
  await keep(tx, by, draft, { fields }, { [how === 'bo' ? 'dropped' : 'moved']: key });
}

/** Changes who reports and within how many working days. @throws Fault as `ownDraft` */
export async function changeTerms(
  tx: Tx,
  by: Principal,
  formId: number,
  seen: number | null,
  words: z.output<typeof termWords>,
): Promise<void> {
  const draft = await ownDraft(tx, by, formId, seen);
  await keep(tx, by, draft, { reporters: words['noi-bao-cao'], due_days: words['so-ngay'] }, { terms: true });
}

/** Begins the next version as a copy of the newest. @throws Fault conflict where one is begun already */
export async function beginVersion(tx: Tx, by: Principal, formId: number): Promise<void> {
  await ownForm(tx, by, formId);
  const { rows } = await tx.executeQuery(versionsOf(tx, formId).compile());
  const newest = (rows as FormVersion[])[0];
  if (!newest || newest.state === 'draft') {
    throw conflict('report.draft', 'Biểu này đang có một bản chưa công bố. Hãy sửa tiếp bản đó.');
  }
  await tx
    .insertInto('report_form_version')
    .values({
      form_id: formId,
      number: newest.number + 1,
      reporters: newest.reporters,
      due_days: newest.dueDays,
      fields: JSON.stringify(newest.fields),
    })
    .execute();
  await appendEvent(tx, by, {
    kind: 'report.version_begun',
    subjectType: 'report_form',
    subjectId: formId,
    data: { version: newest.number + 1 },
  });
}

/** The fields of a draft must make a form. @throws Fault invalid at field `hieu-luc` */
export function checkPublishable(draft: FormVersion): void {
  if (draft.fields.length === 0)
    throw invalid('report.empty', 'Biểu chưa có chỉ tiêu nào. Hãy thêm chỉ tiêu trước.', 'hieu-luc');
}

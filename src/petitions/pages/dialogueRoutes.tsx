import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { organRegister } from '../../organs/index.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { XLSX_TYPE, xlsxStream } from '../../platform/spreadsheet/index.ts';
import { assignField, listDialogues, openDialogue, setRaiseUntil, tallyDialogue } from '../dialogues.ts';
import { isField } from '../fields.ts';
import { askImport } from '../imports/askImport.ts';
import { IMPORT_COLUMNS } from '../imports/readRow.ts';
import { importById, importsOf } from '../imports/store.ts';
import { offeredNames, organNamed, organsNamed } from '../named.ts';
import { maySteer, readPetitions, steerPetitions } from '../policy.ts';
import { petitionsChanged } from '../tally.ts';
import { answerBookRoutes } from './answerBookRoutes.tsx';
import { DialoguePage, DialoguesPage, type DialogueView } from './dialogues.tsx';
import { ImportPage } from './importPage.tsx';
import { dialogueOf, namesFrom, todayOf } from './names.ts';
import { sortFieldsRoutes } from './sortFieldsRoutes.tsx';
import { yearReportRoutes } from './yearReportRoutes.tsx';

/** Dialogues: opened, filled from a sheet, given out field by field, and read as one answer book. */
export const dialogueRoutes: RouteTable = [
  { method: 'get', path: '/kien-nghi/doi-thoai', may: readPetitions, handle: (c) => showDialogues(c) },
  { method: 'post', path: '/kien-nghi/doi-thoai', may: steerPetitions, handle: open },
  { method: 'get', path: '/kien-nghi/doi-thoai/mau.xlsx', may: steerPetitions, handle: template },
  ...yearReportRoutes,
  { method: 'get', path: '/kien-nghi/doi-thoai/:id', may: readPetitions, handle: (c) => showDialogue(c) },
  ...answerBookRoutes,
  ...sortFieldsRoutes,
  { method: 'post', path: '/kien-nghi/doi-thoai/:id/nhan-den', may: steerPetitions, handle: raiseUntil },
  { method: 'post', path: '/kien-nghi/doi-thoai/:id/nhap', may: steerPetitions, handle: feedIn },
  { method: 'get', path: '/kien-nghi/doi-thoai/:id/nhap/:lan', may: steerPetitions, handle: showImport },
  { method: 'post', path: '/kien-nghi/doi-thoai/:id/giao', may: steerPetitions, handle: assign },
];

async function showDialogues(c: AppContext, failed?: DialogueView['failed'], status?: 422): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [dialogues] = await db.read(principal, listDialogues(db.build));
  const names = namesFrom(await organRegister(c.get('services')));
  return page(
    c,
    { title: 'Chương trình đối thoại', status },
    <DialoguesPage {...{ dialogues, names, failed }} mayOpen={steerPetitions.allows(principal)} />,
  );
}

async function open(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const form = await readForm(c);
  try {
    const id = await c.get('services').db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'dialogue.open', personId: principal.personId }, () =>
        openDialogue(tx, principal, {
          title: form.values.ten ?? '',
          heldOn: parseDay(form.values.ngay),
          raiseUntil: raiseUntilOf(form),
        }),
      ),
    );
    return redirectWith(c, `/kien-nghi/doi-thoai/${id}`, { tone: 'success', text: 'Đã mở chương trình đối thoại.' });
  } catch (error) {
    if (!isFault(error) || error.kind !== 'invalid') throw error;
    return showDialogues(c, { form: 'mo', sent: form, fault: error }, 422);
  }
}

async function showDialogue(c: AppContext, failed?: DialogueView['failed'], status?: 409 | 422): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const dialogue = await dialogueOf(c);
  const [tally, imports] = await db.read(
    principal,
    tallyDialogue(db.build, dialogue.id),
    importsOf(db.build, dialogue.id),
  );
  const register = await organRegister(c.get('services'));
  const steers = maySteer(principal, dialogue);
  return page(
    c,
    { title: dialogue.title, status },
    <DialoguePage
      {...{ dialogue, tally, imports, steers, failed }}
      today={todayOf(c)}
      names={namesFrom(register)}
      offered={steers ? offeredNames(register, todayOf(c)) : []}
    />,
  );
}

function template(c: AppContext): Response {
  const example = [
    'UBND xã ...',
    'Phòng, chống thiên tai',
    'Bố trí máy xúc chung',
    'Bố trí một máy xúc',
    'Sạt lở nhiều',
  ];
  const columns = IMPORT_COLUMNS.map(({ head }) => ({ header: head, width: 30 }));
  return c.body(xlsxStream(columns, [example], 'Kiến nghị'), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': 'attachment; filename="mau-kien-nghi-doi-thoai.xlsx"',
  });
}

async function raiseUntil(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const dialogue = await dialogueOf(c);
  const form = await readForm(c);
  const saved = await answered(c, 'nhan-den', form, () =>
    c
      .get('services')
      .db.write(principal, (tx) =>
        writeOnce(
          tx,
          { key: form.key, purpose: `dialogue.raise_until.${dialogue.id}`, personId: principal.personId },
          () => setRaiseUntil(tx, principal, { dialogueId: dialogue.id, raiseUntil: raiseUntilOf(form) }),
        ),
      ),
  );
  if (saved instanceof Response) return saved;
  return redirectWith(c, `/kien-nghi/doi-thoai/${dialogue.id}`, { tone: 'success', text: 'Đã lưu hạn gửi kiến nghị.' });
}

/** @throws Fault invalid (field nhan-den) */
function raiseUntilOf(form: Form): Day | null {
  const typed = (form.values['nhan-den'] ?? '').trim();
  if (typed === '') return null;
  const day = parseDay(typed);
  if (!day)
    throw invalid('dialogue.raise_until', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', 'nhan-den');
  return day;
}

async function assign(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const dialogue = await dialogueOf(c);
  const form = await readForm(c);
  const today = todayOf(c);
  const field = form.values['linh-vuc'];
  const given = await answered(c, `giao-${field}`, form, async () => {
    if (!isField(field)) throw invalid('petition.field', 'Hãy chọn lĩnh vực.');
    const register = await organRegister(c.get('services'));
    const leadId = organNamed(register, form.values['chu-tri'] ?? '', 'chu-tri', today);
    if (!leadId) throw invalid('petition.lead.none', 'Hãy ghi cơ quan chủ trì trả lời.', 'chu-tri');
    const organs = (name: string) => organsNamed(register, form.values[name] ?? '', name, today);
    const forwarderId = organNamed(register, form.values['noi-gui'] ?? '', 'noi-gui', today) ?? null;
    const others = { coordinatorIds: organs('phoi-hop'), forwarderId, watcherIds: organs('theo-doi') };
    const days = Number((form.values['so-ngay'] ?? '').replace(',', '.'));
    return c
      .get('services')
      .db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: `dialogue.assign.${dialogue.id}`, personId: principal.personId }, () =>
          assignField(tx, principal, { dialogueId: dialogue.id, field, leadId, ...others, days }, today),
        ),
      );
  });
  if (given instanceof Response) return given;
  await petitionsChanged(c.get('services').db);
  return redirectWith(c, `/kien-nghi/doi-thoai/${dialogue.id}`, {
    tone: 'success',
    text: `Đã giao ${given} kiến nghị.`,
  });
}

/** What the work gives, or the same page again with what was typed and what was wrong. */
async function answered<T>(c: AppContext, formName: string, form: Form, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'tooLarge'].includes(error.kind)) throw error;
    const status = error.kind === 'tooLarge' ? 422 : (statusOfFault(error) as 409 | 422);
    return showDialogue(c, { form: formName, sent: form, fault: error }, status);
  }
}

const IMPORT_SCRIPT = 'src/petitions/pages/import.client.ts';

async function feedIn(c: AppContext): Promise<Response> {
  const { db, files, config } = c.get('services');
  const principal = principalOf(c);
  const dialogue = await dialogueOf(c);
  const form = await readForm(c);
  const importId = await answered(c, 'nhap', form, async () => {
    const file = form.files.tep?.[0];
    if (!file || file.size === 0) throw invalid('import.file', 'Hãy chọn tệp có bảng kiến nghị.', 'tep');
    if (!/\.(xlsx|csv|docx)$/i.test(file.name)) {
      throw invalid('import.type', 'Chỉ nhận tệp .xlsx, .csv hoặc .docx. Hãy lưu lại theo một dạng đó.', 'tep');
    }
    const stored = await files.put(new Uint8Array(await file.arrayBuffer()), { limit: config.uploadLimit });
    return db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: `dialogue.import.${dialogue.id}`, personId: principal.personId }, () =>
        askImport(tx, principal, { dialogueId: dialogue.id, file: { ...stored, name: cleanLine(file.name) } }),
      ),
    );
  });
  if (importId instanceof Response) return importId;
  return c.redirect(`/kien-nghi/doi-thoai/${dialogue.id}/nhap/${importId}`, 303);
}

async function showImport(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const dialogue = await dialogueOf(c);
  const [rows] = await db.read(principalOf(c), importById(db.build, parseId(c.req.param('lan')) ?? 0));
  const found = rows[0];
  if (!found || found.dialogueId !== dialogue.id) throw notFound('lần nhập này');
  return page(
    c,
    { title: `Nhập ${found.name}`, scripts: [IMPORT_SCRIPT] },
    <ImportPage dialogue={dialogue} found={found} />,
  );
}

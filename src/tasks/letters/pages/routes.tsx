import { zipSync } from 'fflate';
import { isFault, notFound } from '../../../kernel/errors.ts';
import { isWriteKey, parseId } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { attachment } from '../../../platform/http/attachment.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import {
  type AppContext,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../../platform/http/index.ts';
import { answerPaper, PAPER_TYPES, type PaperFormat, parseFormat, print } from '../../../platform/print/index.ts';
import { ALL_FIELD, chosenInAddress, TASK_FIELD, tasksNamed } from '../../bulk/chosen.ts';
import { showChoice } from '../../bulk/pages/routes.tsx';
import { type ChosenTask, chosenTasks } from '../../bulk/store.ts';
import { dueWords, titleOf } from '../../model.ts';
import { maySteer, readTasks, steerTasks } from '../../policy.ts';
import { type TaskRoom, todayOf } from '../../room.ts';
import { issueLetters } from '../issueLetters.ts';
import { type Issuer, issuersOf } from '../issuers.ts';
import { letterDocument } from '../letterDocument.ts';
import { groupsOf, type LetterTask } from '../model.ts';
import { readLetterForm } from '../readLetterForm.ts';
import { issuerRows, type LetterPaper, lastLetters, letterById, letters, papersOfBatch, taskIdsOf } from '../store.ts';
import { ComposePage } from './composePage.tsx';
import { BatchPage, LetterPage, LettersPage } from './letterPages.tsx';

/** Reminder letters: from the tasks chosen to papers that are numbered, kept and written down on each task. */
export const letterRoutes = (room: TaskRoom): RouteTable => [
  { method: 'get', path: '/nhiem-vu/don-doc', may: readTasks, handle: (c) => start(c, room) },
  { method: 'post', path: '/nhiem-vu/don-doc', may: steerTasks, handle: (c) => make(c, room) },
  { method: 'get', path: '/nhiem-vu/don-doc/van-ban/:van-ban', may: readTasks, handle: (c) => showLetter(c, room) },
  { method: 'get', path: '/nhiem-vu/don-doc/van-ban/:van-ban/:dang', may: readTasks, handle: download },
  { method: 'get', path: '/nhiem-vu/don-doc/:dot', may: readTasks, handle: (c) => showBatch(c, room) },
  { method: 'get', path: '/nhiem-vu/don-doc/:dot/:dang', may: readTasks, handle: downloadAll },
];

/** Without a choice the letters there are; from the list of tasks, the form for new ones. */
async function start(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const chosen = [TASK_FIELD, ALL_FIELD, 'pham-vi'].some((name) => c.req.query(name) !== undefined);
  if (!chosen || !steerTasks.allows(by)) {
    const [rows] = await db.read(by, letters(db.build, null));
    return page(
      c,
      { title: 'Văn bản đôn đốc' },
      <LettersPage rows={rows} organName={room.organName} maySend={steerTasks.allows(by)} />,
    );
  }
  const tasks = await chosenInAddress(c, by);
  return tasks.length === 0
    ? showChoice(c, room, true)
    : showForm(c, room, tasks, await issuersFor(c, by, c.req.query('ban-hanh')));
}

/** In whose names letters may go out, the one chosen first. */
async function issuersFor(c: AppContext, by: Principal, chosen: string | undefined): Promise<Issuer[]> {
  const { db } = c.get('services');
  const ids = [...new Set([by.organId, ...(by.servesId ? [by.servesId] : [])])];
  const [rows, last] = await db.read(by, issuerRows(db.build, ids), lastLetters(db.build, ids));
  const issuers = issuersOf(by, rows, last);
  return [...issuers].sort((a, b) => Number(String(b.id) === chosen) - Number(String(a.id) === chosen));
}

/** Leads that a letter can go to: nobody writes to the own office or to the body it serves. */
const writtenTo = (by: Principal, task: ChosenTask): number[] =>
  task.openLeadIds.filter((id) => id !== by.organId && id !== by.servesId);

/** Tasks that go into letters: followed by this office, and some other organ still has to work on them. */
const takenUp = (by: Principal, task: ChosenTask): boolean =>
  maySteer(by, task) && writtenTo(by, task).length > 0 && task.state !== 'awaiting';

function showForm(
  c: AppContext,
  room: TaskRoom,
  chosen: readonly ChosenTask[],
  issuers: readonly Issuer[],
  failed?: Parameters<typeof ComposePage>[0]['failed'],
  status?: 409 | 422,
): Response | Promise<Response> {
  const by = principalOf(c);
  const tasks = chosen.filter((task) => takenUp(by, task));
  if (tasks.length === 0 || issuers.length === 0) {
    return redirectWith(c, '/nhiem-vu/chon', {
      tone: 'warning',
      text: 'Các nhiệm vụ đã chọn không còn gì để đôn đốc: đã xong, chờ xác nhận, đã thôi giao hoặc do cơ quan khác theo dõi.',
    });
  }
  return page(
    c,
    { title: 'Lập văn bản đôn đốc', status },
    <ComposePage
      {...{ issuers, tasks, failed }}
      issuerHref={failed ? undefined : (id) => addressWith(c, 'ban-hanh', String(id))}
      leftOut={chosen.filter((task) => !takenUp(by, task))}
      organCount={new Set(tasks.flatMap((task) => writtenTo(by, task))).size}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

/** The address of this request with one parameter set. */
function addressWith(c: AppContext, name: string, value: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

async function make(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const form = await readForm(c);
  const chosen = await tasksNamed(c, by, form.lists[TASK_FIELD] ?? []);
  const issuers = await issuersFor(c, by, form.values['ban-hanh']);
  try {
    const preview = form.values.viec === 'xem';
    const typed = readLetterForm(form, issuers, preview);
    const issuer = issuers.find((one) => one.id === typed.issuerOrganId)!;
    const tasks = chosen.filter((task) => takenUp(by, task)).map((task) => letterTask(task, c));
    if (preview) {
      const group = groupsOf(typed.mode, tasks)[0];
      if (!group) throw notFound('nhiệm vụ này');
      const paper = letterDocument(typed, issuer, group, typed.number, room.organName);
      return answerPaper(c, paper, 'pdf', 'xem-truoc-don-doc');
    }
    await db.write(by, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'task.letters', personId: by.personId }, () =>
        issueLetters(tx, by, { batch: form.key, form: typed, issuer, tasks, organName: room.organName }),
      ),
    );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return showForm(c, room, chosen, issuers, { sent: form, fault: error }, statusOfFault(error) as 409 | 422);
  }
  return redirectWith(c, `/nhiem-vu/don-doc/${form.key}`, { tone: 'success', text: 'Đã lập văn bản đôn đốc.' });
}

const letterTask = (task: ChosenTask, c: AppContext): LetterTask & Pick<ChosenTask, 'ownerOrganId'> => ({
  id: task.id,
  title: titleOf(task),
  source: task.source,
  dueOn: task.dueOn,
  due: dueWords(task, todayOf(c)).text,
  openLeadIds: writtenTo(principalOf(c), task),
  ownerOrganId: task.ownerOrganId,
});

async function letterOf(c: AppContext): Promise<LetterPaper> {
  const { db } = c.get('services');
  const [rows] = await db.read(principalOf(c), letterById(db.build, parseId(c.req.param('van-ban')) ?? 0));
  const letter = rows[0];
  if (!letter) throw notFound('văn bản này');
  return letter;
}

async function showLetter(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const letter = await letterOf(c);
  const [ids] = await db.read(by, taskIdsOf(db.build, letter.id));
  const [tasks] = await db.read(
    by,
    chosenTasks(
      db.build,
      ids.map((row) => row.taskId),
    ),
  );
  return page(
    c,
    { title: 'Văn bản đôn đốc' },
    <LetterPage {...{ letter, tasks }} today={todayOf(c)} organName={room.organName} />,
  );
}

/** What a letter's file is called when downloaded: "don-doc-7-CV-VPTU.pdf". */
const fileName = (letter: LetterPaper, format: PaperFormat): string =>
  `don-doc-${letter.number}-${letter.symbol.replace(/[^\p{L}\p{N}]+/gu, '-')}.${format}`;

const shaOf = (letter: LetterPaper, format: PaperFormat) => (format === 'pdf' ? letter.pdfSha : letter.docxSha);

/** The kept file; printed anew from the kept paper where the printer has not come to it yet. */
async function download(c: AppContext): Promise<Response> {
  const format = parseFormat(c.req.param('dang'));
  if (!format) throw notFound('tệp này');
  const letter = await letterOf(c);
  const name = fileName(letter, format);
  const sha256 = shaOf(letter, format);
  if (sha256) return attachment(c, { sha256, name, mediaType: PAPER_TYPES[format] });
  return answerPaper(c, letter.document, format, name.slice(0, -format.length - 1));
}

const batchOf = (c: AppContext): string => {
  const batch = c.req.param('dot');
  if (!isWriteKey(batch)) throw notFound('các văn bản này');
  return batch;
};

async function showBatch(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const batch = batchOf(c);
  const [rows] = await db.read(principalOf(c), letters(db.build, batch, 1000));
  if (rows.length === 0) throw notFound('các văn bản này');
  return page(c, { title: 'Văn bản đôn đốc' }, <BatchPage rows={rows} batch={batch} organName={room.organName} />);
}

async function downloadAll(c: AppContext): Promise<Response> {
  const { db, files } = c.get('services');
  const format = parseFormat(c.req.param('dang'));
  if (!format) throw notFound('tệp này');
  const [papers] = await db.read(principalOf(c), papersOfBatch(db.build, batchOf(c)));
  if (papers.length === 0) throw notFound('các văn bản này');
  const packed: Record<string, Uint8Array> = {};
  for (const letter of papers) {
    const sha256 = shaOf(letter, format);
    packed[fileName(letter, format)] = sha256 ? await files.get(sha256) : await print(format, letter.document);
  }
  // PDF and Word files are packed already.
  return c.body(new Uint8Array(zipSync(packed, { level: 0 })), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="van-ban-don-doc.zip"',
    'Cache-Control': 'private, no-store',
  });
}

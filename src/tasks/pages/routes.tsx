import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { historyOf } from '../../platform/audit/history.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { attachment } from '../../platform/http/attachment.ts';
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
import { decideCharge } from '../decideCharge.ts';
import { defaultScope, parseFilter, type Scope } from '../filter.ts';
import { noteProgress } from '../noteProgress.ts';
import { readTasks, steerTasks, workOnTasks } from '../policy.ts';
import { receiveFiles } from '../receiveFiles.ts';
import { meetCondition, reschedule } from '../reschedule.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { chargesOf, filesOf, listTasks, taskById } from '../store.ts';
import { withdrawTask } from '../withdrawTask.ts';
import { type DetailView, TaskPage } from './detail.tsx';
import { exportTasks } from './export.ts';
import { TaskList } from './list.tsx';

export function taskPages(room: TaskRoom): RouteTable {
  const act = (path: string, form: (sent: Form) => string, done: string, work: Work): RouteTable[number] => ({
    method: 'post',
    path: `/nhiem-vu/:id/${path}`,
    may: path === 'tien-do' ? workOnTasks : steerTasks,
    handle: (c) => carryOut(c, room, path, form, done, work),
  });
  return [
    { method: 'get', path: '/nhiem-vu', may: readTasks, handle: (c) => showList(c, room) },
    { method: 'get', path: '/nhiem-vu/tai-ve.xlsx', may: readTasks, handle: (c) => exportTasks(c, room, 'xlsx') },
    { method: 'get', path: '/nhiem-vu/tai-ve.csv', may: readTasks, handle: (c) => exportTasks(c, room, 'csv') },
    { method: 'get', path: '/nhiem-vu/:id', may: readTasks, handle: (c) => showTask(c, room, taskIdOf(c)) },
    { method: 'get', path: '/nhiem-vu/:id/tep/:tep', may: readTasks, handle: download },
    act(
      'tien-do',
      (f) => `tien-do-${f.values['phan-viec']}`,
      'Đã ghi.',
      async (tx, by, id, form, c) => {
        const percent = form.values['tien-do']?.trim() ?? '';
        await noteProgress(
          tx,
          by,
          {
            taskId: id,
            chargeId: parseId(form.values['phan-viec']) ?? 0,
            version: form.version,
            percent: /^\d{1,3}$/.test(percent) ? Number(percent) : Number.NaN,
            note: (form.values['ghi-chu'] ?? '').trim(),
            files: await receiveFiles(c.get('services').files, form.files.tep ?? []),
            done: form.values.viec === 'xong',
          },
          todayOf(c),
        );
      },
    ),
    act(
      'xac-nhan',
      (f) => `xac-nhan-${f.values['phan-viec']}`,
      'Đã ghi quyết định.',
      (tx, by, id, form) =>
        decideCharge(tx, by, {
          taskId: id,
          chargeId: parseId(form.values['phan-viec']) ?? 0,
          version: form.version,
          confirmed: form.values.viec === 'xac-nhan',
          reason: reasonOf(form),
        }),
    ),
    act(
      'dieu-kien',
      () => 'dieu-kien',
      'Đã ghi nhận, nhiệm vụ bắt đầu được tính.',
      (tx, by, id, form) => meetCondition(tx, by, id, dueOf(form), reasonOf(form)),
    ),
    act(
      'han',
      () => 'han',
      'Đã đổi hạn.',
      (tx, by, id, form) => reschedule(tx, by, id, dueOf(form), reasonOf(form)),
    ),
    act(
      'thoi-giao',
      () => 'thoi-giao',
      'Đã thôi giao nhiệm vụ.',
      (tx, by, id, form) => withdrawTask(tx, by, id, reasonOf(form)),
    ),
  ];
}

type Work = (tx: Tx, by: Principal, taskId: number, form: Form, c: AppContext) => Promise<void>;

const reasonOf = (form: Form): string => (form.values['ly-do'] ?? '').trim();

/** The due date typed, null where left empty. @throws Fault invalid at field `han` */
function dueOf(form: Form): Day | null {
  const text = (form.values.han ?? '').trim();
  if (text === '') return null;
  const day = parseDay(text);
  if (!day) throw invalid('task.due.unreadable', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', 'han');
  return day;
}

function taskIdOf(c: AppContext): number {
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound('nhiệm vụ này');
  return id;
}

export const scopesOf = (p: Principal): Scope[] =>
  steerTasks.allows(p) || defaultScope(p) === 'giao' ? ['toi', 'giao', 'tat-ca'] : ['toi', 'tat-ca'];

async function showList(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  const [[rows], tally, named] = await Promise.all([
    db.read(principal, listTasks(db.build, filter, principal, today)),
    room.tallies.of(principal, filter, today),
    namesOf(c, room, filter),
  ]);
  return page(
    c,
    { title: 'Nhiệm vụ' },
    <TaskList
      filter={filter}
      rows={rows}
      tally={tally}
      today={today}
      organName={room.organName}
      organVersion={room.organVersion()}
      named={named}
      scopes={scopesOf(principal)}
    />,
  );
}

/** What the ids in the filter are called; asked only where there are any. */
async function namesOf(c: AppContext, room: TaskRoom, filter: ReturnType<typeof parseFilter>) {
  if (!filter.organId && !filter.unitId && !filter.directiveId) return {};
  const { db } = c.get('services');
  const [units, directives] = await db.read(
    principalOf(c),
    db.build
      .selectFrom('unit')
      .select(['type', 'name'])
      .where('id', '=', filter.unitId ?? 0),
    db.build
      .selectFrom('directive')
      .select('symbol')
      .where('id', '=', filter.directiveId ?? 0),
  );
  return {
    organ: filter.organId ? room.organName(filter.organId) : undefined,
    unit: units[0]?.name,
    directive: directives[0]?.symbol ?? undefined,
  };
}

async function showTask(
  c: AppContext,
  room: TaskRoom,
  id: number,
  failed?: DetailView['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [tasks, charges, history, files] = await db.read(
    principal,
    taskById(db.build, id),
    chargesOf(db.build, id),
    historyOf(db.build, 'task', id),
    filesOf(db.build, id),
  );
  const task = tasks[0];
  if (!task) throw notFound('nhiệm vụ này');
  return page(
    c,
    { title: `Nhiệm vụ ${task.ordinal}, ${task.source}`, status },
    <TaskPage
      {...{ task, charges, history, files, principal, failed }}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

/** One step on a task: carried out once per key; when refused, the same page comes back with what was typed. */
async function carryOut(
  c: AppContext,
  room: TaskRoom,
  path: string,
  formName: (sent: Form) => string,
  done: string,
  work: Work,
): Promise<Response> {
  const id = taskIdOf(c);
  const principal = principalOf(c);
  const form = await readForm(c);
  try {
    await c
      .get('services')
      .db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: `task.${path}.${id}`, personId: principal.personId }, () =>
          work(tx, principal, id, form, c),
        ),
      );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale'].includes(error.kind)) throw error;
    return showTask(c, room, id, { form: formName(form), sent: form, fault: error }, statusOfFault(error) as 409 | 422);
  }
  await room.tallies.changed();
  return redirectWith(c, `/nhiem-vu/${id}`, { tone: 'success', text: done });
}

async function download(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const fileId = parseId(c.req.param('tep'));
  const [rows] = await db.read(principalOf(c), filesOf(db.build, taskIdOf(c)));
  const file = rows.find((f) => f.id === fileId);
  if (!file) throw notFound('tệp này');
  return attachment(c, file);
}

import { forbidden, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { historyOf } from '../../platform/audit/history.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { directTasks, mayPassDown, readTasks, workOnTasks } from '../policy.ts';
import { receiveFiles } from '../receiveFiles.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { chargesOf, taskById } from '../store.ts';
import { decideSubtask } from '../subtasks/decideSubtask.ts';
import type { OnSubtask } from '../subtasks/lockSubtask.ts';
import { noteSubtask } from '../subtasks/noteSubtask.ts';
import { passDown } from '../subtasks/passDown.ts';
import { receiversOf } from '../subtasks/receivers.ts';
import { ownSubtaskIds, ownSubtasks, subtasksOf } from '../subtasks/store.ts';
import { withdrawSubtask } from '../subtasks/withdrawSubtask.ts';
import { carryOut, dayIn, percentIn, type Sent, textIn } from './carryOut.ts';
import type { DetailView } from './detailView.ts';
import { OwnSubtasksPage } from './ownSubtasks.tsx';
import { PassDownPage } from './passDownPage.tsx';
import { taskIdOf } from './show.tsx';
import { SubtaskPage } from './subtaskPage.tsx';

type Failed = DetailView['failed'];

/** Passing work down, and each sub-task's own page. */
export const subtaskRoutes = (room: TaskRoom): RouteTable => [
  { method: 'get', path: '/nhiem-vu/phan-viec', may: readTasks, handle: (c) => showOwn(c, room) },
  {
    method: 'get',
    path: '/nhiem-vu/:id/giao-viec',
    may: directTasks,
    handle: (c) => showPassDown(c, room, c.req.query()),
  },
  { method: 'post', path: '/nhiem-vu/:id/giao-viec', may: directTasks, handle: (c) => pass(c, room) },
  { method: 'get', path: '/nhiem-vu/:id/viec/:viec', may: readTasks, handle: (c) => showSubtask(c, room) },
  {
    method: 'post',
    path: '/nhiem-vu/:id/viec/:viec/tien-do',
    may: workOnTasks,
    handle: (c) =>
      step(c, room, 'tien-do', 'Đã ghi.', async ({ tx, by, form, today }, on) =>
        noteSubtask(
          tx,
          by,
          {
            ...on,
            percent: percentIn(form),
            note: textIn(form, 'ghi-chu'),
            files: await receiveFiles(c.get('services').files, form.files.tep ?? []),
            done: form.values.viec === 'xong',
          },
          today,
        ),
      ),
  },
  {
    method: 'post',
    path: '/nhiem-vu/:id/viec/:viec/xac-nhan',
    may: directTasks,
    handle: (c) =>
      step(c, room, 'xac-nhan', 'Đã ghi quyết định.', ({ tx, by, form }, on) =>
        decideSubtask(tx, by, { ...on, confirmed: form.values.viec === 'xac-nhan', reason: textIn(form, 'ly-do') }),
      ),
  },
  {
    method: 'post',
    path: '/nhiem-vu/:id/viec/:viec/thoi-giao',
    may: directTasks,
    handle: (c) =>
      step(c, room, 'thoi-giao', 'Đã thôi giao phần việc.', ({ tx, by, form }, on) =>
        withdrawSubtask(tx, by, { ...on, reason: textIn(form, 'ly-do') }),
      ),
  },
];

function step(
  c: AppContext,
  room: TaskRoom,
  path: string,
  done: string,
  work: (sent: Sent, on: OnSubtask) => Promise<void>,
): Promise<Response> {
  const taskId = taskIdOf(c);
  const subtaskId = subtaskIdOf(c);
  return carryOut(c, room, {
    purpose: `subtask.${path}.${subtaskId}`,
    done,
    to: () => `/nhiem-vu/${taskId}/viec/${subtaskId}`,
    work: (sent) => work(sent, { taskId, subtaskId, version: sent.form.version }),
    again: (failed, status) => showSubtask(c, room, { ...failed, form: path }, status),
  });
}

function pass(c: AppContext, room: TaskRoom): Promise<Response> {
  const taskId = taskIdOf(c);
  return carryOut(c, room, {
    purpose: `subtask.pass.${taskId}`,
    done: 'Đã giao phần việc.',
    to: (id: number) => `/nhiem-vu/${taskId}/viec/${id}`,
    work: ({ tx, by, form, today }) => {
      const weight = textIn(form, 'ty-trong');
      return passDown(
        tx,
        by,
        {
          taskId,
          chargeId: parseId(form.values['phan-viec']) ?? 0,
          parentId: parseId(form.values['viec-tren']) ?? null,
          version: form.version,
          to: textIn(form, 'giao-cho'),
          title: textIn(form, 'noi-dung'),
          weight: /^\d{1,4}$/.test(weight) ? Number(weight) : Number.NaN,
          dueOn: dayIn(form, 'han'),
        },
        today,
      );
    },
    again: (failed, status) => showPassDown(c, room, failed.sent.values, { ...failed, form: 'giao-viec' }, status),
  });
}

const subtaskIdOf = (c: AppContext): number => {
  const id = parseId(c.req.param('viec'));
  if (!id) throw notFound('phần việc này');
  return id;
};

async function showOwn(c: AppContext, room: TaskRoom): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const open = c.req.query('xong') === undefined;
  const [ids] = await db.read(principal, ownSubtaskIds(db.build, principal, { open }));
  const rows = await ownSubtasks(db, principal, ids);
  return page(
    c,
    { title: 'Phần việc được giao' },
    <OwnSubtasksPage {...{ rows, open, principal }} today={todayOf(c)} organName={room.organName} />,
  );
}

async function showSubtask(c: AppContext, room: TaskRoom, failed?: Failed, status?: 409 | 422): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = taskIdOf(c);
  const [tasks, subtasks, history] = await db.read(
    principal,
    taskById(db.build, id),
    subtasksOf(db.build, id),
    historyOf(db.build, 'task', id),
  );
  const task = tasks[0];
  const subtask = subtasks.find((s) => s.id === subtaskIdOf(c));
  if (!task || !subtask) throw notFound('phần việc này');
  return page(
    c,
    { title: subtask.title, status },
    <SubtaskPage
      {...{ task, subtask, subtasks, history, principal, failed }}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

/** The form by which a charge, or a sub-task that one holds, is passed on. */
async function showPassDown(
  c: AppContext,
  room: TaskRoom,
  named: Record<string, string | undefined>,
  failed?: Failed,
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = taskIdOf(c);
  const [tasks, charges, subtasks] = await db.read(
    principal,
    taskById(db.build, id),
    chargesOf(db.build, id),
    subtasksOf(db.build, id),
  );
  const task = tasks[0];
  const charge = charges.find((one) => one.id === parseId(named['phan-viec']));
  const parentId = parseId(named['viec-tren']);
  const parent = subtasks.find((s) => s.id === parentId);
  if (!task || !charge || (parentId && parent?.chargeId !== charge.id)) throw notFound('phần việc này');
  if (!mayPassDown(principal, parent ?? charge)) {
    throw forbidden('Chỉ lãnh đạo hoặc văn thư của cơ quan giữ việc này mới giao tiếp được.');
  }
  const receivers = await db.write(principal, (tx) => receiversOf(tx, (parent ?? charge).organId, todayOf(c)));
  return page(
    c,
    { title: 'Giao phần việc', status },
    <PassDownPage {...{ task, charge, parent, receivers, failed }} organName={room.organName} />,
  );
}

import { isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { showTask, taskIdOf } from '../pages/show.tsx';
import { readTasks, workOnTasks } from '../policy.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { addComment, withdrawComment } from './addComment.ts';
import { COMMENT_FORM } from './discussion.tsx';
import { followTask } from './followTask.ts';

export const discussRoutes = (room: TaskRoom): RouteTable => [
  { method: 'post', path: '/nhiem-vu/:id/trao-doi', may: workOnTasks, handle: (c) => comment(c, room) },
  { method: 'post', path: '/nhiem-vu/:id/trao-doi/:loi/rut', may: workOnTasks, handle: withdraw },
  { method: 'post', path: '/nhiem-vu/:id/theo-doi', may: readTasks, handle: follow },
];

/** Once per key, as the person who is signed in. Counts of the lists do not change by what is said. */
async function once<T>(c: AppContext, form: Form, purpose: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { personId } = principalOf(c);
  const { db } = c.get('services');
  return db.write(principalOf(c), (tx) => writeOnce(tx, { key: form.key, purpose, personId }, () => work(tx)));
}

async function comment(c: AppContext, room: TaskRoom): Promise<Response> {
  const taskId = taskIdOf(c);
  const by = principalOf(c);
  const form = await readForm(c);
  try {
    const { called, unknown } = await once(c, form, `task.comment.${taskId}`, (tx) =>
      addComment(
        tx,
        by,
        { taskId, body: form.values['noi-dung'] ?? '', picked: form.values['nhac-toi'] ?? '' },
        todayOf(c),
      ),
    );
    const names = called.map((one) => one.label).join(', ');
    const sent = names ? `Đã gửi, nhắc tới ${names}.` : 'Đã gửi.';
    return redirectWith(
      c,
      `/nhiem-vu/${taskId}#trao-doi`,
      unknown
        ? {
            tone: 'warning',
            text: `${sent} Có tên sau @ không phải cơ quan, người có phần trong nhiệm vụ này nên không được nhắc.`,
          }
        : { tone: 'success', text: sent },
    );
  } catch (error) {
    if (!isFault(error) || error.kind !== 'invalid') throw error;
    return showTask(c, room, taskId, { form: COMMENT_FORM, sent: form, fault: error }, statusOfFault(error) as 422);
  }
}

async function withdraw(c: AppContext): Promise<Response> {
  const taskId = taskIdOf(c);
  const commentId = parseId(c.req.param('loi'));
  if (!commentId) throw notFound('lời trao đổi này');
  const by = principalOf(c);
  await once(c, await readForm(c), `task.comment.withdraw.${commentId}`, (tx) =>
    withdrawComment(tx, by, taskId, commentId),
  );
  return redirectWith(c, `/nhiem-vu/${taskId}#trao-doi`, { tone: 'success', text: 'Đã rút lại.' });
}

async function follow(c: AppContext): Promise<Response> {
  const taskId = taskIdOf(c);
  const by = principalOf(c);
  const form = await readForm(c);
  const following = form.values.viec !== 'thoi';
  await once(c, form, `task.follow.${taskId}`, (tx) => followTask(tx, by, taskId, following));
  return redirectWith(c, `/nhiem-vu/${taskId}`, {
    tone: 'success',
    text: following ? 'Đã theo dõi. Xem lại ở Nhiệm vụ, mục Đang theo dõi.' : 'Đã thôi theo dõi.',
  });
}

import { workingCalendars } from '../../calendar/index.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { historyOf } from '../../platform/audit/history.ts';
import { type AppContext, page, principalOf } from '../../platform/http/index.ts';
import { explainGivenDay } from '../calendar.ts';
import { commentsOf, followOf, mentionables } from '../discuss/store.ts';
import { extensionsOf } from '../extensions/store.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { chargesOf, directiveSeen, filesOf, periodsOf, taskById } from '../store.ts';
import { subtasksOf } from '../subtasks/store.ts';
import { TaskPage } from './detail.tsx';
import type { DetailView } from './detailView.ts';

/** The id in the address. @throws Fault notFound */
export function taskIdOf(c: AppContext): number {
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound('nhiệm vụ này');
  return id;
}

/** The page of one task, in one round trip. */
export async function showTask(
  c: AppContext,
  room: TaskRoom,
  id: number,
  failed?: DetailView['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [tasks, charges, extensions, subtasks, history, files, directives, periods, comments, callable, follows] =
    await db.read(
      principal,
      taskById(db.build, id),
      chargesOf(db.build, id),
      extensionsOf(db.build, id),
      subtasksOf(db.build, id),
      historyOf(db.build, 'task', id),
      filesOf(db.build, id),
      directiveSeen(db.build, id),
      periodsOf(db.build, id),
      commentsOf(db.build, id),
      mentionables(db.build, id, principal, todayOf(c)),
      followOf(db.build, id, principal),
    );
  if (!tasks[0]) throw notFound('nhiệm vụ này');
  const { startedOn, dueOn, dueLines } = tasks[0];
  const { state: calendar } = await workingCalendars(c.get('services'));
  // Why the due date is that day: as the calendar computed it, or how the given date lies in it.
  const task = { ...tasks[0], dueLines: dueLines ?? (dueOn && explainGivenDay(calendar, startedOn, dueOn)) };
  return page(
    c,
    { title: `Nhiệm vụ ${task.ordinal}, ${task.source}`, status },
    <TaskPage
      {...{ task, charges, extensions, subtasks, periods, history, files, principal, failed }}
      directiveSeen={directives.length > 0}
      discussion={{ comments, mentionables: callable, followed: follows.length > 0 }}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

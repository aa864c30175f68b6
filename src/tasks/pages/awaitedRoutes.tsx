import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { awaitedEvents } from '../happenings/model.ts';
import { recordHappening } from '../happenings/recordHappening.ts';
import { recordedHappenings, waitingTasks } from '../happenings/store.ts';
import { undoHappening } from '../happenings/undoHappening.ts';
import { steerTasks } from '../policy.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { AwaitedPage, formOfAwaited } from './awaited.tsx';
import { carryOut, dayIn, textIn } from './carryOut.ts';
import type { DetailView } from './detailView.ts';

const PATH = '/nhiem-vu/cho-dieu-kien';

/** What tasks wait for: the list, recording that it happened, and correcting a record. */
export const awaitedRoutes = (room: TaskRoom): RouteTable => [
  { method: 'get', path: PATH, may: steerTasks, handle: (c) => show(c, room) },
  {
    method: 'post',
    path: PATH,
    may: steerTasks,
    handle: (c) =>
      carryOut(c, room, {
        purpose: 'happening.record',
        done: 'Đã ghi nhận. Các nhiệm vụ bắt đầu được tính.',
        to: () => PATH,
        work: ({ tx, by, form, today }) =>
          recordHappening(
            tx,
            by,
            {
              condition: textIn(form, 'dieu-kien'),
              happenedOn: dayIn(form, 'ngay'),
              source: textIn(form, 'can-cu'),
              dueOn: dayIn(form, 'han'),
            },
            today,
          ),
        again: (failed, status) =>
          show(c, room, { ...failed, form: formOfAwaited(failed.sent.values['dieu-kien'] ?? '') }, status),
      }),
  },
  {
    method: 'post',
    path: `${PATH}/:ghi/dinh-chinh`,
    may: steerTasks,
    handle: (c) => {
      const id = parseId(c.req.param('ghi'));
      if (!id) throw notFound('ghi nhận này');
      return carryOut(c, room, {
        purpose: `happening.undo.${id}`,
        done: 'Đã đính chính. Các nhiệm vụ chờ điều kiện trở lại.',
        to: () => PATH,
        work: ({ tx, by, form, today }) => undoHappening(tx, by, { id, reason: textIn(form, 'ly-do') }, today),
        again: (failed, status) => show(c, room, { ...failed, form: `dinh-chinh-${id}` }, status),
      });
    },
  },
];

async function show(
  c: AppContext,
  room: TaskRoom,
  failed?: DetailView['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [waiting, recorded] = await db.read(
    principal,
    waitingTasks(db.build, principal),
    recordedHappenings(db.build, principal),
  );
  return page(
    c,
    { title: 'Điều kiện đang chờ', status },
    <AwaitedPage
      awaited={awaitedEvents(waiting)}
      {...{ recorded, failed }}
      today={todayOf(c)}
      organName={room.organName}
    />,
  );
}

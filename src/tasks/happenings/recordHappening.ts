import { calendarsNow } from '../../calendar/index.ts';
import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { lockTask } from '../lockTask.ts';
import { stepAllowed } from '../model.ts';
import { maySteer, steerTasks } from '../policy.ts';
import { startTask } from '../startTask.ts';
import type { WaitingTask } from './model.ts';
import { awaitedEvents, keyOfCondition } from './model.ts';
import { limitAfter } from './relativeLimit.ts';
import { waitingTasks } from './store.ts';

export interface Happened {
  /** In any of its wordings; marks and capitals do not matter. */
  condition: string;
  happenedOn: Day | null;
  /** Number and day of the document, or the fact. */
  source: string;
  /** The due day of tasks whose own words name no length of time. */
  dueOn: Day | null;
}

/**
 * Somebody of the office records that an event has happened: every task of the office that waits for it starts, its limit
 * counted from the day of the event by the working calendar where it is a length of time.
 * @returns how many tasks started
 * @throws Fault forbidden, invalid (fields ngay, can-cu, han), conflict when none waits for it any more
 */
export async function recordHappening(tx: Tx, by: Principal, input: Happened, today: Day): Promise<number> {
  const { happenedOn, dueOn } = input;
  if (!steerTasks.allows(by)) throw forbidden('Chỉ cơ quan theo dõi nhiệm vụ mới ghi nhận điều kiện được.');
  if (!happenedOn) throw invalid('happening.day', 'Hãy ghi ngày sự việc xảy ra, ví dụ 5/9/2026.', 'ngay');
  if (happenedOn > today) {
    throw invalid(
      'happening.future',
      `Chỉ ghi nhận việc đã xảy ra, chậm nhất là hôm nay (${formatDay(today)}).`,
      'ngay',
    );
  }
  if (input.source === '')
    throw invalid('happening.source', 'Hãy ghi căn cứ: số, ngày văn bản hoặc sự việc.', 'can-cu');
  if (dueOn && dueOn < happenedOn) {
    throw invalid('happening.due', `Hạn không thể trước ngày sự việc xảy ra (${formatDay(happenedOn)}).`, 'han');
  }
  const { rows } = await tx.executeQuery(waitingTasks(tx, by).compile());
  const awaited = awaitedEvents(rows as WaitingTask[]).find((event) => event.key === keyOfCondition(input.condition));
  const { state: calendar } = await calendarsNow(tx);
  const started: { id: number; wasDueOn: Day | null }[] = [];
  let unitId: number | undefined;
  for (const { id } of awaited?.tasks ?? []) {
    const locked = await lockTask(tx, id);
    const { task } = locked;
    if (!stepAllowed('meet', task.state) || !maySteer(by, task)) continue;
    // What happened before the task was given counts from the day on which it was.
    const from = [happenedOn, task.startedOn].sort()[1]!;
    const limit = limitAfter(calendar, from, task.deadlineText) ?? limitAfter(calendar, from, task.condition);
    const to = limit?.day ?? dueOn ?? task.dueOn;
    await startTask(tx, locked, to, limit?.lines ?? null);
    await appendEvent(tx, by, {
      kind: 'task.condition_met',
      subjectType: 'task',
      subjectId: id,
      unitId: task.unitId,
      reason: input.source,
      data: { happenedOn, to },
    });
    started.push({ id, wasDueOn: task.dueOn });
    unitId = task.unitId;
  }
  if (!awaited || unitId === undefined) {
    throw conflict(
      'happening.none',
      'Không còn nhiệm vụ nào chờ điều kiện này. Có thể người khác vừa ghi nhận; hãy xem phần đã ghi nhận.',
    );
  }
  await tx
    .insertInto('happening')
    .values({
      unit_id: unitId,
      owner_organ_id: by.organId,
      wording: awaited.wording,
      happened_on: happenedOn,
      source: input.source,
      tasks: JSON.stringify(started),
      recorded_by: by.personId,
    })
    .execute();
  return started.length;
}

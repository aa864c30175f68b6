import type { RouteTable } from '../platform/http/index.ts';
import { taskApi } from './api.ts';
import { type TaskRoom, taskPages } from './pages/routes.tsx';

export { createTasks, type IssuedWork } from './createTasks.ts';
export { decideCharge } from './decideCharge.ts';
export { listHref, parseFilter, type TaskFilter } from './filter.ts';
export { dueWords, SOON_DAYS, STATUSES, soonFrom, statusOf, type TaskState } from './model.ts';
export { noteProgress } from './noteProgress.ts';
export { shorten } from './pages/list.tsx';
export type { TaskRoom } from './pages/routes.tsx';
export { meetCondition, reschedule } from './reschedule.ts';
export { listTasks, type TaskRow } from './store.ts';
export { openTallies, type Tallies } from './tally.ts';
export { withdrawTask, withdrawTasksOf } from './withdrawTask.ts';
export { taskEventWords } from './words.ts';

export const taskRoutes = (room: TaskRoom): RouteTable => [...taskPages(room), ...taskApi(room)];

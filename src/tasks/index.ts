import type { RouteTable } from '../platform/http/index.ts';
import { taskApi } from './api.ts';
import { bulkRoutes } from './bulk/pages/routes.tsx';
import { discussRoutes } from './discuss/routes.tsx';
import { letterRoutes } from './letters/pages/routes.tsx';
import { taskPages } from './pages/routes.tsx';
import type { TaskRoom } from './room.ts';
import { viewRoutes } from './views/routes.tsx';

export { createTasks } from './createTasks.ts';
export { taskDailyJob } from './dailyJob.ts';
export { decideCharge } from './decideCharge.ts';
export { addComment } from './discuss/addComment.ts';
export { followTask } from './discuss/followTask.ts';
export { askExtension } from './extensions/askExtension.ts';
export { decideExtension } from './extensions/decideExtension.ts';
export { setTarget } from './extensions/setTarget.ts';
export { listHref, parseFilter, type TaskFilter } from './filter.ts';
export {
  GRAMMAR,
  type GrammarCell,
  type GrammarCounts,
  type GrammarFilter,
  type GrammarGroup,
  type GrammarRow,
  type GrammarTask,
  taskGrammar,
  tasksBehind,
} from './grammar.ts';
export { takeOver } from './handover/takeOver.ts';
export type { EvidenceFile } from './keepEvidence.ts';
export { issueLetters } from './letters/issueLetters.ts';
export { printLettersJob } from './letters/printLettersJob.ts';
export { dueWords, soonFrom, type TaskState, titleOf } from './model.ts';
export { noteProgress } from './noteProgress.ts';
export { giveOpinion } from './opinions/giveOpinion.ts';
export { shorten } from './pages/list.tsx';
export { SubtaskTag } from './pages/subtaskTable.tsx';
export { createPeriods } from './periods/createPeriods.ts';
export { receiveFiles } from './receiveFiles.ts';
export { meetCondition } from './reschedule.ts';
export type { TaskRoom } from './room.ts';
export { listTasks, type TaskRow, taskById } from './store.ts';
export { noteSubtask } from './subtasks/noteSubtask.ts';
export { passDown } from './subtasks/passDown.ts';
export { type OwnSubtask, ownSubtaskIds, ownSubtasks } from './subtasks/store.ts';
export { openTallies, type Tallies } from './tally.ts';
export { openKeptViews } from './views/keptViews.ts';
export { saveView } from './views/saveView.ts';
export { withdrawTasksOf } from './withdrawTask.ts';
export { taskEventWords } from './words.ts';

export const taskRoutes = (room: TaskRoom): RouteTable => [
  // Before the pages of one task: their addresses stand where its number would.
  ...bulkRoutes(room),
  ...letterRoutes(room),
  ...viewRoutes(room),
  ...discussRoutes(room),
  ...taskPages(room),
  ...taskApi(room),
];

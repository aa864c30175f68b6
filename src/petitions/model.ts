import { type Day, daysBetween } from '../kernel/day.ts';

export type PetitionState =
  | 'raised'
  | 'working'
  | 'prepared'
  | 'partial'
  | 'beyond'
  | 'answered'
  | 'refused'
  | 'reopened'
  | 'closed'
  | 'lapsed'
  | 'withdrawn'
  | 'merged';

export interface Answer {
  /** False: answered in part; the rest follows by `restDueOn`. */
  full: boolean;
  text: string;
  restDueOn: Day | null;
  on: Day;
}

export interface Limit {
  /** Working days, where the limit was counted. */
  days: number | null;
  dueOn: Day | null;
  /** Why that day, as the working calendar tells it. */
  lines: readonly string[];
}

/** What can happen to a petition; each is an event `petition.<kind>` whose data is what stands here beside the kind. */
export type PetitionStep =
  | { kind: 'raised'; askerId: number; bodyId: number; officeId: number }
  | { kind: 'joined'; askerIds: readonly number[] }
  | ({
      kind: 'assigned';
      leadId: number;
      coordinatorIds: readonly number[];
      forwarderId: number | null;
      watcherIds: readonly number[];
      taskId: number | null;
    } & Limit)
  | { kind: 'opined'; organId: number; text: string }
  | ({ kind: 'prepared' } & Answer)
  | { kind: 'sent_back' }
  | ({ kind: 'answered' } & Answer)
  | PassedUp
  | { kind: 'refused'; on: Day }
  | ({ kind: 'reopened'; askerId: number } & Limit)
  | { kind: 'judged'; askerId: number; solved: boolean; text: string }
  /** Nobody who asked has said in time what the answer was worth: `days` working days. */
  | { kind: 'lapsed'; days: number }
  | { kind: 'withdrawn'; askerId: number }
  | ({ kind: 'rescheduled' } & Limit)
  | { kind: 'merged'; intoId: number }
  /** The office puts it under another field; how it stands does not change. */
  | { kind: 'sorted'; field: string }
  | { kind: 'published'; title: string; answer: string; on: Day }
  | { kind: 'unpublished' };
export type StepKind = PetitionStep['kind'];

/**
 * Beyond the lead's authority: an organ above owes the answer from now on, by its own limit. One that works here becomes the
 * lead, and who passed it up prepares with it; of one outside, the lead writes down the answer when it comes.
 */
type PassedUp = { kind: 'passed_up'; to: string; toId: number; outside: boolean } & Limit;

export interface Verdict {
  organId: number;
  solved: boolean;
}

/** How a petition stands: the fold of its steps. */
export interface Standing {
  state: PetitionState;
  bodyId: number;
  officeId: number;
  /** The first asker first. */
  askerIds: readonly number[];
  verdicts: readonly Verdict[];
  leadId: number | null;
  coordinatorIds: readonly number[];
  opinionIds: readonly number[];
  forwarderId: number | null;
  watcherIds: readonly number[];
  /** The organ outside that owes the answer, of one passed up. */
  upperId: number | null;
  limitDays: number | null;
  dueOn: Day | null;
  dueLines: readonly string[];
  answeredOn: Day | null;
  taskId: number | null;
  mergedIntoId: number | null;
  /** Of a closed one: whether every asker says that it is solved. */
  solved: boolean | null;
  published: { title: string; answer: string; on: Day } | null;
}

const EMPTY: Omit<Standing, 'bodyId' | 'officeId' | 'askerIds'> = {
  state: 'raised',
  verdicts: [],
  leadId: null,
  coordinatorIds: [],
  opinionIds: [],
  forwarderId: null,
  watcherIds: [],
  upperId: null,
  limitDays: null,
  dueOn: null,
  dueLines: [],
  answeredOn: null,
  taskId: null,
  mergedIntoId: null,
  solved: null,
  published: null,
};

/** The standing after a step. Whether the step is allowed, `stepAllowed` says. */
export function afterStep(s: Standing | null, step: PetitionStep): Standing {
  if (step.kind === 'raised') {
    return { ...EMPTY, bodyId: step.bodyId, officeId: step.officeId, askerIds: [step.askerId] };
  }
  if (!s) throw new Error('a petition begins by being raised');
  switch (step.kind) {
    case 'joined':
      return { ...s, askerIds: [...new Set([...s.askerIds, ...step.askerIds])] };
    case 'assigned':
      return {
        ...s,
        state: 'working',
        leadId: step.leadId,
        coordinatorIds: step.coordinatorIds,
        opinionIds: [],
        forwarderId: step.forwarderId,
        watcherIds: step.watcherIds,
        upperId: null,
        taskId: step.taskId,
        ...limited(step),
      };
    case 'opined':
      return { ...s, opinionIds: [...new Set([...s.opinionIds, step.organId])] };
    case 'prepared':
      return { ...s, state: 'prepared' };
    case 'sent_back':
      return { ...s, state: 'working' };
    case 'answered':
      return step.full
        ? { ...s, state: 'answered', answeredOn: step.on, verdicts: [] }
        : { ...s, state: 'partial', ...limited({ days: null, dueOn: step.restDueOn, lines: [] }) };
    case 'passed_up':
      return passedUp(s, step);
    case 'refused':
      return { ...s, state: 'refused', answeredOn: step.on, verdicts: [] };
    case 'reopened':
      return {
        ...s,
        state: 'reopened',
        answeredOn: null,
        verdicts: [],
        opinionIds: [],
        solved: null,
        ...limited(step),
      };
    case 'judged':
      return settled({
        ...s,
        verdicts: [
          ...s.verdicts.filter((v) => v.organId !== step.askerId),
          { organId: step.askerId, solved: step.solved },
        ],
      });
    case 'lapsed':
      return lapsed(s);
    case 'withdrawn': {
      const askerIds = s.askerIds.filter((id) => id !== step.askerId);
      return askerIds.length > 0 ? { ...s, askerIds } : { ...s, askerIds, state: 'withdrawn' };
    }
    case 'rescheduled':
      return { ...s, ...limited(step) };
    case 'merged':
      return { ...s, state: 'merged', mergedIntoId: step.intoId };
    case 'sorted':
      return s;
    case 'published':
      return { ...s, published: { title: step.title, answer: step.answer, on: step.on } };
    case 'unpublished':
      return { ...s, published: null };
  }
}

const limited = ({ days, dueOn, lines }: Limit) => ({
  ...(days === null ? {} : { limitDays: days }),
  dueOn,
  dueLines: lines,
});

function passedUp(s: Standing, { toId, outside, ...limit }: PassedUp): Standing {
  const beyond: Standing = { ...s, state: 'beyond', ...limited(limit) };
  if (outside) return { ...beyond, upperId: toId };
  const preparing = [...s.coordinatorIds, s.leadId].filter((id) => id !== null && id !== toId) as number[];
  return { ...beyond, upperId: null, leadId: toId, coordinatorIds: [...new Set(preparing)] };
}

/** Where some have judged, their word stands for all; where nobody has, nobody knows whether it was solved. */
const lapsed = (s: Standing): Standing =>
  s.verdicts.length === 0
    ? { ...s, state: 'lapsed' }
    : { ...s, state: 'closed', solved: s.verdicts.every((v) => v.solved) };

/** It closes when everybody who asked has said what the answer was worth. */
function settled(s: Standing): Standing {
  if (!s.askerIds.every((id) => s.verdicts.some((v) => v.organId === id))) return s;
  return { ...s, state: 'closed', solved: s.verdicts.every((v) => v.solved) };
}

/** The petition's standing from all its steps, the first first. */
export const standingOf = (steps: readonly PetitionStep[]): Standing =>
  steps.reduce<Standing | null>(afterStep, null) as Standing;

/** States in which somebody still owes an answer. */
export const OPEN_STATES = ['raised', 'working', 'prepared', 'partial', 'beyond', 'reopened'] as const;
const WITH_ANSWERER = ['working', 'partial', 'beyond', 'reopened'] as const;
const MOVED = 'Có thể người khác vừa xử lý; hãy xem diễn biến bên dưới.';

/** From which states a step may be taken, and what is said where it may not. */
export const STEPS: Record<Exclude<StepKind, 'raised'>, { from: readonly PetitionState[]; refused: string }> = {
  joined: {
    from: [...OPEN_STATES, 'answered'],
    refused: 'Kiến nghị này đã khép lại nên không tham gia được nữa. Hãy gửi kiến nghị mới nếu còn vướng mắc.',
  },
  assigned: {
    from: ['raised', 'working', 'partial', 'beyond', 'reopened'],
    refused: `Kiến nghị này không còn chờ giao. ${MOVED}`,
  },
  opined: { from: [...WITH_ANSWERER, 'prepared'], refused: `Kiến nghị này không còn nhận ý kiến phối hợp. ${MOVED}` },
  prepared: { from: WITH_ANSWERER, refused: `Kiến nghị này không chờ dự thảo trả lời. ${MOVED}` },
  sent_back: { from: ['prepared'], refused: `Không có dự thảo trả lời nào đang chờ gửi. ${MOVED}` },
  answered: { from: [...WITH_ANSWERER, 'prepared'], refused: `Kiến nghị này không chờ trả lời. ${MOVED}` },
  passed_up: {
    from: ['working', 'partial', 'beyond', 'reopened'],
    refused: `Kiến nghị này không chuyển cấp trên được. ${MOVED}`,
  },
  refused: {
    from: ['raised', 'working', 'partial', 'beyond', 'reopened'],
    refused: `Kiến nghị này không từ chối được nữa. ${MOVED}`,
  },
  reopened: {
    from: ['answered', 'refused', 'closed', 'lapsed'],
    refused: 'Chỉ đề nghị trả lời lại được khi kiến nghị đã được trả lời hoặc từ chối.',
  },
  judged: {
    from: ['answered', 'refused', 'lapsed'],
    refused: 'Chỉ đánh giá được khi kiến nghị đã được trả lời hoặc từ chối.',
  },
  lapsed: { from: ['answered', 'refused'], refused: 'Kiến nghị này không còn chờ đánh giá.' },
  withdrawn: { from: OPEN_STATES, refused: 'Kiến nghị đã được trả lời hoặc đã khép lại, không rút được nữa.' },
  rescheduled: {
    from: ['working', 'prepared', 'partial', 'beyond', 'reopened'],
    refused: 'Kiến nghị này chưa được giao hoặc đã trả lời, không đổi hạn được.',
  },
  merged: {
    from: ['raised', 'working', 'partial', 'beyond', 'reopened'],
    refused: 'Kiến nghị này đã trả lời hoặc đang chờ gửi trả lời, không gộp được nữa.',
  },
  sorted: { from: OPEN_STATES, refused: 'Kiến nghị đã trả lời hoặc đã khép lại, không đổi lĩnh vực được nữa.' },
  published: {
    from: ['answered', 'refused', 'closed', 'lapsed'],
    refused: 'Chỉ công khai được kiến nghị đã có trả lời.',
  },
  unpublished: {
    from: ['answered', 'refused', 'reopened', 'closed', 'lapsed'],
    refused: 'Kiến nghị này không công khai.',
  },
};

export const stepAllowed = (kind: Exclude<StepKind, 'raised'>, state: PetitionState): boolean =>
  STEPS[kind].from.includes(state);

/** What a list counts. `late` is asked beside them: open, with a limit that has passed. */
export const STATUSES = [
  { key: 'cho-giao', label: 'Chờ giao', tone: 'wait', state: 'raised', solved: null },
  { key: 'dang-xu-ly', label: 'Đang xử lý', tone: 'none', state: 'working', solved: null },
  { key: 'cho-gui', label: 'Chờ gửi trả lời', tone: 'wait', state: 'prepared', solved: null },
  { key: 'mot-phan', label: 'Trả lời một phần', tone: 'soon', state: 'partial', solved: null },
  { key: 'vuot-tham-quyen', label: 'Vượt thẩm quyền', tone: 'soon', state: 'beyond', solved: null },
  { key: 'mo-lai', label: 'Đề nghị trả lời lại', tone: 'soon', state: 'reopened', solved: null },
  { key: 'da-tra-loi', label: 'Đã trả lời, chờ đánh giá', tone: 'good', state: 'answered', solved: null },
  { key: 'tu-choi', label: 'Từ chối, chờ đánh giá', tone: 'soon', state: 'refused', solved: null },
  { key: 'da-giai-quyet', label: 'Đã giải quyết', tone: 'good', state: 'closed', solved: true },
  { key: 'chua-giai-quyet', label: 'Khép lại, chưa giải quyết', tone: 'late', state: 'closed', solved: false },
  { key: 'khong-danh-gia', label: 'Khép lại, không đánh giá', tone: 'none', state: 'lapsed', solved: null },
  { key: 'da-rut', label: 'Đã rút', tone: 'none', state: 'withdrawn', solved: null },
  { key: 'da-gop', label: 'Đã gộp', tone: 'none', state: 'merged', solved: null },
] as const;
export type StatusKey = (typeof STATUSES)[number]['key'];
export const statusByKey = new Map(STATUSES.map((s) => [s.key as string, s]));

export const statusOf = ({ state, solved }: Pick<Standing, 'state' | 'solved'>) =>
  STATUSES.find((s) => s.state === state && (s.solved === null || s.solved === solved))!;

/** Who did not send it sees a draft as work going on. */
export const stateAsSeen = (state: PetitionState, answers: boolean): PetitionState =>
  state === 'prepared' && !answers ? 'working' : state;

export const isOpen = (state: PetitionState): boolean => (OPEN_STATES as readonly PetitionState[]).includes(state);

/** Overdue from the day after the due day, while somebody owes an answer. */
export const isLate = ({ state, dueOn }: Pick<Standing, 'state' | 'dueOn'>, today: Day): boolean =>
  isOpen(state) && dueOn !== null && dueOn < today;

const SOON_DAYS = 3;

/** What a list says of the limit, in few words. */
export function dueWords(
  { state, dueOn, answeredOn }: Pick<Standing, 'state' | 'dueOn' | 'answeredOn'>,
  today: Day,
): { text: string; tone: 'late' | 'soon' | 'good' | 'none' } {
  if (!isOpen(state)) {
    if (!dueOn || !answeredOn) return { text: 'không tính hạn', tone: 'none' };
    const late = daysBetween(dueOn, answeredOn);
    return late > 0 ? { text: `trả lời chậm ${late} ngày`, tone: 'soon' } : { text: 'trả lời đúng hạn', tone: 'good' };
  }
  if (!dueOn) return { text: state === 'raised' ? 'chưa giao' : 'không hạn', tone: 'none' };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { text: `quá ${-left} ngày`, tone: 'late' };
  if (left === 0) return { text: 'hạn hôm nay', tone: 'soon' };
  return { text: `còn ${left} ngày`, tone: left <= SOON_DAYS ? 'soon' : 'none' };
}

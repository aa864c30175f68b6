import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { askExtension, decideExtension, giveOpinion, noteSubtask, passDown, setTarget } from '../tasks/index.ts';
import { SHOWN_COMMUNE } from './accounts.ts';
import type { PetitionMove as Move } from './petitions.ts';
import { communeUsername, type Seats } from './seats.ts';

const OPINIONS = [
  'Nhất trí với dự thảo; đề nghị bổ sung nguồn kinh phí.',
  'Đề nghị nêu rõ trách nhiệm của Ủy ban nhân dân cấp xã.',
  'Nhất trí, không có ý kiến thêm.',
];
const MORE_TIME = 'Số liệu của các xã gửi về chưa đủ, cần thêm thời gian tổng hợp.';

interface OpenPart {
  id: number;
  taskId: number;
  organId: number;
  ownerId: number;
  dueOn: Day;
}

/** Parts still open that are due after `day`, in the order of their days. */
const openParts = (past: Services, role: 'lead' | 'coordinate', day: Day): Promise<OpenPart[]> =>
  past.db.system
    .selectFrom('charge as c')
    .innerJoin('task as t', 't.id', 'c.task_id')
    .where('c.role', '=', role)
    .where('c.state', '=', 'working')
    .where('t.state', '=', 'working')
    .where('t.due_on', '>', day)
    .where('t.series_id', 'is', null)
    .orderBy('t.due_on')
    .orderBy('c.id')
    .select(['c.id', 't.id as taskId', 'c.organ_id as organId', 't.owner_organ_id as ownerId', 't.due_on as dueOn'])
    .execute() as Promise<OpenPart[]>;

/** What happens in the last days beside the plain work: opinions, more time, aims, and a commune that passes work down. */
export const taskRoleMoves = (seats: Seats, today: Day): Move[] => [
  { on: addDays(today, -4), hour: 9, play: (past) => opinions(past, seats, addDays(today, -4)) },
  { on: addDays(today, -3), hour: 10, play: (past) => moreTime(past, seats, addDays(today, -3)) },
  { on: addDays(today, -3), hour: 14, play: (past) => partsOfCommune(past, seats, addDays(today, -3)) },
];

async function opinions(past: Services, seats: Seats, day: Day): Promise<void> {
  for (const [i, part] of (await openParts(past, 'coordinate', day)).slice(0, 15).entries()) {
    // Some are still owed.
    const who = i % 4 === 3 ? undefined : await seats.forOrgan(part.organId);
    if (!who) continue;
    const opinion = { taskId: part.taskId, chargeId: part.id, version: null, text: OPINIONS[i % 3]!, files: [] };
    await past.db.write(who, (tx) => giveOpinion(tx, who, opinion, day));
  }
}

/** Three requests: one that waits, one granted, one refused; and a department that means to be ready earlier. */
async function moreTime(past: Services, seats: Seats, day: Day): Promise<void> {
  const finance = await seats.byUsername('sotaichinh.lanhdao');
  const asking: { part: OpenPart; who: Principal }[] = [];
  // What is due soon will be reported as done before anybody answers.
  for (const part of await openParts(past, 'lead', addDays(day, 12))) {
    const who = part.organId === finance.organId ? finance : await seats.forOrgan(part.organId);
    const seen = asking.some((one) => one.part.taskId === part.taskId || one.who === who);
    if (who && who.role !== 'officer' && who.organId !== part.ownerId && !seen) asking.push({ part, who });
  }
  for (const [i, { part, who }] of asking.slice(0, 3).entries()) {
    const { taskId } = part;
    const write = (by: Principal, work: (tx: Tx) => Promise<void>) => past.db.write(by, work);
    const asked = { taskId, chargeId: part.id, version: null, dueOn: addDays(part.dueOn, 14), reason: MORE_TIME };
    await write(who, (tx) => askExtension(tx, who, asked, day));
    const office = await seats.forOrgan(part.ownerId);
    if (!office || i === 0) continue;
    const extension = await past.db.system
      .selectFrom('task_extension')
      .select('id')
      .where('charge_id', '=', part.id)
      .executeTakeFirstOrThrow();
    const decision = i === 1 ? { granted: true, reason: '' } : { granted: false, reason: 'Các xã đã gửi đủ số liệu.' };
    const decided = { taskId, extensionId: extension.id, version: null, dueOn: null, ...decision };
    await write(office, (tx) => decideExtension(tx, office, decided, day));
  }
  const own = (await openParts(past, 'lead', addDays(day, 9))).find((part) => part.organId === finance.organId);
  if (!own) return;
  const aim = { taskId: own.taskId, chargeId: own.id, version: null, targetOn: addDays(own.dueOn, -5) };
  await past.db.write(finance, (tx) => setTarget(tx, finance, aim));
}

/** The Party committee of the shown commune passes its latest task to two of its bodies; one is half-way, one says it is done. */
async function partsOfCommune(past: Services, seats: Seats, day: Day): Promise<void> {
  const clerk = await seats.byUsername(communeUsername('danguy', SHOWN_COMMUNE));
  const parts = (await openParts(past, 'lead', day)).filter((part) => part.organId === clerk.servesId);
  const part = parts.at(-1);
  if (!part) return;
  const shares = [
    { seat: 'xaydungdang', title: 'Rà soát, lập danh sách theo từng chi bộ', weight: 2, percent: 60, done: false },
    { seat: 'kiemtra', title: 'Kiểm tra hồ sơ, tổng hợp kết quả', weight: 1, percent: 100, done: true },
  ];
  for (const { seat, title, weight, percent, done } of shares) {
    const who = await seats.byUsername(communeUsername(seat, SHOWN_COMMUNE));
    const given = {
      taskId: part.taskId,
      chargeId: part.id,
      parentId: null,
      version: null,
      to: `co-quan-${who.organId}`,
      title,
      weight,
      dueOn: null,
    };
    const subtaskId = await past.db.write(clerk, (tx) => passDown(tx, clerk, given, day));
    const note = {
      taskId: part.taskId,
      subtaskId,
      version: null,
      percent,
      note: 'Đã làm với các chi bộ.',
      files: [],
      done,
    };
    await past.db.write(who, (tx) => noteSubtask(tx, who, note, day));
  }
}

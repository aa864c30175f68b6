import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '../kernel/day.ts';
import type { Services } from '../platform/services.ts';
import { addComment, dueWords, followTask, issueLetters, saveView, titleOf } from '../tasks/index.ts';
import type { PetitionMove as Move } from './petitions.ts';
import type { Seats } from './seats.ts';

/** In the last days the Party office reminds by letter, asks a department about its task, and keeps a list. */
export const discussionMoves = (seats: Seats, today: Day): Move[] => [
  { on: addDays(today, -2), hour: 9, play: (past) => letters(past, seats, addDays(today, -2)) },
  { on: addDays(today, -2), hour: 10, play: (past) => discussion(past, seats, addDays(today, -2)) },
];

const MOST_REMINDED = 4;

/** One letter to each lead of the tasks that are late longest. */
async function letters({ db }: Services, seats: Seats, day: Day): Promise<void> {
  const clerk = await seats.byUsername('vptu');
  const late = await db.system
    .selectFrom('task as t')
    .innerJoin('charge as c', 'c.task_id', 't.id')
    .innerJoin('organ as o', 'o.id', 'c.organ_id')
    .where('t.owner_organ_id', '=', clerk.organId)
    .where('t.state', '=', 'working')
    .where('t.due_on', '<', day)
    .where('t.series_id', 'is', null)
    .where('c.role', '=', 'lead')
    .where('c.state', '=', 'working')
    .where('c.organ_id', 'not in', [clerk.organId, clerk.servesId!])
    .orderBy('t.due_on')
    .orderBy('c.id')
    .limit(MOST_REMINDED)
    .select([
      't.id',
      't.topic',
      't.action',
      't.source',
      't.state',
      't.due_on as dueOn',
      't.owner_organ_id as ownerOrganId',
      'c.organ_id as organId',
      'o.short_name as organ',
    ])
    .execute();
  if (late.length === 0) return;
  const names = new Map(late.map((row) => [row.organId, row.organ]));
  const tasks = late
    .filter((row, i) => late.findIndex((other) => other.id === row.id) === i)
    .map((row) => ({
      id: row.id,
      title: titleOf(row),
      source: row.source,
      dueOn: row.dueOn as Day,
      due: dueWords({ state: row.state, dueOn: row.dueOn as Day, doneOn: null }, day).text,
      openLeadIds: late.filter((other) => other.id === row.id).map((other) => other.organId),
      ownerOrganId: row.ownerOrganId,
    }));
  const form = {
    mode: 'each' as const,
    issuerOrganId: clerk.organId,
    number: 412,
    symbol: 'CV/VPTU',
    issuedOn: day,
    subject: 'đôn đốc thực hiện nhiệm vụ quá hạn',
    opening: 'Qua theo dõi việc thực hiện các nhiệm vụ được giao, một số nhiệm vụ đã quá hạn mà chưa có kết quả.',
    answerBy: addDays(day, 7),
    signed: {
      place: 'Nghệ An',
      capacity: '' as const,
      capacityOf: '',
      title: 'Chánh Văn phòng',
      acting: false,
      name: '',
      recipients: ['Như trên', 'Lưu Văn phòng Tỉnh ủy'],
    },
  };
  const issuer = { id: clerk.organId, style: 'party' as const, superior: 'Tỉnh ủy Nghệ An', name: 'Văn phòng' };
  const organName = (id: number) => names.get(id) ?? '';
  await db.write(clerk, (tx) => issueLetters(tx, clerk, { batch: randomUUID(), form, issuer, tasks, organName }));
}

/** The office asks a department, which answers; both tasks are then followed. */
async function discussion({ db }: Services, seats: Seats, day: Day): Promise<void> {
  const [clerk, finance] = [await seats.byUsername('vptu'), await seats.byUsername('sotaichinh')];
  const task = await db.system
    .selectFrom('task as t')
    .innerJoin('charge as c', 'c.task_id', 't.id')
    .where('t.owner_organ_id', '=', clerk.organId)
    .where('t.state', '=', 'working')
    .where('c.organ_id', '=', finance.organId)
    .where('c.role', '=', 'lead')
    .orderBy('t.due_on', 'desc')
    .orderBy('t.id')
    .select('t.id')
    .executeTakeFirst();
  await db.write(clerk, (tx) =>
    saveView(tx, clerk, { name: 'Quá hạn, tôi đôn đốc', query: 'pham-vi=giao&trang-thai=qua-han', isDefault: false }),
  );
  if (!task) return;
  const say = (body: string) => ({ taskId: task.id, body, picked: '' });
  await db.write(clerk, async (tx) => {
    await addComment(
      tx,
      clerk,
      say('@Sở Tài chính cho biết việc này còn vướng ở khâu nào để báo cáo Thường trực.'),
      day,
    );
    await followTask(tx, clerk, task.id, true);
  });
  await db.write(finance, (tx) =>
    addComment(tx, finance, say('Đang chờ số liệu của ba xã; dự kiến tuần tới trình dự thảo.'), day),
  );
}

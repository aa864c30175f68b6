import type { IssuedDirective } from '../src/directives/index.ts';
import type { Day } from '../src/kernel/day.ts';
import type { Principal } from '../src/kernel/principal.ts';
import { historyOf } from '../src/platform/audit/history.ts';
import { type Database, openDatabase } from '../src/platform/db/access.ts';
import { createTasks } from '../src/tasks/createTasks.ts';
import { extensionsOf } from '../src/tasks/extensions/store.ts';
import { noteProgress } from '../src/tasks/noteProgress.ts';
import { chargesOf, taskById } from '../src/tasks/store.ts';
import { subtasksOf } from '../src/tasks/subtasks/store.ts';
import { testDatabase } from './database.ts';
import { type SmallProvince, smallProvince } from './smallProvince.ts';

export const TODAY = '2026-11-22' as Day;
const ISSUED_ON = '2026-11-01' as Day;

/** A province in which the Party office assigns tasks: Finance leads and Construction coordinates unless told otherwise. */
export interface TaskOffice {
  db: Database;
  province: SmallProvince;
  clerk: Principal;
  finance: Principal;
  construction: Principal;
  /** Of a commune that has no part in anything. */
  commune: Principal;
  /** Issues one task, due on 30 November 2026, and gives back its id. */
  assign(over?: Partial<IssuedDirective['tasks'][number]>): Promise<number>;
  look(who: Principal, id: number): ReturnType<typeof lookAt>;
  progress(who: Principal, taskId: number, chargeId: number, over?: object): Promise<void>;
  close(): Promise<void>;
}

export async function taskOffice(): Promise<TaskOffice> {
  const database = await testDatabase();
  const db = openDatabase(database.url);
  const province = await smallProvince(db);
  const clerk = await province.person('vanPhong', 'clerk');
  let ordinal = 0;
  return {
    db,
    province,
    clerk,
    finance: await province.person('taiChinh', 'officer'),
    construction: await province.person('xayDung', 'officer'),
    commune: await province.person('dangUyHoaBinh', 'officer'),
    assign: (over = {}) => assign(db, province, clerk, ++ordinal, over),
    look: (who, id) => lookAt(db, who, id),
    progress: (who, taskId, chargeId, over = {}) =>
      db.write(who, (tx) =>
        noteProgress(
          tx,
          who,
          {
            taskId,
            chargeId,
            version: null,
            percent: 40,
            note: 'Đã khảo sát',
            files: [],
            done: false,
            withoutOpinions: 'Đã thống nhất tại cuộc họp',
            ...over,
          },
          TODAY,
        ),
      ),
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

async function lookAt(db: Database, who: Principal, id: number) {
  const [tasks, charges, extensions, subtasks, history] = await db.read(
    who,
    taskById(db.build, id),
    chargesOf(db.build, id),
    extensionsOf(db.build, id),
    subtasksOf(db.build, id),
    historyOf(db.build, 'task', id),
  );
  return { task: tasks[0]!, charges, extensions, subtasks, history };
}

async function assign(
  db: Database,
  { organs, unit }: SmallProvince,
  clerk: Principal,
  ordinal: number,
  over: Partial<IssuedDirective['tasks'][number]>,
): Promise<number> {
  const symbol = `${ordinal}-TB/TU`;
  const directive = await db.system
    .insertInto('directive')
    .values({
      unit_id: unit,
      owner_organ_id: organs.vanPhong,
      issuer_organ_id: organs.tinhUy,
      state: 'issued',
      symbol,
      issued_on: ISSUED_ON,
      source: 'paste',
      text: '',
      reading: '{}',
      organ_ids: [organs.vanPhong, organs.tinhUy, organs.taiChinh, organs.xayDung],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.write(clerk, (tx) =>
    createTasks(tx, clerk, {
      id: directive.id,
      unitId: unit,
      ownerOrganId: organs.vanPhong,
      issuerOrganId: organs.tinhUy,
      issuedOn: ISSUED_ON,
      symbol,
      tasks: [
        {
          ordinal: 1,
          action: `Tham mưu việc ${ordinal}`,
          topic: null,
          evidenceStart: null,
          evidenceEnd: null,
          dueOn: '2026-11-30' as Day,
          deadlineText: null,
          condition: null,
          recurrence: null,
          reportTo: [],
          basis: [],
          leads: [organs.taiChinh],
          coordinators: [organs.xayDung],
          ...over,
        },
      ],
    }),
  );
  return (
    await db.system.selectFrom('task').select('id').where('directive_id', '=', directive.id).executeTakeFirstOrThrow()
  ).id;
}

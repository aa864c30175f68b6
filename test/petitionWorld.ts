import type { Day } from '../src/kernel/day.ts';
import type { Principal } from '../src/kernel/principal.ts';
import { answerPetition } from '../src/petitions/answerPetition.ts';
import { assignPetition } from '../src/petitions/assignPetition.ts';
import { judgePetition } from '../src/petitions/judgePetition.ts';
import { petitionWords, raisePetition } from '../src/petitions/raisePetition.ts';
import { type PetitionDetail, petitionById } from '../src/petitions/store.ts';
import { historyOf } from '../src/platform/audit/history.ts';
import { openDatabase, type Tx } from '../src/platform/db/access.ts';
import { testDatabase } from './database.ts';
import { smallProvince } from './smallProvince.ts';

/** A Monday; the day after is a holiday. */
export const today = '2026-11-23' as Day;

/** A province with people who ask (one commune is mountainous), steer and answer, and the steps most tests begin with. */
export async function petitionWorld() {
  const database = await testDatabase();
  const db = openDatabase(database.url, { connections: 4 });
  const province = await smallProvince(db);
  await db.system.updateTable('unit').set({ mountainous: true }).where('id', '=', province.communes.conSon).execute();
  const words = (over: Record<string, string> = {}) =>
    petitionWords.parse({
      'chu-de': 'Bố trí máy xúc chung cho cụm xã',
      'linh-vuc': 'thien-tai',
      'noi-dung': 'Bố trí một máy xúc để xử lý sạt lở',
      'ly-do': 'Đường vào bản bị vùi sau mỗi trận mưa',
      'muc-do': 'normal',
      'gui-den': String(province.organs.tinhUy),
      ...over,
    });
  const raise = (who: Principal, over: Record<string, string> = {}, shared = true) =>
    db.write(who, (tx) =>
      raisePetition(tx, who, { words: words(over), officeId: province.organs.vanPhong, shared, files: [] }, today),
    );
  const as = <T>(who: Principal, work: (tx: Tx, by: Principal) => Promise<T>) => db.write(who, (tx) => work(tx, who));
  const assign = (who: Principal, petitionId: number, over: object = {}) =>
    as(who, (tx, by) =>
      assignPetition(
        tx,
        by,
        {
          petitionId,
          version: null,
          leadId: province.organs.taiChinh,
          coordinatorIds: [],
          forwarderId: null,
          watcherIds: [],
          limit: { days: 10 },
          taskId: null,
          reason: '',
          ...over,
        },
        today,
      ),
    );
  const answer = (who: Principal, petitionId: number, over: object = {}) =>
    as(who, (tx, by) =>
      answerPetition(
        tx,
        by,
        {
          petitionId,
          version: null,
          full: true,
          text: 'Đã bố trí',
          restDueOn: null,
          withoutOpinions: '',
          files: [],
          ...over,
        },
        today,
      ),
    );
  const judge = (who: Principal, petitionId: number, solved: boolean, text = 'Chưa có máy') =>
    as(who, (tx, by) => judgePetition(tx, by, { petitionId, version: null, solved, text }));
  const look = async (who: Principal, id: number) => {
    const [rows, history] = await db.read(who, petitionById(db.build, id), historyOf(db.build, 'petition', id));
    return { petition: rows[0], kinds: history.map((e) => e.kind).reverse() };
  };
  const seen = async (who: Principal, id: number): Promise<PetitionDetail> => (await look(who, id)).petition!;
  return {
    db,
    province,
    office: await province.person('vanPhong', 'clerk'),
    finance: await province.person('taiChinh', 'officer'),
    construction: await province.person('xayDung', 'officer'),
    conSon: await province.person('vanPhongConSon', 'clerk'),
    hoaBinh: await province.person('dangUyHoaBinh', 'clerk'),
    raise,
    as,
    assign,
    answer,
    judge,
    look,
    seen,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}
export type PetitionWorld = Awaited<ReturnType<typeof petitionWorld>>;

/** A ministry: an organ above the province in which nobody of this system works. @returns its id */
export async function organOutside({ db }: PetitionWorld): Promise<number> {
  const { id } = await db.system
    .insertInto('organ')
    .values({
      unit_id: null,
      template: 'bo-tai-chinh',
      level: 'central',
      branch: 'government',
      name: 'Bộ Tài chính',
      short_name: 'Bộ Tài chính',
      search_key: 'bo tai chinh',
      issues: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

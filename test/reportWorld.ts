import type { Day } from '../src/kernel/day.ts';
import type { Principal } from '../src/kernel/principal.ts';
import { type OrganRegister, organRegister } from '../src/organs/index.ts';
import { openDatabase, type Tx } from '../src/platform/db/access.ts';
import { createForm, formWords } from '../src/reports/createForm.ts';
import { addField } from '../src/reports/editForm.ts';
import { openPeriod } from '../src/reports/openPeriod.ts';
import { publishForm } from '../src/reports/publishForm.ts';
import { saveSheet } from '../src/reports/saveSheet.ts';
import { signSheet } from '../src/reports/signSheet.ts';
import { periodById, sheetById, sheetsOfPeriod } from '../src/reports/store.ts';
import { testDatabase } from './database.ts';
import { smallProvince } from './smallProvince.ts';

/** A day within the days on which figures of the fourth quarter are counted. */
export const today = '2026-11-23' as Day;

const FIELDS: Record<string, string>[] = [
  {
    ten: 'Hồ sơ tiếp nhận',
    'don-vi-tinh': 'hồ sơ',
    kieu: 'integer',
    'tong-hop': 'sum',
    'nho-nhat': '0',
    'bat-buoc': 'co',
  },
  { ten: 'Tỷ lệ đúng hạn', kieu: 'percent', 'tong-hop': 'weighted', 'trong-so': 'ho-so-tiep-nhan' },
  { ten: 'Dân số', 'don-vi-tinh': 'người', kieu: 'integer', 'tong-hop': 'latest', nguon: 'don-vi.dan-so' },
  { ten: 'Khó khăn', kieu: 'text', 'tong-hop': 'none' },
];

/** A province whose two Party committees report to its office, and the steps most tests begin with. */
export async function reportWorld() {
  const database = await testDatabase();
  const db = openDatabase(database.url, { connections: 4 });
  const province = await smallProvince(db);
  const log = { error: (e: unknown) => console.error(e), warn() {}, info() {} };
  const register: OrganRegister = await organRegister({ db, log } as never);
  const office = await province.person('vanPhong', 'clerk');
  const as = <T>(who: Principal, work: (tx: Tx, by: Principal) => Promise<T>): Promise<T> =>
    db.write(who, (tx) => work(tx, who));

  const newForm = (fields: readonly Record<string, string>[] = FIELDS) =>
    as(office, async (tx, by) => {
      const words = formWords.parse({
        ten: 'Báo cáo vận hành',
        ky: 'quarter',
        'noi-bao-cao': ['dang-uy-xa'],
        'so-ngay': '4',
      });
      const id = await createForm(tx, by, words);
      for (const field of fields) await addField(tx, by, id, null, field);
      return id;
    });
  const publish = (formId: number, from = '2026-09-15') =>
    as(office, (tx, by) => publishForm(tx, by, formId, null, from as Day));
  const open = (formId: number, key = '2026-Q4', day = today) =>
    as(office, (tx, by) => openPeriod(tx, by, register, formId, key, day));
  const opened = async () => {
    const formId = await newForm();
    await publish(formId);
    const periodId = await open(formId);
    const [sheets] = await db.read(office, sheetsOfPeriod(db.build, periodId));
    const of = (organ: number) => sheets.find((s) => s.organId === organ)!.id;
    return {
      formId,
      periodId,
      conSon: of(province.organs.dangUyConSon),
      hoaBinh: of(province.organs.dangUyHoaBinh),
      sheets,
    };
  };
  const save = (who: Principal, sheetId: number, sent: Record<string, string>, over: object = {}) =>
    as(who, (tx, by) =>
      saveSheet(tx, by, { sheetId, seen: null, sent, covers: true, prefilled: {}, present: false, ...over }),
    );
  const sign = (who: Principal, sheetId: number, day = today) =>
    as(who, (tx, by) => signSheet(tx, by, { sheetId, seen: null }, day));
  const sheet = async (who: Principal, id: number) => (await db.read(who, sheetById(db.build, id)))[0][0];
  const period = async (id: number) => (await db.read(office, periodById(db.build, id)))[0][0]!;
  return {
    db,
    database,
    province,
    register,
    log,
    office,
    officeHead: await province.person('vanPhong', 'head'),
    conSonClerk: await province.person('vanPhongConSon', 'clerk'),
    conSonHead: await province.person('dangUyConSon', 'head'),
    hoaBinhHead: await province.person('dangUyHoaBinh', 'head'),
    finance: await province.person('taiChinh', 'head'),
    as,
    newForm,
    publish,
    open,
    opened,
    save,
    sign,
    sheet,
    period,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}
export type ReportWorld = Awaited<ReturnType<typeof reportWorld>>;

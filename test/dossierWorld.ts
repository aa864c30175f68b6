import { afterStep } from '../src/dossiers/afterStep.ts';
import type { ApplicantFacts } from '../src/dossiers/applicants/model.ts';
import { loadProcedures } from '../src/dossiers/procedures/loadProcedures.ts';
import { type ReceivedDossier, type ReceiveInput, receiveDossier } from '../src/dossiers/receiveDossier.ts';
import { type DossierRules, dossierRules } from '../src/dossiers/rules.ts';
import type { Standing } from '../src/dossiers/standing.ts';
import type { DossierStep } from '../src/dossiers/steps.ts';
import { type DossierDetail, dossierByCode } from '../src/dossiers/store.ts';
import type { OrganId, UnitId } from '../src/kernel/ids.ts';
import { newWriteKey } from '../src/kernel/ids.ts';
import type { PositionRole, Principal } from '../src/kernel/principal.ts';
import { fold } from '../src/kernel/vietnamese.ts';
import { loadPrincipal } from '../src/organs/index.ts';
import { refreshOrgans } from '../src/organs/register.ts';
import type { Tx } from '../src/platform/db/access.ts';
import { openDatabase } from '../src/platform/db/access.ts';
import { writeOnce } from '../src/platform/db/writeOnce.ts';
import type { Services } from '../src/platform/services.ts';
import { testDatabase } from './database.ts';

const COMMUNE = {
  ubnd: ['ubnd-xa', 'UBND', null],
  office: ['van-phong-hdnd-ubnd-xa', 'Văn phòng HĐND và UBND', 'ubnd'],
  economy: ['phong-kinh-te-xa', 'Phòng Kinh tế', 'ubnd'],
  culture: ['phong-van-hoa-xa-hoi-xa', 'Phòng Văn hóa - Xã hội', 'ubnd'],
  centre: ['trung-tam-phuc-vu-hanh-chinh-cong-xa', 'Trung tâm Phục vụ hành chính công', 'ubnd'],
} as const;
type CommuneOrgan = keyof typeof COMMUNE;
type Commune = { unit: UnitId; organs: Record<CommuneOrgan, OrganId> };

let made = 0;
/** Somebody made up, with a number that no other has. */
export function somebody(change: Partial<ApplicantFacts> = {}): ApplicantFacts {
  made += 1;
  return {
    kind: 'person',
    name: `Trần Thị Thử ${['An', 'Bình', 'Cúc', 'Dung'][made % 4]}`,
    idNumber: `0903${String(made).padStart(8, '0')}`,
    birthDay: null,
    address: 'Xóm 1',
    phone: null,
    email: null,
    ...change,
  };
}

/** A province with two communes that have service centres, a department, and the procedures that ship. Monday 1/6/2026, 8:00. */
export async function dossierWorld() {
  const database = await testDatabase();
  const db = openDatabase(database.url, { connections: 4 });
  const sys = db.system;
  const unit = async (code: string, level: 'province' | 'commune', name: string, parent: number | null) =>
    (
      await sys
        .insertInto('unit')
        .values({
          ...{
            code,
            level,
            name,
            type: level === 'province' ? 'tinh' : 'xa',
            search_key: fold(name),
            parent_id: parent,
          },
          valid_from: '2025-07-01' as never,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id as UnitId;
  const organ = async (
    at: number,
    template: string,
    name: string,
    parent: number | null,
    serves: number | null = null,
  ) =>
    (
      await sys
        .insertInto('organ')
        .values({
          unit_id: at,
          template,
          level: at === province ? 'province' : 'commune',
          branch: 'government',
          name,
          short_name: name,
          search_key: fold(name),
          parent_id: parent,
          serves_id: serves,
          issues: parent === null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id as OrganId;
  const province = await unit('90', 'province', 'Thử', null);
  const commune = async (code: string, name: string): Promise<Commune> => {
    const id = await unit(code, 'commune', name, province);
    const organs = {} as Record<CommuneOrgan, OrganId>;
    for (const [key, [template, word, parent]] of Object.entries(COMMUNE) as [
      CommuneOrgan,
      (typeof COMMUNE)[CommuneOrgan],
    ][]) {
      const above = parent === null ? null : organs[parent];
      organs[key] = await organ(id, template, `${word} xã ${name}`, above, key === 'office' ? above : null);
    }
    return { unit: id, organs };
  };
  const conSon = await commune('90001', 'Côn Sơn');
  const hoaBinh = await commune('90002', 'Hòa Bình');
  const department = await organ(province, 'so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', null);
  const provinceOffice = await organ(province, 'van-phong-ubnd-tinh', 'Văn phòng UBND tỉnh', null);
  await loadProcedures(sys);

  const person = async (organId: OrganId, role: PositionRole = 'officer'): Promise<Principal> => {
    const at = await sys.selectFrom('organ').selectAll().where('id', '=', organId).executeTakeFirstOrThrow();
    const name = `${at.short_name} (${role})`;
    const { id } = await sys
      .insertInto('person')
      .values({ unit_id: at.unit_id!, name, search_key: fold(name) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const position = await sys
      .insertInto('position')
      .values({ organ_id: organId, title: role, role })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sys
      .insertInto('appointment')
      .values({ person_id: id, position_id: position.id, valid_from: '2025-07-01' as never })
      .execute();
    return (await loadPrincipal(db, id, null, '2026-06-01' as never))!;
  };

  let now = Date.parse('2026-06-01T08:00:00+07:00');
  const services = {
    db,
    log: { error: console.error, warn() {}, info() {} },
    config: { provinceCode: '90' },
    clock: () => now,
  } as unknown as Services;
  const rules: DossierRules = await dossierRules(services);
  const centre = await person(conSon.organs.centre, 'clerk');

  /** One write as somebody, with a key of its own or the one given. */
  const as = <T>(
    who: Principal,
    work: (tx: Tx, by: Principal, rules: DossierRules) => Promise<T>,
    key = newWriteKey(),
  ) =>
    db.write(who, (tx) =>
      writeOnce(tx, { key, purpose: 'test', personId: who.personId }, () => work(tx, who, rules)),
    ) as Promise<T>;
  /** A dossier of Côn Sơn, by default a certified copy of somebody new, with every paper. */
  const input = (change: Partial<ReceiveInput> & { procedure?: string } = {}): ReceiveInput => {
    const { procedure = '2.000815', ...rest } = change;
    const version = rules.book.history(procedure)[0]!;
    return {
      procedureCode: procedure,
      authorityUnitId: conSon.unit,
      channel: 'direct',
      applicant: somebody(),
      papers: version.components.map(({ no, original, copy, electronic }) => ({ no, original, copy, electronic })),
      ...rest,
    };
  };
  const receive = (change: Parameters<typeof input>[0] = {}, who = centre, key?: string): Promise<ReceivedDossier> =>
    as(who, (tx, by, r) => receiveDossier(tx, by, r, input(change)), key);
  const seen = async (who: Principal, code: string): Promise<DossierDetail | undefined> =>
    (await db.read(who, dossierByCode(db.build, code)))[0][0];

  const eventsOf = (id: number) =>
    sys
      .selectFrom('event')
      .where('subject_type', '=', 'dossier')
      .where('subject_id', '=', id)
      .orderBy('id')
      .select(['kind', 'person_id as personId', 'unit_id as unitId', 'reason', 'data'])
      .execute();
  /** What the events of a dossier add up to. */
  const foldOf = async (id: number): Promise<Standing> =>
    (await eventsOf(id))
      .filter((e) => e.kind !== 'dossier.applicant_read')
      .map((e) => ({ kind: e.kind.slice('dossier.'.length), ...(e.data as object) }) as DossierStep)
      .reduce<Standing | null>((before, step) => afterStep(before, step), null)!;

  return {
    db,
    services,
    rules,
    units: { province, conSon: conSon.unit, hoaBinh: hoaBinh.unit },
    organs: { conSon: conSon.organs, hoaBinh: hoaBinh.organs, department, provinceOffice },
    person,
    /** The clerk at Côn Sơn's centre, and at Hòa Bình's. */
    centre,
    other: await person(hoaBinh.organs.centre, 'clerk'),
    /** Works on civil status at Côn Sơn; leads its People's Committee; works at the department. */
    officer: await person(conSon.organs.office),
    head: await person(conSon.organs.ubnd, 'head'),
    economy: await person(conSon.organs.economy),
    departmentOfficer: await person(department),
    departmentHead: await person(department, 'head'),
    as,
    input,
    receive,
    seen,
    /** Moves the clock: `2026-06-01T15:30`, Việt Nam's time. */
    at: (local: string) => {
      now = Date.parse(`${local}:00+07:00`);
    },
    now: () => now,
    /** After organs were changed behind the program's back. */
    refreshOrgans: () => refreshOrgans(services),
    eventsOf,
    foldOf,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}
export type DossierWorld = Awaited<ReturnType<typeof dossierWorld>>;

import type { Facts } from '../src/directives/facts.ts';
import type { DraftAgency } from '../src/directives/model.ts';
import { insertDrafts, type NewDraft } from '../src/directives/store/draft.ts';
import type { Day } from '../src/kernel/day.ts';
import type { PositionRole, Principal } from '../src/kernel/principal.ts';
import { type Database, openDatabase } from '../src/platform/db/access.ts';
import { testDatabase } from './database.ts';

/** A province with two bodies and their offices, a department, a commune: enough people to say yes and no to. */
export async function openOffice() {
  const testing = await testDatabase();
  const db = openDatabase(testing.url, { connections: 4 });
  const { system } = db;
  const unit = async (level: 'province' | 'commune', name: string): Promise<number> =>
    (
      await system
        .insertInto('unit')
        .values({ code: name, level, type: level === 'province' ? 'tinh' : 'xa', name, search_key: name })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const province = await unit('province', 'Tỉnh Thử');
  const commune = await unit('commune', 'Xã Thử');
  const organ = async (name: string, unitId: number, servesId: number | null = null): Promise<number> =>
    (
      await system
        .insertInto('organ')
        .values({
          unit_id: unitId,
          template: 'thu',
          level: unitId === province ? 'province' : 'commune',
          branch: 'party',
          name,
          short_name: name,
          search_key: name,
          serves_id: servesId,
          issues: servesId === null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const body = await organ('Tỉnh ủy', province);
  const office = await organ('Văn phòng Tỉnh ủy', province, body);
  const otherBody = await organ('UBND tỉnh', province);
  const otherOffice = await organ('Văn phòng UBND tỉnh', province, otherBody);
  const department = await organ('Sở Tài chính', province);
  const party = await organ('Đảng ủy xã Thử', commune);

  const person = async (
    name: string,
    role: PositionRole,
    organId: number,
    servesId: number | null,
    organIds: number[],
  ): Promise<Principal> => {
    const unitId = organId === party ? commune : province;
    const { id: personId } = await system
      .insertInto('person')
      .values({ unit_id: unitId, name, search_key: name })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: positionId } = await system
      .insertInto('position')
      .values({ organ_id: organId, title: name, role })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: appointmentId } = await system
      .insertInto('appointment')
      .values({ person_id: personId, position_id: positionId, valid_from: '2025-07-01' as Day })
      .returning('id')
      .executeTakeFirstOrThrow();
    const who = {
      personId,
      personName: name,
      appointmentId,
      positionTitle: name,
      role,
      organId,
      organName: name,
      organTemplate: 'thu',
      level: unitId === province ? 'province' : 'commune',
      branch: 'party',
      unitId,
      unitName: '',
      servesId,
      organIds,
      adminUnitId: null,
      actingFor: null,
      positionCount: 1,
    };
    return who as unknown as Principal;
  };
  return {
    db,
    organs: { body, office, otherBody, otherOffice, department, party },
    clerk: await person('Văn thư A', 'clerk', office, body, [office, body]),
    secondClerk: await person('Văn thư B', 'clerk', office, body, [office, body]),
    officer: await person('Chuyên viên', 'officer', office, body, [office, body]),
    stranger: await person('Văn thư khác', 'clerk', otherOffice, otherBody, [otherOffice, otherBody]),
    departmentOfficer: await person('Chuyên viên Sở', 'officer', department, null, [department]),
    partyClerk: await person('Văn thư xã', 'clerk', party, party, [party]),
    close: async () => {
      await db.close();
      await testing.drop();
    },
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;

export const TEXT =
  'Giao Sở Tài chính chủ trì tham mưu; báo cáo kết quả trước 30/9/2026.\nĐảng ủy xã Thử tổ chức thực hiện.';

export const FACTS: Facts = {
  type: 'Thông báo',
  number: '12',
  symbol: '12-TB/TU',
  title: 'kết luận của Thường trực',
  issuedOn: '2026-03-02' as Day,
  signer: 'Chánh Văn phòng',
  signerTitle: null,
  urgency: null,
};

export const agency = (organId: number, change: Partial<DraftAgency> = {}): DraftAgency => ({
  role: 'lead',
  text: `cơ quan ${organId}`,
  organIds: [organId],
  state: 'resolved',
  candidates: [],
  ...change,
});

export const task = (ordinal: number, agencies: DraftAgency[], change: Partial<NewDraft> = {}): NewDraft => ({
  ordinal,
  state: 'found',
  origin: 'read',
  evidence: [0, 35],
  topic: null,
  action: `việc ${ordinal}`,
  dueOn: null,
  deadlineText: null,
  condition: null,
  recurrence: null,
  reportTo: [],
  basis: [],
  agencies,
  sure: true,
  ...change,
});

/** A directive on the clerk's desk with these tasks; gives back its id and theirs. */
export async function onTheDesk(
  office: Office,
  tasks: NewDraft[],
  text = TEXT,
): Promise<{ id: number; draftIds: number[] }> {
  const { clerk, organs } = office;
  return office.db.write(clerk, async (tx) => {
    const { id } = await tx
      .insertInto('directive')
      .values({
        unit_id: clerk.unitId,
        owner_organ_id: organs.office,
        issuer_organ_id: organs.body,
        state: 'reading',
        source: 'paste',
        text,
        reading: JSON.stringify({
          sections: [],
          references: [],
          recipients: [],
          warnings: [],
          symbolPartial: null,
          datePartial: null,
          issuer: null,
          pages: null,
        }),
        organ_ids: [organs.office, organs.body],
        created_by: clerk.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, draftIds: await insertDrafts(tx, id, clerk.personId, tasks) };
  });
}

export const eventsOf = (db: Database, directiveId: number) =>
  db.system
    .selectFrom('event')
    .where('subject_type', '=', 'directive')
    .where('subject_id', '=', directiveId)
    .orderBy('id')
    .select(['kind', 'person_id as personId', 'reason', 'data'])
    .execute();

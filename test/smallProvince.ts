import type { AppointmentId, OrganId, PersonId, UnitId } from '../src/kernel/ids.ts';
import type { PositionRole, Principal } from '../src/kernel/principal.ts';
import type { Database } from '../src/platform/db/access.ts';

type Insert = {
  name: string;
  template: string;
  level: 'province' | 'commune';
  branch: Principal['branch'];
  unit: number;
  parent?: number;
  serves?: number;
  issues?: boolean;
};

/** A province small enough to read: one Party committee with its office, two departments, two communes. */
export interface SmallProvince {
  unit: UnitId;
  communes: { conSon: UnitId; daLat: UnitId };
  organs: Record<
    'tinhUy' | 'vanPhong' | 'taiChinh' | 'xayDung' | 'dangUyConSon' | 'vanPhongConSon' | 'dangUyHoaBinh',
    OrganId
  >;
  /** Somebody of an organ, in a role. */
  person(organ: keyof SmallProvince['organs'], role?: PositionRole): Promise<Principal>;
}

export async function smallProvince(db: Database): Promise<SmallProvince> {
  const sys = db.system;
  const unit = async (
    code: string,
    level: 'province' | 'commune',
    type: 'tinh' | 'xa',
    name: string,
    parent: number | null,
  ) =>
    (
      await sys
        .insertInto('unit')
        .values({
          code,
          level,
          type,
          name,
          search_key: name.toLowerCase(),
          parent_id: parent,
          valid_from: '2025-07-01' as never,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id as UnitId;
  const organ = async (o: Insert) =>
    (
      await sys
        .insertInto('organ')
        .values({
          unit_id: o.unit,
          template: o.template,
          level: o.level,
          branch: o.branch,
          name: o.name,
          short_name: o.name,
          search_key: o.name.toLowerCase(),
          parent_id: o.parent ?? null,
          serves_id: o.serves ?? null,
          issues: o.issues ?? false,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id as OrganId;

  const province = await unit('90', 'province', 'tinh', 'Thử', null);
  const conSon = await unit('90001', 'commune', 'xa', 'Côn Sơn', province);
  const daLat = await unit('90002', 'commune', 'xa', 'Hòa Bình', province);
  const at = { level: 'province', unit: province } as const;
  const tinhUy = await organ({ ...at, name: 'Tỉnh ủy', template: 'tinh-uy', branch: 'party', issues: true });
  const vanPhong = await organ({
    ...at,
    name: 'Văn phòng Tỉnh ủy',
    template: 'van-phong-tinh-uy',
    branch: 'party',
    parent: tinhUy,
    serves: tinhUy,
  });
  const taiChinh = await organ({
    ...at,
    name: 'Sở Tài chính',
    template: 'so-tai-chinh',
    branch: 'government',
    issues: true,
  });
  const xayDung = await organ({
    ...at,
    name: 'Sở Xây dựng',
    template: 'so-xay-dung',
    branch: 'government',
    issues: true,
  });
  const dangUy = (commune: number, name: string) =>
    organ({ level: 'commune', unit: commune, name, template: 'dang-uy-xa', branch: 'party', issues: true });
  const dangUyConSon = await dangUy(conSon, 'Đảng ủy xã Côn Sơn');
  const vanPhongConSon = await organ({
    level: 'commune',
    unit: conSon,
    name: 'Văn phòng Đảng ủy xã Côn Sơn',
    template: 'van-phong-dang-uy-xa',
    branch: 'party',
    parent: dangUyConSon,
    serves: dangUyConSon,
  });
  const dangUyHoaBinh = await dangUy(daLat, 'Đảng ủy xã Hòa Bình');
  const organs = { tinhUy, vanPhong, taiChinh, xayDung, dangUyConSon, vanPhongConSon, dangUyHoaBinh };

  const seen: Record<keyof typeof organs, OrganId[]> = {
    tinhUy: [tinhUy, vanPhong],
    vanPhong: [vanPhong, tinhUy],
    taiChinh: [taiChinh],
    xayDung: [xayDung],
    dangUyConSon: [dangUyConSon, vanPhongConSon],
    vanPhongConSon: [vanPhongConSon, dangUyConSon],
    dangUyHoaBinh: [dangUyHoaBinh],
  };
  return {
    unit: province,
    communes: { conSon, daLat },
    organs,
    async person(key, role = 'officer') {
      const row = await sys.selectFrom('organ').selectAll().where('id', '=', organs[key]).executeTakeFirstOrThrow();
      const name = `${row.short_name} (${role})`;
      const person = await sys
        .insertInto('person')
        .values({ unit_id: row.unit_id!, name, search_key: name.toLowerCase() })
        .returning('id')
        .executeTakeFirstOrThrow();
      const position = await sys
        .insertInto('position')
        .values({ organ_id: row.id, title: role, role })
        .returning('id')
        .executeTakeFirstOrThrow();
      const appointment = await sys
        .insertInto('appointment')
        .values({ person_id: person.id, position_id: position.id, valid_from: '2025-07-01' as never })
        .returning('id')
        .executeTakeFirstOrThrow();
      return {
        personId: person.id as PersonId,
        personName: name,
        appointmentId: appointment.id as AppointmentId,
        positionTitle: role,
        role,
        organId: row.id as OrganId,
        organName: row.short_name,
        organTemplate: row.template,
        level: row.level,
        branch: row.branch,
        unitId: row.unit_id as UnitId,
        unitName: '',
        servesId: (row.serves_id ?? (row.issues ? row.id : null)) as OrganId | null,
        organIds: seen[key],
        adminUnitId: role === 'admin' ? (row.unit_id as UnitId) : null,
        actingFor: null,
        positionCount: 1,
      };
    },
  };
}

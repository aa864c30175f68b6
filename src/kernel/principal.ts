import type { AppointmentId, OrganId, PersonId, UnitId } from './ids.ts';

/** What a position does in its organ; a policy looks at it together with the organ. */
export type PositionRole =
  /** Leads the organ: signs, decides. */
  | 'head'
  | 'deputy'
  /** Works on matters: notes progress, prepares. */
  | 'officer'
  /** Feeds in, issues, distributes and keeps the documents (văn thư, tổng hợp). */
  | 'clerk'
  /** Keeps the accounts of the unit. */
  | 'admin';

export type Branch = 'party' | 'council' | 'government' | 'front' | 'justice' | 'armed' | 'other';

/** A signed-in person in the position in which they act now. */
export interface Principal {
  personId: PersonId;
  personName: string;
  appointmentId: AppointmentId;
  positionTitle: string;
  role: PositionRole;
  organId: OrganId;
  organName: string;
  organTemplate: string;
  level: 'central' | 'province' | 'commune';
  branch: Branch;
  unitId: UnitId;
  unitName: string;
  /** The body whose office this organ is (Văn phòng Tỉnh ủy serves Tỉnh ủy); the organ itself where it issues in its own name. */
  servesId: OrganId | null;
  /** Organs whose matters the person may see: the own, the body served, and those below them in the unit. */
  organIds: OrganId[];
  /** The unit whose accounts the person administers. */
  adminUnitId: UnitId | null;
  /** For whom the person acts (ký thay, thừa lệnh, ủy quyền), where the position was chosen as such. */
  actingFor: { appointmentId: AppointmentId; kind: 'KT' | 'TL' | 'TUQ'; title: string } | null;
  /** How many positions the person can choose between. */
  positionCount: number;
  /** Notices that the person has not read, counted to 99, as of some seconds ago. */
  unread?: number;
}

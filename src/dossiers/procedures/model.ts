import type { Day } from '../../kernel/day.ts';
import type { Validity } from '../../kernel/validity.ts';
import { fold } from '../../kernel/vietnamese.ts';

/** In what a time limit is counted. `sameDay`: within the day, the next working day after 15:00. */
export type LimitUnit = 'sameDay' | 'hours' | 'days' | 'workingDays' | 'months';
export interface Limit {
  unit: LimitUnit;
  /** 0 for `sameDay`. Working days may be halves, hours any decimal, the others are whole. */
  amount: number;
}

/** One paper that belongs to the dossier, and how many of each form are to be handed in. */
export interface Component {
  no: number;
  name: string;
  original: number;
  copy: number;
  electronic: number;
  /** Only in the case that its name tells. */
  optional: boolean;
}

/** One stage between reception and return: which organ (the first of these templates that the unit has), and its share of time. */
export interface ProcedureStep {
  templates: string[];
  name: string;
  role: 'officer' | 'head' | 'clerk';
  /** Working hours of that organ; what all stages take together never moves the legal limit. */
  hours: number;
}

/** A procedure as it is for a time; a dossier keeps the one under which it was received. */
export interface ProcedureVersion extends Validity {
  /** Of the version. */
  id: number;
  procedureId: number;
  /** Of the procedure: grows with each change of any of its versions. */
  edition: number;
  code: string;
  validFrom: Day;
  name: string;
  searchKey: string;
  field: string;
  level: 'commune' | 'province';
  authorityTemplates: string[];
  components: Component[];
  /** Đồng. */
  fee: number;
  feeNote: string;
  limit: Limit;
  steps: ProcedureStep[];
  result: string;
  receivedBy: 'own' | 'province' | 'listed';
  centreIds: number[];
  online: 'none' | 'partial' | 'full';
  source: string;
  configurable: boolean;
}

/** Words of the units that are counted. */
export const unitWords: Record<Exclude<LimitUnit, 'sameDay'>, string> = {
  hours: 'giờ làm việc',
  days: 'ngày',
  workingDays: 'ngày làm việc',
  months: 'tháng',
};
export const limitWords = ({ unit, amount }: Limit): string =>
  unit === 'sameDay'
    ? 'Trong ngày (sau 15:00: ngày làm việc tiếp theo)'
    : `${String(amount).replace('.', ',')} ${unitWords[unit]}`;

/** Other words by which people look for it, folded: what its search key has beside code, name and field. */
export const otherWords = (v: Pick<ProcedureVersion, 'code' | 'name' | 'field' | 'searchKey'>): string =>
  v.searchKey.slice(fold(`${v.code} ${v.name}`).length, v.searchKey.length - fold(v.field).length).trim();

/** What is to be handed in of one paper: "1 bản chính, 2 bản sao". */
export function countWords(c: Pick<Component, 'original' | 'copy' | 'electronic'>): string {
  const parts = [
    c.original > 0 ? `${c.original} bản chính` : '',
    c.copy > 0 ? `${c.copy} bản sao` : '',
    c.electronic > 0 ? `${c.electronic} bản điện tử` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'xuất trình để đối chiếu';
}

/** Whether a centre may receive it for an authority of the given unit. */
export function mayReceiveAt(
  version: Pick<ProcedureVersion, 'receivedBy' | 'centreIds' | 'level'>,
  centre: { organId: number; unitId: number },
  authorityUnitId: number,
): boolean {
  if (version.receivedBy === 'province') return true;
  if (version.receivedBy === 'listed') return version.centreIds.includes(centre.organId);
  return centre.unitId === authorityUnitId;
}

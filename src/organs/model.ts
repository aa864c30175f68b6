import type { Day } from '../kernel/day.ts';
import type { OrganId, UnitId } from '../kernel/ids.ts';
import type { Branch } from '../kernel/principal.ts';
import { isValidOn, type Validity } from '../kernel/validity.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { LineageKind, NameKind } from './templates/index.ts';

/** An organ, as the register keeps it. */
export interface Organ extends Validity {
  id: OrganId;
  /** null: an organ of the centre. */
  unitId: UnitId | null;
  template: string;
  level: 'central' | 'province' | 'commune';
  branch: Branch;
  name: string;
  shortName: string;
  parentId: OrganId | null;
  servesId: OrganId | null;
  issues: boolean;
  endReason: string | null;
}

export interface OrganName extends Validity {
  name: string;
  kind: NameKind;
}

/** One step of an organ's history: who became what. */
export interface OrganLink extends Validity {
  organId: OrganId;
  shortName: string;
  kind: LineageKind;
  legalBasis: string | null;
  direction: 'before' | 'after';
}

/** The key under which an organ is searched: its full and its short name, folded. */
export const organSearchKey = (name: string, shortName: string): string =>
  name === shortName ? fold(name) : `${fold(name)} | ${fold(shortName)}`;

/** What the organ was called on a day: a former name where one was in use then, else the present one. */
export function nameOn(organ: Pick<Organ, 'name'>, names: readonly OrganName[], day: Day): string {
  return names.find((n) => n.kind === 'former' && n.validTo !== null && isValidOn(n, day))?.name ?? organ.name;
}

/** An organ with those below it. */
export interface OrganNode<O> {
  organ: O;
  below: OrganNode<O>[];
}

/** The organs of one list as trees: those whose parent is not in the list stand at the top. Order is kept. */
export function treeOf<O extends Pick<Organ, 'id' | 'parentId'>>(organs: readonly O[]): OrganNode<O>[] {
  const nodes = new Map(organs.map((organ) => [organ.id, { organ, below: [] } as OrganNode<O>]));
  const tops: OrganNode<O>[] = [];
  for (const node of nodes.values()) {
    const above = node.organ.parentId === null ? undefined : nodes.get(node.organ.parentId);
    (above && above !== node ? above.below : tops).push(node);
  }
  return tops;
}

const BRANCHES: Record<Branch, string> = {
  party: 'Đảng',
  council: 'Hội đồng nhân dân',
  government: 'Ủy ban nhân dân',
  front: 'Mặt trận Tổ quốc và các đoàn thể',
  justice: 'Tòa án, Viện kiểm sát, thi hành án',
  armed: 'Công an, quân sự',
  other: 'Cơ quan ngành dọc và cơ quan khác',
};
export const branchWords = (branch: Branch): string => BRANCHES[branch];
export const BRANCH_ORDER = Object.keys(BRANCHES) as Branch[];

const LINEAGE: Record<LineageKind, { before: string; after: string }> = {
  renamed: { before: 'đổi tên từ', after: 'đổi tên thành' },
  merged: { before: 'hợp nhất từ', after: 'hợp nhất vào' },
  split: { before: 'tách ra từ', after: 'được chia về' },
  transferred: { before: 'nhận một phần nhiệm vụ của', after: 'chuyển một phần nhiệm vụ cho' },
};
export const lineageWords = (link: Pick<OrganLink, 'kind' | 'direction'>): string => LINEAGE[link.kind][link.direction];

const NAME_KINDS: Record<NameKind, string> = {
  alias: 'tên gọi khác',
  abbreviation: 'viết tắt',
  former: 'tên trước đây',
};
export const nameKindWords = (kind: NameKind): string => NAME_KINDS[kind];

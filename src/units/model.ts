import type { Day } from '../kernel/day.ts';
import type { UnitId } from '../kernel/ids.ts';
import { isValidOn, type Validity } from '../kernel/validity.ts';
import { fold } from '../kernel/vietnamese.ts';

export const UNIT_LEVELS = ['province', 'district', 'commune'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** The types of a level. Districts ended on 2025-06-30 with the second tier. */
export const TYPES_OF_LEVEL = {
  province: ['tinh', 'thanh-pho'],
  district: ['quan', 'huyen', 'thi-xa', 'thanh-pho'],
  commune: ['xa', 'phuong', 'thi-tran', 'dac-khu'],
} as const satisfies Record<UnitLevel, readonly string[]>;
export type UnitType = (typeof TYPES_OF_LEVEL)[UnitLevel][number];

/** An administrative unit for as long as its code, name and type stayed what they are. */
export interface Unit extends Validity {
  id: UnitId;
  /** The statistics office's code, with leading zeros; one code may belong to different units at different times. */
  code: string;
  level: UnitLevel;
  type: UnitType;
  /** Without its type: "Đông Lộc". */
  name: string;
  parentId: UnitId | null;
  areaKm2: number | null;
  population: number | null;
  /** Recognised as mountainous; null where that is not recorded. */
  mountainous: boolean | null;
  legalBasis: string | null;
  altNames: readonly string[];
}

export const LINK_KINDS = ['merged', 'split', 'unchanged', 'renamed', 'retyped'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type Share = 'all' | 'some' | 'none';

/** One unit went, wholly or in part, into another. */
export interface Link {
  predecessorId: UnitId;
  successorId: UnitId;
  part: 'whole' | 'part';
  kind: LinkKind;
  /** How much of the predecessor's area and people went along. */
  area: Share | null;
  population: Share | null;
  resolution: string | null;
  clause: string | null;
}

const TYPE_NAMES: Record<UnitType, string> = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
};

/** "xã", "thị trấn", "đặc khu". */
export const typeName = (type: UnitType): string => TYPE_NAMES[type];

/** "xã Đông Lộc", "phường Thành Vinh". */
export const displayName = (unit: Pick<Unit, 'type' | 'name'>): string => `${typeName(unit.type)} ${unit.name}`;

/** The full name where a line begins with it: "Xã Đông Lộc". */
export const titleName = (unit: Pick<Unit, 'type' | 'name'>): string => {
  const name = displayName(unit);
  return name[0]!.toUpperCase() + name.slice(1);
};

/** The key under which a unit is searched and compared: "xa dong loc". */
export const searchKeyOf = (unit: Pick<Unit, 'type' | 'name'>): string => fold(displayName(unit));

/** Units and the links between them, for walking through time. */
export interface Register {
  units: readonly Unit[];
  links: readonly Pick<Link, 'predecessorId' | 'successorId'>[];
}

/**
 * Answers which units stand for a unit on a day: itself while it exists, else what it became (all parts of a split), or
 * on an earlier day what it came from. A district that ended without a link is stood for by what its communes became.
 */
export function timeWalker({ units, links }: Register): (unitId: UnitId, day: Day) => Unit[] {
  const byId = new Map(units.map((u) => [u.id, u]));
  const index = (key: (l: Register['links'][number]) => UnitId, value: (l: Register['links'][number]) => UnitId) => {
    const map = new Map<UnitId, UnitId[]>();
    for (const link of links) map.set(key(link), [...(map.get(key(link)) ?? []), value(link)]);
    return map;
  };
  const successors = index(
    (l) => l.predecessorId,
    (l) => l.successorId,
  );
  const predecessors = index(
    (l) => l.successorId,
    (l) => l.predecessorId,
  );
  const children = Map.groupBy(units, (u) => u.parentId);

  return (unitId, day) => {
    const found = new Map<UnitId, Unit>();
    const seen = new Set<UnitId>();
    const visit = (id: UnitId) => {
      const unit = byId.get(id);
      if (!unit || seen.has(id)) return;
      seen.add(id);
      if (isValidOn(unit, day)) {
        found.set(id, unit);
        return;
      }
      const ended = unit.validTo !== null && unit.validTo < day;
      const next = (ended ? successors : predecessors).get(id);
      if (next) next.forEach(visit);
      else if (ended && unit.level === 'district') for (const child of children.get(id) ?? []) visit(child.id);
    };
    visit(unitId);
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  };
}

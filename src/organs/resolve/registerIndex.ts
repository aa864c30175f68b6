import type { OrganId, UnitId } from '../../kernel/ids.ts';
import { isValidOn, type Validity } from '../../kernel/validity.ts';
import { kindWord, type NameKind } from '../templates/index.ts';
import { breaksOf, isCapital, keyOf, markedKeyOf, tokenize } from './tokens.ts';
import type { RegisterData, RegisterOrgan, RegisterUnit } from './types.ts';

/** One name of one organ. */
export interface NameEntry extends Validity {
  organId: OrganId;
  kind: NameKind | 'name';
  marked: string;
  /** Where the name itself has a comma, a sign or "và", as offsets in its key. */
  breaks: readonly number[];
  /** A short abbreviation that only counts in capitals: "TNMT" is a name, "tn mt" is not. */
  capitals: boolean;
  /** The name without the body it belongs to ("Ban Tổ chức" of Tỉnh ủy): good only for lack of better. */
  weak: boolean;
  /** The words name the province too, so that another province's organ may be meant. */
  placed: boolean;
}

/** The register with what the resolver looks up. Built once a version; read-only. */
export interface OrganRegister {
  readonly version: number;
  readonly organs: ReadonlyMap<OrganId, RegisterOrgan>;
  readonly units: ReadonlyMap<UnitId, RegisterUnit>;
  readonly provinces: readonly RegisterUnit[];
  /** Names that need no unit: of provinces and of the centre. Key -> entries. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  /** Names without their unit ("UBND", "Đảng ủy", "Phòng Kinh tế"). Key -> unit -> entries. */
  readonly bodies: ReadonlyMap<string, ReadonlyMap<UnitId, readonly NameEntry[]>>;
  readonly unitNames: ReadonlyMap<string, readonly UnitId[]>;
  readonly organSuccessors: ReadonlyMap<OrganId, RegisterData['organLineage']>;
  readonly unitSuccessors: ReadonlyMap<UnitId, RegisterData['unitLineage']>;
  readonly unitPredecessors: ReadonlyMap<UnitId, RegisterData['unitLineage']>;
  /** null: organs of the centre. */
  readonly organsOfUnit: ReadonlyMap<UnitId | null, readonly RegisterOrgan[]>;
  /** The province in which a unit, present or former, lies now. */
  provinceOf(unit: UnitId): UnitId | null;
  /** As people say it; empty for an id that the register does not have. */
  shortName(organ: number): string;
  /** Most words that any name has: how far a look-up need reach. */
  readonly longestName: number;
}

/** Builds the look-ups over the data of a register. */
export function buildRegister(data: RegisterData): OrganRegister {
  const organs = new Map(data.organs.map((o) => [o.id, o]));
  const units = new Map(data.units.map((u) => [u.id, u]));
  const names = new Map<string, NameEntry[]>();
  const bodies = new Map<string, Map<UnitId, NameEntry[]>>();
  let longestName = 1;

  const add = (into: Map<string, NameEntry[]>, key: string, entry: NameEntry) => {
    if (!key) return;
    const list = into.get(key);
    if (!list) into.set(key, [entry]);
    else if (!list.some((e) => e.organId === entry.organId && e.weak <= entry.weak && e.kind === entry.kind))
      list.push(entry);
  };
  const addBody = (key: string, unitId: UnitId, entry: NameEntry) => {
    const byUnit = bodies.get(key) ?? new Map<UnitId, NameEntry[]>();
    bodies.set(key, byUnit);
    const list = byUnit.get(unitId) ?? [];
    if (!list.some((e) => e.organId === entry.organId)) byUnit.set(unitId, [...list, entry]);
  };

  // Communes carry the same few bodies: their names are split and keyed once, not once a commune.
  const split = memo((pattern: string) => {
    const tokens = tokenize(pattern);
    return { tokens, key: keyOf(tokens), marked: markedKeyOf(tokens), breaks: breaksOf(tokens, /[,;:/&\-–]/) };
  });

  for (const organ of data.organs) {
    const unit = organ.unitId === null ? null : (units.get(organ.unitId) ?? null);
    const own = { validFrom: organ.validFrom, validTo: organ.validTo };
    const all = [
      { name: organ.name, kind: 'name' as const, ...own },
      { name: organ.shortName, kind: 'name' as const, ...own },
      ...organ.names,
    ];
    for (const { name, kind, validFrom, validTo } of all) {
      const stem = unit ? withoutUnit(name, unit) : null;
      const whole = split(stem ?? name);
      const capitals = kind === 'abbreviation' && whole.tokens.length <= 2 && whole.tokens.every(isCapital);
      longestName = Math.max(longestName, whole.tokens.length + 4);
      const entry: NameEntry = {
        organId: organ.id,
        kind,
        validFrom,
        validTo,
        capitals,
        marked: whole.marked,
        breaks: whole.breaks,
        weak: false,
        placed: false,
      };
      if (unit && stem !== null) addBody(whole.key, unit.id, entry);
      if (unit?.level === 'commune') {
        if (stem === null) addBody(whole.key, unit.id, entry);
        continue;
      }
      if (stem === null) add(names, whole.key, entry);
      for (const tail of unit ? tailsOf(unit) : []) {
        const end = split(tail);
        const placed = tail.endsWith(unit!.name);
        add(names, whole.key + end.key, { ...entry, placed, marked: whole.marked + end.marked });
      }
      if (organ.branch === 'party') {
        const bare = name.replace(/\s+(Tỉnh ủy|Thành ủy)(\s.*)?$/u, '');
        if (
          bare !== name &&
          bare.split(' ').length >= 3 &&
          organ.level === 'province' &&
          !/^Ban (Thường vụ|Chấp)/.test(bare)
        )
          add(names, split(bare).key, { ...entry, weak: true, marked: split(bare).marked });
      }
    }
  }

  const unitNames = new Map<string, UnitId[]>();
  for (const unit of data.units) {
    for (const name of [unit.name, ...unit.altNames]) {
      const key = split(name).key;
      const list = unitNames.get(key);
      if (!list) unitNames.set(key, [unit.id]);
      else if (!list.includes(unit.id)) list.push(unit.id);
    }
  }

  const unitSuccessors = Map.groupBy(data.unitLineage, (l) => l.predecessorId);
  const provinceOf = memo((id: UnitId): UnitId | null => {
    let unit = units.get(id);
    while (unit && unit.level !== 'province') unit = unit.parentId === null ? undefined : units.get(unit.parentId);
    for (let next = unit; next; next = units.get(unitSuccessors.get(next.id)?.[0]?.successorId ?? (0 as UnitId)))
      unit = next;
    return unit?.id ?? null;
  });
  const organsOfUnit = Map.groupBy(data.organs, (o) => o.unitId);
  return {
    version: data.version,
    organs,
    units,
    provinces: data.units.filter((u) => u.level === 'province' && organsOfUnit.has(u.id)),
    names,
    bodies,
    unitNames,
    organSuccessors: Map.groupBy(data.organLineage, (l) => l.predecessorId),
    unitSuccessors,
    unitPredecessors: Map.groupBy(data.unitLineage, (l) => l.successorId),
    organsOfUnit,
    provinceOf,
    shortName: (id) => organs.get(id as OrganId)?.shortName ?? '',
    longestName,
  };
}

/** Answers each question once; an answer may be null. */
function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** "UBND xã Con Cuông" -> "UBND"; null where the name does not end with its unit. */
function withoutUnit(name: string, unit: RegisterUnit): string | null {
  const kind = kindWord(unit.type);
  for (const tail of [` ${kind} ${unit.name}`, ` ${unit.name}`, ` ${kind}`])
    if (name.endsWith(tail)) return name.slice(0, -tail.length);
  return null;
}

/** What may stand behind the name of a province's organ. */
const tailsOf = (unit: RegisterUnit): string[] => {
  const kind = kindWord(unit.type);
  return [`${kind} ${unit.name}`, unit.name, kind];
};

/** Names of the time of a day come before those of other times. */
export const usedOn = (entry: NameEntry, register: OrganRegister, day: Parameters<typeof isValidOn>[1]): boolean => {
  const organ = register.organs.get(entry.organId);
  return organ !== undefined && isValidOn(organ, day) && isValidOn(entry, day);
};

import type { Day } from '../kernel/day.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { Branch } from '../kernel/principal.ts';
import { organSearchKey } from './model.ts';
import type { LineageKind, NameKind } from './templates/index.ts';
import {
  centralTemplates,
  communeTemplates,
  nameFor,
  type OrganTemplate,
  provinceTemplates,
} from './templates/index.ts';

/** A unit for which organs are planned. */
export interface PlannedUnit {
  id: UnitId;
  code: string;
  type: string;
  name: string;
  validFrom: Day | null;
}

/** An organ as it will be written; `parent` and `serves` point into the list of the plan. */
export interface PlannedOrgan {
  unitId: UnitId | null;
  template: string;
  level: 'central' | 'province' | 'commune';
  branch: Branch;
  name: string;
  shortName: string;
  searchKey: string;
  issues: boolean;
  validFrom: Day | null;
  validTo: Day | null;
  parent: number | null;
  serves: number | null;
  names: { name: string; kind: NameKind; validFrom: Day | null; validTo: Day | null }[];
  into: { successor: number; kind: LineageKind; basis: string | null }[];
}

/**
 * The organs of a province, of its communes and of the centre, from the templates. Pure; parents come before children.
 * Former organs of the province come along, because older documents name them.
 */
export function planOrgans(province: PlannedUnit, communes: readonly PlannedUnit[]): PlannedOrgan[] {
  const plan: PlannedOrgan[] = [];
  const central = add(plan, centralTemplates(), null, [new Map()]);
  const provincial = add(plan, provinceTemplates(province.code), province, [central]);
  for (const unit of communes) {
    const templates = communeTemplates().filter((t) => !t.unitTypes || t.unitTypes.includes(unit.type));
    add(plan, templates, unit, [provincial, central]);
  }
  return plan;
}

/** Adds one unit's organs; `above` are the organs of the units above, the nearest first. Returns where each template lies. */
function add(
  plan: PlannedOrgan[],
  templates: readonly OrganTemplate[],
  unit: PlannedUnit | null,
  above: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const places = new Map(templates.map((t, i) => [t.key, plan.length + i]));
  const find = (key: string | undefined): number | null => {
    if (!key) return null;
    for (const map of [places, ...above]) {
      const place = map.get(key);
      if (place !== undefined) return place;
    }
    return null;
  };
  for (const t of templates) {
    const name = nameFor(t.name, unit);
    const shortName = nameFor(t.short, unit);
    plan.push({
      unitId: unit?.id ?? null,
      template: t.key,
      level: t.level,
      branch: t.branch,
      name,
      shortName,
      searchKey: organSearchKey(name, shortName),
      issues: t.issues ?? false,
      validFrom: beginning(t, unit),
      validTo: t.validTo ?? null,
      parent: find(t.parent),
      serves: find(t.serves),
      names: otherNames(t, unit, [name, shortName]),
      into: (t.into ?? []).flatMap((i) => {
        const successor = find(i.key);
        return successor === null
          ? []
          : [{ successor, kind: i.kind, basis: templates.find((other) => other.key === i.key)?.basis ?? null }];
      }),
    });
  }
  return places;
}

/** A commune's organs began with the commune, where that is later than the template says. */
function beginning(t: OrganTemplate, unit: PlannedUnit | null): Day | null {
  const from = t.validFrom ?? null;
  if (t.level !== 'commune' || !unit?.validFrom) return from;
  return from === null || from < unit.validFrom ? unit.validFrom : from;
}

function otherNames(t: OrganTemplate, unit: PlannedUnit | null, taken: readonly string[]): PlannedOrgan['names'] {
  const seen = new Set(taken);
  const names: PlannedOrgan['names'] = [];
  for (const other of t.names ?? []) {
    const name = nameFor(other.name, unit);
    if (seen.has(name)) continue;
    seen.add(name);
    names.push({ name, kind: other.kind, validFrom: other.validFrom ?? null, validTo: other.validTo ?? null });
  }
  return names;
}

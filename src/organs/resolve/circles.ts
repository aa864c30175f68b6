import type { OrganId, UnitId } from '../../kernel/ids.ts';
import type { Branch } from '../../kernel/principal.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { groupOf, type OrganGroup } from '../templates/index.ts';
import { organOnDay, unitLabel } from './inTime.ts';
import type { Body, Part } from './parse.ts';
import type { Circle } from './phrases.ts';
import type { Scope } from './scope.ts';
import type { OrganLevel, Outcome, RegisterOrgan, RegisterUnit } from './types.ts';

type Placed = Extract<Part, { kind: 'placed' }>;
type Class = Extract<Part, { kind: 'class' }>;

const CIRCLE_GROUPS: Partial<Record<Circle, { level: OrganLevel; groups: readonly OrganGroup[] }>> = {
  departments: { level: 'province', groups: ['department'] },
  boards: { level: 'province', groups: ['board'] },
  sectors: { level: 'province', groups: ['sector'] },
  unions: { level: 'province', groups: ['union'] },
  fronts: { level: 'province', groups: ['front'] },
  partyBodies: { level: 'province', groups: ['partyBody'] },
  provinceCommittees: { level: 'province', groups: ['committee'] },
  services: { level: 'province', groups: ['service'] },
  communeCommittees: { level: 'commune', groups: ['committee'] },
  communeExecutives: { level: 'commune', groups: ['executive'] },
  offices: { level: 'commune', groups: ['office'] },
  ministries: { level: 'central', groups: ['ministry'] },
};

/** A class of organs as of the day. What the text adds behind it ("liên quan") leaves the choice to the clerk. */
export function resolveClass(scope: Scope, part: Class): Outcome {
  const notes: string[] = [];
  const organIds = new Set<OrganId>();
  let all = true;
  for (const circle of part.circles) {
    if (circle === 'communes' || circle === 'unchanged') {
      const units = circle === 'unchanged' ? communes(scope).filter((u) => unchanged(scope, u)) : communes(scope);
      const { ids, note } = branchOrgans(scope, hinted(scope, units, circle === 'communes'));
      for (const id of ids) organIds.add(id);
      if (note) notes.push(note);
    } else for (const id of members(scope, circle)) organIds.add(id);
    if (circle === 'open') all = false;
  }
  if (part.circles.length === 1 && part.circles[0] === 'open')
    notes.push('Văn bản không nêu tên cơ quan: hãy chọn, hoặc để trống nếu không giao cho ai.');
  if (part.tail) {
    all = false;
    notes.push(`Văn bản chỉ nói những nơi "${part.tail}": hãy chọn.`);
  }
  return { organIds: [...organIds], candidates: [], notes, confirm: true, all, failed: false };
}

function members(scope: Scope, circle: Circle): OrganId[] {
  const { register } = scope;
  const wanted = CIRCLE_GROUPS[circle];
  const found = [...register.organs.values()].filter((o) => {
    if ((wanted && o.level !== wanted.level) || !isValidOn(o, scope.context.day)) return false;
    if (o.level !== 'central' && !inProvince(scope, o)) return false;
    if (o.level === 'commune' && scope.communeId !== null && o.unitId !== scope.communeId) return false;
    if (circle === 'press') return o.template === 'bao-phat-thanh-truyen-hinh-tinh';
    if (circle === 'armed') return o.level === 'province' && o.branch === 'armed';
    if (!wanted?.groups.includes(groupOf(o.template, o.name))) return false;
    return circle !== 'provinceCommittees' || o.parentId !== null;
  });
  // The issuer's own committee is not "below" itself.
  return found.filter((o) => o.template !== 'tinh-uy').map((o) => o.id);
}

const inProvince = (scope: Scope, o: RegisterOrgan): boolean =>
  o.unitId !== null && (scope.provinceId === null || scope.register.provinceOf(o.unitId) === scope.provinceId);

/** The province's communes on the day; where the register has none yet on that day, the present ones. */
function communes(scope: Scope): RegisterUnit[] {
  const { register, context, provinceId } = scope;
  const here = [...register.organsOfUnit.keys()]
    .flatMap((id) => (id === null ? [] : (register.units.get(id) ?? [])))
    .filter((u) => u.level === 'commune')
    .filter((u) => provinceId === null || register.provinceOf(u.id) === provinceId);
  const then = here.filter((u) => isValidOn(u, context.day));
  return then.length > 0 ? then : here.filter((u) => u.validTo === null);
}

const unchanged = (scope: Scope, unit: RegisterUnit): boolean =>
  (scope.register.unitPredecessors.get(unit.id) ?? []).some((l) => l.kind === 'unchanged');

const hinted = (scope: Scope, units: RegisterUnit[], may: boolean): RegisterUnit[] => {
  const { unitHint } = scope.context;
  if (!may || !unitHint?.length) return units;
  const named = units.filter((u) => unitHint.includes(u.id));
  return named.length > 0 ? named : units;
};

const BRANCH_GROUP: Partial<Record<Branch, OrganGroup>> = {
  party: 'committee',
  government: 'executive',
  council: 'council',
  front: 'front',
};

/** Units named without a body: a Party directive means their Party committees, a state one their People's Committees. */
function branchOrgans(scope: Scope, units: readonly RegisterUnit[], branch = scope.context.branchHint) {
  const group = branch && BRANCH_GROUP[branch];
  if (!group) return { ids: [], note: null };
  const ids = units.flatMap((u) => ofGroup(scope, u.id, group));
  const say = { party: 'Đảng ủy', government: 'UBND', council: 'HĐND', front: 'Ủy ban MTTQ' }[branch as 'party'];
  return { ids, note: `Văn bản chỉ ghi tên đơn vị: hiểu là ${say}.` };
}

const ofGroup = (scope: Scope, unitId: UnitId, group: OrganGroup): OrganId[] => {
  const organs = (scope.register.organsOfUnit.get(unitId) ?? []).filter((o) => groupOf(o.template, o.name) === group);
  const leading = organs.filter((o) => group !== 'committee' || /^(tinh-uy|dang-uy-xa)$/.test(o.template));
  const now = leading.filter((o) => isValidOn(o, scope.context.day));
  return (now.length > 0 ? now : leading.filter((o) => o.validTo === null)).map((o) => o.id);
};

/** Bodies at named units, at the issuer's own unit, or at all units of some types. */
export function resolvePlaced(scope: Scope, part: Placed): Outcome {
  if (part.units === 'province' || part.units === 'own') return atOwn(scope, part, part.units);
  const { named, types, plural } = part.units;
  if (named.length === 0) return atClass(scope, part, types, plural);
  const notes = named.flatMap((n) => n.notes);
  const organIds: OrganId[] = [];
  const unclear: UnitId[] = [];
  let chosen = false;
  for (const name of named) {
    if (name.ids.length !== 1) {
      unclear.push(...name.ids);
      continue;
    }
    const found = bodiesAt(scope, part.bodies, name.ids[0]!);
    if (found.note) notes.push(found.note);
    chosen ||= found.chosen;
    if (found.ids.length === 0) {
      const unit = scope.register.units.get(name.ids[0]!)!;
      const hasOrgans = scope.register.organsOfUnit.has(unit.id);
      notes.push(
        hasOrgans ? `Chưa có cơ quan này ở ${unitLabel(unit)}.` : `Danh bạ chưa có cơ quan nào của ${unitLabel(unit)}.`,
      );
      unclear.push(unit.id);
    } else organIds.push(...found.ids);
  }
  const doubtful = chosen || named.some((n) => n.doubtful);
  const lost = named.some((n) => n.ids.length === 0);
  if (unclear.length === 0 && !lost)
    return { organIds, candidates: [], notes: unique(notes), confirm: doubtful || notes.length > 0, failed: false };
  const candidates = unclear.flatMap((id) => bodiesAt(scope, part.bodies, id).ids);
  return {
    organIds,
    candidates,
    notes: unique(lost ? notes : [...notes, `"${part.text}" có thể là nhiều nơi.`]),
    confirm: true,
    failed: true,
  };
}

function bodiesAt(scope: Scope, bodies: readonly Body[], unitId: UnitId) {
  const unit = scope.register.units.get(unitId)!;
  if (bodies.length === 0) {
    const { ids, note } = branchOrgans(scope, [unit]);
    return { ids, note, chosen: true };
  }
  const notes: string[] = [];
  const ids = bodies.flatMap((body) => {
    if (body.key === null) return branchOrgans(scope, [unit], body.branch!).ids;
    const entries = scope.register.bodies.get(body.key)?.get(unitId) ?? [];
    const now = entries.filter((e) => isValidOn(scope.register.organs.get(e.organId)!, scope.context.day));
    const carried = (now.length > 0 ? now : entries).map((e) =>
      organOnDay(scope.register, e.organId, scope.context.day),
    );
    notes.push(...carried.flatMap((c) => c.notes));
    return carried.flatMap((c) => c.ids);
  });
  return { ids: [...new Set(ids)], note: notes.length > 0 ? unique(notes).join(' ') : null, chosen: notes.length > 0 };
}

/** "UBND các xã, phường", "các xã": all units of these types, or those that the text around names. */
function atClass(scope: Scope, part: Placed, types: readonly string[], plural: boolean): Outcome {
  const provincial = types.every((t) => t === 'tinh' || t === 'thanh-pho');
  const pool = provincial
    ? [...scope.register.provinces]
    : scope.communeId !== null && !plural
      ? [scope.register.units.get(scope.communeId)!]
      : communes(scope).filter((u) => types.includes(u.type));
  const tail = restrictionOf(part.tail, pool);
  const kept = pool.filter((u) => tail.keeps(scope, u));
  const units = hinted(scope, kept, true);
  const notes: string[] = [];
  if (units.length < kept.length)
    notes.push(`Hiểu là các đơn vị nêu trong văn bản: ${units.map(unitLabel).join(', ')}.`);
  const results = units.map((u) => bodiesAt(scope, part.bodies, u.id));
  for (const r of results) if (r.note) notes.push(r.note);
  const organIds = results.flatMap((r) => r.ids);
  if (organIds.length === 0)
    return {
      organIds: [],
      candidates: [],
      notes: [`Chưa rõ "${part.text}" là cơ quan nào.`],
      confirm: true,
      failed: true,
    };
  if (!plural && units.length > 1)
    return {
      organIds: [],
      candidates: organIds,
      notes: [`"${part.text}" không ghi tên đơn vị.`],
      confirm: true,
      failed: true,
    };
  if (!plural && units.length === 1)
    return { organIds, candidates: [], notes: unique(notes), confirm: true, failed: false };
  if (tail.open) notes.push(`Văn bản chỉ nói những nơi "${part.tail}": hãy chọn.`);
  return { organIds, candidates: [], notes: unique(notes), confirm: true, all: !tail.open, failed: false };
}

/** What the words behind a class of units keep of it, where the register can tell. */
function restrictionOf(
  tail: string,
  pool: readonly RegisterUnit[],
): { keeps(scope: Scope, unit: RegisterUnit): boolean; open: boolean } {
  if (!tail) return { keeps: () => true, open: false };
  if (/^miền núi$/iu.test(tail))
    return { keeps: (_, u) => u.mountainous === true, open: pool.some((u) => u.mountainous === null) };
  if (/giữ nguyên|không (thực hiện )?(sắp xếp|sáp nhập)/iu.test(tail)) return { keeps: unchanged, open: false };
  return { keeps: () => true, open: true };
}

/** Bodies without a unit: the issuer's own. */
function atOwn(scope: Scope, part: Placed, where: 'province' | 'own'): Outcome {
  const unitId = where === 'own' && scope.communeId !== null ? scope.communeId : scope.provinceId;
  const found = unitId === null ? { ids: [], note: null } : bodiesAt(scope, part.bodies, unitId);
  const complete = found.ids.length >= Math.max(1, part.bodies.length);
  if (!complete) {
    const note = `"${part.text}" không ghi thuộc đơn vị nào.`;
    return { organIds: [], candidates: found.ids, notes: [note], confirm: true, failed: true };
  }
  const said = where === 'province' || scope.communeId !== null;
  const names = found.ids.map((id) => scope.register.organs.get(id)!.shortName).join(', ');
  const notes = said ? (found.note ? [found.note] : []) : [`"${part.text}" không ghi cấp: hiểu là ${names}.`];
  return { organIds: found.ids, candidates: [], notes, confirm: notes.length > 0, failed: false };
}

const unique = (notes: readonly string[]): string[] => [...new Set(notes)];

import type { Day } from '../kernel/day.ts';
import { conflict } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { isValidOn } from '../kernel/validity.ts';
import type { OrganRegister } from '../organs/index.ts';
import type { PatternLevel } from './codePattern.ts';
import type { ProcedureStep, ProcedureVersion } from './procedures/model.ts';

/** Templates of service centres: they alone receive and return dossiers. */
export const CENTRE_TEMPLATES: readonly string[] = [
  'trung-tam-phuc-vu-hanh-chinh-cong-xa',
  'trung-tam-phuc-vu-hanh-chinh-cong-tinh',
];
/** Stands in a procedure's steps for the centre that received the dossier. */
export const AT_RECEPTION = 'noi-tiep-nhan';

export interface WorkQueue {
  personId: number;
  organs: readonly number[];
  units: readonly number[];
}

/** Which organ is meant where a procedure names a kind of organ. */
export interface Places {
  name(organId: number): string;
  unitName(unitId: number): string;
  unitOf(organId: number): number;
  /** The service centre of a unit, if it has one. */
  centreOf(unitId: number, day: Day): number | undefined;
  /** Every centre of the province on a day. */
  centres(day: Day): readonly { organId: number; unitId: number; name: string }[];
  /** Units that have or had a service centre by a day. */
  centreUnits(until: Day): readonly number[];
  /** The unit whose centre goes on with the dossiers of a unit: itself, as long as its own centre is there on the day. */
  unitAfter(unitId: number, day: Day): number;
  /** Who resolves a procedure for a unit. @throws Fault conflict where the unit has no such organ */
  authorityOf(version: Pick<ProcedureVersion, 'level' | 'authorityTemplates'>, unitId: number, day: Day): number;
  /** The organ of a stage. @throws Fault conflict where the unit has no such organ */
  stageOrgan(step: ProcedureStep, dossier: { authorityId: number; receptionId: number }, day: Day): number;
  /** Whether the person works for the organ: its own people, those of the office that serves it, its head's, its successor's. */
  worksFor(p: Principal, organId: number): boolean;
  /**
   * The person with the organs whose dossiers they go on with: those that were merged into theirs keep their dossiers and
   * their names, and their successors work on them.
   */
  withInherited(p: Principal, day: Day): Principal;
  /** Whose queue a person works from: their organ, the body it serves, for leaders all below, and what these took over. */
  queueOf(p: Principal, day: Day): WorkQueue;
  /** By what the codes of dossiers received there are made. */
  codeParts(organId: number): { level: PatternLevel; province: string; unit: string };
  /** Organs of the same unit, of whichever has taken over from it, and of the province: whom a dossier can be handed to. */
  around(organId: number, day: Day): readonly { id: number; name: string }[];
}

/** Reads the register each time it is asked, so that a renamed or ended organ counts at once. */
export function placesOf(register: OrganRegister, provinceCode: string): Places {
  const organ = (id: number) => register.organs.get(id as never);
  const inUnit = (unitId: number, templates: readonly string[], day: Day): number | undefined => {
    const all = (register.organsOfUnit.get(unitId as never) ?? []).filter((o) => isValidOn(o, day));
    for (const template of templates) {
      const found = all.find((o) => o.template === template);
      if (found) return found.id;
    }
    return undefined;
  };
  const isCentre = (o: { template: string }): boolean => CENTRE_TEMPLATES.includes(o.template);
  const provinceOf = (unitId: number): number => register.provinceOf(unitId as never) ?? unitId;
  const unitOf = (organId: number): number => Number(organ(organId)?.unitId ?? 0);
  const need = (found: number | undefined, what: string): number => {
    if (found !== undefined) return found;
    throw conflict('dossier.no_organ', `${what} Hãy báo quản trị viên bổ sung trong mục Tổ chức.`);
  };
  /** The organs that took over from one that has ended, through any number of mergers. */
  const successors = (organId: number): number[] => {
    const next = register.organSuccessors.get(organId as never) ?? [];
    return next.flatMap((l) => [Number(l.successorId), ...successors(Number(l.successorId))]);
  };
  /** Of a unit that was merged: the organ that has taken over from its own. */
  const heirOf = (unitId: number, templates: readonly string[], day: Day): number | undefined => {
    const former = (register.organsOfUnit.get(unitId as never) ?? []).filter((o) => templates.includes(o.template));
    return former.flatMap((o) => successors(Number(o.id))).find((id) => isValidOn(organ(id)!, day));
  };
  const standsFor = (p: Principal, organId: number): boolean =>
    organId === p.organId ||
    organId === p.servesId ||
    ((p.role === 'head' || p.role === 'deputy') && p.organIds.includes(organId as never));

  const unitAfter = (unitId: number, day: Day): number => {
    const centres = (register.organsOfUnit.get(unitId as never) ?? []).filter(isCentre);
    if (centres.some((o) => isValidOn(o, day))) return unitId;
    const next = centres
      .flatMap((o) => (o.validTo !== null && o.validTo < day ? (register.organSuccessors.get(o.id) ?? []) : []))
      .map((link) => unitOf(Number(link.successorId)))
      .find((id) => id !== unitId && id !== 0);
    return next === undefined ? unitId : unitAfter(next, day);
  };

  const inherited = (organIds: readonly number[], day: Day): number[] => {
    const before = organIds
      .flatMap((id) => predecessorsOf(register).get(id) ?? [])
      .filter((id) => {
        const ended = organ(id)?.validTo ?? null;
        return ended !== null && ended < day && !organIds.includes(id);
      });
    return before.length === 0 ? [...organIds] : inherited([...organIds, ...before], day);
  };

  return {
    name: (id) => register.shortName(id),
    unitName: (id) => register.units.get(id as never)?.name ?? '',
    unitOf,
    centreOf: (unitId, day) => inUnit(unitId, CENTRE_TEMPLATES, day),
    centres: (day) =>
      [...register.organs.values()]
        .filter((o) => isCentre(o) && o.unitId !== null && isValidOn(o, day))
        .map((o) => ({ organId: o.id, unitId: o.unitId!, name: o.shortName })),
    centreUnits: (until) => [
      ...new Set(
        [...register.organs.values()]
          .filter((o) => isCentre(o) && o.unitId !== null && (o.validFrom === null || o.validFrom <= until))
          .map((o) => Number(o.unitId)),
      ),
    ],
    unitAfter,
    authorityOf(version, unitId, day) {
      const place = version.level === 'province' ? provinceOf(unitId) : unitId;
      return need(
        inUnit(place, version.authorityTemplates, day),
        'Đơn vị này không có cơ quan giải quyết thủ tục đã chọn.',
      );
    },
    stageOrgan(step, dossier, day) {
      if (step.templates.includes(AT_RECEPTION)) return dossier.receptionId;
      const unitId = unitOf(dossier.authorityId);
      const found =
        inUnit(unitId, step.templates, day) ??
        heirOf(unitId, step.templates, day) ??
        inUnit(provinceOf(unitId), step.templates, day);
      return need(found, `Không tìm thấy cơ quan làm bước “${step.name}”.`);
    },
    worksFor(p, organId) {
      if (p.role === 'admin') return false;
      return standsFor(p, organId) || successors(organId).some((id) => standsFor(p, id));
    },
    withInherited: (p, day) => ({ ...p, organIds: inherited(p.organIds, day) as Principal['organIds'] }),
    queueOf(p, day) {
      const leads = p.role === 'head' || p.role === 'deputy';
      const organs = inherited(leads ? p.organIds : [p.organId, ...(p.servesId ? [p.servesId] : [])], day);
      return {
        personId: p.personId,
        organs: [...new Set(organs)],
        units: [...new Set([p.unitId, ...organs.map(unitOf)])],
      };
    },
    codeParts(organId) {
      const { level, code } = register.units.get(unitOf(organId) as never)!;
      return { level: level === 'province' ? 'province' : 'commune', province: provinceCode, unit: code };
    },
    around(organId, day) {
      const unitId = unitOf(organId);
      const units = new Set([unitId, ...successors(organId).map(unitOf), provinceOf(unitId)]);
      return [...units]
        .flatMap((id) => register.organsOfUnit.get(id as never) ?? [])
        .filter((o) => o.branch === 'government' && isValidOn(o, day))
        .map((o) => ({ id: Number(o.id), name: o.shortName }));
    },
  };
}

const known = new WeakMap<OrganRegister, { version: number; before: Map<number, number[]> }>();

/** Successor to predecessors, turned round once for each edition of the register. */
function predecessorsOf(register: OrganRegister): ReadonlyMap<number, readonly number[]> {
  const held = known.get(register);
  if (held?.version === register.version) return held.before;
  const before = new Map<number, number[]>();
  for (const link of [...register.organSuccessors.values()].flat()) {
    before.set(link.successorId, [...(before.get(link.successorId) ?? []), link.predecessorId]);
  }
  known.set(register, { version: register.version, before });
  return before;
}

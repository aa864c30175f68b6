import type { OrganId, UnitId } from '../src/kernel/ids.ts';
import { planOrgans } from '../src/organs/planOrgans.ts';
import { buildRegister, type RegisterData } from '../src/organs/resolve/index.ts';
import { provinceFacts } from '../src/units/facts/provinces.ts';

/** The register of a shipped province, made of its facts and the templates without a database. */
export function registerOf(provinceCode = '40') {
  const { units: rows, lineage } = provinceFacts(provinceCode)!;
  const id = (i: number) => (i + 1) as UnitId;
  const find = (code: string | null, from: string | null, level?: string) => {
    const at = rows.findIndex((u) => u.code === code && (!level || u.level === level) && u.validFrom === from);
    return at < 0 ? null : id(at);
  };
  const parent = (u: (typeof rows)[number]) =>
    u.parentCode === null ? null : (find(u.parentCode, u.validFrom) ?? find(u.parentCode, null));
  const units = rows.map((u, i) => ({ ...u, id: id(i), parentId: parent(u), altNames: u.altNames ?? [] }));
  const province = units.find((u) => u.level === 'province' && u.validTo === null)!;
  const communes = units.filter((u) => u.level === 'commune' && u.validTo === null);
  const plan = planOrgans(province, communes);
  const organId = (i: number) => (i + 1) as OrganId;
  const data: RegisterData = {
    version: 1,
    organs: plan.map((o, i) => ({
      ...o,
      id: organId(i),
      parentId: o.parent === null ? null : organId(o.parent),
      servesId: o.serves === null ? null : organId(o.serves),
    })),
    organLineage: plan.flatMap((o, i) =>
      o.into.map((l) => ({ predecessorId: organId(i), successorId: organId(l.successor), kind: l.kind })),
    ),
    units,
    unitLineage: lineage.map((l) => ({
      predecessorId: units.find((u) => u.code === l.oldCode && u.validTo !== null && u.level === l.level)!.id,
      successorId: units.find((u) => u.code === l.newCode && u.validTo === null)!.id,
      part: l.part,
      kind: l.kind,
    })),
  };
  const register = buildRegister(data);
  const named = (ids: readonly OrganId[]) => ids.map((o) => register.organs.get(o)!.shortName);
  return { data, register, province, units, named };
}

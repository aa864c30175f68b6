import type { Principal } from '../../kernel/principal.ts';
import type { OrganRegister } from '../../organs/index.ts';
import type { Permission } from '../../platform/http/index.ts';
import { CENTRE_TEMPLATES, type Places } from '../places.ts';
import { readDossiers } from '../policy.ts';
import type { Standing } from '../standing.ts';

const leads = (p: Principal): boolean => p.role === 'head' || p.role === 'deputy';
/** Organs whose leaders answer for all centres of their province. */
const PROVINCE_TEMPLATES: readonly string[] = [
  'ubnd-tinh',
  'van-phong-ubnd-tinh',
  'trung-tam-phuc-vu-hanh-chinh-cong-tinh',
];

/**
 * Who takes over dossiers of another system, and decides who keeps a status: the leaders of a service centre, of the commune's
 * People's Committee above it, and of the province's office. Administrators keep accounts; they read no citizen's dossier.
 */
export const takeOverDossiers: Permission = {
  name: 'dossier.take_over',
  allows: (p) =>
    p !== null &&
    readDossiers.allows(p) &&
    leads(p) &&
    (CENTRE_TEMPLATES.includes(p.organTemplate) ||
      p.organTemplate === 'ubnd-xa' ||
      PROVINCE_TEMPLATES.includes(p.organTemplate)),
};

/**
 * The centres, present and former, whose dossiers the person may take over.
 * @param p with the organs that theirs have taken over (places.withInherited)
 */
export function centresFor(p: Principal, register: OrganRegister): number[] {
  if (!takeOverDossiers.allows(p)) return [];
  const wholeProvince = p.level === 'province' && PROVINCE_TEMPLATES.includes(p.organTemplate);
  return [...register.organs.values()]
    .filter((organ) => CENTRE_TEMPLATES.includes(organ.template) && organ.unitId !== null)
    .filter((organ) =>
      wholeProvince
        ? organ.unitId === p.unitId || register.provinceOf(organ.unitId!) === p.unitId
        : p.organIds.includes(organ.id),
    )
    .map((organ) => Number(organ.id));
}

/** Who decides which system keeps the status of a dossier: the leaders of the centre that received it. */
export const mayMoveOwnership = (p: Principal, d: Pick<Standing, 'receptionId'>, places: Places): boolean =>
  takeOverDossiers.allows(p) && places.worksFor(p, d.receptionId);

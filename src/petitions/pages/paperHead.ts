import type { OrganRegister } from '../../organs/index.ts';

/** What the head of a paper says of the organ that issues it: its name, the body that it serves, the province. */
export function paperHead(
  register: OrganRegister,
  organId: number,
): { name: string; superior?: string; party: boolean; place?: string } {
  const organ = register.organs.get(organId as never);
  const body = organ?.servesId && organ.servesId !== organId ? register.organs.get(organ.servesId) : undefined;
  const unit = organ?.unitId ? register.units.get(organ.unitId) : undefined;
  return {
    // Under the body that it serves an office writes its short name.
    name: body || !organ ? register.shortName(organId) : organ.name,
    party: organ?.branch === 'party',
    ...(body ? { superior: body.name } : {}),
    ...(unit ? { place: unit.name } : {}),
  };
}

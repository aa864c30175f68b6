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
    name: organ?.name ?? register.shortName(organId),
    party: organ?.branch === 'party',
    ...(body ? { superior: body.name } : {}),
    ...(unit ? { place: unit.name } : {}),
  };
}

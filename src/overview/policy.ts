import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** The first page is there for everybody: the public's own, an administrator's, an office's or an organ's day. */
export const openHome: Permission = { name: 'home', allows: () => true };

/** Which dates fall on days off: for those who work with tasks and petitions; row-level security decides on whose. */
export const seeMoved: Permission = { name: 'calendar.moved', allows: (p) => p !== null && p.role !== 'admin' };

/** Who sees the whole province: those who work in a provincial office that serves an issuing body, or in that body. */
export const overseesProvince = (p: Principal): boolean =>
  p.level === 'province' &&
  p.servesId !== null &&
  p.role !== 'admin' &&
  (p.servesId !== p.organId || p.organIds.length > 5);

/** The province at a glance: those who lead it, and the offices that serve them. */
export const overseeProvince: Permission = {
  name: 'province.oversee',
  allows: (p) => p !== null && overseesProvince(p),
};

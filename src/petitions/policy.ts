import { keepYears } from '../calendar/index.ts';
import type { Principal } from '../kernel/principal.ts';
import { everybody, type Permission } from '../platform/http/index.ts';
import type { Standing } from './model.ts';

const works = (p: Principal | null): p is Principal => p !== null && p.role !== 'admin';

/** Who may open the lists: anybody in a position; row-level security decides what is in them. */
export const readPetitions: Permission = { name: 'petition.read', allows: works };
/** Who may ask, join and judge in the name of their organ. */
export const askPetitions: Permission = { name: 'petition.ask', allows: works };
/** Who may work on an answer at all. */
export const answerPetitions: Permission = { name: 'petition.answer', allows: works };
/** Who may assign at all: head, deputy or clerk of the office of a provincial body. */
export const steerPetitions: Permission = {
  name: 'petition.steer',
  allows: (p) =>
    works(p) &&
    p.level === 'province' &&
    p.servesId !== null &&
    p.servesId !== p.organId &&
    (p.role === 'head' || p.role === 'deputy' || p.role === 'clerk'),
};
/** The days in which petitions are to be answered: who enters the calendar of the province. */
export const keepLimits: Permission = { ...keepYears, name: 'petition.limits' };
export const readPublished: Permission = everybody;

/** The organ in whose name a person asks: the body that their office serves, else their own organ. */
export const askingOrgan = (p: Principal): number => p.servesId ?? p.organId;

/** People of an organ act for it, and those of the office that serves it. */
const standsFor = (p: Principal, organId: number | null): boolean =>
  works(p) && organId !== null && (organId === p.organId || organId === p.servesId);

export const maySteer = (p: Principal, s: Pick<Standing, 'officeId'>): boolean =>
  steerPetitions.allows(p) && s.officeId === p.organId;
export const mayLead = (p: Principal, s: Pick<Standing, 'leadId'>): boolean => standsFor(p, s.leadId);
export const mayForward = (p: Principal, s: Pick<Standing, 'forwarderId'>): boolean => standsFor(p, s.forwarderId);
/** The coordinating organ for which a person may give an opinion, if any. */
export const coordinatorOf = (p: Principal, s: Pick<Standing, 'coordinatorIds'>): number | undefined =>
  s.coordinatorIds.find((id) => standsFor(p, id));
/** The asking organ for which a person may judge, reopen or withdraw, if any. */
export const askerOf = (p: Principal, s: Pick<Standing, 'askerIds'>): number | undefined =>
  s.askerIds.find((id) => standsFor(p, id));
/** Whether the person belongs to those who work out the answer and may see drafts of it. */
export const answers = (p: Principal, s: Standing): boolean =>
  maySteer(p, s) || mayLead(p, s) || mayForward(p, s) || coordinatorOf(p, s) !== undefined || s.officeId === p.organId;

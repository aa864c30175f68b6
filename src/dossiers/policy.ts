import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';
import { CENTRE_TEMPLATES, type Places } from './places.ts';
import type { Standing } from './standing.ts';

const works = (p: Principal | null): p is Principal => p !== null && p.role !== 'admin';

/** Organs with a part in citizens' dossiers: the People's Committees, their offices and departments, and their centres. */
export const readDossiers: Permission = {
  name: 'dossier.read',
  allows: (p) => works(p) && p.branch === 'government',
};
/** Who works on dossiers; which ones is asked again for each. */
export const workOnDossiers: Permission = { name: 'dossier.work', allows: (p) => readDossiers.allows(p) };
/** Who receives and returns: the people of a service centre. */
export const receiveDossiers: Permission = {
  name: 'dossier.receive',
  allows: (p) => works(p) && CENTRE_TEMPLATES.includes(p.organTemplate),
};
/** Who keeps the catalogue of procedures: the office of the province's People's Committee, and its centre. */
export const keepProcedures: Permission = {
  name: 'procedure.keep',
  allows: (p) =>
    works(p) &&
    p.level === 'province' &&
    (p.organTemplate === 'van-phong-ubnd-tinh' || CENTRE_TEMPLATES.includes(p.organTemplate)) &&
    p.role !== 'officer',
};

/** How codes are made: the administrator of the province. */
export const keepCodes: Permission = {
  name: 'dossier.codes',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null && p.level === 'province',
};

type Parts = Pick<
  Standing,
  'holderId' | 'holderPersonId' | 'receptionId' | 'authorityId' | 'returnId' | 'consultations' | 'ownerSystem'
>;

/** The office in whose queue it lies takes the next step; nobody else, and not where another system keeps the status. */
export const mayWork = (p: Principal, d: Parts, places: Places): boolean =>
  workOnDossiers.allows(p) && d.ownerSystem === '' && places.worksFor(p, d.holderId);

/** Leaders of the holding office give it to a person; anybody there takes what nobody has. */
export const mayAssign = (p: Principal, d: Parts, places: Places): boolean =>
  mayWork(p, d, places) && (p.role === 'head' || p.role === 'deputy');
export const mayTake = (p: Principal, d: Parts, places: Places): boolean =>
  mayWork(p, d, places) && d.holderPersonId !== p.personId && (d.holderPersonId === null || mayAssign(p, d, places));

/** The centre that received it talks with the applicant: it notes what was added, paid or withdrawn. */
export const mayMeetApplicant = (p: Principal, d: Parts, places: Places): boolean =>
  workOnDossiers.allows(p) &&
  d.ownerSystem === '' &&
  (places.worksFor(p, d.receptionId) || places.worksFor(p, d.returnId) || places.worksFor(p, d.holderId));

/** A date is promised anew by those who answer for it: the authority, or the office that holds the dossier. */
export const mayApologise = (p: Principal, d: Parts, places: Places): boolean =>
  workOnDossiers.allows(p) &&
  d.ownerSystem === '' &&
  (places.worksFor(p, d.authorityId) || places.worksFor(p, d.holderId));

/** Facts of the reception are put right by the centre that received it. */
export const mayCorrect = (p: Principal, d: Parts, places: Places): boolean =>
  receiveDossiers.allows(p) && d.ownerSystem === '' && places.worksFor(p, d.receptionId);

/** The result is handed out by the centre that the receipt names, or the one that received the dossier. */
export const mayReturn = (p: Principal, d: Parts, places: Places): boolean =>
  receiveDossiers.allows(p) && (places.worksFor(p, d.returnId) || places.worksFor(p, d.receptionId));

/** The open question put to the person's organ, if any. */
export const askedOf = (p: Principal, d: Parts, places: Places): number | undefined =>
  d.consultations.find((c) => c.answeredAt === null && places.worksFor(p, c.organId))?.no;

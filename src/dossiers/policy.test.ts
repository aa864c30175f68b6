import { describe, expect, it } from 'vitest';
import type { Principal } from '../kernel/principal.ts';
import type { Places } from './places.ts';
import * as policy from './policy.ts';

const CENTRE = 10;
const OFFICE = 11;
const AUTHORITY = 12;
const STRANGER = 90;
const who = (organId: number, change: Partial<Principal> = {}): Principal =>
  ({
    personId: organId * 10,
    role: 'officer',
    organId,
    organTemplate:
      organId === CENTRE || organId === STRANGER ? 'trung-tam-phuc-vu-hanh-chinh-cong-xa' : 'phong-kinh-te-xa',
    level: 'commune',
    branch: 'government',
    organIds: [organId],
    ...change,
  }) as Principal;
const places = { worksFor: (p: Principal, id: number) => p.role !== 'admin' && p.organId === id } as Places;
const dossier = {
  ...{ holderId: OFFICE, holderPersonId: null, receptionId: CENTRE, authorityId: AUTHORITY, returnId: CENTRE },
  ownerSystem: '',
  consultations: [],
};
const FINE = {
  mayWork: policy.mayWork,
  mayTake: policy.mayTake,
  mayAssign: policy.mayAssign,
  mayMeetApplicant: policy.mayMeetApplicant,
  mayApologise: policy.mayApologise,
  mayCorrect: policy.mayCorrect,
  mayReturn: policy.mayReturn,
};
const allowed = (p: Principal, d = dossier) =>
  Object.entries(FINE)
    .filter(([, may]) => may(p, d, places))
    .map(([name]) => name);

describe('who may not', () => {
  it("another commune's centre does nothing", () => expect(allowed(who(STRANGER))).toEqual([]));
  it('an administrator does nothing', () => expect(allowed(who(OFFICE, { role: 'admin' }))).toEqual([]));
  it('the centre that received it works on nothing that another office holds', () =>
    expect(allowed(who(CENTRE))).toEqual(['mayMeetApplicant', 'mayCorrect', 'mayReturn']));
  it('the office that holds it corrects no reception and hands out no result; only its leaders assign', () => {
    expect(allowed(who(OFFICE))).toEqual(['mayWork', 'mayTake', 'mayMeetApplicant', 'mayApologise']);
    expect(allowed(who(OFFICE, { role: 'head' }))).toContain('mayAssign');
  });
  it('the authority that does not hold it may only promise anew', () =>
    expect(allowed(who(AUTHORITY))).toEqual(['mayApologise']));
  it("what a colleague has taken is taken over by nobody but the office's leader", () => {
    const taken = { ...dossier, holderPersonId: 5 as never };
    expect(policy.mayTake(who(OFFICE), taken, places)).toBe(false);
    expect(policy.mayTake(who(OFFICE, { role: 'deputy' }), taken, places)).toBe(true);
  });
  it('where another system keeps the status, nobody moves it here', () => {
    const elsewhere = { ...dossier, ownerSystem: 'He thong Bo' };
    for (const organ of [CENTRE, OFFICE, AUTHORITY]) expect(allowed(who(organ), elsewhere)).not.toContain('mayWork');
    expect(allowed(who(OFFICE, { role: 'head' }), elsewhere)).toEqual([]);
  });
});

describe('who may open which pages at all', () => {
  it.each([
    ['the public', null, []],
    ['a Party office', who(OFFICE, { branch: 'party' }), []],
    ['an administrator', who(CENTRE, { role: 'admin' }), []],
    ['an office', who(OFFICE), ['readDossiers', 'workOnDossiers']],
    ['a centre', who(CENTRE), ['readDossiers', 'workOnDossiers', 'receiveDossiers']],
    [
      "the province's office",
      who(OFFICE, { level: 'province', organTemplate: 'van-phong-ubnd-tinh', role: 'clerk' }),
      ['readDossiers', 'workOnDossiers', 'keepProcedures'],
    ],
  ] as const)('%s', (_, p, expected) => {
    const { readDossiers, workOnDossiers, receiveDossiers, keepProcedures } = policy;
    const coarse = { readDossiers, workOnDossiers, receiveDossiers, keepProcedures };
    expect(Object.keys(coarse).filter((name) => coarse[name as keyof typeof coarse].allows(p))).toEqual(expected);
  });
});

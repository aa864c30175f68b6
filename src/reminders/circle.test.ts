import { describe, expect, it } from 'vitest';
import type { PositionRole } from '../kernel/principal.ts';
import { type CircleOrgan, openCircle } from './circle.ts';

const PROVINCE = 1;
const COMMUNE = 2;
const organ = (id: number, unitId: number, over: Partial<CircleOrgan> = {}): CircleOrgan => ({
  id,
  unitId,
  parentId: null,
  servesId: null,
  successorIds: [],
  ...over,
});
const [TINH_UY, VP_TINH_UY, BAN_TO_CHUC, UBND, VP_UBND, SO, MTTQ, DOAN, UBND_XA, VP_XA, OLD] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];
const organs = [
  organ(TINH_UY, PROVINCE),
  organ(VP_TINH_UY, PROVINCE, { parentId: TINH_UY, servesId: TINH_UY }),
  organ(BAN_TO_CHUC, PROVINCE, { parentId: TINH_UY }),
  organ(UBND, PROVINCE),
  organ(VP_UBND, PROVINCE, { parentId: UBND, servesId: UBND }),
  organ(SO, PROVINCE, { parentId: UBND }),
  organ(MTTQ, PROVINCE),
  organ(DOAN, PROVINCE, { parentId: MTTQ }),
  organ(UBND_XA, COMMUNE, { parentId: UBND }),
  organ(VP_XA, COMMUNE, { parentId: UBND_XA, servesId: UBND_XA }),
  organ(OLD, PROVINCE, { parentId: UBND, successorIds: [SO] }),
];
/** A person for each organ and role: 13 is the officer of organ 1, 11 its head. */
const ROLES: PositionRole[] = ['head', 'officer', 'clerk'];
const id = (organId: number, role: PositionRole) => organId * 100 + ROLES.indexOf(role);
const holder = (organId: number, role: PositionRole) => ({ personId: id(organId, role), organId, role });
const holders = [
  holder(TINH_UY, 'head'),
  holder(VP_TINH_UY, 'head'),
  holder(VP_TINH_UY, 'clerk'),
  holder(BAN_TO_CHUC, 'head'),
  holder(BAN_TO_CHUC, 'officer'),
  holder(UBND, 'head'),
  holder(VP_UBND, 'clerk'),
  holder(SO, 'head'),
  holder(SO, 'officer'),
  holder(MTTQ, 'head'),
  holder(MTTQ, 'officer'),
  holder(DOAN, 'head'),
  holder(UBND_XA, 'head'),
  holder(VP_XA, 'clerk'),
  { personId: 9999, organId: SO, role: 'admin' as const },
];
const circle = openCircle(organs, holders);
const byParty = (organId: number) => ({ organId, personId: null, officeId: VP_TINH_UY, bodyId: TINH_UY });
const byGovernment = (organId: number) => ({ organId, personId: null, officeId: VP_UBND, bodyId: UBND });

describe('who is reminded', () => {
  it('officers and clerks of the organ and of the office that serves it, never its administrator', () => {
    expect(circle.reminded(byParty(SO))).toEqual([id(SO, 'officer')]);
    expect(circle.reminded(byParty(UBND_XA))).toEqual([id(VP_XA, 'clerk')]);
  });
  it('the head where nobody else is there, the successor of an organ that has ended, the office where nobody is left', () => {
    expect(circle.reminded(byParty(DOAN))).toEqual([id(DOAN, 'head')]);
    expect(circle.reminded(byParty(OLD))).toEqual([id(SO, 'officer')]);
    expect(circle.reminded(byParty(77))).toEqual([id(VP_TINH_UY, 'clerk')]);
  });
  it('the one person to whom it was given', () => {
    expect(circle.reminded({ ...byParty(SO), personId: 5 })).toEqual([5]);
  });
});

describe('the ladder', () => {
  it.each([
    ['a Party organ under the Party committee', byParty(BAN_TO_CHUC), 1, [id(BAN_TO_CHUC, 'head')]],
    ['to the Party office', byParty(BAN_TO_CHUC), 2, [id(VP_TINH_UY, 'clerk')]],
    ['to the Party leader', byParty(BAN_TO_CHUC), 3, [id(TINH_UY, 'head')]],
    ["a department under the People's Committee", byGovernment(SO), 2, [id(VP_UBND, 'clerk')]],
    ['to its leader', byGovernment(SO), 3, [id(UBND, 'head')]],
    [
      'a department asked by the Party climbs both ladders',
      byParty(SO),
      2,
      [id(VP_TINH_UY, 'clerk'), id(VP_UBND, 'clerk')],
    ],
    ['up to both leaders', byParty(SO), 3, [id(TINH_UY, 'head'), id(UBND, 'head')]],
    ['a union climbs the Front', byParty(DOAN), 3, [id(TINH_UY, 'head'), id(MTTQ, 'head')]],
    ['a commune: its own head first', byParty(UBND_XA), 1, [id(UBND_XA, 'head')]],
    ['then the issuing office alone, which may see it', byParty(UBND_XA), 2, [id(VP_TINH_UY, 'clerk')]],
    ['and the issuing leader', byGovernment(UBND_XA), 3, [id(UBND, 'head')]],
  ] as const)('%s: rung', (_, thing, rung, people) => {
    expect(circle.escalated(thing, rung)).toEqual(people);
  });
});

it('organs that point at each other end the search', () => {
  const round = openCircle(
    [organ(1, 1, { parentId: 2, successorIds: [2] }), organ(2, 1, { parentId: 1, successorIds: [1] })],
    [],
  );
  expect(round.escalated({ organId: 1, personId: null, officeId: 2, bodyId: 2 }, 3)).toEqual([]);
});

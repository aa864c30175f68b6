import { describe, expect, it } from 'vitest';
import type { PositionRole, Principal } from '../kernel/principal.ts';
import { acknowledgeDirectives, mayAcknowledge, mayPrepare, prepareDirectives, readDirectives } from './policy.ts';

const OFFICE = 2;
const BODY = 1;
const someone = (role: PositionRole, organId: number, servesId: number | null): Principal =>
  ({ role, organId, servesId, organIds: [organId] }) as unknown as Principal;
const ofTheBody = { issuerOrganId: BODY };

describe('Who may not touch directives', () => {
  it('nobody without an account', () => {
    for (const permission of [readDirectives, prepareDirectives, acknowledgeDirectives]) {
      expect(permission.allows(null)).toBe(false);
    }
  });

  it('not the administrator of accounts, even of the office itself', () => {
    const admin = someone('admin', OFFICE, BODY);
    expect(readDirectives.allows(admin)).toBe(false);
    expect(mayPrepare(admin, ofTheBody)).toBe(false);
    expect(mayAcknowledge(admin, OFFICE)).toBe(false);
  });

  it.each<[string, PositionRole, number, number | null, boolean]>([
    ['clerk of the office', 'clerk', OFFICE, BODY, true],
    ['head of the office', 'head', OFFICE, BODY, true],
    ['deputy of the office', 'deputy', OFFICE, BODY, true],
    ['head of the body itself', 'head', BODY, BODY, true],
    ['an officer of the office', 'officer', OFFICE, BODY, false],
    ['clerk of another office', 'clerk', 4, 3, false],
    ['clerk of a department that serves nobody', 'clerk', 5, null, false],
  ])('%s prepares what is issued for the body: %s of organ %i', (_who, role, organId, servesId, may) => {
    expect(mayPrepare(someone(role, organId, servesId), ofTheBody)).toBe(may);
  });

  it('nobody acknowledges for an organ that is neither theirs nor served by theirs', () => {
    const officer = someone('officer', OFFICE, BODY);
    expect(mayAcknowledge(officer, OFFICE)).toBe(true);
    expect(mayAcknowledge(officer, BODY)).toBe(true);
    expect(mayAcknowledge(officer, 3)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { PositionRole, Principal } from '../../kernel/principal.ts';
import type { Places } from '../places.ts';
import { mayMoveOwnership, takeOverDossiers } from './policy.ts';

const CENTRE = 10;
const who = (organTemplate: string, role: PositionRole, change: Partial<Principal> = {}): Principal =>
  ({
    ...{ organTemplate, role, organId: CENTRE, organIds: [CENTRE], branch: 'government' },
    ...{ level: organTemplate.endsWith('-tinh') ? 'province' : 'commune' },
    ...change,
  }) as Principal;
const places = { worksFor: (p: Principal, id: number) => p.organId === id } as Places;

describe('who may not take over dossiers', () => {
  it.each([
    ['nobody signed in', null],
    ['a clerk of the centre', who('trung-tam-phuc-vu-hanh-chinh-cong-xa', 'clerk')],
    ['an officer of the centre', who('trung-tam-phuc-vu-hanh-chinh-cong-xa', 'officer')],
    ['the head of a department', who('so-tai-chinh', 'head', { level: 'province' })],
    ['the head of an office of the commune', who('phong-kinh-te-xa', 'head')],
    ['a leader of the Party', who('ubnd-xa', 'head', { branch: 'party' })],
    ['the administrator of the unit', who('ubnd-xa', 'admin')],
    ["the province's administrator", who('van-phong-ubnd-tinh', 'admin')],
    ["a clerk of the province's office", who('van-phong-ubnd-tinh', 'clerk')],
  ])('%s', (_, p) => {
    expect(takeOverDossiers.allows(p)).toBe(false);
    if (p) expect(mayMoveOwnership(p, { receptionId: CENTRE as never }, places)).toBe(false);
  });

  it('leaders decide who keeps a status only for dossiers that their own centre received', () => {
    const head = who('trung-tam-phuc-vu-hanh-chinh-cong-xa', 'head');
    expect(takeOverDossiers.allows(head)).toBe(true);
    expect(mayMoveOwnership(head, { receptionId: CENTRE as never }, places)).toBe(true);
    expect(mayMoveOwnership(head, { receptionId: 11 as never }, places)).toBe(false);
  });
});

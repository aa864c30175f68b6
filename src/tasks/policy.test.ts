import { describe, expect, it } from 'vitest';
import type { PositionRole, Principal } from '../kernel/principal.ts';
import { mayAskExtension, mayDecideSubtask, mayHold, mayPassDown, maySteer, mayWorkOn } from './policy.ts';

const BODY = 1;
const OFFICE = 2;
const DEPARTMENT = 3;
const ROOM = 4;

const someone = (organId: number, role: PositionRole, over: Partial<Principal> = {}): Principal =>
  ({
    organId,
    role,
    appointmentId: 10 * organId,
    servesId: organId === OFFICE ? BODY : organId === DEPARTMENT ? DEPARTMENT : null,
    actingFor: null,
    ...over,
  }) as Principal;

const lead = { organId: DEPARTMENT, role: 'lead' };
const given = { passerOrganId: DEPARTMENT, organId: ROOM, appointmentId: null };
const personal = { passerOrganId: DEPARTMENT, organId: DEPARTMENT, appointmentId: 77 };

describe('who may not', () => {
  it.each<[string, boolean]>([
    ['an administrator works on a task', mayWorkOn(someone(DEPARTMENT, 'admin'), lead)],
    ['another organ works on it', mayWorkOn(someone(ROOM, 'head'), lead)],
    ['an officer steers', maySteer(someone(OFFICE, 'officer'), { ownerOrganId: OFFICE })],
    ['a department steers what the office owns', maySteer(someone(DEPARTMENT, 'head'), { ownerOrganId: OFFICE })],
    ['an officer asks for more time', mayAskExtension(someone(DEPARTMENT, 'officer'), lead)],
    ['a coordinator asks for more time', mayAskExtension(someone(DEPARTMENT, 'head'), { ...lead, role: 'coordinate' })],
    ['an officer passes work down', mayPassDown(someone(DEPARTMENT, 'officer'), lead)],
    ['the head notes what was given to one person', mayHold(someone(DEPARTMENT, 'head'), personal)],
    ['the passer notes what the room does', mayHold(someone(DEPARTMENT, 'head'), given)],
    ['the room confirms its own part', mayDecideSubtask(someone(ROOM, 'head'), given)],
    ['an officer of the passer confirms', mayDecideSubtask(someone(DEPARTMENT, 'officer'), given)],
    [
      'the head confirms what was given to them',
      mayDecideSubtask(someone(DEPARTMENT, 'head', { appointmentId: 77 as never }), personal),
    ],
    [
      'who acts for the holder confirms it',
      mayDecideSubtask(
        someone(DEPARTMENT, 'deputy', { actingFor: { appointmentId: 77 as never, kind: 'KT', title: '' } }),
        personal,
      ),
    ],
  ])('%s', (_, allowed) => {
    expect(allowed).toBe(false);
  });
});

describe('who may', () => {
  it.each<[string, boolean]>([
    ['the office works for the body it serves', mayWorkOn(someone(OFFICE, 'officer'), { organId: BODY })],
    ['its clerk passes down what the body was given', mayPassDown(someone(OFFICE, 'clerk'), { organId: BODY })],
    ['the room holds what it was given', mayHold(someone(ROOM, 'officer'), given)],
    ['the head of the passer confirms', mayDecideSubtask(someone(DEPARTMENT, 'head'), given)],
    [
      'who acts for a person notes for them',
      mayHold(
        someone(DEPARTMENT, 'officer', { actingFor: { appointmentId: 77 as never, kind: 'KT', title: '' } }),
        personal,
      ),
    ],
  ])('%s', (_, allowed) => {
    expect(allowed).toBe(true);
  });
});

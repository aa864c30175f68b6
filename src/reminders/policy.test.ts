import { describe, expect, it } from 'vitest';
import type { PositionRole, Principal } from '../kernel/principal.ts';
import { readNotices, setRules, watchMails } from './policy.ts';

const someone = (role: PositionRole, level: Principal['level'] = 'province', unitId = 1) =>
  ({ role, level, unitId, adminUnitId: role === 'admin' ? unitId : null }) as Principal;

describe('who may not', () => {
  it('the public reads no notices', () => expect(readNotices.allows(null)).toBe(false));
  it.each(['head', 'deputy', 'officer', 'clerk'] as const)(
    'a %s watches no mails of others and sets no rules',
    (role) => {
      expect(watchMails.allows(someone(role))).toBe(false);
      expect(setRules.allows(someone(role))).toBe(false);
    },
  );
  it("a commune's administrator sets no rules for the province", () => {
    expect(watchMails.allows(someone('admin', 'commune'))).toBe(true);
    expect(setRules.allows(someone('admin', 'commune'))).toBe(false);
    expect(setRules.allows(someone('admin'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { hashInitialPassword, hashPassword, initialPassword, verifyPassword } from './password.ts';
import { passwordFault } from './passwordRules.ts';

describe('a password', () => {
  it.each([
    ['con trâu đi cày', true],
    ['Đêm mưa nghe ếch', true],
    ['ngắn quá', false],
    ['1234567890', false],
    ['MatKhau123', false],
    ['vanthu.xa@2026', false],
    ['aaaaaaaaaaaa', false],
    ['x'.repeat(129), false],
  ])('%s may be used: %s', (password, ok) => expect(passwordFault(password, 'vanthu.xa') === undefined).toBe(ok));

  it('is the same however its marks were typed, and no other', async () => {
    const hash = await hashPassword('con trâu đi cày'.normalize('NFD'));
    expect(await verifyPassword('con trâu đi cày'.normalize('NFC'), hash)).toBe(true);
    expect(await verifyPassword('con trau di cay', hash)).toBe(false);
    expect(await hashPassword('con trâu đi cày')).not.toBe(hash);
  });

  it('made for somebody is random, easily read out, and checked like any other', async () => {
    const made = Array.from({ length: 200 }, initialPassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
    const hash = await hashInitialPassword(made[0]!);
    expect(await verifyPassword(made[0]!, hash)).toBe(true);
    expect(await verifyPassword(made[1]!, hash)).toBe(false);
  });
});

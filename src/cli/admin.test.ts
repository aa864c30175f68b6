import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountsFor, type TwoUnits, twoUnits } from '../../test/accounts.ts';
import { addAdminCommand } from './admin.ts';

let world: TwoUnits;
const folder = mkdtempSync(join(tmpdir(), 'thongsuot-admin-'));
beforeAll(async () => {
  world = await twoUnits();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', world.url);
  vi.stubEnv('THONGSUOT_DATA', folder);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const run = async (...words: string[]) => {
  const program = new Command().exitOverride();
  addAdminCommand(program);
  await program.parseAsync(['node', 'thongsuot', 'admin', 'create', ...words]);
};

describe('thongsuot admin create', () => {
  it('makes an administrator who can sign in at once', async () => {
    vi.stubEnv('THONGSUOT_ADMIN_PASSWORD', 'bốn mùa hoa nở 12');
    await run('--unit', '17971', '--username', 'QT.Hai');
    const step = await accountsFor(world.db, Date.now).signIn(
      { username: 'qt.hai', password: 'bốn mùa hoa nở 12', address: '10.0.0.1' },
      new Headers(),
    );
    expect(step.personId).not.toBeNull();
  });

  it('refuses, in a sentence, a weak password, a name with marks, a unit unknown, and no password', async () => {
    const code = (...words: string[]) =>
      run(...words).then(
        () => 'made',
        (e) => e.code,
      );
    vi.stubEnv('THONGSUOT_ADMIN_PASSWORD', '1234567890');
    expect(await code('--unit', '17971', '--username', 'qt.ba')).toBe('password.weak');
    vi.stubEnv('THONGSUOT_ADMIN_PASSWORD', 'bốn mùa hoa nở 12');
    expect(await code('--unit', '17971', '--username', 'quản trị')).toBe('admin.username');
    expect(await code('--unit', '99999', '--username', 'qt.ba')).toBe('not_found');
    expect(await code('--unit', '17971', '--username', 'ct.dongloc')).toBe('account.username.taken');
    vi.stubEnv('THONGSUOT_ADMIN_PASSWORD', '');
    expect(await code('--unit', '17971', '--username', 'qt.ba')).toBe('admin.password');
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { startFault } from '../startFault.ts';

/** As whom PostgreSQL runs. It refuses to run as root, so root hands it to another account. */
export interface RunAs {
  /** Undefined: as the account that runs us. */
  account?: { uid: number; gid: number };
  /** Turns a command into the one to spawn, and the options for it. */
  command(program: string, args: readonly string[]): { program: string; args: string[]; uid?: number; gid?: number };
}

const OURS = 'thongsuot';
const SETPRIV = '/usr/bin/setpriv';
const CAPABILITY = { dac_override: 1, dac_read_search: 2, setgid: 6, setuid: 7, setpcap: 8 } as const;

/**
 * Decides the account. An ordinary user runs PostgreSQL as itself. Root takes the owner of the data that is there already,
 * else the owner of the folder (root working in somebody's checkout), else a system account: `thongsuot`, an existing
 * `postgres`, or `thongsuot` made now.
 * @param existing the folder of the cluster or, before the first start, the data folder; must exist
 * @param paths what the account must reach: programs and data
 */
export function decideRunAs(existing: string, paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { command: (program, args) => ({ program, args: [...args] }) };
  const owner = statSync(existing);
  const account = owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : systemAccount();
  if (paths.every((path) => reaches(account, path))) {
    return { account, command: (program, args) => ({ program, args: [...args], ...account }) };
  }
  return { account, command: withPassage(account, paths) };
}

/**
 * When a folder above the programs or the data is closed to others (a checkout under /root), the account gets one
 * capability beside its own rights: to pass closed folders. It lives in this process alone; no file's mode is changed.
 * `no_setuid_fixup` makes the system call access(2), by which PostgreSQL looks for its programs, heed it.
 */
function withPassage({ uid, gid }: { uid: number; gid: number }, paths: readonly string[]): RunAs['command'] {
  const passage = (['dac_read_search', 'dac_override'] as const).find((name) =>
    mayUse(name, 'setgid', 'setuid', 'setpcap'),
  );
  if (!existsSync(SETPRIV) || !passage) {
    throw startFault(
      'postgres.closed_folder',
      `PostgreSQL không chạy bằng root được, mà tài khoản khác thì không vào được ${paths.join(' và ')}. Hãy đặt chương trình ở nơi ai cũng vào được (ví dụ /opt/thongsuot), hoặc chạy bằng một người dùng thường.`,
      `PostgreSQL cannot run as root, and no other account can reach ${paths.join(' and ')}. Put the program where others may enter (such as /opt/thongsuot), or run it as an ordinary user.`,
    );
  }
  const flags = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=+${passage}`,
    `--ambient-caps=+${passage}`,
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  return (program, args) => ({ program: SETPRIV, args: [...flags, program, ...args] });
}

function mayUse(...names: (keyof typeof CAPABILITY)[]): boolean {
  if (!existsSync('/proc/self/status')) return false;
  const status = readFileSync('/proc/self/status', 'utf8');
  return ['CapBnd', 'CapPrm'].every((set) => {
    const bits = BigInt(`0x${new RegExp(`^${set}:\\s*([0-9a-f]+)`, 'm').exec(status)?.[1] ?? '0'}`);
    return names.every((name) => (bits >> BigInt(CAPABILITY[name])) & 1n);
  });
}

/** Whether the plain modes let the account into every folder above `path`. */
function reaches({ uid, gid }: { uid: number; gid: number }, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const passable = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
    if (!passable) return false;
    if (folder === dirname(folder)) return true;
  }
}

function systemAccount(): { uid: number; gid: number } {
  const found = accountNamed(OURS) ?? accountNamed('postgres');
  if (found) return found;
  const flags = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  const made = spawnSync('useradd', [...flags, OURS], {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  const account = accountNamed(OURS);
  if (account) return account;
  const why = (made.error?.message ?? made.stderr).trim();
  throw startFault(
    'postgres.no_account',
    `PostgreSQL không chạy bằng root được, và không tạo được tài khoản hệ thống "${OURS}" (${why}). Hãy tạo tài khoản đó, hoặc chạy bằng một người dùng thường.`,
    `PostgreSQL cannot run as root, and the system account "${OURS}" could not be made (${why}). Make it, or run as an ordinary user.`,
  );
}

function accountNamed(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from '../../kernel/errors.ts';
import { diskFault, makeDataFolder } from '../startFault.ts';
import { type Given, KEYS, type Key } from './keys.ts';

/** The settings of a running program, checked and complete. */
export interface Config extends Omit<Given, 'publicUrl' | 'filesDir' | 'secret' | 'logLevel' | 'uploadLimitMb'> {
  /** Demonstration mode, the opposite of production. */
  demo: boolean;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Absolute, like filesDir. */
  dataDir: string;
  filesDir: string;
  secret: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Bytes. */
  uploadLimit: number;
}

/** What the command line gave, by the name of the option (`--data x` is `data`). */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Reads the settings: the command line wins over the environment, the environment over the default. In demonstration mode
 * a secret is made on the first call and kept in the data folder.
 * @throws Fault that names every wrong setting, with what it should be
 */
export function readConfig(options: Options = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const given = readGiven(options, env);
  const faults = jointFaults(given);
  if (faults.length > 0) throw configFault(faults);
  const dataDir = resolve(given.dataDir);
  const shownHost =
    given.host === '0.0.0.0' || given.host === '::'
      ? 'localhost'
      : given.host.includes(':')
        ? `[${given.host}]`
        : given.host;
  return {
    ...given,
    demo: !given.production,
    dataDir,
    filesDir: given.filesDir ? resolve(given.filesDir) : join(dataDir, 'files'),
    publicUrl: given.publicUrl ?? `http://${shownHost}:${given.port}`,
    secret: given.secret ?? keptSecret(dataDir),
    logLevel: given.logLevel ?? (given.production ? 'info' : 'warn'),
    uploadLimit: given.uploadLimitMb * 1024 * 1024,
  };
}

function readGiven(options: Options, env: NodeJS.ProcessEnv): Given {
  const faults: string[] = [];
  const values = Object.entries(KEYS).map(([name, key]: [string, Key]) => {
    const { text, source } = lookUp(key, options, env);
    const read = key.schema.safeParse(text);
    if (read.success) return [name, read.data];
    const shown = key.secret ? source : `${source} = "${String(text)}"`;
    faults.push(`${shown}: ${read.error.issues[0]!.message}.`);
    return [name, undefined];
  });
  if (faults.length > 0) throw configFault(faults);
  return Object.fromEntries(values) as Given;
}

/** Rules that join several settings. */
function jointFaults({ production, host, secret, assistantUrl, assistantModel, smtpUrl, mailSender }: Given): string[] {
  const faults: string[] = [];
  if (assistantUrl && !assistantModel) {
    faults.push(
      `${KEYS.assistantModel.env}: bắt buộc khi đã đặt ${KEYS.assistantUrl.env}; ghi tên mô hình của dịch vụ đó.`,
    );
  }
  if (smtpUrl && !mailSender) {
    faults.push(`${KEYS.mailSender.env}: bắt buộc khi đã đặt ${KEYS.smtpUrl.env}; ghi địa chỉ đứng tên gửi thư.`);
  }
  if (production) {
    if (secret) return faults;
    return [
      ...faults,
      `${KEYS.secret.env}: bắt buộc khi chạy thật, ít nhất 32 ký tự (tạo bằng: openssl rand -base64 33).`,
    ];
  }
  if (LOOPBACK.has(host)) return faults;
  return [
    ...faults,
    `--host = "${host}": bản trình diễn có tài khoản ai cũng biết, nên chỉ nghe trên 127.0.0.1. Muốn mở cho máy khác, hãy chạy với --production.`,
  ];
}

/** An empty variable counts as none: service files and compose files leave such behind. */
function lookUp(key: Key, options: Options, env: NodeJS.ProcessEnv) {
  const name = optionName(key);
  const given = name === undefined ? undefined : options[name];
  if (given !== undefined) return { text: given, source: `--${name}` };
  return { text: env[key.env] || undefined, source: key.env };
}

/** `--data <thư mục>` is given as `data`. */
export const optionName = (key: Key): string | undefined => /^--(\w+)/.exec(key.option ?? '')?.[1];

const configFault = (faults: readonly string[]): Fault =>
  new Fault(
    'invalid',
    'config.invalid',
    `Cấu hình chưa đúng (xem mọi mục bằng "npx thongsuot config"; the configuration is wrong, see the list):\n${faults.map((line) => `  - ${line}`).join('\n')}`,
  );

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    const kept = readFileSync(file, 'utf8');
    if (kept.length >= 32) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw diskFault(error, dataDir);
  }
  const fresh = randomBytes(33).toString('base64url');
  makeDataFolder(dataDir);
  try {
    writeFileSync(file, fresh, { mode: 0o600 });
  } catch (error) {
    throw diskFault(error, dataDir);
  }
  return fresh;
}

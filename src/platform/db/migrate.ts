import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { startFault } from '../startFault.ts';

interface Migration {
  name: string;
  sha256: string;
  sql: string;
}

/** Any number, the same in every version of the program. */
const LOCK = 7_108_246_002;
const OLDEST = 15;
/** Numbers are given out ahead where several are written at once; a farther leap is a slip of the pen. */
const MOST_GAP = 10;

/**
 * Brings the database up to date with the plain SQL files of `folder` (0001-name.sql, ...): forward only, each in a
 * transaction of its own, each once. Two servers may start at once: the second waits for the first.
 * @returns the names of the files that were run now
 * @throws Fault when the server does not answer or is too old, when a file that was run has been changed since, or when the
 *   database is newer than this program
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const files = readMigrations(folder);
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    await checkServer(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
    const applied = await sql<
      { name: string; sha256: string }[]
    >`select name, sha256 from migration order by name collate "C"`;
    const pending = pendingAfter(applied, files);
    for (const file of pending) await apply(sql, file);
    return pending.map((file) => file.name);
  } catch (error) {
    throw connectionFault(error) ?? error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What remains to run; what was run must be the beginning of the files, unchanged. */
export function pendingAfter(
  applied: readonly { name: string; sha256: string }[],
  files: readonly Migration[],
): Migration[] {
  applied.forEach(({ name, sha256 }, index) => {
    const file = files[index];
    if (file?.name === name && file.sha256 === sha256) return;
    if (file?.name === name) {
      throw startFault(
        'migration.changed',
        `Tệp ${name} đã bị sửa sau khi chạy vào cơ sở dữ liệu này. Hãy khôi phục tệp gốc; thay đổi mới phải nằm trong một tệp mới.`,
        `${name} was changed after it had been run on this database. Restore the original; a new change belongs in a new file.`,
      );
    }
    throw startFault(
      'migration.unknown',
      `Cơ sở dữ liệu này đã chạy ${name}, mà bản chương trình này không có đúng thứ tự đó. Hãy dùng bản chương trình mới hơn, hoặc một cơ sở dữ liệu khác.`,
      `This database has run ${name}, which this version of the program does not have in that place. Use a newer version, or another database.`,
    );
  });
  return files.slice(applied.length);
}

async function apply(sql: Sql, { name, sha256, sql: text }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into migration (name, sha256) values (${name}, ${sha256})`;
    });
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  let before = 0;
  for (const name of names) {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (!(number > before && number <= before + MOST_GAP)) {
      throw new Error(`${name}: migrations are numbered 0001-name.sql, 0002-name.sql, ... each number once`);
    }
    before = number;
  }
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function checkServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: string; encoding: string; shown: string }[]>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('server_version') as shown`;
  if (Number(server!.version) < OLDEST * 10_000) {
    throw startFault(
      'database.too_old',
      `Cơ sở dữ liệu là PostgreSQL ${server!.shown}; cần bản ${OLDEST} trở lên. Hãy nâng cấp, hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.`,
      `The database is PostgreSQL ${server!.shown}; version ${OLDEST} or later is needed. Upgrade it, or unset DATABASE_URL to use the bundled one.`,
    );
  }
  if (server!.encoding !== 'UTF8') {
    throw startFault(
      'database.encoding',
      `Cơ sở dữ liệu dùng bảng mã ${server!.encoding}; tiếng Việt cần UTF8. Hãy tạo cơ sở dữ liệu với encoding 'UTF8'.`,
      `The database is encoded in ${server!.encoding}; Vietnamese needs UTF8. Create the database with encoding 'UTF8'.`,
    );
  }
}

/** Why the database of DATABASE_URL cannot be used, in words. */
function connectionFault(error: unknown): Error | undefined {
  const { code = '', cause } = error as { code?: string; cause?: { code?: string } };
  if (cause?.code === '42501') {
    return startFault(
      'database.rights',
      `Tài khoản trong DATABASE_URL chưa đủ quyền. Hãy cho quyền: ALTER ROLE tài_khoản CREATEROLE, và cho làm chủ cơ sở dữ liệu. PostgreSQL báo: ${(error as Error).message}`,
      'The user of DATABASE_URL lacks rights: ALTER ROLE user CREATEROLE, and make it the owner of the database.',
    );
  }
  if (
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'CONNECT_TIMEOUT',
      'CONNECTION_CLOSED',
    ].includes(code)
  ) {
    return startFault(
      'database.unreachable',
      `Không kết nối được cơ sở dữ liệu (${code}). Hãy kiểm tra máy chủ và cổng trong DATABASE_URL, và PostgreSQL đang chạy.`,
      `The database cannot be reached (${code}). Check host and port in DATABASE_URL, and that PostgreSQL is running.`,
    );
  }
  if (['28P01', '28000', '3D000'].includes(code)) {
    return startFault(
      'database.refused',
      `Cơ sở dữ liệu từ chối (${code}). Hãy kiểm tra tên người dùng, mật khẩu và tên cơ sở dữ liệu trong DATABASE_URL.`,
      `The database refused (${code}). Check user, password and database name in DATABASE_URL.`,
    );
  }
  return undefined;
}

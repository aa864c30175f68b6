import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { dayOf } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { createAdministrator } from '../organs/accounts/index.ts';
import { isUsername } from '../platform/accounts/index.ts';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/access.ts';
import { openLog } from '../platform/log.ts';
import { startDatabase } from '../platform/startDatabase.ts';

interface AdminOptions extends Options {
  username: string;
  name: string;
  unit: string;
}

/** The password comes from here or from the terminal, never from an option: those show in the list of processes. */
const PASSWORD_ENV = 'THONGSUOT_ADMIN_PASSWORD';

/** `thongsuot admin create`: the first administrator of a unit, who then makes the other accounts. */
export function addAdminCommand(program: Command): void {
  const command = program
    .command('admin')
    .description('Quản trị viên của đơn vị. (Administrators of units.)')
    .command('create')
    .description(
      `Tạo quản trị viên cho một đơn vị; mật khẩu hỏi trên màn hình hoặc lấy từ ${PASSWORD_ENV}. (Make an administrator.)`,
    )
    .requiredOption('--unit <mã>', 'Mã đơn vị hành chính, ví dụ 40 (tỉnh) hoặc 16813 (xã)')
    .requiredOption('--username <tên>', 'Tên đăng nhập')
    .option('--name <họ tên>', 'Tên hiện trên trang', 'Quản trị viên');
  for (const [flags, meaning] of configOptions('dataDir')) command.option(flags, meaning);
  command.action(async ({ unit, username, name, ...options }: AdminOptions) => {
    const account = username.toLowerCase();
    if (!isUsername(account))
      throw invalid(
        'admin.username',
        'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
      );
    const password = await readPassword();
    const config = readConfig(options);
    const running = await startDatabase(config, openLog(config), { join: true });
    const db = openDatabase(running.url, { connections: 1 });
    try {
      const who = { username: account, password, name: cleanLine(name), unitCode: unit };
      await createAdministrator(db, who, dayOf(Date.now()));
      process.stdout.write(
        `Đã tạo quản trị viên "${account}" của đơn vị mã ${unit}. Đăng nhập rồi bật xác thực hai bước.\n`,
      );
    } finally {
      await db.close();
      await running.stop();
    }
  });
}

async function readPassword(): Promise<string> {
  const given = process.env[PASSWORD_ENV];
  if (given) return given;
  if (!process.stdin.isTTY)
    throw invalid(
      'admin.password',
      `Chưa có mật khẩu. Hãy chạy lệnh trên màn hình dòng lệnh, hoặc đặt biến ${PASSWORD_ENV}.`,
    );
  const first = await ask('Mật khẩu (ít nhất 10 ký tự): ');
  if (first !== (await ask('Nhập lại mật khẩu: ')))
    throw invalid('admin.password', 'Hai lần nhập không giống nhau. Hãy chạy lại lệnh.');
  return first;
}

/** Asks one line without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}

import { join } from 'node:path';
import type { Command } from 'commander';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log.ts';
import { PROGRAM_ROOT } from '../platform/programRoot.ts';
import { startServer, toldToEnd } from '../platform/start.ts';
import { startBanner } from '../platform/startBanner.ts';

const TRY_FIRST = [
  'Đăng nhập bằng tài khoản của Văn phòng Tỉnh ủy.',
  'Vào Văn bản, tải lên một thông báo kết luận (.docx, .pdf hoặc .txt), xem các nhiệm vụ máy đọc được, rồi ban hành.',
  'Đăng nhập bằng tài khoản của một sở hoặc một xã để nhận việc, báo tiến độ và đề nghị xác nhận.',
];

/** `thongsuot start`: the server, until Ctrl+C or SIGTERM. */
export function addStartCommand(program: Command): void {
  const command = program.command('start').description('Chạy máy chủ. (Run the server.)');
  for (const [flags, meaning] of configOptions()) command.option(flags, meaning);
  command.action(async (options: Options) => {
    const ending = toldToEnd();
    const config = readConfig(options);
    const log = openLog(config);
    const [{ createApp, createServices }, { prepare }] = await Promise.all([
      import('../server.ts'),
      import('../prepare.ts'),
    ]);
    const demonstration = config.demo ? await import('../demonstration/index.ts') : undefined;
    const server = await startServer(config, log, {
      createServices,
      createApp: (services) => createApp(services, join(PROGRAM_ROOT, 'dist/client')),
      prepare,
    });
    const accounts = demonstration?.DEMONSTRATION_ACCOUNTS ?? [];
    process.stdout.write(
      startBanner({ config, seconds: process.uptime(), accounts, steps: config.demo ? TRY_FIRST : [] }),
    );
    log.info({ reason: await ending }, 'ending');
    await server.stop();
    // All is closed; a timer left somewhere must not hold the end up.
    process.exit(0);
  });
}

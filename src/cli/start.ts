import type { Command } from 'commander';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log.ts';
import { startServer, toldToEnd } from '../platform/start.ts';
import { type DemonstrationAccount, startBanner } from '../platform/startBanner.ts';

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
    const { createApp, createServices } = await import('../server.ts');
    const accounts: readonly DemonstrationAccount[] = [];
    const server = await startServer(config, log, { createServices, createApp });
    process.stdout.write(
      startBanner({ config, seconds: process.uptime(), accounts, steps: config.demo ? TRY_FIRST : [] }),
    );
    log.info({ reason: await ending }, 'ending');
    await server.stop();
  });
}

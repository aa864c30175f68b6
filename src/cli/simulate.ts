import type { Command } from 'commander';
import { dayOf, formatDay } from '../kernel/day.ts';
import { conflict, invalid } from '../kernel/errors.ts';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log.ts';

interface SimulateOptions extends Options {
  communes: string;
  days: string;
  share: string;
  seed?: string;
}

/** `thongsuot simulate`: a month of a province's service centres, lived through the use cases. */
export function addSimulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description(
      'Mô phỏng hồ sơ của các trung tâm, để trình diễn, đo và diễn tập. (Simulate a month of the service centres.)',
    )
    .option('--communes <số>', 'Số xã, phường tham gia', '130')
    .option('--days <số>', 'Số ngày, tính lùi từ hôm nay', '30')
    .option('--share <phần>', 'Phần của lượng hồ sơ thường gặp, ví dụ 0.1', '1')
    .option('--seed <số>', 'Cùng một số cho cùng một diễn biến');
  for (const [flags, meaning] of configOptions()) command.option(flags, meaning);
  command.action(async ({ communes, days, share, seed, ...options }: SimulateOptions) => {
    const config = readConfig(options);
    if (!config.demo) {
      throw conflict(
        'simulate.production',
        'Không mô phỏng trên dữ liệu thật. Hãy chạy trên bản trình diễn (bỏ --production) với một thư mục dữ liệu riêng.',
      );
    }
    const asked = {
      communes: count('--communes', communes, 1, 4000),
      days: count('--days', days, 1, 366),
      share: amount('--share', share, 0.001, 10),
      ...(seed === undefined ? {} : { seed: count('--seed', seed, 0, 2 ** 31) }),
    };
    const [{ simulate }, { openDatabase }, { startDatabase }] = await Promise.all([
      import('../simulation/index.ts'),
      import('../platform/db/access.ts'),
      import('../platform/startDatabase.ts'),
    ]);
    const log = openLog(config);
    const database = await startDatabase(config, log, { join: true });
    const db = openDatabase(database.url);
    const began = performance.now();
    try {
      const counts = await simulate(
        { db, log, config, clock: Date.now },
        {
          ...asked,
          until: dayOf(Date.now()),
          onDay: (day, { received, steps }) =>
            process.stderr.write(`${formatDay(day)}: ${received} hồ sơ, ${steps} bước\n`),
        },
      );
      const seconds = (performance.now() - began) / 1000;
      process.stdout.write(
        `Đã mô phỏng ${counts.received} hồ sơ, ${counts.steps} bước trong ${Math.round(seconds)} giây. (Simulated.)\n`,
      );
    } finally {
      await db.close();
      await database.stop();
    }
  });
}

const amount = (flag: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw invalid('simulate.option', `${flag} phải từ ${least} đến ${most}.`);
  return value;
};
const count = (flag: string, text: string, least: number, most: number): number => {
  const value = amount(flag, text, least, most);
  if (!Number.isInteger(value)) throw invalid('simulate.option', `${flag} phải là số nguyên.`);
  return value;
};

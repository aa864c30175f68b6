import type { Command } from 'commander';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log.ts';

/** `thongsuot citus distribute`: spreads dossiers and events over the nodes of a Citus cluster. */
export function addCitusCommand(program: Command): void {
  const citus = program
    .command('citus')
    .description('Chạy trên nhiều máy với Citus. (Running on several machines with Citus.)');
  const command = citus
    .command('distribute')
    .description('Phân tán hồ sơ và sự kiện theo đơn vị. (Distribute dossiers and events by unit.)');
  for (const [flags, meaning] of configOptions()) command.option(flags, meaning);
  command.action(async (options: Options) => {
    const config = readConfig(options);
    const [{ distribute }, { openDatabase }, { startDatabase }] = await Promise.all([
      import('../platform/citus/distribute.ts'),
      import('../platform/db/access.ts'),
      import('../platform/startDatabase.ts'),
    ]);
    const database = await startDatabase(config, openLog(config), { join: true });
    const db = openDatabase(database.url, { connections: 1 });
    try {
      const { reference, distributed } = await distribute(db.system);
      process.stdout.write(
        `Có trên mọi máy (on every node): ${reference.join(', ')}\nPhân tán theo đơn vị (by unit): ${distributed.join(', ')}\n`,
      );
    } finally {
      await db.close();
      await database.stop();
    }
  });
}

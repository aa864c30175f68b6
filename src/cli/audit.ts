import type { Command } from 'commander';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openLog } from '../platform/log.ts';

/** `thongsuot audit verify`: walks the chain of events and names what was changed. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('Nhật ký sự kiện. (The record of events.)');
  const verify = audit.command('verify').description('Kiểm tra chuỗi niêm phong. (Check the chain of seals.)');
  for (const [flags, meaning] of configOptions()) verify.option(flags, meaning);
  verify.action(async (options: Options) => {
    const config = readConfig(options);
    const [{ verifyChains }, { openDatabase }, { startDatabase }] = await Promise.all([
      import('../audit/index.ts'),
      import('../platform/db/access.ts'),
      import('../platform/startDatabase.ts'),
    ]);
    const database = await startDatabase(config, openLog(config), { join: true });
    const db = openDatabase(database.url, { connections: 1 });
    try {
      const { sealed, unsealed, faults } = await verifyChains(db.system);
      for (const fault of faults) {
        const what = fault.what === 'gap' ? 'thiếu niêm phong trước nó' : 'nội dung không khớp niêm phong';
        process.stdout.write(`Đơn vị ${fault.unitId}, sự kiện ${fault.eventId}, niêm phong ${fault.seq}: ${what}.\n`);
      }
      process.stdout.write(
        faults.length > 0
          ? `Chuỗi sự kiện ĐÃ BỊ THAY ĐỔI ở ${faults.length} chỗ. (The chain was changed.)\n`
          : `Chuỗi sự kiện nguyên vẹn: ${sealed} đã niêm phong, ${unsealed} chờ niêm phong. (The chain is whole.)\n`,
      );
      process.exitCode = faults.length > 0 ? 1 : 0;
    } finally {
      await db.close();
      await database.stop();
    }
  });
}

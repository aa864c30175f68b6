import type { Command } from 'commander';
import { configTable } from '../platform/config/index.ts';

/** `thongsuot config`: every setting, its meaning, default and present value. */
export function addConfigCommand(program: Command): void {
  program
    .command('config')
    .description('In mọi mục cấu hình và ý nghĩa. (Print every setting and its meaning.)')
    .action(() => void process.stdout.write(configTable()));
}

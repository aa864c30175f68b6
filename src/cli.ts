import { Command } from 'commander';
import { addAdminCommand } from './cli/admin.ts';
import { addAuditCommand } from './cli/audit.ts';
import { addCitusCommand } from './cli/citus.ts';
import { addConfigCommand } from './cli/config.ts';
import { addReadCommand } from './cli/read.ts';
import { addSimulateCommand } from './cli/simulate.ts';
import { addStartCommand } from './cli/start.ts';
import { addUnitsCommand } from './cli/units.ts';
import { isFault } from './kernel/errors.ts';

const program = new Command('thongsuot')
  .description('Thông Suốt: nền tảng điều hành cho chính quyền địa phương hai cấp.')
  .showHelpAfterError('(Xem các lệnh: npx thongsuot --help)')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'Lệnh chưa đúng:')) });

addStartCommand(program);
addUnitsCommand(program);
addReadCommand(program);
addAdminCommand(program);
addAuditCommand(program);
addConfigCommand(program);
addSimulateCommand(program);
addCitusCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`\n${sentenceOf(error)}\n`);
  process.exitCode = 1;
}

/** What the operator reads; the trace is for whoever asked for it. */
function sentenceOf(error: unknown): string {
  if (isFault(error)) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (process.env.THONGSUOT_LOG === 'debug') return error.stack ?? error.message;
  return `Lỗi ngoài dự kiến: ${error.message}\nUnexpected error. Run again with THONGSUOT_LOG=debug to see where.`;
}

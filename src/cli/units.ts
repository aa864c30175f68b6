import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { invalid } from '../kernel/errors.ts';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/access.ts';
import { openLog } from '../platform/log.ts';
import { startDatabase } from '../platform/startDatabase.ts';
import { importUnits, RegisterFault, type RegisterFile } from '../units/index.ts';

interface ImportOptions extends Options {
  units: string;
  lineage?: string;
}

/** So many faults are shown at once: a file with the wrong columns has one in each row. */
const SHOWN_FAULTS = 50;

/** `thongsuot units import`: loads a register of administrative units from CSV files, whole or not at all. */
export function addUnitsCommand(program: Command): void {
  const command = program
    .command('units')
    .description('Danh mục đơn vị hành chính. (The register of administrative units.)')
    .command('import')
    .description(
      'Nạp danh mục từ tệp CSV; có dòng sai thì không nạp gì. (Load a register from CSV, whole or not at all.)',
    )
    .requiredOption('--units <tệp>', 'Tệp đơn vị: code, level, type, name, parent_code, valid_from, valid_to, ...')
    .option('--lineage <tệp>', 'Tệp quan hệ trước - sau: old_code, new_code, part, kind, resolution, ...');
  for (const [flags, meaning] of configOptions('dataDir')) command.option(flags, meaning);
  command.action(async ({ units, lineage, ...options }: ImportOptions) => {
    const files = { units: await read(units), lineage: lineage === undefined ? undefined : await read(lineage) };
    const config = readConfig(options);
    const running = await startDatabase(config, openLog(config), { join: true });
    const database = openDatabase(running.url, { connections: 1 });
    try {
      const report = await importUnits(database.system, files);
      process.stdout.write(
        `Đơn vị: ${words(report.units)}.\n${lineage === undefined ? '' : `Quan hệ: ${words(report.links)}.\n`}`,
      );
    } catch (error) {
      if (!(error instanceof RegisterFault)) throw error;
      process.stderr.write(`${faultText(error)}\n`);
      process.exitCode = 1;
    } finally {
      await database.close();
      await running.stop();
    }
  });
}

async function read(path: string): Promise<RegisterFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw invalid(
      'units.file',
      code === 'ENOENT' ? `Không có tệp ${path}. Hãy kiểm tra đường dẫn.` : `Không đọc được tệp ${path} (${code}).`,
    );
  }
}

const words = (count: { added: number; changed: number; same: number }): string =>
  `${count.added} thêm mới, ${count.changed} sửa, ${count.same} như cũ`;

function faultText(fault: RegisterFault): string {
  const lines = fault.fields.slice(0, SHOWN_FAULTS).map((f) => `  - ${f.message}`);
  const rest = fault.fields.length - lines.length;
  return [fault.message, ...lines, ...(rest > 0 ? [`  … và ${rest} chỗ nữa.`] : [])].join('\n');
}

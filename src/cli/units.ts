import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { dayOf, parseDay } from '../kernel/day.ts';
import { type Fault, invalid } from '../kernel/errors.ts';
import { type Config, configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { type Database, openDatabase } from '../platform/db/access.ts';
import { openLog } from '../platform/log.ts';
import { startDatabase } from '../platform/startDatabase.ts';
import { BoundaryFault, importUnits, loadBoundaries, RegisterFault, type RegisterFile } from '../units/index.ts';

interface ImportOptions extends Options {
  units: string;
  lineage?: string;
}

/** So many faults are shown at once: a file with the wrong columns has one in each row. */
const SHOWN_FAULTS = 50;

/** `thongsuot units ...`: the register of administrative units and their boundaries. */
export function addUnitsCommand(program: Command): void {
  const units = program
    .command('units')
    .description('Danh mục đơn vị hành chính. (The register of administrative units.)');
  addImport(units);
  addBoundaries(units);
}

/** `thongsuot units import`: loads a register of administrative units from CSV files, whole or not at all. */
function addImport(parent: Command): void {
  const command = parent
    .command('import')
    .description(
      'Nạp danh mục từ tệp CSV; có dòng sai thì không nạp gì. (Load a register from CSV, whole or not at all.)',
    )
    .requiredOption('--units <tệp>', 'Tệp đơn vị: code, level, type, name, parent_code, valid_from, valid_to, ...')
    .option('--lineage <tệp>', 'Tệp quan hệ trước - sau: old_code, new_code, part, kind, resolution, ...');
  for (const [flags, meaning] of configOptions('dataDir')) command.option(flags, meaning);
  command.action(async ({ units, lineage, ...options }: ImportOptions) => {
    const files = { units: await read(units), lineage: lineage === undefined ? undefined : await read(lineage) };
    await onDatabase(options, async (db) => {
      const report = await importUnits(db, files);
      const links = lineage === undefined ? '' : `Quan hệ: ${words(report.links)}.\n`;
      return `Đơn vị: ${words(report.units)}.\n${links}`;
    });
  });
}

/** `thongsuot units boundaries`: loads what the map of the province is drawn from. */
function addBoundaries(parent: Command): void {
  const command = parent
    .command('boundaries <tệp>')
    .description(
      'Nạp ranh giới xã, phường từ tệp GeoJSON để vẽ bản đồ; có hình sai thì không nạp gì. (Load boundaries from GeoJSON.)',
    )
    .option('--from <ngày>', 'Ranh giới áp dụng từ ngày, ví dụ 1/7/2025; mặc định hôm nay');
  for (const [flags, meaning] of [...configOptions('dataDir'), ...configOptions('provinceCode')]) {
    command.option(flags, meaning);
  }
  command.action(async (path: string, { from, ...options }: Options & { from?: string }) => {
    const day = from === undefined ? dayOf(Date.now()) : parseDay(from);
    if (!day) throw invalid('units.boundaries.from', `“${from}” không phải một ngày. Hãy ghi như 1/7/2025.`);
    const file = await read(path);
    await onDatabase(options, async (db, { provinceCode }) => {
      const { drawn, missing } = await loadBoundaries(db, file, provinceCode, day);
      const rest = missing.length > 0 ? `Chưa có ranh giới: ${missing.join(', ')}.\n` : '';
      return `Đã nạp ranh giới của ${drawn} xã, phường.\n${rest}`;
    });
  });
}

/** Does the work on the installation's database, running or not, and says what came of it. */
async function onDatabase(options: Options, work: (db: Database['system'], config: Config) => Promise<string>) {
  const config = readConfig(options);
  const running = await startDatabase(config, openLog(config), { join: true });
  const database = openDatabase(running.url, { connections: 1 });
  try {
    process.stdout.write(await work(database.system, config));
  } catch (error) {
    if (!(error instanceof RegisterFault) && !(error instanceof BoundaryFault)) throw error;
    process.stderr.write(`${faultText(error)}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
    await running.stop();
  }
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

function faultText(fault: Fault): string {
  const lines = fault.fields.slice(0, SHOWN_FAULTS).map((f) => `  - ${f.message}`);
  const rest = fault.fields.length - lines.length;
  return [fault.message, ...lines, ...(rest > 0 ? [`  … và ${rest} chỗ nữa.`] : [])].join('\n');
}

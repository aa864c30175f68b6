import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the program (package.json, migrations/, dist/), found from the sources as well as from dist/server. */
export const PROGRAM_ROOT = upwards(import.meta.dirname);

function upwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === dirname(folder)) throw new Error(`no package.json above ${import.meta.dirname}`);
  return upwards(dirname(folder));
}

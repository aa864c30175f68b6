import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from './examples.ts';
import type { Gold } from './gold.ts';

const GOLD = '.gold.json';

/** Writes each example as NAME.txt, NAME.gold.json and NAME.kept.json (what the reader had said when it was kept). */
export async function writeExamples(folder: string, examples: readonly Example[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text, gold, readAs } of examples) {
    await writeFile(join(folder, `${name}.txt`), text);
    await writeFile(join(folder, `${name}${GOLD}`), `${JSON.stringify({ file: `${name}.txt`, ...gold }, null, 1)}\n`);
    if (readAs) await writeFile(join(folder, `${name}.kept.json`), `${JSON.stringify(readAs, null, 1)}\n`);
  }
}

/** Reads a folder that `writeExamples` wrote, or one of texts with golds only, in the order of names. */
export async function readExamples(folder: string): Promise<Example[]> {
  const files = await readdir(folder);
  const names = files.filter((file) => file.endsWith(GOLD)).map((file) => file.slice(0, -GOLD.length));
  return Promise.all(
    names.sort().map(async (name) => {
      const read = (end: string): Promise<string> => readFile(join(folder, `${name}${end}`), 'utf8');
      const gold = JSON.parse(await read(GOLD)) as Gold;
      const kept = `${name}.kept.json`;
      return {
        name,
        text: await read('.txt'),
        gold: { ...gold, recipients: gold.recipients ?? [] },
        ...(files.includes(kept) ? { readAs: JSON.parse(await read('.kept.json')) as Gold } : {}),
      };
    }),
  );
}

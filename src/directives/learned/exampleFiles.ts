import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyLexicon } from '../reader/index.ts';
import type { Example } from './examples.ts';
import type { Gold } from './gold.ts';

/** Examples, and the names of organs with which the office's reader reads. */
export interface ExampleSet {
  examples: Example[];
  lexicon?: AgencyLexicon;
}

const GOLD = '.gold.json';
const LEXICON = 'lexicon.json';

/**
 * Writes each example as NAME.txt, NAME.gold.json and NAME.kept.json (what the reader had said when the document was taken
 * in), and lexicon.json beside them.
 */
export async function writeExamples(folder: string, { examples, lexicon }: ExampleSet): Promise<void> {
  const write = (name: string, content: object): Promise<void> =>
    writeFile(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
  await mkdir(folder, { recursive: true });
  for (const { name, text, gold, readAs } of examples) {
    await writeFile(join(folder, `${name}.txt`), text);
    await write(`${name}${GOLD}`, { file: `${name}.txt`, ...gold });
    if (readAs) await write(`${name}.kept.json`, readAs);
  }
  if (lexicon) await write(LEXICON, lexicon);
}

/** Reads a folder that `writeExamples` wrote, or one of texts with golds only, in the order of names. */
export async function readExamples(folder: string): Promise<ExampleSet> {
  const files = await readdir(folder);
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const examples = files
    .filter((file) => file.endsWith(GOLD))
    .map((file) => file.slice(0, -GOLD.length))
    .sort()
    .map(async (name): Promise<Example> => {
      const gold = JSON.parse(await read(`${name}${GOLD}`)) as Gold;
      const kept = `${name}.kept.json`;
      return {
        name,
        text: await read(`${name}.txt`),
        gold: { ...gold, recipients: gold.recipients ?? [] },
        ...(files.includes(kept) ? { readAs: JSON.parse(await read(kept)) as Gold } : {}),
      };
    });
  return {
    examples: await Promise.all(examples),
    ...(files.includes(LEXICON) ? { lexicon: JSON.parse(await read(LEXICON)) as AgencyLexicon } : {}),
  };
}

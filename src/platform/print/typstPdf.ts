import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintDocument } from './model.ts';
import { typstData } from './typstData.ts';
import { TYPST_TEMPLATE } from './typstTemplate.ts';

/** Tinos has the widths of Times New Roman, the type the decree asks for, and a licence that lets us bring it along. */
const FACES = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
];

/** A folder that exists nowhere: the program is kept in memory and may read no file. */
const WORKSPACE = process.platform === 'win32' ? 'C:\\thongsuot-print' : '/thongsuot-print';
const PROGRAM = join(WORKSPACE, 'document.typ');
/** What Typst remembers of earlier papers (shaped text, images) is forgotten when so many others were printed since. */
const REMEMBERED_PAPERS = 4;

let compiler: NodeCompiler | undefined;

function warm(): NodeCompiler {
  if (compiler) return compiler;
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: FACES.map((face) => readFileSync(join(folder, `${face}.ttf`))) }],
  });
  compiler.addSource(PROGRAM, TYPST_TEMPLATE);
  return compiler;
}

/** The document as a PDF/A-2b, some milliseconds a page. `document` has been through `cleanDocument`. */
export function typstPdf(document: PrintDocument): Uint8Array {
  const typst = warm();
  try {
    return typst.pdf({ mainFilePath: PROGRAM, inputs: { document: typstData(document) } }, { pdfStandard: 'a-2b' });
  } finally {
    typst.evictCache(REMEMBERED_PAPERS);
  }
}

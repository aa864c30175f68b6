import { parentPort } from 'node:worker_threads';
import { cleanDocument } from './cleanDocument.ts';
import type { PrintAnswer, PrintJob } from './job.ts';

/** The thread that sets papers, so that a long one keeps nobody else waiting. Each writer is loaded when first asked for. */
const port = parentPort!;

port.on('message', async ({ id, format, document }: PrintJob) => {
  const answer = (message: PrintAnswer) => port.postMessage(message);
  try {
    const clean = cleanDocument(document);
    const bytes =
      format === 'pdf'
        ? (await import('./typstPdf.ts')).typstPdf(clean)
        : await (await import('./wordDocument.ts')).wordDocument(clean);
    answer({ id, bytes });
  } catch (error) {
    answer({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});

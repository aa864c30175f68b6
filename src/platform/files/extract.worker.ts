import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { answerJob } from './extract/answerJob.ts';
import type { FromWorker, ToWorker } from './extract/job.ts';
import { damaged, Refusal } from './refusal.ts';

/** The worker thread that opens files: nothing a file does here can block or crash the server. */
const port = parentPort!;

// On Linux a priority belongs to a thread: reading and OCR yield to the thread that answers people.
if (process.platform === 'linux') {
  try {
    os.setPriority(0, 10);
  } catch {
    // Some containers forbid it; the work is then done at the usual priority.
  }
}

port.on('message', async ({ id, job }: ToWorker) => {
  const send = (message: FromWorker) => port.postMessage(message);
  try {
    const answer = await answerJob(job, (progress) => send({ id, progress }));
    send({ id, answer });
  } catch (error) {
    // A trap inside WebAssembly leaves its memory in an unknown state: this thread ends, a new one takes over.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
    const refusal = error instanceof Refusal ? error : damaged('Tệp này');
    send({ id, refusal: { kind: refusal.kind, code: refusal.code, message: refusal.message } });
  }
});

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/errors.ts';
import type { PaperFormat, PrintAnswer, PrintJob } from './job.ts';
import type { PrintDocument } from './model.ts';

/** The compiler stays warm so long after the last paper; then its memory is given back. */
const IDLE_MS = 10 * 60_000;
/** No paper takes so long: a thousand pages take some ten seconds. */
const LONGEST_MS = 120_000;

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (fault: Fault) => void;
}

let worker: Worker | undefined;
let lastId = 0;
let timer: NodeJS.Timeout | undefined;
const waiting = new Map<number, Waiting>();

/** Sets the document as PDF: A4, PDF/A-2b, some milliseconds a page. Throws a Fault `unavailable` if it cannot be set. */
export const toPdf = (document: PrintDocument): Promise<Uint8Array> => print('pdf', document);

/** The same document as a Word file (docx). */
export const toDocx = (document: PrintDocument): Promise<Uint8Array> => print('docx', document);

export function print(format: PaperFormat, document: PrintDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker ??= start();
    worker.ref();
    const job: PrintJob = { id: ++lastId, format, document };
    waiting.set(job.id, { resolve, reject });
    wait();
    worker.postMessage(job);
  });
}

/** Ends the thread; call it when the server stops. A later call starts a new one. */
export async function closePrinting(): Promise<void> {
  const ending = worker;
  drop('closing');
  await ending?.terminate();
}

function start(): Worker {
  // A small nursery: the thread lives on between papers, and what it does not use shall not stay with it.
  const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };
  const started = new Worker(workerFile(), { env: {}, execArgv: [], resourceLimits });
  started.on('message', (answer: PrintAnswer) => receive(answer));
  started.on('error', (error: Error) => started === worker && drop(error.message));
  started.on('exit', () => started === worker && drop('the printing thread ended'));
  return started;
}

function receive(answer: PrintAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  wait();
  if ('bytes' in answer) asked?.resolve(answer.bytes);
  else asked?.reject(failed(answer.fault));
}

/** With papers waiting, the clock of the longest one; with none, the clock of idleness. */
function wait(): void {
  clearTimeout(timer);
  const busy = waiting.size > 0;
  timer = setTimeout(() => drop('it took too long'), busy ? LONGEST_MS : IDLE_MS);
  if (busy) return;
  timer.unref();
  worker?.unref();
}

function drop(reason: string): void {
  clearTimeout(timer);
  const ending = worker;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(failed(reason));
  waiting.clear();
  void ending?.terminate();
}

function failed(reason: string): Fault {
  const fault = new Fault(
    'unavailable',
    'print.failed',
    'Chưa tạo được tệp để in. Hãy thử lại sau ít phút; nếu vẫn không được, hãy báo người quản trị.',
  );
  fault.cause = reason;
  return fault;
}

/** Beside the sources in development and tests, beside the server or one folder above its chunks once built. */
function workerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = ['print.worker.js', '../print.worker.js', 'print.worker.ts'].map((file) => join(here, file));
  const found = places.find((file) => existsSync(file));
  if (!found) throw new Error(`print.worker is not beside ${here}: the build lacks this entry`);
  return found;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { damaged, Refusal } from '../refusal.ts';
import type { Progress } from './extractedText.ts';
import type { Answer, FromWorker, Job, ToWorker } from './job.ts';

export interface LaneLimits {
  /** A job that has not ended or told of progress for so long is killed with its worker. */
  silentMs: number;
  /** An idle worker is ended after so long, to give its memory back. */
  idleMs: number;
  /** JavaScript memory of the worker. */
  heapMb: number;
}

interface Waiting {
  id: number;
  job: Job;
  onProgress?: (progress: Progress) => void;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
  signal?: AbortSignal;
  stop?: () => void;
}

/**
 * One long-lived worker that takes one job after the other. A job that hangs, crashes or is cancelled takes its worker
 * with it, and the next job gets a new one: whatever a hostile file does, the server goes on.
 */
export class WorkerLane {
  readonly #limits: LaneLimits;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #running: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;
  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** Rejects with a Refusal, or with the signal's reason once cancelled. */
  run(job: Job, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const waiting: Waiting = { id: ++this.#lastId, job, resolve, reject, onProgress, signal };
      waiting.stop = () => this.#cancel(waiting);
      signal?.addEventListener('abort', waiting.stop, { once: true });
      this.#queue.push(waiting);
      this.#next();
    });
  }

  /** Ends the worker; what still runs or waits is refused. */
  async close(): Promise<void> {
    const stopped = new Refusal('file.stopped', 'Hệ thống đang dừng. Hãy tải tệp lên lại sau ít phút.', 'unavailable');
    for (const waiting of this.#queue.splice(0)) this.#settle(waiting, () => waiting.reject(stopped));
    const running = this.#running;
    const worker = this.#worker;
    this.#drop();
    if (running) this.#settle(running, () => running.reject(stopped));
    await worker?.terminate();
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#queue.shift();
    if (!this.#running) {
      this.#wait(this.#limits.idleMs, () => this.#drop());
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref();
    this.#watch();
    worker.postMessage({ id: this.#running.id, job: this.#running.job } satisfies ToWorker);
  }

  #start(): Worker {
    const worker = new Worker(workerFile(), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    // What the libraries print about a file is dropped: it may hold personal data.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (message: FromWorker) => this.#receive(worker, message));
    worker.on('error', (error) => this.#failed(worker, crashed(error)));
    worker.on('exit', () => this.#failed(worker, damaged('Tệp này')));
    return worker;
  }

  #receive(worker: Worker, message: FromWorker): void {
    const running = this.#running;
    if (worker !== this.#worker || !running || message.id !== running.id) return;
    if ('progress' in message) {
      this.#watch();
      running.onProgress?.(message.progress);
      return;
    }
    this.#running = undefined;
    this.#settle(running, () => {
      if ('answer' in message) running.resolve(message.answer);
      else running.reject(new Refusal(message.refusal.code, message.refusal.message, message.refusal.kind));
    });
    this.#next();
  }

  #watch(): void {
    this.#wait(this.#limits.silentMs, () => this.#failed(this.#worker, tooSlow()));
  }

  #wait(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
    if (!this.#running) this.#timer.unref();
  }

  #failed(worker: Worker | undefined, reason: Refusal): void {
    if (worker !== this.#worker) return;
    const running = this.#running;
    this.#drop();
    if (running) this.#settle(running, () => running.reject(reason));
    this.#next();
  }

  #cancel(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting);
    if (at >= 0) this.#queue.splice(at, 1);
    const wasRunning = this.#running === waiting;
    if (wasRunning) this.#drop();
    this.#settle(waiting, () => waiting.reject(waiting.signal?.reason));
    if (wasRunning) this.#next();
  }

  /** Forgets the worker and the job it had, and ends it. */
  #drop(): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#running = undefined;
    void worker?.terminate();
  }

  #settle(waiting: Waiting, how: () => void): void {
    if (waiting.stop) waiting.signal?.removeEventListener('abort', waiting.stop);
    how();
  }
}

/** Beside the sources in development and tests, beside the server or one folder above its chunks once built. */
function workerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = ['extract.worker.js', '../extract.worker.js', '../extract.worker.ts'].map((file) => join(here, file));
  const found = places.find((file) => existsSync(file));
  if (!found) throw new Error(`extract.worker is not beside ${here}: the build lacks this entry`);
  return found;
}

function crashed(error: unknown): Refusal {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!outOfMemory) return damaged('Tệp này');
  return new Refusal(
    'file.too_heavy',
    'Tệp cần quá nhiều bộ nhớ để đọc. Hãy lưu lại tệp ở dạng gọn hơn hoặc tách nhỏ rồi tải lên.',
    'tooLarge',
  );
}

const tooSlow = (): Refusal =>
  new Refusal(
    'file.too_slow',
    'Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Hãy mở tệp trên máy, lưu lại thành tệp mới rồi tải lên.',
  );

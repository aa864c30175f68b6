import { Logger as GraphileLogger, parseCronItems, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';

/** Work done beside the requests; a job asked for within a transaction commits with it. */
export interface Job {
  name: string;
  /** When it runs by itself, as five cron fields in UTC; none for jobs that are only asked for. */
  cron?: string;
  work: (payload: unknown) => Promise<void>;
}

/** Starts the worker. @returns how to end it: it finishes what it is doing. */
export async function startJobs(
  databaseUrl: string,
  jobs: readonly Job[],
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {};
  for (const job of jobs) taskList[job.name] = async (payload) => job.work(payload);
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 5000,
    taskList,
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) => (job.cron ? [{ task: job.name, match: job.cron, options: { backfillPeriod: 0 } }] : [])),
    ),
    logger: quietLogger(log),
  });
  return { stop: () => runner.stop() };
}

/** Only what an operator must see of the worker goes into our log. */
function quietLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') log.error({ worker: true }, message);
    else if (level === 'warning') log.warn({ worker: true }, message);
  });
}

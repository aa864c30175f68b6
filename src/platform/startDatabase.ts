import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config/index.ts';
import { migrate } from './db/migrate.ts';
import { type RunningPostgres, startPostgres } from './postgres/embedded.ts';
import { PROGRAM_ROOT } from './programRoot.ts';

/**
 * The database of this configuration, up to date: the one of DATABASE_URL, else our own in the data folder.
 * @param how.join for commands beside a running server: use its database instead of refusing
 */
export async function startDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Logger,
  how: { join?: boolean } = {},
): Promise<RunningPostgres> {
  const running = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await startPostgres(config.dataDir, { ...how, log: (message) => log.warn(message) });
  try {
    const names = await migrate(running.url, join(PROGRAM_ROOT, 'migrations'));
    if (names.length > 0) log.info({ migrations: names }, 'database brought up to date');
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

import type { Logger } from 'pino';
import type { Config } from './config/index.ts';
import type { Database } from './db/access.ts';
import type { FileStore } from './files/index.ts';

/** What the rooms may use of the outside world. */
export interface Services {
  config: Config;
  db: Database;
  log: Logger;
  files: FileStore;
  /** Epoch milliseconds; rules never read a clock of their own. */
  clock: () => number;
  close(): Promise<void>;
}

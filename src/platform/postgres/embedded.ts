import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { diskFault, diskFaultInLog, diskFullFault, makeDataFolder, startFault } from '../startFault.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { type Claim, claimDatabase } from './claim.ts';
import { ensureCluster, keepSecret, OWNER, resetPassword, writeSecret } from './cluster.ts';
import { dropStaleLock, freePort, signal, spawnPostmaster, status, stopPostmaster, turnLog } from './postmaster.ts';
import { decideRunAs, type RunAs } from './runAs.ts';

export interface PostgresOptions {
  /** Join the database that another process of ours runs on the data, instead of refusing: for commands beside the server. */
  join?: boolean;
  /** Settings of PostgreSQL beside or instead of ours. */
  settings?: Readonly<Record<string, string>>;
  /** Hears what an operator should know. */
  log?: (message: string) => void;
}

export interface RunningPostgres {
  /** Signs in as the owner of the database, over TCP on 127.0.0.1. */
  url: string;
  /** Stops it; for a joined one, does nothing. */
  stop(): Promise<void>;
}

/** Recovery after a crash may take this long while the server process lives. */
const PATIENCE = 120_000;
const RESTARTS_A_MINUTE = 5;

/**
 * Starts the PostgreSQL that comes with the program, on `dataDir`/postgres, making it on the first start. What a killed
 * process left running is stopped and started anew; a server process that dies is started again on the same address.
 * @throws Fault with a sentence for the operator: disk full, read-only or not ours; another process on the same data
 */
export async function startPostgres(dataDir: string, options: PostgresOptions = {}): Promise<RunningPostgres> {
  try {
    makeDataFolder(dataDir);
    return await new Keeper(realpathSync(dataDir), options).start();
  } catch (error) {
    throw diskFault(error, dataDir);
  }
}

/** Brings the server process up and keeps it up until told to stop. */
class Keeper {
  private readonly cluster: string;
  private readonly secretFile: string;
  private readonly logFile: string;
  private readonly binaries: PostgresBinaries;
  private readonly runAs: RunAs;
  private readonly password: string;
  private port: number;
  /** The server process that is ours to keep up. */
  private pid: number | undefined;
  private keeping = false;
  private passwordWasReset = false;
  private deaths: number[] = [];

  constructor(
    private readonly dataDir: string,
    private readonly options: PostgresOptions,
  ) {
    this.cluster = join(dataDir, 'postgres');
    this.secretFile = join(dataDir, 'postgres.json');
    this.logFile = join(dataDir, 'postgres.log');
    this.binaries = findBinaries();
    this.runAs = decideRunAs(existsSync(this.cluster) ? this.cluster : dataDir, [this.binaries.postgres, this.cluster]);
    const secret = keepSecret(this.secretFile);
    this.password = secret.password;
    this.port = secret.port;
  }

  async start(): Promise<RunningPostgres> {
    await ensureCluster(this.cluster, this.binaries, this.runAs, this.password);
    const claim = await this.bringUp();
    if (claim === 'joined') return { url: this.url, stop: async () => {} };
    this.keeping = true;
    const onExit = () => void (this.pid && signal(this.pid, 'SIGINT'));
    process.once('exit', onExit);
    return {
      url: this.url,
      stop: async () => {
        this.keeping = false;
        await claim.release();
        if (this.pid) await stopPostmaster(this.pid);
        process.removeListener('exit', onExit);
      },
    };
  }

  private get url(): string {
    return `postgresql://${OWNER}:${this.password}@127.0.0.1:${this.port}/${OWNER}`;
  }

  private async bringUp(): Promise<Claim | 'joined'> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(20)) {
      const running = status(this.cluster);
      if (running && !running.ready) continue;
      if (running) {
        const claim = await this.meet(running.port);
        if (claim === 'joined') return claim;
        // Nobody's: its program was killed. Its settings and binaries may be of another version, so it starts anew.
        if (claim) {
          this.options.log?.('PostgreSQL still ran from a program that was killed; starting it anew');
          // Held until it is gone: whoever claimed it in between would take a dying server for its own.
          await claim.release(() => stopPostmaster(running.pid));
        }
      }
      if (await this.launch()) {
        const claim = await this.meet(this.port);
        // Another start may have found ours before we claimed it, stopped it, and answer on its port now.
        if (claim === 'joined' || (claim && status(this.cluster)?.pid === this.pid)) return claim;
        await claim?.release();
      }
    }
    throw startFault(
      'postgres.slow',
      `PostgreSQL chưa sẵn sàng sau ${PATIENCE / 1000} giây. Hãy xem ${this.logFile}, rồi chạy lại.`,
      `PostgreSQL was not ready after ${PATIENCE / 1000} seconds. See ${this.logFile}, then start again.`,
    );
  }

  /** Claims the running server; nothing when it just went away. */
  private async meet(port: number): Promise<Claim | 'joined' | undefined> {
    this.port = port;
    try {
      const claim = await claimDatabase(this.url);
      if (claim !== 'held') return claim;
    } catch (error) {
      if ((error as { code?: string }).code !== '28P01') return undefined;
      await this.renewPassword();
      return undefined;
    }
    if (this.options.join) return 'joined';
    throw startFault(
      'data.in_use',
      `Thông Suốt đang chạy trên thư mục dữ liệu ${this.dataDir}. Hãy dừng chương trình đó trước, hoặc chọn thư mục khác bằng --data.`,
      `Thông Suốt is already running on the data folder ${this.dataDir}. Stop it first, or choose another folder with --data.`,
    );
  }

  /** The file with the password was lost or belongs to other data: whoever may write the folder may set a new one. */
  private async renewPassword(): Promise<void> {
    const running = status(this.cluster);
    if (!running) return;
    if (running.pid !== this.pid || this.passwordWasReset) {
      throw startFault(
        'postgres.other_password',
        `PostgreSQL (tiến trình ${running.pid}) đang chạy trên ${this.cluster} với mật khẩu khác trong ${this.secretFile}. Hãy dừng tiến trình đó rồi chạy lại.`,
        `PostgreSQL (process ${running.pid}) runs on ${this.cluster} with another password than ${this.secretFile} says. Stop it, then start again.`,
      );
    }
    this.passwordWasReset = true;
    await stopPostmaster(running.pid);
    await resetPassword(this.cluster, this.binaries, this.runAs, this.password);
  }

  /** Starts the server process. False: try again. */
  private async launch(): Promise<boolean> {
    dropStaleLock(this.cluster);
    const port = await freePort(this.port);
    const logFrom = turnLog(this.logFile);
    const { binaries, runAs, logFile, options } = this;
    const child = spawnPostmaster(this.cluster, port, { binaries, runAs, logFile, settings: options.settings ?? {} });
    let failure: Error | undefined;
    child.once('error', (error) => {
      failure = error;
    });
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(10)) {
      if (failure) throw failure;
      if (child.exitCode !== null || child.signalCode !== null)
        return this.judge(readFileSync(logFile).subarray(logFrom).toString());
      const running = status(this.cluster);
      if (running?.ready && running.pid === child.pid) break;
    }
    child.unref();
    this.pid = child.pid;
    if (this.port !== port) writeSecret(this.secretFile, { password: this.password, port });
    this.port = port;
    child.once('exit', () => void (this.keeping && this.pid === child.pid && this.revive()));
    return true;
  }

  /** Why the server process ended at once: worth another try, or a sentence for the operator. */
  private judge(log: string): false {
    if (
      /lock file "postmaster.pid" (already exists|is empty)|pre-existing shared memory block|Address already in use/.test(
        log,
      )
    ) {
      if (/Address already in use/.test(log)) this.port = 0;
      return false;
    }
    const reason = log.trim().split('\n').slice(-5).join('\n');
    throw (
      diskFaultInLog(log, this.dataDir) ??
      diskFullFault(this.dataDir) ??
      startFault(
        'postgres.failed',
        `PostgreSQL không khởi động được. Nhật ký ${this.logFile} ghi:\n${reason}`,
        'PostgreSQL did not start; its log says the above.',
      )
    );
  }

  /** The server process died under us, killed or crashed: start it again on the same port, so that the pools find it. */
  private async revive(): Promise<void> {
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => at > now - 60_000), now];
    if (this.deaths.length > RESTARTS_A_MINUTE) {
      this.options.log?.(
        `PostgreSQL died ${RESTARTS_A_MINUTE} times within a minute; not starting it again. See ${this.logFile}`,
      );
      return;
    }
    this.options.log?.('PostgreSQL ended unexpectedly; starting it again');
    try {
      while (this.keeping && !(await this.launch())) await wait(100);
    } catch (error) {
      this.options.log?.(`PostgreSQL does not start again: ${error instanceof Error ? error.message : error}`);
    }
  }
}

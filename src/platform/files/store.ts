import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { chmod, type FileHandle, link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Fault } from '../../kernel/errors.ts';
import { MAX_FILE_BYTES } from './recognise.ts';

export interface StoredFile {
  /** Lower-case hex; the file's name for good. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/**
 * Keeps originals under the hash of their content: what was once put is never changed, and the same content is kept
 * once. The folder below is one such store; another (S3) has to keep the same promises.
 */
export interface FileStore {
  /**
   * Keeps the content and answers only once it is safe on the disk. Throws a Fault: `tooLarge` beyond `limit` bytes
   * (20 MB where none is given), `unavailable` where the disk is full or cannot be written.
   */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, options?: { limit?: number }): Promise<StoredFile>;
  /** The whole content, checked against its hash. Throws a Fault: `notFound`, or `unavailable` where it is damaged. */
  get(sha256: string): Promise<Buffer>;
  /** The content as a stream for sending, unchecked. Throws a Fault `notFound`. */
  stream(sha256: string): Promise<{ size: number; body: Readable }>;
  has(sha256: string): Promise<boolean>;
  /** Takes a content out for good: only for what should never have been put in, as a document that turned out to be secret. */
  remove(sha256: string): Promise<void>;
}

/** Half-written files of a run that was killed are swept at the next start once they are this old. */
const STALE_MS = 60 * 60 * 1_000;

/** Opens the store in a folder, which is made where there is none. Throws a Fault `unavailable` where it cannot be. */
export function openFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  try {
    mkdirSync(incoming, { recursive: true });
  } catch (error) {
    throw writeFault(error);
  }
  void sweep(incoming);
  return {
    async put(content, { limit = MAX_FILE_BYTES } = {}) {
      const temporary = join(incoming, randomUUID());
      try {
        const stored = await write(temporary, content, limit);
        await keep(folder, temporary, stored);
        return stored;
      } catch (error) {
        throw writeFault(error);
      } finally {
        await unlink(temporary).catch(() => undefined);
      }
    },
    async get(sha256) {
      const bytes = await readFile(pathOf(folder, sha256)).catch((error) => {
        throw readFault(error);
      });
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damagedFile();
      return bytes;
    },
    async stream(sha256) {
      const path = pathOf(folder, sha256);
      const { size } = await stat(path).catch((error) => {
        throw readFault(error);
      });
      return { size, body: createReadStream(path) };
    },
    async has(sha256) {
      if (!HASH.test(sha256)) return false;
      return stat(pathOf(folder, sha256)).then(
        () => true,
        () => false,
      );
    },
    async remove(sha256) {
      await unlink(pathOf(folder, sha256)).catch((error) => {
        if (codeOf(error) !== 'ENOENT') throw writeFault(error);
      });
    },
  };
}

const HASH = /^[0-9a-f]{64}$/;

/** Two letters a folder keep folders small: .../3f/3fa2... */
function pathOf(folder: string, sha256: string): string {
  if (!HASH.test(sha256)) throw missing();
  return join(folder, sha256.slice(0, 2), sha256);
}

async function write(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'wx', 0o600);
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file?.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Gives the finished file its name. The link is made only where there is none yet, so nothing is ever overwritten. */
async function keep(folder: string, temporary: string, stored: StoredFile): Promise<void> {
  const path = pathOf(folder, stored.sha256);
  const shelf = join(folder, stored.sha256.slice(0, 2));
  await mkdir(shelf, { recursive: true });
  await chmod(temporary, 0o440);
  try {
    await link(temporary, path);
  } catch (error) {
    const code = codeOf(error);
    // A file of this name with another size was damaged from outside; some file systems have no links.
    const whole = code === 'EEXIST' && (await stat(path)).size === stored.size;
    if (whole) return;
    if (code !== 'EEXIST' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await rename(temporary, path);
  }
  await syncFolder(shelf);
  await syncFolder(folder);
}

/** A new name is safe only once its folder is written. Some systems do not let folders be opened: then they sync them. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function sweep(incoming: string): Promise<void> {
  const old = Date.now() - STALE_MS;
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name);
    const info = await stat(path).catch(() => undefined);
    if (info && info.mtimeMs < old) await unlink(path).catch(() => undefined);
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const missing = (): Fault =>
  new Fault('notFound', 'file.not_found', 'Không tìm thấy tệp gốc này trong kho. Có thể đường dẫn sai.');

const tooLarge = (limit: number): Fault =>
  new Fault(
    'tooLarge',
    'file.too_large',
    `Tệp lớn hơn ${Math.floor(limit / (1024 * 1024))} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.`,
  );

const damagedFile = (): Fault =>
  new Fault(
    'unavailable',
    'file.store_damaged',
    'Tệp gốc trong kho không còn nguyên vẹn. Hãy báo bộ phận kỹ thuật khôi phục từ bản sao lưu.',
  );

function readFault(error: unknown): unknown {
  return codeOf(error) === 'ENOENT' ? missing() : writeFault(error);
}

const WRITE_ERRORS = /^(EROFS|EACCES|EPERM|ENOTDIR|ENOENT|EEXIST|EIO|EFBIG|EMFILE|ENFILE)$/;

function writeFault(error: unknown): unknown {
  const code = String(codeOf(error));
  if (error instanceof Fault) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Fault(
      'unavailable',
      'file.disk_full',
      'Ổ đĩa lưu tệp đã đầy nên chưa lưu được. Hãy báo bộ phận kỹ thuật, rồi tải tệp lên lại sau.',
    );
  }
  if (!WRITE_ERRORS.test(code)) return error;
  return new Fault(
    'unavailable',
    'file.disk_unwritable',
    'Kho tệp không dùng được (ổ đĩa chỉ đọc, hỏng hoặc thiếu quyền). Hãy báo bộ phận kỹ thuật, rồi làm lại sau.',
  );
}

import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore } from './store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const original = Buffer.from('Thông báo kết luận số 12-TB/TU');
const hash = createHash('sha256').update(original).digest('hex');
const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

describe('the store of originals', () => {
  test('an original is kept under the hash of its content and given back unchanged', async () => {
    const store = openFileStore(folder);
    expect(await store.put(original)).toEqual({ sha256: hash, size: original.length });
    expect(await store.get(hash)).toEqual(original);
    expect(await store.has(hash)).toBe(true);
    const { size, body } = await store.stream(hash);
    expect(size).toBe(original.length);
    expect(Buffer.concat(await body.toArray())).toEqual(original);
  });

  test('nobody may write to a kept original', async () => {
    await openFileStore(folder).put(original);
    expect((await stat(join(folder, hash.slice(0, 2), hash))).mode & 0o777).toBe(0o440);
  });

  test('the same document sent many times at once is kept once', async () => {
    const store = openFileStore(folder);
    await Promise.all(Array.from({ length: 8 }, () => store.put(original)));
    expect(await kept()).toEqual([hash]);
  });

  test('an upload that comes in pieces is kept as one', async () => {
    const pieces = (async function* () {
      for (const byte of original) yield Buffer.from([byte]);
    })();
    expect(await openFileStore(folder).put(pieces)).toEqual({ sha256: hash, size: original.length });
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const broken = (async function* () {
      yield original;
      throw new Error('connection lost');
    })();
    await expect(openFileStore(folder).put(broken)).rejects.toThrow('connection lost');
    expect(await kept()).toEqual([]);
  });

  test('what a killed server left half-written is never an original and is swept later', async () => {
    openFileStore(folder);
    const half = join(folder, 'incoming', 'half');
    await writeFile(half, 'half');
    await utimes(half, new Date(0), new Date(0));
    const store = openFileStore(folder);
    await expect.poll(kept).toEqual([]);
    expect(await store.has(createHash('sha256').update('half').digest('hex'))).toBe(false);
  });

  test('a file beyond the limit is refused and not kept', async () => {
    const tooLarge = openFileStore(folder).put(Buffer.alloc(2 * 1024 * 1024 + 1), { limit: 2 * 1024 * 1024 });
    await expect(tooLarge).rejects.toMatchObject({ kind: 'tooLarge', message: expect.stringContaining('2 MB') });
    expect(await kept()).toEqual([]);
  });

  test('a full disk is told in a sentence', async () => {
    const full = (async function* () {
      yield original;
      throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    })();
    await expect(openFileStore(folder).put(full)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('đã đầy'),
    });
  });

  test('a folder that cannot be written is told in a sentence', async () => {
    const file = join(folder, 'not-a-folder');
    await writeFile(file, '');
    expect(() => openFileStore(file)).toThrowError(/Kho tệp không dùng được/);
    const store = openFileStore(join(folder, 'gone'));
    await rm(join(folder, 'gone'), { recursive: true });
    await expect(store.put(original)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('an original that was changed on the disk is not handed out as evidence', async () => {
    const store = openFileStore(folder);
    await store.put(original);
    const path = join(folder, hash.slice(0, 2), hash);
    await chmod(path, 0o600);
    await writeFile(path, 'something else');
    await expect(store.get(hash)).rejects.toMatchObject({ kind: 'unavailable', code: 'file.store_damaged' });
    await store.put(original);
    expect(await store.get(hash)).toEqual(original);
  });

  test.each(['', 'x', '../../etc/passwd', '0'.repeat(64), hash.toUpperCase()])('%o names no original', async (name) => {
    const store = openFileStore(folder);
    await expect(store.get(name)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(store.stream(name)).rejects.toMatchObject({ kind: 'notFound' });
  });
});

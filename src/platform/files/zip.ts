import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { damaged, Refusal } from './refusal.ts';

const MB = 1024 * 1024;
/** A Word file of 300 pages has some 20 parts and 10 MB of XML; what is far beyond is made to exhaust memory. */
export const ZIP_LIMITS = { entries: 5_000, part: 64 * MB, total: 512 * MB, ratio: 200, ratioFrom: 16 * MB };

export interface ZipArchive {
  names: ReadonlySet<string>;
  /** Declared size of all parts once inflated, in bytes. */
  inflatedSize: number;
  encrypted: boolean;
  /** The inflated bytes of one part, or undefined where there is none of that name. */
  read(name: string): Promise<Buffer | undefined>;
}

/**
 * Opens a zip file held in memory. Nothing is inflated before the declared sizes have passed the limits, and no part
 * may grow beyond what it declared. Throws a Refusal for a bomb or a broken archive.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const entries = new Map<string, Entry>();
  let inflatedSize = 0;
  let encrypted = false;
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    })
    .catch(() => {
      throw damaged('Tệp nén bên trong văn bản');
    });
  if (zip.entryCount > ZIP_LIMITS.entries) throw bomb();
  try {
    for await (const entry of zip.eachEntry()) {
      inflatedSize += entry.uncompressedSize;
      encrypted ||= (entry.generalPurposeBitFlag & 1) === 1;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (inflatedSize > ZIP_LIMITS.total) throw bomb();
      if (entry.uncompressedSize > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio) throw bomb();
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged('Tệp nén bên trong văn bản');
  }
  return {
    names: new Set(entries.keys()),
    inflatedSize,
    encrypted,
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.uncompressedSize > ZIP_LIMITS.part) throw bomb();
      try {
        return await buffer(await zip.openReadStreamPromise(entry));
      } catch {
        throw damaged('Tệp nén bên trong văn bản');
      }
    },
  };
}

const bomb = (): Refusal =>
  new Refusal(
    'file.zip_bomb',
    'Tệp này khi mở ra lớn bất thường, có thể làm treo máy nên không được nhận. Hãy mở bằng Word, lưu thành tệp .docx mới rồi tải lên.',
  );

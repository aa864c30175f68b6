import { fileTypeFromBuffer } from 'file-type';
import { invalid } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { FileStore } from '../platform/files/index.ts';
import { formatSize } from '../ui/index.ts';
import type { EvidenceFile } from './keepEvidence.ts';

const ACCEPTED = new Map([
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['cfb', 'application/x-ole-storage'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
]);
const MOST_FILES = 10;
const MOST_BYTES = 20_000_000;

/**
 * Puts uploaded evidence into the file store. What a file is, its bytes say, not its name.
 * @throws Fault invalid at field `tep`
 */
export async function receiveFiles(store: FileStore, uploads: readonly File[]): Promise<EvidenceFile[]> {
  const present = uploads.filter((file) => file.size > 0 || file.name);
  if (present.length > MOST_FILES) throw invalid('file.many', `Mỗi lần đính kèm nhiều nhất ${MOST_FILES} tệp.`, 'tep');
  const kept: EvidenceFile[] = [];
  for (const file of present) {
    const name = cleanLine(file.name).replace(/[\\/]/g, '_').slice(-150) || 'tep';
    if (file.size === 0) throw invalid('file.empty', `Tệp “${name}” rỗng. Hãy chọn lại tệp có nội dung.`, 'tep');
    if (file.size > MOST_BYTES) {
      throw invalid(
        'file.large',
        `Tệp “${name}” nặng ${formatSize(file.size)}; mỗi tệp tối đa ${formatSize(MOST_BYTES)}.`,
        'tep',
      );
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mediaType = await mediaTypeOf(bytes, name);
    if (!mediaType) {
      throw invalid(
        'file.kind',
        `Tệp “${name}” không thuộc loại nhận được. Hãy dùng PDF, Word, Excel, PowerPoint, ảnh PNG, JPG hoặc văn bản TXT.`,
        'tep',
      );
    }
    const { sha256, size } = await store.put(bytes);
    kept.push({ sha256, size, name, mediaType });
  }
  return kept;
}

async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const detected = await fileTypeFromBuffer(bytes);
  if (detected) return ACCEPTED.get(detected.ext);
  return /\.(txt|csv)$/i.test(name) && !bytes.subarray(0, 4096).includes(0) ? 'text/plain; charset=utf-8' : undefined;
}

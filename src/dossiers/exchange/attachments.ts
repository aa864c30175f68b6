import { createHash } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { conflict, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Tx } from '../../platform/db/access.ts';
import { type FileStore, mimeOf, recognise } from '../../platform/files/index.ts';
import { keepFiles, type StoredFile } from '../keepFiles.ts';
import { type DossierFile, filesOfDossier } from '../lists.ts';
import { STATUS } from '../status.ts';
import type { DossierDetail } from '../store.ts';
import { seenDossier } from '../takeStep.ts';
import { type FILE, isoOf, type NEW_FILE } from './national.ts';
import { named } from './registerFrom.ts';

/** What citizens send: pictures and documents that every office can open. */
const ACCEPTED = ['pdf', 'jpg', 'png', 'docx'];
/** More files than any procedure asks for. */
const MOST_FILES = 20;
const GROUPS = { component: 'thanh-phan', supplement: 'bo-sung', result: 'ket-qua', form: 'bieu-mau' } as const;
/** While a dossier has one of these, papers may come in. */
const OPEN: readonly number[] = [STATUS.registered, STATUS.received, STATUS.working, STATUS.supplement, STATUS.payment];

/**
 * Looks at a file that another system sent, and puts it into the file store. What it is, its bytes say, not its name.
 * @throws Fault invalid (fields Tep, MaBam), tooLarge
 */
export async function storeSent(store: FileStore, sent: z.output<typeof NEW_FILE>): Promise<StoredFile> {
  const name = cleanLine(sent.Tep.name).replace(/[\\/]/g, '_').slice(-150) || 'tep';
  const bytes = new Uint8Array(await sent.Tep.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sent.MaBam && sent.MaBam.toLowerCase() !== sha256)
    throw invalid(
      'file.cut',
      'Tệp đến không khớp với MaBam: có thể đã bị cắt trên đường truyền. Hãy gửi lại.',
      'MaBam',
    );
  const kind = await named({ file: 'Tep' }, () => recognise(bytes, name));
  if (!ACCEPTED.includes(kind))
    throw invalid('file.kind', `Tệp “${name}” không thuộc loại nhận được. Hãy gửi PDF, JPG, PNG hoặc docx.`, 'Tep');
  if (kind === 'pdf' && endsEarly(bytes))
    throw invalid('file.cut', `Tệp PDF “${name}” bị cụt, thiếu phần cuối. Hãy gửi lại cả tệp.`, 'Tep');
  const { size } = await store.put(bytes);
  return { sha256, size, name, mediaType: mimeOf(kind), componentNo: sent.SoThuTu };
}

/** A PDF ends with this mark; one that can be shown while it is loaded has another near its beginning. */
function endsEarly(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('%%EOF') < bytes.length / 2;
}

/**
 * Ties a stored file to a dossier that the same system has sent.
 * @returns the id of the file
 * @throws Fault notFound; conflict where another sent the dossier, it is closed, has too many files, or has this one already
 */
export async function attachFile(
  tx: Tx,
  by: Principal,
  { code, system, file }: { code: string; system: string; file: StoredFile },
): Promise<string> {
  const dossier = await seenDossier(tx, code, null);
  const { unitId, id, status } = dossier;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dossier-files ${unitId} ${id}`}, 0))`.execute(tx);
  const origin = await tx
    .selectFrom('dossier_origin')
    .where('unit_id', '=', unitId)
    .where('dossier_id', '=', id)
    .where('system', '=', system)
    .select('foreign_code')
    .executeTakeFirst();
  if (!origin) throw conflict('file.not_sender', 'Hồ sơ này không do hệ thống này gửi nên không nhận tệp từ đây.');
  if (!OPEN.includes(status))
    throw conflict('file.closed', 'Hồ sơ đã xử lý xong hoặc đã dừng nên không nhận thêm tệp. Hãy liên hệ trung tâm.');
  const kept = (await tx.executeQuery(filesOfDossier(tx, code).compile())).rows as DossierFile[];
  // What an office keeps for itself is neither counted nor told.
  const known = kept.filter((one) => one.kind === 'component' || one.kind === 'supplement');
  const same = known.find((one) => one.sha256 === file.sha256);
  if (same) throw conflict('file.known', `Tệp này đã có trong hồ sơ với tên “${same.name}”, mã tệp ${same.id}.`, 'Tep');
  if (known.length >= MOST_FILES)
    throw conflict(
      'file.many',
      `Mỗi hồ sơ nhận nhiều nhất ${MOST_FILES} tệp. Hãy gộp các trang thành một tệp PDF.`,
      'Tep',
    );
  const kind = status === STATUS.supplement ? 'supplement' : 'component';
  const [made] = await keepFiles(tx, by, dossier, kind, [file]);
  return String(made);
}

/** The files that another system may have: papers handed in, and the result once there is one; no office's working papers. */
export function shownFiles(dossier: Pick<DossierDetail, 'finishedAt'>, files: readonly DossierFile[]) {
  return files.filter((f) => f.kind !== 'working' && (f.kind !== 'result' || dossier.finishedAt !== null));
}

/** As the exchange names it. */
export const fileView = (f: DossierFile): z.input<typeof FILE> => ({
  MaTep: String(f.id),
  TenTep: f.name,
  Nhom: GROUPS[f.kind as keyof typeof GROUPS],
  SoThuTu: f.componentNo,
  LoaiTep: f.mediaType,
  KichThuoc: f.size,
  MaBam: f.sha256,
  NgayGui: isoOf(f.addedAt)!,
});

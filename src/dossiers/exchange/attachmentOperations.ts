import { z } from '@hono/zod-openapi';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { attachment } from '../../platform/http/attachment.ts';
import type { AppContext } from '../../platform/http/index.ts';
import { filesOfDossier } from '../lists.ts';
import { attachFile, fileView, shownFiles, storeSent } from './attachments.ts';
import { API_PATH, callingClient, principalAt, readerOf } from './caller.ts';
import { ONCE, onceFor } from './idempotency.ts';
import { dossierPath, FILE, NEW_FILE } from './national.ts';
import { FAULTS, none, operation } from './operation.ts';
import { callApi } from './policy.ts';
import { dossierFor } from './read.ts';

const send = operation(
  {
    method: 'post',
    path: `${API_PATH}/ho-so/{MaHoSo}/tep`,
    operationId: 'guiTep',
    summary: 'Gửi tệp của hồ sơ',
    description:
      'Một tệp một lần gửi, cho hồ sơ mà chính hệ thống này đã gửi; mỗi hồ sơ tối đa 20 tệp. Loại tệp xét theo nội dung. Gửi lại với cùng Idempotency-Key chỉ tính một lần. Tệp gửi khi hồ sơ đang chờ bổ sung (trạng thái 5) vào nhóm bo-sung.',
    may: callApi,
    params: dossierPath,
    query: none,
    headers: ONCE,
    body: NEW_FILE,
    form: true,
    answer: FILE,
    faults: {
      ...FAULTS,
      404: 'Không có hồ sơ đó, hoặc không được xem',
      409: 'Tệp đã có, quá số tệp, hồ sơ đã khép, hoặc do hệ thống khác gửi',
      413: 'Tệp lớn hơn 20 MB',
    },
  },
  async ({ c, params, headers, body }) => {
    const { db, files, clock } = c.get('services');
    const { client } = callingClient(c);
    const { code, receptionId } = await dossierFor(db, client, params.MaHoSo);
    const at = client.centres.find((centre) => centre.organId === receptionId) ?? client.centres[0]!;
    const by = await principalAt(db, client, at.organId, clock());
    const file = await storeSent(files, body);
    const content = JSON.stringify([code, file.sha256, file.name, file.componentNo]);
    const once = { key: headers['idempotency-key'], purpose: 'api.file', content };
    const id = await onceFor(db, client, once, (tx) => attachFile(tx, by, { code, system: client.system, file }));
    return fileView(await fileFor(c, params.MaHoSo, id));
  },
);

const list = operation(
  {
    method: 'get',
    path: `${API_PATH}/ho-so/{MaHoSo}/tep`,
    operationId: 'docDanhSachTep',
    summary: 'Đọc danh sách tệp',
    description: 'Các tệp đã nộp và, khi hồ sơ đã xử lý xong, tệp kết quả. Không có giấy tờ làm việc nội bộ.',
    may: callApi,
    params: dossierPath,
    query: none,
    headers: none,
    body: null,
    answer: z.object({ Tep: z.array(FILE) }),
    faults: { ...FAULTS, 404: 'Không có hồ sơ đó, hoặc không được xem' },
  },
  async ({ c, params }) => ({ Tep: (await filesFor(c, params.MaHoSo)).map(fileView) }),
);

const download = operation(
  {
    method: 'get',
    path: `${API_PATH}/ho-so/{MaHoSo}/tep/{MaTep}`,
    operationId: 'taiTep',
    summary: 'Tải một tệp',
    description: 'Nội dung nguyên vẹn của tệp; Content-Type là LoaiTep, tên ở Content-Disposition.',
    may: callApi,
    params: dossierPath.extend({ MaTep: z.string().openapi({ description: 'Mã tệp trong danh sách', example: '12' }) }),
    query: none,
    headers: none,
    body: null,
    answer: null,
    faults: {
      ...FAULTS,
      404: 'Không có hồ sơ hoặc tệp đó, hoặc không được xem',
    },
  },
  async ({ c, params }) => attachment(c, await fileFor(c, params.MaHoSo, params.MaTep)),
);

/** What other systems may do with the files of dossiers, in the order of the document. */
export const attachmentOperations = [send, list, download];

async function filesFor(c: AppContext, asked: string) {
  const { db } = c.get('services');
  const { client } = callingClient(c);
  const dossier = await dossierFor(db, client, asked);
  const [files] = await db.read(readerOf(client), filesOfDossier(db.build, dossier.code));
  return shownFiles(dossier, files);
}

async function fileFor(c: AppContext, asked: string, id: string) {
  const file = (await filesFor(c, asked)).find((one) => one.id === parseId(id));
  if (!file) throw notFound('tệp này');
  return file;
}

import { z } from '@hono/zod-openapi';
import { invalid } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import { dossierRules } from '../rules.ts';
import { statusWords } from '../status.ts';
import { STEPS } from '../steps.ts';
import { dossierEventWords } from '../words.ts';
import { attachmentOperations } from './attachmentOperations.ts';
import { API_PATH, type ApiClient, callingClient, principalAt, readerOf } from './caller.ts';
import { catalogue } from './catalogueOperation.ts';
import { ONCE, onceFor } from './idempotency.ts';
import { code, DOSSIER, dossierPath, isoOf, NEW_DOSSIER, PUSH, type Pushed } from './national.ts';
import { FAULTS, none, operation } from './operation.ts';
import { callApi } from './policy.ts';
import { pushStatus } from './pushStatus.ts';
import { changesAfter, dossierFor, nationalView } from './read.ts';
import { registerFrom, unitByCode } from './registerFrom.ts';

const register = operation(
  {
    method: 'post',
    path: `${API_PATH}/ho-so`,
    operationId: 'guiHoSo',
    summary: 'Gửi hồ sơ',
    description:
      'Nộp một hồ sơ từ cổng dịch vụ công. Gửi lại với cùng Idempotency-Key và cùng nội dung, dù cách bao lâu, chỉ tính một lần và nhận đúng câu trả lời cũ. Hồ sơ chờ trung tâm kiểm tra; ngày hẹn có sau khi tiếp nhận.',
    may: callApi,
    params: none,
    query: none,
    headers: ONCE,
    body: NEW_DOSSIER,
    answer: z.object({
      MaHoSo: z.string(),
      MaHoSoNguon: z.string(),
      TrangThaiHoSoId: z.literal(1),
      TenTrangThai: z.string(),
    }),
    faults: {
      ...FAULTS,
      409: 'Mã hồ sơ đã gửi, hoặc khóa đã dùng cho nội dung khác',
      413: 'Nội dung quá lớn',
    },
  },
  async ({ c, headers, body }) => {
    const services = c.get('services');
    const { client } = callingClient(c);
    const rules = await dossierRules(services);
    const organId = centreFor(client, body.MaDonVi);
    const by = await principalAt(services.db, client, organId, rules.now());
    const { units } = await organRegister(services);
    const asked = body.MaDonViGiaiQuyet;
    const authorityUnitId = asked ? unitByCode(units.values(), asked, 'MaDonViGiaiQuyet') : by.unitId;
    const once = { key: headers['idempotency-key'], purpose: 'api.register', content: JSON.stringify(body) };
    const given = await onceFor(services.db, client, once, async (tx) => {
      const sent = { system: client.system, sent: body, authorityUnitId };
      return (await registerFrom(tx, by, rules, sent)).code;
    });
    return { MaHoSo: given, MaHoSoNguon: body.MaHoSo, TrangThaiHoSoId: 1 as const, TenTrangThai: statusWords(1) };
  },
);

const read = operation(
  {
    method: 'get',
    path: `${API_PATH}/ho-so/{MaHoSo}`,
    operationId: 'docHoSo',
    summary: 'Đọc trạng thái một hồ sơ',
    description:
      'Theo mã ở đây, hoặc mã mà hệ thống gửi đã gửi. Hồ sơ không có và hồ sơ không được xem trả lời như nhau.',
    may: callApi,
    params: dossierPath,
    query: none,
    headers: none,
    body: null,
    answer: DOSSIER,
    faults: { ...FAULTS, 404: 'Không có hồ sơ đó, hoặc không được xem' },
  },
  async ({ c, params }) => {
    const { client } = callingClient(c);
    const rules = await dossierRules(c.get('services'));
    return nationalView(await dossierFor(c.get('services').db, client, params.MaHoSo), rules);
  },
);

const push = operation(
  {
    method: 'post',
    path: `${API_PATH}/ho-so/{MaHoSo}/trang-thai`,
    operationId: 'guiTrangThai',
    summary: 'Gửi trạng thái',
    description:
      'Chỉ hệ thống đang giữ trạng thái của hồ sơ mới gửi được. Gửi lặp hoặc đến muộn (ThoiDiem không sau lần đã nhận) không làm đổi gì và trả lời “bo-qua”.',
    may: callApi,
    params: dossierPath,
    query: none,
    headers: none,
    body: PUSH,
    answer: z.object({ KetQua: z.enum(['da-nhan', 'bo-qua']), HoSo: DOSSIER }),
    faults: {
      ...FAULTS,
      404: 'Không có hồ sơ đó, hoặc không được xem',
      409: 'Trạng thái do nơi khác giữ, hoặc không chuyển được',
      413: 'Nội dung quá lớn',
    },
  },
  async ({ c, params, body }) => {
    const { db } = c.get('services');
    const { client } = callingClient(c);
    const rules = await dossierRules(c.get('services'));
    const { code: known, receptionId } = await dossierFor(db, client, params.MaHoSo);
    const at = client.centres.find((centre) => centre.organId === receptionId) ?? client.centres[0]!;
    const by = await principalAt(db, client, at.organId, rules.now());
    const told = body as Pushed;
    const changed = await db.write(readerOf(client), (tx) =>
      pushStatus(tx, by, rules, { code: known, system: client.system, told }),
    );
    const now = nationalView(await dossierFor(db, client, known), rules);
    return { KetQua: changed ? ('da-nhan' as const) : ('bo-qua' as const), HoSo: now };
  },
);

const HAPPENINGS = Object.keys(STEPS)
  .map((kind) => `${kind}: ${dossierEventWords[`dossier.${kind}`]?.toLowerCase()}`)
  .join('; ');
const CURSOR = /^(\d{1,20})-(\d{1,18})$/;
const changes = operation(
  {
    method: 'get',
    path: `${API_PATH}/thay-doi`,
    operationId: 'docThayDoi',
    summary: 'Đọc các thay đổi',
    description:
      'Các thay đổi của hồ sơ được xem, theo thứ tự ghi. Lần đầu bỏ trống sau; các lần tiếp gửi lại ConTro đã nhận. TrangThaiHoSoId là trạng thái lúc đọc.',
    may: callApi,
    params: none,
    query: z.strictObject({
      sau: z
        .string()
        .regex(CURSOR, 'Con trỏ không đúng. Hãy gửi lại đúng ConTro đã nhận, hoặc bỏ trống để đọc từ đầu.')
        .optional(),
      so: z.coerce
        .number()
        .int()
        .min(1)
        .max(500)
        .default(100)
        .openapi({ description: 'Nhiều nhất bao nhiêu, tối đa 500' }),
    }),
    headers: none,
    body: null,
    answer: z.object({
      ThayDoi: z.array(
        z.object({
          MaHoSo: z.string(),
          MaHoSoNguon: code.nullable(),
          SuKien: z.string().openapi({ description: HAPPENINGS }),
          ThoiDiem: z.string(),
          TrangThaiHoSoId: z.number(),
          TenTrangThai: z.string(),
        }),
      ),
      ConTro: z.string(),
      ConNua: z.boolean(),
    }),
    faults: FAULTS,
  },
  async ({ c, query }) => {
    const { client } = callingClient(c);
    const [, xid = '0', id = '0'] = CURSOR.exec(query.sau ?? '') ?? [];
    const found = await changesAfter(c.get('services').db, client, { after: { xid, id }, most: query.so });
    const last = found.at(-1);
    return {
      ThayDoi: found.map((change) => ({
        MaHoSo: change.code,
        MaHoSoNguon: change.nationalCode,
        SuKien: change.kind,
        ThoiDiem: isoOf(change.at)!,
        TrangThaiHoSoId: change.status,
        TenTrangThai: statusWords(change.status),
      })),
      ConTro: last ? `${last.xid}-${last.id}` : `${xid}-${id}`,
      ConNua: found.length === query.so,
    };
  },
);

/** Everything that other systems may ask, in the order of the document. */
export const OPERATIONS = [catalogue, register, ...attachmentOperations, read, push, changes];

function centreFor(client: ApiClient, unitCode: string | undefined): number {
  const fitting = client.centres.filter((centre) => unitCode === undefined || centre.unitCode === unitCode);
  if (fitting.length === 1) return fitting[0]!.organId;
  const message =
    fitting.length > 1
      ? 'Mã truy cập này dùng cho nhiều trung tâm. Hãy gửi MaDonVi của trung tâm tiếp nhận.'
      : 'Hệ thống này không được thay mặt trung tâm của đơn vị đó.';
  throw invalid('api.centre', message, 'MaDonVi');
}

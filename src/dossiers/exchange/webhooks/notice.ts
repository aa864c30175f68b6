import { type RouteConfig, z } from '@hono/zod-openapi';
import { STEPS, type StepKind } from '../../steps.ts';
import { dossierEventWords } from '../../words.ts';
import { code, instant, statusNumber } from '../national.ts';

const KINDS = Object.keys(STEPS) as [StepKind, ...StepKind[]];
const kindWords = KINDS.map((kind) => `${kind}: ${(dossierEventWords[`dossier.${kind}`] ?? '').toLowerCase()}`);

/** What a connected system is told of a change. It asks for the dossier where it needs more. */
export const NOTICE = z
  .strictObject({
    Ma: z.uuid().openapi({ description: 'Mã lần báo, như ở đầu mục X-ThongSuot-Ma' }),
    SuKien: z.enum(KINDS).openapi({ description: kindWords.join('; ') }),
    ThoiDiem: instant.openapi({ description: 'Khi việc xảy ra' }),
    MaHoSo: code.openapi({ description: 'Mã ở đây' }),
    MaHoSoNguon: z.string().nullable().openapi({ description: 'Mã ở hệ thống đã gửi, nếu có' }),
    TrangThaiHoSoId: statusNumber.openapi({ description: 'Trạng thái lúc gửi, có thể mới hơn sự kiện' }),
    TenTrangThai: z.string(),
  })
  .openapi('ThayDoiBao');
export type Notice = z.output<typeof NOTICE>;

/** Beside the body, so that a receiver can tell a genuine notice from a made-up or a repeated one. */
const HEADERS = z.object({
  'X-ThongSuot-Ma': z.uuid().openapi({ description: 'Mã lần báo; lần gửi lại mang cùng mã, đã nhận rồi thì bỏ qua' }),
  'X-ThongSuot-ThoiDiem': z
    .string()
    .openapi({ description: 'Giây kể từ 1/1/1970; lệch quá 5 phút thì bỏ', example: '1780279200' }),
  'X-ThongSuot-ChuKy': z.string().openapi({
    description: 'sha256= và HMAC-SHA256 (hex) của “thời điểm.nội dung”, tính trên nội dung nguyên từng byte',
  }),
});

/** The entry of the notices in the OpenAPI document. */
export const NOTICE_ROUTE: RouteConfig = {
  method: 'post',
  path: 'hoSoThayDoi',
  operationId: 'baoThayDoi',
  summary: 'Báo hồ sơ thay đổi',
  description:
    'Gửi tới địa chỉ https mà quản trị viên ghi ở trang Kết nối hệ thống, mỗi phút một lượt. Trả lời 2xx trong 15 giây là đã nhận. Khác đi thì gửi lại sau 1, 2, 5, 15, 30 phút rồi mỗi giờ, trong một ngày; của một hồ sơ, lần sau chờ lần trước.',
  security: [],
  request: {
    headers: HEADERS,
    body: { required: true, content: { 'application/json': { schema: NOTICE } } },
  },
  responses: {
    '2XX': { description: 'Đã nhận' },
    default: { description: 'Chưa nhận; sẽ gửi lại với cùng mã lần báo' },
  },
};

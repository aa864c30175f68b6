import { OpenAPIHono } from '@hono/zod-openapi';
import { OPERATIONS } from './operations.ts';
import { NOTICE_ROUTE } from './webhooks/notice.ts';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
let made: Document | undefined;

/** The OpenAPI document of everything that other systems may ask, and of what they are told. It hangs on the program alone, and is made once. */
export function apiDocument(): Document {
  if (made) return made;
  const api = new OpenAPIHono();
  api.openAPIRegistry.registerComponent('securitySchemes', 'maTruyCap', {
    type: 'http',
    scheme: 'bearer',
    description: 'Mã truy cập do quản trị viên của đơn vị cấp ở trang Kết nối hệ thống.',
  });
  for (const { route } of OPERATIONS) api.openAPIRegistry.registerPath(route);
  api.openAPIRegistry.registerWebhook(NOTICE_ROUTE);
  made = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Thông Suốt: hồ sơ thủ tục hành chính',
      version: '1',
      description:
        'Nhận hồ sơ từ cổng dịch vụ công, trao đổi trạng thái theo tên trường quốc gia. Lỗi trả về {code, message, field}, message là câu tiếng Việt. Mỗi hệ thống gọi nhiều nhất 600 lần trong một phút (nơi vận hành có thể đặt khác); quá thì trả lời 429 kèm Retry-After là số giây phải đợi.',
    },
  });
  return made;
}

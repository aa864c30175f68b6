import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Fault, type FaultKind, isFault } from '../../kernel/errors.ts';
import type { AppContext } from './context.ts';
import { page } from './page.ts';

const STATUS: Record<FaultKind, ContentfulStatusCode> = {
  invalid: 422,
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  stale: 409,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
};
const TITLE: Record<FaultKind, string> = {
  invalid: 'Có chỗ chưa đúng',
  signedOut: 'Cần đăng nhập',
  forbidden: 'Không có quyền',
  notFound: 'Không tìm thấy',
  stale: 'Nội dung vừa thay đổi',
  conflict: 'Chưa làm được',
  tooLarge: 'Tệp quá lớn',
  tooMany: 'Thử lại sau',
  unavailable: 'Hệ thống đang bận',
};

export const statusOfFault = (fault: Fault): ContentfulStatusCode => STATUS[fault.kind];

/** The fault as a person should read it; what nobody foresaw becomes 'unavailable' and keeps its details for the log. */
export function asFault(error: unknown): Fault {
  if (isFault(error)) return error;
  if (error instanceof HTTPException && error.status === 413) {
    return new Fault(
      'tooLarge',
      'body.too_large',
      'Nội dung gửi lên lớn hơn 20 MB. Hãy chia nhỏ hoặc nén tệp rồi gửi lại.',
    );
  }
  if (error instanceof HTTPException && error.status === 403) {
    return new Fault(
      'forbidden',
      'form.other_site',
      'Biểu mẫu được gửi từ một trang khác nên không nhận. Hãy mở lại trang này rồi gửi lại.',
    );
  }
  return new Fault(
    'unavailable',
    'unexpected',
    'Hệ thống gặp trục trặc, việc vừa gửi chưa được ghi. Hãy thử lại sau ít phút.',
  );
}

/** The last resort: every error that no page has shown with its own form becomes a page, or JSON under /api. */
export async function failurePage(error: unknown, c: AppContext): Promise<Response> {
  const fault = asFault(error);
  if (fault.code === 'unexpected')
    c.get('services').log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'request failed');
  const status = statusOfFault(fault);
  if (c.req.path.startsWith('/api/')) {
    return c.json(
      {
        ...{ code: fault.code, message: fault.message, field: fault.fields[0]?.field ?? null, fields: fault.fields },
        requestId: c.get('requestId'),
      },
      status,
    );
  }
  if (fault.kind === 'signedOut' && c.req.method === 'GET') {
    const url = new URL(c.req.url);
    return c.redirect(`/dang-nhap?tiep=${encodeURIComponent(url.pathname + url.search)}`, 303);
  }
  return page(
    c,
    { title: TITLE[fault.kind], status },
    <>
      <h1 class="govuk-heading-l">{TITLE[fault.kind]}</h1>
      <p class="govuk-body-l">{fault.message}</p>
      <p class="govuk-body">
        {fault.kind === 'signedOut' ? (
          <a class="govuk-link" href="/dang-nhap">
            Đăng nhập
          </a>
        ) : (
          <a class="govuk-link" href="/">
            Về trang chính
          </a>
        )}
      </p>
      {fault.kind === 'unavailable' && <p class="govuk-hint">Mã để báo bộ phận kỹ thuật: {c.get('requestId')}</p>}
    </>,
  );
}

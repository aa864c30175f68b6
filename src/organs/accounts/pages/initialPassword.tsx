import { type AppContext, page } from '../../../platform/http/index.ts';
import { Breadcrumbs, ButtonLink, CopyBox, Heading, LinkRow, Notice } from '../../../ui/index.ts';
import { CRUMBS } from './words.ts';

/** The answer to the same form sent again: the password is not told twice. */
export const ALREADY = {
  tone: 'info',
  text: 'Việc này đã được ghi ở lần gửi trước. Mật khẩu chỉ hiện một lần; nếu chưa chép lại, hãy đặt lại mật khẩu.',
} as const;

/** The one time that an initial password is seen; the answer is never stored by browser or server. */
export function initialPasswordPage(
  c: AppContext,
  title: string,
  personId: number,
  username: string,
  password: string,
): Promise<Response> {
  return page(
    c,
    { title },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title={title} />
      <Notice tone="warning" text="Mật khẩu ban đầu chỉ hiện lần này. Hãy trao riêng cho người dùng." />
      <CopyBox id="ten" label="Tên đăng nhập" text={username} />
      <CopyBox id="mat-khau" label="Mật khẩu ban đầu" text={password} />
      <p class="govuk-body">Lần đăng nhập đầu tiên, hệ thống sẽ yêu cầu đặt mật khẩu mới.</p>
      <LinkRow>
        <ButtonLink href="/to-chuc/tai-khoan/moi">Thêm tài khoản khác</ButtonLink>
        <a class="govuk-link" href={`/to-chuc/tai-khoan/${personId}`}>
          Xem tài khoản
        </a>
      </LinkRow>
    </>,
  );
}

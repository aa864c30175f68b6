import type { VNode } from 'preact';
import { accountsOf, clientAddress, type SignInStep } from '../../../platform/accounts/index.ts';
import { type AppContext, everybody, page, type RouteTable } from '../../../platform/http/index.ts';
import { FormPage, Heading, PasswordField, TextField } from '../../../ui/index.ts';
import { localPath } from '../model.ts';
import { type Failed, sendCookies, sessionOf, submit } from './request.ts';

export const signInRoutes: RouteTable = [
  { method: 'get', path: '/dang-nhap', may: everybody, handle: showSignIn },
  { method: 'post', path: '/dang-nhap', may: everybody, handle: signIn },
  { method: 'get', path: '/dang-nhap/ma', may: everybody, handle: (c) => codePage(c) },
  { method: 'post', path: '/dang-nhap/ma', may: everybody, handle: signInCode },
  { method: 'post', path: '/dang-xuat', may: everybody, handle: signOut },
];

const back = (c: AppContext): string => localPath(c.req.query('tiep'));
const withBack = (path: string, wanted: string): string =>
  wanted === '/' ? path : `${path}?tiep=${encodeURIComponent(wanted)}`;

/** Who is signed in already is led on: to the page wanted, to a new password, or to choosing a position. */
async function showSignIn(c: AppContext): Promise<Response> {
  if (c.get('principal')) return c.redirect(back(c), 303);
  const session = await sessionOf(c);
  if (session)
    return c.redirect(withBack(session.mustChangePassword ? '/tai-khoan/mat-khau' : '/chuc-vu', back(c)), 303);
  return signInPage(c);
}

function signInPage(c: AppContext, failed?: Failed): Promise<Response> {
  return page(c, { title: 'Đăng nhập', status: failed?.status }, <SignInForm wanted={back(c)} failed={failed} />);
}

function SignInForm({ wanted, failed }: { wanted: string; failed?: Failed }): VNode {
  return (
    <>
      <Heading title="Đăng nhập" lead="Dành cho cán bộ đã được đơn vị cấp tài khoản." />
      <FormPage
        action={withBack('/dang-nhap', wanted)}
        submit="Đăng nhập"
        keep={false}
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <TextField name="ten-dang-nhap" label="Tên đăng nhập" width={30} maxLength={100} autocomplete="username" />
        <PasswordField name="mat-khau" label="Mật khẩu" autocomplete="current-password" />
      </FormPage>
      <p class="govuk-body">Quên mật khẩu? Hãy nhờ quản trị viên của đơn vị đặt lại.</p>
    </>
  );
}

function signIn(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const step = await accountsOf(c.get('services')).signIn(
        {
          username: form.values['ten-dang-nhap'] ?? '',
          password: form.values['mat-khau'] ?? '',
          address: clientAddress(c),
        },
        c.req.raw.headers,
      );
      return goOn(c, step);
    },
    (failed) => signInPage(c, failed),
  );
}

/** The cookies of the step, then the code if it is owed, else the page wanted (by way of what must come first). */
async function goOn(c: AppContext, step: SignInStep): Promise<Response> {
  sendCookies(c, step.cookies);
  return c.redirect(withBack(step.personId ? '/chuc-vu/sau-dang-nhap' : '/dang-nhap/ma', back(c)), 303);
}

function codePage(c: AppContext, failed?: Failed): Promise<Response> {
  return page(
    c,
    { title: 'Mã xác thực', status: failed?.status },
    <>
      <Heading title="Nhập mã xác thực" lead="Mở ứng dụng xác thực trên điện thoại và nhập mã 6 số đang hiện." />
      <FormPage
        action={withBack('/dang-nhap/ma', back(c))}
        submit="Tiếp tục"
        keep={false}
        sent={failed?.sent}
        fault={failed?.fault}
        cancelHref={withBack('/dang-nhap', back(c))}
      >
        <TextField
          name="ma"
          label="Mã 6 số"
          hint="Không có điện thoại? Nhập một mã dự phòng (dạng abcde-FGHIJ); mỗi mã chỉ dùng được một lần."
          width={20}
          maxLength={20}
          autocomplete="one-time-code"
        />
      </FormPage>
    </>,
  );
}

function signInCode(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) =>
      goOn(
        c,
        await accountsOf(c.get('services')).signInCode(
          { code: form.values.ma ?? '', address: clientAddress(c) },
          c.req.raw.headers,
        ),
      ),
    (failed) => codePage(c, failed),
  );
}

async function signOut(c: AppContext): Promise<Response> {
  sendCookies(c, await accountsOf(c.get('services')).signOut(c.req.raw.headers));
  return c.redirect('/dang-nhap', 303);
}

import { renderSVG } from 'uqr';
import {
  type AppContext,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
  signedIn,
} from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  CopyBox,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  PasswordField,
  Section,
  TextField,
} from '../../../ui/index.ts';
import { accounts, OWN_CRUMBS } from './own.tsx';
import { type Failed, sendCookies, submit } from './request.ts';

export const twoFactorRoutes: RouteTable = [
  { method: 'get', path: '/tai-khoan/hai-buoc', may: signedIn, handle: (c) => twoFactorPage(c) },
  { method: 'post', path: '/tai-khoan/hai-buoc', may: signedIn, handle: startTwoFactor },
  { method: 'post', path: '/tai-khoan/hai-buoc/bat', may: signedIn, handle: confirmTwoFactor },
  { method: 'post', path: '/tai-khoan/hai-buoc/tat', may: signedIn, handle: stopTwoFactor },
  { method: 'post', path: '/tai-khoan/hai-buoc/ma-du-phong', may: signedIn, handle: newBackupCodes },
];

async function twoFactorPage(c: AppContext, failed?: Failed, form: 'main' | 'off' = 'main'): Promise<Response> {
  const own = await accounts(c).ownAccount(principalOf(c).personId);
  const of = (name: typeof form) => (form === name ? { sent: failed?.sent, fault: failed?.fault } : {});
  return page(
    c,
    { title: 'Xác thực hai bước', status: failed?.status },
    <>
      <Breadcrumbs links={OWN_CRUMBS} />
      <Heading
        title="Xác thực hai bước"
        lead="Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 số trên điện thoại của bạn."
      />
      <FormPage
        action={own.twoFactor ? '/tai-khoan/hai-buoc/ma-du-phong' : '/tai-khoan/hai-buoc'}
        keep={false}
        {...of('main')}
        submit={own.twoFactor ? 'Tạo mã dự phòng mới' : 'Bắt đầu bật'}
      >
        <PasswordField name="mat-khau" label="Mật khẩu hiện tại" autocomplete="current-password" />
      </FormPage>
      {own.twoFactor && (
        <Section title="Tắt xác thực hai bước">
          <FormPage
            action="/tai-khoan/hai-buoc/tat"
            prefix="tat-"
            keep={false}
            {...of('off')}
            submit="Tắt xác thực hai bước"
            submitKind="warning"
          >
            <PasswordField name="mat-khau" label="Mật khẩu hiện tại" autocomplete="current-password" />
          </FormPage>
        </Section>
      )}
    </>,
  );
}

function startTwoFactor(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const { uri, backupCodes } = await accounts(c).startTwoFactor(form.values['mat-khau'] ?? '', c.req.raw.headers);
      const secret = new URL(uri).searchParams.get('secret') ?? '';
      return page(
        c,
        { title: 'Bật xác thực hai bước' },
        <>
          <Heading title="Bật xác thực hai bước" />
          <Section title="1. Quét mã bằng ứng dụng xác thực">
            <div
              class="ts-qr"
              style="max-width:14rem"
              role="img"
              aria-label="Mã QR"
              dangerouslySetInnerHTML={{ __html: qrCode(uri) }}
            />
            <CopyBox id="khoa-bi-mat" label="Không quét được? Gõ khóa này vào ứng dụng" text={secret} />
          </Section>
          <Section title="2. Cất mã dự phòng">
            <p class="govuk-body">Khi không có điện thoại, mỗi mã này đăng nhập được một lần. Chỉ hiện lần này.</p>
            <CopyBox id="ma-du-phong" label="Mã dự phòng" text={backupCodes.join('\n')} />
          </Section>
          <Section title="3. Nhập mã đang hiện trên ứng dụng">
            <CodeForm />
          </Section>
        </>,
      );
    },
    (failed) => twoFactorPage(c, failed),
  );
}

const qrCode = (uri: string): string => renderSVG(uri, { border: 2, pixelSize: 4 });

function CodeForm({ failed }: { failed?: Failed }) {
  return (
    <FormPage
      action="/tai-khoan/hai-buoc/bat"
      submit="Bật xác thực hai bước"
      keep={false}
      cancelHref="/tai-khoan"
      sent={failed?.sent}
      fault={failed?.fault}
    >
      <TextField name="ma" label="Mã 6 số" width={10} maxLength={10} inputMode="numeric" autocomplete="one-time-code" />
    </FormPage>
  );
}

function confirmTwoFactor(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      sendCookies(
        c,
        await accounts(c).confirmTwoFactor(form.values.ma ?? '', principalOf(c).personId, c.req.raw.headers),
      );
      return redirectWith(c, '/tai-khoan', { tone: 'success', text: 'Đã bật xác thực hai bước.' });
    },
    (failed) =>
      page(
        c,
        { title: 'Bật xác thực hai bước', status: failed.status },
        <>
          <Heading title="Nhập lại mã đang hiện trên ứng dụng" />
          <CodeForm failed={failed} />
          <LinkRow>
            <ButtonLink href="/tai-khoan/hai-buoc" kind="secondary">
              Làm lại từ đầu
            </ButtonLink>
          </LinkRow>
        </>,
      ),
  );
}

function stopTwoFactor(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const { personId } = principalOf(c);
      sendCookies(c, await accounts(c).stopTwoFactor(form.values['mat-khau'] ?? '', personId, c.req.raw.headers));
      return redirectWith(c, '/tai-khoan', { tone: 'success', text: 'Đã tắt xác thực hai bước.' });
    },
    (failed) => twoFactorPage(c, failed, 'off'),
  );
}

function newBackupCodes(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const codes = await accounts(c).newBackupCodes(form.values['mat-khau'] ?? '', c.req.raw.headers);
      return page(
        c,
        { title: 'Mã dự phòng mới' },
        <>
          <Breadcrumbs links={OWN_CRUMBS} />
          <Heading title="Mã dự phòng mới" lead="Các mã cũ không dùng được nữa." />
          <CopyBox id="ma-du-phong" label="Mã dự phòng" text={codes.join('\n')} />
          <Notice tone="warning" text="Các mã này chỉ hiện lần này. Hãy cất ở nơi an toàn." />
        </>,
      );
    },
    (failed) => twoFactorPage(c, failed),
  );
}

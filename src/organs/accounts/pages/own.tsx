import { formatInstant } from '../../../kernel/day.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { accountsOf, type OwnAccount, type SessionLine } from '../../../platform/accounts/index.ts';
import {
  type AppContext,
  everybody,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
  signedIn,
} from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  DataTable,
  FormPage,
  Heading,
  PasswordField,
  PostButton,
  Section,
  SummaryList,
  Tag,
} from '../../../ui/index.ts';
import { localPath } from '../model.ts';
import { browserName } from './browserName.ts';
import { type Failed, sessionNow, submit } from './request.ts';

export const ownRoutes: RouteTable = [
  { method: 'get', path: '/tai-khoan', may: signedIn, handle: ownPage },
  // A session that owes a new password is nobody yet; this page looks at the session itself.
  { method: 'get', path: '/tai-khoan/mat-khau', may: everybody, handle: (c) => passwordPage(c) },
  { method: 'post', path: '/tai-khoan/mat-khau', may: everybody, handle: changePassword },
  { method: 'post', path: '/tai-khoan/phien/ket-thuc', may: signedIn, handle: endSession },
];

export const accounts = (c: AppContext) => accountsOf(c.get('services'));
export const OWN_CRUMBS = [{ label: 'Tài khoản', href: '/tai-khoan' }];

async function ownPage(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const session = await sessionNow(c);
  const [own, sessions] = await Promise.all([
    accounts(c).ownAccount(principal.personId),
    accounts(c).sessionsOf(principal.personId, session.id),
  ]);
  return page(c, { title: 'Tài khoản của tôi' }, <OwnPage principal={principal} own={own} sessions={sessions} />);
}

function OwnPage({ principal, own, sessions }: { principal: Principal; own: OwnAccount; sessions: SessionLine[] }) {
  return (
    <>
      <Heading title="Tài khoản của tôi" lead={principal.personName} />
      <SummaryList
        rows={[
          { key: 'Tên đăng nhập', value: own.username },
          {
            key: 'Chức vụ đang dùng',
            value: `${principal.positionTitle}, ${principal.organName}`,
            ...(principal.positionCount > 1
              ? { action: { href: '/chuc-vu', label: 'Đổi', about: 'chức vụ đang dùng' } }
              : {}),
          },
          {
            key: 'Mật khẩu',
            value: 'Đã đặt',
            action: { href: '/tai-khoan/mat-khau', label: 'Đổi', about: 'mật khẩu' },
          },
          {
            key: 'Xác thực hai bước',
            value: own.twoFactor ? <Tag tone="good">Đang bật</Tag> : <Tag>Chưa bật</Tag>,
            action: {
              href: '/tai-khoan/hai-buoc',
              label: own.twoFactor ? 'Xem' : 'Bật',
              about: 'xác thực hai bước',
            },
          },
        ]}
      />
      <Section title="Các nơi đang đăng nhập">
        <DataTable
          caption="Các nơi đang đăng nhập"
          rows={sessions}
          columns={[
            {
              title: 'Trình duyệt',
              cell: (one) => (
                <>
                  {browserName(one.browser)} {one.current && <Tag tone="good">Máy này</Tag>}
                </>
              ),
            },
            { title: 'Địa chỉ mạng', cell: (one) => one.address ?? 'không rõ' },
            { title: 'Đăng nhập lúc', narrow: true, cell: (one) => formatInstant(one.since) },
            { title: 'Dùng gần nhất', narrow: true, cell: (one) => formatInstant(one.seen) },
            {
              title: '',
              cell: (one) =>
                !one.current && (
                  <PostButton
                    action="/tai-khoan/phien/ket-thuc"
                    kind="secondary"
                    small
                    fields={{ phien: one.id }}
                    label={`Kết thúc phiên trên ${browserName(one.browser)}`}
                  >
                    Kết thúc
                  </PostButton>
                ),
            },
          ]}
        />
      </Section>
    </>
  );
}

async function endSession(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  await accounts(c).endSession(form.values.phien ?? '', principalOf(c).personId);
  return redirectWith(c, '/tai-khoan', { tone: 'success', text: 'Đã kết thúc phiên đăng nhập đó.' });
}

async function passwordPage(c: AppContext, failed?: Failed): Promise<Response> {
  const session = await sessionNow(c);
  const wanted = localPath(c.req.query('tiep'));
  return page(
    c,
    { title: 'Đổi mật khẩu', status: failed?.status },
    <>
      {!session.mustChangePassword && <Breadcrumbs links={OWN_CRUMBS} />}
      <Heading
        title="Đổi mật khẩu"
        lead={
          session.mustChangePassword
            ? 'Mật khẩu hiện tại do quản trị viên cấp. Hãy đặt mật khẩu của riêng bạn trước khi làm việc.'
            : undefined
        }
      />
      <FormPage
        action={wanted === '/' ? '/tai-khoan/mat-khau' : `/tai-khoan/mat-khau?tiep=${encodeURIComponent(wanted)}`}
        submit="Đổi mật khẩu"
        keep={false}
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <PasswordField name="cu" label="Mật khẩu hiện tại" autocomplete="current-password" />
        <PasswordField
          name="moi"
          label="Mật khẩu mới"
          hint="Ít nhất 10 ký tự, không chứa tên đăng nhập. Nên dùng một câu dễ nhớ."
          autocomplete="new-password"
        />
        <PasswordField name="lai" label="Nhập lại mật khẩu mới" autocomplete="new-password" />
      </FormPage>
      <p class="govuk-body">Đổi xong, các máy khác đang đăng nhập bằng tài khoản này sẽ phải đăng nhập lại.</p>
    </>,
  );
}

function changePassword(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const session = await sessionNow(c);
      await accounts(c).changePassword({
        personId: session.personId,
        sessionId: session.id,
        current: form.values.cu ?? '',
        next: form.values.moi ?? '',
        again: form.values.lai ?? '',
      });
      const wanted = localPath(c.req.query('tiep'));
      const on = session.mustChangePassword ? wanted : '/tai-khoan';
      return redirectWith(c, on, { tone: 'success', text: 'Đã đổi mật khẩu.' });
    },
    (failed) => passwordPage(c, failed),
  );
}

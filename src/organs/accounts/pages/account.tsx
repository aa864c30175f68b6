import { formatInstant } from '../../../kernel/day.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { accountsOf } from '../../../platform/accounts/index.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { type AppContext, page, principalOf, type RouteTable, redirectWith } from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  ConfirmPage,
  DataTable,
  EmptyState,
  Heading,
  LinkRow,
  Section,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts';
import { endAccount, makePassword, readAccount, resetAccount } from '../keepAccount.ts';
import { kindLabel, roleLabel } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { appointmentsOf } from '../store.ts';
import { Guard, lastSeen } from './accountList.tsx';
import { ALREADY, initialPasswordPage } from './initialPassword.tsx';
import { type Failed, idIn, line, submit, todayOf } from './request.ts';
import { CRUMBS, period } from './words.ts';

export const accountRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/tai-khoan/:id{[0-9]+}', may: administer, handle: accountPage },
  { method: 'get', path: '/to-chuc/tai-khoan/:id{[0-9]+}/dat-lai', may: administer, handle: (c) => resetPage(c) },
  { method: 'post', path: '/to-chuc/tai-khoan/:id{[0-9]+}/dat-lai', may: administer, handle: reset },
  { method: 'get', path: '/to-chuc/tai-khoan/:id{[0-9]+}/ket-thuc', may: administer, handle: (c) => endPage(c) },
  { method: 'post', path: '/to-chuc/tai-khoan/:id{[0-9]+}/ket-thuc', may: administer, handle: end },
];

async function accountPage(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const personId = idIn<'person'>(c);
  const { account, held } = await db.write(principal, async (tx) => ({
    account: await readAccount(tx, principal, personId),
    held: await appointmentsOf(tx, personId).execute(),
  }));
  const path = pathOf(personId);
  return page(
    c,
    { title: account.name },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading
        title={account.name}
        actions={
          !account.endedAt && (
            <LinkRow>
              <ButtonLink href={`${path}/dat-lai`} kind="secondary">
                Đặt lại mật khẩu
              </ButtonLink>
              <ButtonLink href={`${path}/ket-thuc`} kind="warning">
                Kết thúc
              </ButtonLink>
            </LinkRow>
          )
        }
      />
      <SummaryList
        rows={[
          { key: 'Tên đăng nhập', value: account.username },
          { key: 'Thư điện tử', value: account.email },
          { key: 'Điện thoại', value: account.phone },
          { key: 'Đăng nhập gần nhất', value: lastSeen(account.signedInAt) },
          { key: 'Bảo vệ', value: <Guard twoFactor={account.twoFactor} mustChange={account.mustChange} /> },
          ...(account.endedAt
            ? [{ key: 'Đã kết thúc', value: `${formatInstant(account.endedAt)}: ${account.endReason ?? ''}` }]
            : []),
        ]}
      />
      <Section
        title="Chức vụ"
        actions={!account.endedAt && <a href={`/to-chuc/bo-nhiem/moi?nguoi=${personId}`}>Bổ nhiệm thêm</a>}
      >
        <DataTable
          caption="Chức vụ"
          rows={held}
          empty={<EmptyState title="Chưa có chức vụ nào" />}
          columns={[
            { title: 'Chức danh', cell: (one) => `${one.title}, ${one.organName}` },
            { title: 'Vai trò', cell: (one) => roleLabel(one.role) },
            { title: 'Loại', narrow: true, cell: (one) => kindLabel(one.kind) },
            { title: 'Thời gian', narrow: true, cell: (one) => period(one) },
            { title: 'Lý do kết thúc', cell: (one) => one.endReason ?? '' },
          ]}
        />
      </Section>
    </>,
  );
}

const pathOf = (personId: number) => `/to-chuc/tai-khoan/${personId}`;

async function nameOf(c: AppContext): Promise<string> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [rows] = await db.read(
    principal,
    db.build
      .selectFrom('account_of_unit')
      .where('unit_id', '=', keptUnit(principal))
      .where('person_id', '=', idIn<'person'>(c))
      .where('ended_at', 'is', null)
      .select('name'),
  );
  if (!rows[0]) throw notFound('tài khoản này trong đơn vị bạn quản trị');
  return rows[0].name ?? '';
}

async function resetPage(c: AppContext, failed?: Failed): Promise<Response> {
  const path = pathOf(idIn<'person'>(c));
  const name = await nameOf(c);
  return page(
    c,
    { title: 'Đặt lại mật khẩu', status: failed?.status },
    <ConfirmPage
      title="Đặt lại mật khẩu"
      caption={name}
      action={`${path}/dat-lai`}
      submit="Đặt lại mật khẩu"
      cancelHref={path}
      sent={failed?.sent}
      fault={failed?.fault}
      consequence={
        <p>
          Mật khẩu cũ hết hiệu lực ngay, xác thực hai bước bị gỡ, mọi máy đang đăng nhập bị thoát. Bạn nhận một mật khẩu
          ban đầu để trao cho người dùng.
        </p>
      }
    />,
  );
}

function reset(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const personId = idIn<'person'>(c);
      const made = await makePassword();
      let fresh = false;
      const { db } = c.get('services');
      const username = await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'account.reset', personId: principal.personId }, async () => {
          fresh = true;
          await resetAccount(tx, principal, personId, made.hash);
          const own = await tx
            .selectFrom('account_of_unit')
            .where('person_id', '=', personId)
            .select('username')
            .executeTakeFirst();
          return own?.username ?? '';
        }),
      );
      await accountsOf(c.get('services')).changed(personId);
      if (!fresh) return redirectWith(c, pathOf(personId), ALREADY);
      return initialPasswordPage(c, 'Đã đặt lại mật khẩu', personId, username, made.password);
    },
    (failed) => resetPage(c, failed),
  );
}

async function endPage(c: AppContext, failed?: Failed): Promise<Response> {
  const path = pathOf(idIn<'person'>(c));
  const name = await nameOf(c);
  return page(
    c,
    { title: 'Kết thúc tài khoản', status: failed?.status },
    <ConfirmPage
      title="Kết thúc tài khoản"
      caption={name}
      action={`${path}/ket-thuc`}
      submit="Kết thúc tài khoản"
      submitKind="warning"
      cancelHref={path}
      sent={failed?.sent}
      fault={failed?.fault}
      consequence={
        <p>Người này không đăng nhập được nữa, mọi chức vụ kết thúc từ hôm nay. Những việc đã làm vẫn ghi tên họ.</p>
      }
    >
      <TextArea name="ly-do" label="Lý do" hint="Ví dụ: nghỉ hưu, chuyển công tác." rows={2} />
    </ConfirmPage>,
  );
}

function end(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const personId = idIn<'person'>(c);
      const reason = line(form, 'ly-do');
      if (reason.length > 500) throw invalid('account.reason', 'Lý do dài quá 500 ký tự.', 'ly-do');
      await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: 'account.end', personId: principal.personId }, () =>
            endAccount(tx, principal, personId, reason, todayOf(c)),
          ),
        );
      await accountsOf(c.get('services')).changed(personId);
      return redirectWith(c, '/to-chuc/tai-khoan', { tone: 'success', text: 'Đã kết thúc tài khoản.' });
    },
    (failed) => endPage(c, failed),
  );
}

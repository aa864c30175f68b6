import { invalid } from '../../../kernel/errors.ts';
import type { AppointmentId } from '../../../kernel/ids.ts';
import { accountsOf } from '../../../platform/accounts/index.ts';
import { type AppContext, everybody, page, type RouteTable } from '../../../platform/http/index.ts';
import { EmptyState, FormPage, Heading, PostButton, Radios } from '../../../ui/index.ts';
import { DELEGATION_KINDS, delegationLabel, localPath } from '../model.ts';
import { ownDelegations, ownPositions } from '../store.ts';
import { type Failed, sessionNow, submit, todayOf } from './request.ts';

/** These pages serve a session that has no position yet, so they look at the session themselves. */
export const positionRoutes: RouteTable = [
  { method: 'get', path: '/chuc-vu', may: everybody, handle: (c) => positionPage(c) },
  { method: 'get', path: '/chuc-vu/sau-dang-nhap', may: everybody, handle: afterSignIn },
  { method: 'post', path: '/chuc-vu', may: everybody, handle: choosePosition },
];

const action = (wanted: string) => (wanted === '/' ? '/chuc-vu' : `/chuc-vu?tiep=${encodeURIComponent(wanted)}`);

async function choicesOf(c: AppContext) {
  const session = await sessionNow(c);
  const { db } = c.get('services');
  const reader = { personId: session.personId, organIds: [], adminUnitId: null };
  const [positions, delegations] = await db.read(
    reader,
    ownPositions(db.build, session.personId, todayOf(c)),
    ownDelegations(db.build, session.personId, todayOf(c)),
  );
  return { session, positions, delegations };
}

/** With one position there is nothing to choose. */
async function afterSignIn(c: AppContext): Promise<Response> {
  const wanted = localPath(c.req.query('tiep'));
  const { session, positions, delegations } = await choicesOf(c);
  if (session.mustChangePassword) return c.redirect(`/tai-khoan/mat-khau?tiep=${encodeURIComponent(wanted)}`, 303);
  return c.redirect(positions.length + delegations.length === 1 ? wanted : action(wanted), 303);
}

async function positionPage(c: AppContext, failed?: Failed): Promise<Response> {
  const { session, positions, delegations } = await choicesOf(c);
  if (positions.length === 0)
    return page(
      c,
      { title: 'Chưa có chức vụ' },
      <>
        <Heading title="Tài khoản chưa có chức vụ" />
        <EmptyState title="Bạn không có chức vụ nào đang còn hiệu lực">
          <p>Hãy nhờ quản trị viên của đơn vị bổ nhiệm bạn vào một chức vụ, rồi đăng nhập lại.</p>
          <PostButton action="/dang-xuat" kind="secondary">
            Đăng xuất
          </PostButton>
        </EmptyState>
      </>,
    );
  const now =
    session.actingForId !== null
      ? `thay-${session.actingForId}`
      : session.appointmentId !== null
        ? `chuc-${session.appointmentId}`
        : `chuc-${positions[0]!.id}`;
  return page(
    c,
    { title: 'Chọn chức vụ', status: failed?.status },
    <>
      <Heading title="Bạn làm việc với chức vụ nào?" lead="Mọi việc bạn làm tiếp theo được ghi theo chức vụ này." />
      <FormPage
        action={action(localPath(c.req.query('tiep')))}
        submit="Làm việc với chức vụ này"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <Radios
          name="chuc-vu"
          label="Chức vụ"
          value={now}
          choices={[
            ...positions.map((one) => ({ value: `chuc-${one.id}`, label: `${one.title}, ${one.organName}` })),
            ...delegations.map((one) => ({
              value: `thay-${one.id}`,
              label: `${delegationLabel(one.kind)} ${one.principalTitle}, ${one.organName}`,
              hint: one.scope || DELEGATION_KINDS.find((kind) => kind.kind === one.kind)?.hint,
            })),
          ]}
        />
      </FormPage>
    </>,
  );
}

function choosePosition(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const { session, positions, delegations } = await choicesOf(c);
      const [kind, id] = (form.values['chuc-vu'] ?? '').split('-');
      const position = kind === 'chuc' ? positions.find((one) => String(one.id) === id) : undefined;
      const delegation = kind === 'thay' ? delegations.find((one) => String(one.id) === id) : undefined;
      const appointmentId = position?.id ?? delegation?.actorAppointmentId;
      if (!appointmentId)
        throw invalid('position.choice', 'Hãy chọn một trong các chức vụ đang còn hiệu lực.', 'chuc-vu');
      await accountsOf(c.get('services')).choose(session.id, session.personId, {
        appointmentId: appointmentId as AppointmentId,
        ...(delegation ? { actingForId: delegation.id } : {}),
      });
      return c.redirect(localPath(c.req.query('tiep')), 303);
    },
    (failed) => positionPage(c, failed),
  );
}

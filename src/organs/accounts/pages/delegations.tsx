import { formatDay } from '../../../kernel/day.ts';
import { Fault, notFound } from '../../../kernel/errors.ts';
import { parseId } from '../../../kernel/ids.ts';
import { accountsOf } from '../../../platform/accounts/index.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
} from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  ConfirmPage,
  DataTable,
  DayField,
  EmptyState,
  FormPage,
  Heading,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { delegate, endDelegation } from '../appoint.ts';
import { DELEGATION_KINDS, delegationLabel } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { delegationById, unitAppointments, unitDelegations } from '../store.ts';
import { dayIn, type Failed, idIn, line, optionalDayIn, submit, todayOf } from './request.ts';
import { period } from './words.ts';

export const delegationRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/thay-mat', may: administer, handle: listPage },
  { method: 'get', path: '/to-chuc/thay-mat/moi', may: administer, handle: (c) => newPage(c) },
  { method: 'post', path: '/to-chuc/thay-mat/moi', may: administer, handle: create },
  { method: 'get', path: '/to-chuc/thay-mat/:id{[0-9]+}/ket-thuc', may: administer, handle: (c) => endPage(c) },
  { method: 'post', path: '/to-chuc/thay-mat/:id{[0-9]+}/ket-thuc', may: administer, handle: end },
];

const CRUMBS = [
  { label: 'Tài khoản của đơn vị', href: '/to-chuc/tai-khoan' },
  { label: 'Ký thay, ủy quyền', href: '/to-chuc/thay-mat' },
];

async function listPage(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [rows] = await db.read(principal, unitDelegations(db.build, keptUnit(principal), todayOf(c)));
  return page(
    c,
    { title: 'Ký thay, thừa lệnh, ủy quyền', wide: true },
    <>
      <Breadcrumbs links={CRUMBS.slice(0, 1)} />
      <Heading
        title="Ký thay, thừa lệnh, ủy quyền"
        lead={`Ai làm việc thay cho ai ở ${principal.unitName}, từ ngày nào đến ngày nào.`}
        actions={<ButtonLink href="/to-chuc/thay-mat/moi">Thêm</ButtonLink>}
      />
      <DataTable
        caption="Đang có hiệu lực hoặc sắp có"
        rows={rows}
        empty={<EmptyState title="Chưa có ai ký thay, thừa lệnh hay được ủy quyền" />}
        columns={[
          { title: 'Người ký', cell: (one) => `${one.actor} (${one.actorTitle})` },
          { title: 'Thay cho', cell: (one) => `${one.principal} (${one.principalTitle}, ${one.organName})` },
          { title: 'Hình thức', cell: (one) => delegationLabel(one.kind) },
          { title: 'Nội dung', cell: (one) => one.scope },
          { title: 'Thời gian', narrow: true, cell: (one) => period(one) },
          {
            title: '',
            cell: (one) => (
              <a href={`/to-chuc/thay-mat/${one.id}/ket-thuc`} aria-label={`Kết thúc việc ký thay của ${one.actor}`}>
                Kết thúc
              </a>
            ),
          },
        ]}
      />
    </>,
  );
}

async function newPage(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [held] = await db.read(principal, unitAppointments(db.build, keptUnit(principal), todayOf(c)));
  const option = (one: (typeof held)[number]) => ({
    value: String(one.id),
    label: `${one.personName} – ${one.title}, ${one.organName}`,
  });
  return page(
    c,
    { title: 'Thêm ký thay, ủy quyền', status: failed?.status },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Thêm ký thay, thừa lệnh, ủy quyền" />
      <FormPage
        action="/to-chuc/thay-mat/moi"
        submit="Ghi lại"
        cancelHref="/to-chuc/thay-mat"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <Radios
          name="hinh-thuc"
          label="Hình thức"
          choices={DELEGATION_KINDS.map((one) => ({ value: one.kind, label: one.label, hint: one.hint }))}
        />
        <Select name="nguoi-ky" label="Người ký" empty="Chọn người ký" options={held.map(option)} />
        <Select
          name="thay-cho"
          label="Thay cho"
          empty="Chọn người đứng đầu"
          options={held.filter((one) => one.role === 'head').map(option)}
        />
        <TextField name="noi-dung" label="Nội dung" hint="Bắt buộc khi ủy quyền." optional maxLength={500} />
        <TextField
          name="van-ban"
          label="Số, ký hiệu văn bản"
          hint="Bắt buộc khi ủy quyền."
          optional
          width={20}
          maxLength={100}
        />
        <DayField name="tu-ngay" label="Từ ngày" value={formatDay(todayOf(c))} />
        <DayField name="den-ngay" label="Đến ngày" hint="Bắt buộc khi ủy quyền. Ví dụ: 5/9/2026" optional />
      </FormPage>
    </>,
  );
}

function delegationIn(form: Form) {
  const kind = DELEGATION_KINDS.find((one) => one.kind === form.values['hinh-thuc'])?.kind;
  const appointmentId = parseId<'appointment'>(form.values['nguoi-ky']);
  const forAppointmentId = parseId<'appointment'>(form.values['thay-cho']);
  const faults: { field: string; message: string }[] = [];
  if (!kind) faults.push({ field: 'hinh-thuc', message: 'Hãy chọn hình thức.' });
  if (!appointmentId) faults.push({ field: 'nguoi-ky', message: 'Hãy chọn người ký.' });
  if (!forAppointmentId) faults.push({ field: 'thay-cho', message: 'Hãy chọn người được ký thay.' });
  if (!kind || !appointmentId || !forAppointmentId)
    throw new Fault('invalid', 'delegation.invalid', faults[0]!.message, faults);
  return {
    kind,
    appointmentId,
    forAppointmentId,
    scope: line(form, 'noi-dung').slice(0, 500),
    decision: line(form, 'van-ban').slice(0, 100),
    from: dayIn(form, 'tu-ngay'),
    to: optionalDayIn(form, 'den-ngay'),
  };
}

function create(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const given = delegationIn(form);
      const personId = await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: 'delegation.make', personId: principal.personId }, () =>
            delegate(tx, principal, given),
          ),
        );
      await accountsOf(c.get('services')).changed(personId);
      return redirectWith(c, '/to-chuc/thay-mat', { tone: 'success', text: 'Đã ghi.' });
    },
    (failed) => newPage(c, failed),
  );
}

async function endPage(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const id = idIn<'delegation'>(c);
  const [[found]] = await db.read(principal, delegationById(db.build, keptUnit(principal), id));
  if (!found) throw notFound('việc ký thay này');
  return page(
    c,
    { title: 'Kết thúc ký thay, ủy quyền', status: failed?.status },
    <ConfirmPage
      title={`Kết thúc: ${delegationLabel(found.kind)}`}
      caption={found.actor}
      action={`/to-chuc/thay-mat/${id}/ket-thuc`}
      submit="Kết thúc"
      submitKind="warning"
      cancelHref="/to-chuc/thay-mat"
      sent={failed?.sent}
      fault={failed?.fault}
      consequence={
        <p>
          {found.actor} không còn làm việc thay cho {found.principal} ({found.principalTitle}, {found.organName}) sau
          ngày này.
        </p>
      }
    >
      <DayField name="ngay" label="Ngày cuối cùng" value={formatDay(todayOf(c))} />
      <TextArea name="ly-do" label="Lý do" rows={2} maxLength={500} />
    </ConfirmPage>,
  );
}

function end(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const ending = { id: idIn<'delegation'>(c), on: dayIn(form, 'ngay'), reason: line(form, 'ly-do').slice(0, 500) };
      const personId = await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: 'delegation.end', personId: principal.personId }, () =>
            endDelegation(tx, principal, ending),
          ),
        );
      await accountsOf(c.get('services')).changed(personId);
      return redirectWith(c, '/to-chuc/thay-mat', { tone: 'success', text: 'Đã kết thúc.' });
    },
    (failed) => endPage(c, failed),
  );
}

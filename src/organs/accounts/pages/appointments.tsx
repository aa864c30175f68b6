import { formatDay } from '../../../kernel/day.ts';
import { Fault, notFound } from '../../../kernel/errors.ts';
import { parseId } from '../../../kernel/ids.ts';
import { cleanLine, fold } from '../../../kernel/vietnamese.ts';
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
  FilterBar,
  FormPage,
  Heading,
  LinkRow,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { appoint, endAppointment } from '../appoint.ts';
import { APPOINTMENT_KINDS, kindLabel, ROLES, roleLabel, roleOf } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { appointmentById, unitAppointments, unitOrgans, unitPeople } from '../store.ts';
import { dayIn, type Failed, idIn, line, optionalDayIn, submit, todayOf } from './request.ts';
import { period } from './words.ts';

export const appointmentRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/bo-nhiem', may: administer, handle: listPage },
  { method: 'get', path: '/to-chuc/bo-nhiem/moi', may: administer, handle: (c) => newPage(c) },
  { method: 'post', path: '/to-chuc/bo-nhiem/moi', may: administer, handle: create },
  { method: 'get', path: '/to-chuc/bo-nhiem/:id{[0-9]+}/ket-thuc', may: administer, handle: (c) => endPage(c) },
  { method: 'post', path: '/to-chuc/bo-nhiem/:id{[0-9]+}/ket-thuc', may: administer, handle: end },
];

const CRUMBS = [
  { label: 'Tài khoản của đơn vị', href: '/to-chuc/tai-khoan' },
  { label: 'Bổ nhiệm', href: '/to-chuc/bo-nhiem' },
];

async function listPage(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [all] = await db.read(principal, unitAppointments(db.build, keptUnit(principal), todayOf(c)));
  const search = cleanLine(c.req.query('tim') ?? '').slice(0, 100);
  const key = fold(search);
  const rows = all.filter((one) => fold(`${one.personName} ${one.title} ${one.organName}`).includes(key));
  return page(
    c,
    { title: 'Bổ nhiệm', wide: true },
    <>
      <Breadcrumbs links={CRUMBS.slice(0, 1)} />
      <Heading
        title="Bổ nhiệm"
        lead={`Ai giữ chức vụ nào ở ${principal.unitName}. Một người có thể giữ nhiều chức vụ cùng lúc (kiêm nhiệm).`}
        actions={<ButtonLink href="/to-chuc/bo-nhiem/moi">Bổ nhiệm</ButtonLink>}
      />
      <FilterBar action="/to-chuc/bo-nhiem" values={{ tim: search }} submit="Tìm">
        <TextField name="tim" label="Tên, chức danh hoặc cơ quan" type="search" width={20} maxLength={100} />
      </FilterBar>
      <DataTable
        caption="Chức vụ đang giữ"
        rows={rows}
        empty={<EmptyState title="Không có chức vụ nào khớp" />}
        columns={[
          { title: 'Họ tên', cell: (one) => <a href={`/to-chuc/tai-khoan/${one.personId}`}>{one.personName}</a> },
          { title: 'Chức danh', cell: (one) => one.title },
          { title: 'Cơ quan', cell: (one) => one.organName },
          { title: 'Vai trò', cell: (one) => roleLabel(one.role) },
          { title: 'Loại', narrow: true, cell: (one) => kindLabel(one.kind) },
          { title: 'Thời gian', narrow: true, cell: (one) => period(one) },
          {
            title: '',
            cell: (one) => (
              <a href={`/to-chuc/bo-nhiem/${one.id}/ket-thuc`} aria-label={`Kết thúc chức vụ của ${one.personName}`}>
                Kết thúc
              </a>
            ),
          },
        ]}
      />
      <LinkRow>
        <a class="govuk-link" href="/to-chuc/thay-mat">
          Ký thay, thừa lệnh, ủy quyền
        </a>
      </LinkRow>
    </>,
  );
}

async function newPage(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const unitId = keptUnit(principal);
  const { db } = c.get('services');
  const [people, organs] = await db.read(
    principal,
    unitPeople(db.build, unitId),
    unitOrgans(db.build, unitId, todayOf(c)),
  );
  return page(
    c,
    { title: 'Bổ nhiệm', status: failed?.status },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Bổ nhiệm vào một chức vụ" />
      <FormPage
        action="/to-chuc/bo-nhiem/moi"
        submit="Bổ nhiệm"
        cancelHref="/to-chuc/bo-nhiem"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <Select
          name="nguoi"
          label="Người được bổ nhiệm"
          empty="Chọn người"
          value={c.req.query('nguoi')}
          options={people.map((one) => ({ value: String(one.id), label: `${one.name} (${one.username})` }))}
        />
        <Select
          name="co-quan"
          label="Cơ quan"
          empty="Chọn cơ quan"
          options={organs.map((one) => ({ value: String(one.id), label: one.shortName }))}
        />
        <TextField name="chuc-danh" label="Chức danh" hint="Ví dụ: Phó Chủ tịch" maxLength={150} autocomplete="off" />
        <Select
          name="vai-tro"
          label="Vai trò"
          empty="Chọn vai trò"
          options={ROLES.map((one) => ({ value: one.role, label: `${one.label} – ${one.hint}` }))}
        />
        <Radios
          name="loai"
          label="Loại"
          value="concurrent"
          inline
          choices={APPOINTMENT_KINDS.map((one) => ({ value: one.kind, label: one.label }))}
        />
        <DayField name="tu-ngay" label="Từ ngày" value={formatDay(todayOf(c))} />
        <DayField name="den-ngay" label="Đến ngày" hint="Bỏ trống nếu chưa định ngày kết thúc." optional />
        <TextField name="quyet-dinh" label="Số quyết định" optional width={20} maxLength={100} />
      </FormPage>
    </>,
  );
}

function appointmentIn(form: Form) {
  const faults: { field: string; message: string }[] = [];
  const role = roleOf(form.values['vai-tro'] ?? '');
  const kind = APPOINTMENT_KINDS.find((one) => one.kind === form.values.loai)?.kind;
  if (!parseId(form.values.nguoi)) faults.push({ field: 'nguoi', message: 'Hãy chọn người được bổ nhiệm.' });
  if (!parseId(form.values['co-quan'])) faults.push({ field: 'co-quan', message: 'Hãy chọn cơ quan.' });
  if (!line(form, 'chuc-danh')) faults.push({ field: 'chuc-danh', message: 'Hãy nhập chức danh.' });
  if (!role) faults.push({ field: 'vai-tro', message: 'Hãy chọn vai trò.' });
  if (!kind) faults.push({ field: 'loai', message: 'Hãy chọn loại.' });
  if (faults.length > 0) throw new Fault('invalid', 'appointment.invalid', faults[0]!.message, faults);
  return {
    personId: parseId<'person'>(form.values.nguoi)!,
    organId: parseId<'organ'>(form.values['co-quan'])!,
    title: line(form, 'chuc-danh').slice(0, 150),
    role: role!,
    kind: kind!,
    from: dayIn(form, 'tu-ngay'),
    to: optionalDayIn(form, 'den-ngay'),
    decision: line(form, 'quyet-dinh').slice(0, 100),
  };
}

function create(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const { db } = c.get('services');
      const given = appointmentIn(form);
      await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'appointment.make', personId: principal.personId }, () =>
          appoint(tx, principal, given),
        ),
      );
      await accountsOf(c.get('services')).changed(given.personId);
      return redirectWith(c, '/to-chuc/bo-nhiem', { tone: 'success', text: 'Đã bổ nhiệm.' });
    },
    (failed) => newPage(c, failed),
  );
}

async function endPage(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const id = idIn<'appointment'>(c);
  const [[held]] = await db.read(principal, appointmentById(db.build, keptUnit(principal), id));
  if (!held) throw notFound('chức vụ này');
  return page(
    c,
    { title: 'Kết thúc chức vụ', status: failed?.status },
    <ConfirmPage
      title="Kết thúc chức vụ"
      caption={held.personName}
      action={`/to-chuc/bo-nhiem/${id}/ket-thuc`}
      submit="Kết thúc chức vụ"
      submitKind="warning"
      cancelHref="/to-chuc/bo-nhiem"
      sent={failed?.sent}
      fault={failed?.fault}
      consequence={
        <p>
          {held.title}, {held.organName}. Sau ngày này, người giữ không làm việc với chức vụ đó nữa; việc ký thay gắn
          với chức vụ cũng kết thúc.
        </p>
      }
    >
      <DayField name="ngay" label="Ngày cuối cùng giữ chức vụ" value={formatDay(todayOf(c))} />
      <TextArea name="ly-do" label="Lý do" hint="Ví dụ: điều động, hết nhiệm kỳ." rows={2} maxLength={500} />
    </ConfirmPage>,
  );
}

function end(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const { db } = c.get('services');
      const ending = { id: idIn<'appointment'>(c), on: dayIn(form, 'ngay'), reason: line(form, 'ly-do').slice(0, 500) };
      const people = await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'appointment.end', personId: principal.personId }, () =>
          endAppointment(tx, principal, ending),
        ),
      );
      for (const personId of people) await accountsOf(c.get('services')).changed(personId);
      return redirectWith(c, '/to-chuc/bo-nhiem', { tone: 'success', text: 'Đã kết thúc chức vụ.' });
    },
    (failed) => endPage(c, failed),
  );
}

import { Fault } from '../../../kernel/errors.ts';
import { isUsername } from '../../../platform/accounts/index.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
} from '../../../platform/http/index.ts';
import { Breadcrumbs, FormPage, Heading, Select, TextField } from '../../../ui/index.ts';
import { isEmail, USERNAME_RULE } from '../importSheet.ts';
import { giveAccounts, makePassword } from '../keepAccount.ts';
import { ROLES, roleOf } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { unitOrgans } from '../store.ts';
import { ALREADY, initialPasswordPage } from './initialPassword.tsx';
import { type Failed, line, submit, todayOf } from './request.ts';
import { CRUMBS } from './words.ts';

export const newAccountRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/tai-khoan/moi', may: administer, handle: (c) => newPage(c) },
  { method: 'post', path: '/to-chuc/tai-khoan/moi', may: administer, handle: create },
];

async function newPage(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [organs] = await db.read(principal, unitOrgans(db.build, keptUnit(principal), todayOf(c)));
  return page(
    c,
    { title: 'Thêm tài khoản', status: failed?.status },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Thêm tài khoản" lead={principal.unitName} />
      <FormPage
        action="/to-chuc/tai-khoan/moi"
        submit="Tạo tài khoản"
        cancelHref="/to-chuc/tai-khoan"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <TextField name="ho-ten" label="Họ tên" maxLength={100} autocomplete="off" />
        <TextField
          name="ten-dang-nhap"
          label="Tên đăng nhập"
          hint="Chữ thường không dấu, ví dụ: vanphong.concuong"
          width={30}
          maxLength={60}
          autocomplete="off"
        />
        <Select
          name="co-quan"
          label="Cơ quan"
          empty="Chọn cơ quan"
          options={organs.map((organ) => ({ value: String(organ.id), label: organ.shortName }))}
        />
        <TextField
          name="chuc-danh"
          label="Chức danh"
          hint="Ví dụ: Chánh Văn phòng"
          maxLength={150}
          autocomplete="off"
        />
        <Select
          name="vai-tro"
          label="Vai trò"
          empty="Chọn vai trò"
          options={ROLES.map((one) => ({ value: one.role, label: `${one.label} – ${one.hint}` }))}
        />
        <TextField name="thu" label="Thư điện tử" type="email" optional maxLength={200} autocomplete="off" />
        <TextField
          name="dien-thoai"
          label="Điện thoại"
          type="tel"
          optional
          width={20}
          maxLength={20}
          autocomplete="off"
        />
      </FormPage>
    </>,
  );
}

function newAccountIn(form: Form) {
  const faults: { field: string; message: string }[] = [];
  const need = (field: string, ok: boolean, message: string) => void (ok || faults.push({ field, message }));
  const username = line(form, 'ten-dang-nhap').toLowerCase();
  const role = roleOf(form.values['vai-tro'] ?? '');
  const email = line(form, 'thu');
  const phone = line(form, 'dien-thoai');
  need('ho-ten', line(form, 'ho-ten') !== '', 'Hãy nhập họ tên.');
  need('ten-dang-nhap', isUsername(username), USERNAME_RULE);
  need('co-quan', /^\d{1,15}$/.test(form.values['co-quan'] ?? ''), 'Hãy chọn cơ quan.');
  need('chuc-danh', line(form, 'chuc-danh') !== '', 'Hãy nhập chức danh.');
  need('vai-tro', role !== undefined, 'Hãy chọn vai trò.');
  need('thu', email === '' || isEmail(email), 'Địa chỉ thư điện tử chưa đúng, ví dụ: vanphong@vidu.gov.vn.');
  need('dien-thoai', /^[\d +().-]{0,20}$/.test(phone), 'Số điện thoại chỉ gồm chữ số và dấu cách.');
  if (faults.length > 0) throw new Fault('invalid', 'account.invalid', faults[0]!.message, faults);
  return {
    name: line(form, 'ho-ten').slice(0, 100),
    username,
    organId: Number(form.values['co-quan']),
    title: line(form, 'chuc-danh').slice(0, 150),
    role: role!,
    email,
    phone,
  };
}

function create(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const principal = principalOf(c);
      const account = newAccountIn(form);
      const made = await makePassword();
      let fresh = false;
      const personId = await c.get('services').db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'account.create', personId: principal.personId }, async () => {
          fresh = true;
          const [created] = await giveAccounts(tx, principal, [account], [made], todayOf(c));
          return created!.personId;
        }),
      );
      if (!fresh) return redirectWith(c, `/to-chuc/tai-khoan/${personId}`, ALREADY);
      return initialPasswordPage(c, 'Đã tạo tài khoản', personId, account.username, made.password);
    },
    (failed) => newPage(c, failed),
  );
}

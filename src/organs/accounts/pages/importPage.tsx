import { Fault, invalid } from '../../../kernel/errors.ts';
import { fold } from '../../../kernel/vietnamese.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { type AppContext, page, principalOf, type RouteTable, redirectWith } from '../../../platform/http/index.ts';
import { readRows, XLSX_TYPE, xlsxStream } from '../../../platform/spreadsheet/index.ts';
import { Breadcrumbs, DataTable, FileField, FormPage, Heading, LinkRow, Notice } from '../../../ui/index.ts';
import { takenUsernames } from '../createAccounts.ts';
import { IMPORT_COLUMNS, type ImportFault, MAX_IMPORT_ROWS, readImport } from '../importSheet.ts';
import { giveAccounts, type MadePassword, makePassword } from '../keepAccount.ts';
import { ROLES } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { unitOrganNames, unitOrgans } from '../store.ts';
import { type Failed, submit, todayOf } from './request.ts';
import { CRUMBS } from './words.ts';

export const importRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/tai-khoan/nhap', may: administer, handle: (c) => importPage(c) },
  { method: 'post', path: '/to-chuc/tai-khoan/nhap', may: administer, handle: importSheet },
  { method: 'get', path: '/to-chuc/tai-khoan/nhap/mau.xlsx', may: administer, handle: template },
];

const MAX_BYTES = 5 * 1024 * 1024;
/** Lines of a result shown on the page; the file to take away holds all. */
const SHOWN = 100;

function importPage(c: AppContext, failed?: Failed, faults: readonly ImportFault[] = []): Promise<Response> {
  return page(
    c,
    { title: 'Nhập tài khoản từ Excel', status: failed?.status },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading
        title="Nhập tài khoản từ Excel"
        lead="Cả tệp được kiểm tra trước; có một lỗi thì không tài khoản nào được tạo."
      />
      {faults.length > 0 && (
        <DataTable
          caption="Các lỗi trong tệp"
          showCaption
          rows={faults.slice(0, SHOWN)}
          columns={[
            { title: 'Dòng', numeric: true, cell: (one) => one.line },
            { title: 'Cột', narrow: true, cell: (one) => one.column },
            { title: 'Cần sửa', cell: (one) => one.message },
          ]}
        />
      )}
      <FormPage
        action="/to-chuc/tai-khoan/nhap"
        files
        submit="Kiểm tra và tạo tài khoản"
        cancelHref="/to-chuc/tai-khoan"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <FileField
          name="tep"
          label="Tệp Excel (.xlsx) hoặc CSV"
          hint={`Các cột: ${IMPORT_COLUMNS.map((one) => one.header.toLowerCase()).join(', ')}. Tối đa ${MAX_IMPORT_ROWS} dòng.`}
          accept=".xlsx,.csv"
          maxBytes={MAX_BYTES}
        />
      </FormPage>
      <p class="govuk-body">
        <a href="/to-chuc/tai-khoan/nhap/mau.xlsx">Tải tệp mẫu</a>. Vai trò là một trong:{' '}
        {ROLES.map((one) => one.label).join('; ')}.
      </p>
    </>,
  );
}

/** A sheet with the heads and one line of example for an organ of the unit. */
async function template(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  const [organs] = await db.read(principal, unitOrgans(db.build, keptUnit(principal), todayOf(c)));
  const rows = organs
    .slice(0, 1)
    .map((organ) => ['Văn thư văn phòng', 'vanthu.vanphong', organ.shortName, 'Văn thư', 'Văn thư, tổng hợp', '']);
  const columns = IMPORT_COLUMNS.map(({ header }) => ({ header }));
  return new Response(xlsxStream(columns, rows, 'Tài khoản'), {
    headers: { 'content-type': XLSX_TYPE, 'content-disposition': 'attachment; filename="mau-tai-khoan.xlsx"' },
  });
}

/** The faults of a sheet travel with the fault of the form. */
class SheetFault extends Fault {
  constructor(readonly lines: readonly ImportFault[]) {
    super(
      'invalid',
      'import.lines',
      `Tệp có ${lines.length} chỗ cần sửa, chưa tạo tài khoản nào. Hãy sửa rồi tải lên lại.`,
      [
        {
          field: 'tep',
          message: `Tệp có ${lines.length} chỗ cần sửa, chưa tạo tài khoản nào. Xem từng dòng ở bảng dưới.`,
        },
      ],
    );
  }
}

function importSheet(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const file = form.files.tep?.[0];
      if (!file) throw invalid('import.file', 'Hãy chọn một tệp .xlsx hoặc .csv.', 'tep');
      const principal = principalOf(c);
      const { accounts, lines } = await readSheet(c, file);
      const made = await Promise.all(accounts.map(makePassword));
      let fresh = false;
      await c.get('services').db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'account.import', personId: principal.personId }, async () => {
          fresh = true;
          const taken = await takenUsernames(
            tx,
            accounts.map((one) => one.username),
          );
          const faults = accounts.flatMap((one, i) =>
            taken.has(one.username)
              ? [
                  {
                    line: lines[i]!,
                    column: 'Tên đăng nhập',
                    message: `Tên đăng nhập "${one.username}" đã có người dùng.`,
                  },
                ]
              : [],
          );
          if (faults.length > 0) throw new SheetFault(faults);
          await giveAccounts(tx, principal, accounts, made, todayOf(c));
        }),
      );
      if (!fresh)
        return redirectWith(c, '/to-chuc/tai-khoan', {
          tone: 'info',
          text: 'Tệp này đã được nhập ở lần gửi trước. Mật khẩu chỉ hiện một lần; ai chưa có thì đặt lại mật khẩu.',
        });
      return resultPage(c, accounts, made);
    },
    (failed) => importPage(c, failed, failed.fault instanceof SheetFault ? failed.fault.lines : []),
  );
}

async function readSheet(c: AppContext, file: File) {
  const principal = principalOf(c);
  const unitId = keptUnit(principal);
  const { db } = c.get('services');
  const rows = await readRows(new Uint8Array(await file.arrayBuffer()), {
    bytes: MAX_BYTES,
    rows: MAX_IMPORT_ROWS + 1,
    columns: 20,
  }).catch((error) => {
    // The sheet's own faults belong to the one field of this form.
    throw error instanceof Fault
      ? new Fault(error.kind, error.code, error.message, [{ field: 'tep', message: error.message }])
      : error;
  });
  const [organs, names] = await db.read(
    principal,
    unitOrgans(db.build, unitId, todayOf(c)),
    unitOrganNames(db.build, unitId, todayOf(c)),
  );
  const known = new Map<string, number[]>();
  for (const { id, name } of [...organs.flatMap((one) => [one, { id: one.id, name: one.shortName }]), ...names]) {
    const ids = known.get(fold(name)) ?? [];
    known.set(fold(name), ids.includes(id) ? ids : [...ids, id]);
  }
  const reading = readImport(rows, { organs: known });
  if (reading.faults.length > 0) throw new SheetFault(reading.faults);
  return reading;
}

type Result = { name: string; username: string; title: string; password: string };

/** The one time that the passwords are seen: the page and the file to take away travel in one answer and are kept nowhere. */
async function resultPage(
  c: AppContext,
  accounts: readonly { name: string; username: string; title: string }[],
  made: readonly MadePassword[],
): Promise<Response> {
  const results: Result[] = accounts.map(({ name, username, title }, i) => ({
    name,
    username,
    title,
    password: made[i]!.password,
  }));
  const columns = ['Họ tên', 'Tên đăng nhập', 'Chức danh', 'Mật khẩu ban đầu'].map((header) => ({ header }));
  const sheet = xlsxStream(
    columns,
    results.map((one) => [one.name, one.username, one.title, one.password]),
    'Mật khẩu ban đầu',
  );
  const bytes = Buffer.from(await new Response(sheet).arrayBuffer());
  return page(
    c,
    { title: 'Đã tạo tài khoản' },
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title={`Đã tạo ${results.length} tài khoản`} />
      <Notice
        tone="warning"
        text="Mật khẩu ban đầu chỉ hiện lần này. Hãy tải danh sách về ngay và trao riêng cho từng người."
      />
      <LinkRow>
        <a
          class="govuk-button"
          href={`data:${XLSX_TYPE};base64,${bytes.toString('base64')}`}
          download="mat-khau-ban-dau.xlsx"
        >
          Tải danh sách mật khẩu (.xlsx)
        </a>
        <a class="govuk-link" href="/to-chuc/tai-khoan">
          Về danh sách tài khoản
        </a>
      </LinkRow>
      <DataTable
        caption={results.length > SHOWN ? `${SHOWN} tài khoản đầu; tệp tải về có đủ` : 'Tài khoản đã tạo'}
        showCaption
        rows={results.slice(0, SHOWN)}
        columns={[
          { title: 'Họ tên', cell: (one) => one.name },
          { title: 'Tên đăng nhập', cell: (one) => one.username },
          { title: 'Chức danh', cell: (one) => one.title },
          { title: 'Mật khẩu ban đầu', narrow: true, cell: (one) => <code>{one.password}</code> },
        ]}
      />
    </>,
  );
}

import type { VNode } from 'preact';
import { invalid, isFault } from '../../../kernel/errors.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../../platform/http/index.ts';
import { readRows, XLSX_TYPE, xlsxStream } from '../../../platform/spreadsheet/index.ts';
import {
  Breadcrumbs,
  DataTable,
  Details,
  FileField,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  Section,
} from '../../../ui/index.ts';
import { keepProcedures } from '../../policy.ts';
import { procedureBook, refreshBook } from '../book.ts';
import { importProcedures } from '../importProcedures.ts';
import { MOST_ROWS, planProcedures, SHEET_COLUMNS, type SheetFault } from '../sheet.ts';
import { sheetNames } from '../sheetNames.ts';

/** The catalogue from a sheet: all rows or none, the faults told by row. */
export const importRoutes: RouteTable = [
  { method: 'get', path: '/thu-tuc/nhap', may: keepProcedures, handle: (c) => showForm(c, []) },
  { method: 'get', path: '/thu-tuc/nhap/mau.xlsx', may: keepProcedures, handle: giveTemplate },
  { method: 'post', path: '/thu-tuc/nhap', may: keepProcedures, handle: take },
];

const MOST_BYTES = 5_000_000;
const MOST_FAULTS = 200;

async function showForm(
  c: AppContext,
  faults: readonly SheetFault[],
  sent?: Form,
  fault?: FormFault,
  status?: 409 | 413 | 422,
): Promise<Response> {
  return page(c, { title: 'Nhập danh mục thủ tục', status }, <ImportPage {...{ faults, sent, fault }} />);
}

function ImportPage({ faults, sent, fault }: { faults: readonly SheetFault[]; sent?: Form; fault?: FormFault }): VNode {
  return (
    <>
      <Breadcrumbs links={[{ label: 'Thủ tục', href: '/thu-tuc' }]} />
      <Heading
        title="Nhập danh mục thủ tục"
        lead="Mỗi dòng là một bản của một thủ tục, có hiệu lực từ ngày ghi trong bảng. Hồ sơ đã nhận vẫn theo bản cũ."
        actions={<a href="/thu-tuc/nhap/mau.xlsx">Tải bảng mẫu</a>}
      />
      <FormPage action="/thu-tuc/nhap" files sent={sent} fault={fault} submit="Nhập" cancelHref="/thu-tuc">
        <FileField name="tep" label="Bảng Excel hoặc CSV" maxBytes={MOST_BYTES} />
      </FormPage>
      <HowToWrite />
      {faults.length > 0 && (
        <Section title={`${formatNumber(faults.length)} dòng cần sửa`}>
          <p>Chưa có gì được nhập. Sửa các dòng này trong bảng rồi gửi lại cả bảng.</p>
          <DataTable
            caption="Dòng cần sửa"
            rows={faults.slice(0, MOST_FAULTS)}
            columns={[
              { title: 'Dòng', numeric: true, cell: (f) => formatNumber(f.line) },
              { title: 'Vì sao', cell: (f) => f.message },
            ]}
          />
        </Section>
      )}
    </>
  );
}

const HowToWrite = (): VNode => (
  <Details summary="Cách ghi từng cột">
    <DataTable
      caption="Các cột của bảng"
      rows={SHEET_COLUMNS}
      columns={[
        { title: 'Cột', cell: (column) => column.head },
        { title: 'Cột phải có', narrow: true, cell: (column) => (column.required ? 'có' : '') },
        { title: 'Cách ghi', cell: (column) => column.how },
        { title: 'Ví dụ', cell: (column) => column.example },
      ]}
    />
  </Details>
);

function giveTemplate(c: AppContext): Response {
  const columns = SHEET_COLUMNS.map(({ head }) => ({ header: head }));
  const example = SHEET_COLUMNS.map((column) => column.example);
  return c.body(xlsxStream(columns, [example], 'Thủ tục'), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': 'attachment; filename="mau-thu-tuc.xlsx"',
  });
}

async function take(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const principal = principalOf(c);
  const form = await readForm(c);
  try {
    const file = form.files.tep?.[0];
    if (!file || file.size === 0) throw invalid('sheet.none', 'Hãy chọn tệp bảng tính.', 'tep');
    const rows = await readRows(new Uint8Array(await file.arrayBuffer()), {
      bytes: MOST_BYTES,
      rows: MOST_ROWS + 1,
      columns: 30,
    });
    const plan = planProcedures(rows, await procedureBook(services), await sheetNames(services));
    const { planned, reworded, unchanged, faults } = plan;
    if (faults.length > 0) return await showForm(c, faults, form, undefined, 422);
    if (planned.length + reworded.length + unchanged === 0)
      throw invalid('sheet.empty', 'Bảng không có dòng nào dưới dòng đầu.', 'tep');
    await services.db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'procedure.import', personId: principal.personId }, () =>
        importProcedures(tx, principal, plan),
      ),
    );
    await refreshBook(services);
    const parts = [
      `Đã nhập ${formatNumber(planned.length)} bản thủ tục`,
      reworded.length > 0 && `${formatNumber(reworded.length)} bản đổi từ để tìm`,
      unchanged > 0 && `${formatNumber(unchanged)} bản không đổi`,
    ];
    return redirectWith(c, '/thu-tuc', {
      tone: 'success',
      text: `${parts.filter(Boolean).join(', ')}.`,
    });
  } catch (error) {
    if (!isFault(error) || !['invalid', 'tooLarge', 'stale'].includes(error.kind)) throw error;
    if (error.kind === 'stale') await refreshBook(services);
    const atField =
      error.fields.length > 0 ? error : { message: error.message, fields: [{ field: 'tep', message: error.message }] };
    return showForm(c, [], form, atField, statusOfFault(error) as 409 | 413 | 422);
  }
}

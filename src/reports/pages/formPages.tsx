import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  ButtonLink,
  Checkbox,
  Checkboxes,
  ConfirmPage,
  DataTable,
  DayField,
  Details,
  EmptyState,
  ErrorSummary,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  PostButton,
  Radios,
  Section,
  Select,
  SummaryList,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { FIELD_TYPES, type FormVersion, isNumeric, type ReportField, type ReportForm, RULES } from '../model.ts';
import { PERIODICITIES, type Period } from '../periods.ts';
import { REPORTERS } from '../reporters.ts';
import { SOURCES } from '../sources.ts';
import type { PeriodRow } from '../store.ts';
import { shownValue } from '../values.ts';
import type { Failed } from './shared.ts';
import { FieldInputs } from './sheetFields.tsx';

const HOME = { href: '/bao-cao', label: 'Báo cáo' };

function Terms({ version }: { version?: FormVersion }): VNode {
  return (
    <>
      <Checkboxes
        name="noi-bao-cao"
        label="Ai phải báo cáo"
        values={version?.reporters}
        choices={Object.entries(REPORTERS).map(([value, { label }]) => ({ value, label }))}
      />
      <TextField
        name="so-ngay"
        label="Hạn gửi"
        hint="Số ngày làm việc, tính từ ngày sau ngày chốt số liệu."
        suffix="ngày làm việc"
        width={4}
        inputMode="decimal"
        value={version ? shownValue(version.dueDays) : '4'}
      />
    </>
  );
}

export function NewFormPage({ failed }: { failed?: Failed }): VNode {
  return (
    <>
      <Breadcrumbs links={[HOME]} />
      <Heading title="Lập biểu báo cáo" lead="Trước hết là tên, kỳ và nơi báo cáo; các chỉ tiêu thêm ở bước sau." />
      <FormPage
        action="/bao-cao/bieu-mau"
        sent={failed?.sent}
        fault={failed?.fault}
        submit="Tiếp tục"
        cancelHref="/bao-cao"
      >
        <TextField name="ten" label="Tên báo cáo" maxLength={200} />
        <Radios
          name="ky"
          label="Kỳ báo cáo"
          hint="Số liệu chốt từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ (Nghị định 09/2019/NĐ-CP)."
          choices={Object.entries(PERIODICITIES).map(([value, label]) => ({ value, label }))}
        />
        <Terms />
      </FormPage>
    </>
  );
}

export interface FormView {
  form: ReportForm;
  versions: readonly FormVersion[];
  periods: readonly PeriodRow[];
  /** Periods that could be opened now. */
  openable: readonly Period[];
  failed?: Failed;
}

export function FormPageView({ form, versions, periods, openable, failed }: FormView): VNode {
  const draft = versions.find((v) => v.state === 'draft');
  const published = versions.filter((v) => v.state === 'published');
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME]} />
      <Heading title={form.title} caption="Biểu báo cáo" lead={PERIODICITIES[form.periodicity]} />
      {failed && <ErrorSummary fault={failed.fault} />}
      {draft && <Draft draft={draft} path={path} />}
      {published.length > 0 && (
        <Section title="Mở kỳ báo cáo">
          {openable.length > 0 ? (
            <FormPage
              action={`${path}/mo-ky`}
              sent={failed?.sent}
              submit="Mở kỳ và gửi biểu cho các cơ quan"
              prefix="ky-"
            >
              <Select
                name="ky"
                label="Kỳ"
                hint={`Kỳ cũng tự mở ${7} ngày trước ngày chốt số liệu.`}
                options={openable.map((p) => ({
                  value: p.key,
                  label: `${p.label} (số liệu ${formatDay(p.from)} – ${formatDay(p.to)})`,
                }))}
              />
            </FormPage>
          ) : (
            <p>Các kỳ gần đây đều đã mở.</p>
          )}
          {periods.length > 0 && (
            <DataTable
              caption="Các kỳ đã mở"
              rows={periods}
              columns={[
                { title: 'Kỳ đã mở', cell: (p) => <a href={`/bao-cao/ky/${p.id}`}>{p.label}</a> },
                { title: 'Hạn gửi', narrow: true, cell: (p) => formatDay(p.dueOn) },
                { title: 'Tình trạng', narrow: true, cell: (p) => (p.state === 'open' ? 'Đang mở' : 'Đã khóa') },
              ]}
            />
          )}
        </Section>
      )}
      {published.map((version, i) => (
        <Section
          title={`Bản ${version.number}, áp dụng từ ${formatDay(version.validFrom!)}${version.validTo ? ` đến ${formatDay(version.validTo)}` : ''}`}
          actions={
            i === 0 && !draft ? (
              <PostButton action={`${path}/ban-moi`} kind="secondary" small>
                Tạo bản mới
              </PostButton>
            ) : undefined
          }
        >
          <VersionFacts version={version} />
          <Details summary={`${version.fields.length} chỉ tiêu`} open={i === 0 && !draft}>
            <FieldTable fields={version.fields} />
          </Details>
        </Section>
      ))}
    </>
  );
}

function Draft({ draft, path }: { draft: FormVersion; path: string }): VNode {
  const arrange = (key: string, viec: string, words: string, label: string) => (
    <PostButton
      action={`${path}/thu-tu`}
      kind="secondary"
      small
      label={label}
      version={draft.version}
      fields={{ 'chi-tieu': key, viec }}
    >
      {words}
    </PostButton>
  );
  return (
    <Section
      title={`Bản ${draft.number}, chưa công bố`}
      actions={
        <LinkRow>
          <ButtonLink href={`${path}/chi-tieu`}>Thêm chỉ tiêu</ButtonLink>
          {draft.fields.length > 0 && (
            <>
              <a class="govuk-link" href={`${path}/xem-truoc`}>
                Xem trước
              </a>
              <a class="govuk-link" href={`${path}/cong-bo`}>
                Công bố…
              </a>
            </>
          )}
        </LinkRow>
      }
    >
      <VersionFacts version={draft} edit={`${path}/noi-bao-cao`} />
      <DataTable
        caption="Các chỉ tiêu của bản nháp"
        rows={draft.fields}
        empty={
          <EmptyState title="Chưa có chỉ tiêu nào">
            <p>Chọn “Thêm chỉ tiêu”. Mỗi chỉ tiêu là một dòng của biểu.</p>
          </EmptyState>
        }
        columns={[
          ...fieldColumns(draft.fields, (f) => `${path}/chi-tieu/${f.key}`),
          {
            title: '',
            narrow: true,
            cell: (f) => (
              <LinkRow>
                {arrange(f.key, 'len', 'Lên', `Chuyển lên: ${f.label}`)}
                {arrange(f.key, 'xuong', 'Xuống', `Chuyển xuống: ${f.label}`)}
                {arrange(f.key, 'bo', 'Bỏ', `Bỏ chỉ tiêu: ${f.label}`)}
              </LinkRow>
            ),
          },
        ]}
      />
    </Section>
  );
}

const VersionFacts = ({ version, edit }: { version: FormVersion; edit?: string }): VNode => (
  <SummaryList
    rows={[
      {
        key: 'Nơi báo cáo',
        value: version.reporters.map((key) => REPORTERS[key]?.label ?? key).join('; '),
        action: edit ? { href: edit, label: 'Sửa', about: 'nơi báo cáo và hạn gửi' } : undefined,
      },
      { key: 'Hạn gửi', value: `${shownValue(version.dueDays)} ngày làm việc sau ngày chốt số liệu` },
    ]}
  />
);

function fieldColumns(fields: readonly ReportField[], href?: (f: ReportField) => string) {
  const labelOf = (key: string | null) => fields.find((o) => o.key === key)?.label ?? '';
  return [
    {
      title: 'Chỉ tiêu',
      cell: (f: ReportField) => (
        <>
          {href ? <a href={href(f)}>{f.label}</a> : f.label}
          <span class="ts-sub">
            {[f.unit, f.required ? 'bắt buộc' : '', f.source ? `tự lấy: ${SOURCES[f.source]?.label ?? f.source}` : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { title: 'Kiểu', narrow: true, cell: (f: ReportField) => FIELD_TYPES[f.type] },
    {
      title: 'Tổng hợp',
      cell: (f: ReportField) => (f.rule === 'weighted' ? `Trung bình theo “${labelOf(f.weightBy)}”` : RULES[f.rule]),
    },
  ];
}

const FieldTable = ({ fields }: { fields: readonly ReportField[] }): VNode => (
  <DataTable caption="Các chỉ tiêu" rows={fields} columns={fieldColumns(fields)} />
);

export function FieldPage(props: {
  form: ReportForm;
  draft: FormVersion;
  field?: ReportField;
  failed?: Failed;
}): VNode {
  const { form, draft, field, failed } = props;
  const path = `/bao-cao/bieu-mau/${form.id}`;
  const weights = draft.fields.filter((f) => isNumeric(f.type) && f.key !== field?.key);
  const number = (value: number | null | undefined) => (value == null ? '' : shownValue(value));
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title={field ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'} />
      <FormPage
        action={field ? `${path}/chi-tieu/${field.key}` : `${path}/chi-tieu`}
        sent={failed?.sent}
        fault={failed?.fault}
        version={draft.version}
        cancelHref={path}
        submit={field ? 'Lưu chỉ tiêu' : 'Thêm vào biểu'}
      >
        <TextField name="ten" label="Tên chỉ tiêu" maxLength={200} value={field?.label} />
        <Select name="kieu" label="Kiểu số liệu" value={field?.type ?? 'integer'} options={pairs(FIELD_TYPES)} />
        <TextField
          name="don-vi-tinh"
          label="Đơn vị tính"
          optional
          hint="Ví dụ: hồ sơ, ha, triệu đồng."
          width={10}
          value={field?.unit}
        />
        <Radios name="tong-hop" label="Cách tổng hợp" value={field?.rule ?? 'sum'} choices={pairs(RULES)} />
        {weights.length > 0 && (
          <Select
            name="trong-so"
            label="Trọng số"
            optional
            hint="Chỉ cần khi tổng hợp bằng trung bình có trọng số."
            empty="Không có"
            value={field?.weightBy ?? ''}
            options={weights.map((f) => ({ value: f.key, label: f.label }))}
          />
        )}
        <TextField
          name="nho-nhat"
          label="Nhỏ nhất"
          optional
          width={10}
          inputMode="decimal"
          value={field ? number(field.min) : '0'}
        />
        <TextField
          name="lon-nhat"
          label="Lớn nhất"
          optional
          width={10}
          inputMode="decimal"
          value={number(field?.max)}
        />
        <Select
          name="nguon"
          label="Tự lấy số từ"
          optional
          hint="Đơn vị thấy số này điền sẵn, kèm nguồn, và sửa được."
          empty="Không, đơn vị tự điền"
          value={field?.source ?? ''}
          options={Object.entries(SOURCES).map(([value, { label }]) => ({ value, label }))}
        />
        <TextArea
          name="lua-chon"
          label="Các lựa chọn"
          optional
          hint="Chỉ cần khi kiểu là “Chọn một trong danh sách”. Mỗi dòng một lựa chọn."
          rows={3}
          value={field?.choices.join('\n')}
        />
        <Checkbox name="bat-buoc" label="Bắt buộc có số liệu" checked={field?.required ?? true} />
      </FormPage>
    </>
  );
}

const pairs = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function TermsPage({ form, draft, failed }: { form: ReportForm; draft: FormVersion; failed?: Failed }): VNode {
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title="Nơi báo cáo và hạn gửi" />
      <FormPage
        action={`${path}/noi-bao-cao`}
        sent={failed?.sent}
        fault={failed?.fault}
        version={draft.version}
        submit="Lưu"
        cancelHref={path}
      >
        <Terms version={draft} />
      </FormPage>
    </>
  );
}

/** The form as those who report will see it; nothing can be sent. */
export function PreviewPage({ form, draft }: { form: ReportForm; draft: FormVersion }): VNode {
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title={form.title} caption="Xem trước" />
      <Notice tone="info" text="Đây là biểu như đơn vị sẽ thấy. Số điền ở đây không được ghi lại." />
      <div class="ts-form">
        <FieldInputs fields={draft.fields} values={{}} live={{}} />
      </div>
      <LinkRow>
        <ButtonLink href={path}>Quay lại sửa biểu</ButtonLink>
      </LinkRow>
    </>
  );
}

export function PublishPage(props: { form: ReportForm; draft: FormVersion; proposed: string; failed?: Failed }): VNode {
  const { form, draft, proposed, failed } = props;
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <ConfirmPage
        title={`Công bố bản ${draft.number}`}
        caption={form.title}
        action={`${path}/cong-bo`}
        version={draft.version}
        sent={failed?.sent}
        fault={failed?.fault}
        submit="Công bố"
        cancelHref={path}
        consequence={
          <p>
            Biểu có {draft.fields.length} chỉ tiêu. Sau khi công bố, bản này không sửa được nữa; muốn thay đổi thì tạo
            bản mới, áp dụng cho các kỳ sau. Bản trước (nếu có) hết áp dụng từ ngày trước đó.
          </p>
        }
      >
        <DayField name="hieu-luc" label="Áp dụng từ ngày" value={proposed} />
      </ConfirmPage>
    </>
  );
}

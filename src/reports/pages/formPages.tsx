import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  FormPage,
  Heading,
  LinkRow,
  PostButton,
  Section,
  Select,
  SummaryList,
} from '../../ui/index.ts';
import { FIELD_TYPES, type FormVersion, type ReportField, type ReportForm, RULES } from '../model.ts';
import { OPENED_AHEAD, PERIODICITIES, type Period } from '../periods.ts';
import { REPORTERS } from '../reporters.ts';
import { SOURCES } from '../sources.ts';
import type { PeriodRow } from '../store.ts';
import { shownValue } from '../values.ts';
import type { Failed } from './shared.ts';

const HOME = { href: '/bao-cao', label: 'Báo cáo' };

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
                hint={`Kỳ cũng tự mở ${OPENED_AHEAD} ngày trước ngày chốt số liệu.`}
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

import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  DataTable,
  FormPage,
  formatNumber,
  Heading,
  LinkRow,
  Notice,
  PostButton,
  Section,
} from '../../ui/index.ts';
import { type ReportField, RULES, type Values } from '../model.ts';
import type { RolledField, RollUp } from '../rollUp.ts';
import type { PeriodDetail, SheetRow } from '../store.ts';
import { shownValue } from '../values.ts';
import { fieldColumns } from './fieldColumns.tsx';
import type { Failed } from './shared.ts';

export interface RollUpView {
  period: PeriodDetail;
  result: RollUp;
  /** Of the period before, by key. */
  before?: { label: string; totals: ReadonlyMap<string, number | null> };
  /** How many organs have to report. */
  asked: number;
  unitName: (id: number) => string;
  maySign: boolean;
  failed?: Failed;
}

/** Half units are shown as they are, a mean with at most two decimals. */
export const shownTotal = (field: ReportField, total: number | null): string =>
  total === null ? '–' : shownValue(field.rule === 'weighted' ? Math.round(total * 100) / 100 : total);

/** What all reports of a period say together; each number opens the reports behind it. */
export function RollUpPage({ period, result, before, asked, unitName, maySign, failed }: RollUpView): VNode {
  const path = `/bao-cao/ky/${period.id}`;
  const totals = new Map(result.fields.map((f) => [f.key, f]));
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          { href: path, label: period.label },
        ]}
      />
      <Heading
        title={`Tổng hợp ${period.label}`}
        caption={period.title}
        lead={`Từ ${formatNumber(result.counted.length)} báo cáo đã ký gửi, trong ${formatNumber(asked)} cơ quan phải báo cáo`}
        actions={
          <LinkRow>
            <a class="govuk-link" href={`${path}/tong-hop.docx`}>
              Tải Word
            </a>
            <a class="govuk-link" href={`${path}/tong-hop.pdf`}>
              Tải PDF
            </a>
            <PostButton
              action="/bao-cao/xuat"
              kind="secondary"
              small
              fields={{ loai: 'tong-hop', ky: String(period.id) }}
            >
              Xuất XLSX từng đơn vị
            </PostButton>
          </LinkRow>
        }
      />
      {period.signedBy && (
        <Notice tone="success" title="Đã ký" text={`${period.signedBy} ký ngày ${formatDay(period.signedOn!)}.`} />
      )}
      <DataTable
        caption="Số liệu tổng hợp"
        rows={period.fields}
        columns={[
          ...fieldColumns(
            before && { label: before.label, value: (f) => shownTotal(f, before.totals.get(f.key) ?? null) },
          ),
          {
            title: period.label,
            numeric: true,
            cell: (f) => (
              <a href={`${path}/chi-tieu/${f.key}`}>
                {f.rule === 'none' ? 'xem từng đơn vị' : shownTotal(f, totals.get(f.key)?.total ?? null)}
              </a>
            ),
          },
          {
            title: 'Cách tính',
            cell: (f) => <span class="ts-quiet">{howTold(f, totals.get(f.key), period.fields)}</span>,
          },
        ]}
      />
      {result.within.length > 0 && (
        <Section title="Không cộng thêm, vì đã nằm trong báo cáo của đơn vị sau sắp xếp">
          <ul class="govuk-list govuk-list--bullet">
            {result.within.map(({ sheet, successorId }) => (
              <li>
                <a href={`/bao-cao/phieu/${sheet.sheetId}`}>{unitName(sheet.unitId)}</a>: trong báo cáo của{' '}
                {unitName(successorId)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {maySign && !period.signedOn && (
        <Section title="Ký báo cáo tổng hợp">
          <FormPage
            action={`${path}/ky-duyet`}
            sent={failed?.sent}
            fault={failed?.fault}
            version={period.version}
            submit="Ký và khóa sổ kỳ báo cáo"
          >
            <p>
              {result.counted.length < asked
                ? `Còn ${formatNumber(asked - result.counted.length)} cơ quan chưa có trong số liệu này. `
                : 'Tất cả các cơ quan đã có trong số liệu này. '}
              Sau khi ký, kỳ báo cáo khóa sổ và số liệu được giữ nguyên như đang thấy.
            </p>
          </FormPage>
        </Section>
      )}
    </>
  );
}

function howTold(field: ReportField, rolled: RolledField | undefined, fields: readonly ReportField[]): string {
  if (field.rule === 'none') return 'không tổng hợp';
  const sheets = `${formatNumber(rolled?.sheets ?? 0)} đơn vị`;
  if (field.rule === 'sum') return `cộng ${sheets}`;
  if (field.rule === 'latest') return `số mới nhất của ${sheets}, cộng lại`;
  return `trung bình ${sheets}, theo “${fields.find((f) => f.key === field.weightBy)?.label ?? ''}”`;
}

export interface BehindView {
  period: PeriodDetail;
  field: ReportField;
  rows: readonly (SheetRow & { values: Values; signedOn: Day })[];
  result: RollUp;
  unitName: (id: number) => string;
  organName: (id: number) => string;
}

/** The reports behind one number, the largest first. */
export function BehindPage({ period, field, rows, result, unitName, organName }: BehindView): VNode {
  const path = `/bao-cao/ky/${period.id}`;
  const counted = new Map(result.counted.map((c) => [c.sheet.sheetId, c]));
  const valueIn = (row: BehindView['rows'][number]) => row.values[field.key];
  const order = (row: BehindView['rows'][number]) =>
    typeof valueIn(row) === 'number' ? (valueIn(row) as number) : -Infinity;
  const sorted = [...rows].sort((a, b) => order(b) - order(a) || a.id - b.id);
  const weight = period.fields.find((f) => f.key === field.weightBy);
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          { href: path, label: period.label },
          { href: `${path}/tong-hop`, label: 'Tổng hợp' },
        ]}
      />
      <Heading
        title={field.label}
        caption={`${period.title}, ${period.label}`}
        lead={`${RULES[field.rule]}: ${shownTotal(field, result.fields.find((f) => f.key === field.key)?.total ?? null)} ${field.unit}`}
      />
      <DataTable
        caption="Số liệu của từng cơ quan"
        rows={sorted}
        columns={[
          {
            title: 'Cơ quan',
            cell: (row) => {
              const one = counted.get(row.id);
              return (
                <>
                  <a href={`/bao-cao/phieu/${row.id}`}>{organName(row.organId)}</a>
                  {!one && <span class="ts-sub">không cộng: đã nằm trong báo cáo của đơn vị sau sắp xếp</span>}
                  {one && one.standingId !== row.unitId && (
                    <span class="ts-sub">tính vào {unitName(one.standingId)}</span>
                  )}
                </>
              );
            },
          },
          {
            title: field.unit ? `Số liệu (${field.unit})` : 'Số liệu',
            numeric: true,
            cell: (row) => shownValue(valueIn(row)) || <span class="ts-quiet">không có</span>,
          },
          ...(weight
            ? [
                {
                  title: weight.label,
                  numeric: true,
                  cell: (row: (typeof rows)[number]) => shownValue(row.values[weight.key]),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

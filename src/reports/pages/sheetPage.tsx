import type { VNode } from 'preact';
import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  DataTable,
  Details,
  FileField,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  Section,
  TextArea,
  Timeline,
} from '../../ui/index.ts';
import { CLOSED } from '../heldSheet.ts';
import { stepAllowed } from '../model.ts';
import { mayFill, mayKeep, maySign } from '../policy.ts';
import type { LiveFigure } from '../sources.ts';
import type { EarlierSheet, PeriodDetail, SheetDetail } from '../store.ts';
import { fieldName, shownValue } from '../values.ts';
import { reportEventWords } from '../words.ts';
import { fieldColumns } from './fieldColumns.tsx';
import { SheetTag } from './home.tsx';
import type { Failed } from './shared.ts';
import { FieldInputs } from './sheetFields.tsx';

export interface SheetView {
  sheet: SheetDetail;
  period: PeriodDetail;
  principal: Principal;
  today: Day;
  organName: string;
  live: Readonly<Record<string, LiveFigure>>;
  before?: EarlierSheet;
  /** Units that ended within the period and went into this one. */
  absorbed: readonly string[];
  history: readonly HistoryRow[];
  failed?: Failed & { form: 'luu' | 'ky' | 'tra-lai' | 'nhap' };
}

export function SheetPage(view: SheetView): VNode {
  const { sheet, period, principal, today, failed, before } = view;
  const path = `/bao-cao/phieu/${sheet.id}`;
  const open = period.state === 'open';
  const editable = open && mayFill(principal, sheet) && stepAllowed('save', sheet.state);
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          ...(mayKeep(principal, period) ? [{ href: `/bao-cao/ky/${period.id}`, label: period.label }] : []),
        ]}
      />
      <Heading
        title={period.title}
        caption={view.organName}
        lead={
          <>
            {period.label} · số liệu từ {formatDay(period.from)} đến {formatDay(period.to)} · hạn gửi{' '}
            {formatDay(sheet.dueOn)} <SheetTag sheet={sheet} today={today} closed={!open} />
          </>
        }
        actions={
          <a class="govuk-link" href={`${path}/mau.xlsx`}>
            Tải mẫu XLSX
          </a>
        }
      />
      {!open && mayFill(principal, sheet) && <Notice tone="info" text={CLOSED} />}
      {sheet.state === 'returned' && sheet.remarks && (
        <Notice tone="warning" title="Văn phòng trả lại, cần sửa">
          <p class="ts-pre">{sheet.remarks}</p>
        </Notice>
      )}
      {sheet.signedBy && (
        <p>
          {sheet.signedBy} ký ngày {formatDay(sheet.signedOn!)}.
        </p>
      )}
      {!editable && failed && <Unsaved period={period} failed={failed} />}
      {editable ? <Writing view={view} path={path} /> : <Figures {...{ sheet, period, before }} />}
      {open && maySign(principal, sheet) && stepAllowed('sign', sheet.state) && (
        <Section title="Ký gửi" id="ky">
          <FormPage
            action={`${path}/ky`}
            sent={failed?.form === 'ky' ? failed.sent : null}
            fault={failed?.form === 'ky' ? failed.fault : null}
            version={sheet.version}
            prefix=""
          >
            <p>
              Ký gửi báo cáo với số liệu <b>đã lưu</b>. Sau khi ký, báo cáo sang văn phòng nhận và không sửa được, trừ
              khi được trả lại.
            </p>
            <Button>Ký và gửi báo cáo</Button>
          </FormPage>
        </Section>
      )}
      {open && mayKeep(principal, sheet) && stepAllowed('return', sheet.state) && (
        <Section title="Trả lại để sửa">
          <FormPage
            action={`${path}/tra-lai`}
            sent={failed?.form === 'tra-lai' ? failed.sent : null}
            fault={failed?.form === 'tra-lai' ? failed.fault : null}
            version={sheet.version}
            submit="Trả lại"
            submitKind="warning"
          >
            <TextArea name="ly-do" label="Cần sửa chỗ nào" rows={3} maxLength={2000} />
          </FormPage>
        </Section>
      )}
      {editable && <Upload view={view} path={path} />}
      <Details summary="Vì sao hạn gửi là ngày này">
        <ul class="govuk-list govuk-list--bullet">
          {period.dueLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      {view.history.length > 0 && (
        <Section title="Đã làm gì">
          <Timeline
            label="Đã làm gì"
            items={view.history.map((e) => ({
              when: formatInstant(e.at),
              title: reportEventWords[e.kind] ?? e.kind,
              children: [e.personName, e.organName, e.reason].filter(Boolean).join(' · '),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Writing({ view, path }: { view: SheetView; path: string }): VNode {
  const { sheet, period, live, before, absorbed, failed } = view;
  const mine = failed?.form === 'luu' || failed?.form === 'ky' ? failed : undefined;
  return (
    <FormPage
      action={path}
      sent={mine?.form === 'luu' ? mine.sent : null}
      fault={mine?.fault}
      version={sheet.version}
      cancelHref="/bao-cao"
    >
      <FieldInputs fields={period.fields} values={sheet.values} live={live} before={before} />
      <script
        type="application/json"
        data-report-fields
        dangerouslySetInnerHTML={{ __html: JSON.stringify(period.fields).replaceAll('<', '\\u003c') }}
      />
      {absorbed.length > 0 && (
        <Checkbox
          name="ca-don-vi-cu"
          label={`Số liệu trên gồm cả phần của ${absorbed.join(', ')} trước khi nhập vào đơn vị`}
          hint="Bỏ chọn nếu đơn vị cũ gửi báo cáo riêng cho phần thời gian trước đó; số liệu không bị cộng hai lần."
          checked={sheet.covers}
        />
      )}
      <LinkRow>
        <Button name="viec" value="luu" kind="secondary">
          Lưu nháp
        </Button>
        <Button name="viec" value="trinh">
          Lưu và trình ký
        </Button>
        <a class="govuk-link" href="/bao-cao">
          Thôi, quay lại
        </a>
      </LinkRow>
    </FormPage>
  );
}

function Upload({ view, path }: { view: SheetView; path: string }): VNode {
  const mine = view.failed?.form === 'nhap' ? view.failed : undefined;
  return (
    <Section title="Hoặc tải lên từ bảng tính" id="nhap">
      <FormPage
        action={`${path}/nhap`}
        files
        sent={mine?.sent}
        fault={mine?.fault}
        version={view.sheet.version}
        submit="Đọc tệp vào báo cáo"
        submitKind="secondary"
      >
        <FileField
          name="tep"
          label="Tệp theo mẫu"
          hint="Tải mẫu XLSX ở đầu trang, điền cột “Số liệu kỳ này”. Ô trống giữ nguyên số đang có."
          accept=".xlsx,.csv"
          maxBytes={5_000_000}
        />
      </FormPage>
    </Section>
  );
}

/** What was typed and could not be saved, to be copied: the period was closed, or the report signed, meanwhile. */
function Unsaved({ period, failed }: { period: PeriodDetail; failed: Failed }): VNode {
  const typed = period.fields.filter((f) => failed.sent.values[fieldName(f.key)]?.trim());
  return (
    <Notice tone="warning" title="Chưa ghi được" text={failed.fault.message}>
      {typed.length > 0 && (
        <Details summary="Số liệu bạn vừa gõ (chưa được lưu)" open>
          <ul class="govuk-list">
            {typed.map((f) => (
              <li>
                {f.label}: {failed.sent.values[fieldName(f.key)]}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Notice>
  );
}

/** The figures as they stand, beside those of the period before and what live data gave. */
export function Figures({ sheet, period, before }: Pick<SheetView, 'sheet' | 'period' | 'before'>): VNode {
  return (
    <DataTable
      caption="Số liệu"
      rows={period.fields}
      columns={[
        ...fieldColumns(before && { label: before.label, value: (f) => shownValue(before.values[f.key]) }),
        {
          title: period.label,
          numeric: true,
          cell: (f) => {
            const value = sheet.values[f.key];
            const counted = sheet.prefilled[f.key];
            return (
              <>
                {value === undefined ? <span class="ts-quiet">chưa có</span> : shownValue(value)}
                {counted !== undefined && counted !== value && (
                  <span class="ts-sub">hệ thống đếm được {shownValue(counted)}</span>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}

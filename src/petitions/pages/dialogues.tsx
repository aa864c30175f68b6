import type { VNode } from 'preact';
import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  DayField,
  Details,
  EmptyState,
  FileField,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  Section,
  type SentForm,
  TextField,
} from '../../ui/index.ts';
import { type Dialogue, type DialogueTally, MOST_GIVEN, takesPetitions } from '../dialogues.ts';
import { FIELDS, fieldLabel } from '../fields.ts';
import type { PetitionImport } from '../imports/store.ts';
import { isOpen } from '../model.ts';
import { CRUMBS, DIALOGUE_CRUMBS } from './dialogueCrumbs.ts';
import { IMPORT_STATES } from './importPage.tsx';
import type { Names } from './names.ts';

interface Failed {
  form: string;
  sent: SentForm;
  fault: FormFault;
}

export function DialoguesPage(props: {
  dialogues: readonly Dialogue[];
  names: Names;
  mayOpen: boolean;
  failed?: Failed;
}): VNode {
  const { dialogues, names, failed } = props;
  return (
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading
        title="Chương trình đối thoại"
        lead="Kiến nghị thu thập trước và tại các cuộc gặp mặt, đối thoại."
        actions={
          <ButtonLink href="/kien-nghi/doi-thoai/bao-cao" kind="secondary">
            Báo cáo năm
          </ButtonLink>
        }
      />
      <DataTable
        caption="Các chương trình đối thoại"
        rows={dialogues}
        columns={[
          { title: 'Chương trình', cell: (d) => <a href={`/kien-nghi/doi-thoai/${d.id}`}>{d.title}</a> },
          { title: 'Ngày', narrow: true, cell: (d) => formatDay(d.heldOn) },
          { title: 'Cơ quan', cell: (d) => names.organ(d.bodyId) },
        ]}
        empty={<EmptyState title="Chưa có chương trình đối thoại nào" />}
      />
      {props.mayOpen && (
        <Details summary="Mở chương trình đối thoại" open={failed !== undefined}>
          <FormPage action="/kien-nghi/doi-thoai" submit="Mở chương trình" sent={failed?.sent} fault={failed?.fault}>
            <TextField name="ten" label="Tên chương trình" maxLength={300} />
            <DayField name="ngay" label="Ngày tổ chức" />
            <RaiseUntilField />
          </FormPage>
        </Details>
      )}
    </>
  );
}

const RaiseUntilField = ({ value }: { value?: Day | null }): VNode => (
  <DayField
    name="nhan-den"
    label="Các nơi tự gửi kiến nghị đến hết ngày"
    hint="Để trống: chỉ văn phòng ghi, hoặc nhập từ bảng."
    value={value ? formatDay(value) : undefined}
    optional
  />
);

export interface DialogueView {
  dialogue: Dialogue;
  today: Day;
  tally: readonly DialogueTally[];
  names: Names;
  offered: readonly string[];
  steers: boolean;
  /** Tables that the office fed in, the last first. */
  imports: readonly Omit<PetitionImport, 'faults'>[];
  failed?: Failed;
}

export function DialoguePage(view: DialogueView): VNode {
  const { dialogue, tally, names, today } = view;
  const total = sum(tally);
  const rows = FIELDS.map((f) => ({ ...f, of: tally.filter((t) => t.field === f.key) })).filter((f) => f.of.length > 0);
  const href = (field: string) => `/kien-nghi?pham-vi=tat-ca&doi-thoai=${dialogue.id}&linh-vuc=${field}`;
  return (
    <>
      <Breadcrumbs links={DIALOGUE_CRUMBS} />
      <Heading
        caption={names.organ(dialogue.bodyId)}
        title={dialogue.title}
        lead={`${formatDay(dialogue.heldOn)} · ${formatNumber(total)} kiến nghị, ${formatNumber(sum(tally, (t) => isOpen(t.state)))} chờ trả lời`}
        actions={
          <>
            {takesPetitions(dialogue, today) && !view.steers && (
              <ButtonLink href={`/kien-nghi/gui?doi-thoai=${dialogue.id}`}>Gửi kiến nghị cho chương trình</ButtonLink>
            )}
            {total > 0 && (
              <ButtonLink href={`/kien-nghi/doi-thoai/${dialogue.id}/so-tra-loi`} kind="secondary">
                Sổ trả lời
              </ButtonLink>
            )}
          </>
        }
      />
      {dialogue.raiseUntil && (
        <p>
          {takesPetitions(dialogue, today)
            ? `Các nơi gửi kiến nghị đến hết ngày ${formatDay(dialogue.raiseUntil)}.`
            : `Đã hết hạn gửi kiến nghị (${formatDay(dialogue.raiseUntil)}).`}
        </p>
      )}
      <Section title="Theo lĩnh vực">
        <DataTable
          caption="Kiến nghị theo lĩnh vực"
          rows={rows}
          columns={[
            { title: 'Lĩnh vực', cell: (f) => <a href={href(f.key)}>{f.label}</a> },
            { title: 'Tất cả', numeric: true, cell: (f) => formatNumber(sum(f.of)) },
            { title: 'Chờ giao', numeric: true, cell: (f) => formatNumber(sum(f.of, (t) => t.state === 'raised')) },
            { title: 'Chờ trả lời', numeric: true, cell: (f) => formatNumber(sum(f.of, (t) => isOpen(t.state))) },
          ]}
          empty={
            <EmptyState title="Chưa có kiến nghị nào">
              <p>
                {view.steers
                  ? 'Tải lên bảng kiến nghị đã thu thập, hoặc chờ các nơi gửi.'
                  : 'Cơ quan bạn chưa có kiến nghị nào trong chương trình này.'}
              </p>
            </EmptyState>
          }
        />
      </Section>
      {view.steers && total > 0 && (
        <p>
          <a href={`/kien-nghi/doi-thoai/${dialogue.id}/phan-loai`}>Phân loại lại kiến nghị theo lĩnh vực</a>
        </p>
      )}
      {view.steers && <ImportForm view={view} />}
      {view.steers && <RaiseUntilForm view={view} />}
      {view.steers &&
        rows
          .filter((f) => sum(f.of, (t) => t.state === 'raised') > 0)
          .map((f) => <AssignFieldForm view={view} field={f.key} waiting={sum(f.of, (t) => t.state === 'raised')} />)}
      <datalist id="co-quan-tra-loi">
        {view.offered.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  );
}

const sum = (tally: readonly DialogueTally[], keep: (row: DialogueTally) => boolean = () => true): number =>
  tally.filter(keep).reduce((n, row) => n + row.count, 0);

const failedOf = (view: DialogueView, form: string) =>
  view.failed?.form === form ? { sent: view.failed.sent, fault: view.failed.fault } : {};

function ImportForm({ view }: { view: DialogueView }): VNode {
  return (
    <Details
      summary="Nhập từ bảng (Excel, CSV hoặc Word)"
      open={view.failed?.form === 'nhap' || (view.imports[0] !== undefined && view.imports[0].state !== 'done')}
    >
      <FormPage
        action={`/kien-nghi/doi-thoai/${view.dialogue.id}/nhap`}
        files
        prefix="nhap-"
        submit="Nhập kiến nghị"
        {...failedOf(view, 'nhap')}
      >
        <p>
          <a href="/kien-nghi/doi-thoai/mau.xlsx">Tải mẫu bảng</a>. Mỗi dòng một kiến nghị, tối đa 50.000 dòng; kiến
          nghị đã nhập trước đó được bỏ qua. Bảng trong tệp Word cũng có các cột như mẫu.
        </p>
        <FileField name="tep" label="Bảng kiến nghị" accept=".xlsx,.csv,.docx" maxBytes={20_000_000} />
      </FormPage>
      {view.imports.length > 0 && (
        <ul class="govuk-list">
          {view.imports.map((one) => (
            <li>
              <a href={`/kien-nghi/doi-thoai/${one.dialogueId}/nhap/${one.id}`}>{one.name}</a>{' '}
              <span class="ts-quiet">
                {formatInstant(one.askedAt)}, {IMPORT_STATES[one.state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Details>
  );
}

function RaiseUntilForm({ view }: { view: DialogueView }): VNode {
  const { dialogue } = view;
  return (
    <Details
      summary={dialogue.raiseUntil ? 'Đổi hạn các nơi gửi kiến nghị' : 'Cho các nơi tự gửi kiến nghị'}
      open={view.failed?.form === 'nhan-den'}
    >
      <FormPage
        action={`/kien-nghi/doi-thoai/${dialogue.id}/nhan-den`}
        prefix="nhan-den-"
        submit="Lưu hạn"
        submitKind="secondary"
        {...failedOf(view, 'nhan-den')}
      >
        <RaiseUntilField value={dialogue.raiseUntil} />
      </FormPage>
    </Details>
  );
}

function AssignFieldForm({ view, field, waiting }: { view: DialogueView; field: string; waiting: number }): VNode {
  const form = `giao-${field}`;
  return (
    <Details
      summary={`${fieldLabel(field)}: giao ${formatNumber(waiting)} kiến nghị đang chờ`}
      open={view.failed?.form === form}
    >
      <FormPage
        action={`/kien-nghi/doi-thoai/${view.dialogue.id}/giao`}
        prefix={`${form}-`}
        submit={
          waiting > MOST_GIVEN
            ? `Giao ${formatNumber(MOST_GIVEN)} kiến nghị đầu`
            : `Giao cả ${formatNumber(waiting)} kiến nghị`
        }
        {...failedOf(view, form)}
      >
        <input type="hidden" name="linh-vuc" value={field} />
        <TextField
          name="chu-tri"
          label="Cơ quan chủ trì trả lời"
          list="co-quan-tra-loi"
          autocomplete="off"
          maxLength={300}
        />
        <TextField
          name="phoi-hop"
          label="Cơ quan phối hợp"
          hint="Nhiều cơ quan: cách nhau bằng dấu chấm phẩy."
          optional
          maxLength={2000}
        />
        <TextField
          name="noi-gui"
          label="Cơ quan gửi trả lời"
          hint="Nếu khác cơ quan chủ trì."
          list="co-quan-tra-loi"
          autocomplete="off"
          optional
          maxLength={300}
        />
        <TextField
          name="theo-doi"
          label="Cơ quan theo dõi, báo cáo kết quả"
          hint="Nhiều cơ quan: cách nhau bằng dấu chấm phẩy."
          optional
          maxLength={2000}
        />
        <TextField name="so-ngay" label="Thời hạn" suffix="ngày làm việc" width={4} inputMode="decimal" value="15" />
      </FormPage>
    </Details>
  );
}

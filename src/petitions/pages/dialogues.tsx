import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
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
import type { BookEntry, Dialogue, DialogueTally } from '../dialogues.ts';
import { FIELDS, fieldLabel } from '../fields.ts';
import type { RowFault } from '../importPetitions.ts';
import { isOpen, statusOf } from '../model.ts';
import type { Names } from './names.ts';

const CRUMBS = [{ label: 'Kiến nghị', href: '/kien-nghi' }];
const TO_LIST = { label: 'Đối thoại', href: '/kien-nghi/doi-thoai' };

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
      <Heading title="Chương trình đối thoại" lead="Kiến nghị thu thập trước và tại các cuộc gặp mặt, đối thoại." />
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
          </FormPage>
        </Details>
      )}
    </>
  );
}

export interface DialogueView {
  dialogue: Dialogue;
  tally: readonly DialogueTally[];
  names: Names;
  offered: readonly string[];
  steers: boolean;
  faults?: readonly RowFault[];
  failed?: Failed;
}

const SHOWN_FAULTS = 100;

export function DialoguePage(view: DialogueView): VNode {
  const { dialogue, tally, names, faults = [] } = view;
  const total = sum(tally);
  const rows = FIELDS.map((f) => ({ ...f, of: tally.filter((t) => t.field === f.key) })).filter((f) => f.of.length > 0);
  const href = (field: string) => `/kien-nghi?pham-vi=tat-ca&doi-thoai=${dialogue.id}&linh-vuc=${field}`;
  return (
    <>
      <Breadcrumbs links={[...CRUMBS, TO_LIST]} />
      <Heading
        caption={names.organ(dialogue.bodyId)}
        title={dialogue.title}
        lead={`${formatDay(dialogue.heldOn)} · ${formatNumber(total)} kiến nghị, ${formatNumber(sum(tally, (t) => isOpen(t.state)))} chờ trả lời`}
        actions={
          total > 0 && (
            <ButtonLink href={`/kien-nghi/doi-thoai/${dialogue.id}/so-tra-loi`} kind="secondary">
              Sổ trả lời
            </ButtonLink>
          )
        }
      />
      {faults.length > 0 && (
        <Section title={`${formatNumber(faults.length)} dòng chưa nhập được`}>
          <p>Chưa dòng nào được ghi. Hãy sửa các dòng dưới đây trong bảng rồi tải lên lại.</p>
          <DataTable
            caption="Các dòng có lỗi"
            rows={faults.slice(0, SHOWN_FAULTS)}
            columns={[
              { title: 'Dòng', cell: (f) => f.line },
              { title: 'Cần sửa', cell: (f) => f.message },
            ]}
          />
        </Section>
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
              <p>Tải lên bảng kiến nghị đã thu thập, hoặc chờ các nơi gửi.</p>
            </EmptyState>
          }
        />
      </Section>
      {view.steers && <ImportForm view={view} />}
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
    <Details summary="Nhập từ bảng tính" open={view.failed?.form === 'nhap' || (view.faults?.length ?? 0) > 0}>
      <FormPage
        action={`/kien-nghi/doi-thoai/${view.dialogue.id}/nhap`}
        files
        prefix="nhap-"
        submit="Nhập kiến nghị"
        {...failedOf(view, 'nhap')}
      >
        <p>
          <a href="/kien-nghi/doi-thoai/mau.xlsx">Tải mẫu bảng</a>. Mỗi dòng một kiến nghị; kiến nghị đã nhập trước đó
          được bỏ qua.
        </p>
        <FileField name="tep" label="Bảng kiến nghị" accept=".xlsx,.csv" maxBytes={5_000_000} />
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
        submit={`Giao cả ${formatNumber(waiting)} kiến nghị`}
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
          name="noi-gui"
          label="Cơ quan gửi trả lời"
          hint="Nếu khác cơ quan chủ trì."
          list="co-quan-tra-loi"
          autocomplete="off"
          optional
          maxLength={300}
        />
        <TextField name="so-ngay" label="Thời hạn" suffix="ngày làm việc" width={4} inputMode="decimal" value="15" />
      </FormPage>
    </Details>
  );
}

/** All that was asked and answered, as one document to print or save. */
export function AnswerBookPage(props: {
  dialogue: Dialogue;
  entries: readonly BookEntry[];
  names: Names;
  today: Day;
}): VNode {
  const { dialogue, entries, names } = props;
  const byField = Map.groupBy(entries, (e) => e.field);
  const answered = entries.filter((e) => e.answers.length > 0).length;
  let number = 0;
  return (
    <>
      <Breadcrumbs
        links={[...CRUMBS, TO_LIST, { label: dialogue.title, href: `/kien-nghi/doi-thoai/${dialogue.id}` }]}
      />
      <Heading
        caption={names.organ(dialogue.bodyId)}
        title="Sổ trả lời kiến nghị"
        lead={`${dialogue.title}, ${formatDay(dialogue.heldOn)}. ${formatNumber(entries.length)} kiến nghị, đã trả lời ${formatNumber(answered)}; tính đến ${formatDay(props.today)}.`}
      />
      {FIELDS.filter((f) => byField.has(f.key)).map((f) => (
        <Section title={f.label}>
          {byField.get(f.key)!.map((entry) => {
            number += 1;
            return (
              <article class="ts-prose">
                <h3>
                  {number}. {entry.topic}
                </h3>
                <p class="ts-sub">{entry.askerIds.map(names.organ).join(', ')}</p>
                <p>{entry.ask}</p>
                {entry.answers.length === 0 && (
                  <p>
                    <em>
                      {statusOf({ state: entry.state === 'prepared' ? 'working' : entry.state, solved: null })?.label ??
                        'Đã khép lại'}
                      {entry.leadId ? `, ${names.organ(entry.leadId)} chủ trì trả lời.` : '.'}
                    </em>
                  </p>
                )}
                {entry.answers.map((answer) => (
                  <p>
                    <b>
                      {answer.refused ? 'Từ chối' : answer.full ? 'Trả lời' : 'Trả lời một phần'}
                      {entry.leadId ? ` (${names.organ(entry.leadId)}, ${formatDay(answer.on)})` : ''}:
                    </b>{' '}
                    {answer.text}
                  </p>
                ))}
              </article>
            );
          })}
        </Section>
      ))}
    </>
  );
}

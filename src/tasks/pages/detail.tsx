import type { VNode } from 'preact';
import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import {
  Breadcrumbs,
  Button,
  Columns,
  DataTable,
  DayField,
  Details,
  EmptyState,
  FileField,
  type FormFault,
  FormPage,
  formatSize,
  Heading,
  LinkRow,
  Section,
  type SentForm,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from '../../ui/index.ts';
import { dueWords, RECURRENCES, statusByKey, statusOf, stepAllowed, titleOf } from '../model.ts';
import { maySteer, mayWorkOn } from '../policy.ts';
import type { ChargeRow, FileRow, TaskDetail } from '../store.ts';
import { taskEventWords } from '../words.ts';

export interface DetailView {
  task: TaskDetail;
  charges: readonly ChargeRow[];
  history: readonly HistoryRow[];
  files: readonly FileRow[];
  principal: Principal;
  today: Day;
  organName: (id: number) => string;
  /** The form that failed, by its name, with what was typed. */
  failed?: { form: string; sent: SentForm; fault: FormFault };
}

export function TaskPage(view: DetailView): VNode {
  const { task, charges, principal, today, organName } = view;
  const steers = maySteer(principal, task);
  const status = statusByKey.get(statusOf(task, today))!;
  const due = dueWords(task, today);
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Nhiệm vụ', href: '/nhiem-vu' },
          ...(task.directiveId ? [{ label: task.source, href: `/van-ban/${task.directiveId}` }] : []),
        ]}
      />
      <Heading
        caption={`${task.source}, nhiệm vụ ${task.ordinal}`}
        title={titleOf(task)}
        lead={
          <>
            <Tag tone={status.tone}>{status.label}</Tag>{' '}
            {task.state !== 'done' && task.state !== 'withdrawn' && <Tag tone={due.tone}>{due.text}</Tag>}
          </>
        }
      />
      <Columns
        main={
          <>
            {task.topic && <p class="ts-prose">{task.action}</p>}
            <Charges view={view} steers={steers} />
            <Section title="Diễn biến">
              <Timeline label="Diễn biến của nhiệm vụ" items={view.history.map((event) => historyItem(event, view))} />
            </Section>
          </>
        }
        side={
          <>
            <SummaryList rows={facts(task, organName)} />
            {view.files.length > 0 && (
              <Section title="Tệp kèm theo">
                <ul class="govuk-list">
                  {view.files.map((file) => (
                    <li>
                      <a href={`/nhiem-vu/${task.id}/tep/${file.id}`}>{file.name}</a>{' '}
                      <span class="ts-quiet">{formatSize(file.size)}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {steers && <Steering view={view} />}
            {charges.length === 0 && <EmptyState title="Chưa giao cho cơ quan nào" />}
          </>
        }
      />
    </>
  );
}

function facts(task: TaskDetail, organName: (id: number) => string) {
  return [
    {
      key: 'Giao tại',
      value: task.directiveId ? (
        <a
          href={
            task.evidenceStart === null
              ? `/van-ban/${task.directiveId}`
              : `/van-ban/${task.directiveId}#nv-${task.ordinal}`
          }
        >
          {task.source}
        </a>
      ) : (
        task.source
      ),
    },
    { key: 'Ngày giao', value: formatDay(task.startedOn) },
    { key: 'Hạn', value: dueLine(task) },
    ...(task.condition ? [{ key: 'Điều kiện', value: task.condition }] : []),
    { key: 'Cơ quan ban hành', value: organName(task.issuerOrganId) },
    { key: 'Theo dõi', value: organName(task.ownerOrganId) },
    ...(task.reportTo.length ? [{ key: 'Báo cáo', value: task.reportTo.join('; ') }] : []),
    ...(task.basis.length ? [{ key: 'Căn cứ', value: task.basis.join(', ') }] : []),
    ...(task.endReason ? [{ key: 'Lý do thôi giao', value: task.endReason }] : []),
  ];
}

/** The date, and from which words it was read. */
function dueLine(task: TaskDetail): string {
  const words = task.deadlineText ? ` (“${task.deadlineText}”)` : '';
  if (task.dueOn) return formatDay(task.dueOn) + words;
  if (task.recurrence) return `${RECURRENCES[task.recurrence] ?? task.recurrence}${words}`;
  return `không hạn${words}`;
}

function Charges({ view, steers }: { view: DetailView; steers: boolean }): VNode {
  const { charges, principal, organName, today } = view;
  return (
    <Section title="Cơ quan thực hiện">
      <DataTable
        caption="Cơ quan thực hiện"
        rows={charges}
        columns={[
          { title: 'Cơ quan', cell: (c) => organName(c.organId) },
          { title: 'Vai trò', narrow: true, cell: (c) => (c.role === 'lead' ? 'Chủ trì' : 'Phối hợp') },
          {
            title: 'Trạng thái',
            narrow: true,
            cell: (c) => {
              const status = statusByKey.get(statusOf(c, today))!;
              return <Tag tone={status.tone}>{status.label}</Tag>;
            },
          },
          { title: 'Tiến độ', numeric: true, cell: (c) => `${c.percent} %` },
        ]}
      />
      {charges.map((charge) => (
        <>
          {mayWorkOn(principal, charge) && stepAllowed('progress', charge.state) && (
            <ProgressForm view={view} charge={charge} />
          )}
          {steers && charge.role === 'lead' && stepAllowed('confirm', charge.state) && (
            <DecisionForm view={view} charge={charge} />
          )}
        </>
      ))}
    </Section>
  );
}

const failedOf = (view: DetailView, form: string) =>
  view.failed?.form === form ? { sent: view.failed.sent, fault: view.failed.fault } : {};

function ProgressForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `tien-do-${charge.id}`;
  return (
    <div class="ts-panel" id={form}>
      <h3>Ghi tiến độ của {view.organName(charge.organId)}</h3>
      <FormPage
        action={`/nhiem-vu/${view.task.id}/tien-do`}
        version={charge.version}
        files
        prefix={`${form}-`}
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <TextArea name="ghi-chu" label="Đã làm được gì" rows={3} maxLength={4000} value="" />
        <TextField
          name="tien-do"
          label="Tiến độ"
          suffix="%"
          width={4}
          inputMode="numeric"
          value={String(charge.percent)}
        />
        <FileField name="tep" label="Văn bản kết quả" optional multiple maxBytes={20_000_000} />
        <LinkRow>
          <Button name="viec" value="ghi">
            Ghi tiến độ
          </Button>
          <Button name="viec" value="xong" kind="secondary">
            {charge.role === 'lead' ? 'Đã xong, đề nghị xác nhận' : 'Đã xong phần phối hợp'}
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}

function DecisionForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `xac-nhan-${charge.id}`;
  return (
    <div class="ts-panel" id={form}>
      <h3>{view.organName(charge.organId)} đề nghị xác nhận hoàn thành</h3>
      {charge.lastNote && <p class="ts-prose">“{charge.lastNote}”</p>}
      {charge.askedOn && (
        <p class="ts-quiet">Báo xong ngày {formatDay(charge.askedOn)}; ngày này được tính là ngày hoàn thành.</p>
      )}
      <FormPage
        action={`/nhiem-vu/${view.task.id}/xac-nhan`}
        version={charge.version}
        prefix={`${form}-`}
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <TextArea name="ly-do" label="Ý kiến, hoặc lý do nếu trả lại" optional rows={2} maxLength={2000} value="" />
        <LinkRow>
          <Button name="viec" value="xac-nhan">
            Xác nhận hoàn thành
          </Button>
          <Button name="viec" value="tra-lai" kind="secondary">
            Trả lại
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}

/** What the office that owns the task may change, folded away because it is rare. */
function Steering({ view }: { view: DetailView }): VNode {
  const { task, failed } = view;
  return (
    <>
      {stepAllowed('meet', task.state) && (
        <Details summary="Đã có điều kiện thực hiện" open={failed?.form === 'dieu-kien'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/dieu-kien`}
            prefix="dieu-kien-"
            submit="Ghi nhận và bắt đầu tính"
            {...failedOf(view, 'dieu-kien')}
          >
            <TextField
              name="ly-do"
              label="Điều kiện đã có là gì"
              hint="Số, ngày của văn bản hoặc sự việc"
              maxLength={500}
            />
            <DayField name="han" label="Hạn mới" optional />
          </FormPage>
        </Details>
      )}
      {stepAllowed('reschedule', task.state) && (
        <Details summary={task.dueOn ? 'Đổi hạn' : 'Đặt hạn'} open={failed?.form === 'han'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/han`}
            prefix="han-"
            submit={task.dueOn ? 'Đổi hạn' : 'Đặt hạn'}
            {...failedOf(view, 'han')}
          >
            <DayField
              name="han"
              label="Hạn"
              hint="Để trống nếu không còn hạn. Ví dụ: 5/9/2026"
              value={task.dueOn ? formatDay(task.dueOn) : ''}
            />
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
      {stepAllowed('withdraw', task.state) && (
        <Details summary="Thôi giao nhiệm vụ này" open={failed?.form === 'thoi-giao'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/thoi-giao`}
            prefix="thoi-giao-"
            submit="Thôi giao"
            submitKind="warning"
            {...failedOf(view, 'thoi-giao')}
          >
            <p>Các cơ quan được giao sẽ thấy nhiệm vụ đã thôi giao, kèm lý do. Những gì đã ghi vẫn được giữ.</p>
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
    </>
  );
}

interface EventData {
  organId?: number;
  percent?: number;
  note?: string;
  files?: { id: number; name: string }[];
  from?: Day | null;
  to?: Day | null;
}

function historyItem(event: HistoryRow, { task, organName }: DetailView) {
  const data = event.data as EventData;
  return {
    title: taskEventWords[event.kind] ?? event.kind,
    when: formatInstant(event.at),
    by: [event.personName ?? 'Hệ thống', event.organName].filter(Boolean).join(', '),
    children: (
      <>
        {data.organId !== undefined && (
          <p>
            {organName(data.organId)}
            {data.percent !== undefined && `: ${data.percent} %`}
          </p>
        )}
        {data.note && <p class="ts-prose">{data.note}</p>}
        {event.kind === 'task.rescheduled' && (
          <p>
            Từ {data.from ? formatDay(data.from) : 'không hạn'} thành {data.to ? formatDay(data.to) : 'không hạn'}
          </p>
        )}
        {event.reason && <p>Lý do: {event.reason}</p>}
        {data.files?.map((file) => (
          <p>
            <a href={`/nhiem-vu/${task.id}/tep/${file.id}`}>{file.name}</a>
          </p>
        ))}
      </>
    ),
  };
}

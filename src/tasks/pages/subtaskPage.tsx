import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Button,
  Columns,
  Details,
  FormPage,
  Heading,
  LinkRow,
  Section,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from '../../ui/index.ts';
import { dueWords, titleOf } from '../model.ts';
import { mayDecideSubtask, mayHold, mayPassDown } from '../policy.ts';
import type { SubtaskRow } from '../subtasks/model.ts';
import { chainUp, isOpenSubtask, walkDown } from '../subtasks/model.ts';
import { type DetailView, failedOf } from './detailView.ts';
import { Overtaken } from './overtaken.tsx';
import { ProgressFields } from './progressFields.tsx';
import { holderWords, SubtaskTable, SubtaskTag } from './subtaskTable.tsx';
import { historyItem } from './taskHistory.tsx';

export type SubtaskView = Pick<
  DetailView,
  'task' | 'subtasks' | 'history' | 'principal' | 'today' | 'organName' | 'failed'
> & { subtask: SubtaskRow };

/** One sub-task: what its holder notes, what who passed it on decides, and what was passed further. */
export function SubtaskPage(view: SubtaskView): VNode {
  const { task, subtask, subtasks, principal, today, organName } = view;
  const above = chainUp(subtasks, subtask.parentId);
  const below = walkDown(subtasks, subtask.chargeId, subtask.id);
  const open = isOpenSubtask(subtask);
  const holds = mayHold(principal, subtask) && (subtask.state === 'working' || subtask.state === 'returned');
  const decides = mayDecideSubtask(principal, subtask) && open;
  const due = dueWords(subtask, today);
  const own = view.history.filter((e) => (e.data as { subtaskId?: number }).subtaskId === subtask.id);
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Nhiệm vụ', href: '/nhiem-vu' },
          { label: `${task.source}, nhiệm vụ ${task.ordinal}`, href: `/nhiem-vu/${task.id}` },
          ...above.reverse().map((s) => ({ label: s.title, href: `/nhiem-vu/${task.id}/viec/${s.id}` })),
        ]}
      />
      <Overtaken failed={view.failed} />
      <Heading
        caption="Phần việc"
        title={subtask.title}
        lead={
          <>
            <SubtaskTag subtask={subtask} today={today} />{' '}
            {open && subtask.dueOn && <Tag tone={due.tone}>{due.text}</Tag>}
          </>
        }
      />
      <Columns
        main={
          <>
            {holds && <NoteForm view={view} passedOn={below.some((n) => n.subtask.state !== 'withdrawn')} />}
            {decides && subtask.state === 'awaiting' && <DecideForm view={view} />}
            {(below.length > 0 || (holds && mayPassDown(principal, subtask))) && (
              <Section title={below.length > 0 ? 'Đã giao tiếp' : 'Giao tiếp'}>
                {below.length > 0 && <SubtaskTable view={view} nodes={below} />}
                {holds && mayPassDown(principal, subtask) && (
                  <p>
                    <a
                      class="govuk-link"
                      href={`/nhiem-vu/${task.id}/giao-viec?phan-viec=${subtask.chargeId}&viec-tren=${subtask.id}`}
                    >
                      Giao tiếp một phần việc này
                    </a>
                  </p>
                )}
              </Section>
            )}
            <Section title="Diễn biến">
              <Timeline label="Diễn biến của phần việc" items={own.map((event) => historyItem(event, view))} />
            </Section>
          </>
        }
        side={
          <>
            <SummaryList
              rows={[
                { key: 'Thuộc nhiệm vụ', value: <a href={`/nhiem-vu/${task.id}`}>{titleOf(task)}</a> },
                { key: 'Người, đơn vị làm', value: holderWords(subtask, organName) },
                { key: 'Nơi giao', value: organName(subtask.passerOrganId) },
                { key: 'Ngày giao', value: formatDay(subtask.startedOn) },
                { key: 'Hạn', value: dueLine(subtask) },
                { key: 'Tiến độ', value: `${subtask.percent} %` },
                ...(subtask.endReason ? [{ key: 'Lý do thôi giao', value: subtask.endReason }] : []),
              ]}
            />
            {decides && (
              <Details summary="Thôi giao phần việc này" open={view.failed?.form === 'thoi-giao'}>
                <FormPage
                  action={`/nhiem-vu/${task.id}/viec/${subtask.id}/thoi-giao`}
                  version={subtask.version}
                  prefix="thoi-giao-"
                  submit="Thôi giao"
                  submitKind="warning"
                  {...failedOf(view, 'thoi-giao')}
                >
                  <TextField name="ly-do" label="Lý do" maxLength={500} />
                </FormPage>
              </Details>
            )}
          </>
        }
      />
    </>
  );
}

function dueLine({ dueOn, ownDueOn }: SubtaskRow): string {
  if (!dueOn) return 'không hạn';
  return ownDueOn ? formatDay(dueOn) : `${formatDay(dueOn)} (theo hạn chung)`;
}

function NoteForm({ view, passedOn }: { view: SubtaskView; passedOn: boolean }): VNode {
  const { task, subtask } = view;
  return (
    <div class="ts-panel">
      <h2>Ghi tiến độ</h2>
      <FormPage
        action={`/nhiem-vu/${task.id}/viec/${subtask.id}/tien-do`}
        version={subtask.version}
        files
        prefix="tien-do-"
        {...failedOf(view, 'tien-do')}
      >
        <ProgressFields percent={subtask.percent} addedUp={passedOn} />
        <LinkRow>
          <Button name="viec" value="ghi">
            Ghi tiến độ
          </Button>
          <Button name="viec" value="xong" kind="secondary">
            Đã xong, báo nơi giao
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}

function DecideForm({ view }: { view: SubtaskView }): VNode {
  const { task, subtask, organName } = view;
  return (
    <div class="ts-panel">
      <h2>{holderWords(subtask, organName)} báo đã xong</h2>
      {subtask.lastNote && <p class="ts-prose">“{subtask.lastNote}”</p>}
      <FormPage
        action={`/nhiem-vu/${task.id}/viec/${subtask.id}/xac-nhan`}
        version={subtask.version}
        prefix="xac-nhan-"
        {...failedOf(view, 'xac-nhan')}
      >
        <TextArea name="ly-do" label="Ý kiến, hoặc lý do nếu trả lại" optional rows={2} maxLength={2000} value="" />
        <LinkRow>
          <Button name="viec" value="xac-nhan">
            Xác nhận xong
          </Button>
          <Button name="viec" value="tra-lai" kind="secondary">
            Trả lại
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}

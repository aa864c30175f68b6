import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Columns,
  DataTable,
  Details,
  EmptyState,
  formatSize,
  Heading,
  Section,
  SummaryList,
  Tag,
  Timeline,
} from '../../ui/index.ts';
import { COMMENT_FORM, DISCUSSED, Discussion, FollowButton } from '../discuss/discussion.tsx';
import { dueWords, RECURRENCES, statusByKey, statusOf, titleOf } from '../model.ts';
import { maySteer } from '../policy.ts';
import type { TaskDetail } from '../store.ts';
import { Charges } from './charges.tsx';
import { type DetailView, failedOf } from './detailView.ts';
import { Overtaken } from './overtaken.tsx';
import { Extensions, Opinions } from './roleForms.tsx';
import { Steering } from './steering.tsx';
import { PassedDown } from './subtaskTable.tsx';
import { historyItem } from './taskHistory.tsx';

export function TaskPage(view: DetailView): VNode {
  const { task, charges, principal, today, directiveSeen } = view;
  const status = statusByKey.get(statusOf(task, today))!;
  const due = dueWords(task, today);
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Nhiệm vụ', href: '/nhiem-vu' },
          ...(task.directiveId && directiveSeen ? [{ label: task.source, href: `/van-ban/${task.directiveId}` }] : []),
        ]}
      />
      <Overtaken failed={view.failed} />
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
            <Charges view={view} />
            <Periods view={view} />
            <PassedDown view={view} />
            <Opinions view={view} />
            <Extensions view={view} />
            <Discussion
              taskId={task.id}
              discussion={view.discussion}
              {...{ principal, organName: view.organName }}
              failed={failedOf(view, COMMENT_FORM)}
            />
            <Section title="Diễn biến">
              <Timeline
                label="Diễn biến của nhiệm vụ"
                items={view.history
                  .filter((event) => !DISCUSSED.has(event.kind))
                  .map((event) => historyItem(event, view))}
              />
            </Section>
          </>
        }
        side={
          <>
            <SummaryList rows={facts(view)} />
            <WhyThisDay task={task} />
            <FollowButton taskId={task.id} followed={view.discussion.followed} />
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
            {maySteer(principal, task) && <Steering view={view} />}
            {charges.length === 0 && <EmptyState title="Chưa giao cho cơ quan nào" />}
          </>
        }
      />
    </>
  );
}

function facts({ task, organName, directiveSeen }: DetailView) {
  return [
    {
      key: 'Giao tại',
      value:
        task.directiveId && directiveSeen ? (
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
    ...(task.seriesId
      ? [{ key: 'Kỳ báo cáo', value: <a href={`/nhiem-vu/${task.seriesId}`}>nhiệm vụ định kỳ và các kỳ khác</a> }]
      : []),
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

/** What a recurring duty has asked so far, one line a period. */
function Periods({ view: { periods, today } }: { view: DetailView }): VNode | null {
  if (periods.length === 0) return null;
  return (
    <Section title="Các kỳ báo cáo">
      <DataTable
        caption="Các kỳ báo cáo"
        rows={periods}
        columns={[
          { title: 'Kỳ', cell: (p) => <a href={`/nhiem-vu/${p.id}`}>{p.topic?.split(':')[0]}</a> },
          { title: 'Hạn', narrow: true, cell: (p) => (p.dueOn ? formatDay(p.dueOn) : '') },
          {
            title: 'Trạng thái',
            narrow: true,
            cell: (p) => {
              const status = statusByKey.get(statusOf(p, today))!;
              return <Tag tone={status.tone}>{status.label}</Tag>;
            },
          },
        ]}
      />
    </Section>
  );
}

/** The due date line by line. */
function WhyThisDay({ task }: { task: TaskDetail }): VNode | null {
  if (!task.dueOn) return null;
  return (
    <Details summary="Vì sao hạn là ngày này">
      <ul class="govuk-list">
        {(task.dueLines ?? []).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Details>
  );
}

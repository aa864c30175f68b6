import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { DataTable, Section, Tag } from '../../ui/index.ts';
import { statusByKey, statusOf, stepAllowed } from '../model.ts';
import { mayPassDown } from '../policy.ts';
import type { SubtaskRow } from '../subtasks/model.ts';
import { type SubtaskNode, walkDown } from '../subtasks/model.ts';
import type { DetailView } from './detailView.ts';

/** Who does a sub-task: "Phòng Kinh tế", or a person with position and organ. */
export const holderWords = (s: SubtaskRow, organName: (id: number) => string): string =>
  s.appointmentId === null ? organName(s.organId) : `${s.personName} (${organName(s.organId)})`;

/** What each charge was passed down into; for those who may, the way to pass on more. */
export function PassedDown({ view }: { view: DetailView }): VNode {
  const { task, charges, principal, organName } = view;
  return (
    <>
      {charges.map((charge) => {
        const nodes = walkDown(view.subtasks, charge.id);
        const may = mayPassDown(principal, charge) && stepAllowed('pass', charge.state);
        if (nodes.length === 0 && !may) return null;
        return (
          <Section title={`Phần việc của ${organName(charge.organId)}`}>
            {nodes.length > 0 && <SubtaskTable view={view} nodes={nodes} />}
            {may && (
              <p>
                <a class="govuk-link" href={`/nhiem-vu/${task.id}/giao-viec?phan-viec=${charge.id}`}>
                  Giao phần việc cho người, đơn vị trong cơ quan
                </a>
              </p>
            )}
          </Section>
        );
      })}
    </>
  );
}

export function SubtaskTable(props: {
  view: Pick<DetailView, 'today' | 'organName'>;
  nodes: readonly SubtaskNode[];
}): VNode {
  const { today, organName } = props.view;
  return (
    <DataTable
      caption="Phần việc đã giao"
      rows={props.nodes}
      columns={[
        {
          title: 'Phần việc',
          cell: ({ subtask, depth }) => (
            <>
              {depth > 0 && <span class="ts-quiet">{'– '.repeat(depth)}</span>}
              <a href={`/nhiem-vu/${subtask.taskId}/viec/${subtask.id}`}>{subtask.title}</a>
            </>
          ),
        },
        { title: 'Người, đơn vị làm', cell: ({ subtask }) => holderWords(subtask, organName) },
        { title: 'Phần', numeric: true, cell: ({ share }) => (share === null ? '' : `${share} %`) },
        { title: 'Hạn', narrow: true, cell: ({ subtask: s }) => (s.dueOn ? formatDay(s.dueOn) : '') },
        { title: 'Trạng thái', narrow: true, cell: ({ subtask }) => <SubtaskTag subtask={subtask} today={today} /> },
        { title: 'Tiến độ', numeric: true, cell: ({ subtask }) => `${subtask.percent} %` },
      ]}
    />
  );
}

export function SubtaskTag({ subtask, today }: { subtask: SubtaskRow } & Pick<DetailView, 'today'>): VNode {
  const status = statusByKey.get(statusOf(subtask, today))!;
  return <Tag tone={status.tone}>{status.label}</Tag>;
}

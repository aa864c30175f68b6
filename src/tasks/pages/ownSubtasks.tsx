import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import { Breadcrumbs, DataTable, EmptyState, Heading, StatusTabs } from '../../ui/index.ts';
import { mayDecideSubtask } from '../policy.ts';
import type { OwnSubtask } from '../subtasks/store.ts';
import { holderWords, SubtaskTag } from './subtaskTable.tsx';

export interface OwnSubtasksView {
  rows: readonly OwnSubtask[];
  open: boolean;
  principal: Principal;
  today: Day;
  organName: (id: number) => string;
}

/** What was passed down to the reader, and what waits for the reader's word. */
export function OwnSubtasksPage({ rows, open, principal, today, organName }: OwnSubtasksView): VNode {
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }]} />
      <Heading
        title="Phần việc được giao"
        lead="Phần việc giao cho bạn, cho đơn vị của bạn, và phần việc chờ bạn xác nhận"
      />
      <StatusTabs
        label="Trạng thái"
        tabs={[
          { href: '/nhiem-vu/phan-viec', label: 'Chưa xong', current: open },
          { href: '/nhiem-vu/phan-viec?xong=1', label: 'Đã xong, thôi giao', current: !open },
        ]}
      />
      <DataTable
        caption="Phần việc được giao"
        rows={rows}
        columns={[
          { title: 'Phần việc', cell: (s) => <a href={`/nhiem-vu/${s.taskId}/viec/${s.id}`}>{s.title}</a> },
          { title: 'Văn bản', narrow: true, cell: (s) => `${s.source}, nhiệm vụ ${s.ordinal}` },
          { title: 'Người, đơn vị làm', cell: (s) => holderWords(s, organName) },
          { title: 'Hạn', narrow: true, cell: (s) => (s.dueOn ? formatDay(s.dueOn) : '') },
          {
            title: 'Trạng thái',
            narrow: true,
            cell: (s) => (
              <>
                <SubtaskTag subtask={s} today={today} />
                {s.state === 'awaiting' && mayDecideSubtask(principal, s) && <div class="ts-quiet">chờ bạn</div>}
              </>
            ),
          },
          { title: 'Tiến độ', numeric: true, cell: (s) => `${s.percent} %` },
        ]}
        empty={
          <EmptyState title={open ? 'Không có phần việc nào đang chờ' : 'Chưa có phần việc nào đã xong'}>
            <p>Phần việc do lãnh đạo, văn thư cơ quan giao từ trang của từng nhiệm vụ.</p>
          </EmptyState>
        }
      />
    </>
  );
}

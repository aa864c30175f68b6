import type { VNode } from 'preact';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { type Column, DataTable, Tag } from '../../../ui/index.ts';
import { dueWords, statusByKey, statusOf, titleOf } from '../../model.ts';
import { Organs, shorten } from '../../pages/list.tsx';
import type { TaskRow } from '../../store.ts';

/** Tasks in a table, as the pages about several of them show them. `first` and `last` add a column at either side. */
export function TaskLines<Row extends TaskRow>(props: {
  caption: string;
  rows: readonly Row[];
  today: Day;
  organName: (id: number) => string;
  first?: Column<Row>;
  last?: Column<Row>;
  empty?: VNode;
}): VNode {
  const { today, organName, first, last } = props;
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      empty={props.empty}
      columns={[
        ...(first ? [first] : []),
        {
          title: 'Nhiệm vụ',
          cell: (row: Row) => (
            <>
              <a href={`/nhiem-vu/${row.id}`}>{shorten(titleOf(row), 140)}</a>
              <span class="ts-sub">{row.source}</span>
            </>
          ),
        },
        { title: 'Chủ trì', cell: (row: Row) => <Organs ids={row.leadIds} organName={organName} /> },
        {
          title: 'Hạn',
          narrow: true,
          cell: (row: Row) => {
            const due = dueWords(row, today);
            return (
              <>
                <Tag tone={due.tone}>{due.text}</Tag>
                {row.dueOn && <span class="ts-sub">{formatDay(row.dueOn)}</span>}
              </>
            );
          },
        },
        last ?? {
          title: 'Trạng thái',
          narrow: true,
          cell: (row: Row) => statusByKey.get(statusOf(row, today))!.label,
        },
      ]}
    />
  );
}

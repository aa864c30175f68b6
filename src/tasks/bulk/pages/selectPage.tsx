import type { VNode } from 'preact';
import type { Day } from '../../../kernel/day.ts';
import { Breadcrumbs, Button, EmptyState, formatNumber, Heading, LinkRow, Pagination } from '../../../ui/index.ts';
import { listHref, type TaskFilter } from '../../filter.ts';
import { titleOf } from '../../model.ts';
import type { TaskRow } from '../../store.ts';
import { ALL_FIELD, TASK_FIELD } from '../chosen.ts';
import { BULK_KINDS, type BulkKind, MOST_TASKS } from '../model.ts';
import { TaskLines } from './taskLines.tsx';

export const SELECT_PAGE_SIZE = 100;
export const SELECT_PATH = '/nhiem-vu/chon';

/** The list of tasks with a box at each: choose, then say what is to be done. Works without JavaScript. */
export function SelectPage(props: {
  filter: TaskFilter;
  rows: readonly TaskRow[];
  total: number;
  today: Day;
  organName: (id: number) => string;
  /** Nothing was chosen when a button was pressed. */
  noneChosen?: boolean;
}): VNode {
  const { filter, rows, total, today, organName } = props;
  const from = (filter.page - 1) * SELECT_PAGE_SIZE + 1;
  const to = from + rows.length - 1;
  const query = new URLSearchParams(listHref(filter, {}, '').slice(1));
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: listHref(filter) }]} />
      <Heading
        title="Chọn nhiều nhiệm vụ"
        lead={`${formatNumber(total)} nhiệm vụ trong danh sách đang lọc`}
        actions={
          <LinkRow>
            <a class="govuk-link" href="/nhiem-vu/don-doc">
              Văn bản đôn đốc đã lập
            </a>
            <a class="govuk-link" href={listHref(filter)}>
              Thôi chọn
            </a>
          </LinkRow>
        }
      />
      {props.noneChosen && (
        <p class="govuk-error-message" role="alert">
          Chưa chọn nhiệm vụ nào. Hãy đánh dấu vào ô trước tên nhiệm vụ, hoặc chọn cả danh sách.
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Không có nhiệm vụ nào để chọn">
          <p>
            <a href={listHref(filter)}>Quay lại danh sách và lọc cách khác</a>
          </p>
        </EmptyState>
      ) : (
        <form action="/nhiem-vu/hang-loat" class="ts-choose">
          {[...query].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Steps />
          <TaskLines
            caption="Nhiệm vụ để chọn"
            rows={rows}
            today={today}
            organName={organName}
            first={{
              title: 'Chọn',
              narrow: true,
              cell: (row) => (
                <input
                  type="checkbox"
                  class="ts-tick"
                  name={TASK_FIELD}
                  value={row.id}
                  aria-label={`Chọn: ${titleOf(row)}`}
                />
              ),
            }}
          />
        </form>
      )}
      {rows.length > 0 && (
        <Pagination
          from={from}
          to={to}
          total={total}
          previousHref={filter.page > 1 ? listHref(filter, { page: filter.page - 1 }, SELECT_PATH) : undefined}
          nextHref={to < total ? listHref(filter, { page: filter.page + 1 }, SELECT_PATH) : undefined}
        />
      )}
    </>
  );
}

/** What can be done with what is chosen. The next page asks for what is needed and shows the tasks again. */
function Steps(): VNode {
  return (
    <div class="ts-panel">
      <p>
        <label>
          <input type="checkbox" class="ts-tick" name={ALL_FIELD} value="co" /> Cả danh sách đang lọc, mọi trang (nhiều
          nhất {MOST_TASKS})
        </label>
      </p>
      <LinkRow>
        <Button formAction="/nhiem-vu/don-doc">Lập văn bản đôn đốc…</Button>
        {(Object.keys(BULK_KINDS) as BulkKind[]).map((kind) => (
          <Button kind="secondary" name="viec" value={BULK_KINDS[kind].verb}>
            {BULK_KINDS[kind].button}…
          </Button>
        ))}
      </LinkRow>
      <p class="ts-quiet">Bấm một nút rồi vẫn được xem lại trước khi làm.</p>
    </div>
  );
}

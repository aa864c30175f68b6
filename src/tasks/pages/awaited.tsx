import type { VNode } from 'preact';
import { formatDay, formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  DayField,
  Details,
  EmptyState,
  FormPage,
  formatNumber,
  Heading,
  Section,
  TextField,
} from '../../ui/index.ts';
import { type AwaitedEvent, keyOfCondition } from '../happenings/model.ts';
import { namesLength } from '../happenings/relativeLimit.ts';
import type { HappeningRow } from '../happenings/store.ts';
import { titleOf } from '../model.ts';
import { type DetailView, failedOf } from './detailView.ts';
import { Overtaken } from './overtaken.tsx';

export interface AwaitedView extends Pick<DetailView, 'failed' | 'organName' | 'today'> {
  awaited: readonly AwaitedEvent[];
  recorded: readonly HappeningRow[];
}

/** The events that tasks of the office wait for, to be recorded once for all of them; and what was recorded. */
export function AwaitedPage(view: AwaitedView): VNode {
  const { awaited, recorded } = view;
  const tasks = awaited.reduce((sum, event) => sum + event.tasks.length, 0);
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }]} />
      <Overtaken failed={view.failed} />
      <Heading
        title="Điều kiện đang chờ"
        lead={`${formatNumber(tasks)} nhiệm vụ chờ ${formatNumber(awaited.length)} điều kiện. Khi điều kiện đã có, ghi nhận một lần cho tất cả.`}
      />
      {awaited.length === 0 && <EmptyState title="Không có nhiệm vụ nào đang chờ điều kiện" />}
      {awaited.map((event) => (
        <Awaited view={view} event={event} />
      ))}
      {recorded.length > 0 && (
        <Section title="Đã ghi nhận">
          {recorded.map((happening) => (
            <Recorded view={view} happening={happening} />
          ))}
        </Section>
      )}
    </>
  );
}

const formOf = (key: string): string => `ghi-${key}`;

function Awaited({ view, event }: { view: AwaitedView; event: AwaitedEvent }): VNode {
  const { organName } = view;
  const form = formOf(event.key);
  const unlimited = event.tasks.filter((t) => !namesLength(t.deadlineText) && !namesLength(t.condition)).length;
  return (
    <Details
      summary={`${event.wording} (${formatNumber(event.tasks.length)} nhiệm vụ)`}
      open={view.failed?.form === form}
    >
      <ul class="govuk-list">
        {event.tasks.slice(0, MOST_SHOWN).map((task) => (
          <li>
            <a href={`/nhiem-vu/${task.id}`}>{titleOf(task)}</a>{' '}
            <span class="ts-quiet">
              {task.source}, {task.leadIds.map(organName).join(', ')}
              {namesLength(task.deadlineText) && `; “${task.deadlineText}”`}
            </span>
          </li>
        ))}
        {event.tasks.length > MOST_SHOWN && (
          <li class="ts-quiet">và {formatNumber(event.tasks.length - MOST_SHOWN)} nhiệm vụ nữa</li>
        )}
      </ul>
      <FormPage
        action="/nhiem-vu/cho-dieu-kien"
        prefix={`dk-${event.tasks[0]!.id}-`}
        submit={`Ghi nhận, bắt đầu tính ${formatNumber(event.tasks.length)} nhiệm vụ`}
        {...failedOf(view, form)}
      >
        <input type="hidden" name="dieu-kien" value={event.key} />
        <DayField name="ngay" label="Ngày sự việc xảy ra" value={formatDay(view.today)} />
        <TextField name="can-cu" label="Căn cứ" hint="Số, ngày văn bản hoặc sự việc" maxLength={500} />
        {unlimited > 0 && (
          <DayField
            name="han"
            label="Hạn chung"
            hint={`Cho ${formatNumber(unlimited)} nhiệm vụ không ghi thời gian; nhiệm vụ ghi “trong … ngày” thì hệ thống tự tính.`}
            optional
          />
        )}
      </FormPage>
    </Details>
  );
}

const MOST_SHOWN = 50;

function Recorded({ view, happening }: { view: AwaitedView; happening: HappeningRow }): VNode {
  const form = `dinh-chinh-${happening.id}`;
  return (
    <div class="ts-panel">
      <p>
        <strong>{happening.wording}</strong>: ngày {formatDay(happening.happenedOn)}, {happening.source};{' '}
        {formatNumber(happening.tasks.length)} nhiệm vụ bắt đầu.
      </p>
      <p class="ts-quiet">
        {happening.recordedBy} ghi lúc {formatInstant(happening.recordedAt)}
        {happening.undoneOn && `. Đính chính ngày ${formatDay(happening.undoneOn)}: ${happening.undoReason}`}
      </p>
      {!happening.undoneOn && (
        <Details summary="Ghi nhầm, cần đính chính" open={view.failed?.form === form}>
          <FormPage
            action={`/nhiem-vu/cho-dieu-kien/${happening.id}/dinh-chinh`}
            prefix={`${form}-`}
            submit="Đính chính"
            submitKind="warning"
            {...failedOf(view, form)}
          >
            <p>
              Các nhiệm vụ này chờ điều kiện trở lại; nhiệm vụ đã báo xong thì giữ nguyên. Ghi nhận cũ vẫn được lưu.
            </p>
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
    </div>
  );
}

export const formOfAwaited = (typed: string): string => formOf(keyOfCondition(typed));

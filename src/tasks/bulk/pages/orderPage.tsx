import type { VNode } from 'preact';
import type { Day } from '../../../kernel/day.ts';
import {
  Breadcrumbs,
  DayField,
  type FormFault,
  FormPage,
  Heading,
  type SentForm,
  TextArea,
} from '../../../ui/index.ts';
import { TASK_FIELD } from '../chosen.ts';
import { BULK_KINDS, type BulkKind } from '../model.ts';
import type { ChosenTask } from '../store.ts';
import { TaskLines } from './taskLines.tsx';

/** The tasks chosen, once more, and what the step needs: a reason, a day. */
export function OrderPage(props: {
  kind: BulkKind;
  tasks: readonly ChosenTask[];
  today: Day;
  organName: (id: number) => string;
  failed?: { sent: SentForm; fault: FormFault };
}): VNode {
  const { kind, tasks, today, organName, failed } = props;
  const words = BULK_KINDS[kind];
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }]} />
      <Heading
        title={words.title}
        lead={`${tasks.length} nhiệm vụ. Nhiệm vụ nào không làm được sẽ được báo riêng, không ảnh hưởng nhiệm vụ khác.`}
      />
      <FormPage
        action="/nhiem-vu/hang-loat"
        submit={`${words.button}: ${tasks.length} nhiệm vụ`}
        submitKind={kind === 'withdraw' ? 'warning' : undefined}
        cancelHref="/nhiem-vu"
        {...failed}
      >
        <input type="hidden" name="viec" value={words.verb} />
        {tasks.map((task) => (
          <input type="hidden" name={TASK_FIELD} value={task.id} />
        ))}
        {kind === 'reschedule' && <DayField name="han" label="Hạn mới" hint="Ví dụ: 5/9/2026. Để trống: không hạn" />}
        <TextArea
          name="ly-do"
          label={LABELS[kind].label}
          hint={LABELS[kind].hint}
          optional={kind === 'remind' || kind === 'confirm'}
          rows={3}
          maxLength={2000}
        />
        <p class="ts-quiet">Làm xong vẫn hoàn tác được trong phiên làm việc. {words.undo}</p>
      </FormPage>
      <TaskLines caption="Các nhiệm vụ đã chọn" rows={tasks} today={today} organName={organName} />
    </>
  );
}

const LABELS: Record<BulkKind, { label: string; hint?: string }> = {
  remind: { label: 'Lời nhắc', hint: 'Ghi vào diễn biến của từng nhiệm vụ; cơ quan chủ trì đọc được' },
  reschedule: { label: 'Lý do đổi hạn' },
  withdraw: { label: 'Lý do thôi giao' },
  confirm: { label: 'Ý kiến' },
};

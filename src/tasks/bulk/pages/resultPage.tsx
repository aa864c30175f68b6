import type { VNode } from 'preact';
import { type Day, formatInstant } from '../../../kernel/day.ts';
import { Breadcrumbs, Heading, LinkRow, Notice, PostButton, Section } from '../../../ui/index.ts';
import { BULK_KINDS } from '../model.ts';
import type { BulkItemRow, BulkStepRow, ChosenTask } from '../store.ts';
import { TaskLines } from './taskLines.tsx';

/** What was done, what was refused and why, and the way back. */
export function ResultPage(props: {
  step: BulkStepRow;
  items: readonly BulkItemRow[];
  tasks: readonly ChosenTask[];
  today: Day;
  undoable: boolean;
  organName: (id: number) => string;
}): VNode {
  const { step, items, tasks, today, undoable, organName } = props;
  const words = BULK_KINDS[step.kind];
  const item = new Map(items.map((i) => [i.taskId, i]));
  const rowsWhere = (is: (i: BulkItemRow) => boolean) => tasks.filter((t) => item.has(t.id) && is(item.get(t.id)!));
  const done = rowsWhere((i) => i.refused === null && !i.undone);
  const refused = rowsWhere((i) => i.refused !== null);
  const undone = rowsWhere((i) => i.undone);
  const why = (text: (i: BulkItemRow) => string | null) => ({
    title: 'Vì sao',
    cell: (row: ChosenTask) => text(item.get(row.id)!),
  });
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }]} />
      <Heading title={words.title} lead={`Làm lúc ${formatInstant(step.createdAt)}`} />
      <Notice tone={refused.length > 0 ? 'warning' : 'success'} announce>
        <p>
          {step.undoneAt === null
            ? `${done.length} nhiệm vụ ${words.done}.`
            : `Đã hoàn tác ${undone.length} nhiệm vụ.${done.length > 0 ? ` ${done.length} nhiệm vụ giữ nguyên.` : ''}`}
          {refused.length > 0 && ` ${refused.length} nhiệm vụ không làm được.`}
        </p>
      </Notice>
      {undoable && done.length > 0 && (
        <div class="ts-panel">
          <p>{words.undo}</p>
          <PostButton action={`/nhiem-vu/hang-loat/${step.id}/hoan-tac`} kind="secondary">
            Hoàn tác
          </PostButton>
        </div>
      )}
      {refused.length > 0 && (
        <Section title="Không làm được">
          <TaskLines caption="Không làm được" rows={refused} {...{ today, organName }} last={why((i) => i.refused)} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={step.undoneAt === null ? 'Đã làm' : 'Không hoàn tác được'}>
          <TaskLines
            caption="Đã làm"
            rows={done}
            {...{ today, organName }}
            last={step.undoneAt === null ? undefined : why((i) => i.undoRefused)}
          />
        </Section>
      )}
      {undone.length > 0 && (
        <Section title="Đã hoàn tác">
          <TaskLines caption="Đã hoàn tác" rows={undone} {...{ today, organName }} />
        </Section>
      )}
      <LinkRow>
        <a class="govuk-link" href="/nhiem-vu">
          Về danh sách nhiệm vụ
        </a>
      </LinkRow>
    </>
  );
}

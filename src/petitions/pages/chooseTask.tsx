import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { type TaskRow, titleOf } from '../../tasks/index.ts';
import { Breadcrumbs, EmptyState, FilterBar, Heading, PostButton, TextField } from '../../ui/index.ts';
import type { PetitionDetail } from '../store.ts';
import type { Names } from './names.ts';
import { shorten } from './similarList.tsx';

/** A directive often answers "Về đề xuất X: giao sở Y": that task tells lead, coordinators and limit of the petition. */
export function ChooseTaskPage(props: {
  petition: PetitionDetail;
  tasks: readonly TaskRow[];
  text: string;
  names: Names;
}): VNode {
  const { petition, tasks, text, names } = props;
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Kiến nghị', href: '/kien-nghi' },
          { label: `số ${petition.id}`, href: `/kien-nghi/${petition.id}` },
        ]}
      />
      <Heading
        caption={petition.topic}
        title="Giao theo nhiệm vụ của văn bản"
        lead="Cơ quan chủ trì, phối hợp và hạn lấy theo nhiệm vụ được chọn."
      />
      <FilterBar action={`/kien-nghi/${petition.id}/nhiem-vu`} submit="Tìm" values={{ q: text }} keep={{}} active={[]}>
        <TextField name="q" label="Tìm nhiệm vụ (để trống: theo các từ của chủ đề)" maxLength={200} />
      </FilterBar>
      {tasks.length === 0 ? (
        <EmptyState title="Không có nhiệm vụ nào khớp">
          <p>Hãy tìm bằng ít từ hơn, ví dụ chỉ hai từ chính của chủ đề.</p>
        </EmptyState>
      ) : (
        tasks.map((task) => (
          <div class="ts-panel">
            <p>
              <a href={`/nhiem-vu/${task.id}`}>{titleOf(task)}</a>
            </p>
            <p class="ts-sub">
              {task.source} · {shorten(task.leadIds.map(names.organ).join(', '), 120)}
              {task.dueOn && ` · hạn ${formatDay(task.dueOn)}`}
            </p>
            <PostButton
              action={`/kien-nghi/${petition.id}/giao-theo`}
              kind="secondary"
              small
              version={petition.version}
              fields={{ 'nhiem-vu': String(task.id) }}
              label={`Giao theo nhiệm vụ: ${titleOf(task)}`}
            >
              Giao theo nhiệm vụ này
            </PostButton>
          </div>
        ))
      )}
    </>
  );
}

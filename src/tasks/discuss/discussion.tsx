import type { VNode } from 'preact';
import { formatInstant } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import {
  type FormFault,
  FormPage,
  PostButton,
  Section,
  Select,
  type SentForm,
  TextArea,
  Timeline,
} from '../../ui/index.ts';
import { workOnTasks } from '../policy.ts';
import { type Mentionable, MOST_LETTERS, mentionKey } from './model.ts';
import type { CommentRow } from './store.ts';

/** What the page of a task knows of its discussion. */
export interface DiscussionView {
  comments: readonly CommentRow[];
  mentionables: readonly Mentionable[];
  followed: boolean;
}

/** Kinds of events that the discussion shows already. */
export const DISCUSSED: ReadonlySet<string> = new Set(['task.commented', 'task.mentioned', 'task.comment_withdrawn']);

export const COMMENT_FORM = 'trao-doi';

/** What people with a part in the task say to each other, and the form to say something. */
export function Discussion(props: {
  taskId: number;
  discussion: DiscussionView;
  principal: Principal;
  organName: (id: number) => string;
  failed?: { sent?: SentForm; fault?: FormFault };
}): VNode {
  const { taskId, discussion, principal, organName, failed } = props;
  const { comments, mentionables } = discussion;
  return (
    <Section title="Trao đổi" id="trao-doi">
      {comments.length > 0 && (
        <Timeline
          label="Trao đổi về nhiệm vụ"
          items={comments.map((comment) => ({
            title: comment.personName,
            when: formatInstant(comment.createdAt),
            by: organName(comment.organId),
            children:
              comment.endedAt !== null ? (
                <p class="ts-quiet">Người viết đã rút lại lời này.</p>
              ) : (
                <>
                  <p class="ts-prose">{comment.body}</p>
                  {comment.mentions.length > 0 && <p class="ts-quiet">Nhắc tới: {comment.mentions.join('; ')}</p>}
                  {comment.personId === principal.personId && (
                    <PostButton
                      action={`/nhiem-vu/${taskId}/trao-doi/${comment.id}/rut`}
                      kind="secondary"
                      small
                      label={`Rút lại lời viết lúc ${formatInstant(comment.createdAt)}`}
                    >
                      Rút lại
                    </PostButton>
                  )}
                </>
              ),
          }))}
        />
      )}
      {workOnTasks.allows(principal) && (
        <FormPage
          action={`/nhiem-vu/${taskId}/trao-doi`}
          submit="Gửi"
          submitKind="secondary"
          prefix="trao-doi-"
          {...failed}
        >
          <TextArea
            name="noi-dung"
            label="Viết trao đổi"
            hint="Mọi cơ quan có phần trong nhiệm vụ đều đọc được. Gõ @ rồi tên cơ quan hoặc tên người để nhắc tới."
            rows={3}
            maxLength={MOST_LETTERS}
          />
          <Select
            name="nhac-toi"
            label="Nhắc tới"
            optional
            empty="Không nhắc riêng ai"
            options={groupsOf(mentionables)}
          />
        </FormPage>
      )}
    </Section>
  );
}

function groupsOf(mentionables: readonly Mentionable[]) {
  const option = (one: Mentionable) => ({
    value: mentionKey(one),
    label: one.detail ? `${one.label} (${one.detail})` : one.label,
  });
  const organs = mentionables.filter((one) => one.appointmentId === null);
  const people = mentionables.filter((one) => one.appointmentId !== null);
  return [
    { label: 'Cơ quan', options: organs.map(option) },
    ...(people.length > 0 ? [{ label: 'Người', options: people.map(option) }] : []),
  ];
}

/** Follow or no longer: at the side of the task's page. */
export const FollowButton = ({ taskId, followed }: { taskId: number; followed: boolean }): VNode => (
  <PostButton
    action={`/nhiem-vu/${taskId}/theo-doi`}
    kind="secondary"
    small
    fields={{ viec: followed ? 'thoi' : 'theo-doi' }}
  >
    {followed ? 'Thôi theo dõi' : 'Theo dõi nhiệm vụ này'}
  </PostButton>
);

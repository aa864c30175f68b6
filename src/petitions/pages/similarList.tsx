import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { PostButton, Tag } from '../../ui/index.ts';
import { stateAsSeen, statusOf, stepAllowed } from '../model.ts';
import type { SimilarPetition } from '../similar.ts';
import type { Names } from './names.ts';

/** Petitions like the one being written, each with the way to join it. `data-similar` is what the script takes over. */
export function SimilarList({ found, names }: { found: readonly SimilarPetition[]; names: Names }): VNode {
  return (
    <div data-similar>
      {found.length === 0 ? (
        <p class="ts-quiet">Chưa thấy kiến nghị nào giống.</p>
      ) : (
        <ul class="govuk-list">
          {found.map((petition) => {
            const status =
              petition.state === 'closed'
                ? null
                : statusOf({ state: stateAsSeen(petition.state, false), solved: null });
            return (
              <li class="ts-panel">
                <p>
                  {petition.seen ? <a href={`/kien-nghi/${petition.id}`}>{petition.topic}</a> : <b>{petition.topic}</b>}
                </p>
                <p class="ts-sub">
                  {names.unit(petition.unitId)}
                  {petition.askers > 1 && ` và ${petition.askers - 1} nơi khác`}, {formatDay(petition.raisedOn)}
                </p>
                {status && <Tag tone={status.tone}>{status.label}</Tag>}
                <p>{shorten(petition.ask, 160)}</p>
                {stepAllowed('joined', petition.state) && (
                  <PostButton
                    action={`/kien-nghi/${petition.id}/tham-gia`}
                    kind="secondary"
                    small
                    label={`Cùng kiến nghị: ${petition.topic}`}
                  >
                    Cùng kiến nghị
                  </PostButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The beginning of a long text, cut between words. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > most / 2 ? cut : most)}…`;
}

import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import { Breadcrumbs, formatNumber, Heading, Section } from '../../ui/index.ts';
import type { BookEntry, Dialogue } from '../dialogues.ts';
import { FIELDS } from '../fields.ts';
import { statusOf } from '../model.ts';
import { dialogueCrumbs } from './dialogues.tsx';
import type { Names } from './names.ts';

/** All that was asked and answered, as one document to print or save. */
export function AnswerBookPage(props: {
  dialogue: Dialogue;
  entries: readonly BookEntry[];
  names: Names;
  today: Day;
}): VNode {
  const { dialogue, entries, names } = props;
  const byField = Map.groupBy(entries, (e) => e.field);
  const answered = entries.filter((e) => e.answers.length > 0).length;
  let number = 0;
  return (
    <>
      <Breadcrumbs links={dialogueCrumbs(dialogue)} />
      <Heading
        caption={names.organ(dialogue.bodyId)}
        title="Sổ trả lời kiến nghị"
        lead={`${dialogue.title}, ${formatDay(dialogue.heldOn)}. ${formatNumber(entries.length)} kiến nghị, đã trả lời ${formatNumber(answered)}; tính đến ${formatDay(props.today)}.`}
      />
      {FIELDS.filter((f) => byField.has(f.key)).map((f) => (
        <Section title={f.label}>
          {byField.get(f.key)!.map((entry) => {
            number += 1;
            return (
              <article class="ts-prose">
                <h3>
                  {number}. {entry.topic}
                </h3>
                <p class="ts-sub">{entry.askerIds.map(names.organ).join(', ')}</p>
                <p>{entry.ask}</p>
                {entry.answers.length === 0 && (
                  <p>
                    <em>
                      {statusOf({ state: entry.state === 'prepared' ? 'working' : entry.state, solved: null })?.label ??
                        'Đã khép lại'}
                      {entry.leadId ? `, ${names.organ(entry.leadId)} chủ trì trả lời.` : '.'}
                    </em>
                  </p>
                )}
                {entry.answers.map((answer) => (
                  <p>
                    <b>
                      {answer.refused ? 'Từ chối' : answer.full ? 'Trả lời' : 'Trả lời một phần'}
                      {entry.leadId ? ` (${names.organ(entry.leadId)}, ${formatDay(answer.on)})` : ''}:
                    </b>{' '}
                    {answer.text}
                  </p>
                ))}
              </article>
            );
          })}
        </Section>
      ))}
    </>
  );
}

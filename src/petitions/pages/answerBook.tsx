import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import type { Block, PrintDocument } from '../../platform/print/index.ts';
import { Breadcrumbs, ButtonLink, formatNumber, Heading, Section } from '../../ui/index.ts';
import { type BookEntry, bookOf, MOST_IN_BOOK } from '../answerBook.ts';
import type { Dialogue, DialogueTally } from '../dialogues.ts';
import { FIELDS, type FieldKey, fieldLabel } from '../fields.ts';
import { dialogueCrumbs } from './dialogueCrumbs.ts';
import type { Names } from './names.ts';

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV'.split(' ');

export interface BookView {
  dialogue: Dialogue;
  entries: readonly BookEntry[];
  /** The one field that is shown; null for all. */
  field: FieldKey | null;
  tally: readonly DialogueTally[];
  names: Names;
  today: Day;
}

const about = ({ dialogue, entries, field, today }: BookView): string =>
  [
    `${dialogue.title}, ${formatDay(dialogue.heldOn)}.`,
    field ? `${fieldLabel(field)}.` : '',
    `${formatNumber(entries.length)} kiến nghị, đã trả lời ${formatNumber(entries.filter((e) => e.answers.length > 0).length)}; tính đến ${formatDay(today)}.`,
  ]
    .filter(Boolean)
    .join(' ');

export const bookHref = (dialogue: Dialogue, field: FieldKey | null, end = ''): string =>
  `/kien-nghi/doi-thoai/${dialogue.id}/so-tra-loi${end}${field ? `?linh-vuc=${field}` : ''}`;

/** All that was asked and answered, to read; and the way to one document of it. */
export function AnswerBookPage(view: BookView): VNode {
  const { dialogue, entries, field, names } = view;
  const tooMany = entries.length > MOST_IN_BOOK;
  return (
    <>
      <Breadcrumbs links={dialogueCrumbs(dialogue)} />
      <Heading
        caption={names.organ(dialogue.bodyId)}
        title="Sổ trả lời kiến nghị"
        lead={tooMany ? dialogue.title : about(view)}
        actions={
          !tooMany && (
            <>
              <ButtonLink href={bookHref(dialogue, field, '/tai-ve/docx')}>Tải Word</ButtonLink>
              <ButtonLink href={bookHref(dialogue, field, '/tai-ve/pdf')} kind="secondary">
                Tải PDF
              </ButtonLink>
            </>
          )
        }
      />
      {tooMany && <p>Sổ có hơn {formatNumber(MOST_IN_BOOK)} kiến nghị. Hãy xem và tải theo từng lĩnh vực.</p>}
      {(tooMany || field) && <ByField view={view} />}
      {!tooMany &&
        bookOf(entries, names.organ).map(({ field: label, items }) => (
          <Section title={label}>
            {items.map((item) => (
              <article class="ts-prose">
                <h3>
                  {item.number}. {item.topic}
                </h3>
                <p class="ts-sub">{item.askers}</p>
                <p>{item.ask}</p>
                {item.answers.map((answer) => (
                  <p>
                    <b>{answer.head}</b> {answer.text}
                  </p>
                ))}
                {item.standing && (
                  <p>
                    <em>{item.standing}</em>
                  </p>
                )}
              </article>
            ))}
          </Section>
        ))}
    </>
  );
}

function ByField({ view: { dialogue, field, tally } }: { view: BookView }): VNode {
  const there = FIELDS.filter((f) => f.key !== field && tally.some((t) => t.field === f.key));
  return (
    <ul class="govuk-list">
      {field && (
        <li>
          <a href={bookHref(dialogue, null)}>Mọi lĩnh vực</a>
        </li>
      )}
      {there.map((f) => (
        <li>
          <a href={bookHref(dialogue, f.key)}>{f.label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The same book as one paper of the body that held the dialogue. */
export function bookPaper(view: BookView, issuer: { name: string; party: boolean; place?: string }): PrintDocument {
  const blocks: Block[] = [
    { type: 'head', issuer: issuer.name, ...(issuer.place ? { place: issuer.place, day: view.today } : {}) },
    { type: 'title', name: 'SỔ TRẢ LỜI KIẾN NGHỊ', about: about(view) },
  ];
  for (const [i, { field, items }] of bookOf(view.entries, view.names.organ).entries()) {
    blocks.push({ type: 'heading', text: `${ROMAN[i]}. ${field.toUpperCase()}` });
    for (const item of items) {
      blocks.push(
        { type: 'paragraph', text: [{ text: `${item.number}. ${item.topic}`, bold: true }], align: 'justify' },
        { type: 'paragraph', text: [{ text: item.askers, italic: true }], align: 'left' },
        { type: 'paragraph', text: item.ask, align: 'justify' },
        ...item.answers.map(
          ({ head, text }): Block => ({
            type: 'paragraph',
            text: [{ text: head, bold: true }, { text: ` ${text}` }],
            align: 'justify',
          }),
        ),
      );
      if (item.standing) blocks.push({ type: 'paragraph', text: [{ text: item.standing, italic: true }] });
    }
  }
  return { title: `Sổ trả lời kiến nghị: ${view.dialogue.title}`, style: issuer.party ? 'party' : 'state', blocks };
}

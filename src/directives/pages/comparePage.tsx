import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Checkbox,
  DataTable,
  type FormFault,
  FormPage,
  Heading,
  Notice,
  Radios,
  Section,
  type SentForm,
  Tag,
} from '../../ui/index.ts';
import { type Pair, pairTasks } from '../compare.ts';
import { type Draft, ordinalLabel } from '../model.ts';
import type { Directive } from '../store/directive.ts';
import { deskHref } from './deskView.ts';
import { directiveName } from './list.tsx';

export interface CompareView {
  one: Directive;
  other: Directive;
  oneDrafts: readonly Draft[];
  otherDrafts: readonly Draft[];
  /** Of the smaller text, how much stands in the other: 0 to 1. */
  likeness: number;
  /** Which of the two is kept as the directive, as proposed. */
  proposedKeepId: number;
  sent?: SentForm;
  fault?: FormFault;
}

/** One directive told twice: side by side, what differs, and the question whether to treat them as one. */
export function ComparePage(view: CompareView): VNode {
  const { one, other } = view;
  const facts = factsOf(one, other);
  const pairs = pairTasks(view.oneDrafts, view.otherDrafts);
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/van-ban', label: 'Văn bản' },
          { href: deskHref(one.id), label: 'Bàn đọc' },
        ]}
      />
      <Heading
        title="Hai bản cùng nội dung?"
        lead={`${Math.round(view.likeness * 100)} % nội dung bản ngắn hơn có trong bản kia.`}
      />
      <Section title="Thông tin">
        <DataTable
          caption="Thông tin của hai bản"
          rows={facts}
          columns={[
            {
              title: 'Mục',
              cell: (f) => (
                <>
                  {f.label} {f.differs && <Tag tone="soon">khác</Tag>}
                </>
              ),
            },
            { title: directiveName(one), cell: (f) => f.one ?? <span class="ts-quiet">để trống</span> },
            { title: directiveName(other), cell: (f) => f.other ?? <span class="ts-quiet">để trống</span> },
          ]}
        />
      </Section>
      <JoinForm {...view} />
      <Section title={`Nhiệm vụ: ${pairs.filter((p) => p.one && p.other).length} có ở cả hai bản`}>
        <DataTable
          caption="Nhiệm vụ của hai bản"
          rows={pairs}
          columns={[
            { title: 'Bản này', cell: (p) => <Side draft={p.one} /> },
            { title: 'Bản kia', cell: (p) => <Side draft={p.other} /> },
            { title: 'Khác nhau', narrow: true, cell: differences },
          ]}
        />
      </Section>
    </>
  );
}

function JoinForm({ one, other, proposedKeepId, sent, fault }: CompareView): VNode {
  const reading = [one, other].filter((d) => d.state === 'reading');
  const issued = [one, other].find((d) => d.state === 'issued');
  if (reading.length === 0) return <Notice tone="info" text="Hai bản này không còn ở bàn đọc nên không gộp nữa." />;
  return (
    <Section title="Coi là một văn bản">
      <FormPage
        action={`/van-ban/${one.id}/so-sanh/${other.id}`}
        sent={sent}
        fault={fault}
        submit="Coi là một"
        cancelHref={deskHref(one.id)}
      >
        {issued ? (
          <>
            <input type="hidden" name="giu" value={issued.id} />
            <p>{directiveName(issued)} đã ban hành nên được giữ làm chính; bản kia để kèm, không ban hành nữa.</p>
          </>
        ) : (
          <Radios
            name="giu"
            label="Giữ bản nào làm chính?"
            hint="Bản kia để kèm, không ban hành riêng. Thường giữ bản đã ký, không giữ bản tin."
            value={String(proposedKeepId)}
            choices={[one, other].map((d) => ({
              value: String(d.id),
              label: `${directiveName(d)} – ${d.title}`.slice(0, 160),
            }))}
          />
        )}
        {!issued && <Checkbox name="dien" label="Điền số, ngày, người ký còn trống theo bản kia" checked />}
      </FormPage>
    </Section>
  );
}

const Side = ({ draft: d }: { draft: Draft | null }): VNode =>
  d ? (
    <>
      <b>
        {ordinalLabel(d.ordinal)}. {d.agencies.map((a) => a.text).join(', ')}
      </b>
      <div>{d.action}</div>
    </>
  ) : (
    <span class="ts-quiet">không có</span>
  );

function differences({ one, other }: Pair): VNode | null {
  if (!one || !other) return <Tag tone="soon">chỉ một bản có</Tag>;
  const agencies = (d: Draft) =>
    d.agencies
      .map((a) => `${a.role}:${[...a.organIds].sort().join('.') || a.text}`)
      .sort()
      .join('|');
  return (
    <>
      {agencies(one) !== agencies(other) && <Tag tone="soon">khác cơ quan</Tag>}{' '}
      {one.dueOn !== other.dueOn && <Tag tone="soon">khác hạn</Tag>}
    </>
  );
}

function factsOf(one: Directive, other: Directive) {
  const row = (label: string, a: string | null, b: string | null) => ({
    label,
    one: a,
    other: b,
    differs: (a ?? '') !== (b ?? ''),
  });
  return [
    row('Số, ký hiệu', one.symbol, other.symbol),
    row('Ngày', one.issuedOn && formatDay(one.issuedOn), other.issuedOn && formatDay(other.issuedOn)),
    row('Người ký', one.signer, other.signer),
    row('Cơ quan ban hành, như bản viết', one.reading.issuer, other.reading.issuer),
    row('Trích yếu', one.title || null, other.title || null),
    row('Nơi nhận', recipientLine(one), recipientLine(other)),
  ];
}

const recipientLine = (d: Directive): string | null =>
  d.reading.recipients.map((line) => line.replace(/^[-–+\s]+|[;.,\s]+$/g, '')).join('; ') || null;

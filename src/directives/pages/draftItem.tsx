import type { ComponentChildren, VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import type { OrganRegister } from '../../organs/index.ts';
import { ButtonLink, PostButton, Tag, type Tone } from '../../ui/index.ts';
import { type AgencyRole, type Draft, type DraftAgency, ordinalLabel, RECURRENCES, whatIsMissing } from '../model.ts';
import { deskHref, itemAnchor, organName } from './deskView.ts';

const STATES: Record<Draft['state'], { label: string; tone: Tone }> = {
  found: { label: 'cần xem', tone: 'soon' },
  accepted: { label: 'đã nhận', tone: 'good' },
  rejected: { label: 'đã bỏ', tone: 'none' },
  superseded: { label: 'đã tách, gộp', tone: 'none' },
};

/**
 * One task in the list beside the document. `children` take the place of the buttons while its form is open; while it is
 * edited the form says what it says.
 */
export function DraftItem(props: {
  draft: Draft;
  register: OrganRegister;
  editing?: boolean;
  children?: ComponentChildren;
}): VNode {
  const { draft: d, register } = props;
  const missing = d.state === 'found' ? whatIsMissing(d) : null;
  const number = ordinalLabel(d.ordinal);
  return (
    <li
      class={`desk-item desk-item--${d.state}`}
      id={itemAnchor(d.id)}
      tabIndex={-1}
      data-item={d.id}
      data-version={d.version}
      data-state={d.state}
    >
      <a class="desk-item-no" href={`#doan-${d.id}`} aria-label={`Nhiệm vụ ${number}: xem trong văn bản`}>
        {number}
      </a>
      <div>
        {!props.editing && <Said d={d} register={register} />}
        {missing && <p class="desk-missing">{missing}</p>}
        {props.children ?? <Actions d={d} missing={missing !== null} />}
      </div>
    </li>
  );
}

/** What the task says: who, about what, what, by when. */
const Said = ({ d, register }: { d: Draft; register: OrganRegister }): VNode => (
  <>
    <Agencies agencies={d.agencies} part="lead" register={register} />
    <Agencies agencies={d.agencies} part="coordinate" register={register} />
    {d.topic && <p class="ts-quiet desk-what">{d.topic}</p>}
    <p class="desk-what">{d.action}</p>
    <p class="desk-meta">
      <Limit d={d} />{' '}
      {d.sure && d.state === 'found' ? (
        <Tag tone="good">chắc chắn</Tag>
      ) : (
        <Tag tone={STATES[d.state].tone}>{STATES[d.state].label}</Tag>
      )}{' '}
      {d.origin === 'assistant' && d.state === 'found' && <Tag tone="soon">trợ lý đề xuất</Tag>}{' '}
      {d.optional && <Tag>không bắt buộc giao</Tag>}
      {d.basis.length > 0 && <span class="ts-quiet"> căn cứ {d.basis.join(', ')}</span>}
      {d.reportTo.length > 0 && <span class="ts-quiet"> báo cáo {d.reportTo.join(', ')}</span>}
    </p>
  </>
);

function Limit({ d }: { d: Draft }): VNode {
  if (d.dueOn) return <Tag tone="wait">hạn {formatDay(d.dueOn)}</Tag>;
  if (d.condition) return <Tag tone="wait">{d.condition}</Tag>;
  if (d.recurrence) return <Tag tone="wait">{RECURRENCES[d.recurrence] ?? d.recurrence}</Tag>;
  if (d.deadlineText) return <Tag tone="wait">{d.deadlineText}</Tag>;
  return <Tag>không hạn</Tag>;
}

/** More than this many organs are folded away behind the words of the text. */
const SHOWN_ORGANS = 4;
const isFolded = (a: DraftAgency): boolean =>
  a.state !== 'unresolved' && (a.state === 'class' || a.organIds.length > SHOWN_ORGANS);

/** Who leads, then who joins: single organs in a row, lists folded below. */
function Agencies(props: {
  agencies: readonly DraftAgency[];
  part: AgencyRole;
  register: OrganRegister;
}): VNode | null {
  const own = props.agencies.filter((a) => a.role === props.part);
  const lead = props.part === 'lead';
  if (own.length === 0) return lead ? <Row part="lead">{[<span class="desk-ask">chưa có cơ quan</span>]}</Row> : null;
  const single = own.filter((a) => !isFolded(a));
  return (
    <>
      {single.length > 0 && (
        <Row part={props.part}>
          {single.map((agency) => (
            <AgencyName agency={agency} register={props.register} />
          ))}
        </Row>
      )}
      {own.filter(isFolded).map((agency) => (
        <details class={lead ? 'desk-class desk-lead' : 'desk-class'}>
          <summary>
            {!lead && <span class="ts-quiet">phối hợp </span>}
            {agency.text} <span class="ts-quiet">({agency.organIds.length} cơ quan)</span>
          </summary>
          {agency.organIds.map((id) => organName(props.register, id)).join(', ')}
        </details>
      ))}
    </>
  );
}

const Row = ({ part, children }: { part: AgencyRole; children: VNode[] }): VNode => (
  <p class={part === 'lead' ? 'desk-lead' : undefined}>
    {part === 'coordinate' && <span class="ts-quiet">phối hợp </span>}
    {children.map((child, i) => (
      <>
        {i > 0 && ', '}
        {child}
      </>
    ))}
  </p>
);

function AgencyName({ agency: a, register }: { agency: DraftAgency; register: OrganRegister }): VNode {
  if (a.state === 'unresolved') return <span class="desk-ask">{a.text}?</span>;
  const names = a.organIds.map((id) => organName(register, id));
  return (
    <span title={a.note ?? (names.includes(a.text) ? undefined : `Trong văn bản: ${a.text}`)}>
      {names.join(', ')}
      {a.doubtful && <span class="desk-ask"> xem lại</span>}
    </span>
  );
}

function Actions({ d, missing }: { d: Draft; missing: boolean }): VNode {
  const base = `/van-ban/${d.directiveId}/doc/${d.id}`;
  const about = `nhiệm vụ ${ordinalLabel(d.ordinal)}`;
  const link = (query: string, words: string) => (
    <ButtonLink
      kind="secondary"
      small
      href={deskHref(d.directiveId, `${query}=${d.id}`, itemAnchor(d.id))}
      label={`${words} ${about}`}
    >
      {words}
    </ButtonLink>
  );
  const post = (path: string, words: string, kind: 'primary' | 'secondary') => (
    <PostButton action={`${base}/${path}`} kind={kind} small version={d.version} label={`${words} ${about}`}>
      {words}
    </PostButton>
  );
  return (
    <div class="desk-acts">
      {d.state === 'found' && !missing && post('nhan', acceptWords(d), 'primary')}
      {d.state === 'found' && missing && link('sua', 'Chọn cơ quan')}
      {d.state === 'rejected' && post('xem-lai', 'Lấy lại', 'secondary')}
      {d.state !== 'rejected' && !missing && link('sua', 'Sửa')}
      {d.state === 'accepted' && post('xem-lai', 'Xem lại', 'secondary')}
      {d.state !== 'rejected' && link('tach', 'Tách')}
      {d.state !== 'rejected' && link('gop', 'Gộp')}
      {d.state === 'found' && post('bo', 'Bỏ', 'secondary')}
      {d.reason && <span class="ts-quiet desk-reason">lý do: {d.reason}</span>}
    </div>
  );
}

/** A class stands for a list, which is confirmed with the task. */
const acceptWords = (d: Draft): string =>
  d.agencies.some((a) => a.state === 'class') ? 'Đúng cả danh sách, nhận' : 'Đúng, nhận';

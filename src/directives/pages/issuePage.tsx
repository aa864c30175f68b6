import type { VNode } from 'preact';
import { formatDay, parseDay } from '../../kernel/day.ts';
import type { OrganRegister } from '../../organs/index.ts';
import {
  Breadcrumbs,
  Checkbox,
  DataTable,
  EmptyState,
  type FormFault,
  FormPage,
  Heading,
  Notice,
  Section,
  type SentForm,
  Tag,
} from '../../ui/index.ts';
import { deskMark, issueChecks } from '../issueDirective.ts';
import { type Draft, type DraftAgency, ordinalLabel, organsOf } from '../model.ts';
import type { Directive } from '../store/directive.ts';
import { deskHref, itemAnchor, organName } from './deskView.ts';
import { FactFields } from './factsForm.tsx';
import { directiveName } from './list.tsx';
import { OrganChecks, OrganField, OrganNames } from './organFields.tsx';

export interface IssueView {
  directive: Directive;
  drafts: readonly Draft[];
  recipients: readonly DraftAgency[];
  register: OrganRegister;
  /** The issuing body as written, where it is not the one for which this office issues. */
  otherIssuer: string | null;
  organChoices: readonly string[];
  sent?: SentForm;
  fault?: FormFault;
}

export const MORE_RECIPIENTS = 3;

/** What will be sent to whom, before it is. */
export function IssuePage(view: IssueView): VNode {
  const { directive: d, drafts, sent, fault } = view;
  const checks = issueChecks(drafts, sent ? (parseDay(sent.values.ngay) ?? null) : d.issuedOn);
  return (
    <div class="desk-issue">
      <Breadcrumbs
        links={[
          { href: '/van-ban', label: 'Văn bản' },
          { href: deskHref(d.id), label: 'Bàn đọc' },
        ]}
      />
      <Heading
        title="Kiểm tra trước khi ban hành"
        caption={directiveName(d)}
        lead="Ban hành xong, các cơ quan dưới đây thấy văn bản và nhiệm vụ của mình ngay."
      />
      <FormPage
        action={`/van-ban/${d.id}/ban-hanh`}
        version={d.version}
        sent={sent}
        fault={fault}
        submit="Ban hành"
        cancelHref={deskHref(d.id)}
      >
        {view.otherIssuer && (
          <Notice tone="warning" title={`Văn bản ghi cơ quan ban hành là ${view.otherIssuer}`}>
            <Checkbox name="co-quan-khac" label={`Vẫn ban hành thay ${organName(view.register, d.issuerOrganId)}`} />
          </Notice>
        )}
        <input type="hidden" name="dau" value={deskMark(drafts)} />
        <Tasks {...view} checks={checks} />
        <Section title="Số, ngày, người ký">
          <div class="ts-form">
            <FactFields directive={d} />
          </div>
        </Section>
        <Recipients {...view} />
      </FormPage>
    </div>
  );
}

function Tasks({ directive: d, register, checks }: IssueView & { checks: ReturnType<typeof issueChecks> }): VNode {
  const names = (t: Draft, role: 'lead' | 'coordinate') => {
    const ids = organsOf(t.agencies, role);
    return ids.length > 6
      ? `${ids
          .slice(0, 3)
          .map((id) => organName(register, id))
          .join(', ')} và ${ids.length - 3} cơ quan khác`
      : ids.map((id) => organName(register, id)).join(', ');
  };
  return (
    <Section title={`Giao ${checks.accepted.length} nhiệm vụ`} id="o-nhiem-vu">
      {checks.blocked.length > 0 && (
        <Notice tone="warning" title="Còn cơ quan chưa rõ: phải chọn trước khi ban hành">
          <DraftLinks directiveId={d.id} drafts={checks.blocked} />
        </Notice>
      )}
      {checks.undecided.length > 0 && (
        <Notice tone="warning" title={`${checks.undecided.length} nhiệm vụ chưa được nhận`}>
          <DraftLinks directiveId={d.id} drafts={checks.undecided} />
          <Checkbox name="bo-lai" label={`Ban hành mà không giao ${checks.undecided.length} nhiệm vụ này`} />
        </Notice>
      )}
      {checks.early.length > 0 && (
        <Notice tone="warning" title="Hạn trước ngày ban hành">
          <DraftLinks directiveId={d.id} drafts={checks.early} />
          <Checkbox name="han-som" label="Các hạn này đúng như vậy" />
        </Notice>
      )}
      <DataTable
        caption="Nhiệm vụ sẽ giao"
        rows={checks.accepted}
        empty={<EmptyState title="Chưa nhận nhiệm vụ nào: văn bản sẽ chỉ được gửi đi, không giao việc." />}
        columns={[
          { title: 'Nhiệm vụ', cell: (t) => `${ordinalLabel(t.ordinal)}. ${t.action}` },
          { title: 'Chủ trì', cell: (t) => names(t, 'lead') },
          { title: 'Phối hợp', cell: (t) => names(t, 'coordinate') },
          {
            title: 'Hạn',
            narrow: true,
            cell: (t) => (t.dueOn ? formatDay(t.dueOn) : <Tag>{t.condition ?? t.deadlineText ?? 'không hạn'}</Tag>),
          },
        ]}
      />
    </Section>
  );
}

const DraftLinks = ({ directiveId, drafts }: { directiveId: number; drafts: readonly Draft[] }): VNode => (
  <ul>
    {drafts.map((t) => (
      <li>
        <a href={deskHref(directiveId, `sua=${t.id}`, itemAnchor(t.id))}>Nhiệm vụ {ordinalLabel(t.ordinal)}</a>
        {': '}
        {t.agencies.map((a) => a.text).join(', ')} – {t.action.slice(0, 120)}
        {t.dueOn && ` (hạn ${formatDay(t.dueOn)})`}
      </li>
    ))}
  </ul>
);

function Recipients({ recipients, register, organChoices }: IssueView): VNode {
  const clear = recipients.filter((r) => r.organIds.length > 0);
  const unclear = recipients.filter((r) => r.state === 'unresolved');
  return (
    <Section title="Nơi nhận">
      <OrganNames names={organChoices} />
      <div class="ts-form">
        <p>Cơ quan được giao nhiệm vụ luôn nhận được văn bản. Ngoài ra gửi cho:</p>
        {clear.map((r, i) => (
          <OrganChecks
            name={`noi-nhan-${i}`}
            legend={`“${r.text}”`}
            ids={r.organIds}
            chosen={r.organIds}
            register={register}
          />
        ))}
        <input type="hidden" name="so-noi-nhan" value={clear.length} />
        {unclear.length > 0 && (
          <Notice tone="info" title="Nơi nhận ngoài hệ thống hoặc chưa rõ">
            <p>
              {unclear.map((r) => r.text).join('; ')}. Nếu trong số này có cơ quan của tỉnh, hãy ghi tên vào ô dưới đây.
            </p>
          </Notice>
        )}
        {Array.from({ length: MORE_RECIPIENTS }, (_, i) => (
          <OrganField name={`gui-them-${i + 1}`} label={i === 0 ? 'Gửi thêm' : 'Gửi thêm nữa'} optional />
        ))}
      </div>
    </Section>
  );
}

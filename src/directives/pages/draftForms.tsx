import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import type { OrganRegister } from '../../organs/index.ts';
import {
  Button,
  DayField,
  Details,
  type FormFault,
  FormPage,
  LinkRow,
  Notice,
  Select,
  type SentForm,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { type Draft, type DraftAgency, type DraftContent, ordinalLabel, proposedSplit, RECURRENCES } from '../model.ts';
import { deskHref, itemAnchor, organName } from './deskView.ts';
import { OrganChecks, OrganField } from './organFields.tsx';

export const NEW_AGENCY_ROWS = 2;

interface FormView {
  register: OrganRegister;
  sent?: SentForm;
  fault?: FormFault;
}

/** Changes a task. After a clash `current` is what the other clerk saved, shown beside what was typed here. */
export function EditForm({ draft: d, current, ...view }: FormView & { draft: Draft; current?: Draft }): VNode {
  const back = deskHref(d.directiveId, '', itemAnchor(d.id));
  return (
    <>
      {current && <Clash current={current} register={view.register} />}
      <FormPage
        action={`/van-ban/${d.directiveId}/doc/${d.id}/sua`}
        version={d.version}
        sent={view.sent}
        fault={view.fault}
        prefix={`${d.id}-`}
        keep={false}
      >
        <ContentFields content={d} register={view.register} />
        <LinkRow>
          <Button name="viec" value="nhan">
            Lưu và nhận
          </Button>
          <Button kind="secondary" name="viec" value="luu">
            Chỉ lưu
          </Button>
          <a href={back}>Thôi, không sửa</a>
        </LinkRow>
      </FormPage>
    </>
  );
}

function Clash({ current, register }: { current: Draft; register: OrganRegister }): VNode {
  const names = (role: DraftAgency['role']) =>
    current.agencies
      .filter((a) => a.role === role)
      .map((a) =>
        a.organIds.length > 4 ? a.text : a.organIds.map((id) => organName(register, id)).join(', ') || a.text,
      )
      .join(', ');
  return (
    <Notice tone="warning" title="Bản người khác vừa lưu">
      <p>
        <b>{names('lead')}</b> {names('coordinate') && <>phối hợp {names('coordinate')}</>}
      </p>
      <p>{current.action}</p>
      <p>{current.dueOn ? `Hạn ${formatDay(current.dueOn)}` : (current.deadlineText ?? 'Không hạn')}</p>
      <p>Bên dưới là bản bạn vừa gõ. Bấm lưu thì bản của bạn thay bản này; bấm “Thôi” thì giữ bản này.</p>
    </Notice>
  );
}

/** Adds a task that was not found. With scripts the passage is marked in the text; without, it is copied here. */
export function AddForm({ directiveId, ...view }: FormView & { directiveId: number }): VNode {
  const empty: DraftContent = {
    topic: null,
    action: '',
    dueOn: null,
    deadlineText: null,
    condition: null,
    recurrence: null,
    reportTo: [],
    basis: [],
    agencies: [],
  };
  return (
    <FormPage
      action={`/van-ban/${directiveId}/doc/them`}
      sent={view.sent}
      fault={view.fault}
      prefix="them-"
      keep={false}
    >
      <h3>Thêm nhiệm vụ</h3>
      <TextArea
        name="doan"
        label="Đoạn trong văn bản"
        optional
        rows={3}
        hint="Chép đúng đoạn giao việc, để về sau ai cũng xem được căn cứ."
      />
      <input type="hidden" name="tu" value={view.sent?.values.tu ?? ''} data-span-start />
      <input type="hidden" name="den" value={view.sent?.values.den ?? ''} data-span-end />
      <ContentFields content={empty} register={view.register} />
      <LinkRow>
        <Button>Thêm</Button>
        <a href={deskHref(directiveId)}>Thôi, không thêm</a>
      </LinkRow>
    </FormPage>
  );
}

function ContentFields({ content: c, register }: { content: DraftContent; register: OrganRegister }): VNode {
  const rare = c.topic || c.condition || c.recurrence || c.reportTo.length > 0 || c.basis.length > 0;
  return (
    <>
      <input type="hidden" name="so-co-quan" value={c.agencies.length} />
      {c.agencies.map((agency, i) => (
        <AgencyRow agency={agency} i={i} register={register} />
      ))}
      {Array.from({ length: NEW_AGENCY_ROWS }, (_, i) => (
        <div class="desk-agency-row">
          <OrganField name={`co-quan-moi-${i + 1}`} label={i === 0 ? 'Thêm cơ quan' : 'Thêm cơ quan nữa'} optional />
          <RoleField name={`vai-moi-${i + 1}`} value={c.agencies.length === 0 && i === 0 ? 'lead' : 'coordinate'} />
        </div>
      ))}
      <TextArea name="hanh-dong" label="Nội dung nhiệm vụ" value={c.action} rows={4} maxLength={4000} />
      <DayField name="han" label="Hạn" optional value={c.dueOn ? formatDay(c.dueOn) : ''} />
      <TextField name="han-chu" label="Hạn, như văn bản viết" optional value={c.deadlineText ?? ''} maxLength={300} />
      <Details summary="Chủ đề, điều kiện, định kỳ, báo cáo, căn cứ" open={Boolean(rare)}>
        <TextField name="chu-de" label="Chủ đề" optional value={c.topic ?? ''} maxLength={1000} />
        <TextField name="dieu-kien" label="Điều kiện để bắt đầu" optional value={c.condition ?? ''} maxLength={500} />
        <Select
          name="dinh-ky"
          label="Định kỳ"
          optional
          value={c.recurrence ?? ''}
          empty="Làm một lần"
          options={Object.entries(RECURRENCES).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="bao-cao"
          label="Báo cáo về"
          optional
          rows={2}
          value={c.reportTo.join('\n')}
          hint="Mỗi nơi một dòng."
        />
        <TextArea
          name="can-cu"
          label="Căn cứ"
          optional
          rows={2}
          value={c.basis.join('\n')}
          hint="Số, ký hiệu văn bản; mỗi văn bản một dòng."
        />
      </Details>
    </>
  );
}

const RoleField = ({ name, value, removable }: { name: string; value: string; removable?: boolean }): VNode => (
  <Select
    name={name}
    label="Vai trò"
    value={value}
    options={[
      { value: 'lead', label: 'chủ trì' },
      { value: 'coordinate', label: 'phối hợp' },
      ...(removable ? [{ value: 'bo', label: 'bỏ ra' }] : []),
    ]}
  />
);

function AgencyRow({ agency: a, i, register }: { agency: DraftAgency; i: number; register: OrganRegister }): VNode {
  const ids = [...new Set([...a.organIds, ...a.candidates])];
  return (
    <div class="desk-agency-box">
      <input type="hidden" name={`chu-${i}`} value={a.text} />
      {ids.length > 0 ? (
        <OrganChecks
          name={`co-quan-${i}`}
          legend={`“${a.text}” là`}
          ids={ids}
          chosen={a.organIds}
          register={register}
        />
      ) : (
        <p>
          “{a.text}” <span class="desk-ask">chưa rõ là cơ quan nào</span>
        </p>
      )}
      {a.note && <p class="ts-quiet">{a.note}</p>}
      <div class="desk-agency-row">
        {a.state === 'unresolved' && <OrganField name={`ten-${i}`} label="Là cơ quan" optional />}
        <RoleField name={`vai-${i}`} value={a.role} removable />
      </div>
    </div>
  );
}

export function SplitForm({ draft: d, sent, fault }: Omit<FormView, 'register'> & { draft: Draft }): VNode {
  const [one, two] = proposedSplit(d.action);
  return (
    <FormPage
      action={`/van-ban/${d.directiveId}/doc/${d.id}/tach`}
      version={d.version}
      sent={sent}
      fault={fault}
      prefix={`${d.id}-`}
      keep={false}
      submit="Tách làm hai"
      cancelHref={deskHref(d.directiveId, '', itemAnchor(d.id))}
    >
      <TextArea name="phan-1" label="Phần thứ nhất" value={one} rows={3} />
      <TextArea
        name="phan-2"
        label="Phần thứ hai"
        value={two}
        rows={3}
        hint="Cơ quan, hạn của mỗi phần sửa được sau khi tách."
      />
    </FormPage>
  );
}

export function MergeForm({
  draft: d,
  others,
  sent,
  fault,
}: Omit<FormView, 'register'> & { draft: Draft; others: readonly Draft[] }): VNode {
  const next = others.find((o) => o.ordinal > d.ordinal) ?? others.at(-1);
  return (
    <FormPage
      action={`/van-ban/${d.directiveId}/doc/${d.id}/gop`}
      version={d.version}
      sent={sent}
      fault={fault}
      prefix={`${d.id}-`}
      keep={false}
      submit="Gộp làm một"
      cancelHref={deskHref(d.directiveId, '', itemAnchor(d.id))}
    >
      <Select
        name="gop-voi"
        label="Gộp với nhiệm vụ"
        value={next ? String(next.id) : ''}
        options={others.map((o) => ({
          value: String(o.id),
          label: `${ordinalLabel(o.ordinal)}. ${o.action.slice(0, 70)}`,
        }))}
      />
    </FormPage>
  );
}

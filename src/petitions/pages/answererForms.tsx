import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { DayField, Details, FileField, FormPage, PostButton, Radios, TextArea, TextField } from '../../ui/index.ts';
import { type Answer, stepAllowed } from '../model.ts';
import { coordinatorOf, mayForward, mayLead } from '../policy.ts';
import { type DetailView, failedOf } from './detailView.ts';
import { LIST_ID, LimitFields } from './limitFields.tsx';

/** What those who work on the answer may do: answer, pass up, refuse; give an opinion; send a draft. */
export function AnswererForms({ view }: { view: DetailView }): VNode | null {
  const { petition, principal } = view;
  return (
    <>
      {mayForward(principal, petition) && petition.state === 'prepared' && <ForwardForm view={view} />}
      {coordinatorOf(principal, petition) !== undefined && stepAllowed('opined', petition.state) && (
        <OpinionForm view={view} />
      )}
      {mayLead(principal, petition) && stepAllowed('prepared', petition.state) && <LeadForms view={view} />}
    </>
  );
}

function LeadForms({ view }: { view: DetailView }): VNode {
  const { petition, names } = view;
  const action = (step: string) => `/kien-nghi/${petition.id}/${step}`;
  const common = { version: petition.version };
  const waiting = petition.coordinatorIds.filter((id) => !petition.opinionIds.includes(id));
  return (
    <>
      <div class="ts-panel" id="tra-loi">
        <h3>Trả lời kiến nghị</h3>
        {petition.forwarderId && (
          <p class="ts-quiet">{names.organ(petition.forwarderId)} xem lại rồi gửi trả lời này đến nơi kiến nghị.</p>
        )}
        <FormPage
          action={action('tra-loi')}
          files
          prefix="tra-loi-"
          submit={petition.forwarderId ? 'Chuyển dự thảo trả lời' : 'Gửi trả lời'}
          {...common}
          {...failedOf(view, 'tra-loi')}
        >
          <TextArea name="tra-loi" label="Nội dung trả lời" rows={8} maxLength={20_000} />
          <Radios
            name="muc"
            label="Trả lời"
            value="day-du"
            choices={[
              { value: 'day-du', label: 'Đầy đủ' },
              { value: 'mot-phan', label: 'Một phần, phần còn lại trả lời sau' },
            ]}
          />
          <DayField name="han-con-lai" label="Ngày trả lời phần còn lại" optional />
          {waiting.length > 0 && (
            <TextField
              name="thieu-y-kien"
              label="Lý do không chờ ý kiến phối hợp"
              hint={`Chưa có ý kiến: ${waiting.map(names.organ).join(', ')}`}
              optional
              maxLength={500}
            />
          )}
          <FileField name="tep" label="Văn bản trả lời" optional multiple maxBytes={20_000_000} />
        </FormPage>
      </div>
      {stepAllowed('passed_up', petition.state) && (
        <Details summary="Vượt thẩm quyền, chuyển cấp trên" open={view.failed?.form === 'chuyen-cap-tren'}>
          <FormPage
            action={action('chuyen-cap-tren')}
            prefix="chuyen-"
            submit="Chuyển cấp trên"
            {...common}
            {...failedOf(view, 'chuyen-cap-tren')}
          >
            <p>
              Cơ quan cấp trên chịu trách nhiệm trả lời từ đây. Với bộ, ngành trung ương, cơ quan bạn ghi lại câu trả
              lời khi nhận được.
            </p>
            <TextField
              name="cap-tren"
              label="Cơ quan cấp trên có thẩm quyền"
              hint="Ví dụ: UBND tỉnh, Bộ Nội vụ"
              list={LIST_ID}
              autocomplete="off"
              maxLength={300}
            />
            <TextArea name="ly-do" label="Vì sao vượt thẩm quyền" rows={3} maxLength={4000} />
            <LimitFields view={view} days={view.proposed.upper} required />
          </FormPage>
        </Details>
      )}
      {stepAllowed('refused', petition.state) && (
        <Details summary="Từ chối, nêu căn cứ" open={view.failed?.form === 'tu-choi'}>
          <RefuseForm view={view} />
        </Details>
      )}
    </>
  );
}

export function RefuseForm({ view }: { view: DetailView }): VNode {
  return (
    <FormPage
      action={`/kien-nghi/${view.petition.id}/tu-choi`}
      version={view.petition.version}
      prefix="tu-choi-"
      submit="Từ chối"
      submitKind="warning"
      {...failedOf(view, 'tu-choi')}
    >
      <TextArea
        name="can-cu"
        label="Căn cứ từ chối"
        hint="Điều luật, văn bản, hoặc lý do cụ thể. Nơi kiến nghị đọc được và có thể đề nghị xem lại."
        rows={3}
        maxLength={4000}
      />
    </FormPage>
  );
}

function OpinionForm({ view }: { view: DetailView }): VNode {
  const { petition, names, principal } = view;
  const organId = coordinatorOf(principal, petition)!;
  return (
    <div class="ts-panel" id="y-kien">
      <h3>Ý kiến phối hợp của {names.organ(organId)}</h3>
      <FormPage
        action={`/kien-nghi/${petition.id}/y-kien`}
        version={petition.version}
        prefix="y-kien-"
        submit={petition.opinionIds.includes(organId) ? 'Gửi thêm ý kiến' : 'Gửi ý kiến'}
        {...failedOf(view, 'y-kien')}
      >
        <TextArea
          name="y-kien"
          label="Ý kiến"
          hint="Chỉ các cơ quan cùng trả lời đọc được."
          rows={4}
          maxLength={20_000}
        />
      </FormPage>
    </div>
  );
}

function ForwardForm({ view }: { view: DetailView }): VNode {
  const { petition } = view;
  const draft = view.history.find((e) => e.kind === 'petition.prepared');
  const data = draft?.data as Answer | undefined;
  return (
    <div class="ts-panel" id="gui-tra-loi">
      <h3>Dự thảo trả lời chờ gửi</h3>
      {data && (
        <>
          <p class="ts-sub">
            {draft?.organName}, {data.full ? 'trả lời đầy đủ' : `một phần, còn lại ${formatDay(data.restDueOn!)}`}
          </p>
          <p class="ts-prose">{data.text}</p>
        </>
      )}
      <PostButton action={`/kien-nghi/${petition.id}/gui-tra-loi`} version={petition.version}>
        Gửi đến {petition.askerIds.length > 1 ? `${petition.askerIds.length} nơi kiến nghị` : 'nơi kiến nghị'}
      </PostButton>
      <Details summary="Trả lại dự thảo" open={view.failed?.form === 'tra-lai'}>
        <FormPage
          action={`/kien-nghi/${petition.id}/tra-lai`}
          version={petition.version}
          prefix="tra-lai-"
          submit="Trả lại"
          submitKind="secondary"
          {...failedOf(view, 'tra-lai')}
        >
          <TextArea name="ly-do" label="Cần sửa, bổ sung gì" rows={3} maxLength={2000} />
        </FormPage>
      </Details>
    </div>
  );
}

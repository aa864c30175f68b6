import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { Checkbox, Details, FormPage, PostButton, Select, TextArea, TextField } from '../../ui/index.ts';
import { FIELDS } from '../fields.ts';
import { daysFor } from '../limitRules.ts';
import { stepAllowed } from '../model.ts';
import { maySteer } from '../policy.ts';
import { RefuseForm } from './answererForms.tsx';
import { type DetailView, failedOf } from './detailView.ts';
import { LIST_ID, LimitFields } from './limitFields.tsx';

const limitDaysOf = ({ petition, proposed }: DetailView): number =>
  petition.limitDays ?? daysFor(proposed, petition.urgency);

/** What the office that steers it may do: assign, move the limit, merge, publish. */
export function OfficeForms({ view }: { view: DetailView }): VNode | null {
  const { petition, principal } = view;
  if (!maySteer(principal, petition)) return null;
  const waits =
    petition.state === 'raised' ||
    petition.state === 'beyond' ||
    (petition.state === 'reopened' && petition.leadId === null);
  const failed = view.failed?.form;
  return (
    <>
      {stepAllowed('assigned', petition.state) &&
        (waits ? (
          <div class="ts-panel" id="giao">
            <h3>Giao trả lời</h3>
            <AssignForm view={view} />
          </div>
        ) : (
          <Details summary="Giao lại" open={failed === 'giao'}>
            <AssignForm view={view} />
          </Details>
        ))}
      {petition.leadId === null && stepAllowed('refused', petition.state) && (
        <Details summary="Từ chối, nêu căn cứ" open={failed === 'tu-choi'}>
          <RefuseForm view={view} />
        </Details>
      )}
      {stepAllowed('rescheduled', petition.state) && (
        <Details summary="Đổi hạn" open={failed === 'han'}>
          <FormPage
            action={`/kien-nghi/${petition.id}/han`}
            version={petition.version}
            prefix="han-"
            submit="Đổi hạn"
            {...failedOf(view, 'han')}
          >
            <LimitFields view={view} days={limitDaysOf(view)} required />
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
      {stepAllowed('sorted', petition.state) && (
        <Details summary="Đổi lĩnh vực" open={failed === 'linh-vuc'}>
          <FormPage
            action={`/kien-nghi/${petition.id}/linh-vuc`}
            version={petition.version}
            prefix="linh-vuc-"
            submit="Đổi lĩnh vực"
            submitKind="secondary"
            {...failedOf(view, 'linh-vuc')}
          >
            <Select
              name="linh-vuc"
              label="Lĩnh vực"
              value={petition.field}
              options={FIELDS.map((f) => ({ value: f.key, label: f.label }))}
            />
          </FormPage>
        </Details>
      )}
      {stepAllowed('merged', petition.state) && view.similar.length > 0 && <MergeForms view={view} />}
      {stepAllowed('published', petition.state) && <PublishForm view={view} />}
    </>
  );
}

function AssignForm({ view }: { view: DetailView }): VNode {
  const { petition, names } = view;
  const list = (ids: readonly number[]) => ids.map(names.organ).join('; ');
  return (
    <>
      <p>
        <a href={`/kien-nghi/${petition.id}/nhiem-vu`}>Chọn nhiệm vụ của một văn bản đã giao việc này</a>
      </p>
      <FormPage
        action={`/kien-nghi/${petition.id}/giao`}
        version={petition.version}
        prefix="giao-"
        submit="Giao trả lời"
        {...failedOf(view, 'giao')}
      >
        <TextField
          name="chu-tri"
          label="Cơ quan chủ trì trả lời"
          list={LIST_ID}
          autocomplete="off"
          value={petition.leadId ? names.organ(petition.leadId) : ''}
          maxLength={300}
        />
        <TextField
          name="phoi-hop"
          label="Cơ quan phối hợp"
          hint="Nhiều cơ quan: cách nhau bằng dấu chấm phẩy."
          optional
          value={list(petition.coordinatorIds)}
          maxLength={2000}
        />
        <LimitFields view={view} days={limitDaysOf(view)} />
        <Details summary="Nơi gửi trả lời, nơi theo dõi" open={petition.forwarderId !== null}>
          <TextField
            name="noi-gui"
            label="Cơ quan gửi trả lời"
            hint="Nếu khác cơ quan chủ trì. Để trống thì chủ trì gửi thẳng."
            optional
            list={LIST_ID}
            autocomplete="off"
            value={petition.forwarderId ? names.organ(petition.forwarderId) : ''}
            maxLength={300}
          />
          <TextField
            name="theo-doi"
            label="Cơ quan theo dõi"
            hint="Đọc được mọi diễn biến đã gửi. Nhiều cơ quan: cách nhau bằng dấu chấm phẩy."
            optional
            value={list(petition.watcherIds)}
            maxLength={2000}
          />
        </Details>
        {petition.leadId !== null && (
          <TextField
            name="ly-do"
            label="Lý do giao lại"
            optional
            maxLength={500}
            hint="Cần ghi nếu đổi cơ quan chủ trì."
          />
        )}
      </FormPage>
    </>
  );
}

function MergeForms({ view }: { view: DetailView }): VNode {
  const { petition, similar, names } = view;
  return (
    <Details summary={`Kiến nghị giống: ${similar.length}`} open={view.failed?.form === 'gop'}>
      <p>Gộp thì nơi kiến nghị ở đây nhận câu trả lời của kiến nghị kia. Kiến nghị đã khép lại chỉ để tham khảo.</p>
      {similar.map((other) => (
        <div class="ts-panel">
          <p>
            <a href={`/kien-nghi/${other.id}`}>{other.topic}</a>{' '}
            <span class="ts-quiet">
              {names.unit(other.unitId)}, {formatDay(other.raisedOn)}
              {!stepAllowed('joined', other.state) && ', đã khép lại'}
            </span>
          </p>
          {stepAllowed('joined', other.state) && (
            <PostButton
              action={`/kien-nghi/${petition.id}/gop`}
              kind="secondary"
              small
              version={petition.version}
              fields={{ 'gop-vao': String(other.id) }}
              label={`Gộp vào: ${other.topic}`}
            >
              Gộp vào kiến nghị này
            </PostButton>
          )}
        </div>
      ))}
    </Details>
  );
}

function PublishForm({ view }: { view: DetailView }): VNode {
  const { petition } = view;
  if (petition.published) {
    return (
      <Details summary="Đang công khai" open={view.failed?.form === 'thoi-cong-khai'}>
        <p>
          <a href="/kien-nghi/cong-khai">Xem trang công khai</a>
        </p>
        <FormPage
          action={`/kien-nghi/${petition.id}/thoi-cong-khai`}
          version={petition.version}
          prefix="thoi-"
          submit="Thôi công khai"
          submitKind="warning"
          {...failedOf(view, 'thoi-cong-khai')}
        >
          <TextField name="ly-do" label="Lý do" maxLength={500} />
        </FormPage>
      </Details>
    );
  }
  const answered = view.history.find((e) => e.kind === 'petition.answered')?.data as { text?: string } | undefined;
  return (
    <Details summary="Cho công khai" open={view.failed?.form === 'cong-khai'}>
      <FormPage
        action={`/kien-nghi/${petition.id}/cong-khai`}
        version={petition.version}
        prefix="cong-khai-"
        submit="Cho công khai"
        {...failedOf(view, 'cong-khai')}
      >
        <p>Người dân chỉ thấy hai ô dưới đây, lĩnh vực và tên đơn vị. Hãy bỏ họ tên, số điện thoại, địa chỉ riêng.</p>
        <TextField name="tieu-de" label="Kiến nghị" value={petition.topic} maxLength={300} />
        <TextArea name="tom-tat" label="Trả lời" rows={6} value={answered?.text ?? ''} maxLength={8000} />
        <Checkbox name="khong-ca-nhan" label="Tôi đã đọc lại: không có thông tin cá nhân" />
      </FormPage>
    </Details>
  );
}

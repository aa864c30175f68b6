import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  Button,
  DayField,
  Details,
  FileField,
  FormPage,
  LinkRow,
  Section,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import type { ExtensionRow } from '../extensions/store.ts';
import { stepAllowed } from '../model.ts';
import { owesOpinion } from '../opinions/opinionDay.ts';
import { mayAskExtension, maySteer, mayWorkOn } from '../policy.ts';
import type { ChargeRow } from '../store.ts';
import { type DetailView, failedOf } from './detailView.ts';

/** What the coordinators said, who still owes an opinion, and by when. */
export function Opinions({ view }: { view: DetailView }): VNode | null {
  const { task, charges, principal, today, organName } = view;
  const coordinators = charges.filter((c) => c.role === 'coordinate' && (c.opinionOn || owesOpinion(c)));
  if (coordinators.length === 0) return null;
  const leads = charges.some((c) => c.role === 'lead' && c.state !== 'withdrawn' && mayWorkOn(principal, c));
  const owing = coordinators.some(owesOpinion);
  const day = task.opinionDueOn;
  return (
    <Section title="Ý kiến phối hợp">
      {owing && (
        <p class="ts-quiet">
          {day
            ? `Các cơ quan phối hợp cho ý kiến chậm nhất ${formatDay(day)}${task.opinionDaySet ? ' (cơ quan chủ trì ấn định).' : ' (3 ngày làm việc trước hạn).'}`
            : 'Chưa ấn định ngày cho ý kiến.'}
        </p>
      )}
      <ul class="govuk-list">
        {coordinators.map((c) => (
          <li>
            <strong>{organName(c.organId)}</strong>{' '}
            {c.opinionOn ? (
              <span class="ts-quiet">ngày {formatDay(c.opinionOn)}</span>
            ) : (
              <Tag tone={day && day < today ? 'late' : 'wait'}>{day && day < today ? 'chậm ý kiến' : 'chờ ý kiến'}</Tag>
            )}
            {c.opinion && <p class="ts-prose">{c.opinion}</p>}
          </li>
        ))}
      </ul>
      {coordinators
        .filter((c) => mayWorkOn(principal, c) && c.state !== 'done')
        .map((c) => (
          <OpinionForm view={view} charge={c} />
        ))}
      {leads && owing && (
        <Details summary="Ấn định ngày cho ý kiến" open={view.failed?.form === 'ngay-y-kien'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/ngay-y-kien`}
            prefix="ngay-y-kien-"
            submit="Ấn định ngày"
            {...failedOf(view, 'ngay-y-kien')}
          >
            <DayField name="ngay-y-kien" label="Cho ý kiến chậm nhất ngày" value={day ? formatDay(day) : ''} />
          </FormPage>
        </Details>
      )}
    </Section>
  );
}

function OpinionForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `y-kien-${charge.id}`;
  return (
    <Details
      summary={charge.opinionOn ? 'Cho ý kiến lần nữa' : `Cho ý kiến của ${view.organName(charge.organId)}`}
      open={view.failed?.form === form || !charge.opinionOn}
    >
      <FormPage
        action={`/nhiem-vu/${view.task.id}/y-kien`}
        version={charge.version}
        files
        prefix={`${form}-`}
        submit="Gửi ý kiến"
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <TextArea name="y-kien" label="Ý kiến phối hợp" rows={3} maxLength={4000} value="" />
        <FileField name="tep" label="Văn bản góp ý" optional multiple maxBytes={20_000_000} />
      </FormPage>
    </Details>
  );
}

/** More time: what is asked and waits for the office's word, and, for a lead, how to ask; beside it the organ's own aim. */
export function Extensions({ view }: { view: DetailView }): VNode | null {
  const { task, charges, extensions, principal } = view;
  const open = charges.filter((c) => c.state !== 'done' && c.state !== 'withdrawn');
  const asked = extensions.filter((e) => e.state === 'asked' && open.some((c) => c.id === e.chargeId));
  const mine = charges.filter((c) => mayWorkOn(principal, c));
  const asking = mine.filter(
    (c) =>
      mayAskExtension(principal, c) &&
      stepAllowed('extend', c.state) &&
      c.dueOn &&
      !asked.some((e) => e.chargeId === c.id),
  );
  const aiming = mine.filter((c) => stepAllowed('aim', c.state));
  if (asked.length + asking.length + aiming.length === 0) return null;
  return (
    <div class="ts-section">
      {asked.map((e) => (
        <Asked view={view} extension={e} decides={maySteer(principal, task)} />
      ))}
      {asking.map((c) => (
        <AskForm view={view} charge={c} />
      ))}
      {aiming.map((c) => (
        <TargetForm view={view} charge={c} />
      ))}
    </div>
  );
}

function Asked(props: { view: DetailView; extension: ExtensionRow; decides: boolean }): VNode {
  const { view, extension } = props;
  const organId = view.charges.find((c) => c.id === extension.chargeId)?.organId;
  const form = `gia-han-${extension.id}`;
  return (
    <div class="ts-panel" id={form}>
      <h3>{organId ? view.organName(organId) : 'Cơ quan chủ trì'} xin gia hạn</h3>
      <p>
        Từ {formatDay(extension.wasDueOn)} đến <strong>{formatDay(extension.askedDueOn)}</strong>, gửi ngày{' '}
        {formatDay(extension.askedOn)}.
      </p>
      <p class="ts-prose">“{extension.reason}”</p>
      {props.decides ? (
        <FormPage
          action={`/nhiem-vu/${view.task.id}/gia-han`}
          version={extension.version}
          prefix={`${form}-`}
          {...failedOf(view, form)}
        >
          <input type="hidden" name="de-nghi" value={extension.id} />
          <DayField name="han" label="Cho gia hạn đến" value={formatDay(extension.askedDueOn)} />
          <TextField name="ly-do" label="Ý kiến, hoặc lý do nếu không đồng ý" optional maxLength={500} />
          <LinkRow>
            <Button name="viec" value="dong-y">
              Đồng ý gia hạn
            </Button>
            <Button name="viec" value="khong" kind="secondary">
              Không đồng ý
            </Button>
          </LinkRow>
        </FormPage>
      ) : (
        <p class="ts-quiet">Chờ {view.organName(view.task.ownerOrganId)} trả lời. Hạn cũ vẫn tính.</p>
      )}
    </div>
  );
}

function AskForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `xin-gia-han-${charge.id}`;
  return (
    <Details summary="Xin gia hạn" open={view.failed?.form === form}>
      <FormPage
        action={`/nhiem-vu/${view.task.id}/xin-gia-han`}
        version={charge.version}
        prefix={`${form}-`}
        submit="Gửi đề nghị gia hạn"
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <DayField name="han" label="Hạn mới đề nghị" hint={`Hạn hiện nay: ${formatDay(charge.dueOn!)}`} />
        <TextArea name="ly-do" label="Lý do" rows={2} maxLength={2000} value="" />
      </FormPage>
    </Details>
  );
}

function TargetForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `dich-${charge.id}`;
  return (
    <Details
      summary={charge.targetOn ? 'Đổi đích của cơ quan' : 'Đặt đích của cơ quan'}
      open={view.failed?.form === form}
    >
      <FormPage
        action={`/nhiem-vu/${view.task.id}/dich`}
        version={charge.version}
        prefix={`${form}-`}
        submit="Ghi đích"
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <DayField
          name="dich"
          label="Đích: ngày cơ quan tự định xong"
          hint="Sớm hơn hạn. Quá hạn hay không vẫn tính theo hạn. Để trống nếu bỏ đích."
          value={charge.targetOn ? formatDay(charge.targetOn) : ''}
          optional
        />
      </FormPage>
    </Details>
  );
}

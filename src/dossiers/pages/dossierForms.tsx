import type { ComponentChildren, VNode } from 'preact';
import { dayOf, formatDay } from '../../kernel/day.ts';
import {
  Checkbox,
  DayField,
  Details,
  FileField,
  FormPage,
  formatNumber,
  LinkRow,
  Notice,
  PostButton,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { earliestExtension } from '../deadline.ts';
import { nextStage } from '../passDossier.ts';
import {
  askedOf,
  mayApologise,
  mayAssign,
  mayCorrect,
  mayMeetApplicant,
  mayReturn,
  mayTake,
  mayWork,
} from '../policy.ts';
import { deliveryWayWords, STATUS } from '../status.ts';
import { STEPS, type StepKind } from '../steps.ts';
import { mayMoveOwnership } from '../takeover/policy.ts';
import type { DossierView } from './view.ts';

/** What this person can do now, the likeliest first; every step of its own form, the rarer ones folded away. */
export function DossierForms(view: DossierView): VNode | null {
  const { d, principal: p, rules } = view;
  const { places } = rules;
  const can = (kind: StepKind) => STEPS[kind].from.includes(d.status);
  const works = mayWork(p, d, places);
  const meets = mayMeetApplicant(p, d, places);
  const asked = askedOf(p, d, places);
  const question = d.consultations.find((q) => q.no === asked)?.question;
  const ends = d.receivedAt === null ? meets : works;
  const decides = mayMoveOwnership(p, d, places) && can('ownership_moved');
  const forms: (VNode | false)[] = [
    decides && d.ownerSystem !== '' && <KeepStatus view={view} />,
    asked !== undefined && d.closedAt === null && (
      <Step view={view} step="y-kien" title="Trả lời ý kiến" open submit="Gửi ý kiến">
        <p class="ts-prose">{question}</p>
        <TextArea name="y-kien" label="Ý kiến" rows={4} />
      </Step>
    ),
    meets && d.status === STATUS.registered && (
      <Step view={view} step="tiep-nhan-truc-tuyen" title="Tiếp nhận" open submit="Tiếp nhận hồ sơ">
        <p>Hồ sơ hợp lệ thì tiếp nhận; thời hạn tính từ lúc này.</p>
      </Step>
    ),
    meets && d.status === STATUS.supplement && (
      <Step view={view} step="da-bo-sung" title="Người dân đã bổ sung" open submit="Ghi đã bổ sung">
        <TextField name="ghi-chu" label="Đã nộp gì" optional maxLength={500} />
        <FileField name="tep" label="Ảnh, bản quét" optional multiple maxBytes={20_000_000} />
      </Step>
    ),
    meets && d.money === 'due' && d.ownerSystem === '' && can('paid') && (
      <Step
        view={view}
        step="da-nop"
        title="Thu phí, lệ phí"
        open={d.status === STATUS.payment || d.delivery === 'ready'}
        submit="Ghi đã nộp"
      >
        <p>Phải nộp {formatNumber(d.fee)} đồng.</p>
        <TextField name="ghi-chu" label="Số biên lai" optional maxLength={200} />
      </Step>
    ),
    mayReturn(p, d, places) && d.ownerSystem === '' && can('delivered') && <Return view={view} />,
    works && can('passed') && <Pass view={view} />,
    works && can('resolved') && <Result view={view} />,
    works && can('supplement_asked') && (
      <Step view={view} step="yeu-cau-bo-sung" title="Yêu cầu bổ sung" submit="Gửi yêu cầu bổ sung">
        {d.supplements > 0 && (
          <Notice
            tone="warning"
            text="Đã yêu cầu bổ sung một lần. Yêu cầu thêm lần nữa thì hồ sơ bị tính là quá hạn."
          />
        )}
        <TextArea name="noi-dung" label="Còn thiếu, sai gì và bổ sung thế nào" rows={4} />
        <DayField name="nop-truoc" label="Nộp trước ngày" optional />
      </Step>
    ),
    works && can('payment_asked') && (
      <Step view={view} step="yeu-cau-nop" title="Yêu cầu nghĩa vụ tài chính" submit="Gửi yêu cầu">
        <TextField name="so-tien" label="Số tiền" width={10} inputMode="numeric" suffix="đồng" />
        <TextArea name="noi-dung" label="Khoản phải nộp và căn cứ" rows={3} />
        <DayField name="nop-truoc" label="Nộp trước ngày" optional />
      </Step>
    ),
    works && can('consulted') && (
      <Step view={view} step="lay-y-kien" title="Lấy ý kiến cơ quan khác" submit="Gửi câu hỏi">
        <p>Thời hạn hồ sơ vẫn chạy.</p>
        <Organs view={view} name="noi-hoi" label="Cơ quan được hỏi" />
        <TextArea name="cau-hoi" label="Điều cần hỏi" rows={3} />
        <DayField name="tra-loi-truoc" label="Trả lời trước ngày" optional />
      </Step>
    ),
    mayApologise(p, d, places) && can('apologised') && d.dueAt !== null && d.apologies === 0 && (
      <Step view={view} step="xin-loi" title="Xin lỗi, hẹn lại ngày trả" submit="Hẹn lại">
        <p>Phải làm trước khi hết hạn, một lần. Người dân đọc được lý do.</p>
        <DayField
          name="ngay-hen"
          label="Ngày hẹn mới"
          hint={`Từ ${formatDay(earliestExtension(rules.calendarOf(d.authorityId), view.now, d.dueAt))} trở đi`}
        />
        <TextArea name="ly-do" label="Lý do" rows={3} />
      </Step>
    ),
    mayAssign(p, d, places) && can('assigned') && view.colleagues.length > 0 && (
      <Step view={view} step="phan-cong" title="Phân công người làm" submit="Phân công">
        <Select
          name="nguoi-nhan"
          label="Người làm"
          empty="Chọn người"
          options={view.colleagues.map((one) => ({ value: String(one.id), label: one.name }))}
        />
        <TextField name="ly-do" label="Lý do" optional={d.holderPersonId === null} maxLength={300} />
      </Step>
    ),
    works && can('sent_back') && (
      <Step view={view} step="chuyen-tra" title="Chuyển trả nơi trước" submit="Chuyển trả">
        <TextArea name="ly-do" label="Vì sao, cần sửa gì" rows={3} />
      </Step>
    ),
    (works || mayApologise(p, d, places)) && can('rerouted') && (
      <Step view={view} step="noi-khac" title="Chuyển nơi giải quyết" submit="Chuyển">
        <p>Ngày hẹn trả không đổi.</p>
        <Organs view={view} name="noi-nhan" label="Nơi giải quyết mới" />
        <TextArea name="ly-do" label="Lý do" rows={3} />
      </Step>
    ),
    works && d.result?.signed === false && (
      <LinkRow>
        <PostButton action={`/ho-so/${d.code}/da-ky`} version={d.version}>
          Kết quả đã ký
        </PostButton>
      </LinkRow>
    ),
    mayCorrect(p, d, places) && can('corrected') && (
      <p>
        <a class="govuk-link" href={`/ho-so/${d.code}/sua`}>
          Sửa thông tin tiếp nhận
        </a>
      </p>
    ),
    meets &&
      can('withdrawn') &&
      ended(view, 'rut', 'Người nộp rút hồ sơ', 'Ghi đã rút', 'Yêu cầu rút: khi nào, bằng cách nào'),
    works && can('stopped') && ended(view, 'dung', 'Dừng giải quyết', 'Dừng', 'Lý do và căn cứ'),
    ends && can('refused') && ended(view, 'tu-choi', 'Từ chối', 'Từ chối hồ sơ', 'Lý do và căn cứ'),
    decides && view.systems.length > 0 && <GiveStatus view={view} />,
  ];
  const shown = forms.filter((form) => form !== false);
  const takes = mayTake(p, d, places) && can('taken');
  if (shown.length === 0 && !takes) return null;
  return (
    <Section title="Việc có thể làm">
      {takes && (
        <PostButton
          action={`/ho-so/${d.code}/nhan`}
          version={d.version}
          // What is left is to hand over the result, which needs nobody to take it first.
          kind={d.status === STATUS.resolved ? 'secondary' : 'primary'}
        >
          Nhận xử lý
        </PostButton>
      )}
      {shown}
    </Section>
  );
}

const ended = (view: DossierView, step: string, title: string, submit: string, label: string): VNode => (
  <Step view={view} step={step} title={title} submit={submit} kind="warning">
    <TextArea name="ly-do" label={label} rows={3} />
  </Step>
);

function Step(props: {
  view: DossierView;
  step: string;
  title: string;
  submit: string;
  kind?: 'primary' | 'warning';
  open?: boolean;
  children: ComponentChildren;
}): VNode {
  const { view, step } = props;
  const failed = view.failed?.step === step ? view.failed : undefined;
  return (
    <Details summary={props.title} open={failed !== undefined || (props.open && !view.failed)}>
      <FormPage
        action={`/ho-so/${view.d.code}/${step}`}
        version={view.d.version}
        prefix={`${step}-`}
        sent={failed?.sent}
        fault={failed?.fault}
        submit={props.submit}
        submitKind={props.kind}
        files
      >
        {props.children}
      </FormPage>
    </Details>
  );
}

function Organs({
  view,
  name,
  label,
  empty = 'Chọn cơ quan',
}: {
  view: DossierView;
  name: string;
  label: string;
  empty?: string;
}) {
  const { d, rules } = view;
  const day = dayOf(view.now);
  const near = [...rules.places.around(d.authorityId, day), ...rules.places.around(d.receptionId, day)];
  const unique = new Map(near.map((o) => [o.id, o]));
  return (
    <Select
      name={name}
      label={label}
      empty={empty}
      options={[...unique.values()].map((o) => ({ value: String(o.id), label: o.name }))}
    />
  );
}

function Pass({ view }: { view: DossierView }): VNode {
  const next = nextStage(view.rules, view.d);
  const planned = next ? `${next.step.name}, ${view.rules.places.name(next.organId)}` : undefined;
  return (
    <Step view={view} step="chuyen" title="Chuyển xử lý" submit="Chuyển" open={next !== undefined}>
      <Organs view={view} name="noi-nhan" label="Nơi nhận" empty={planned ? `Bước sau: ${planned}` : 'Chọn cơ quan'} />
      <TextField name="ghi-chu" label="Ghi chú" optional maxLength={500} />
    </Step>
  );
}

function Result({ view }: { view: DossierView }): VNode {
  const { d, rules } = view;
  const last = nextStage(rules, d) === undefined;
  return (
    <Step view={view} step="ket-qua" title="Ghi kết quả" submit="Ghi kết quả" open={last}>
      <TextField
        name="ket-qua"
        label="Tên giấy tờ"
        value={rules.book.version(d.procedureVersionId)?.result}
        maxLength={300}
      />
      <TextField name="so" label="Số, ký hiệu" optional width={20} maxLength={60} />
      <DayField name="ngay-ky" label="Ngày ký" value={formatDay(dayOf(view.now))} />
      <Radios
        name="ky"
        label="Chữ ký"
        value="co"
        inline
        choices={[
          { value: 'co', label: 'Đã ký' },
          { value: 'cho', label: 'Chờ ký' },
        ]}
      />
      <Checkbox name="khong-chap-thuan" label="Kết quả là không chấp thuận" />
      <FileField name="tep" label="Tệp kết quả" optional multiple maxBytes={20_000_000} />
    </Step>
  );
}

function Return({ view }: { view: DossierView }): VNode {
  const { d } = view;
  return (
    <>
      <Step view={view} step="tra" title="Trả kết quả" submit="Trả kết quả" open={d.money !== 'due'}>
        {d.money === 'due' && <p>Còn {formatNumber(d.fee)} đồng chưa nộp: ghi ở Thu phí, lệ phí trước.</p>}
        <Radios
          name="cach-tra"
          label="Cách trả"
          value={d.deliveryWay}
          inline
          choices={Object.entries(deliveryWayWords).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="nguoi-nhan-kq"
          label="Người nhận, ký nhận"
          hint="Ví dụ: chính người nộp, ký sổ số 12"
          maxLength={300}
          autocomplete="off"
        />
      </Step>
      {d.delivery === 'ready' && d.deliveryWay === 'post' && (
        <Step view={view} step="gui-buu-chinh" title="Gửi bưu chính" submit="Ghi đã gửi">
          <TextField name="van-don" label="Số vận đơn" width={20} maxLength={40} />
        </Step>
      )}
    </>
  );
}

/** Leaders of the centre take the status over from another system, which may then push no more. */
function KeepStatus({ view }: { view: DossierView }): VNode {
  return (
    <Step view={view} step="giu-trang-thai" title="Nhận giữ trạng thái tại đây" submit="Giữ trạng thái tại đây">
      <p>
        Từ lúc đó hồ sơ được xử lý ở đây; hệ thống {view.d.ownerSystem} không đổi trạng thái được nữa. Ngày đã hẹn được
        giữ nguyên.
      </p>
      <TextArea name="ly-do" label="Lý do" rows={2} />
    </Step>
  );
}

function GiveStatus({ view }: { view: DossierView }): VNode {
  return (
    <Step view={view} step="giao-trang-thai" title="Giao hệ thống khác giữ trạng thái" submit="Giao giữ trạng thái">
      <p>Từ lúc đó ở đây chỉ xem; trạng thái do hệ thống được chọn gửi về.</p>
      <Select
        name="he-thong"
        label="Hệ thống"
        empty="Chọn hệ thống"
        options={view.systems.map((system) => ({ value: system, label: system }))}
      />
      <TextArea name="ly-do" label="Lý do" rows={2} />
    </Step>
  );
}

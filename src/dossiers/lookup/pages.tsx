import type { VNode } from 'preact';
import { type Day, dayOf, formatDay, formatInstant, weekdayName } from '../../kernel/day.ts';
import {
  Details,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  Kept,
  KeyFact,
  Notice,
  Radios,
  Section,
  type SentForm,
  SummaryList,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { maskedName } from '../applicants/model.ts';
import { lateAfter } from '../deadline.ts';
import { dueMoment } from '../dueWords.ts';
import type { ProcedureVersion } from '../procedures/model.ts';
import { deliveryWayWords, STATUS, statusTone, statusWords } from '../status.ts';
import type { LookedUp } from './lookUp.ts';

/** Where a citizen asks for a dossier. */
export function LookupPage(props: { code: string; sent?: SentForm; fault?: FormFault }): VNode {
  return (
    <>
      <Heading
        title="Tra cứu hồ sơ"
        lead="Nhập mã hồ sơ in trên giấy tiếp nhận và một số mà chỉ người nộp biết. Không cần tài khoản."
      />
      <FormPage action="/tra-cuu" submit="Tra cứu" sent={props.sent} fault={props.fault} keep={false}>
        <TextField
          name="ma"
          label="Mã hồ sơ"
          hint="Ở góc trên giấy tiếp nhận, hoặc quét mã QR trên giấy"
          value={props.code}
          maxLength={60}
          autocomplete="off"
        />
        <TextField
          name="xac-nhan"
          label="Số định danh (căn cước) hoặc số điện thoại đã ghi khi nộp"
          hint="Nếu khi nộp không ghi cả hai: ngày sinh, viết như 02091985"
          maxLength={30}
          autocomplete="off"
        />
      </FormPage>
    </>
  );
}

interface Names {
  organName(id: number): string;
  procedure: ProcedureVersion | undefined;
}

/** Where the dossier is, what comes next, the date and why. */
export function LookedUpPage(props: { found: LookedUp; names: Names; pass: string; now: number }): VNode {
  const { found, names, now } = props;
  return (
    <>
      <Heading
        caption={`Hồ sơ ${found.code}`}
        title={names.procedure?.name ?? 'Thủ tục hành chính'}
        lead={`Người nộp: ${maskedName(found.applicantName)}`}
        actions={<Tag tone={statusTone(found.status)}>{statusWords(found.status)}</Tag>}
      />
      <Apology found={found} now={now} />
      <When found={found} names={names} now={now} />
      <Section title="Hồ sơ đang ở đâu">
        <SummaryList rows={placeRows(found, names)} />
      </Section>
      <Rating found={found} pass={props.pass} />
      <p>
        <a class="govuk-link" href="/tra-cuu">
          Tra cứu hồ sơ khác
        </a>
      </p>
    </>
  );
}

const isLate = (f: LookedUp, now: number): boolean =>
  f.dueAt !== null && f.pausedAt === null && (f.finishedAt ?? now) > lateAfter(f.dueAt, f.dueExact);

/** An apology that was sent; or, where the date has passed and nobody has written one, that it is late. */
function Apology({ found, now }: { found: LookedUp; now: number }): VNode | null {
  if (found.apology && found.dueAt !== null) {
    const was = found.firstDueAt === null ? '' : ` thay cho ${dueMoment(found.firstDueAt, found.dueExact)}`;
    return (
      <Notice
        tone="warning"
        text={`Xin lỗi người nộp: ${found.apology} Ngày trả mới là ${dueMoment(found.dueAt, found.dueExact)}${was}.`}
      />
    );
  }
  if (found.finishedAt === null && isLate(found, now))
    return (
      <Notice
        tone="warning"
        text="Hồ sơ đã quá ngày hẹn mà chưa có kết quả. Thành thật xin lỗi; hãy liên hệ nơi tiếp nhận để biết ngày trả mới."
      />
    );
  return null;
}

function When({ found, names, now }: { found: LookedUp; names: Names; now: number }): VNode | null {
  const { status } = found;
  const place = names.organName(found.returnId);
  if (status === STATUS.returned) return <KeyFact label="Đã trả kết quả" value={formatInstant(found.returnedAt!)} />;
  if (status === STATUS.resolved)
    return found.delivery === 'sent' ? (
      <KeyFact label="Kết quả" value="Đang trên đường gửi bưu chính" />
    ) : (
      <KeyFact
        label={found.granted === false ? 'Đã có văn bản trả lời' : 'Đã có kết quả'}
        value={found.deliveryWay === 'counter' ? `Mời đến ${place} để nhận` : deliveryWayWords[found.deliveryWay]}
      />
    );
  if (status === STATUS.refused || status === STATUS.stopped || status === STATUS.withdrawn)
    return <KeyFact label={statusWords(status)} value={found.ending ?? ''} />;
  if (status === STATUS.supplement || status === STATUS.payment)
    return (
      <KeyFact
        label={status === STATUS.supplement ? 'Cần người nộp bổ sung' : 'Cần người nộp tiền'}
        value={found.pauseReason ?? 'Hãy liên hệ nơi tiếp nhận'}
      >
        <p>
          {found.answerBy && `Trước ngày ${formatDay(found.answerBy)}. `}
          Thời gian chờ không tính vào hạn giải quyết; ngày trả sẽ được hẹn lại khi đã đủ.
        </p>
      </KeyFact>
    );
  if (found.dueAt === null)
    return <KeyFact label="Ngày trả kết quả" value="Chưa hẹn" tail="hồ sơ đang được kiểm tra để tiếp nhận" />;
  const day: Day = dayOf(found.dueAt);
  return (
    <KeyFact
      label="Ngày trả kết quả"
      value={`${weekdayName(day)}, ${dueMoment(found.dueAt, found.dueExact)}`}
      tail={isLate(found, now) ? 'đã quá hẹn' : undefined}
    >
      <Details summary="Vì sao là ngày này">
        <ul class="govuk-list govuk-list--bullet">
          {found.dueLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
    </KeyFact>
  );
}

function placeRows(found: LookedUp, { organName, procedure }: Names) {
  const steps = procedure?.steps ?? [];
  const open = found.finishedAt === null;
  const stage = found.stepNo > 0 ? steps[found.stepNo - 1]?.name : undefined;
  const next = steps[found.stepNo]?.name ?? 'Trả kết quả';
  return [
    { key: 'Nơi tiếp nhận', value: organName(found.receptionId) },
    { key: 'Tiếp nhận lúc', value: formatInstant(found.receivedAt ?? found.submittedAt) },
    { key: 'Cơ quan giải quyết', value: organName(found.authorityId) },
    ...(open ? [{ key: 'Đang ở', value: `${organName(found.holderId)}${stage ? ` – ${stage}` : ''}` }] : []),
    ...(open && found.receivedAt !== null ? [{ key: 'Bước tiếp theo', value: next }] : []),
    {
      key: 'Trả kết quả',
      value: found.deliveryWay === 'counter' ? `Tại ${organName(found.returnId)}` : deliveryWayWords[found.deliveryWay],
    },
    ...(found.fee > 0
      ? [
          {
            key: 'Phí, lệ phí',
            value: `${formatNumber(found.fee)} đồng${found.money === 'paid' ? ', đã nộp' : found.money === 'waived' ? ', được miễn' : ', chưa nộp'}`,
          },
        ]
      : []),
  ];
}

const STEPS = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'] as const;

function Rating({ found, pass }: { found: LookedUp; pass: string }): VNode | null {
  if (found.finishedAt === null) return null;
  if (found.stars !== null) return <p class="ts-quiet">Đã nhận đánh giá: {STEPS[found.stars - 1]}. Cảm ơn ông, bà.</p>;
  return (
    <Section title="Ông, bà có hài lòng không?">
      <RatingForm code={found.code} pass={pass} />
    </Section>
  );
}

/** The rating alone, once more, where no step was chosen. */
export const RatingPage = (props: { code: string; pass: string; sent: SentForm; fault: FormFault }): VNode => (
  <>
    <Heading caption={`Hồ sơ ${props.code}`} title="Ông, bà có hài lòng không?" />
    <RatingForm {...props} />
  </>
);

const RatingForm = (props: { code: string; pass: string; sent?: SentForm; fault?: FormFault }): VNode => (
  <FormPage action="/tra-cuu/danh-gia" submit="Gửi đánh giá" sent={props.sent} fault={props.fault} keep={false}>
    <input type="hidden" name="ma" value={props.code} />
    <input type="hidden" name="the" value={props.pass} />
    {props.sent ? <RatingFields /> : <Kept by="rating-fields" render={() => <RatingFields />} />}
  </FormPage>
);

const RatingFields = (): VNode => (
  <>
    <Radios
      name="muc"
      label="Về việc tiếp nhận và giải quyết hồ sơ này"
      choices={STEPS.map((label, at) => ({ value: String(at + 1), label })).reverse()}
    />
    <TextArea name="gop-y" label="Góp ý" optional rows={3} maxLength={2000} />
  </>
);

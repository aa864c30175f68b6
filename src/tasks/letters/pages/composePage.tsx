import type { VNode } from 'preact';
import { type Day, formatDay } from '../../../kernel/day.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  DayField,
  type FormFault,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  Radios,
  Section,
  Select,
  type SentForm,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { TASK_FIELD } from '../../bulk/chosen.ts';
import { TaskLines } from '../../bulk/pages/taskLines.tsx';
import type { ChosenTask } from '../../bulk/store.ts';
import type { Issuer } from '../issuers.ts';

const CAPACITY_OPTIONS = [
  { value: 'TM', label: 'Thay mặt (TM.)' },
  { value: 'KT', label: 'Ký thay (KT.)' },
  { value: 'TL', label: 'Thừa lệnh (TL.)' },
  { value: 'TUQ', label: 'Thừa ủy quyền (TUQ.)' },
];

/** One page from the tasks chosen to the letters: what is typed stands first, the tasks below. */
export function ComposePage(props: {
  /** The first is the one chosen. */
  issuers: readonly Issuer[];
  /** The same page in another's name; none once the form was sent. */
  issuerHref?: (id: number) => string;
  tasks: readonly ChosenTask[];
  /** Chosen, but without a lead that still has to work on them, or not followed by this office. */
  leftOut: readonly ChosenTask[];
  organCount: number;
  today: Day;
  organName: (id: number) => string;
  failed?: { sent: SentForm; fault: FormFault };
}): VNode {
  const { issuers, issuerHref, tasks, leftOut, organCount, today, organName, failed } = props;
  const issuer = issuers[0]!;
  const { signed } = issuer;
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Nhiệm vụ', href: '/nhiem-vu' },
          { label: 'Văn bản đôn đốc', href: '/nhiem-vu/don-doc' },
        ]}
      />
      <Heading title="Lập văn bản đôn đốc" lead={`${tasks.length} nhiệm vụ của ${organCount} cơ quan chủ trì`} />
      <p>
        Cơ quan ban hành: <b>{issuer.shortName}</b>.{' '}
        {issuerHref &&
          issuers.slice(1).map((other) => (
            <a class="govuk-link" href={issuerHref(other.id)}>
              Lập với tư cách {other.shortName}
            </a>
          ))}
      </p>
      {leftOut.length > 0 && (
        <Notice
          tone="warning"
          text={`${leftOut.length} nhiệm vụ đã chọn không đưa vào văn bản, vì đã xong, chờ xác nhận, đã thôi giao, do chính văn phòng chủ trì hoặc do cơ quan khác theo dõi.`}
        />
      )}
      <FormPage action="/nhiem-vu/don-doc" {...failed}>
        {tasks.map((task) => (
          <input type="hidden" name={TASK_FIELD} value={task.id} />
        ))}
        <Radios
          name="cach"
          label="Gửi thế nào"
          value="each"
          choices={[
            { value: 'each', label: `Mỗi cơ quan một văn bản (${organCount} văn bản, số liền nhau)` },
            { value: 'one', label: 'Một văn bản gửi tất cả, kèm phụ lục danh mục nhiệm vụ' },
          ]}
        />
        <input type="hidden" name="ban-hanh" value={issuer.id} />
        <TextField
          name="so"
          label="Số của văn bản đầu tiên"
          hint="Lấy ở sổ văn bản đi; các văn bản sau lấy số kế tiếp"
          width={10}
          inputMode="numeric"
        />
        <TextField name="ky-hieu" label="Ký hiệu" value={issuer.symbol} width={10} maxLength={40} />
        <TextField name="dia-danh" label="Địa danh" value={signed.place} width={20} maxLength={80} />
        <DayField name="ngay" label="Ngày ban hành" value={formatDay(today)} />
        <TextField name="trich-yeu" label="Trích yếu" value="đôn đốc thực hiện nhiệm vụ được giao" maxLength={300} />
        <TextArea
          name="mo-dau"
          label="Mở đầu"
          hint="Danh mục nhiệm vụ đứng ngay sau đoạn này, hoặc ở phụ lục"
          rows={4}
          maxLength={5000}
          value={`Qua theo dõi việc thực hiện các nhiệm vụ được giao, ${issuer.shortName} thấy một số nhiệm vụ đã quá hạn hoặc sắp đến hạn mà chưa có kết quả.`}
        />
        <DayField name="bao-cao" label="Đề nghị báo cáo trước ngày" optional />
        <Section title="Ký">
          <Select
            name="quyen-han"
            label="Quyền hạn ký"
            empty="Không ghi"
            value={signed.capacity}
            options={CAPACITY_OPTIONS}
          />
          <TextField
            name="thay-mat"
            label="Thay mặt, thừa lệnh, thay ai"
            hint="Ví dụ: BAN THƯỜNG VỤ, CHỦ TỊCH, CHÁNH VĂN PHÒNG"
            optional
            value={signed.capacityOf}
            maxLength={200}
          />
          <TextField name="chuc-vu" label="Chức vụ người ký" value={signed.title} maxLength={200} />
          <Checkbox name="quyen" label="Quyền (Q.)" checked={signed.acting} />
          <TextField name="nguoi-ky" label="Họ và tên người ký" optional value={signed.name} maxLength={100} />
          <TextArea
            name="noi-nhan"
            label="Nơi nhận"
            hint="Mỗi dòng một nơi"
            rows={4}
            maxLength={3000}
            value={signed.recipients.join('\n')}
          />
        </Section>
        <LinkRow>
          <Button name="viec" value="lap">
            Ghi số và lập văn bản
          </Button>
          <Button name="viec" value="xem" kind="secondary">
            Xem trước bản PDF
          </Button>
          <a class="govuk-link" href="/nhiem-vu">
            Thôi, quay lại
          </a>
        </LinkRow>
      </FormPage>
      <Section title="Nhiệm vụ đưa vào văn bản">
        <TaskLines caption="Nhiệm vụ đưa vào văn bản" rows={tasks} today={today} organName={organName} />
      </Section>
    </>
  );
}

import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import type { Failed } from '../../platform/http/index.ts';
import {
  Breadcrumbs,
  Checkbox,
  DayField,
  Details,
  EmptyState,
  FormPage,
  Heading,
  Section,
  Select,
  TextField,
} from '../../ui/index.ts';
import { wordsOfSessions } from '../model.ts';
import type { DayEntry, HoursEntry } from '../store.ts';
import { CALENDAR_CRUMBS, DaysTable, HoursTable } from './yearPage.tsx';

interface HoursView {
  unitName: string;
  organs: readonly { id: number; shortName: string }[];
  hours: readonly HoursEntry[];
  days: readonly DayEntry[];
  today: Day;
  failed: ({ form: string } & Failed) | undefined;
}

const failedOf = (view: HoursView, form: string) =>
  view.failed?.form === form ? { sent: view.failed.sent, fault: view.failed.fault } : {};

/** What an administrator sets for the organs of the own unit. */
export function HoursPage(view: HoursView): VNode {
  return (
    <>
      <Breadcrumbs links={CALENDAR_CRUMBS} />
      <Heading
        title="Giờ làm việc riêng"
        caption={view.unitName}
        lead="Giờ đặt cho một cơ quan cũng áp dụng cho các cơ quan trực thuộc, trừ nơi đặt giờ của mình."
      />
      <Section title="Đang áp dụng">
        {view.hours.length === 0 && view.days.length === 0 && (
          <EmptyState title="Mọi cơ quan làm việc theo giờ chung: thứ Hai đến thứ Sáu, 7:30-12:00 và 13:30-17:00" />
        )}
        {view.hours.length > 0 && <HoursTable hours={view.hours} />}
        {view.days.length > 0 && <DaysTable days={view.days} />}
      </Section>
      <Details summary="Đặt giờ làm việc, trực thứ Bảy" open={view.failed?.form === 'gio' || view.hours.length === 0}>
        <HoursForm view={view} />
      </Details>
      <Details summary="Đặt một ngày nghỉ hoặc làm việc riêng" open={view.failed?.form === 'ngay'}>
        <DayForm view={view} />
      </Details>
      {(view.hours.length > 0 || view.days.length > 0) && (
        <Details summary="Bỏ giờ hoặc ngày đã đặt" open={view.failed?.form === 'bo'}>
          <EndForms view={view} />
        </Details>
      )}
    </>
  );
}

const OrganSelect = ({ organs }: HoursView): VNode => (
  <Select
    name="co-quan"
    label="Cơ quan"
    empty="Chọn cơ quan"
    options={organs.map((o) => ({ value: String(o.id), label: o.shortName }))}
  />
);

const HoursForm = ({ view }: { view: HoursView }): VNode => (
  <FormPage action="/to-chuc/lich/gio" submit="Đặt giờ làm việc" prefix="gio-" {...failedOf(view, 'gio')}>
    <OrganSelect {...view} />
    <TextField name="thu-2-6" label="Thứ Hai đến thứ Sáu" value="7:30-12:00, 13:30-17:00" maxLength={80} />
    <TextField
      name="thu-7"
      label="Thứ Bảy"
      optional
      hint="Ví dụ 7:30-11:30. Để trống nếu nghỉ."
      maxLength={80}
      width={20}
    />
    <Checkbox
      name="thu-7-tinh-han"
      label="Giờ thứ Bảy là giờ làm việc, được tính vào thời hạn"
      hint="Không đánh dấu: chỉ là trực, không làm thay đổi hạn của hồ sơ."
    />
    <DayField name="tu-ngay" label="Từ ngày" value={formatDay(view.today)} />
    <DayField name="den-ngay" label="Đến hết ngày" optional />
    <TextField
      name="mua-tu"
      label="Chỉ theo mùa, từ"
      hint="Ngày và tháng, ví dụ 16/4"
      optional
      width={5}
      maxLength={5}
    />
    <TextField name="mua-den" label="đến" hint="Ngày và tháng, ví dụ 15/10" optional width={5} maxLength={5} />
    <TextField name="can-cu" label="Căn cứ" hint="Số quyết định hoặc thông báo" maxLength={200} />
  </FormPage>
);

const DayForm = ({ view }: { view: HoursView }): VNode => (
  <FormPage action="/to-chuc/lich/ngay" submit="Đặt ngày riêng" prefix="ngay-" {...failedOf(view, 'ngay')}>
    <OrganSelect {...view} />
    <DayField name="ngay" label="Ngày" />
    <TextField
      name="gio"
      label="Giờ làm việc"
      optional
      hint="Ví dụ 7:30-11:30. Để trống nếu nghỉ cả ngày."
      maxLength={80}
      width={20}
    />
    <TextField name="ly-do" label="Lý do" hint="Ví dụ: nghỉ do bão" maxLength={200} />
  </FormPage>
);

/** The two kinds of rows have ids of their own, so each kind has a form of its own. */
const EndForms = ({ view }: { view: HoursView }): VNode => (
  <>
    {view.hours.length > 0 && (
      <EndForm
        {...{ view, kind: 'gio', label: 'Giờ làm việc cần bỏ' }}
        options={view.hours.map((h) => ({
          value: String(h.id),
          label: `${h.organName}: ${wordsOfSessions(h.week[1])}; thứ Bảy ${wordsOfSessions(h.week[6])}`,
        }))}
      />
    )}
    {view.days.length > 0 && (
      <EndForm
        {...{ view, kind: 'ngay', label: 'Ngày riêng cần bỏ' }}
        options={view.days.map((d) => ({
          value: String(d.id),
          label: `${formatDay(d.day)}, ${d.organName}: ${d.reason}`,
        }))}
      />
    )}
  </>
);

function EndForm(props: {
  view: HoursView;
  kind: string;
  label: string;
  options: readonly { value: string; label: string }[];
}): VNode {
  const mine = props.view.failed?.sent.values.loai === props.kind;
  return (
    <FormPage
      action="/to-chuc/lich/bo"
      submit="Bỏ"
      submitKind="warning"
      prefix={`bo-${props.kind}-`}
      {...(mine ? failedOf(props.view, 'bo') : {})}
    >
      <input type="hidden" name="loai" value={props.kind} />
      <Select name="dong" label={props.label} empty="Chọn" options={props.options} />
      <TextField name="ly-do" label="Lý do bỏ" maxLength={200} />
    </FormPage>
  );
}

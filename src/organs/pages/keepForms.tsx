import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import {
  Checkbox,
  Checkboxes,
  DayField,
  Details,
  FormPage,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import type { Failed } from '../accounts/pages/request.ts';
import type { Organ } from '../model.ts';
import type { RegisterOrgan } from '../resolve/index.ts';

type Sent = { failed: Failed | undefined };

const ShortNameField = ({ value }: { value?: string }): VNode => (
  <TextField
    name="ten-ngan"
    label="Tên thường gọi"
    hint="Dùng trong danh sách và nhiệm vụ; bỏ trống nếu như tên đầy đủ."
    optional
    value={value}
    maxLength={200}
    autocomplete="off"
  />
);

export const AddForm = ({ organs, today, failed }: { organs: readonly RegisterOrgan[]; today: Day } & Sent): VNode => (
  <FormPage action="/to-chuc/moi" submit="Thêm cơ quan" cancelHref="/to-chuc" sent={failed?.sent} fault={failed?.fault}>
    <TextField name="ten" label="Tên đầy đủ, như khi ký văn bản" maxLength={200} autocomplete="off" />
    <ShortNameField />
    <Select
      name="co-quan-tren"
      label="Trực thuộc"
      empty="Chọn cơ quan cấp trên"
      options={organs.map((o) => ({ value: String(o.id), label: o.shortName }))}
    />
    <Checkbox name="giup-viec" label="Là văn phòng giúp việc của cơ quan cấp trên" />
    <Checkbox name="ban-hanh" label="Ban hành văn bản nhân danh chính mình" />
    <DayField name="tu-ngay" label="Hoạt động từ ngày" value={formatDay(today)} />
  </FormPage>
);

export const NameForm = ({ organ, failed }: { organ: Organ } & Sent): VNode => (
  <FormPage
    action={`/to-chuc/${organ.id}/ten-goi`}
    submit="Thêm tên gọi"
    cancelHref={`/to-chuc/${organ.id}`}
    sent={failed?.sent}
    fault={failed?.fault}
  >
    <TextField name="ten" label="Tên gọi" maxLength={200} autocomplete="off" />
    <Radios
      name="loai"
      label="Loại"
      value="ten"
      inline
      choices={[
        { value: 'ten', label: 'Tên gọi khác' },
        { value: 'viet-tat', label: 'Viết tắt' },
      ]}
    />
  </FormPage>
);

export const RenameForm = ({ organ, today, failed }: { organ: Organ; today: Day } & Sent): VNode => (
  <FormPage
    action={`/to-chuc/${organ.id}/doi-ten`}
    submit="Đổi tên"
    cancelHref={`/to-chuc/${organ.id}`}
    sent={failed?.sent}
    fault={failed?.fault}
  >
    <input type="hidden" name="ten-cu" value={failed?.sent.values['ten-cu'] ?? organ.name} />
    <TextField name="ten" label="Tên đầy đủ mới" value={organ.name} maxLength={200} autocomplete="off" />
    <ShortNameField value={organ.shortName} />
    <DayField name="tu-ngay" label="Dùng tên mới từ ngày" value={formatDay(today)} />
    <TextArea name="ly-do" label="Lý do, số quyết định" rows={2} maxLength={200} />
  </FormPage>
);

export const EndFields = ({
  today,
  successors,
  open,
}: {
  today: string;
  successors: readonly RegisterOrgan[];
  open: boolean;
}): VNode => (
  <>
    <DayField name="ngay-cuoi" label="Ngày hoạt động cuối cùng" value={today} />
    <TextArea name="ly-do" label="Lý do" rows={2} maxLength={200} />
    <TextField name="can-cu" label="Số quyết định, nghị quyết" optional width={30} maxLength={200} />
    <Details summary="Chọn cơ quan kế tiếp" open={open}>
      <Checkboxes
        name="ke-tiep"
        label="Cơ quan kế tiếp"
        hint="Một cơ quan: hợp nhất vào đó. Nhiều cơ quan: được chia về các cơ quan đó."
        optional
        choices={successors.map((o) => ({ value: String(o.id), label: o.shortName }))}
      />
    </Details>
  </>
);

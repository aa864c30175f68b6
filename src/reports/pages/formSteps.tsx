import type { VNode } from 'preact';
import {
  Breadcrumbs,
  ButtonLink,
  Checkbox,
  Checkboxes,
  ConfirmPage,
  DayField,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { FIELD_TYPES, type FormVersion, isNumeric, type ReportField, type ReportForm, RULES } from '../model.ts';
import { PERIODICITIES } from '../periods.ts';
import { REPORTERS } from '../reporters.ts';
import { SOURCES } from '../sources.ts';
import { shownValue } from '../values.ts';
import type { Failed } from './shared.ts';
import { FieldInputs } from './sheetFields.tsx';

const HOME = { href: '/bao-cao', label: 'Báo cáo' };

function Terms({ version }: { version?: FormVersion }): VNode {
  return (
    <>
      <Checkboxes
        name="noi-bao-cao"
        label="Ai phải báo cáo"
        values={version?.reporters}
        choices={Object.entries(REPORTERS).map(([value, { label }]) => ({ value, label }))}
      />
      <TextField
        name="so-ngay"
        label="Hạn gửi"
        hint="Số ngày làm việc, tính từ ngày sau ngày chốt số liệu."
        suffix="ngày làm việc"
        width={4}
        inputMode="decimal"
        value={version ? shownValue(version.dueDays) : '4'}
      />
    </>
  );
}

export function NewFormPage({ failed }: { failed?: Failed }): VNode {
  return (
    <>
      <Breadcrumbs links={[HOME]} />
      <Heading title="Lập biểu báo cáo" lead="Trước hết là tên, kỳ và nơi báo cáo; các chỉ tiêu thêm ở bước sau." />
      <FormPage
        action="/bao-cao/bieu-mau"
        sent={failed?.sent}
        fault={failed?.fault}
        submit="Tiếp tục"
        cancelHref="/bao-cao"
      >
        <TextField name="ten" label="Tên báo cáo" maxLength={200} />
        <Radios
          name="ky"
          label="Kỳ báo cáo"
          hint="Số liệu chốt từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ (Nghị định 09/2019/NĐ-CP)."
          choices={Object.entries(PERIODICITIES).map(([value, label]) => ({ value, label }))}
        />
        <Terms />
      </FormPage>
    </>
  );
}

export function FieldPage(props: {
  form: ReportForm;
  draft: FormVersion;
  field?: ReportField;
  failed?: Failed;
}): VNode {
  const { form, draft, field, failed } = props;
  const path = `/bao-cao/bieu-mau/${form.id}`;
  const weights = draft.fields.filter((f) => isNumeric(f.type) && f.key !== field?.key);
  const number = (value: number | null | undefined) => (value == null ? '' : shownValue(value));
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title={field ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'} />
      <FormPage
        action={field ? `${path}/chi-tieu/${field.key}` : `${path}/chi-tieu`}
        sent={failed?.sent}
        fault={failed?.fault}
        version={draft.version}
        cancelHref={path}
        submit={field ? 'Lưu chỉ tiêu' : 'Thêm vào biểu'}
      >
        <TextField name="ten" label="Tên chỉ tiêu" maxLength={200} value={field?.label} />
        <Select name="kieu" label="Kiểu số liệu" value={field?.type ?? 'integer'} options={pairs(FIELD_TYPES)} />
        <TextField
          name="don-vi-tinh"
          label="Đơn vị tính"
          optional
          hint="Ví dụ: hồ sơ, ha, triệu đồng."
          width={10}
          value={field?.unit}
        />
        <Radios name="tong-hop" label="Cách tổng hợp" value={field?.rule ?? 'sum'} choices={pairs(RULES)} />
        {weights.length > 0 && (
          <Select
            name="trong-so"
            label="Trọng số"
            optional
            hint="Chỉ cần khi tổng hợp bằng trung bình có trọng số."
            empty="Không có"
            value={field?.weightBy ?? ''}
            options={weights.map((f) => ({ value: f.key, label: f.label }))}
          />
        )}
        <TextField
          name="nho-nhat"
          label="Nhỏ nhất"
          optional
          width={10}
          inputMode="decimal"
          value={field ? number(field.min) : '0'}
        />
        <TextField
          name="lon-nhat"
          label="Lớn nhất"
          optional
          width={10}
          inputMode="decimal"
          value={number(field?.max)}
        />
        <Select
          name="nguon"
          label="Tự lấy số từ"
          optional
          hint="Đơn vị thấy số này điền sẵn, kèm nguồn, và sửa được."
          empty="Không, đơn vị tự điền"
          value={field?.source ?? ''}
          options={Object.entries(SOURCES).map(([value, { label }]) => ({ value, label }))}
        />
        <TextArea
          name="lua-chon"
          label="Các lựa chọn"
          optional
          hint="Chỉ cần khi kiểu là “Chọn một trong danh sách”. Mỗi dòng một lựa chọn."
          rows={3}
          value={field?.choices.join('\n')}
        />
        <Checkbox name="bat-buoc" label="Bắt buộc có số liệu" checked={field?.required ?? true} />
      </FormPage>
    </>
  );
}

const pairs = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function TermsPage({ form, draft, failed }: { form: ReportForm; draft: FormVersion; failed?: Failed }): VNode {
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title="Nơi báo cáo và hạn gửi" />
      <FormPage
        action={`${path}/noi-bao-cao`}
        sent={failed?.sent}
        fault={failed?.fault}
        version={draft.version}
        submit="Lưu"
        cancelHref={path}
      >
        <Terms version={draft} />
      </FormPage>
    </>
  );
}

/** The form as those who report will see it; nothing can be sent. */
export function PreviewPage({ form, draft }: { form: ReportForm; draft: FormVersion }): VNode {
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <Heading title={form.title} caption="Xem trước" />
      <Notice tone="info" text="Đây là biểu như đơn vị sẽ thấy. Số điền ở đây không được ghi lại." />
      <div class="ts-form">
        <FieldInputs fields={draft.fields} values={{}} live={{}} />
      </div>
      <LinkRow>
        <ButtonLink href={path}>Quay lại sửa biểu</ButtonLink>
      </LinkRow>
    </>
  );
}

export function PublishPage(props: { form: ReportForm; draft: FormVersion; proposed: string; failed?: Failed }): VNode {
  const { form, draft, proposed, failed } = props;
  const path = `/bao-cao/bieu-mau/${form.id}`;
  return (
    <>
      <Breadcrumbs links={[HOME, { href: path, label: form.title }]} />
      <ConfirmPage
        title={`Công bố bản ${draft.number}`}
        caption={form.title}
        action={`${path}/cong-bo`}
        version={draft.version}
        sent={failed?.sent}
        fault={failed?.fault}
        submit="Công bố"
        cancelHref={path}
        consequence={
          <p>
            Biểu có {draft.fields.length} chỉ tiêu. Sau khi công bố, bản này không sửa được nữa; muốn thay đổi thì tạo
            bản mới, áp dụng cho các kỳ sau. Bản trước (nếu có) hết áp dụng từ ngày trước đó.
          </p>
        }
      >
        <DayField name="hieu-luc" label="Áp dụng từ ngày" value={proposed} />
      </ConfirmPage>
    </>
  );
}

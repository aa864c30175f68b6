import type { ComponentChildren, VNode } from 'preact';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Checkboxes,
  DataTable,
  DayField,
  Details,
  type FormFault,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  Radios,
  Section,
  Select,
  type SentForm,
  TextField,
} from '../../../ui/index.ts';
import { centreChoices } from '../../centreChoices.ts';
import { type ProcedureVersion, unitWords } from '../model.ts';
import { authorityChoices, type OrganChoice, templatesKey } from '../organChoices.ts';
import type { Difference } from './versionDifferences.ts';
import { countField, type RowKind, roleWords, rowsIn } from './versionForm.ts';
import { ONLINE, RECEIVED } from './versionWords.ts';

export interface VersionView {
  /** The newest version where one more is made; undefined for a new procedure. */
  newest: ProcedureVersion | undefined;
  /** The newest is not in force yet, and may be put right. */
  ahead: boolean;
  organs: readonly OrganChoice[];
  centres: readonly { organId: number; name: string }[];
  form: SentForm;
  fault?: FormFault | undefined;
  /** Told where somebody else has changed it meanwhile. */
  differences?: readonly Difference[] | undefined;
}

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const LEAD = 'Hồ sơ đã nhận vẫn theo bản cũ, giấy hẹn không đổi.';

/** A procedure, or a new version of one. Rows are added by buttons of the form itself, so that it works without scripts. */
export function VersionPage(view: VersionView): VNode {
  const { newest, form, fault } = view;
  const action = newest ? `/thu-tuc/${newest.code}/ban-moi` : '/thu-tuc/moi';
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Thủ tục', href: '/thu-tuc' },
          ...(newest ? [{ label: newest.code, href: `/thu-tuc/${newest.code}` }] : []),
        ]}
      />
      <Heading
        title={newest ? 'Bản mới của thủ tục' : 'Thêm thủ tục'}
        caption={newest && `${newest.name} · ${newest.code}`}
        lead={newest && LEAD}
      />
      {view.ahead && (
        <Notice
          tone="info"
          title="Bản sắp có hiệu lực"
          text="Giữ nguyên ngày hiệu lực để sửa bản này; ghi ngày sau đó để thêm một bản nữa."
        />
      )}
      <FormPage action={action} sent={form} fault={fault} version={newest?.edition}>
        {view.differences && <Differences rows={view.differences} />}
        {/* Enter in any box saves, as the first button of a form does. */}
        <button type="submit" class="govuk-visually-hidden" name="viec" value="luu" tabIndex={-1}>
          Lưu
        </button>
        {newest ? (
          <input type="hidden" name="ma" value={newest.code} />
        ) : (
          <TextField name="ma" label="Mã thủ tục" hint="Mã quốc gia, ví dụ 1.001612" width={20} maxLength={40} />
        )}
        <TextField name="ten" label="Tên thủ tục" maxLength={500} />
        <TextField name="linh-vuc" label="Lĩnh vực" maxLength={200} />
        <TextField
          name="tu-khac"
          label="Từ khác để tìm"
          hint="Tên người dân hay gọi, ví dụ: sao y"
          maxLength={300}
          optional
        />
        <Select
          name="co-quan"
          label="Cơ quan giải quyết"
          empty="Chọn cơ quan"
          options={organOptions(authorityChoices(view.organs))}
        />
        <Select
          name="don-vi-han"
          label="Thời hạn tính theo"
          options={choicesOf({ sameDay: 'trong ngày', ...unitWords })}
        />
        <TextField
          name="thoi-han"
          label="Thời hạn"
          hint="Để trống nếu trong ngày. Ngày làm việc có thể lẻ nửa ngày, ví dụ 2,5."
          width={5}
          maxLength={7}
          inputMode="decimal"
          optional
        />
        <Papers form={form} action={action} />
        <Steps form={form} action={action} organs={view.organs} />
        <TextField
          name="le-phi"
          label="Phí, lệ phí"
          width={10}
          inputMode="numeric"
          suffix="đồng"
          maxLength={20}
          optional
        />
        <TextField name="muc-phi" label="Mức phí chi tiết" maxLength={500} optional />
        <TextField name="ket-qua" label="Kết quả" maxLength={500} />
        <Radios name="noi-nhan" label="Nơi tiếp nhận" choices={choicesOf(RECEIVED)} />
        <Details
          summary="Chọn các trung tâm được giao"
          open={form.values['noi-nhan'] === 'listed' || fault?.fields.some((f) => f.field === 'trung-tam')}
        >
          <Checkboxes
            name="trung-tam"
            label="Trung tâm được giao"
            optional
            columns
            choices={centreChoices(view.centres)}
          />
        </Details>
        <Radios name="truc-tuyen" label="Trực tuyến" choices={choicesOf(ONLINE)} inline />
        <DayField name="hieu-luc" label="Hiệu lực từ" />
        {fault?.fields.some((f) => f.field === 'lui-ngay') || form.values['lui-ngay'] ? (
          <Checkbox name="lui-ngay" label="Đúng là ngày đã qua. Hồ sơ đã nhận giữ bản cũ." />
        ) : null}
        <TextField name="can-cu" label="Căn cứ" hint="Số, ngày quyết định công bố" maxLength={500} optional />
        <LinkRow>
          <Button name="viec" value="luu">
            {newest ? 'Lưu bản mới' : 'Thêm thủ tục'}
          </Button>
          <a class="govuk-link" href={newest ? `/thu-tuc/${newest.code}` : '/thu-tuc'}>
            Thôi, quay lại
          </a>
        </LinkRow>
      </FormPage>
    </>
  );
}

const Lines = ({ of }: { of: readonly string[] }): VNode =>
  of.join('') === '' ? <span>(không có)</span> : <span>{of.map((line, i) => [i > 0 && <br />, line])}</span>;

/** What somebody else has kept meanwhile, beside what was typed: saving it again takes the latter. */
const Differences = ({ rows }: { rows: readonly Difference[] }): VNode => (
  <Section title="Khác với bản đang lưu">
    <p>
      {rows.length === 0
        ? 'Bản đang lưu giống hệt nội dung bạn gõ. Không cần lưu nữa.'
        : 'Sửa trong biểu mẫu nếu cần, rồi lưu: chỗ nào khác sẽ theo nội dung bạn gõ.'}
    </p>
    {rows.length > 0 && (
      <DataTable
        caption="Chỗ khác nhau"
        rows={rows}
        columns={[
          { title: 'Mục', narrow: true, cell: (d) => d.what },
          { title: 'Đang lưu', cell: (d) => <Lines of={d.kept} /> },
          { title: 'Bạn gõ', cell: (d) => <Lines of={d.typed} /> },
        ]}
      />
    )}
  </Section>
);

const organOptions = (organs: readonly OrganChoice[]) =>
  (['commune', 'province'] as const).map((level) => ({
    label: level === 'commune' ? 'Cấp xã' : 'Cấp tỉnh',
    options: organs
      .filter((one) => one.level === level)
      .map((one) => ({ value: templatesKey(one.templates), label: one.label })),
  }));

interface RowsProps {
  form: SentForm;
  action: string;
}

const Papers = ({ form, action }: RowsProps): VNode => (
  <Rows
    kind="giay-to"
    title="Giấy tờ"
    one="giấy tờ"
    hint="Không ghi số bản: chỉ xuất trình để đối chiếu."
    {...{ form, action }}
  >
    {(at) => (
      <>
        <TextField name={`${at}-ten`} label="Tên giấy tờ" maxLength={500} />
        <TextField name={`${at}-chinh`} label="Bản chính" width={4} inputMode="numeric" maxLength={2} />
        <TextField name={`${at}-sao`} label="Bản sao" width={4} inputMode="numeric" maxLength={2} />
        <TextField name={`${at}-dien-tu`} label="Bản điện tử" width={4} inputMode="numeric" maxLength={2} />
        <Checkbox name={`${at}-neu-co`} label="Nếu có" />
      </>
    )}
  </Rows>
);

const Steps = ({ form, action, organs }: RowsProps & { organs: readonly OrganChoice[] }): VNode => (
  <Rows
    kind="buoc"
    title="Các bước"
    one="bước"
    hint="Theo thứ tự, từ sau khi tiếp nhận đến khi có kết quả. Không có bước nào: giải quyết ngay tại quầy."
    {...{ form, action }}
  >
    {(at) => (
      <>
        <TextField name={`${at}-ten`} label="Tên bước" maxLength={500} />
        <Select name={`${at}-co-quan`} label="Cơ quan" empty="Chọn cơ quan" options={organOptions(organs)} />
        <Select name={`${at}-vai`} label="Người làm" options={choicesOf(roleWords)} />
        <TextField name={`${at}-gio`} label="Giờ làm việc" width={4} inputMode="decimal" maxLength={6} />
      </>
    )}
  </Rows>
);

/** Rows with their buttons: one more, one less, one place up. Without scripts the page comes back at this part. */
function Rows(
  props: RowsProps & {
    kind: RowKind;
    title: string;
    one: string;
    hint: string;
    children: (at: string) => ComponentChildren;
  },
): VNode {
  const { kind, form, one } = props;
  const rows = rowsIn(form, kind);
  const formAction = `${props.action}#${kind}`;
  return (
    <fieldset class="govuk-fieldset" id={kind} data-rows={kind} aria-describedby={`${kind}-goi-y`}>
      <legend class="govuk-fieldset__legend">{props.title}</legend>
      <p id={`${kind}-goi-y`} class="govuk-hint">
        {props.hint}
      </p>
      <input type="hidden" name={countField(kind)} value={rows.length} />
      <div class="ts-rows">
        {rows.map((_, i) => (
          <fieldset class="govuk-fieldset ts-row" aria-label={`${one} ${i + 1}`}>
            {props.children(`${kind}-${i + 1}`)}
            <div class="ts-row-actions">
              {i > 0 && (
                <Button
                  {...{ formAction, small: true, kind: 'secondary', name: 'viec' }}
                  value={`len-${kind}-${i + 1}`}
                  label={`Đưa ${one} ${i + 1} lên trên`}
                >
                  Lên
                </Button>
              )}
              <Button
                {...{ formAction, small: true, kind: 'secondary', name: 'viec' }}
                value={`bo-${kind}-${i + 1}`}
                label={`Bỏ ${one} ${i + 1}`}
              >
                Bỏ
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button {...{ formAction, small: true, kind: 'secondary', name: 'viec' }} value={`them-${kind}`}>
            Thêm {one}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

import type { VNode } from 'preact';
import { formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Columns,
  DataTable,
  Details,
  EmptyState,
  FileField,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  KeyFact,
  LinkRow,
  Radios,
  Section,
  Select,
  type SentForm,
  SummaryList,
  TextField,
} from '../../ui/index.ts';
import { kindWords } from '../applicants/model.ts';
import type { Applicant } from '../applicants/store.ts';
import { dueMoment } from '../dueWords.ts';
import { countWords, limitWords, type ProcedureVersion } from '../procedures/model.ts';
import { deliveryWayWords } from '../status.ts';
import type { DueTold } from '../steps.ts';

const CRUMBS = [{ label: 'Hồ sơ', href: '/ho-so' }];

/** The first step at the counter: a few letters of the procedure, without marks. */
export function ChoosePage({ text, found }: { text: string; found: readonly ProcedureVersion[] }): VNode {
  return (
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Tiếp nhận hồ sơ" lead="Bước 1: chọn thủ tục. Gõ vài chữ, không cần dấu, rồi Enter." />
      <form action="/ho-so/tiep-nhan" class="ts-form">
        <TextField name="q" label="Thủ tục" value={text} maxLength={100} autocomplete="off" />
        <Button kind="secondary">Tìm thủ tục</Button>
      </form>
      <DataTable
        caption="Thủ tục tìm thấy"
        rows={found}
        columns={[
          {
            title: 'Thủ tục',
            cell: (v) => (
              <a class="govuk-link" href={`/ho-so/tiep-nhan/${v.code}`}>
                {v.name}
              </a>
            ),
          },
          { title: 'Lĩnh vực', cell: (v) => v.field },
          { title: 'Thời hạn', cell: (v) => limitWords(v.limit) },
          { title: 'Mã', narrow: true, cell: (v) => v.code },
        ]}
        empty={
          <EmptyState title="Không có thủ tục nào như vậy">
            Hãy thử chữ khác, hoặc xem <a href="/thu-tuc">danh mục thủ tục</a>.
          </EmptyState>
        }
      />
    </>
  );
}

export interface ReceiveView {
  version: ProcedureVersion;
  promise: DueTold;
  /** Epoch milliseconds of the server: what counts, whatever the clock of this computer says. */
  now: number;
  authority: string;
  /** Units for which this centre may receive it, the own one first. */
  units: readonly { id: number; name: string }[];
  centres: readonly { id: number; name: string }[];
  ownUnitId: number;
  ownCentreId: number;
  firstStage: string | null;
  /** The applicant was found or scanned: what is left is to receive. */
  known: boolean;
  matches: readonly Applicant[];
  sent?: SentForm;
  fault?: FormFault;
}

/** The one form of the counter. Enter in the first box looks the person up; once known, Enter receives. */
export function ReceivePage(view: ReceiveView): VNode {
  const { version, fault } = view;
  const required = version.components.filter((c) => !c.optional && c.original + c.copy + c.electronic > 0);
  const duplicate = fault?.fields.some((f) => f.field === 'trung') === true;
  return (
    <>
      <Breadcrumbs links={[...CRUMBS, { label: 'Tiếp nhận', href: '/ho-so/tiep-nhan' }]} />
      <Heading title={version.name} caption={`${version.field} · ${version.code}`} />
      <Columns
        main={
          <FormPage action={`/ho-so/tiep-nhan/${version.code}`} files sent={view.sent} fault={fault}>
            <button
              type="submit"
              class="govuk-visually-hidden"
              name="viec"
              value={view.known ? 'nhan' : 'tim'}
              tabIndex={-1}
            >
              {view.known ? 'Tiếp nhận' : 'Tìm người nộp'}
            </button>
            <div data-scan data-server-now={view.now}>
              <TextField
                name="qr"
                label="Quét mã QR thẻ căn cước, hoặc gõ số định danh, điện thoại, họ tên"
                hint="Rồi bấm Enter. Người đã từng nộp được điền sẵn."
                maxLength={500}
                autocomplete="off"
              />
            </div>
            <LinkRow>
              <Button kind="secondary" small name="viec" value="tim">
                Tìm người nộp
              </Button>
            </LinkRow>
            <Matches found={view.matches} />
            <ApplicantFields />
            <PaperFields version={version} required={required.length} />
            <FileField
              name="tep"
              label="Ảnh, bản quét giấy tờ"
              optional
              multiple
              maxBytes={20_000_000}
              hint="PDF hoặc ảnh, mỗi lần nhiều nhất 10 tệp."
            />
            <Details
              summary="Nơi giải quyết, nơi trả, số bộ, trích yếu"
              open={fault?.fields.some((f) => MORE.has(f.field))}
            >
              {view.units.length > 1 && (
                <Select
                  name="don-vi"
                  label="Đơn vị giải quyết"
                  value={String(view.ownUnitId)}
                  options={view.units.map((u) => ({ value: String(u.id), label: u.name }))}
                />
              )}
              <Select
                name="noi-tra"
                label="Nơi trả kết quả"
                value={String(view.ownCentreId)}
                options={view.centres.map((u) => ({ value: String(u.id), label: u.name }))}
              />
              <TextField name="so-bo" label="Số bộ hồ sơ" value="1" width={4} inputMode="numeric" />
              <TextField name="trich-yeu" label="Trích yếu" optional maxLength={500} />
            </Details>
            <Radios
              name="cach-tra"
              label="Nhận kết quả"
              value="counter"
              inline
              choices={Object.entries(deliveryWayWords).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              name="le-phi"
              label="Phí, lệ phí"
              hint={version.feeNote || undefined}
              value={String(version.fee)}
              width={10}
              inputMode="numeric"
              suffix="đồng"
            />
            {version.fee > 0 && <Checkbox name="da-thu" label="Đã thu phí, lệ phí" />}
            {view.firstStage && <Checkbox name="chuyen" checked label={`Chuyển ngay đến ${view.firstStage}`} />}
            {duplicate && <Checkbox name="trung" label="Vẫn tiếp nhận: đây là hồ sơ khác" />}
            <Button name="viec" value="nhan">
              Tiếp nhận
            </Button>
          </FormPage>
        }
        side={<PromisedDate {...view} />}
        sideFirst
      />
    </>
  );
}

const MORE = new Set(['don-vi', 'noi-tra', 'so-bo', 'trich-yeu']);

/** What will be promised, told before it is. */
function PromisedDate({ promise, version, authority, now }: ReceiveView): VNode {
  return (
    <>
      <KeyFact
        label={`Nhận lúc ${formatInstant(now)} thì hẹn trả`}
        value={promise.dueAt === null ? 'chưa tính được' : dueMoment(promise.dueAt, promise.dueExact)}
      >
        <Details summary="Vì sao là ngày này">
          <ul>
            {promise.dueLines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      </KeyFact>
      <Section title="Thủ tục">
        <SummaryList
          rows={[
            { key: 'Thời hạn', value: limitWords(version.limit) },
            { key: 'Nơi giải quyết', value: authority },
            { key: 'Kết quả', value: version.result },
          ]}
        />
      </Section>
    </>
  );
}

function Matches({ found }: { found: readonly Applicant[] }): VNode | null {
  if (found.length === 0) return null;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">{formatNumber(found.length)} người đã từng nộp: chọn đúng người</legend>
      <LinkRow>
        {found.map((a) => (
          <Button kind="secondary" small name="chon" value={String(a.id)}>
            {a.name}
            {a.idNumber ? `, …${a.idNumber.slice(-4)}` : ''}
          </Button>
        ))}
      </LinkRow>
    </fieldset>
  );
}

/** Used for correction too. */
export function ApplicantFields({ value = {} }: { value?: Partial<Record<string, string>> }): VNode {
  /** What every box has in common: a shared computer offers nobody what another has typed. */
  const box = (name: string, maxLength: number) => ({ name, maxLength, value: value[name], autocomplete: 'off' });
  return (
    <>
      <TextField {...box('ho-ten', 200)} label="Người nộp" />
      <TextField {...box('so-giay-to', 20)} label="Số định danh, mã số thuế" width={20} optional />
      <TextField {...box('ngay-sinh', 10)} label="Ngày sinh" hint="Ví dụ: 2/9/1985 hoặc 02091985" width={10} optional />
      <TextField {...box('dia-chi', 300)} label="Địa chỉ" optional />
      <TextField {...box('dien-thoai', 20)} label="Điện thoại" width={20} inputMode="tel" optional />
      <Details summary="Thư điện tử, loại người nộp, nộp thay">
        <TextField {...box('email', 150)} label="Thư điện tử" optional />
        <Radios
          name="loai-nguoi-nop"
          label="Loại người nộp"
          value={value['loai-nguoi-nop'] ?? 'person'}
          inline
          choices={Object.entries(kindWords).map(([kind, label]) => ({ value: kind, label }))}
        />
        <TextField
          {...box('nop-thay', 300)}
          label="Người nộp thay và căn cứ"
          hint="Ví dụ: con, giấy ủy quyền số 5"
          optional
        />
      </Details>
    </>
  );
}

export function PaperFields(props: {
  version: Pick<ProcedureVersion, 'components'>;
  required: number;
  received?: readonly number[];
}): VNode {
  return (
    <fieldset class="govuk-fieldset ts-papers">
      <legend class="govuk-fieldset__legend">Giấy tờ đã nhận</legend>
      {props.required > 0 && !props.received && (
        <Checkbox name="du-giay-to" label={`Đủ ${props.required} giấy tờ bắt buộc`} />
      )}
      {props.version.components.map((c) => (
        <Checkbox
          name={`giay-to-${c.no}`}
          checked={props.received?.includes(c.no)}
          label={c.name}
          hint={`${countWords(c)}${c.optional ? ' · nếu có' : ''}`}
        />
      ))}
    </fieldset>
  );
}

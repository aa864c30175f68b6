import type { VNode } from 'preact';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Columns,
  FileField,
  type FormFault,
  FormPage,
  Heading,
  LinkRow,
  Radios,
  Section,
  Select,
  type SentForm,
  SummaryList,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import type { Dialogue } from '../dialogues.ts';
import { FIELDS, fieldLabel, URGENCIES, type Urgency } from '../fields.ts';
import type { AskedBody } from '../named.ts';
import type { SimilarPetition } from '../similar.ts';
import type { Names } from './names.ts';
import { SimilarList } from './similarList.tsx';

/** What the second step carries of the first. */
const SENT_ALONG = ['chu-de', 'noi-dung', 'ly-do', 'linh-vuc', 'muc-do', 'gui-den', 'doi-thoai'];
const CRUMBS = [{ label: 'Kiến nghị', href: '/kien-nghi' }];

/** The first step: what is asked. Where scripts run, like petitions appear beside it as one types. */
export function RaisePage(props: {
  bodies: readonly AskedBody[];
  proposedBody?: number;
  organName: string;
  /** Raised for a dialogue: then it goes to the body that holds it. */
  dialogue?: Dialogue;
  sent?: SentForm;
  fault?: FormFault;
}): VNode {
  const { sent, fault, dialogue } = props;
  const bodies = dialogue ? props.bodies.filter((b) => b.id === dialogue.bodyId) : props.bodies;
  return (
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading
        caption={dialogue?.title}
        title="Gửi kiến nghị"
        lead={`Bước 1 trong 2. Gửi với tư cách ${props.organName}.`}
      />
      <Columns
        main={
          <FormPage
            action="/kien-nghi/gui/xem"
            sent={sent}
            fault={fault}
            submit="Xem kiến nghị giống, rồi gửi"
            cancelHref={dialogue ? `/kien-nghi/doi-thoai/${dialogue.id}` : '/kien-nghi'}
          >
            {dialogue && <input type="hidden" name="doi-thoai" value={dialogue.id} />}
            <TextField
              name="chu-de"
              label="Chủ đề"
              hint="Một câu ngắn, ví dụ: Bố trí máy xúc chung cho cụm xã"
              maxLength={300}
              autocomplete="off"
            />
            <TextArea
              name="noi-dung"
              label="Đề nghị cấp trên làm gì"
              hint="Nói rõ cần gì, ở đâu, trước khi nào."
              rows={5}
              maxLength={8000}
            />
            <TextArea
              name="ly-do"
              label="Khó khăn, lý do"
              hint="Tình hình hiện nay, đã tự làm được gì, vướng ở đâu."
              rows={5}
              maxLength={8000}
            />
            <Select
              name="linh-vuc"
              label="Lĩnh vực"
              empty="Chọn lĩnh vực"
              options={FIELDS.map((f) => ({ value: f.key, label: f.label }))}
            />
            <Radios
              name="muc-do"
              label="Mức độ"
              value="normal"
              inline
              choices={Object.entries(URGENCIES).map(([value, label]) => ({ value, label }))}
            />
            <Select
              name="gui-den"
              label="Gửi đến"
              value={String(dialogue?.bodyId ?? props.proposedBody ?? '')}
              empty="Chọn nơi nhận"
              options={bodies.map((b) => ({ value: String(b.id), label: b.name }))}
            />
          </FormPage>
        }
        side={
          <Section title="Kiến nghị giống">
            <div data-similar-here aria-live="polite">
              <p class="ts-quiet">
                Nơi khác có thể đã kiến nghị điều này. Bước sau sẽ cho xem các kiến nghị giống; cùng kiến nghị thì câu
                trả lời đến tất cả.
              </p>
            </div>
          </Section>
        }
      />
    </>
  );
}

/** The second step: what others asked already, then the files and the sending. */
export function ReviewPage(props: {
  values: Readonly<Record<string, string>>;
  bodyName: string;
  dialogue?: Dialogue;
  mountainous: boolean;
  found: readonly SimilarPetition[];
  names: Names;
  sent?: SentForm;
  fault?: FormFault;
}): VNode {
  const { values, found } = props;
  const value = (name: string) => values[name] ?? '';
  return (
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Gửi kiến nghị" lead="Bước 2 trong 2. Xem lại rồi gửi." />
      <Columns
        main={
          <>
            <SummaryList
              rows={[
                { key: 'Chủ đề', value: value('chu-de') },
                { key: 'Đề nghị', value: <span class="ts-prose">{value('noi-dung')}</span> },
                { key: 'Khó khăn, lý do', value: <span class="ts-prose">{value('ly-do')}</span> },
                { key: 'Lĩnh vực', value: fieldLabel(value('linh-vuc')) },
                { key: 'Mức độ', value: URGENCIES[value('muc-do') as Urgency] },
                { key: 'Gửi đến', value: props.bodyName },
                ...(props.dialogue ? [{ key: 'Chương trình', value: props.dialogue.title }] : []),
                ...(props.mountainous ? [{ key: 'Địa bàn', value: 'Xã miền núi (ghi kèm tự động)' }] : []),
              ]}
            />
            <FormPage action="/kien-nghi/gui" files sent={props.sent} fault={props.fault}>
              {SENT_ALONG.filter((name) => values[name]).map((name) => (
                <input type="hidden" name={name} value={value(name)} />
              ))}
              <FileField
                name="tep"
                label="Tài liệu, ảnh kèm theo"
                optional
                multiple
                maxBytes={20_000_000}
                hint="PDF, Word, Excel, ảnh. Không gửi tài liệu mật."
              />
              <Checkbox
                name="chia-se"
                checked
                label="Cho cơ quan khác thấy chủ đề và đề nghị để cùng kiến nghị"
                hint="Lý do và tài liệu chỉ nơi tham gia mới thấy. Bỏ chọn nếu nội dung nhạy cảm, ví dụ về nhân sự."
              />
              <LinkRow>
                <Button name="viec" value="gui">
                  Gửi kiến nghị
                </Button>
                <Button name="viec" value="sua" kind="secondary">
                  Sửa lại nội dung
                </Button>
              </LinkRow>
            </FormPage>
          </>
        }
        side={
          <Section title={found.length > 0 ? `${found.length} kiến nghị giống` : 'Kiến nghị giống'}>
            {found.length > 0 && (
              <p>Nếu một kiến nghị dưới đây nói đúng điều bạn cần, hãy chọn Cùng kiến nghị thay vì gửi mới.</p>
            )}
            <SimilarList found={found} names={props.names} />
          </Section>
        }
      />
    </>
  );
}

/** Like petitions by themselves: what the script asks for, and a page that anybody can open. */
export function SimilarPage(props: { text: string; found: readonly SimilarPetition[]; names: Names }): VNode {
  return (
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Kiến nghị giống" lead={props.text ? `“${props.text}”` : 'Gõ chủ đề để tìm.'} />
      <form action="/kien-nghi/giong">
        <TextField name="q" label="Chủ đề" value={props.text} maxLength={600} />
        <Button kind="secondary">Tìm</Button>
      </form>
      <SimilarList found={props.found} names={props.names} />
    </>
  );
}

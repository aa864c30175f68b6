import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { DayField, type FormFault, FormPage, Select, type SentForm, TextArea, TextField } from '../../ui/index.ts';
import { symbolSuffix } from '../facts.ts';
import { DIRECTIVE_TYPES } from '../model.ts';
import type { Directive } from '../store/directive.ts';
import { deskHref } from './deskView.ts';

const URGENCIES = ['khẩn', 'thượng khẩn', 'hỏa tốc'];

/** The head's facts in a form of their own, at the desk. */
export const FactsForm = ({
  directive: d,
  sent,
  fault,
}: {
  directive: Directive;
  sent?: SentForm;
  fault?: FormFault;
}): VNode => (
  <div class="desk-facts">
    <FormPage
      action={`/van-ban/${d.id}/doc/thong-tin`}
      version={d.version}
      sent={sent}
      fault={fault}
      prefix="vb-"
      submit="Lưu thông tin"
      cancelHref={deskHref(d.id)}
    >
      <FactFields directive={d} />
    </FormPage>
  </div>
);

/** The fields of the head, as `factsSchema` reads them. */
export const FactFields = ({ directive: d }: { directive: Directive }): VNode => (
  <>
    <div class="desk-pair">
      <TextField name="so" label="Số" value={d.number ?? ''} width={5} inputMode="numeric" maxLength={12} />
      <TextField
        name="ky-hieu"
        label="Ký hiệu"
        value={symbolSuffix(d)}
        width={20}
        maxLength={60}
        hint="Phần sau số: -TB/TU"
      />
    </div>
    <DayField name="ngay" label="Ngày ban hành" value={d.issuedOn ? formatDay(d.issuedOn) : ''} />
    <Select
      name="loai"
      label="Loại văn bản"
      value={d.type ?? ''}
      empty="Chưa rõ"
      options={[...new Set([...DIRECTIVE_TYPES, ...(d.type ? [d.type] : [])])].map((t) => ({ value: t, label: t }))}
    />
    <TextArea name="trich-yeu" label="Trích yếu" value={d.title} rows={3} maxLength={1000} />
    <TextField name="nguoi-ky" label="Người ký" value={d.signer ?? ''} maxLength={120} />
    <TextField name="chuc-vu" label="Chức vụ người ký" optional value={d.signerTitle ?? ''} maxLength={200} />
    <Select
      name="do-khan"
      label="Độ khẩn"
      optional
      value={d.urgency ?? ''}
      empty="Thường"
      options={URGENCIES.map((u) => ({ value: u, label: u }))}
    />
  </>
);

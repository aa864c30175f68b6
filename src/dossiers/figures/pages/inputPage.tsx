import type { VNode } from 'preact';
import { Breadcrumbs, type FormFault, FormPage, Heading, type SentForm, TextField } from '../../../ui/index.ts';
import { INPUTS, type InputKey } from '../inputs.ts';
import type { Ratio } from '../kpi.ts';

/** What dossiers do not tell, for one month: each a pair, reached and all. */
export function InputPage(props: {
  month: string;
  unitName: string;
  known: ReadonlyMap<InputKey, Ratio>;
  sent?: SentForm;
  fault?: FormFault;
}): VNode {
  const [year, month] = props.month.split('-');
  return (
    <>
      <Breadcrumbs links={[{ href: `/ho-so/so-lieu?ky=${props.month}`, label: `Số liệu ${props.unitName}` }]} />
      <Heading
        caption={props.unitName}
        title={`Số liệu ngoài hồ sơ, tháng ${Number(month)}/${year}`}
        lead="Lấy từ Cổng Dịch vụ công quốc gia và hệ thống thanh toán. Ô nào để trống thì giữ như đã nhập trước. Đánh giá trên trang tra cứu hồ sơ đã được tính sẵn, không ghi lại ở đây."
      />
      <FormPage
        action={`/ho-so/so-lieu/nhap?thang=${props.month}`}
        submit="Ghi số liệu"
        sent={props.sent}
        fault={props.fault}
        cancelHref={`/ho-so/so-lieu?ky=${props.month}`}
      >
        {(Object.entries(INPUTS) as [InputKey, string][]).map(([key, label]) => {
          const known = props.known.get(key);
          const [reached, all] = label.split(' / ');
          return (
            <fieldset class="govuk-fieldset ts-pair">
              <legend class="govuk-fieldset__legend">{label}</legend>
              <TextField
                name={`tu-so-${key}`}
                label={reached!}
                value={known ? String(known.numerator) : ''}
                inputMode="numeric"
                width={10}
                optional
              />
              <TextField
                name={`mau-so-${key}`}
                label={`Trên tổng số ${all!}`}
                value={known ? String(known.denominator) : ''}
                inputMode="numeric"
                width={10}
                optional
              />
            </fieldset>
          );
        })}
        <TextField name="nguon" label="Lấy từ đâu" hint="Ví dụ: Cổng Dịch vụ công quốc gia, ngày 5/9" maxLength={200} />
      </FormPage>
    </>
  );
}

import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../../ui/index.ts';
import type { ReportField, Values } from '../model.ts';
import type { LiveFigure } from '../sources.ts';
import type { EarlierSheet } from '../store.ts';
import { fieldName, shownValue } from '../values.ts';

/** The inputs of a report, one a field; beside each what live data says and what was reported before. */
export function FieldInputs(props: {
  fields: readonly ReportField[];
  values: Values;
  /** Live figures by source key. */
  live: Readonly<Record<string, LiveFigure>>;
  before?: EarlierSheet;
}): VNode {
  const { fields, values, live, before } = props;
  return (
    <>
      {fields.map((field) => {
        const figure = field.source ? live[field.source] : undefined;
        const given = values[field.key] ?? figure?.value;
        const shared = {
          name: fieldName(field.key),
          label: field.label,
          optional: !field.required,
          value: shownValue(given),
          hint: <Hint field={field} figure={figure} before={before} />,
        };
        if (field.type === 'choice') {
          return (
            <Select {...shared} empty="Chưa chọn" options={field.choices.map((value) => ({ value, label: value }))} />
          );
        }
        if (field.type === 'text') return <TextArea {...shared} rows={3} maxLength={2000} />;
        return (
          <TextField {...shared} width={10} inputMode="decimal" autocomplete="off" suffix={field.unit || undefined} />
        );
      })}
    </>
  );
}

function Hint(props: { field: ReportField; figure?: LiveFigure; before?: EarlierSheet }): VNode | null {
  const { field, figure, before } = props;
  const earlier = before?.values[field.key];
  if (!figure && earlier === undefined) return null;
  return (
    <>
      {earlier !== undefined && (
        <>
          {before!.label}: {shownValue(earlier).replace(/\.$/, '')}.{' '}
        </>
      )}
      {figure && (
        <>
          Số hệ thống đang có: {shownValue(figure.value)} (
          {figure.href ? (
            <a href={figure.href} target="_blank" rel="noopener">
              {figure.label}
            </a>
          ) : (
            figure.label
          )}
          ).
        </>
      )}
    </>
  );
}

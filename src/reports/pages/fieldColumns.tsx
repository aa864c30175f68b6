import type { Column } from '../../ui/index.ts';
import type { ReportField } from '../model.ts';

/** The columns with which a table of a report begins: what is asked, and what the period before said where it is known. */
export const fieldColumns = (
  before: { label: string; value: (field: ReportField) => string } | undefined,
): Column<ReportField>[] => [
  {
    title: 'Chỉ tiêu',
    cell: (f) => (
      <>
        {f.label}
        {f.unit && <span class="ts-sub">{f.unit}</span>}
      </>
    ),
  },
  ...(before ? [{ title: before.label, numeric: true, cell: before.value }] : []),
];

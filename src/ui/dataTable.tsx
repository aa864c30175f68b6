import type { ComponentChildren, VNode } from 'preact';
import { keptHtml } from './kept.tsx';

export interface Column<Row> {
  /** The head of the column; empty for a column of buttons. */
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand at the right. */
  numeric?: boolean;
  /** Keeps its words on one line on a wide screen: dates, tags. */
  narrow?: boolean;
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' };
}

/**
 * A table that becomes a stack of cards on a narrow screen, the first column being the head of each card; where it only gives each
 * name its figure, a list of lines.
 * Without rows it shows `empty` (an `EmptyState`).
 */
export function DataTable<Row>(props: {
  /** What the table lists; read out, and shown when `showCaption` is set. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty?: ComponentChildren;
  /**
   * For tables that are shown thousands of times between changes: tells all that a row's cells show (id, version, day).
   * Rows with the same key are rendered once and kept.
   */
  keyOf?: (row: Row) => string;
}): VNode {
  const { columns, rows, empty, keyOf } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table class={`govuk-table ts-table${narrowShape(columns)}`}>
      <caption class={props.showCaption ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'}>
        {props.caption}
      </caption>
      <thead>
        <tr>{columns.map(headCell)}</tr>
      </thead>
      {keyOf ? (
        <tbody
          dangerouslySetInnerHTML={{
            __html: rows
              .map((row) => keptHtml(`${props.caption}|${keyOf(row)}`, () => tableRow(columns, row)))
              .join(''),
          }}
        />
      ) : (
        <tbody>{rows.map((row) => tableRow(columns, row))}</tbody>
      )}
    </table>
  );
}

/** How rows stand on a narrow screen, where cards of one line a cell would be wasteful. */
function narrowShape(columns: readonly { numeric?: boolean }[]): string {
  const figures = columns.filter((column) => column.numeric).length;
  if (figures >= 3) return ' ts-table--figures';
  return columns.length === 2 && columns[1]!.numeric ? ' ts-table--pairs' : '';
}

const tableRow = <Row,>(columns: readonly Column<Row>[], row: Row): VNode => (
  <tr>
    {columns.map((column) => (
      <td class={cellClass(column)} data-title={column.title || undefined}>
        {column.cell(row)}
      </td>
    ))}
  </tr>
);

const cellClass = (column: { numeric?: boolean; narrow?: boolean }): string | undefined =>
  column.numeric ? 'ts-num' : column.narrow ? 'ts-narrow' : undefined;

function headCell({ title, sort, ...column }: Column<never>): VNode {
  if (!title) return <td class={cellClass(column)} />;
  return (
    <th scope="col" class={cellClass(column)} aria-sort={sort?.now}>
      {sort ? <a href={sort.href}>{title}</a> : title}
    </th>
  );
}

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DataTable } from './dataTable.tsx';

const columns = [{ title: 'Việc', cell: (row: { id: number; text: string }) => <b>{row.text}</b> }];
const table = (rows: { id: number; text: string }[], keyed = true) =>
  renderToString(
    <DataTable
      caption="Thử"
      columns={columns}
      rows={rows}
      keyOf={keyed ? (row) => `${row.id}.${row.text}` : undefined}
    />,
  );

describe('a table whose rows are kept', () => {
  it('shows just what it shows without keeping, markup made harmless', () => {
    const rows = [
      { id: 1, text: '<script>alert(1)</script>' },
      { id: 2, text: 'Rà soát' },
    ];
    expect(table(rows)).toBe(table(rows, false));
    expect(table(rows)).toBe(table(rows, false));
    expect(table(rows)).not.toContain('<script>');
  });
  it('shows a changed row as it is now', () => {
    expect(table([{ id: 1, text: 'cũ' }])).toContain('cũ');
    expect(table([{ id: 1, text: 'mới' }])).toContain('<b>mới</b>');
  });
});

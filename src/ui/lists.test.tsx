import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import {
  CellGrid,
  type Column,
  DataTable,
  EmptyState,
  Facts,
  Pagination,
  Sparkline,
  StatusTabs,
  SummaryList,
  Timeline,
} from './index.ts';

interface Row {
  name: string;
  share: number;
}
const columns: Column<Row>[] = [
  { title: 'Xã', cell: (row) => row.name, sort: { href: '?sap=ten', now: 'ascending' } },
  { title: 'Tiến độ', cell: (row) => `${row.share} %`, numeric: true, sort: { href: '?sap=tien-do' } },
  { title: '', cell: () => <a href="/x">Xem</a> },
];

describe('a table', () => {
  const html = renderToString(<DataTable caption="Các xã" columns={columns} rows={[{ name: 'Mỹ Lý', share: 5 }]} />);
  test('says what it lists', () => expect(html).toMatch(/<caption[^>]*>Các xã<\/caption>/));
  test('says by which column it is sorted, and links to the others', () => {
    expect(html).toContain('aria-sort="ascending"><a href="?sap=ten">');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    expect(html).toContain('<a href="?sap=tien-do">');
  });
  test('names each value on a narrow screen', () => expect(html).toContain('data-title="Tiến độ">5 %'));
  test('a column of buttons has no empty head for readers', () => expect(html).not.toMatch(/<th[^>]*><\/th>/));
  test('without rows it says so instead', () => {
    const none = renderToString(
      <DataTable caption="Các xã" columns={columns} rows={[]} empty={<EmptyState title="Chưa có xã nào" />} />,
    );
    expect(none).toContain('Chưa có xã nào');
    expect(none).not.toContain('<table');
  });
});

test('pages are counted as Vietnamese writes numbers; the ends of the list lead nowhere', () => {
  const first = renderToString(<Pagination from={1} to={25} total={10000} nextHref="?t=2" />);
  expect(first).toContain('1–25 trong 10.000');
  expect(first).toContain('Trang sau');
  expect(first).not.toContain('Trang trước');
  expect(renderToString(<Pagination from={26} to={50} previousHref="?" />)).not.toContain('trong');
});

test('tabs tell their counts and which is open', () => {
  const html = renderToString(
    <StatusTabs
      label="Tình trạng"
      tabs={[
        { href: '?a', label: 'Quá hạn', count: 0 },
        { href: '?b', label: 'Xong', current: true },
      ]}
    />,
  );
  expect(html).toMatch(/Quá hạn<span class="ts-tab-count"> 0/);
  expect(html).toContain('<a href="?b" aria-current="page">Xong</a>');
});

describe('the communes at a glance', () => {
  const html = renderToString(
    <CellGrid
      zones={[
        {
          name: 'Vùng cao',
          cells: [
            { name: 'Xã Mỹ Lý', href: '/don-vi/1', level: 0 },
            { name: 'Xã Lượng Minh', href: '/don-vi/2', level: 3, note: '2 nhiệm vụ quá hạn' },
          ],
        },
      ]}
    />,
  );
  test('each cell is a link that says which commune and how it stands', () => {
    expect(html).toMatch(/<a class="ts-cell ts-cell--3" href="\/don-vi\/2"[^>]*>Xã Lượng Minh: cần hỗ trợ ngay<\/a>/);
  });
  test('the same stands in a table, with the reason, the worst first', () => {
    const table = html.slice(html.indexOf('<table'));
    expect(table).toContain('cần hỗ trợ ngay: 2 nhiệm vụ quá hạn');
    expect(table.indexOf('Lượng Minh')).toBeLessThan(table.indexOf('Mỹ Lý'));
  });
});

describe('a trend', () => {
  test('runs from the first value at the left to the last at the right, larger is higher', () => {
    const [first, last] = /points="([^"]+)"/
      .exec(renderToString(<Sparkline values={[1, 5]} />))![1]!
      .split(' ')
      .map((point) => point.split(',').map(Number));
    expect(first![0]).toBeLessThan(last![0]!);
    expect(first![1]).toBeGreaterThan(last![1]!);
  });
  test('that never moves is a level line, not a fault', () => {
    expect(renderToString(<Sparkline values={[4, 4, 4]} />)).not.toContain('NaN');
  });
  test('of one value draws nothing', () => expect(renderToString(<Sparkline values={[4]} />)).toBe(''));
});

test('a figure that can be looked into is a link', () => {
  expect(renderToString(<Facts facts={[{ label: 'Quá hạn', value: '7', href: '/nhiem-vu' }]} />)).toContain(
    '<a href="/nhiem-vu">7</a>',
  );
});

test('what is not known is said, not left blank', () => {
  expect(renderToString(<SummaryList rows={[{ key: 'Kết quả', value: null }]} />)).toContain('chưa có');
});

test('a step under way and steps to come are told apart in words', () => {
  const html = renderToString(
    <Timeline
      label="Các bước"
      items={[{ title: 'Nhận' }, { title: 'Giải quyết', state: 'now' }, { title: 'Trả', state: 'later' }]}
    />,
  );
  expect(html).toContain('aria-current="step"');
  expect(html).toMatch(/Sắp tới: <\/span>Trả/);
});

test('a long history shows its newest entries and folds the rest away, none lost', () => {
  const items = Array.from({ length: 25 }, (_, i) => ({ title: `Việc ${i + 1}.` }));
  const html = renderToString(<Timeline label="Lịch sử" items={items} />);
  const [inView, folded] = html.split('<details');
  expect(inView).toContain('Việc 10.');
  expect(inView).not.toContain('Việc 11.');
  expect(folded).toContain('Xem 15 mục nữa');
  expect(folded).toContain('Việc 25.');
  expect(renderToString(<Timeline label="Lịch sử" items={items.slice(0, 10)} />)).not.toContain('<details');
});

import { expect, test } from 'vitest';
import { extractHtml } from './extractHtml.ts';

const sentence =
  'Đồng chí Chủ tịch UBND tỉnh giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát, báo cáo trước ngày 15/9/2026. ';
const article = Array.from({ length: 6 }, (_, i) => `<p>${i + 1}. ${sentence.repeat(2)}</p>`).join('');

test('of a news page the article is read, without menus, related links and footer', () => {
  const links = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">Chuyên mục ${i}</a></li>`).join('');
  const text =
    extractHtml(`<!doctype html><html><head><title>Kết luận cuộc họp</title><script>var a = "mã lệnh";</script></head><body>
    <header><nav><ul>${links}</ul></nav></header><main><article><h1>Kết luận cuộc họp</h1>${article}</article></main>
    <aside><h3>Tin liên quan</h3><ul>${links}</ul></aside><footer><p>Cơ quan chủ quản: Báo tỉnh</p></footer></body></html>`);
  expect(text).toContain('Kết luận cuộc họp');
  expect(text.match(/giao Sở Tài chính/g)).toHaveLength(12);
  expect(text).not.toMatch(/Chuyên mục|Tin liên quan|Cơ quan chủ quản|mã lệnh/);
});

test('of a plain page all is read: lists with their numbers, tables by rows', () => {
  const text = extractHtml(
    '<html><body><h2>Kế&nbsp;hoạch</h2><p>Giao<br>các sở:</p><ol><li>Sở A</li><li>Sở B</li></ol><ul><li>ý</li></ul><table><tr><th>Việc</th><th>Hạn</th></tr><tr><td><p>Rà soát</p></td><td>5/9</td></tr></table></body></html>',
  );
  expect(text.split('\n').filter(Boolean)).toEqual([
    'Kế hoạch',
    'Giao',
    'các sở:',
    '1. Sở A',
    '2. Sở B',
    '- ý',
    'Việc | Hạn',
    'Rà soát | 5/9',
  ]);
});

const directive = [
  'ỦY BAN NHÂN DÂN TỈNH HÒA MINH',
  'CHỈ THỊ',
  ...Array.from({ length: 10 }, (_, i) => `${i + 1}. ${sentence.trim()}`),
];

test.each([
  ['a page that shows the line ends of its source', `<pre>${directive.join('\n')}</pre>`],
  ['lines kept by a style', `<div style="white-space: pre-line">${directive.join('\n')}</div>`],
  [
    'a page laid out as a table',
    `<table><tr><td>${directive.map((line) => `<p>${line}</p>`).join('')}</td></tr></table>`,
  ],
  [
    'a menu and the document side by side in a table',
    `<table><tr><td><a href="/">Trang chủ</a></td><td>${directive.map((line) => `<p>${line}</p>`).join('')}</td></tr></table>`,
  ],
])('%s is read line by line', (_, body) => {
  const read = extractHtml(`<html><body>${body}</body></html>`).split('\n').filter(Boolean);
  expect(read.filter((line) => directive.includes(line))).toEqual(directive);
});

test('points have the numbers that a browser shows', () => {
  const read = extractHtml(
    '<html><body><ol start="3"><li>ba</li><li>bốn</li></ol><ol type="a"><li>một</li></ol><ol type="I"><li>đầu</li><li>sau</li></ol></body></html>',
  );
  expect(read.split('\n').filter(Boolean)).toEqual(['3. ba', '4. bốn', 'a) một', 'I. đầu', 'II. sau']);
});

test('a page nested without end does no harm', () => {
  expect(extractHtml(`<html><body>${'<div>'.repeat(20_000)}x`)).toBeTypeOf('string');
  expect(extractHtml(`<html><body>${'<pre>'.repeat(90)}${'một dòng\n'.repeat(30_000)}`)).toContain('một dòng');
  expect(extractHtml(`<html><body>${'<div>'.repeat(90)}${'một dòng<br>'.repeat(30_000)}`)).toContain('một dòng');
});

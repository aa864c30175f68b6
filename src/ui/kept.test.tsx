import { expect, test } from 'vitest';
import { Kept, type PageFrame, renderPage } from './index.ts';

const frame: PageFrame = { provinceName: 'Tỉnh Nghệ An', demo: false, nav: [] };
const main = (children: preact.ComponentChildren) =>
  /<main[^>]*>(.*)<\/main>/s.exec(renderPage(frame, { title: 'Trang', children }).toString())![1];

test('a kept part is rendered once and stands where it belongs, between what is new in each page', () => {
  let rendered = 0;
  const part = (words: string) => {
    rendered++;
    return <b>{words}</b>;
  };
  const page = (n: number) =>
    main(
      <p>
        Trước {n} <Kept by="phần một" render={() => part('Đường Nghĩa')} /> giữa {n}{' '}
        <Kept by="phần hai" render={() => part('<Ưu tiên>')} /> sau {n}
      </p>,
    );
  expect(page(1)).toBe('<p>Trước 1 <b>Đường Nghĩa</b> giữa 1 <b>&lt;Ưu tiên></b> sau 1</p>');
  expect(page(2)).toBe('<p>Trước 2 <b>Đường Nghĩa</b> giữa 2 <b>&lt;Ưu tiên></b> sau 2</p>');
  expect(rendered).toBe(2);
});

test('a kept part may hold another', () => {
  const inner = <Kept by="trong" render={() => <i>trong</i>} />;
  const outer = () => <Kept by="ngoài" render={() => <b>ngoài {inner}</b>} />;
  expect(main(outer())).toBe('<b>ngoài <i>trong</i></b>');
  expect(main(outer())).toBe('<b>ngoài <i>trong</i></b>');
});

test('what a person types cannot stand in for a kept part', () => {
  expect(
    main(
      <p title="<!--kept-->">
        {'<!--kept-->'}
        <Kept by="phần ba" render={() => <b>thật</b>} />
      </p>,
    ),
  ).toBe('<p title="&lt;!--kept-->">&lt;!--kept--><b>thật</b></p>');
});

test('a page that fails half-way leaves nothing to the next', () => {
  const Broken = () => {
    throw new Error('hỏng');
  };
  expect(() =>
    main(
      <>
        <Kept by="phần bốn" render={() => <b>bốn</b>} />
        <Broken />
      </>,
    ),
  ).toThrow('hỏng');
  expect(main(<Kept by="phần năm" render={() => <b>năm</b>} />)).toBe('<b>năm</b>');
});

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { invalid, stale } from '../kernel/errors.ts';
import { isWriteKey } from '../kernel/ids.ts';
import {
  Checkbox,
  Checkboxes,
  ConfirmPage,
  DayField,
  ErrorSummary,
  FileField,
  FilterBar,
  type FormFault,
  FormPage,
  PasswordField,
  Radios,
  Select,
  TextArea,
  TextField,
} from './index.ts';

const choices = [
  { value: 'a', label: 'Thường' },
  { value: 'b', label: 'Khẩn', hint: 'Trong ngày' },
];
/** Every kind of field, under a name with a dot as schemas give them. */
const kinds: [string, VNode][] = [
  ['one line', <TextField name="x.y" label="Nhãn" hint="Gợi ý" />],
  ['several lines', <TextArea name="x.y" label="Nhãn" hint="Gợi ý" />],
  ['a list', <Select name="x.y" label="Nhãn" hint="Gợi ý" options={choices} />],
  ['one of a few', <Radios name="x.y" label="Nhãn" hint="Gợi ý" choices={choices} />],
  ['several of a few', <Checkboxes name="x.y" label="Nhãn" hint="Gợi ý" choices={choices} />],
  ['a day', <DayField name="x.y" label="Nhãn" hint="Gợi ý" />],
  ['a file', <FileField name="x.y" label="Nhãn" hint="Gợi ý" />],
  ['a password', <PasswordField name="x.y" label="Nhãn" hint="Gợi ý" autocomplete="current-password" />],
];
const fault = { message: 'Có chỗ sai', fields: [{ field: 'x.y', message: 'Hãy điền.' }] };

describe.each(kinds)('a field for %s', (_, field) => {
  test('is labelled, and described by its hint', () => {
    const html = renderToString(<FormPage action="/x">{field}</FormPage>);
    expect(html).toMatch(/for="o-x-y"|<fieldset[^>]*>\s*<legend[^>]*>Nhãn/);
    expect(html).toContain('aria-describedby="o-x-y-goi-y"');
    expect(html).toContain('id="o-x-y-goi-y"');
    expect(html).not.toContain('Lỗi');
  });

  test('shows its fault, is described by it too, and is where the summary leads', () => {
    const html = renderToString(
      <FormPage action="/x" fault={fault}>
        {field}
      </FormPage>,
    );
    expect(html).toContain('<a href="#o-x-y">Hãy điền.</a>');
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="o-x-y"/);
    expect(html).toContain('aria-describedby="o-x-y-goi-y o-x-y-loi"');
    expect(html).toMatch(/id="o-x-y-loi"[^>]*>.*Hãy điền\./);
  });

  test('keeps its ids apart from a second form on the page', () => {
    const html = renderToString(
      <>
        <FormPage action="/x">{field}</FormPage>
        <FormPage action="/z" prefix="hai-">
          {field}
        </FormPage>
      </>,
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a form that failed', () => {
  const sent = {
    values: { ten: 'Đã gõ', loai: 'b', noi: 'a', mk: 'bí mật' },
    lists: { loai: ['b'], noi: ['a', 'b'], dy: ['co'] },
    key: '11111111-1111-4111-8111-111111111111',
  };
  const html = renderToString(
    <FormPage action="/x" sent={sent} fault={{ message: 'Không lưu được.', fields: [] }} version={4}>
      <TextField name="ten" label="Tên" value="Tên cũ" />
      <TextField name="trong" label="Trống" value="Giá trị cũ" />
      <Select name="loai" label="Loại" value="a" options={choices} />
      <Checkboxes name="noi" label="Nơi" choices={choices} />
      <Checkbox name="dy" label="Đồng ý" />
      <PasswordField name="mk" label="Mật khẩu" autocomplete="new-password" />
    </FormPage>,
  );

  test('shows again all that was typed and chosen, also what was emptied', () => {
    expect(html).toContain('value="Đã gõ"');
    expect(html).not.toContain('Giá trị cũ');
    expect(html).toMatch(/<option value="b" selected/);
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(3);
  });

  test('never shows a password again', () => expect(html).not.toContain('bí mật'));

  test('is sent again under the same key and the version that was seen', () => {
    expect(html).toContain(`name="khoa" value="${sent.key}"`);
    expect(html).toContain('name="phien-ban" value="4"');
  });

  test('is compared with what it was opened on, until the page has told that somebody else changed it', () => {
    const versionAfter = (fault: FormFault, opened: string) =>
      /name="phien-ban" value="(\d+)"/.exec(
        renderToString(
          <FormPage action="/x" sent={{ ...sent, values: { 'phien-ban': opened } }} fault={fault} version={4} />,
        ),
      )?.[1];
    expect(versionAfter(invalid('x', 'Thiếu tên.', 'ten'), '3')).toBe('3');
    expect(versionAfter(stale(), '3')).toBe('4');
    expect(versionAfter(invalid('x', 'Thiếu tên.', 'ten'), 'ba')).toBe('4');
  });

  test('says what happened where no field is to blame', () => expect(html).toContain('Không lưu được.'));
});

test('a form shown for the first time carries a fresh key each time', () => {
  const keyOf = () => /name="khoa" value="([^"]+)"/.exec(renderToString(<FormPage action="/x" />))?.[1];
  expect(isWriteKey(keyOf())).toBe(true);
  expect(keyOf()).not.toBe(keyOf());
});

test('the sign-in form is not kept in the browser; others are', () => {
  expect(renderToString(<FormPage action="/x" keep={false} />)).not.toContain('data-keep');
  expect(renderToString(<FormPage action="/x" />)).toContain('data-keep');
});

test('a form with files is sent as one, and tells the limit before the choice', () => {
  const html = renderToString(
    <FormPage action="/x" files>
      <FileField name="tep" label="Tệp" maxBytes={20_000_000} />
    </FormPage>,
  );
  expect(html).toContain('enctype="multipart/form-data"');
  expect(html).toContain('Tối đa 20\u00a0MB.');
  expect(html).toContain('data-max-bytes="20000000"');
});

test('a filter has an address: it is sent by GET, keeps the tab, and each condition can be dropped', () => {
  const html = renderToString(
    <FilterBar
      action="/nhiem-vu"
      values={{ tu: 'sạt lở' }}
      keep={{ tab: 'qua-han' }}
      active={[{ label: 'sạt lở', href: '?' }]}
    >
      <TextField name="tu" label="Từ" />
    </FilterBar>,
  );
  expect(html).not.toContain('method=');
  expect(html).toContain('name="tab" value="qua-han"');
  expect(html).toContain('value="sạt lở"');
  expect(html).toMatch(/<a href="\?">.*Bỏ điều kiện/);
});

test('a confirmation says what will happen and offers the way back', () => {
  const html = renderToString(
    <ConfirmPage
      title="Trả lại?"
      consequence={<p>Việc trở về Văn phòng.</p>}
      action="/x"
      submit="Trả lại"
      cancelHref="/y"
    />,
  );
  expect(html).toContain('Việc trở về Văn phòng.');
  expect(html).toContain('href="/y"');
});

test('the summary can be reached by the keyboard and is read out', () => {
  expect(renderToString(<ErrorSummary fault={fault} />)).toMatch(/tabindex="-1".*role="alert"/);
});

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import * as ui from './index.ts';

/** What a person might type anywhere: it must come out as text, in elements and in attributes. */
const EVIL = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
const option = { value: EVIL, label: EVIL, hint: EVIL };
const fault = { message: EVIL, fields: [{ field: 'x', message: EVIL }] };
const link = { href: EVIL, label: EVIL, count: 1 };
const sent = { values: { x: EVIL }, lists: { x: [EVIL] }, key: EVIL };

const everything: [string, VNode][] = [
  ['Breadcrumbs', <ui.Breadcrumbs links={[link]} />],
  ['Button', <ui.Button name={EVIL} value={EVIL} label={EVIL} formAction={EVIL} children={EVIL} />],
  ['ButtonLink', <ui.ButtonLink href={EVIL} label={EVIL} children={EVIL} />],
  ['CellGrid', <ui.CellGrid zones={[{ name: EVIL, cells: [{ name: EVIL, href: EVIL, level: 2, note: EVIL }] }]} />],
  ['Checkbox', <ui.Checkbox name={EVIL} label={EVIL} value={EVIL} hint={EVIL} />],
  ['Checkboxes', <ui.Checkboxes name={EVIL} label={EVIL} choices={[option]} />],
  [
    'ConfirmPage',
    <ui.ConfirmPage title={EVIL} caption={EVIL} consequence={EVIL} action={EVIL} submit={EVIL} cancelHref={EVIL} />,
  ],
  ['CopyBox', <ui.CopyBox id={EVIL} label={EVIL} text={EVIL} />],
  ['CopyBox of lines', <ui.CopyBox id="a" label={EVIL} text={`${EVIL}\n</textarea>${EVIL}`} />],
  [
    'DataTable',
    <ui.DataTable caption={EVIL} columns={[{ title: EVIL, cell: () => EVIL, sort: { href: EVIL } }]} rows={[1]} />,
  ],
  ['DayField', <ui.DayField name={EVIL} label={EVIL} value={EVIL} />],
  ['Details', <ui.Details summary={EVIL} children={EVIL} />],
  ['EmptyState', <ui.EmptyState title={EVIL} children={EVIL} />],
  ['ErrorSummary', <ui.ErrorSummary fault={fault} prefix={EVIL} />],
  ['Facts', <ui.Facts facts={[{ label: EVIL, value: EVIL, note: EVIL, href: EVIL }]} />],
  ['FileField', <ui.FileField name={EVIL} label={EVIL} hint={EVIL} accept={EVIL} />],
  [
    'FilterBar',
    <ui.FilterBar
      action={EVIL}
      values={{ x: EVIL }}
      keep={{ y: EVIL }}
      active={[link]}
      children={<ui.TextField name="x" label={EVIL} />}
    />,
  ],
  [
    'FormPage',
    <ui.FormPage
      action={EVIL}
      sent={sent}
      fault={fault}
      submit={EVIL}
      cancelHref={EVIL}
      children={<ui.TextArea name="x" label={EVIL} />}
    />,
  ],
  ['Heading', <ui.Heading title={EVIL} caption={EVIL} lead={EVIL} actions={EVIL} />],
  ['KeyFact', <ui.KeyFact label={EVIL} value={EVIL} tail={EVIL} />],
  ['Notice', <ui.Notice tone="info" title={EVIL} text={EVIL} />],
  ['PostButton', <ui.PostButton action={EVIL} label={EVIL} fields={{ [EVIL]: EVIL }} children={EVIL} />],
  ['Radios', <ui.Radios name={EVIL} label={EVIL} choices={[option]} />],
  ['Section', <ui.Section title={EVIL} id={EVIL} children={EVIL} />],
  [
    'Select',
    <ui.Select name={EVIL} label={EVIL} empty={EVIL} options={[option, { label: EVIL, options: [option] }]} />,
  ],
  ['Sparkline', <ui.Sparkline values={[1, 2]} label={EVIL} />],
  ['StatusTabs', <ui.StatusTabs label={EVIL} tabs={[link]} />],
  [
    'SummaryList',
    <ui.SummaryList rows={[{ key: EVIL, value: EVIL, action: { href: EVIL, label: EVIL, about: EVIL } }]} />,
  ],
  ['Tag', <ui.Tag tone="late" children={EVIL} />],
  ['TextField', <ui.TextField name={EVIL} label={EVIL} value={EVIL} hint={EVIL} suffix={EVIL} />],
  ['Timeline', <ui.Timeline label={EVIL} items={[{ title: EVIL, when: EVIL, by: EVIL, children: EVIL }]} />],
];

/** Takes away what stands safely inside quoted attributes; an element that broke out remains. */
const outsideAttributes = (html: string): string => html.replace(/="[^"]*"/g, '=""');

function expectHarmless(html: string): void {
  expect(html).toContain('script');
  const bare = outsideAttributes(html);
  expect(bare).not.toMatch(/<script(?! type="" src="">)/);
  expect(bare).not.toMatch(/<img|<\/script/);
  expect(bare).not.toMatch(/<[^>]*\sonerror=/);
}

describe('typed markup stays text', () => {
  test.each(everything)('in %s', (_, node) => expectHarmless(renderToString(node)));

  test('in the frame, the title and the flash message', () => {
    expectHarmless(
      ui
        .renderPage(
          {
            provinceName: EVIL,
            demo: true,
            person: { name: EVIL, organName: EVIL, positionName: EVIL, positionCount: 2, accountKey: EVIL },
            nav: [{ ...link, current: true }],
            flash: { tone: 'success', text: EVIL },
          },
          { title: EVIL, children: EVIL },
        )
        .toString(),
    );
  });
});

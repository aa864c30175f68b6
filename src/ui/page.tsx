import { type ComponentChildren, Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetLinks } from './assets.ts';
import { assemble, keptHtml } from './kept.tsx';
import { Masthead } from './masthead.tsx';
import type { PageFrame } from './model.ts';
import { Notice } from './notice.tsx';

export interface PageContent {
  /** What the window's title says before the name of the product. */
  title: string;
  children: ComponentChildren;
  /** Uses the whole width of the window: desks with two columns, wide tables. */
  wide?: boolean;
  /** Client entries this page needs beside the common one, named by their source file. */
  scripts?: readonly string[];
}

/** A whole HTML document in UTF-8. What stands around the page is rendered once for each frame and kept. */
export const renderPage = (frame: PageFrame, content: PageContent): Buffer<ArrayBuffer> =>
  assemble(() => pageText(frame, content));

function pageText(frame: PageFrame, { title, children, wide, scripts }: PageContent): string {
  const flash = frame.flash ? renderToString(<Notice tone={frame.flash.tone} text={frame.flash.text} announce />) : '';
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeText(title)} – Thông Suốt</title>` +
    HEAD +
    assetLinks(scripts) +
    surround(frame) +
    `<main id="noi-dung" class="ts-main ts-wrap${wide ? ' ts-wrap--wide' : ''}">` +
    flash +
    renderToString(h(Fragment, null, children)) +
    `</main>${FOOT}`
  );
}

const HEAD =
  '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="theme-color" content="#8a1a1c">' +
  '<meta name="format-detection" content="telephone=no">' +
  '<link rel="icon" href="data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#8a1a1c"/>' +
      '<path d="M6 20h7l6-9h7M6 25h9l7-9h4" fill="none" stroke="#d8a94e" stroke-width="3"/></svg>',
  ) +
  '">';

const FOOT = renderToString(
  <footer class="ts-foot">
    <div class="ts-wrap">
      <p>
        <b>Thông Suốt</b> – nền tảng điều hành mở cho chính quyền địa phương hai cấp
      </p>
      <p>
        <a href="/tro-giup">Trợ giúp</a>
      </p>
    </div>
  </footer>,
).concat('</body></html>');

/** From the end of the head to the masthead and navigation; the same frame is rendered once. */
function surround(frame: PageFrame): string {
  const { person } = frame;
  const account = person ? ` data-account="${escapeText(person.accountKey)}"` : '';
  const key = JSON.stringify([frame.provinceName, frame.demo, person, frame.nav]);
  return `</head><body${account}>${keptHtml(key, () => <Top frame={frame} />)}`;
}

function Top({ frame }: { frame: PageFrame }): VNode {
  return (
    <>
      <a href="#noi-dung" class="govuk-skip-link">
        Đến nội dung chính
      </a>
      <Masthead frame={frame} />
    </>
  );
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

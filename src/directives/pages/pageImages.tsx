import type { VNode } from 'preact';
import { type Draft, ordinalLabel } from '../model.ts';
import { linesOn, type PageWords, type PlacedLine } from '../pageWords.ts';
import { itemAnchor } from './deskView.ts';
import { pageImageHref } from './pageImage.ts';

/** The pages as they look, each task marked where it stands, with its number; each mark leads to its task. */
export function PageImages(props: {
  directiveId: number;
  pages: readonly PageWords[];
  drafts: readonly Draft[];
}): VNode {
  const shown = props.drafts.filter((d) => d.state !== 'rejected' && d.evidence !== null);
  const anchored = new Set<number>();
  return (
    <div class="desk-pages" data-paper>
      {props.pages.map((page) => (
        <figure>
          {!page.readable && <figcaption>Máy không đọc được trang {page.page}: hãy xem bằng mắt.</figcaption>}
          <div class="desk-page" style={{ aspectRatio: `${round(page.width)} / ${round(page.height)}` }}>
            <img
              src={pageImageHref(props.directiveId, page.page)}
              alt={`Trang ${page.page} trên ${props.pages.length}. Nội dung đọc được ở cách xem Chữ.`}
              loading={page.page > 2 ? 'lazy' : undefined}
            />
            {marksOn(page, shown).map((mark) => (
              <MarkView mark={mark} anchored={anchored} />
            ))}
          </div>
        </figure>
      ))}
    </div>
  );
}

const round = (length: number): number => Math.round(length * 10) / 10;

interface Mark {
  draft: Draft;
  lines: PlacedLine[];
  /** How many others begin in the same row of the page: their numbers stand side by side. */
  besides: number;
}

function marksOn(page: PageWords, drafts: readonly Draft[]): Mark[] {
  const marks: Mark[] = [];
  for (const draft of drafts) {
    const lines = linesOn(page, draft.evidence!);
    const first = lines[0];
    if (!first) continue;
    const besides = marks.filter(({ lines: [other] }) => Math.abs(other!.top - first.top) < first.height).length;
    marks.push({ draft, lines, besides });
  }
  return marks;
}

/** Numbers stand in the page's margin, in per cent of its width, not on its text. */
const MARGIN = 1.5;
const NUMBER_WIDTH = 4;

/** One link a task and page, whose boxes lie over its lines. */
function MarkView({ mark, anchored }: { mark: Mark; anchored: Set<number> }): VNode {
  const { draft: d, lines } = mark;
  const number = ordinalLabel(d.ordinal);
  const first = !anchored.has(d.id);
  anchored.add(d.id);
  const around = boxAround(lines);
  return (
    <a
      class={`desk-boxes desk-mark--${d.state}`}
      href={`#${itemAnchor(d.id)}`}
      aria-label={`Nhiệm vụ ${number}`}
      data-task={d.id}
      id={first ? `doan-${d.id}` : undefined}
      style={placed(around, WHOLE)}
    >
      {lines.map((line) => (
        <span class="desk-box" style={placed(line, around)} />
      ))}
      <span
        class="desk-no"
        style={placed({ ...lines[0]!, left: MARGIN + mark.besides * NUMBER_WIDTH, width: 0 }, around)}
      >
        {number}
      </span>
    </a>
  );
}

const WHOLE: PlacedLine = { left: 0, top: 0, width: 100, height: 100 };

/** The smallest box that holds all lines: where the link stands, so that leading to it shows them. */
function boxAround(lines: readonly PlacedLine[]): PlacedLine {
  const left = Math.min(...lines.map((l) => l.left));
  const top = Math.min(...lines.map((l) => l.top));
  return {
    left,
    top,
    width: Math.max(...lines.map((l) => l.left + l.width)) - left,
    height: Math.max(...lines.map((l) => l.top + l.height)) - top,
  };
}

/** Places a box within another, both given in per cent of the page. */
const placed = (box: PlacedLine, within: PlacedLine) => ({
  left: percent(box.left - within.left, within.width),
  top: percent(box.top - within.top, within.height),
  width: percent(box.width, within.width),
  height: percent(box.height, within.height),
});

const percent = (part: number, whole: number): string => `${Math.round((part / (whole || 1)) * 10_000) / 100}%`;

import type { VNode } from 'preact';
import type { Level } from '../../ui/index.ts';
import type { UnitBoundary } from '../../units/index.ts';

export interface MapUnit {
  boundary: UnitBoundary;
  name: string;
  href: string;
  level: Level;
  note: string;
}

const LEVELS = ['thông suốt', 'cần để ý', 'vướng', 'cần hỗ trợ ngay'] as const;
/** Levels are said by shape, too: dots, hatching, marks. A unit narrower than this share of the map has room for its pattern alone. */
const ROOM = 0.035;

/** The province drawn from its communes' outlines; each is a link that names its commune and says why it looks as it does. */
export function ProvinceMap({ units }: { units: readonly MapUnit[] }): VNode {
  const left = Math.min(...units.map((u) => u.boundary.left));
  const top = Math.min(...units.map((u) => u.boundary.top));
  const width = Math.max(...units.map((u) => u.boundary.right)) - left;
  const height = Math.max(...units.map((u) => u.boundary.bottom)) - top;
  const size = Math.max(width, height);
  const step = size / 90;
  return (
    <figure class="ts-map">
      <svg viewBox={`${left - step} ${top - step} ${width + 2 * step} ${height + 2 * step}`}>
        <title>Bản đồ các xã, phường; mọi số liệu có trong bảng bên dưới</title>
        <Patterns step={step} />
        <g stroke-width={size / 900}>
          {units.map((u) => (
            <a href={u.href} aria-label={`${u.name}: ${LEVELS[u.level]}`}>
              <path class={`ts-map-${u.level}`} d={u.boundary.path}>
                <title>{`${u.name}: ${LEVELS[u.level]}. ${u.note}`}</title>
              </path>
            </a>
          ))}
        </g>
        <g>{units.filter((u) => u.level >= 2 && hasRoom(u.boundary, size)).map((u) => mark(u, size / 45))}</g>
      </svg>
      <Legend units={units} />
    </figure>
  );
}

const hasRoom = (b: UnitBoundary, size: number): boolean => Math.min(b.right - b.left, b.bottom - b.top) > size * ROOM;

/** The mark as a stroke, a dash or an exclamation mark: a letter would be read out again. */
function mark({ boundary: b, level }: MapUnit, height: number): VNode {
  const [x, y] = [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
  const d =
    level === 3
      ? `M${x} ${y - height / 2}v${height * 0.55}m0 ${height * 0.35}v${height * 0.1}`
      : `M${x - height / 3} ${y}h${(height * 2) / 3}`;
  return <path class={`ts-map-mark-${level}`} stroke-width={height / 5} d={d} />;
}

const Patterns = ({ step }: { step: number }): VNode => (
  <defs>
    <pattern id="ts-dots" width={step} height={step} patternUnits="userSpaceOnUse">
      <rect class="ts-map-ground-1" width={step} height={step} />
      <circle class="ts-map-ink-1" cx={step / 2} cy={step / 2} r={step / 6} />
    </pattern>
    <pattern id="ts-hatch" width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ts-map-ground-2" width={step} height={step} />
      <rect class="ts-map-ink-2" width={step / 4} height={step} />
    </pattern>
  </defs>
);

function Legend({ units }: { units: readonly MapUnit[] }): VNode {
  return (
    <figcaption>
      <ul class="ts-map-legend" aria-label="Chú giải">
        {LEVELS.map((words, level) => (
          <li>
            <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
              <LegendSwatch level={level as Level} />
            </svg>{' '}
            {words}: {units.filter((u) => u.level === level).length}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}

/** The patterns of the map are in its own scale; the legend draws the same shapes in its own. */
function LegendSwatch({ level }: { level: Level }): VNode {
  return (
    <>
      <rect class={level === 0 || level === 3 ? `ts-map-${level}` : `ts-map-ground-${level}`} width="22" height="16" />
      {level === 1 && [4, 11, 18].map((x) => [4, 12].map((y) => <circle class="ts-map-ink-1" cx={x} cy={y} r="1.4" />))}
      {level === 2 && <path class="ts-map-line-2" d="M0 8l8-8M2 16L18 0M12 16L22 6" />}
      {level === 3 && <path class="ts-map-mark-3" stroke-width="2.4" d="M11 3v6m0 3v1" />}
    </>
  );
}

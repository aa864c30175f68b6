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
/** Said by shape, too: dots, hatching, and a mark on what needs help. */
const MARKS = ['', '', '–', '!'] as const;
/** A unit narrower than this share of the map has no room for its mark; its pattern says the same. */
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
    <figure class="ts-map" aria-label="Bản đồ các xã, phường; mọi số liệu có trong bảng bên dưới">
      <svg viewBox={`${left - step} ${top - step} ${width + 2 * step} ${height + 2 * step}`}>
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
        <g class="ts-map-marks" font-size={size / 32}>
          {units.filter((u) => MARKS[u.level] && hasRoom(u.boundary, size)).map(mark)}
        </g>
      </svg>
      <Legend units={units} />
    </figure>
  );
}

const hasRoom = (b: UnitBoundary, size: number): boolean => Math.min(b.right - b.left, b.bottom - b.top) > size * ROOM;

const mark = ({ boundary: b, level }: MapUnit): VNode => (
  <text
    aria-hidden="true"
    class={`ts-map-mark-${level}`}
    x={(b.left + b.right) / 2}
    y={(b.top + b.bottom) / 2}
    dy="0.35em"
  >
    {MARKS[level]}
  </text>
);

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
      {level === 3 && (
        <text class="ts-map-mark-3" x="11" y="8" dy="0.35em" font-size="12">
          !
        </text>
      )}
    </>
  );
}

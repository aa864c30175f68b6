import type { ComponentChildren, VNode } from 'preact';
import { DataTable } from './dataTable.tsx';
import { Details } from './details.tsx';
import { formatNumber } from './numbers.ts';

/** 0 runs smoothly, 1 to be looked at, 2 held up, 3 needs help now. */
export type Level = 0 | 1 | 2 | 3;

export interface Cell {
  /** `Xã Lượng Minh`. */
  name: string;
  href: string;
  level: Level;
  /** Why the level is what it is: `2 nhiệm vụ quá hạn`. */
  note?: string;
}
export interface CellZone {
  name: string;
  cells: readonly Cell[];
}

const LEVELS = ['thông suốt', 'cần để ý', 'vướng', 'cần hỗ trợ ngay'] as const;

/**
 * All communes at a glance, a cell each, by zone. Each cell is a link that names its commune and state; colour is
 * doubled by a mark. The same stands below as a table, the worst first.
 */
export function CellGrid(props: {
  zones: readonly CellZone[];
  /** Words for the four levels, where they differ from the usual. */
  levels?: readonly [string, string, string, string];
}): VNode {
  const levels = props.levels ?? LEVELS;
  return (
    <div class="ts-cells">
      {props.zones.map((zone) => (
        <section>
          <h3>
            {zone.name} <span>{formatNumber(zone.cells.length)} xã, phường</span>
          </h3>
          <ul>
            {zone.cells.map((cell) => (
              <li>
                <a
                  class={`ts-cell ts-cell--${cell.level}`}
                  href={cell.href}
                  title={`${cell.name}: ${levels[cell.level]}`}
                >
                  {`${cell.name}: ${levels[cell.level]}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ul class="ts-legend" aria-label="Chú giải">
        {levels.map((words, level) => (
          <li>
            <span class={`ts-cell ts-cell--${level}`} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
      <Details summary="Xem thành bảng">
        <CellTable zones={props.zones} levels={levels} />
      </Details>
    </div>
  );
}

function CellTable({ zones, levels }: { zones: readonly CellZone[]; levels: readonly string[] }): VNode {
  const rows = zones.flatMap((zone) => zone.cells.map((cell) => ({ ...cell, zone: zone.name })));
  rows.sort((a, b) => b.level - a.level);
  return (
    <DataTable
      caption="Tình hình các xã, phường"
      rows={rows}
      columns={[
        { title: 'Xã, phường', cell: (row): ComponentChildren => <a href={row.href}>{row.name}</a> },
        { title: 'Vùng', cell: (row) => row.zone },
        { title: 'Tình hình', cell: (row) => (row.note ? `${levels[row.level]}: ${row.note}` : levels[row.level]) },
      ]}
    />
  );
}

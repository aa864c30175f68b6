import type { VNode } from 'preact';
import { formatNumber } from './numbers.ts';

export interface StatusTab {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** The same list seen by state: links, each with how many there are. */
export function StatusTabs({ label, tabs }: { label: string; tabs: readonly StatusTab[] }): VNode {
  return (
    <nav class="ts-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="ts-tab-count"> {formatNumber(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

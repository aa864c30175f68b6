import { parseId } from '../kernel/ids.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { DirectiveState } from './model.ts';

export interface DirectiveFilter {
  /** null: all but what is never issued. */
  state: DirectiveState | null;
  issuerId: number | null;
  year: number | null;
  /** As typed; each word is looked for by its folded key. */
  text: string;
  page: number;
}

export const PAGE_SIZE = 25;
const LAST_PAGE = 4000;

/** State as it stands in an address. */
export const STATE_SLUGS: Record<string, DirectiveState> = {
  'dang-doc': 'reading',
  'ban-hanh': 'issued',
  'thu-hoi': 'recalled',
  'thay-the': 'replaced',
  'khong-ban-hanh': 'discarded',
};
export const slugOf = (state: DirectiveState): string =>
  Object.keys(STATE_SLUGS).find((slug) => STATE_SLUGS[slug] === state)!;

/** Reads the filter from a URL; what makes no sense is left out, because a bookmark must never break. */
export function parseFilter(query: Record<string, string | undefined>): DirectiveFilter {
  const page = Number(query.trang ?? '1');
  const year = Number(query.nam);
  return {
    state: STATE_SLUGS[query['trang-thai'] ?? ''] ?? null,
    issuerId: parseId(query['co-quan']) ?? null,
    year: Number.isInteger(year) && year >= 1945 && year <= 2200 ? year : null,
    text: cleanLine(query.q ?? '').slice(0, 200),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a list; what stands at its default is left out. */
export function listHref(filter: DirectiveFilter, change: Partial<DirectiveFilter> = {}): string {
  const f = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  if (f.state) query.set('trang-thai', slugOf(f.state));
  if (f.issuerId) query.set('co-quan', String(f.issuerId));
  if (f.year) query.set('nam', String(f.year));
  if (f.text) query.set('q', f.text);
  if (f.page > 1) query.set('trang', String(f.page));
  return query.size > 0 ? `/van-ban?${query}` : '/van-ban';
}

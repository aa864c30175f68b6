import { parseId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine, fold } from '../kernel/vietnamese.ts';
import { type StatusKey, statusByKey } from './model.ts';

/** Whose tasks: what my organ must do, what my office has assigned, or all that I may see. */
export type Scope = 'toi' | 'giao' | 'tat-ca';
export type Sort = 'han' | 'han-xa' | 'moi' | 'muc';
export const SORTS: Record<Sort, string> = {
  han: 'Hạn gần trước',
  'han-xa': 'Hạn xa trước',
  moi: 'Mới giao trước',
  muc: 'Theo mục văn bản',
};

export interface TaskFilter {
  scope: Scope;
  /** A status, 'chua-xong' for all that is open, or null for all. */
  status: StatusKey | 'chua-xong' | null;
  organId: number | null;
  unitId: number | null;
  directiveId: number | null;
  /** As typed; compared by its folded key. */
  text: string;
  sort: Sort;
  page: number;
}

export const PAGE_SIZE = 25;
/** Deep pages are for exports; a list beyond this is narrowed by a filter. */
const LAST_PAGE = 4000;

/** Reads the filter from a URL; anything that makes no sense falls back, because a bookmark must never break. */
export function parseFilter(query: Record<string, string | undefined>, principal: Principal): TaskFilter {
  const scope = query['pham-vi'];
  const status = query['trang-thai'];
  const sort = query.sap;
  const page = Number(query.trang ?? '1');
  return {
    scope: scope === 'toi' || scope === 'giao' || scope === 'tat-ca' ? scope : defaultScope(principal),
    status: status === 'chua-xong' || (status && statusByKey.has(status)) ? (status as TaskFilter['status']) : null,
    organId: parseId(query['co-quan']) ?? null,
    unitId: parseId(query['don-vi']) ?? null,
    directiveId: parseId(query['van-ban']) ?? null,
    text: cleanLine(query.q ?? '').slice(0, 200),
    sort: sort && sort in SORTS ? (sort as Sort) : query['van-ban'] ? 'muc' : 'han',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The office of an issuing provincial body starts with what it has assigned; everybody else with their own work. */
export const defaultScope = (p: Principal): Scope =>
  p.level === 'province' && p.servesId !== null && p.servesId !== p.organId ? 'giao' : 'toi';

/** The URL of a list; what stands at its default is left out, so that equal lists have equal addresses. */
export function listHref(filter: TaskFilter, change: Partial<TaskFilter> = {}, path = '/nhiem-vu'): string {
  const f = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  query.set('pham-vi', f.scope);
  if (f.status) query.set('trang-thai', f.status);
  if (f.organId) query.set('co-quan', String(f.organId));
  if (f.unitId) query.set('don-vi', String(f.unitId));
  if (f.directiveId) query.set('van-ban', String(f.directiveId));
  if (f.text) query.set('q', f.text);
  if (f.sort !== (f.directiveId ? 'muc' : 'han')) query.set('sap', f.sort);
  if (f.page > 1) query.set('trang', String(f.page));
  return `${path}?${query}`;
}

/** Two filters that count the same tasks have the same key; status, order and page do not change the counts. */
export const tallyKey = (f: TaskFilter): string =>
  [f.scope, f.organId ?? '', f.unitId ?? '', f.directiveId ?? '', fold(f.text)].join('|');

import { parseId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { type FieldKey, isField } from './fields.ts';
import { type StatusKey, statusByKey } from './model.ts';
import { steerPetitions } from './policy.ts';

/** Whose petitions: mine asked, mine to answer, watched, steered by my office, or all that I may see. */
export type Scope = 'hoi' | 'tra-loi' | 'theo-doi' | 'dieu-phoi' | 'tat-ca';
export const SCOPES: Record<Scope, string> = {
  'dieu-phoi': 'Văn phòng điều phối',
  hoi: 'Chúng tôi kiến nghị',
  'tra-loi': 'Chúng tôi trả lời',
  'theo-doi': 'Chúng tôi theo dõi',
  'tat-ca': 'Tất cả',
};
export type Sort = 'moi' | 'cu' | 'han' | 'linh-vuc';
export const SORTS: Record<Sort, string> = {
  moi: 'Mới nhất trước',
  cu: 'Cũ nhất trước',
  han: 'Hạn gần trước',
  'linh-vuc': 'Theo lĩnh vực',
};

export interface PetitionFilter {
  scope: Scope;
  /** A status, 'cho-tra-loi' for all that is open, 'qua-han' for what is open and late, or null for all. */
  status: StatusKey | 'cho-tra-loi' | 'qua-han' | null;
  field: FieldKey | null;
  /** The organ that answers. */
  organId: number | null;
  /** The unit that asked first. */
  unitId: number | null;
  /** Of one dialogue. */
  dialogueId: number | null;
  highland: boolean;
  urgent: boolean;
  text: string;
  sort: Sort;
  page: number;
}

export const PAGE_SIZE = 25;
const LAST_PAGE = 4000;

/** Reads the filter from a URL; anything that makes no sense falls back, because a bookmark must never break. */
export function parseFilter(query: Record<string, string | undefined>, principal: Principal): PetitionFilter {
  const scope = query['pham-vi'] ?? '';
  const status = query['trang-thai'] ?? '';
  const sort = query.sap ?? '';
  const field = query['linh-vuc'];
  const page = Number(query.trang ?? '1');
  return {
    scope: Object.hasOwn(SCOPES, scope) ? (scope as Scope) : defaultScope(principal),
    status:
      status === 'cho-tra-loi' || status === 'qua-han' || statusByKey.has(status)
        ? (status as PetitionFilter['status'])
        : null,
    field: isField(field) ? field : null,
    organId: parseId(query['co-quan']) ?? null,
    unitId: parseId(query['don-vi']) ?? null,
    dialogueId: parseId(query['doi-thoai']) ?? null,
    highland: query['mien-nui'] === '1',
    urgent: query.gap === '1',
    text: cleanLine(query.q ?? '').slice(0, 200),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'moi',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** An office starts with what it steers, a commune with what it asked, everybody else with what they must answer. */
export const defaultScope = (p: Principal): Scope =>
  steerPetitions.allows(p) ? 'dieu-phoi' : p.level === 'commune' ? 'hoi' : 'tra-loi';

export const scopesOf = (p: Principal): Scope[] =>
  steerPetitions.allows(p)
    ? ['dieu-phoi', 'tra-loi', 'hoi', 'theo-doi', 'tat-ca']
    : p.level === 'commune'
      ? ['hoi', 'tra-loi', 'tat-ca']
      : ['tra-loi', 'hoi', 'theo-doi', 'tat-ca'];

/** The URL of a list; what stands at its default is left out, so that equal lists have equal addresses. */
export function listHref(filter: PetitionFilter, change: Partial<PetitionFilter> = {}, path = '/kien-nghi'): string {
  const f = { ...filter, page: 1, ...change };
  const query = new URLSearchParams({ 'pham-vi': f.scope });
  if (f.status) query.set('trang-thai', f.status);
  if (f.field) query.set('linh-vuc', f.field);
  if (f.organId) query.set('co-quan', String(f.organId));
  if (f.unitId) query.set('don-vi', String(f.unitId));
  if (f.dialogueId) query.set('doi-thoai', String(f.dialogueId));
  if (f.highland) query.set('mien-nui', '1');
  if (f.urgent) query.set('gap', '1');
  if (f.text) query.set('q', f.text);
  if (f.sort !== 'moi') query.set('sap', f.sort);
  if (f.page > 1) query.set('trang', String(f.page));
  return `${path}?${query}`;
}

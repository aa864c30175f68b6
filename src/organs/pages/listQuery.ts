import { type Day, parseDay } from '../../kernel/day.ts';
import { parseId, type UnitId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';

export const PAGE_SIZE = 50;
const MOST_LETTERS = 80;

/** The address of the list, read. What cannot be understood is left out, a wrong day is told. */
export interface OrganListQuery {
  words: string;
  unitId: UnitId | null;
  day: Day;
  /** A day other than today was asked for. */
  asOf: boolean;
  /** Searched among organs of all times. */
  anyTime: boolean;
  wrongDay: string | null;
  page: number;
  /** As the form shows it. */
  values: Record<'tu-khoa' | 'don-vi' | 'ngay' | 'moi-luc', string>;
}

export function readOrganListQuery(query: Readonly<Record<string, string>>, today: Day): OrganListQuery {
  const text = (name: string) => cleanLine(query[name] ?? '').slice(0, MOST_LETTERS);
  const day = parseDay(text('ngay'));
  const words = text('tu-khoa');
  const unitId = parseId<'unit'>(text('don-vi')) ?? null;
  const anyTime = words !== '' && text('moi-luc') === 'co';
  return {
    words,
    unitId,
    day: day ?? today,
    asOf: day !== undefined && day !== today,
    anyTime,
    wrongDay: text('ngay') && !day ? text('ngay') : null,
    page: /^[1-9]\d{0,3}$/.test(text('trang')) ? Number(text('trang')) : 1,
    values: {
      'tu-khoa': words,
      'don-vi': unitId === null ? '' : String(unitId),
      ngay: text('ngay'),
      'moi-luc': anyTime ? 'co' : '',
    },
  };
}

/** The address of the list with some values changed. */
export function listHref(query: OrganListQuery, change: Readonly<Record<string, string>>): string {
  const values = Object.entries({ ...query.values, ...change }).filter(([, value]) => value !== '');
  const params = new URLSearchParams(values).toString();
  return params ? `/to-chuc?${params}` : '/to-chuc';
}

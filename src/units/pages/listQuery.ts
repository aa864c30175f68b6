import { type Day, parseDay } from '../../kernel/day.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { TYPES_OF_LEVEL, UNIT_LEVELS, type UnitLevel, type UnitType } from '../model.ts';
import type { UnitFilter } from '../store.ts';

export const PAGE_SIZE = 50;

/** The list page's address, read. What cannot be understood is left out, a wrong day is told. */
export interface ListQuery {
  filter: UnitFilter;
  page: number;
  /** The day was asked for, rather than being today. */
  asOf: boolean;
  /** What was typed for the day where it is none. */
  wrongDay: string | null;
  /** As the form shows it. */
  values: Record<'tu-khoa' | 'tinh' | 'cap' | 'loai' | 'mien-nui' | 'ngay', string>;
}

const LEVEL_WORDS: Record<string, UnitLevel> = { tinh: 'province', huyen: 'district', xa: 'commune' };
const ALL_PROVINCES = 'tat-ca';
const MOST_WORDS = 80;

export function readListQuery(query: Readonly<Record<string, string>>, home: string, today: Day): ListQuery {
  const text = (name: string) => cleanLine(query[name] ?? '').slice(0, MOST_WORDS);
  const words = text('tu-khoa');
  const day = parseDay(text('ngay'));
  const level = LEVEL_WORDS[text('cap')] ?? 'commune';
  const types: readonly string[] = TYPES_OF_LEVEL[level];
  const type = types.includes(text('loai')) ? (text('loai') as UnitType) : null;
  const province = text('tinh');
  const provinceCode = province === ALL_PROVINCES ? null : /^\d{2}$/.test(province) ? province : home;
  const page = /^[1-9]\d{0,3}$/.test(text('trang')) ? Number(text('trang')) : 1;
  return {
    filter: {
      provinceCode: level === 'province' ? null : provinceCode,
      day: day ?? today,
      // A name is looked for in all times, unless a day is asked for.
      atAnyTime: words !== '' && !day,
      level,
      type,
      mountainous: text('mien-nui') === 'co',
      words,
    },
    page,
    asOf: day !== undefined && day !== today,
    wrongDay: text('ngay') && !day ? text('ngay') : null,
    values: {
      'tu-khoa': words,
      tinh: provinceCode ?? ALL_PROVINCES,
      cap: Object.keys(LEVEL_WORDS)[UNIT_LEVELS.indexOf(level)]!,
      loai: type ?? '',
      'mien-nui': text('mien-nui') === 'co' ? 'co' : '',
      ngay: text('ngay'),
    },
  };
}

/** The address of the list with some values changed; the page goes back to the first unless it is given. */
export function listHref(query: ListQuery, change: Readonly<Record<string, string>>): string {
  const values = Object.entries({ ...query.values, ...change }).filter(([, value]) => value !== '');
  const params = new URLSearchParams(values).toString();
  return params ? `/don-vi?${params}` : '/don-vi';
}

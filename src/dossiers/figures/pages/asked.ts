import type { Day } from '../../../kernel/day.ts';
import { addDays, dayOf, parseDay } from '../../../kernel/day.ts';
import { invalid } from '../../../kernel/errors.ts';
import { parseId } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import type { AppContext } from '../../../platform/http/index.ts';
import { KPI_VERSIONS, type KpiVersion, versionFor } from '../kpi.ts';
import { monthKey, type Period, periodOf, quarterKey, untilNow, yearKey } from '../period.ts';
import { seesProvince } from '../policy.ts';

/** What an address of the figures asks for. */
export interface Asked {
  period: Period;
  /** Null: today. */
  asOf: Day | null;
  /** Null: all communes of the province together. */
  unitId: number | null;
  /** Units are told with those that were merged into them. */
  merged: boolean;
  version: KpiVersion;
  versions: readonly KpiVersion[];
}

/**
 * Reads an address; what makes no sense falls back to the running month.
 * @param units those whose figures the reader may ask for, the own one first
 * @throws Fault invalid for a day that is none
 */
export function askedOf(c: AppContext, p: Principal, units: readonly number[]): Asked {
  const today = dayOf(c.get('services').clock());
  const typed = (c.req.query('den-ngay') ?? '').trim();
  const day = typed === '' ? undefined : parseDay(typed);
  if (typed !== '' && !day)
    throw invalid('figure.day', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', 'den-ngay');
  const asOf = day && day < today ? day : null;
  const until = asOf ?? today;
  const told = periodOf(c.req.query('ky') ?? '', until) ?? periodOf(monthKey(until), until)!;
  const period = asOf ? told : untilNow(told);
  const wantedUnit = units.find((id) => id === parseId(c.req.query('don-vi')));
  const unitId = wantedUnit ?? (seesProvince(p) ? null : (p.unitId as number));
  const merged = c.req.query('gom') === 'co';
  const wanted = KPI_VERSIONS.find((v) => v.key === c.req.query('cach'));
  return { period, asOf, unitId, merged, version: wanted ?? versionFor(period.to), versions: KPI_VERSIONS };
}

function query({ period, asOf, unitId, merged, version }: Asked): URLSearchParams {
  const search = new URLSearchParams({ ky: period.key });
  if (asOf) search.set('den-ngay', asOf);
  if (unitId !== null) search.set('don-vi', String(unitId));
  if (merged) search.set('gom', 'co');
  if (version !== versionFor(period.to)) search.set('cach', version.key);
  return search;
}
export const figuresHref = (asked: Asked): string => `/ho-so/so-lieu?${query(asked)}`;
export function behindHref(asked: Asked, figure: string): string {
  const search = query(asked);
  search.set('so', figure);
  return `/ho-so/so-lieu/danh-sach?${search}`;
}

/** The months, quarters and years that can be asked for, the latest first. */
export function periodChoices(today: Day): { value: string; label: string }[] {
  const keys = new Set<string>();
  let day = today;
  for (let i = 0; i < 15; i++) {
    keys.add(monthKey(day));
    day = addDays(`${day.slice(0, 7)}-01` as Day, -1);
  }
  const months = [...keys];
  const quarters = [...new Set(months.map((key) => quarterKey(`${key}-01` as Day)))];
  const years = [...new Set(months.map((key) => yearKey(`${key}-01` as Day)))];
  return [...months, ...quarters, ...years].map((key) => ({ value: key, label: periodOf(key, today)!.label }));
}

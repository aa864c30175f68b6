import { type Day, dayOf, parseDay } from '../../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../../kernel/errors.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../../platform/http/index.ts';
import { readDossiers } from '../../policy.ts';
import { type DossierRules, dossierRules } from '../../rules.ts';
import { dossiersBehind } from '../behind.ts';
import { type Entry, enterInputs } from '../enterInputs.ts';
import { INPUTS, type InputKey } from '../inputs.ts';
import { type PeriodSums, type Ratio, scoreOf } from '../kpi.ts';
import { type Period, periodOf } from '../period.ts';
import { enterFigures, readFigures, seesProvince } from '../policy.ts';
import { SHOWN } from '../shown.ts';
import { flowsIn, inputsOf, stocksIn, usedOnline } from '../store.ts';
import { byUnit, type FigureRows, isTold, sumUp, together } from '../sumUp.ts';
import { linesOf, type UnitLine, unitsOfReader } from '../units.ts';
import { type Asked, askedOf, figuresHref, periodChoices } from './asked.ts';
import { BEHIND_PAGE_SIZE, BehindPage } from './behindPage.tsx';
import { FiguresPage } from './figuresPage.tsx';
import { InputPage } from './inputPage.tsx';

export const figureRoutes: RouteTable = [
  { method: 'get', path: '/ho-so/so-lieu', may: readFigures, handle: showFigures },
  { method: 'get', path: '/ho-so/so-lieu/danh-sach', may: readFigures, handle: showBehind },
  { method: 'get', path: '/ho-so/so-lieu/nhap', may: enterFigures, handle: (c) => showInputs(c) },
  { method: 'post', path: '/ho-so/so-lieu/nhap', may: enterFigures, handle: takeInputs },
];

const todayOf = (c: AppContext): Day => dayOf(c.get('services').clock());
const rulesOf = (c: AppContext): Promise<DossierRules> => dossierRules(c.get('services'));

/** Who reads, with what was merged into theirs; what the address asks; the lines of units that answer it. */
async function askedFor(c: AppContext) {
  const rules = await rulesOf(c);
  const today = todayOf(c);
  const p = rules.places.withInherited(principalOf(c), today);
  const mine = unitsOfReader(rules.places, p, today);
  const asked = askedOf(c, p, mine);
  const all = linesOf(rules.places, mine, asked.merged, today);
  // A unit that was merged can still be asked for by itself.
  const own = asked.unitId === null ? undefined : { unitId: asked.unitId, of: [asked.unitId] };
  const lines = own ? [all.find((line) => line.unitId === own.unitId) ?? own] : all;
  /** Something was merged into what is shown, so that there is a choice. */
  const hasMerged = linesOf(rules.places, mine, true, today).some(
    (line) => line.of.length > 1 && (asked.unitId === null || line.unitId === asked.unitId),
  );
  return { rules, p, asked, lines, hasMerged };
}

const unitName = (asked: Asked, rules: DossierRules): string =>
  asked.unitId === null ? 'toàn tỉnh' : rules.places.unitName(asked.unitId);

/** Procedures that a commune's centre offers on a day. */
function proceduresOn(rules: DossierRules, day: Day): { all: number; online: number } {
  const offered = rules.book.inForce(day).filter((v) => v.level === 'commune');
  return { all: offered.length, online: offered.filter((v) => v.online !== 'none').length };
}

async function figureRows(c: AppContext, p: Principal, units: readonly number[], period: Period): Promise<FigureRows> {
  const { db } = c.get('services');
  const [flows, stocks, inputs, used] = await db.read(
    p,
    flowsIn(db.build, units, period),
    stocksIn(db.build, units, period),
    inputsOf(db.build, units, period),
    usedOnline(db.build, units, period),
  );
  return { flows, stocks, inputs, usedOnline: used };
}

async function showFigures(c: AppContext): Promise<Response> {
  const { rules, p, asked, lines, hasMerged } = await askedFor(c);
  const rows = await figureRows(
    c,
    p,
    lines.flatMap((line) => line.of),
    asked.period,
  );
  const procedures = proceduresOn(rules, asked.period.to);
  const scored = (sums: PeriodSums) => ({ sums, score: scoreOf(asked.version, sums) });
  // One unit with what was merged into it is shown with its parts, each as it was.
  const single = asked.unitId !== null && lines[0] ? lines[0].of : [];
  const parts = single.length > 1 ? single.map((unitId) => ({ unitId, of: [unitId] })) : [];
  const shown = asked.unitId === null ? lines : parts;
  return page(
    c,
    { title: `Số liệu ${unitName(asked, rules)}` },
    <FiguresPage
      {...{ asked, hasMerged }}
      communes={communesIn(rows, shown, rules, procedures, scored)}
      {...scored(sumUp(rows, procedures))}
      unitName={unitName(asked, rules)}
      periods={periodChoices(todayOf(c))}
      mayEnter={enterFigures.allows(p) && asked.unitId === p.unitId}
    />,
  );
}

/** Each commune with its own figures, those with the most late dossiers first. */
function communesIn<Scored extends { sums: PeriodSums }>(
  rows: FigureRows,
  lines: readonly UnitLine[],
  rules: DossierRules,
  procedures: { all: number; online: number },
  scored: (sums: PeriodSums) => Scored,
) {
  const late = SHOWN['tre-han']!;
  const rowsOf = byUnit(rows);
  const today = dayOf(rules.now());
  return lines
    .map(({ unitId, of }) => ({
      unitId,
      name: rules.places.unitName(unitId),
      rows: together(of.map(rowsOf)),
    }))
    .filter(({ unitId, rows: own }) => rules.places.unitAfter(unitId, today) === unitId || isTold(own))
    .map(({ rows: own, ...line }) => ({ ...line, ...scored(sumUp(own, procedures)) }))
    .sort((a, b) => late.value(b.sums) - late.value(a.sums) || a.name.localeCompare(b.name, 'vi'));
}

async function showBehind(c: AppContext): Promise<Response> {
  const { rules, p, asked, lines } = await askedFor(c);
  const figure = c.req.query('so') ?? '';
  const shown = Object.hasOwn(SHOWN, figure) ? SHOWN[figure] : undefined;
  if (!shown || asked.unitId === null) return c.redirect(figuresHref(asked), 303);
  const { db } = c.get('services');
  const units = lines.flatMap((line) => line.of);
  const lists = await Promise.all(units.map((unitId) => dossiersBehind(db, p, unitId, asked.period, shown)));
  // The unhappiest first where they are ratings, else the longest waiting.
  const all = lists.flat().sort((a, b) => (a.stars ?? 0) - (b.stars ?? 0) || a.receivedAt - b.receivedAt);
  const last = Math.max(1, Math.ceil(all.length / BEHIND_PAGE_SIZE));
  const wanted = Number(c.req.query('trang') ?? '1');
  const at = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, last) : 1;
  return page(
    c,
    { title: shown.label },
    <BehindPage
      {...{ asked, figure }}
      label={shown.label}
      unitName={unitName(asked, rules)}
      rows={all.slice((at - 1) * BEHIND_PAGE_SIZE, at * BEHIND_PAGE_SIZE)}
      total={all.length}
      page={at}
      procedureName={(id) => rules.book.version(id)?.name ?? ''}
      organName={rules.places.name}
      mayOpen={readDossiers.allows(p) && !seesProvince(p)}
    />,
  );
}

/** The month of an address, `2026-09`; the present one without it. @throws Fault notFound */
function monthOf(c: AppContext): { key: string; first: Day } {
  const key = c.req.query('thang') ?? todayOf(c).slice(0, 7);
  const first = parseDay(`${key}-01`);
  if (!/^\d{4}-\d{2}$/.test(key) || !first) throw notFound('tháng này');
  return { key, first };
}

async function showInputs(c: AppContext, failed?: { form: Form; fault: Error }): Promise<Response> {
  const p = principalOf(c);
  const { db } = c.get('services');
  const month = monthOf(c);
  const period = periodOf(month.key, month.first);
  const [rows] = await db.read(p, inputsOf(db.build, [p.unitId], { ...period!, to: month.first }));
  const known = new Map<InputKey, Ratio>(rows.map((row) => [row.indicator, row]));
  const fault = failed && isFault(failed.fault) ? failed.fault : undefined;
  return page(
    c,
    { title: 'Số liệu ngoài hồ sơ', ...(fault ? { status: statusOfFault(fault) } : {}) },
    <InputPage month={month.key} unitName={p.unitName} known={known} sent={failed?.form} fault={fault} />,
  );
}

async function takeInputs(c: AppContext): Promise<Response> {
  const p = principalOf(c);
  const { db } = c.get('services');
  const month = monthOf(c);
  const form = await readForm(c);
  try {
    const entries = entriesOf(form);
    await db.write(p, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'figures.enter', personId: p.personId }, () =>
        enterInputs(tx, p, { month: month.first, entries, source: form.values.nguon ?? '', today: todayOf(c) }),
      ),
    );
  } catch (error) {
    if (!isFault(error) || error.kind !== 'invalid') throw error;
    return showInputs(c, { form, fault: error });
  }
  return redirectWith(c, `/ho-so/so-lieu?ky=${month.key}`, { tone: 'success', text: 'Đã ghi số liệu ngoài hồ sơ.' });
}

/** The pairs that were filled in. @throws Fault invalid at the box that cannot be read */
function entriesOf(form: Form): Entry[] {
  const whole = (field: string): number | null => {
    const text = (form.values[field] ?? '').replaceAll(/[.\s]/g, '');
    if (text === '') return null;
    if (!/^\d{1,9}$/.test(text)) throw invalid('figure.number', 'Hãy ghi một số nguyên, ví dụ 120.', field);
    return Number(text);
  };
  return (Object.keys(INPUTS) as InputKey[]).flatMap((indicator) => {
    const numerator = whole(`tu-so-${indicator}`);
    const denominator = whole(`mau-so-${indicator}`);
    if (numerator === null && denominator === null) return [];
    if (numerator === null || denominator === null)
      throw invalid(
        'figure.half',
        'Hãy ghi cả số đạt và tổng số, hoặc để trống cả hai.',
        numerator === null ? `tu-so-${indicator}` : `mau-so-${indicator}`,
      );
    return [{ indicator, numerator, denominator }];
  });
}

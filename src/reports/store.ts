import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { FormVersion, ReportField, ReportForm, SheetState, Value, Values } from './model.ts';
import type { Periodicity } from './periods.ts';
import type { RolledField } from './rollUp.ts';

type Build = Database['build'] | Tx;

const FORM = ['f.id', 'f.title', 'f.periodicity', 'f.office_organ_id as officeId'] as const;

export const formById = (build: Build, id: number): Query<ReportForm> =>
  build
    .selectFrom('report_form as f')
    .where('f.id', '=', id)
    .select([...FORM]) as unknown as Query<ReportForm>;

const VERSION = [
  'v.id',
  'v.form_id as formId',
  'v.number',
  'v.state',
  'v.reporters',
  'v.due_days as dueDays',
  'v.fields',
  'v.valid_from as validFrom',
  'v.valid_to as validTo',
  'v.version',
] as const;

/** All versions of a form that the reader may see, the newest first. */
export const versionsOf = (build: Build, formId: number): Query<FormVersion> =>
  build
    .selectFrom('report_form_version as v')
    .where('v.form_id', '=', formId)
    .orderBy('v.number', 'desc')
    .select([...VERSION]) as unknown as Query<FormVersion>;

/** The published version of each form that is in force on a day. */
export const versionsInForce = (build: Build, day: Day) =>
  build
    .selectFrom('report_form_version as v')
    .innerJoin('report_form as f', 'f.id', 'v.form_id')
    .where('v.state', '=', 'published')
    .where('v.valid_from', '<=', day)
    .where((e) => e.or([e('v.valid_to', 'is', null), e('v.valid_to', '>=', day)]))
    .orderBy('f.id')
    .select([...VERSION, 'f.title', 'f.periodicity', 'f.office_organ_id as officeId', 'f.unit_id as unitId'])
    .$castTo<FormVersion & ReportForm & { unitId: number }>();

export interface FormLine extends ReportForm {
  published: number;
  draft: boolean;
}

/** The forms that an office keeps. */
export const formsOfOffice = (build: Build, officeId: number): Query<FormLine> =>
  build
    .selectFrom('report_form as f')
    .where('f.office_organ_id', '=', officeId)
    .orderBy('f.id', 'desc')
    .select([
      ...FORM,
      sql<number>`(select count(*)::int from report_form_version v where v.form_id = f.id and v.state = 'published')`.as(
        'published',
      ),
      sql<boolean>`exists (select from report_form_version v where v.form_id = f.id and v.state = 'draft')`.as('draft'),
    ]) as unknown as Query<FormLine>;

export interface PeriodRow {
  id: number;
  formId: number;
  formVersionId: number;
  title: string;
  periodicity: Periodicity;
  officeId: number;
  key: string;
  label: string;
  from: Day;
  to: Day;
  dueOn: Day;
  dueLines: string[];
  state: 'open' | 'closed';
  signedOn: Day | null;
  signedBy: string | null;
  rolledUp: { fields: RolledField[]; sheets: number } | null;
  version: number;
}
const PERIOD = [
  'p.id',
  'p.form_id as formId',
  'p.form_version_id as formVersionId',
  'f.title',
  'f.periodicity',
  'p.office_organ_id as officeId',
  'p.key',
  'p.label',
  'p.from_on as from',
  'p.to_on as to',
  'p.due_on as dueOn',
  'p.due_lines as dueLines',
  'p.state',
  'p.signed_on as signedOn',
  'p.signed_by as signedBy',
  'p.rolled_up as rolledUp',
  'p.version',
] as const;
const periods = (build: Build) =>
  build.selectFrom('report_period as p').innerJoin('report_form as f', 'f.id', 'p.form_id');

export type PeriodDetail = PeriodRow & { fields: ReportField[] };
export const periodById = (build: Build, id: number): Query<PeriodDetail> =>
  periods(build)
    .innerJoin('report_form_version as v', 'v.id', 'p.form_version_id')
    .where('p.id', '=', id)
    .select([...PERIOD, 'v.fields']) as unknown as Query<PeriodDetail>;

export const periodsOfForm = (build: Build, formId: number): Query<PeriodRow> =>
  periods(build)
    .where('p.form_id', '=', formId)
    .orderBy('p.to_on', 'desc')
    .select([...PERIOD]) as unknown as Query<PeriodRow>;

export interface PeriodLine extends PeriodRow {
  sheets: number;
  signed: number;
  late: number;
}
/** The latest periods of an office with how far they are. */
export const periodsOfOffice = (build: Build, officeId: number, today: Day): Query<PeriodLine> =>
  periods(build)
    .innerJoin('report_sheet as s', 's.period_id', 'p.id')
    .where('p.office_organ_id', '=', officeId)
    .groupBy(['p.id', 'f.id'])
    .orderBy('p.to_on', 'desc')
    .orderBy('p.id', 'desc')
    .limit(30)
    .select([
      ...PERIOD,
      sql<number>`count(*)::int`.as('sheets'),
      sql<number>`(count(*) filter (where s.state = 'signed'))::int`.as('signed'),
      sql<number>`(count(*) filter (where s.state <> 'signed' and s.due_on < ${today}))::int`.as('late'),
    ]) as unknown as Query<PeriodLine>;

export interface SheetRow {
  id: number;
  periodId: number;
  unitId: number;
  organId: number;
  officeId: number;
  state: SheetState;
  dueOn: Day;
  covers: boolean;
  remarks: string | null;
  signedOn: Day | null;
  signedBy: string | null;
  version: number;
}
const SHEET = [
  's.id',
  's.period_id as periodId',
  's.unit_id as unitId',
  's.organ_id as organId',
  's.office_organ_id as officeId',
  's.state',
  's.due_on as dueOn',
  's.covers',
  's.remarks',
  's.signed_on as signedOn',
  's.signed_by as signedBy',
  's.version',
] as const;

export type SheetDetail = SheetRow & { values: Values; prefilled: Record<string, Value> };
export const sheetById = (build: Build, id: number): Query<SheetDetail> =>
  build
    .selectFrom('report_sheet as s')
    .where('s.id', '=', id)
    .select([...SHEET, 's.values', 's.prefilled']) as unknown as Query<SheetDetail>;

/** The sheets of a period, in the order in which their units are told; with figures only where asked for. */
export const sheetsOfPeriod = (build: Build, periodId: number): Query<SheetRow> =>
  build
    .selectFrom('report_sheet as s')
    .where('s.period_id', '=', periodId)
    .orderBy('s.id')
    .select([...SHEET]) as unknown as Query<SheetRow>;

/** The signed sheets of a period with their figures: what a roll-up is made of. */
export const signedSheets = (build: Build, periodId: number): Query<SheetRow & { values: Values; signedOn: Day }> =>
  build
    .selectFrom('report_sheet as s')
    .where('s.period_id', '=', periodId)
    .where('s.state', '=', 'signed')
    .orderBy('s.id')
    .select([...SHEET, 's.values']) as unknown as Query<SheetRow & { values: Values; signedOn: Day }>;

/** The period of the same form that came before, where there is one. */
export const periodBeforeOf = (build: Build, formId: number, from: Day): Query<PeriodRow> =>
  periods(build)
    .where('p.form_id', '=', formId)
    .where('p.to_on', '<', from)
    .orderBy('p.to_on', 'desc')
    .limit(1)
    .select([...PERIOD]) as unknown as Query<PeriodRow>;

export interface EarlierSheet {
  label: string;
  values: Values;
}
/** What an organ reported in the period before, signed. */
export const sheetBefore = (build: Build, organId: number, formId: number, from: Day): Query<EarlierSheet> =>
  build
    .selectFrom('report_sheet as s')
    .innerJoin('report_period as p', 'p.id', 's.period_id')
    .where('s.organ_id', '=', organId)
    .where('p.form_id', '=', formId)
    .where('p.to_on', '<', from)
    .where('s.state', '=', 'signed')
    .orderBy('p.to_on', 'desc')
    .limit(1)
    .select(['p.label', 's.values']) as unknown as Query<EarlierSheet>;

export interface OwnSheet extends SheetRow {
  title: string;
  label: string;
  periodState: 'open' | 'closed';
}
/** The reports that organs owe or have given, those still owed first. */
export const sheetsOfOrgans = (build: Build, organIds: readonly number[]): Query<OwnSheet> =>
  build
    .selectFrom('report_sheet as s')
    .innerJoin('report_period as p', 'p.id', 's.period_id')
    .innerJoin('report_form as f', 'f.id', 'p.form_id')
    .where('s.organ_id', 'in', organIds.length > 0 ? [...organIds] : [0])
    .orderBy(sql`(s.state <> 'signed' and p.state = 'open') desc, s.due_on desc, s.id desc`)
    .limit(60)
    .select([...SHEET, 'f.title', 'p.label', 'p.state as periodState']) as unknown as Query<OwnSheet>;

export interface LateReport {
  sheetId: number;
  organId: number;
  officeId: number;
  unitId: number;
  periodId: number;
  /** "Báo cáo ..., Quý IV năm 2026" in its parts. */
  title: string;
  label: string;
  dueOn: Day;
}
/** Reports that should have been signed before `day`, their periods still open: for reminders. As far as the reader may see. */
export const lateReports = (build: Build, day: Day): Query<LateReport> =>
  build
    .selectFrom('report_owed as r')
    .where('r.due_on', '<', day)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .select([
      'r.id as sheetId',
      'r.organ_id as organId',
      'r.office_organ_id as officeId',
      'r.unit_id as unitId',
      'r.period_id as periodId',
      'r.title',
      'r.label',
      'r.due_on as dueOn',
    ]) as unknown as Query<LateReport>;

/** The first row of a query run inside a change. */
export async function firstOf<Row>(tx: Tx, query: Query<Row>): Promise<Row | undefined> {
  const { rows } = await tx.executeQuery(query.compile());
  return rows[0] as Row | undefined;
}

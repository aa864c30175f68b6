/** A table as the catalogue tells it: its keys, each with its columns in order. */
export interface CataloguedTable {
  name: string;
  keys: readonly {
    kind: 'primary' | 'unique' | 'foreign';
    name: string;
    columns: readonly string[];
    references?: string;
  }[];
}

/** Tables that grow with every day's work; all their rows of one unit lie on one node. */
const BY_UNIT = names(`
  dossier dossier_applicant dossier_consultation dossier_counter dossier_figure dossier_figure_input dossier_file dossier_origin
  dossier_pause dossier_rating dossier_step event event_seal event_to_tell webhook_delivery`);
/** What the trigger that tells other systems reads beside a dossier, and no hot table points to. */
const READ_BESIDE = names('api_client api_client_organ webhook');
/** Everything else: it grows slowly or is asked for whole, and lies on the coordinator. What a register refers to is no part of it. */
const COORDINATOR = names(`
  account_credential account_session account_two_factor account_user account_verification acting_for api_quota bulk_item bulk_step
  calendar_edition calendar_year charge code_pattern dialogue directive directive_page distribution draft_task export_job
  file happening kiosk kiosk_ticket mail notice notice_setting office_day office_hours organ_lineage organ_name petition
  petition_import petition_limit petition_part petition_shingle reading_example reminder_letter reminder_letter_task reminder_run
  reminder_setting report_form report_form_version report_period report_sheet scan sign_in_attempt standing_day subtask takeover
  takeover_row task task_comment task_extension task_follow task_mention task_view unit_boundary unit_lineage write_key`);
const KEY = 'unit_id';

const isHot = (table: string): boolean => BY_UNIT.has(table);

function names(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Where each table goes must be said: a table that this plan does not know is a fault. */
function unplaced(tables: readonly CataloguedTable[]): string[] {
  const { reference } = planOf(tables);
  const known = tables.map((table) => table.name);
  const places = (name: string) =>
    [isHot(name), reference.includes(name), COORDINATOR.has(name)].filter(Boolean).length;
  return [
    ...known.filter((name) => places(name) === 0).map((name) => `${name} has no place in src/platform/citus/plan.ts`),
    ...known
      .filter((name) => places(name) > 1)
      .map((name) => `${name} has two places: a register is not the coordinator's alone`),
    ...[...BY_UNIT, ...READ_BESIDE, ...COORDINATOR]
      .filter((name) => !known.includes(name))
      .map((name) => `${name} is placed, but there is none`),
  ];
}

/**
 * What keeps the tables from being spread: one without a place, a key of a hot table that does not begin with the unit, a hot
 * table without a primary key, or a table of the coordinator that points to a hot one.
 */
export function faultsOf(tables: readonly CataloguedTable[]): string[] {
  return [
    ...unplaced(tables),
    ...tables.flatMap((table) => (isHot(table.name) ? hotFaults(table) : coldFaults(table))),
  ];
}

const shown = (table: CataloguedTable, key: CataloguedTable['keys'][number]) =>
  `${table.name}.${key.name} (${key.columns.join(', ')})`;

function hotFaults(table: CataloguedTable): string[] {
  const faults = table.keys
    .filter((key) => key.kind !== 'foreign' || isHot(key.references!))
    .filter((key) => key.columns[0] !== KEY)
    .map((key) => shown(table, key));
  return table.keys.some((key) => key.kind === 'primary') ? faults : [...faults, `${table.name} has no primary key`];
}

const coldFaults = (table: CataloguedTable): string[] =>
  table.keys.filter((key) => key.kind === 'foreign' && isHot(key.references!)).map((key) => shown(table, key));

export interface DistributionPlan {
  /** Registers: copied whole to every node, in an order in which each comes after those that it refers to. */
  reference: string[];
  /** The hot tables, each after those that it refers to; all beside the first. */
  distributed: string[];
}

/** Which tables leave the coordinator, in which order. */
export function planOf(tables: readonly CataloguedTable[]): DistributionPlan {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const refersTo = (name: string): string[] =>
    [...new Set((byName.get(name)?.keys ?? []).flatMap((key) => (key.references ? [key.references] : [])))].filter(
      (other) => other !== name,
    );
  const ordered: string[] = [];
  const visit = (name: string, way: readonly string[]): void => {
    if (ordered.includes(name) || way.includes(name)) return;
    for (const other of refersTo(name)) visit(other, [...way, name]);
    ordered.push(name);
  };
  for (const name of tables
    .map((table) => table.name)
    .filter((name) => isHot(name) || READ_BESIDE.has(name))
    .sort())
    visit(name, []);
  return { reference: ordered.filter((name) => !isHot(name)), distributed: ordered.filter(isHot) };
}

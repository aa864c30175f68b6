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

/** The families that grow with every day's work; all their rows of one unit lie on one node. */
const HOT = /^(dossier|event)(_|$)/;
const KEY = 'unit_id';

export const isHot = (table: string): boolean => HOT.test(table);

/**
 * What keeps a hot table from being distributed: a key that does not begin with the unit, or a foreign key to something that
 * is neither hot nor a register.
 */
export function faultsOf(tables: readonly CataloguedTable[]): string[] {
  return tables
    .filter((table) => isHot(table.name))
    .flatMap((table) => {
      const faults = table.keys
        .filter((key) => key.kind !== 'foreign' || isHot(key.references!))
        .filter((key) => key.columns[0] !== KEY)
        .map((key) => `${table.name}.${key.name} (${key.columns.join(', ')})`);
      return table.keys.some((key) => key.kind === 'primary')
        ? faults
        : [...faults, `${table.name} has no primary key`];
    });
}

export interface DistributionPlan {
  /** Registers: copied whole to every node, in an order in which each comes after those that it refers to. */
  reference: string[];
  /** The hot tables, each after those that it refers to; all beside the first. */
  distributed: string[];
}

/** Which tables go where. Everything else stays on the coordinator. */
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
    .filter(isHot)
    .sort())
    visit(name, []);
  return { reference: ordered.filter((name) => !isHot(name)), distributed: ordered.filter(isHot) };
}

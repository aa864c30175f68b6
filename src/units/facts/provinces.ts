import type { Day } from '../../kernel/day.ts';
import type { UnitLevel, UnitType } from '../model.ts';
import type { LineageRow, UnitRow } from '../register/rows.ts';
import hungYen from './hung-yen.json' with { type: 'json' };
import ngheAn from './nghe-an.json' with { type: 'json' };

/*
 * The registers that come with the product, as plain facts: names, codes, areas and people of the resolutions
 * 1678/NQ-UBTVQH15 (Nghệ An), 1666/NQ-UBTVQH15 (Hưng Yên) and 202/2025/QH15. Each table's first row names its columns.
 */

const CHANGEOVER = '2025-07-01' as Day;
const LAST_DAY_BEFORE = '2025-06-30' as Day;

type Cell = string | number | boolean | null | readonly string[];
type Table = readonly (readonly Cell[])[];

interface ProvinceFacts {
  resolution: string;
  province: Table;
  oldProvinces: Table;
  oldDistricts: Table;
  oldCommunes: Table;
  communes: Table;
}

const FACTS: Readonly<Record<string, ProvinceFacts>> = { '33': hungYen, '40': ngheAn };

/** Codes of the provinces whose register comes with the product: Hưng Yên and Nghệ An. */
export const SHIPPED_PROVINCES: readonly string[] = Object.keys(FACTS);

/**
 * The register of a province that comes with the product: every unit before and since 2025-07-01, and what became of
 * which. Undefined for a province that does not.
 */
export function provinceFacts(provinceCode: string): { units: UnitRow[]; lineage: LineageRow[] } | undefined {
  const facts = FACTS[provinceCode];
  if (!facts) return undefined;
  const units: UnitRow[] = [];
  const lineage: LineageRow[] = [];

  const add = (row: Pick<UnitRow, 'code' | 'level' | 'type' | 'name'> & Partial<UnitRow>) =>
    units.push({
      line: units.length + 1,
      parentCode: null,
      validFrom: null,
      validTo: null,
      areaKm2: null,
      population: null,
      mountainous: null,
      legalBasis: null,
      altNames: [],
      ...row,
    });
  const named = (row: readonly Cell[], level: UnitLevel) => ({
    code: row[0] as string,
    type: row[1] as UnitType,
    name: row[2] as string,
    level,
  });
  const linked = (
    to: string,
    from: string,
    level: UnitLevel,
    rest: Pick<LineageRow, 'kind' | 'resolution' | 'clause'>,
  ) => {
    // The star marks a unit of which only a part went along.
    const part = from.endsWith('*');
    const share = part ? ('some' as const) : ('all' as const);
    lineage.push({
      line: lineage.length + 1,
      oldCode: part ? from.slice(0, -1) : from,
      newCode: to,
      level,
      part: part ? 'part' : 'whole',
      area: share,
      population: share,
      ...rest,
      kind: part ? 'split' : rest.kind,
    });
  };

  for (const row of facts.oldProvinces.slice(1)) add({ ...named(row, 'province'), validTo: LAST_DAY_BEFORE });
  for (const row of facts.oldDistricts.slice(1)) {
    add({
      ...named(row, 'district'),
      parentCode: row[3] as string,
      mountainous: row[4] as boolean | null,
      validTo: LAST_DAY_BEFORE,
    });
  }
  for (const row of facts.oldCommunes.slice(1)) {
    add({
      ...named(row, 'commune'),
      parentCode: row[3] as string,
      altNames: (row[4] as readonly string[] | undefined) ?? [],
      validTo: LAST_DAY_BEFORE,
    });
  }
  for (const row of facts.province.slice(1)) {
    const unit = named(row, 'province');
    const resolution = row[5] as string;
    add({
      ...unit,
      areaKm2: row[3] as number,
      population: row[4] as number,
      legalBasis: resolution,
      validFrom: CHANGEOVER,
    });
    const from = row[6] as readonly string[];
    const kind = from.length === 1 ? 'unchanged' : 'merged';
    for (const old of from) linked(unit.code, old, 'province', { kind, resolution, clause: null });
  }
  for (const row of facts.communes.slice(1)) {
    const unit = named(row, 'commune');
    add({
      ...unit,
      parentCode: provinceCode,
      areaKm2: row[3] as number | null,
      population: row[4] as number | null,
      mountainous: row[5] as boolean | null,
      legalBasis: facts.resolution,
      validFrom: CHANGEOVER,
    });
    const kind = row[7] as 'unchanged' | 'merged';
    for (const old of row[8] as readonly string[]) {
      linked(unit.code, old, 'commune', { kind, resolution: facts.resolution, clause: row[6] as string | null });
    }
  }
  return { units, lineage };
}

import type { OrganRegister } from './resolve/index.ts';

/** Names that a reader of documents may be told: of organs of the province and the centre, of units, of bodies. */
export interface OrganLexicon {
  /** Names of organs that need no unit, all times and spellings. */
  names: string[];
  /** Names of present and former communes, districts and provinces, without their type. */
  unitNames: string[];
}

/** The names of the register as plain data, longest first. Abbreviations of one or two letters are left out. */
export function readerLexicon(register: OrganRegister): OrganLexicon {
  const names = new Set<string>();
  for (const organ of register.organs.values()) {
    if (organ.level === 'commune') continue;
    for (const name of [organ.name, organ.shortName, ...organ.names.map((n) => n.name)])
      if (name.length > 2) names.add(name);
  }
  const unitNames = new Set([...register.units.values()].flatMap((u) => [u.name, ...u.altNames]));
  const longest = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1);
  return { names: [...names].sort(longest), unitNames: [...unitNames].sort(longest) };
}

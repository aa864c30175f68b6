import type { Day } from '../../kernel/day.ts';
import type { Branch } from '../../kernel/principal.ts';

/**
 * What class names count the organ among: "các sở, ban, ngành, đoàn thể" takes in `department`, `board`, `sector` and `union`.
 */
export type OrganGroup =
  /** Tỉnh ủy, Đảng ủy: a Party committee that leads. */
  | 'committee'
  /** Bodies that advise a Party committee: Ban Tổ chức, Ủy ban Kiểm tra, Văn phòng. */
  | 'partyBody'
  | 'council'
  | 'councilBody'
  /** Ủy ban nhân dân. */
  | 'executive'
  /** Sở and what counts as one: Thanh tra tỉnh, Văn phòng UBND. */
  | 'department'
  /** Boards of the People's Committee: Ban Quản lý Khu kinh tế. */
  | 'board'
  /** Lines of the centre and the armed forces in the province: thuế, kho bạc, công an, quân sự, tòa án. */
  | 'sector'
  /** Specialised offices of a commune and its centre. */
  | 'office'
  /** The Fatherland Front. */
  | 'front'
  /** Socio-political organisations within the Front. */
  | 'union'
  /** Public-service units: báo, đài, trường. */
  | 'service'
  | 'ministry'
  | 'centre';

export type NameKind = 'alias' | 'abbreviation' | 'former';

/** Another name; without dates it holds as long as the organ does. */
export interface OtherName {
  name: string;
  kind: NameKind;
  validFrom?: Day | undefined;
  validTo?: Day | undefined;
}

export type LineageKind = 'renamed' | 'merged' | 'split' | 'transferred';

/**
 * An organ as every unit of a level has it. Names carry places: `{unit}` "xã Con Cuông", `{name}` "Con Cuông",
 * `{kind}` "xã" / "tỉnh" / "thành phố", `{committee}` "Tỉnh ủy" / "Thành ủy".
 */
export interface OrganTemplate {
  key: string;
  level: 'central' | 'province' | 'commune';
  branch: Branch;
  group: OrganGroup;
  /** Full, as signed. */
  name: string;
  /** As people say it. */
  short: string;
  /** The template of the organ above, in the same unit or, failing that, in the unit above. */
  parent?: string;
  /** The body whose office this is. */
  serves?: string;
  /** Whether it issues directives in its own name. */
  issues?: true;
  /** Only units of these types have it; without it all do. */
  unitTypes?: readonly string[];
  validFrom?: Day;
  validTo?: Day;
  /** The act by which it was formed; told wherever a predecessor leads here. */
  basis?: string;
  names?: readonly OtherName[];
  /** What it became: `merged` or `renamed` names the one successor, `transferred` those that took a part of its work. */
  into?: readonly { key: string; kind: LineageKind }[];
}

const listed =
  (kind: NameKind) =>
  (...names: string[]): OtherName[] =>
    names.map((name) => ({ name, kind }));
export const aliases = listed('alias');
export const abbreviations = listed('abbreviation');

/** A name used until a day. */
export const formerly = (name: string, validTo: string, validFrom?: string): OtherName => ({
  name,
  kind: 'former',
  validFrom: validFrom as Day | undefined,
  validTo: validTo as Day,
});

export const on = (day: string): Day => day as Day;

/** The unit as names of its organs need it. */
export interface NamedUnit {
  type: string;
  name: string;
}

const KIND_WORDS: Record<string, string> = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
};
/** "xã", "phường", "tỉnh", ... for a unit's type. */
export const kindWord = (type: string): string => KIND_WORDS[type] ?? '';

/** Puts a unit's names in the places of a template's name. */
export function nameFor(pattern: string, unit: NamedUnit | null): string {
  if (!unit) return pattern;
  const kind = kindWord(unit.type);
  const places: Record<string, string> = {
    unit: `${kind} ${unit.name}`,
    name: unit.name,
    kind,
    committee: unit.type === 'thanh-pho' ? 'Thành ủy' : 'Tỉnh ủy',
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole);
}

/** What a province has otherwise than the common templates; one file a province. */
export interface ProvinceFacts {
  /** Template key -> what differs. */
  changes: Record<string, Partial<OrganTemplate>>;
  /** Organs that only this province has. */
  more: readonly OrganTemplate[];
  /** Keys of common templates that this province does not have. */
  without?: readonly string[];
}

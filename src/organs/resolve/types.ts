import type { Day } from '../../kernel/day.ts';
import type { OrganId, UnitId } from '../../kernel/ids.ts';
import type { Branch } from '../../kernel/principal.ts';
import type { Validity } from '../../kernel/validity.ts';
import type { LineageKind, NameKind } from '../templates/index.ts';

export type OrganLevel = 'central' | 'province' | 'commune';

/** An organ with all its names, as the resolver needs it. */
export interface RegisterOrgan extends Validity {
  id: OrganId;
  /** null: an organ of the centre. */
  unitId: UnitId | null;
  template: string;
  level: OrganLevel;
  branch: Branch;
  name: string;
  shortName: string;
  parentId: OrganId | null;
  servesId: OrganId | null;
  names: readonly (Validity & { name: string; kind: NameKind })[];
}

/** A unit, present or former, in which organs may be named. */
export interface RegisterUnit extends Validity {
  id: UnitId;
  code: string;
  level: 'province' | 'district' | 'commune';
  type: string;
  name: string;
  parentId: UnitId | null;
  altNames: readonly string[];
  mountainous: boolean | null;
}

/** Everything the resolver knows, as plain data. `version` grows with every change of an organ. */
export interface RegisterData {
  version: number;
  organs: readonly RegisterOrgan[];
  organLineage: readonly { predecessorId: OrganId; successorId: OrganId; kind: LineageKind }[];
  units: readonly RegisterUnit[];
  unitLineage: readonly { predecessorId: UnitId; successorId: UnitId; part: 'whole' | 'part'; kind: string }[];
}

export interface ResolutionContext {
  /** The day on which the organs must exist: today for work to be given out, the day of the document for reading an old one. */
  day: Day;
  issuerLevel: OrganLevel;
  /** The issuer's unit; the only province of the register where left out. */
  issuerUnitId?: UnitId | undefined;
  /** The issuer's branch: decides whether "xã Con Cuông" means its Party committee or its People's Committee. */
  branchHint?: Branch | undefined;
  /** Units that the text around names; "các xã" alone then means these. */
  unitHint?: readonly UnitId[] | undefined;
}

/**
 * What an agency as written means. `notes` are Vietnamese sentences for the clerk: former names, choices made, doubts.
 * `confirm`: found, but by a choice that the clerk should look at.
 */
export type Resolution =
  | { kind: 'resolved'; organIds: OrganId[]; confirm: boolean; notes: string[] }
  /**
   * A class name. `all`: as written it means every organ of the list; otherwise the text restricts it ("liên quan",
   * "có cụm công nghiệp") and the clerk picks. The list is empty where the text names no circle at all.
   */
  | { kind: 'class'; name: string; organIds: OrganId[]; all: boolean; notes: string[] }
  /** Asked, never guessed. `organIds`: the pieces that are clear; `candidates`: what the rest might mean. */
  | { kind: 'unresolved'; organIds: OrganId[]; candidates: OrganId[]; notes: string[] };

/** What one part of an agency's text comes to. */
export interface Outcome {
  organIds: OrganId[];
  candidates: OrganId[];
  notes: string[];
  confirm: boolean;
  /** Set where the part is a class: whether it means all of its list. */
  all?: boolean;
  failed: boolean;
}

import type { Day } from '../kernel/day.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import {
  type OrganLexicon,
  type OrganRegister,
  type ResolutionContext,
  readerLexicon,
  resolveAgency,
} from '../organs/index.ts';
import type { AgencyRole, DraftAgency } from './model.ts';
import type { ReadTask } from './reader/index.ts';

/** What an agency's name is read against: the register on a day, seen from the office that reads. */
export interface AgencyContext {
  register: OrganRegister;
  context: ResolutionContext;
}

/**
 * From where names are read: today's organs, because work is given to organs that exist; the office's own unit and branch;
 * the communes that the title names, so that "các xã" in the text means these.
 */
export function agencyContext(
  register: OrganRegister,
  by: Pick<Principal, 'level' | 'unitId' | 'branch'>,
  day: Day,
  title: string | null,
): AgencyContext {
  const context: ResolutionContext = { day, issuerLevel: by.level, issuerUnitId: by.unitId, branchHint: by.branch };
  const unitHint = title ? unitsNamedIn(title, { register, context }) : [];
  return { register, context: unitHint.length > 0 ? { ...context, unitHint } : context };
}

function unitsNamedIn(title: string, at: AgencyContext): UnitId[] {
  const list = /(?:các|những|hai|ba|bốn|năm|\d+)\s+(?:xã|phường)[^.;()]*/iu.exec(cleanLine(title));
  if (!list) return [];
  const found = resolveAgency(list[0], at.register, at.context);
  if (found.kind !== 'resolved') return [];
  return [...new Set(found.organIds.map((id) => at.register.organs.get(id)?.unitId).filter((id) => id != null))];
}

/** What one agency as written stands for. What the text leaves open stays unresolved: it is asked, never guessed. */
export function readAgency(role: AgencyRole, text: string, at: AgencyContext): DraftAgency {
  const found = resolveAgency(text, at.register, at.context);
  const note = found.notes.length > 0 ? { note: found.notes.join(' ') } : {};
  switch (found.kind) {
    case 'resolved':
      return {
        role,
        text,
        organIds: found.organIds,
        state: 'resolved',
        candidates: [],
        ...note,
        ...(found.confirm ? { doubtful: true } : {}),
      };
    case 'class':
      return found.all && found.organIds.length > 0
        ? { role, text, organIds: found.organIds, state: 'class', candidates: [], ...note }
        : { role, text, organIds: [], state: 'unresolved', candidates: found.organIds, ...note };
    case 'unresolved':
      return { role, text, organIds: found.organIds, state: 'unresolved', candidates: found.candidates, ...note };
  }
}

/** The agencies of a task as read; where a list with a shared head is not understood, each of its names by itself. */
export function agenciesOf(task: ReadTask, at: AgencyContext): DraftAgency[] {
  const leads = task.lead.map((text) => readAgency('lead', text, at));
  const spelledOut = task.leadNormalized?.map((text) => readAgency('lead', text, at));
  const clear = spelledOut && leads.some((a) => a.state === 'unresolved') ? spelledOut : leads;
  return [...clear, ...task.coordinate.map((text) => readAgency('coordinate', text, at))];
}

/**
 * The issuing body as the text names it, where it is clearly another one than the body for which the office issues; null
 * where it is the same, or not clear.
 */
export function otherIssuer(issuerAsRead: string | null, issuerOrganId: number, at: AgencyContext): string | null {
  if (!issuerAsRead) return null;
  const found = resolveAgency(issuerAsRead, at.register, at.context);
  const other = found.kind === 'resolved' && !found.organIds.some((id) => id === issuerOrganId);
  return other ? issuerAsRead : null;
}

const lexicons = new WeakMap<OrganRegister, { version: number; lexicon: OrganLexicon }>();

/** The names that the reader is told, made once for each version of the register. */
export function lexiconOf(register: OrganRegister): OrganLexicon {
  const known = lexicons.get(register);
  if (known?.version === register.version) return known.lexicon;
  const lexicon = readerLexicon(register);
  lexicons.set(register, { version: register.version, lexicon });
  return lexicon;
}

import type { Day } from '../../kernel/day.ts';
import type { Charge } from './charge.ts';
import type { Limit } from './deadlines.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import type { Node } from './outline.ts';

/** Who is spoken to at a place of the tree, and since where. */
export interface Addressees {
  leads: AgencyMention[];
  coordinates: AgencyMention[];
  from: 'heading' | 'lead-in' | 'letter' | 'sibling';
  /** The heading's words, for the reason given to the clerk. */
  heading: string;
  /** "UBND các xã (hoàn thành trước ngày ...):" binds all that stands under it and says nothing else. */
  limit?: (Limit & { at: number }) | undefined;
  /** The heading holds more than the names; how far they go was judged. */
  isLoose?: boolean;
}

/** What the headings above a paragraph say of it. */
export interface Context {
  /** In an account of what was, only words that leave no doubt make a task; unset until a heading says. */
  mode: 'story' | 'orders' | undefined;
  addressees: Addressees | undefined;
  topic: [number, number] | undefined;
  /** "2. Hoàn thành trước ngày 15/11/2025:" sets the day for whatever stands under it. */
  limit?: Addressees['limit'];
  /** The points or headings around this one nearly all open with somebody's name. */
  isRoll?: boolean;
  /** The heading above says that duties are dealt out: "Tổ chức thực hiện", "Phân công nhiệm vụ". */
  isDuties?: boolean;
  /** Who was told something in the paragraph before. */
  sibling?: Addressees | undefined;
  /** Those spoken to by the last lead-in sentence at this level. */
  leadIn?: Addressees | undefined;
}

/** All that the walk needs to know of the document. */
export interface Walk {
  text: string;
  shown: string;
  grammar: AgencyGrammar;
  today: Day | null;
  yearHint: number | null;
  /** A page that tells of the document, headline first. */
  isNews: boolean;
  /** The record of a meeting: what was reported there is told under headings of its own. */
  isMinutes: boolean;
  /** Those to whom a letter or telegram is sent. */
  letter: Addressees | undefined;
}

/** A task while it is being read; positions are of the flow. */
export interface Draft {
  at: number;
  end: number;
  leads: AgencyMention[];
  coordinates: AgencyMention[];
  action: [number, number];
  topic: [number, number] | undefined;
  limit: (Limit & { at: number }) | undefined;
  condition: string | null;
  reportTo: AgencyMention[];
  rule: string;
  charge: Charge | undefined;
  whom: Addressees | undefined;
  doing: 'verb' | 'phrase' | undefined;
  /** One of several sentences that share a lead, whose limit or partners another may have. */
  isContinued: boolean;
  /** More than one day stands in it. */
  manyLimits: boolean;
  /** A sentence after it, which did not name it, gave the limit. */
  isLimitShared?: boolean;
}

export interface Piece {
  leads: AgencyMention[];
  charge: Charge | undefined;
  whom: Addressees | undefined;
  doing: 'verb' | 'phrase' | undefined;
  topic: [number, number] | undefined;
  at: number;
  end: number;
  isContinued: boolean;
  /** Words before the name that may hold the limit. */
  intro?: [number, number] | undefined;
  /** What a heading above sets where the clause has no limit of its own. */
  headingLimit?: Addressees['limit'];
  /** Where a label block says when. */
  limitFrom?: { from: number; to: number } | undefined;
  extraCoordinates?: AgencyMention[];
  rule?: string;
  action?: [number, number] | undefined;
}

/** The walk under way: what was drafted so far, and whether the orders have begun ("... như sau:"). */
export interface Progress {
  readonly walk: Walk;
  readonly roots: readonly Node[];
  readonly drafts: Draft[];
  ordersBegun: boolean;
  /** Who gave the first order on a page of news: what this office asks of others is no duty of its own. */
  author: string | undefined;
}

/** Is this place an account of what was? */
export const isStoryIn = (progress: Progress, context: Context): boolean =>
  context.mode === 'story' || (context.mode === undefined && !progress.ordersBegun);

/** "quý Bộ", "quý địa phương" in a letter: those to whom it is sent. */
export const meantBy = (leads: AgencyMention[], { text, letter }: Walk): AgencyMention[] =>
  letter && leads.length === 1 && /^quý\s/iu.test(text.slice(leads[0]!.start, leads[0]!.end)) ? letter.leads : leads;

import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import type { Opening } from './openings.ts';

/** Somebody charged in a sentence: who, by which words, and where what they must do begins. */
export interface Charge {
  /** Where the evidence begins: the assigning word or the agency's name. */
  at: number;
  leads: AgencyMention[];
  how: 'assigned' | 'subject';
  /** Where the words after the names begin. */
  after: number;
  /** "chủ trì", "có trách nhiệm", "cần", "phải": the words leave no doubt. */
  strong: boolean;
  /** Who assigns, where the sentence says so ("Thường trực Tỉnh ủy giao ..."). */
  authority: AgencyMention | undefined;
  /** The verb is unknown; where the name ends was guessed. */
  isGuess?: boolean;
}

/** What tells the charge: a page of news, and whether this is where its orders open. */
export interface Page {
  isNews: boolean;
  /** The first who asks something of others here is the author: no one else has charged it. */
  opens: boolean;
  /** The points around this one nearly all open with somebody's name. */
  isRoll?: boolean;
}

/** Where a charge may stand, up to where, and what is known of the paragraph and the page around it. */
export interface Spot extends Opening {
  text: string;
  to: number;
  grammar: AgencyGrammar;
  isStory: boolean;
  page: Page;
}

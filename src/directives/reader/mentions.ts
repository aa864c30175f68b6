/** A name found in a text, `start`..`end`; `plural` names a class or several agencies at once. */
export interface AgencyMention {
  start: number;
  end: number;
  plural: boolean;
  /** No word of the grammar opens it: that somebody is named was told from what stands around it. */
  isGuess?: boolean;
}

/**
 * What says that somebody is named, where no word of the grammar opens a name: an assigning word before it, the other
 * points (or headings) of its row, which nearly all name somebody, or a list that has begun. `alone` is only the form
 * of the name itself.
 */
export type Evidence = 'assigned' | 'row' | 'list' | 'heading' | 'alone';

/** Reads names of agencies out of running text, by grammar: determiner, title, head, qualifiers, shared-head lists. */
export interface AgencyGrammar {
  /** The list of agencies that begins at `at`; empty if none does. `end` is where the list ends. With `evidence` its first name may be an unknown one. */
  list(
    text: string,
    at: number,
    limit: number,
    opening?: boolean,
    evidence?: Evidence,
  ): { items: AgencyMention[]; end: number };
  /** The same grammar with the short names that a document gives to those it names. */
  knowing(names: readonly string[]): AgencyGrammar;
}

import { fold } from '../../kernel/vietnamese.ts';

/** An organ with a part in the task, or a person in a position of one, whom a comment can call. */
export interface Mentionable {
  organId: number;
  appointmentId: number | null;
  /** How it is called: "Sở Tài chính", or a person's name. */
  label: string;
  /** A person's position and organ. */
  detail: string | null;
}

export const MOST_LETTERS = 4000;
const MOST_MENTIONS = 10;

export const mentionKey = ({ organId, appointmentId }: Pick<Mentionable, 'organId' | 'appointmentId'>): string =>
  appointmentId === null ? `o${organId}` : `o${organId}-a${appointmentId}`;

/** Whether the text calls a name (`@` at the start of a word) that none of the choices has. */
export const callsUnknown = (body: string, called: readonly Mentionable[]): boolean => {
  const names = called.map((one) => fold(one.label));
  return [...body.matchAll(/(?:^|[\s(,;])@(?=\p{L})/gu)].some((at) => {
    const text = fold(body.slice(at.index + at[0].length).slice(0, 200));
    return !names.some((name) => text.startsWith(name));
  });
};

/**
 * Who is called in a comment: the one picked from the list, and each `@name` in the text (marks and capitals ignored; the
 * longest name that fits). A name that two share calls nobody: the list tells them apart.
 */
export function mentionsIn(body: string, picked: string, choices: readonly Mentionable[]): Mentionable[] {
  const byLabel = Map.groupBy(choices, (choice) => fold(choice.label));
  const labels = [...byLabel.keys()].filter((label) => label !== '').sort((a, b) => b.length - a.length);
  const called = new Map<string, Mentionable>();
  const call = (one: Mentionable) => void (called.size < MOST_MENTIONS && called.set(mentionKey(one), one));
  const chosen = choices.find((choice) => mentionKey(choice) === picked);
  if (chosen) call(chosen);
  for (const part of body.split('@').slice(1)) {
    const text = fold(part.slice(0, 200));
    const label = labels.find(
      (one) => text === one || (text.startsWith(one) && !/[\p{L}\p{N}]/u.test(text[one.length]!)),
    );
    const named = label === undefined ? [] : byLabel.get(label)!;
    if (named.length === 1) call(named[0]!);
  }
  return [...called.values()];
}

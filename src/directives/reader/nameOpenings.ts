import {
  BARE,
  BARE_OPENING,
  CLASS,
  CLASS_RUN,
  CLASS_SET,
  DETERMINER,
  END,
  GOES_ON_AS_NAME,
  HONOURED,
  isClassHead,
  NOT_AGENCIES,
  NOT_CLASSES,
  oneOf,
  SMALL_HEAD,
  SMALL_TITLE,
} from './agencyForms.ts';
import { HEADS } from './agencyWords.ts';
import { SMALL_DEPARTMENT } from './fieldNames.ts';
import { TITLES } from './titleWords.ts';
import { verbEnd } from './verbs.ts';

/** Words of a list as one sticky form. */
export const form = (words: readonly string[]): RegExp => new RegExp(`(?:${oneOf(words)})${END}`, 'uy');
const HEAD_LOWER = form([...HEADS, ...TITLES].map((word) => word[0]!.toLowerCase() + word.slice(1)));

/** Where a form that stands at `place` ends, or -1. */
export function at(form: RegExp, text: string, place: number): number {
  form.lastIndex = place;
  const found = form.exec(text);
  return found ? place + found[0].length : -1;
}

/** How a name begins: where its opening words (determiner and head) end, and whether they stand for a class. */
export interface NameOpening {
  end: number;
  plural: boolean;
  isClass: boolean;
  /** The whole of a name that the province knows. */
  isKnown?: boolean;
}

type Opener = (text: string, place: number, atStart: boolean) => NameOpening | undefined;

/** Finds how names begin, by these heads and whole names. */
export function nameOpener(head: RegExp, names: readonly RegExp[]): Opener {
  const opening: Opener = (text, place, atStart) => {
    const known = Math.max(at(HONOURED, text, place), ...names.map((name) => at(name, text, place)));
    if (known > 0) return { end: known, plural: false, isClass: false, isKnown: true };
    const afterDeterminer = at(DETERMINER, text, place);
    if (afterDeterminer > 0) {
      if (NOT_CLASSES.test(text.slice(afterDeterminer, afterDeterminer + 16))) return undefined;
      const person = /^(?:đồng chí|đ\/c|ông|bà)\s$/iu.test(text.slice(place, afterDeterminer));
      const end = Math.max(
        at(CLASS, text, afterDeterminer),
        at(head, text, afterDeterminer),
        at(HEAD_LOWER, text, afterDeterminer),
      );
      if (end > 0) return { end, plural: !person, isClass: !person };
      if (person && !/\p{Lu}/u.test(text[afterDeterminer] ?? '') && /^\p{Lu}/u.test(text.slice(place)))
        return { end: afterDeterminer - 1, plural: false, isClass: true };
      if (person && /\p{Lu}/u.test(text[afterDeterminer] ?? ''))
        return { end: afterDeterminer, plural: false, isClass: false };
      return undefined;
    }
    const run = atStart ? CLASS_RUN.exec(text.slice(place, place + 40)) : null;
    if (run) return { end: place + run[1]!.length, plural: true, isClass: true };
    const proper = Math.max(at(head, text, place), at(SMALL_HEAD, text, place), at(SMALL_DEPARTMENT, text, place));
    if (proper > 0) {
      // "Ban hành", "Hội nghị", "Tổ chức ...": a verb or another word that only begins like a head.
      const verb = verbEnd(text, place, true);
      if (verb > proper || NOT_AGENCIES.test(text.slice(place, place + 20))) return undefined;
      if (verb === proper && !GOES_ON_AS_NAME.test(text.slice(proper, proper + 12))) return undefined;
      return {
        end: proper,
        plural: false,
        isClass:
          CLASS_SET.has(text.slice(place, proper).toLowerCase()) ||
          (isClassHead(text.slice(place, place + 24)) && at(SMALL_DEPARTMENT, text, place) < 0),
      };
    }
    // "... và chủ tịch UBND các huyện": a title in small letters before a proper name.
    const title = at(SMALL_TITLE, text, place);
    const named = title > 0 ? opening(text, title, false) : undefined;
    if (named) return { ...named, isClass: false };
    const bare = at(BARE, text, place);
    if (bare > 0) return { end: bare, plural: true, isClass: true };
    if (atStart) {
      const placeName = at(BARE_OPENING, text, place);
      if (placeName > 0) return { end: placeName, plural: true, isClass: true };
    }
    return undefined;
  };
  return opening;
}

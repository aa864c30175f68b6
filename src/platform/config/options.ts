import { KEYS, type Key, type KeyName } from './keys.ts';

/** The options of the named settings, as [flags, meaning], for a command of the command line; all that have one when none is named. */
export function configOptions(...names: KeyName[]): [flags: string, meaning: string][] {
  const keys: Key[] = names.length > 0 ? names.map((name) => KEYS[name]) : Object.values(KEYS);
  return keys.flatMap(({ option, meaning, shownDefault }) =>
    option ? [[option, `${meaning.vi} Mặc định: ${shownDefault}.`] as [string, string]] : [],
  );
}

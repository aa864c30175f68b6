import { Fault, type FieldFault, isFault } from '../kernel/errors.ts';

/**
 * Makes every check of a form, so that a person hears of all mistakes at once and not of one after another.
 * @returns what each check gives
 * @throws Fault invalid with the fields of all that failed; any other fault as it is
 */
export function checkAll<T extends readonly unknown[]>(...checks: { [K in keyof T]: () => T[K] }): T {
  const faults: FieldFault[] = [];
  let first: Fault | undefined;
  const given = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!isFault(error) || error.kind !== 'invalid') throw error;
      first ??= error;
      faults.push(...error.fields);
      return undefined;
    }
  });
  if (first) throw new Fault('invalid', first.code, first.message, faults);
  return given as unknown as T;
}

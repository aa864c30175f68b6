import type { Day } from '../kernel/day.ts';

/**
 * The dossier code: agency, day of reception as YYMMDD, number of the day: `40.17230-261123-0007`. Numbers past 9999 grow
 * longer, so that none is used twice.
 */
export const dossierCode = (agency: string, day: Day, sequence: number): string =>
  `${agency}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${String(sequence).padStart(4, '0')}`;

/** The agency's part of its dossiers' codes: the province's code and that of its unit. */
export const agencyOf = (provinceCode: string, unit: { code: string; level: string }): string =>
  unit.level === 'province' ? provinceCode : `${provinceCode}.${unit.code}`;

const CODE = /^[A-Z0-9]{1,10}(?:\.[A-Z0-9]{1,10}){0,6}-\d{6}-\d{4,7}$/;

/** A code as typed or scanned, in its one form; undefined where it is none. */
export function parseCode(text: string | undefined): string | undefined {
  const code = (text ?? '').normalize('NFC').replace(/\s+/g, '').replace(/[–—−]/g, '-').toUpperCase();
  return CODE.test(code) ? code : undefined;
}

import { workingCalendars } from '../calendar/index.ts';
import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import type { Day } from '../kernel/day.ts';
import { organRegister } from '../organs/index.ts';
import type { Services } from '../platform/services.ts';
import { codeFrom } from './codePattern.ts';
import { dossierCodes } from './codes.ts';
import { type Places, placesOf } from './places.ts';
import { type ProcedureBook, procedureBook } from './procedures/book.ts';

/** What every use case of this room must know of the world; nothing in it is read from the database at the moment. */
export interface DossierRules {
  book: ProcedureBook;
  places: Places;
  /** The working calendar by which an organ's deadlines are counted. */
  calendarOf(organId: number): WorkingCalendar;
  /** The code of a dossier received at an organ: the pattern in force on that day decides. @param sequence number of the day */
  codeFor(organId: number, day: Day, sequence: number): string;
  /** Epoch milliseconds. */
  now(): number;
}

export async function dossierRules(services: Pick<Services, 'db' | 'log' | 'config' | 'clock'>): Promise<DossierRules> {
  const [book, register, calendars, codes] = await Promise.all([
    procedureBook(services),
    organRegister(services),
    workingCalendars(services),
    dossierCodes(services),
  ]);
  const places = placesOf(register, services.config.provinceCode);
  return {
    book,
    places,
    codeFor(organId, day, sequence) {
      const parts = places.codeParts(organId);
      return codeFrom(codes.on(day)[parts.level], { ...parts, day, sequence });
    },
    calendarOf: (organId) => calendars.of(organId),
    now: services.clock,
  };
}

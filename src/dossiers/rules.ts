import { workingCalendars } from '../calendar/index.ts';
import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import { organRegister } from '../organs/index.ts';
import type { Services } from '../platform/services.ts';
import { type Places, placesOf } from './places.ts';
import { type ProcedureBook, procedureBook } from './procedures/book.ts';

/** What every use case of this room must know of the world; nothing in it is read from the database at the moment. */
export interface DossierRules {
  book: ProcedureBook;
  places: Places;
  /** The working calendar by which an organ's deadlines are counted. */
  calendarOf(organId: number): WorkingCalendar;
  /** Epoch milliseconds. */
  now(): number;
}

export async function dossierRules(services: Pick<Services, 'db' | 'log' | 'config' | 'clock'>): Promise<DossierRules> {
  const [book, register, calendars] = await Promise.all([
    procedureBook(services),
    organRegister(services),
    workingCalendars(services),
  ]);
  return {
    book,
    places: placesOf(register, services.config.provinceCode),
    calendarOf: (organId) => calendars.of(organId),
    now: services.clock,
  };
}

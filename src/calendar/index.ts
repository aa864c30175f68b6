/** The working calendar as administrators keep it: what other rooms may use. */
export { type Calendars, calendarsNow, workingCalendars } from './register.ts';
export { calendarEventWords } from './words.ts';

import type { RouteTable } from '../platform/http/index.ts';
import { hoursRoutes } from './pages/hoursRoutes.tsx';
import { yearRoutes } from './pages/yearRoutes.tsx';

/** The working calendar as administrators keep it: what other rooms may use. */
export { enterHours } from './enterHours.ts';
export { weekFrom } from './model.ts';
export { keepYears } from './policy.ts';
export { type Calendars, calendarsNow, workingCalendars } from './register.ts';
export { calendarEventWords } from './words.ts';

export const calendarRoutes: RouteTable = [...yearRoutes, ...hoursRoutes];

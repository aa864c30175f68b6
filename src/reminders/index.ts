/** What people are told: reminders by the working calendar, what happened, mail, and a calendar of due days. */
export { reminderJobs } from './jobs.ts';
export { reminderRoutes } from './pages/routes.ts';
export { remindDay } from './remindDay.ts';
export { reminderEventWords } from './words.ts';

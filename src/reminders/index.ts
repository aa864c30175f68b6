/** What people are told: reminders by the working calendar, what happened, mail, and a calendar of due days. */
export { reminderJobs } from './jobs.ts';
export { reminderEventWords } from './words.ts';

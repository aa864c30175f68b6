/** Telling people by mail; what is told is the rooms' matter. */
export { isMailAddress } from './address.ts';
export { openMailer } from './mailer.ts';
export { enqueueMails, type NewMail } from './outbox.ts';
export { sendMails, sendMailsJob } from './sendMails.ts';

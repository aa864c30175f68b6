import type { Permission } from '../platform/http/index.ts';

/** Everybody who is signed in reads what they were told, and says how they want to be told. */
export const readNotices: Permission = { name: 'notice.read', allows: (p) => p !== null };

/** Whether mails went out is watched by the administrator of the people's unit. */
export const watchMails: Permission = {
  name: 'mail.watch',
  allows: (p) => p !== null && p.role === 'admin' && p.adminUnitId !== null,
};

/** One set of rules holds in the whole province: its administrator sets them. */
export const setRules: Permission = {
  name: 'reminder.rules',
  allows: (p) => watchMails.allows(p) && p?.level === 'province',
};

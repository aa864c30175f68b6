import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** Speaks and decides for the organ. */
const directs = (p: Principal): boolean => p.role === 'head' || p.role === 'deputy' || p.role === 'clerk';

/** Who may open the lists: anybody in a position; row-level security decides what is in them. */
export const readTasks: Permission = { name: 'task.read', allows: (p) => p !== null && p.role !== 'admin' };
/** Who may note progress at all: those who work in an organ. */
export const workOnTasks: Permission = { name: 'task.work', allows: (p) => p !== null && p.role !== 'admin' };
/** Who may pass work down at all, or ask for more time. */
export const directTasks: Permission = { name: 'task.direct', allows: (p) => p !== null && directs(p) };
/** Who may confirm, return, withdraw or set limits at all: head, deputy or clerk of an office that serves an issuing body. */
export const steerTasks: Permission = {
  name: 'task.steer',
  allows: (p) => p !== null && p.servesId !== null && directs(p),
};

/** Notes progress and asks for confirmation: people of the charged organ, or of the office that serves it. */
export const mayWorkOn = (p: Principal, charge: { organId: number }): boolean =>
  workOnTasks.allows(p) && (charge.organId === p.organId || charge.organId === p.servesId);

/** Asks for more time in the name of the organ: its head, deputy or clerk; where it leads. */
export const mayAskExtension = (p: Principal, charge: { organId: number; role: string }): boolean =>
  charge.role === 'lead' && directs(p) && mayWorkOn(p, charge);

/** Passes parts of the organ's charge to its people and to organs below: head, deputy or clerk. */
export const mayPassDown = (p: Principal, charge: { organId: number }): boolean => directs(p) && mayWorkOn(p, charge);

/** Holds a sub-task: the person it was given to or who acts for them; where it was given to an organ, its people. */
export const mayHold = (p: Principal, s: { organId: number; appointmentId: number | null }): boolean =>
  workOnTasks.allows(p) &&
  (s.appointmentId === null
    ? s.organId === p.organId || s.organId === p.servesId
    : s.appointmentId === p.appointmentId || s.appointmentId === p.actingFor?.appointmentId);

/** Confirms, returns, takes back a sub-task: who directs the organ that passed it on, never who did the work. */
export const mayDecideSubtask = (
  p: Principal,
  s: { passerOrganId: number; organId: number; appointmentId: number | null },
): boolean => directs(p) && mayWorkOn(p, { organId: s.passerOrganId }) && !mayHold(p, s);

/** Confirms and returns: the office that owns the task, never the organ that did the work in the same hands. */
export const maySteer = (p: Principal, task: { ownerOrganId: number }): boolean =>
  steerTasks.allows(p) && (task.ownerOrganId === p.organId || task.ownerOrganId === p.servesId);

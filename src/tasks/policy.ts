import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** Who may open the lists: anybody in a position; row-level security decides what is in them. */
export const readTasks: Permission = { name: 'task.read', allows: (p) => p !== null && p.role !== 'admin' };
/** Who may note progress at all: those who work in an organ. */
export const workOnTasks: Permission = { name: 'task.work', allows: (p) => p !== null && p.role !== 'admin' };
/** Who may confirm, return, withdraw or set limits at all: head, deputy or clerk of an office that serves an issuing body. */
export const steerTasks: Permission = {
  name: 'task.steer',
  allows: (p) => p !== null && p.servesId !== null && (p.role === 'head' || p.role === 'deputy' || p.role === 'clerk'),
};

/** Notes progress and asks for confirmation: people of the charged organ, or of the office that serves it. */
export const mayWorkOn = (p: Principal, charge: { organId: number }): boolean =>
  workOnTasks.allows(p) && (charge.organId === p.organId || charge.organId === p.servesId);

/** Confirms and returns: the office that owns the task, never the organ that did the work in the same hands. */
export const maySteer = (p: Principal, task: { ownerOrganId: number }): boolean =>
  steerTasks.allows(p) && (task.ownerOrganId === p.organId || task.ownerOrganId === p.servesId);

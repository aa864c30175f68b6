import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

const works = (p: Principal | null): p is Principal => p !== null && p.role !== 'admin';
const leads = (p: Principal): boolean => p.role === 'head' || p.role === 'deputy';

/** Who may open reports: anybody in a position; row-level security decides which sheets. */
export const readReports: Permission = { name: 'report.read', allows: works };
/** Who may build forms, open periods and return reports at all: head, deputy or clerk of a provincial office that issues. */
export const keepReports: Permission = {
  name: 'report.keep',
  allows: (p) => works(p) && p.level === 'province' && p.servesId !== null && (leads(p) || p.role === 'clerk'),
};
/** Who may write a report of their organ. */
export const fillReports: Permission = { name: 'report.fill', allows: works };
/** Who may sign: heads and deputies, also those who act for one. */
export const signReports: Permission = { name: 'report.sign', allows: (p) => works(p) && leads(p) };

/** Keeps a form and its periods: the office that asks for the report. */
export const mayKeep = (p: Principal, thing: { officeId: number }): boolean =>
  keepReports.allows(p) && thing.officeId === p.organId;
/** Writes a report: people of the organ that reports, and of the office that serves it. */
export const mayFill = (p: Principal, sheet: { organId: number }): boolean =>
  works(p) && (sheet.organId === p.organId || sheet.organId === p.servesId);
/** Signs a report: a head or deputy of the organ itself; that of its office only when acting for them. */
export const maySign = (p: Principal, sheet: { organId: number }): boolean =>
  signReports.allows(p) && sheet.organId === p.organId;
/** Signs what was rolled up: a head or deputy of the office. */
export const maySignRollUp = (p: Principal, period: { officeId: number }): boolean =>
  signReports.allows(p) && mayKeep(p, period);

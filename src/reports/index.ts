import type { RouteTable } from '../platform/http/index.ts';
import { reportPages } from './pages/routes.tsx';

/** Periodic reports and the figures of tasks: what other rooms may use. */
export { signRollUp } from './closePeriod.ts';
export { createForm, formWords } from './createForm.ts';
export { addField } from './editForm.ts';
export { exportJob } from './exports/exportJob.ts';
export { openPeriod } from './openPeriod.ts';
export { openPeriodsJob } from './openPeriodsJob.ts';
export { type Period, periodBefore, periodOf } from './periods.ts';
export { publishForm } from './publishForm.ts';
export { returnSheet } from './returnSheet.ts';
export { saveSheet } from './saveSheet.ts';
export { signSheet } from './signSheet.ts';
export { type LateReport, lateReports, sheetsOfPeriod } from './store.ts';
export { reportEventWords } from './words.ts';

export const reportRoutes: RouteTable = reportPages;

import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { keepReports, readReports } from '../policy.ts';
import { formsOfOffice, periodsOfOffice, sheetsOfOrgans } from '../store.ts';
import { exportRoutes } from './exportRoutes.tsx';
import { formRoutes } from './formRoutes.tsx';
import { ReportsHome } from './home.tsx';
import { periodRoutes } from './periodRoutes.tsx';
import { registerOf, todayOf } from './shared.ts';
import { sheetRoutes } from './sheetRoutes.tsx';
import { taskFigureRoutes } from './tasksRoutes.tsx';

export const reportPages: RouteTable = [
  { method: 'get', path: '/bao-cao', may: readReports, handle: showHome },
  ...formRoutes,
  ...periodRoutes,
  ...sheetRoutes,
  ...taskFigureRoutes,
  ...exportRoutes,
];

async function showHome(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const organs = [principal.organId, ...(principal.servesId ? [principal.servesId] : [])];
  const [sheets, forms, periods] = await db.read(
    principal,
    sheetsOfOrgans(db.build, organs),
    formsOfOffice(db.build, principal.organId),
    periodsOfOffice(db.build, principal.organId, today),
  );
  const register = await registerOf(c);
  const kept = keepReports.allows(principal) ? { forms, periods } : undefined;
  return page(
    c,
    { title: 'Báo cáo' },
    <ReportsHome {...{ today, sheets, kept }} organName={(id) => register.shortName(id)} />,
  );
}

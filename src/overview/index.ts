import type { RouteTable } from '../platform/http/index.ts';
import { movedRoutes } from './moved/routes.tsx';
import { provinceRoutes } from './province/routes.tsx';
import { homeRoutes, type OverviewRoom } from './routes.tsx';
import { searchRoutes } from './search.tsx';

export { overseesProvince } from './policy.ts';
export { standingJob } from './province/standingJob.ts';
export type { OverviewRoom } from './routes.tsx';

export const overviewRoutes = (room: OverviewRoom): RouteTable => [
  ...homeRoutes(room),
  ...searchRoutes(room),
  ...movedRoutes,
  ...provinceRoutes(room),
];

export { type OverviewRoom, overviewRoutes } from './routes.tsx';

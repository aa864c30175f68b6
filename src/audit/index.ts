export { auditRoutes, type EventWords } from './routes.tsx';
export { sealJob, verifyChains } from './seal.ts';

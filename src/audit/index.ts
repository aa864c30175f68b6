export { auditRoutes, type EventWords } from './routes.tsx';
export { sealEvents, sealJob, verifyChains } from './seal.ts';

export { auditRoutes, type EventWords } from './routes.tsx';
export { sealEvents, verifyChains } from './seal.ts';

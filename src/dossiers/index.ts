import type { RouteTable } from '../platform/http/index.ts';
import { applicantRoutes } from './pages/applicantRoutes.tsx';
import { queueRoutes } from './pages/queueRoutes.tsx';
import { receiveRoutes } from './pages/receiveRoutes.tsx';
import { stepRoutes } from './pages/stepRoutes.ts';
import { procedureRoutes } from './procedures/pages/routes.tsx';

/** The service centre: procedures, dossiers received, routed, resolved and returned. What other rooms may use. */
export { readDossiers, receiveDossiers } from './policy.ts';
export { loadProcedures } from './procedures/loadProcedures.ts';
export { type ReceiveInput, receiveDossier, registerDossier } from './receiveDossier.ts';
export { type DossierRules, dossierRules } from './rules.ts';
export { dossierEventWords } from './words.ts';

export const dossierRoutes: RouteTable = [
  ...queueRoutes,
  ...receiveRoutes,
  ...applicantRoutes,
  ...stepRoutes,
  ...procedureRoutes,
];

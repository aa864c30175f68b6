import type { RouteTable } from '../platform/http/index.ts';
import { exchangeRoutes } from './exchange/pages/routes.tsx';
import { exchangeEventWords } from './exchange/words.ts';
import { figureRoutes } from './figures/pages/routes.tsx';
import { formRoutes } from './forms/routes.tsx';
import { kioskRoutes } from './kiosk/routes.tsx';
import { lookupRoutes } from './lookup/routes.tsx';
import { applicantRoutes } from './pages/applicantRoutes.tsx';
import { codeRoutes } from './pages/codeRoutes.tsx';
import { promiseRoutes } from './pages/promises.tsx';
import { queueRoutes } from './pages/queueRoutes.tsx';
import { receiveRoutes } from './pages/receiveRoutes.tsx';
import { stepRoutes } from './pages/stepRoutes.ts';
import { importRoutes } from './procedures/pages/importRoutes.tsx';
import { procedureRoutes } from './procedures/pages/routes.tsx';
import { versionRoutes } from './procedures/pages/versionRoutes.tsx';
import { takeoverRoutes } from './takeover/pages/routes.tsx';
import { dossierEventWords as ownEventWords } from './words.ts';

/** The service centre: procedures, dossiers received, routed, resolved and returned. What other rooms may use. */
export { apologise } from './apologise.ts';
export type { ApplicantFacts } from './applicants/model.ts';
export { refuseDossier, withdrawDossier } from './endDossier.ts';
export { apiCallers } from './exchange/caller.ts';
export { webhookJob } from './exchange/webhooks/deliver.ts';
export { rate } from './lookup/lookUp.ts';
export { passDossier, takeDossier } from './passDossier.ts';
export { readDossiers } from './policy.ts';
export { loadProcedures } from './procedures/loadProcedures.ts';
export {
  acceptDossier,
  type ReceivedDossier,
  type ReceiveInput,
  receiveDossier,
  registerDossier,
} from './receiveDossier.ts';
export { deliverResult, resolveDossier } from './resolveDossier.ts';
export { type DossierRules, dossierRules } from './rules.ts';
export { askSupplement, receiveSupplement } from './suspendDossier.ts';
export { rehearseTakeover } from './takeover/rehearseTakeover.ts';
export { takeoverJob } from './takeover/takeoverJob.ts';
export const dossierEventWords = { ...ownEventWords, ...exchangeEventWords };

export const dossierRoutes: RouteTable = [
  ...lookupRoutes,
  ...figureRoutes,
  ...formRoutes,
  ...exchangeRoutes,
  ...kioskRoutes,
  ...takeoverRoutes,
  ...queueRoutes,
  ...receiveRoutes,
  ...promiseRoutes,
  ...codeRoutes,
  ...applicantRoutes,
  ...stepRoutes,
  ...importRoutes,
  ...versionRoutes,
  ...procedureRoutes,
];

import type { RouteTable } from '../platform/http/index.ts';
import { directiveApi } from './api.ts';
import type { DirectiveHooks } from './issueDirective.ts';
import { deskRoutes } from './pages/deskRoutes.tsx';
import { issueRoutes } from './pages/issueRoutes.tsx';
import { pageImageRoutes } from './pages/pageImage.ts';
import { directivePages } from './pages/routes.tsx';
import { scanRoutes } from './pages/scanRoutes.tsx';

export { acknowledge } from './acknowledge.ts';
export { assistantJob } from './assistant/assistantJob.ts';
export { issueAsRead } from './issueAsRead.ts';
export type { DirectiveHooks, IssuedDirective } from './issueDirective.ts';
export { readScanJob } from './scans/readScanJob.ts';
export { sendAlso } from './sendAlso.ts';
export { type Intake, type TakenIn, takeIn } from './takeIn.ts';
export { directiveEventWords } from './words.ts';

/** All routes of the directives. What follows from issuing and recalling is given from above. */
export const directiveRoutes = (hooks: DirectiveHooks): RouteTable => [
  ...scanRoutes,
  ...directivePages(hooks),
  ...pageImageRoutes,
  ...deskRoutes,
  ...issueRoutes(hooks),
  ...directiveApi,
];

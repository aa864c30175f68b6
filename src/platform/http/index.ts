export { jsonList } from './answer.ts';
export type { App, AppContext, AppEnv } from './context.ts';
export { check, type Form, readForm } from './form.ts';
export { page, redirectWith, takeFlash } from './page.ts';
export {
  everybody,
  mountRoutes,
  type Permission,
  principalOf,
  type Route,
  type RouteTable,
  signedIn,
} from './route.ts';
export { type Failed, submit } from './submit.ts';

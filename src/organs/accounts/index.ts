import type { RouteTable } from '../../platform/http/index.ts';
import { accountRoutes as accountPages } from './pages/account.tsx';
import { accountListRoutes } from './pages/accountList.tsx';
import { appointmentRoutes } from './pages/appointments.tsx';
import { delegationRoutes } from './pages/delegations.tsx';
import { importRoutes } from './pages/importPage.tsx';
import { newAccountRoutes } from './pages/newAccount.tsx';
import { ownRoutes } from './pages/own.tsx';
import { positionRoutes } from './pages/position.tsx';
import { signInRoutes } from './pages/signIn.tsx';
import { twoFactorRoutes } from './pages/twoFactor.tsx';

/** Signing in, the own account, and the accounts, positions and delegations that a unit's administrator keeps. */
export const accountRoutes: RouteTable = [
  ...signInRoutes,
  ...positionRoutes,
  ...ownRoutes,
  ...twoFactorRoutes,
  ...accountListRoutes,
  ...newAccountRoutes,
  ...importRoutes,
  ...accountPages,
  ...appointmentRoutes,
  ...delegationRoutes,
];
export { type CreatedAccount, createAccounts, createAdministrator, type NewAccount } from './createAccounts.ts';
export { principalMiddleware } from './middleware.ts';
export { type ChosenPosition, loadPrincipal } from './principal.ts';
export { accountEventWords } from './words.ts';

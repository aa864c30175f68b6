export { type CreatedAccount, createAccounts, createAdministrator, type NewAccount } from './createAccounts.ts';
export { principalMiddleware } from './middleware.ts';
export { type ChosenPosition, loadPrincipal } from './principal.ts';

export {
  type Accounts,
  accountsOf,
  type Choice,
  type OwnAccount,
  openAccounts,
  type SessionLine,
  type SignInStep,
} from './accounts.ts';
export type { AccountSettings } from './auth.ts';
export { clientAddress } from './clientAddress.ts';
export { hashInitialPassword, hashPassword, initialPassword } from './password.ts';
export { passwordFault } from './passwordRules.ts';
export type { Session, Sessions } from './sessions.ts';
export { isUsername } from './username.ts';

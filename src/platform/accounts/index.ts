export {
  type Accounts,
  accountsOf,
  type Choice,
  type OwnAccount,
  openAccounts,
  type SessionLine,
  type SignInStep,
} from './accounts.ts';
export { type AccountSettings, isUsername } from './auth.ts';
export { hashInitialPassword, hashPassword, initialPassword } from './password.ts';
export { passwordFault } from './passwordRules.ts';
export type { Session, Sessions } from './sessions.ts';

import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Kysely, KyselyPlugin } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { isUsername } from './username.ts';

export interface AccountSettings {
  /** Signs the cookies and encrypts the second factors; 32 signs or more. */
  secret: string;
  /** Where people find the server; https makes the cookies Secure. */
  url: string;
  /** A session ends so many hours after signing in, whatever is done. */
  sessionHours: number;
  /** And so many minutes after the last page. */
  idleMinutes: number;
}

const snake = <const K extends string>(...names: K[]): Record<K, string> =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)])) as never;

/** Our driver reads instants as epoch milliseconds; the library reckons with dates. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) =>
          typeof value === 'number' && /_(at|until)$/.test(key) ? [key, new Date(value)] : [key, value],
        ),
      ),
    ),
  }),
};

/**
 * The sign-in library on our tables. It is called by our own forms only: no route of its own is mounted, nobody signs up,
 * nothing is fetched from elsewhere.
 */
export function createAuth(system: Kysely<DB>, settings: AccountSettings) {
  return betterAuth({
    appName: 'Thông Suốt',
    baseURL: settings.url,
    secret: settings.secret,
    database: { db: system.withPlugin(instantsAsDates), type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    user: {
      modelName: 'account_user',
      fields: snake('emailVerified', 'createdAt', 'updatedAt'),
      additionalFields: {
        personId: { type: 'number', fieldName: 'person_id', required: true, input: false },
      },
    },
    account: {
      modelName: 'account_credential',
      fields: snake(
        'userId',
        'accountId',
        'providerId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ),
    },
    session: {
      modelName: 'account_session',
      fields: snake('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
      additionalFields: {
        appointmentId: { type: 'number', fieldName: 'appointment_id', required: false, input: false },
        actingForId: { type: 'number', fieldName: 'acting_for_id', required: false, input: false },
      },
      expiresIn: settings.sessionHours * 3600,
      disableSessionRefresh: true,
    },
    verification: {
      modelName: 'account_verification',
      fields: snake('expiresAt', 'createdAt', 'updatedAt'),
    },
    advanced: {
      cookiePrefix: 'thongsuot',
      // The address is noted by our own sign-in, which knows which proxies to believe.
      ipAddress: { disableIpTracking: true },
      useSecureCookies: settings.url.startsWith('https:'),
      database: { generateId: () => crypto.randomUUID() },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 60,
        usernameValidator: isUsername,
        displayUsername: false,
        validationOrder: { username: 'post-normalization' },
      }),
      twoFactor({
        issuer: 'Thông Suốt',
        schema: {
          user: { fields: snake('twoFactorEnabled') },
          twoFactor: {
            modelName: 'account_two_factor',
            fields: snake('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
          },
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** The name of the cookie that carries the session, as the library writes it. */
export const sessionCookieName = (settings: AccountSettings): string =>
  `${settings.url.startsWith('https:') ? '__Secure-' : ''}thongsuot.session_token`;

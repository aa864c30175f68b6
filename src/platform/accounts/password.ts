import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/*
 * Passwords are kept as scrypt hashes that carry their own cost: `s1$N$r$salt$key`. A password that a person chose costs
 * what OWASP advises (32 MiB). An initial password is 59 random bits, out of reach of guessing at any cost, so that a file
 * of 5,000 accounts is loaded in seconds; it must be changed at its first use. Checking costs the same time for both.
 */

interface Cost {
  n: number;
  r: number;
}
const CHOSEN: Cost = { n: 16_384, r: 16 };
const INITIAL: Cost = { n: 256, r: 8 };
const KEY_BYTES = 64;

/** Each derivation holds up to 32 MiB and a thread of the pool: two at a time leave memory and threads to the rest. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await new Promise((resolve, reject) =>
      scrypt(
        password.normalize('NFKC'),
        salt,
        KEY_BYTES,
        { N: cost.n, r: cost.r, p: 1, maxmem: 256 * cost.n * cost.r },
        (error, key) => (error ? reject(error) : resolve(key)),
      ),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function hashAt(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['s1', cost.n, cost.r, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export const hashPassword = (password: string): Promise<string> => hashAt(password, CHOSEN);

/** For passwords made by `initialPassword` only. */
export const hashInitialPassword = (password: string): Promise<string> => hashAt(password, INITIAL);

/** Whether the password is the one hashed. A hash of another form is none. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [form, n, r, salt, key] = hash.split('$');
  if (form !== 's1' || !salt || !key) return false;
  const cost = { n: Number(n), r: Number(r) };
  if (cost.n !== CHOSEN.n) await derive(password, randomBytes(16), CHOSEN);
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Letters and digits that nobody mistakes for one another when they are read out or copied from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password such as `kx7m-p3qd-w9ht`, shown once and changed at first sign-in. */
export function initialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}

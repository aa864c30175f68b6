import { createHmac, timingSafeEqual } from 'node:crypto';

/** A receiver refuses what was signed longer ago than this, and remembers delivery ids for as long. Milliseconds. */
export const SIGNATURE_AGE = 5 * 60_000;

/** `sha256=` and HMAC-SHA256 over `timestamp.body` in hex. @param timestamp epoch seconds */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/**
 * What a receiver checks, as the guide tells it: the signature, and that it is fresh. Repetitions of one delivery id it must drop
 * itself.
 */
export function isGenuine(
  secret: string,
  sent: { timestamp: string; signature: string; body: string },
  now: number,
): boolean {
  const timestamp = Number(sent.timestamp);
  if (!Number.isSafeInteger(timestamp) || Math.abs(now - timestamp * 1000) > SIGNATURE_AGE) return false;
  const [given, right] = [Buffer.from(sent.signature), Buffer.from(signatureOf(secret, timestamp, sent.body))];
  return given.length === right.length && timingSafeEqual(given, right);
}

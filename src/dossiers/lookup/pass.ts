import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long the page of a dossier may lie open before its rating is sent. */
const HOURS = 2;

const seal = (secret: string, code: string, until: string): string =>
  createHmac('sha256', secret).update(`dossier-rating|${code}|${until}`).digest('base64url');

/** Says that whoever holds it has looked this dossier up: carried by the form of the rating instead of the secret itself. */
export function passFor(secret: string, code: string, now: number): string {
  const until = String(now + HOURS * 3_600_000);
  return `${until}.${seal(secret, code, until)}`;
}

export function isPass(secret: string, code: string, pass: string, now: number): boolean {
  const [until, given] = pass.split('.');
  if (!until || !given || !(Number(until) >= now)) return false;
  const made = Buffer.from(seal(secret, code, until));
  const sent = Buffer.from(given);
  return made.length === sent.length && timingSafeEqual(made, sent);
}

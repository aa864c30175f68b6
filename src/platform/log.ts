import { type Logger, pino } from 'pino';
import type { Config } from './config/index.ts';

/**
 * The log: one JSON object a line on standard output. It never holds personal data; what slips in under these names is
 * struck out.
 */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino({
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', 'secret', 'token', 'cookie', 'email', 'phone', 'headers', 'body', 'parameters'].flatMap(
        (name) => [name, `*.${name}`],
      ),
      censor: '(đã che)',
    },
  });

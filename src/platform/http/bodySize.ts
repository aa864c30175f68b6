import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../../kernel/errors.ts';
import type { AppEnv } from './context.ts';

/** A form with its files may be so much larger than the files alone. */
const FORM_OVERHEAD = 1_000_000;

/**
 * Refuses what is larger than files may be. Where the sender told the length, which HTTP holds them to, that number is enough:
 * asking for the body, as the stock middleware does first, turns it into a web stream, a tenth of the cost of a small form.
 * @param fileLimit bytes
 */
export function bodyWithin(fileLimit: number): MiddlewareHandler<AppEnv> {
  const most = fileLimit + FORM_OVERHEAD;
  const refuse = (): never => {
    throw new Fault(
      'tooLarge',
      'body.too_large',
      `Nội dung gửi lên quá lớn (tối đa ${Math.floor(fileLimit / 2 ** 20)} MB). Hãy chia nhỏ hoặc nén tệp rồi gửi lại.`,
    );
  };
  const counted = bodyLimit({ maxSize: most, onError: refuse });
  return (c, next) => {
    const told = c.req.header('content-length');
    if (told === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    return Number(told) > most ? refuse() : next();
  };
}

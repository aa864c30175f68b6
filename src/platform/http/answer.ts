import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from './context.ts';

/**
 * A Response made with plain headers: Node's adapter then writes it as it is, where a Headers object would cost as much as the
 * page. Where cookies or the like were set on the context, they go along.
 */
export const answer = (
  c: AppContext,
  body: Buffer<ArrayBuffer>,
  headers: Record<string, string>,
  status: ContentfulStatusCode = 200,
): Response => (c.get('headersSet') ? c.body(body, status, headers) : new Response(body, { status, headers }));

/** A JSON object with the fields of `rest` and under `name` a list whose items are JSON already. */
export function jsonList(c: AppContext, name: string, items: readonly Buffer[], rest: object): Response {
  const pieces: Buffer[] = [Buffer.from(`{${JSON.stringify(name)}:[`)];
  for (const [at, item] of items.entries()) pieces.push(...(at > 0 ? [COMMA, item] : [item]));
  const others = JSON.stringify(rest).slice(1);
  pieces.push(Buffer.from(others === '}' ? ']}' : `],${others}`));
  return answer(c, Buffer.concat(pieces), { 'Content-Type': 'application/json' });
}

const COMMA = Buffer.from(',');
